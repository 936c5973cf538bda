import Layout
import Rules
import Values

/// What a page is about.
extension SubjectScores {
  /// The body that the text opens with, where it is told of far more often than any place: a page of one hospital names
  /// its county, too.
  func opening(_ lead: String?, _ evidence: PlaceEvidence) -> Candidate? {
    guard let lead, let body = ranked.first(where: { $0.bodyClass != nil && $0.name == lead }) else { return nil }
    let place = ranked.first { $0.place != nil }?.score ?? 0
    return body.score >= 4 && body.score >= place ? body : nil
  }

  /// Decides what the page is about.
  /// - Parameters:
  ///   - isOneStory: The page has one title at most.
  ///   - stories: How many stories it has; a county that one of several names is not what the page is about.
  ///   - lead: The body that its text opens with and goes on to tell of.
  ///   - opener: The body that its text opens with.
  mutating func rankPage(
    _ evidence: PlaceEvidence, isOneStory: Bool, stories: Int, lead: String?, opener: String?
  ) {
    rankCandidates(evidence, isOneStory: stories == 1)
    let gazetteer = evidence.gazetteer
    // A hospital or a company that the title names is what the page is about, before the place it lies in.
    let place = ranked.first { $0.place != nil }?.score ?? 0
    let named = ranked.first { candidate in
      switch candidate.bodyClass {
      case .company, .zone, .hospital, .school: candidate.isInTitle && isOneStory
      // 沂蒙山区 above a text of one of its counties is not what that is about.
      case .region: candidate.isInTitle && isOneStory && candidate.score >= place * 1.2
      default: false
      }
    }
    main =
      named ?? (isOneStory ? opening(lead, evidence) : nil)
      ?? ranked.first { candidate in
        switch candidate.bodyClass {
        case nil:
          guard let place = candidate.place else { return false }
          let level = gazetteer.places[place].level
          if isLater(place, evidence) || isOfProvince(place, evidence) { return false }
          // 和平区 on a page that says 全市 again and again: one of the city's districts.
          let widest = unitCounts.values.max() ?? 0
          if level == .county, widest > unitOf(place, evidence) + 1, stories > 1 || (placeScores[place] ?? 0) < 4 {
            return false
          }
          let isMeant = widest >= 3 && self.isMeant(place, widest, evidence)
          if level == .county, stories > 1, spread[place, default: 0] < 2, !imprinted.contains(place), !isMeant {
            return false
          }
          // 福建 on a page that says 全县 of 西吉县 again and again.
          if !isMeant, widest >= 3, unitOf(place, evidence) == 0, !imprinted.contains(place),
            placeScores.keys.contains(where: {
              self.isMeant($0, widest, evidence) && !gazetteer.isPlace($0, within: place)
            })
          {
            return false
          }
          // A trade paper: 上海 is a market of the country that it tells of.
          if nation >= 3, nation > candidate.own, unitCounts.isEmpty, !imprinted.contains(place) { return false }
          let least: Double = gazetteer.isAbroad(place) ? 4 : level == .county && unitOf(place, evidence) == 0 ? 2 : 1
          return level != .country && !isPassing(place)
            && (placeScores[place] ?? 0) + evidence.support(of: place) >= least
        case .company, .zone: return candidate.score >= 2 && candidate.isInHeading
        default: return candidate.score >= 5 && candidate.isInHeading && unitCounts.isEmpty
        }
      }
    // 港区 again and again stands for the one zone of the page, where a place is hardly named.
    if main.map({ $0.place.map { (placeScores[$0] ?? 0) < 2 && unitOf($0, evidence) < 2 } ?? false }) ?? true,
      let zone = ranked.first(where: { $0.bodyClass == .zone && $0.score >= 5 })
    {
      main = zone
    }
    if main == nil {
      main =
        (nation >= 3 ? nil : onlyPlace(evidence, stories: stories)) ?? unresolved(evidence) ?? onlyBody(lead)
        ?? (stories == 1 ? onlyBody(opener) : nil)
    }
    if main == nil, nation >= 3 {
      main = Candidate(name: SubjectFinder.nation, kind: .place, bodyClass: nil, place: nil, score: nation)
    }
  }

  /// The one division that a page names where a clause is about it, if its words for a division are none but those that
  /// stand for it or are said once: 全省 at the end of a page of 澄江.
  func onlyPlace(_ evidence: PlaceEvidence, stories: Int) -> Candidate? {
    let named = ranked.filter { candidate in
      guard let place = candidate.place else { return false }
      return evidence.gazetteer.places[place].level != .country && candidate.own >= 1 && !isPassing(place)
    }
    guard named.count == 1, let only = named.first, let place = only.place, !evidence.gazetteer.isAbroad(place),
      !isLater(place, evidence), stories < 4 || spread[place, default: 0] > 1 || imprinted.contains(place),
      unitCounts.allSatisfy({ $0.value <= 1 || evidence.has(place, $0.key) })
    else { return nil }
    return only
  }

  /// The body that the text opens with, where it tells of no other and of no place.
  func onlyBody(_ lead: String?) -> Candidate? {
    guard let lead else { return nil }
    // Names that begin with a place are scored with their places.
    let body =
      ranked.first { $0.bodyClass != nil && $0.name == lead }
      ?? Candidate(name: lead, kind: .organization, bodyClass: nil, place: nil, score: 1, own: 1)
    let others = ranked.contains { other in
      other.bodyClass != nil && other.name != lead && other.own >= body.own
        && !Self.ends(other.name, in: [Array(lead.utf8)])
        && !Self.ends(lead, in: [Array(other.name.utf8)])
    }
    return others ? nil : body
  }

  /// What 全市 stands for where nothing is named often enough; else a state, on a page of another country.
  func unresolved(_ evidence: PlaceEvidence) -> Candidate? {
    // Of units named equally often the shortest; of those the first by bytes, so that no table's order decides.
    let unit = unitCounts.min { first, second in
      if first.value != second.value { return first.value > second.value }
      if first.key.count != second.key.count { return first.key.count < second.key.count }
      return first.key.lexicographicallyPrecedes(second.key)
    }
    let state = ranked.first { candidate in
      candidate.place.map {
        evidence.gazetteer.places[$0].level == .country && evidence.gazetteer.places[$0].name != "中国"
      } ?? false
    }
    if let unit {
      if let best = division(unit: unit.key, evidence) { return best }
      if let state, state.score >= 1.5 * unit.value { return state }
      return unitWords[unit.key].map {
        Candidate(name: $0, kind: .unresolved, bodyClass: nil, place: nil, score: 1)
      }
    }
    return state.flatMap { $0.score >= 2 ? $0 : nil }
  }

  /// 周末到如皋办事。全市…。南通市的目标是…: the city of a county's rank, or the county, that a text names first, where it says 全市
  /// of it and only then names the city which that lies in.
  func partTold(_ evidence: PlaceEvidence) -> Int? {
    let gazetteer = evidence.gazetteer
    for unit in [NamingOrder.city, TopicReader.county] where unitCounts[unit, default: 0] >= 1 {
      let named = placeScores.keys.filter { place in
        gazetteer.places[place].level == .county && evidence.has(place, unit) && !order.isNamed(place, behind: unit)
      }
      guard named.count == 1, let part = named.first, let whole = gazetteer.places[part].parent,
        gazetteer.places[whole].level == .prefecture, order.isNamed(whole, behind: unit),
        !headed.contains(whole), !imprinted.contains(whole)
      else { continue }
      return part
    }
    return nil
  }

  /// Whether a city within another is named once in the text, behind a word that could stand for it: 去年全市修路460公里。
  /// 松滋市修路130公里.
  func isLater(_ place: Int, _ evidence: PlaceEvidence) -> Bool {
    if let own = toldPart, place == evidence.gazetteer.places[own].parent { return true }
    guard evidence.gazetteer.places[place].level == .county, (placeScores[place] ?? 0) < 2, !headed.contains(place),
      !imprinted.contains(place)
    else { return false }
    return evidence.has(place, NamingOrder.city) && order.isNamed(place, behind: NamingOrder.city)
  }

  /// 本报海口2月11日讯…。全省…: a city or county on a page that says 全省 and no 全市 is only where the report is from.
  func isOfProvince(_ place: Int, _ evidence: PlaceEvidence) -> Bool {
    guard unitCounts[Self.province, default: 0] >= 2, unitCounts.count == 1, !headed.contains(place),
      !imprinted.contains(place), (placeScores[place] ?? 0) < 5,
      // 成都市: who is told of by the full name is told of.
      !(evidence.name(of: place)?.hasBytes(of: evidence.gazetteer.places[place].name) ?? false)
    else { return false }
    switch evidence.gazetteer.places[place].level {
    case .prefecture, .county: return true
    default: return false
    }
  }
}
