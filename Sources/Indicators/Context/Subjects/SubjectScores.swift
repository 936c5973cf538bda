import Layout
import Rules
import Values

/// How often a page or one of its stories names each place and body, and what its 全市 and 集团 stand for.
struct SubjectScores: Sendable {
  /// A subject that a text is about.
  struct Candidate: Sendable {
    var name: String
    var kind: SubjectMention.Kind
    var bodyClass: OrganizationRules.Class?
    var place: Int?
    var score: Double
    /// The score without what 全市 and 集团 add, which stand for any city and company.
    var own = 0.0
    /// A title or heading names it.
    var isInHeading = false
    var isInTitle = false
    /// Where among the bodies of the text it is named first.
    var order = Int.max
  }

  private(set) var placeScores: [Int: Double] = [:]
  /// The places that headings and mastheads name.
  private(set) var headed: Set<Int> = []
  /// The places of mastheads and other furniture.
  private(set) var imprinted: Set<Int> = []
  /// The places that are named otherwise than in passing.
  private var firm: Set<Int> = []
  /// In how many stories a place is named.
  private(set) var spread: [Int: Int] = [:]
  private var bodies: [Name: Candidate] = [:]
  private(set) var unitCounts: [[UInt8]: Double] = [:]
  /// The first word printed for a unit: 全市.
  private(set) var unitWords: [[UInt8]: String] = [:]
  /// In which order places and words for a division are named first.
  private(set) var order = NamingOrder()
  private var endCounts: [[[UInt8]]: Double] = [:]
  private var classCounts: [OrganizationRules.Class: Double] = [:]

  /// A name that is told from others by its bytes: comparing Chinese strings looks up how they are normalized.
  private struct Name: Hashable {
    let text: String

    static func == (one: Name, other: Name) -> Bool { one.text.hasBytes(of: other.text) }

    func hash(into hasher: inout Hasher) {
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  /// How often the text speaks of the whole country.
  private(set) var nation = 0.0
  var main: Candidate?
  /// The city or county that the text names before 全市, and the city that it lies in behind it.
  private(set) var toldPart: Int?
  private(set) var ranked: [Candidate] = []

  /// Adds what a part of the page names.
  mutating func add(_ other: SubjectScores) {
    placeScores.merge(other.placeScores, uniquingKeysWith: +)
    for place in other.placeScores.keys { spread[place, default: 0] += 1 }
    order.add(other.order)
    imprinted.formUnion(other.imprinted)
    headed.formUnion(other.headed)
    firm.formUnion(other.firm)
    unitCounts.merge(other.unitCounts, uniquingKeysWith: +)
    unitWords.merge(other.unitWords) { first, _ in first }
    classCounts.merge(other.classCounts, uniquingKeysWith: +)
    nation += other.nation
    endCounts.merge(other.endCounts, uniquingKeysWith: +)
    bodies.merge(other.bodies) { first, second in
      var sum = first
      sum.score += second.score
      sum.isInHeading = first.isInHeading || second.isInHeading
      sum.isInTitle = first.isInTitle || second.isInTitle
      sum.order = min(first.order, second.order)
      return sum
    }
  }

  mutating func note(_ place: Int, _ weight: Double, isInHeading: Bool = false, isImprint: Bool = false) {
    placeScores[place, default: 0] += weight
    order.note(place)
    if isInHeading { headed.insert(place) }
    if isImprint { imprinted.insert(place) }
  }

  /// Places of which one is named otherwise than in passing.
  mutating func noteFirm(_ places: [Int]) { firm.formUnion(places) }

  /// Whether a place is only named once, in passing.
  func isPassing(_ place: Int) -> Bool { !firm.contains(place) && (placeScores[place] ?? 0) < 2 }

  /// A body named as the subject of a clause.
  mutating func noteBody(_ name: String, _ bodyClass: OrganizationRules.Class, weight: Double) {
    let key = Name(text: name)
    var body = bodies[key] ?? Candidate(name: name, kind: Self.kind(bodyClass), bodyClass: bodyClass, score: 0)
    body.score += weight
    if body.order == .max { body.order = bodies.count }
    if weight >= 3 { body.isInHeading = true }
    if weight >= 5 { body.isInTitle = true }
    bodies[key] = body
  }

  static func kind(_ bodyClass: OrganizationRules.Class) -> SubjectMention.Kind {
    switch bodyClass {
    case .project: .project
    case .settlement, .region: .place
    default: .organization
    }
  }

  mutating func note(unit: [UInt8], printed: ArraySlice<UInt8>) {
    // 县域内就诊率 is said of cities, too.
    if printed.suffix(SubjectFinder.realm.count).elementsEqual(SubjectFinder.realm) { return }
    unitCounts[unit, default: 0] += 1
    order.note(unit)
    // 省里 and 市内 are no names, as 全市 may be.
    if SubjectFinder.insides.contains(where: { printed.suffix($0.count).elementsEqual($0) }) { return }
    // 全市 rather than 我市 stands for a city that the page does not name.
    let isWhole = printed.starts(with: TopicReader.whole)
    if unitWords[unit].map({ isWhole && !$0.utf8.starts(with: TopicReader.whole) }) ?? true {
      unitWords[unit] = String(decoding: printed, as: UTF8.self)
    }
  }

  /// 全市, where the text prints it for a city that it does not name.
  func word(for unit: [UInt8]) -> String? {
    unitWords[unit].flatMap { $0.utf8.starts(with: TopicReader.whole) ? $0 : nil }
  }

  /// 全国.
  mutating func noteNation() { nation += 1 }

  mutating func note(_ bodyClass: OrganizationRules.Class) { classCounts[bodyClass, default: 0] += 1 }

  /// A word that points at a name by its end: 全团.
  mutating func note(ends: [[UInt8]]) { endCounts[ends, default: 0] += 1 }

  /// Whether a name ends in one of these.
  static func ends(_ name: String, in ends: [[UInt8]]) -> Bool {
    let bytes = name.utf8
    return ends.contains { bytes.count > $0.count && bytes.suffix($0.count).elementsEqual($0) }
  }

  /// How often words point at a body by the end of its name.
  private func pointed(at name: String) -> Double {
    endCounts.reduce(0) { Self.ends(name, in: $1.key) ? $0 + $1.value : $0 }
  }

  // MARK: What a text is about

  /// Orders the candidates by their score.
  /// - Parameters:
  ///   - isSupported: Whether the counties of the page speak for a city.
  ///   - isOneStory: Whether the text tells one story.
  mutating func rankCandidates(_ evidence: PlaceEvidence, isSupported: Bool = true, isOneStory: Bool = true) {
    let gazetteer = evidence.gazetteer
    if isOneStory { toldPart = partTold(evidence) }
    if let toldPart {
      placeScores[toldPart, default: 0] += 2
      firm.insert(toldPart)
    }
    shareScores()
    for (place, score) in placeScores {
      guard let name = evidence.name(of: place) else { continue }
      var total = score
      for (unit, count) in unitCounts where score > 0 && evidence.has(place, unit) { total += 1.5 * count }
      if score > 0, isSupported { total += evidence.support(of: place) }
      ranked.append(
        Candidate(
          name: name, kind: .place, bodyClass: nil, place: place, score: total, own: score,
          isInHeading: headed.contains(place)))
    }
    for var body in bodies.values {
      body.own = body.score
      if let bodyClass = body.bodyClass {
        body.score += 1.5 * (classCounts[bodyClass] ?? 0)
        body.score += 1.5 * pointed(at: body.name)
        if bodyClass == .zone { body.score += 1.5 * (unitCounts[Array("区".utf8)] ?? 0) }
        if isCounty(body) { body.score += 1.5 * (unitCounts[TopicReader.county] ?? 0) }
      }
      ranked.append(body)
    }
    func level(_ candidate: Candidate) -> UInt8 {
      candidate.place.map { gazetteer.places[$0].level.rawValue } ?? .max
    }
    ranked.sort { first, second in
      if first.score != second.score { return first.score > second.score }
      let levels = (level(first), level(second))
      if levels.0 != levels.1 { return levels.0 < levels.1 }
      return first.order != second.order ? first.order < second.order : first.name < second.name
    }
  }

  /// The place that scores best, whatever body comes before it.
  var place: Candidate? { ranked.first { $0.place != nil } }

  /// A body named with its place and without it is one: 束鹿县和睦井公社, 和睦井公社.
  private mutating func shareScores() {
    guard bodies.count > 1, bodies.count <= 64 else { return }
    // In one order: sums of the same scores in another may differ in their last bit, and with it what is ranked first.
    let known = bodies.sorted { $0.key.text.utf8.lexicographicallyPrecedes($1.key.text.utf8) }
    // Every pair is asked about, hardly one is of the same body: what is asked of all are bytes.
    let names = known.map { Array($0.key.text.utf8) }
    let classes = known.map(\.value.bodyClass)
    for long in known.indices {
      for short in known.indices
      where names[short].count >= 9 && names[short].count < names[long].count && classes[short] == classes[long]
        && names[long].suffix(names[short].count).elementsEqual(names[short])
      {
        bodies[known[short].key]?.score += known[long].value.score
        bodies[known[long].key]?.score += known[short].value.score
        if known[long].value.isInHeading || known[short].value.isInHeading {
          bodies[known[short].key]?.isInHeading = true
          bodies[known[long].key]?.isInHeading = true
        }
      }
    }
  }

  /// Decides what a story is about, where it names anything often enough; the page's subject counts as named already.
  /// - Parameter isDatelined: Whether a correspondent sent it from his place.
  mutating func rankStory(_ evidence: PlaceEvidence, page: Candidate?, isDatelined: Bool) {
    if isDatelined {
      // What the page is about says nothing of where this was sent from.
    } else if let place = page?.place {
      placeScores[place, default: 0] += 1
    } else if let page, let bodyClass = page.bodyClass {
      noteBody(page.name, bodyClass, weight: 1)
    }
    // 石家庄两万职工上岗 on a page of 沧州: 全市 below it is the city that the heading names.
    let isHeaded = headed.contains { place in
      place != page?.place && unitCounts.keys.contains { evidence.has(place, $0) }
    }
    rankCandidates(evidence, isSupported: !isHeaded && !isDatelined)
    let widest = unitCounts.values.max() ?? 0
    // A paper of a city whose counties fill the page tells of no other city because a meeting was there.
    let home = page?.place.flatMap { !isDatelined && evidence.support(of: $0) > 0 ? $0 : nil }
    main = ranked.first { candidate in
      guard let place = candidate.place else { return isAbout(candidate) }
      let level = evidence.gazetteer.places[place].level
      if level == .country { return false }
      if place == page?.place { return true }
      // Nor does a trade paper that tells of the country.
      if page?.name == SubjectFinder.nation, nation > 0, candidate.own < 4 { return false }
      if let home, level == .prefecture, !evidence.gazetteer.isPlace(home, within: place), candidate.own < 12 {
        return false
      }
      if level == .county, widest > unitOf(place, evidence) + 1, candidate.own < 4 { return false }
      if candidate.isInHeading { return candidate.score >= 1.5 }
      // 全市 is of the page's own city first: 株洲 in a story of 湘潭 is an example.
      let isShared = (isDatelined ? nil : page?.place).map { page in
        unitCounts.keys.contains { evidence.has(page, $0) && evidence.has(place, $0) }
      }
      return candidate.own >= (isShared ?? false ? 3 : unitOf(place, evidence) > 0 ? 1 : 2)
    }
  }

  /// Whether a body is named often enough for a story to be about it.
  private func isAbout(_ body: Candidate) -> Bool {
    switch body.bodyClass {
    case .company, .zone, .hospital, .school, .court, .settlement, .bank, .region:
      let isMeantByOthers =
        body.bodyClass.map { classCounts[$0, default: 0] > 0 } ?? false || pointed(at: body.name) > 0
      return body.own >= (body.isInHeading || isMeantByOthers ? 2 : 3)
    case .event, .facility: return body.own >= 3 && body.isInHeading
    default: return false
    }
  }

  static let province = Array("省".utf8)

  /// How often a word like 全市 can stand for a place.
  func unitOf(_ place: Int, _ evidence: PlaceEvidence) -> Double {
    unitCounts.filter { evidence.has(place, $0.key) }.map(\.value).max() ?? 0
  }

  /// Whether a place is the only one that the word said most often, 全县, can stand for.
  func isMeant(_ place: Int, _ widest: Double, _ evidence: PlaceEvidence) -> Bool {
    guard unitOf(place, evidence) == widest, placeScores[place] ?? 0 > 0 else { return false }
    return !placeScores.contains { $0.key != place && $0.value > 0 && unitOf($0.key, evidence) == widest }
  }

  /// Takes who answers in an interview for what it is about.
  mutating func settle(on body: Candidate) { main = body }

  /// Whether a word like 全市 can stand for a place.
  func hasUnit(of place: Int, _ evidence: PlaceEvidence) -> Bool { unitOf(place, evidence) > 0 }

  /// The best place whose name ends in a unit: 市 for 全市.
  func division(unit: [UInt8], _ evidence: PlaceEvidence) -> Candidate? {
    if let main, let place = main.place, evidence.has(place, unit) { return main }
    let isDistrict = unit.elementsEqual("区".utf8)
    if isDistrict, main?.bodyClass == .zone { return main }
    return ranked.first { candidate in
      if let place = candidate.place {
        return candidate.score > 0 && !isPassing(place) && evidence.has(place, unit) && !isLater(place, evidence)
          && evidence.gazetteer.places[place].level != .country
          && isRelated(place, evidence)
      }
      return candidate.bodyClass == .zone && isDistrict || unit == TopicReader.county && isCounty(candidate)
    }
  }

  /// A county that no list of places knows.
  private func isCounty(_ body: Candidate) -> Bool {
    body.bodyClass == .settlement && Self.ends(body.name, in: [TopicReader.county])
  }

  /// Whether a place lies in what the text is about or holds it: 省内 on a page of 六盘水 is no 浙江省.
  private func isRelated(_ place: Int, _ evidence: PlaceEvidence) -> Bool {
    let gazetteer = evidence.gazetteer
    guard let main = main?.place else { return !evidence.liesElsewhere(place) }
    return place == main || gazetteer.isPlace(place, within: main) || gazetteer.isPlace(main, within: place)
  }

  /// Whether no two bodies of the text have names that end so.
  func hasOne(endingIn ends: [[UInt8]]) -> Bool {
    ranked.lazy.filter { $0.bodyClass != nil && Self.ends($0.name, in: ends) }.prefix(2).count < 2
  }

  func body(where fits: (String) -> Bool) -> Candidate? { ranked.first { $0.bodyClass != nil && fits($0.name) } }

  func body(_ bodyClass: OrganizationRules.Class, where fits: (String) -> Bool = { _ in true }) -> Candidate? {
    ranked.first { $0.bodyClass == bodyClass && fits($0.name) }
  }
}
