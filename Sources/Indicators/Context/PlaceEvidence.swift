import Layout
import Rules

/// Which places and bodies a page names, how often, and what its 全市 and 集团 stand for.
struct PlaceEvidence: Sendable {
  /// A subject that the page is about.
  struct Candidate: Sendable {
    var name: String
    var kind: SubjectMention.Kind
    var bodyClass: OrganizationRules.Class?
    var place: Int?
    var score: Double
    /// A title or heading names it.
    var isInHeading = false
    var isInTitle = false
  }

  private let gazetteer: Gazetteer
  private let isTraditional: Bool
  /// The places named in full, or by a short form that nothing else is called.
  private(set) var present: Set<Int> = []
  /// The longest form that the page prints, in its own script.
  private var printed: [Int: String] = [:]
  private var placeScores: [Int: Double] = [:]
  private var bodies: [String: Candidate] = [:]
  private var unitCounts: [[UInt8]: Double] = [:]
  /// The first word printed for a unit: 全市.
  private var unitWords: [[UInt8]: String] = [:]
  private var classCounts: [OrganizationRules.Class: Double] = [:]

  private(set) var main: Candidate?
  private var ranked: [Candidate] = []

  init(gazetteer: Gazetteer, isTraditional: Bool) {
    self.gazetteer = gazetteer
    self.isTraditional = isTraditional
  }

  /// Finds the names that need no evidence.
  /// - Parameter shortCounts: How often each short form of a county was met so far; two make it one.
  mutating func notePresence(_ paragraph: ParagraphShadow, shortCounts: inout [Int: Int]) {
    let shadow = paragraph.shadow
    var past = 0
    for site in paragraph.sites where site.reasons.contains(.place) {
      let offset = Int(site.offset)
      guard offset >= past, shadow[offset] >= 0xE4, let match = gazetteer.match(in: shadow, at: offset) else {
        continue
      }
      if match.places.count == 1, let place = match.places.first {
        let level = gazetteer.places[place].level
        if !match.isShort || !match.isAmbiguous && level < .county {
          present.insert(place)
        } else if !match.isAmbiguous {
          // Only where a clause may begin: 江汉 in 江汉平原 is no such place.
          if Self.opensClause(shadow, offset) { shortCounts[place, default: 0] += 1 }
          if shortCounts[place] == 2 { present.insert(place) }
        }
      } else if !match.isShort {
        // 朝阳区 of two cities: the one whose city the page names is chosen later.
        for place in match.places where gazetteer.places[place].level < .county { present.insert(place) }
      }
      past = offset + match.length
    }
  }

  private static func opensClause(_ text: [UInt8], _ offset: Int) -> Bool {
    guard offset > 0 else { return true }
    let before = UTF8Scalar.folded(in: text, at: UTF8Scalar.start(before: offset, in: text)).scalar
    return before < 0x3400
  }

  /// The place that a name means on this page; `nil` where it is no place here.
  func place(of match: [Int], isShort: Bool, isAmbiguous: Bool) -> (place: Int, isCertain: Bool)? {
    if let named = match.first(where: { present.contains($0) }), match.count == 1 { return (named, true) }
    if isShort, match.count > 1, !isAmbiguous || match.contains(where: { present.contains($0) }),
      let highest = match.min(by: { gazetteer.places[$0].level < gazetteer.places[$1].level }),
      gazetteer.places[highest].level < .county || present.contains(highest)
    {
      return (highest, true)
    }
    if isShort, let named = match.first(where: { present.contains($0) }) { return (named, true) }
    let near = match.filter { candidate in
      guard let parent = gazetteer.places[candidate].parent else { return false }
      return present.contains(parent) || gazetteer.places[parent].parent.map(present.contains) ?? false
    }
    if isShort {
      if isAmbiguous {
        return near.first { present.contains(gazetteer.places[$0].parent ?? -1) }.map { ($0, near.count == 1) }
      }
      if let higher = match.first(where: { gazetteer.places[$0].level < .county }) { return (higher, match.count == 1) }
      return near.first.map { ($0, near.count == 1) }
    }
    if let first = near.first { return (first, near.count == 1) }
    return match.first.map { ($0, match.count == 1) }
  }

  /// Adds what a paragraph names to the scores.
  /// - Parameter topicStarts: Where the topics of its clauses begin, in order.
  mutating func note(_ paragraph: ParagraphShadow, topicStarts: [Int], isTitleRun: Bool, rules: ContextRules) {
    let shadow = paragraph.shadow
    let original = paragraph.original
    let kind = paragraph.kind
    let weight: Double =
      switch kind {
      case .title: 5
      case .heading: isTitleRun ? 3 : 1.5
      case .furniture: 1.5
      default: 1
      }
    let end = kind == .furniture ? Self.addressStart(shadow) : shadow.count
    var past = 0
    var nextTopic = 0
    for site in paragraph.sites {
      let offset = Int(site.offset)
      guard offset < end else { break }
      guard offset >= past, shadow[offset] >= 0xE4 else { continue }
      if site.reasons.contains(.deictic),
        let deictic = rules.organizations.deictics.longestMatch(in: shadow, at: offset, end: end),
        gazetteer.length(in: shadow, at: offset) < deictic.end - offset
      {
        note(deictic.value, original[offset..<deictic.end])
        past = deictic.end
        continue
      }
      guard site.reasons.contains(.place), let match = gazetteer.match(in: shadow, at: offset) else { continue }
      let clauses = paragraph.clauses
      let clauseEnd = min(end, clauses.range(ofClause: clauses.clause(at: offset)).upperBound)
      guard let topic = rules.topics.topic(in: shadow, at: offset, end: clauseEnd) else {
        past = offset + match.length
        continue
      }
      while nextTopic < topicStarts.count, topicStarts[nextTopic] < offset { nextTopic += 1 }
      let isTopic = nextTopic < topicStarts.count && topicStarts[nextTopic] == offset
      // What a clause is not about counts for less: 向成都学习.
      let isSubject = kind == .title || kind == .heading || kind == .furniture || isTopic
      // Nor is an example what the page is about: 成都的做法是….
      let isExample =
        kind == .body
        && (rules.organizations.isExample(shadow, after: topic.range.upperBound)
          || rules.organizations.isExample(shadow, after: offset + match.length))
      note(topic, match: match, original, weight: isExample ? 0 : isSubject ? weight : weight * 0.4)
      past = max(topic.range.upperBound, offset + match.length)
    }
  }

  /// A body named as the subject of a clause without a place in its name.
  mutating func noteBody(_ name: String, _ bodyClass: OrganizationRules.Class, weight: Double) {
    var body = bodies[name] ?? Candidate(name: name, kind: .organization, bodyClass: bodyClass, place: nil, score: 0)
    body.score += weight
    if weight >= 3 { body.isInHeading = true }
    if weight >= 5 { body.isInTitle = true }
    bodies[name] = body
  }

  /// Decides what the page is about.
  /// - Parameter isOneStory: The page has one title at most.
  mutating func rank(isOneStory: Bool) {
    for (place, score) in placeScores {
      guard let name = printed[place] else { continue }
      var total = score
      for (unit, count) in unitCounts
      where score > 0 && Array(gazetteer.places[place].name.utf8).suffix(unit.count).elementsEqual(unit) {
        total += 1.5 * count
      }
      ranked.append(Candidate(name: name, kind: .place, bodyClass: nil, place: place, score: total))
    }
    for var body in bodies.values {
      if let bodyClass = body.bodyClass {
        body.score += 1.5 * (classCounts[bodyClass] ?? 0)
        if bodyClass == .zone { body.score += 1.5 * (unitCounts[Array("区".utf8)] ?? 0) }
      }
      ranked.append(body)
    }
    var sorted = ranked
    sorted.sort { first, second in
      if first.score != second.score { return first.score > second.score }
      let levels = (level(first), level(second))
      return levels.0 != levels.1 ? levels.0 < levels.1 : first.name < second.name
    }
    ranked = sorted
    // A hospital or a company that the title names is what the page is about, before the place it lies in.
    let named = ranked.first { candidate in
      switch candidate.bodyClass {
      case .company, .zone, .hospital, .school: candidate.isInTitle && isOneStory
      default: false
      }
    }
    main =
      named
      ?? ranked.first { candidate in
        switch candidate.bodyClass {
        case nil:
          guard let place = candidate.place else { return false }
          let level = gazetteer.places[place].level
          // 和平区 on a page that says 全市 again and again: one of the city's districts.
          let widest = unitCounts.values.max() ?? 0
          if level == .county, widest > unitOf(place) + 1, (placeScores[place] ?? 0) < 4 { return false }
          return level != .country && (placeScores[place] ?? 0) >= (level == .county && unitOf(place) == 0 ? 2 : 1)
        case .company, .zone: return candidate.score >= 2 && candidate.isInHeading
        default: return candidate.score >= 5 && candidate.isInHeading && unitCounts.isEmpty
        }
      }
    // 港区 again and again stands for the one zone of the page, where a place is hardly named.
    if main.map({ $0.place.map { (placeScores[$0] ?? 0) < 2 } ?? false }) ?? true,
      let zone = ranked.first(where: { $0.bodyClass == .zone && $0.score >= 5 })
    {
      main = zone
    }
    // Of units named equally often the shortest; of those the first by bytes, so that no table's order decides.
    let units = unitCounts.sorted { first, second in
      if first.value != second.value { return first.value > second.value }
      if first.key.count != second.key.count { return first.key.count < second.key.count }
      return first.key.lexicographicallyPrecedes(second.key)
    }
    if main == nil, let unit = units.first?.key,
      let printed = unitWords[unit]
    {
      main = Candidate(name: printed, kind: .unresolved, bodyClass: nil, place: nil, score: 1)
    }
  }

  /// How often a word like 全市 can stand for a place.
  private func unitOf(_ place: Int) -> Double {
    unitCounts.filter { has(place, $0.key) }.map(\.value).max() ?? 0
  }

  private func level(_ candidate: Candidate) -> UInt8 {
    candidate.place.map { gazetteer.places[$0].level.rawValue } ?? .max
  }

  /// The best place of the page whose name ends in a unit: 市 for 全市.
  func division(unit: [UInt8]) -> Candidate? {
    if let main, let place = main.place, has(place, unit) { return main }
    if unit.elementsEqual("区".utf8), main?.bodyClass == .zone { return main }
    let best = ranked.first { candidate in
      if let place = candidate.place {
        return candidate.score > 0 && has(place, unit) && gazetteer.places[place].level != .country
      }
      return candidate.bodyClass == .zone && unit.elementsEqual("区".utf8)
    }
    if let best { return best }
    return nil
  }

  func body(_ bodyClass: OrganizationRules.Class, where fits: (String) -> Bool = { _ in true }) -> Candidate? {
    ranked.first { $0.bodyClass == bodyClass && fits($0.name) }
  }

  /// The form of a place's name that the page prints, the full one where it does.
  func name(of place: Int) -> String? { printed[place] }

  func has(_ place: Int, _ unit: [UInt8]) -> Bool {
    let name = Array(gazetteer.places[place].name.utf8)
    return name.count > unit.count && name[(name.count - unit.count)...].elementsEqual(unit)
  }

  private mutating func note(_ deictic: OrganizationRules.Deictic, _ printed: ArraySlice<UInt8>) {
    switch deictic {
    case .division(let unit):
      unitCounts[unit, default: 0] += 1
      if unitWords[unit] == nil { unitWords[unit] = String(decoding: printed, as: UTF8.self) }
    case .body(let bodyClass): classCounts[bodyClass, default: 0] += 1
    case .place(let name, let traditional):
      guard let match = gazetteer.match(in: Array(name.utf8), at: 0), let place = match.places.first else { return }
      placeScores[place, default: 0] += 1.5
      if self.printed[place] == nil { self.printed[place] = isTraditional ? traditional : name }
    }
  }

  private mutating func note(_ topic: Topic, match: Gazetteer.Match, _ original: [UInt8], weight: Double) {
    let text = String(decoding: original[topic.range], as: UTF8.self)
    switch topic.kind {
    case .body(let bodyClass):
      noteBody(text, bodyClass, weight: weight)
      if bodyClass != .zone, bodyClass != .company { noteChain(match, original, topic.range, weight: weight / 2) }
    case .authority(let places):
      if let place = places.first, places.count == 1 { add(place, weight) }
      noteChain(match, original, topic.range.lowerBound..<topic.range.lowerBound + match.length, weight: weight / 2)
    default: noteChain(match, original, topic.range, weight: weight)
    }
  }

  private mutating func noteChain(_ match: Gazetteer.Match, _ original: [UInt8], _ range: Range<Int>, weight: Double) {
    guard let found = place(of: match.places, isShort: match.isShort, isAmbiguous: match.isAmbiguous),
      !match.isAmbiguous || present.contains(found.place)
    else { return }
    add(found.place, weight)
    let text = String(decoding: original[range.lowerBound..<range.lowerBound + match.length], as: UTF8.self)
    if text.utf8.count > printed[found.place]?.utf8.count ?? 0 { printed[found.place] = text }
  }

  private mutating func add(_ place: Int, _ weight: Double) {
    placeScores[place, default: 0] += weight
  }

  private static let address: [UInt8] = Array("地址".utf8)

  private static func addressStart(_ shadow: [UInt8]) -> Int {
    var offset = 0
    while offset + address.count <= shadow.count {
      if shadow[offset..<offset + address.count].elementsEqual(address) { return offset }
      offset += 1
    }
    return shadow.count
  }
}
