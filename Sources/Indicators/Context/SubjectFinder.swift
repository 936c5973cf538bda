import Layout
import Rules

/// The subjects of a document: who each clause, paragraph and section is about.
struct SubjectFinder: Sendable {
  /// A topic that stands for somebody on this page.
  private struct Resolved: Sendable {
    let mention: SubjectMention
    let bodyClass: OrganizationRules.Class?
    let isCountry: Bool
    let start: Int
    let sentence: Int
    let clause: Int
    let opensClauseWithWhich: Bool
    /// 在荆江新区建设…: only where it happens.
    let isSetting: Bool
    /// 成都的做法是…: it is told of in its sentence only.
    let isExample: Bool
  }

  private let rules: ContextRules
  private let paragraphs: [ParagraphShadow]
  private var evidence: PlaceEvidence
  private var resolved: [[Resolved]] = []
  /// For each paragraph the subject of the headings above it.
  private var sections: [SubjectMention?] = []
  private var page: SubjectMention?

  init(paragraphs: [ParagraphShadow], rules: ContextRules) {
    self.rules = rules
    self.paragraphs = paragraphs
    evidence = PlaceEvidence(
      gazetteer: rules.gazetteer, isTraditional: paragraphs.contains { $0.isTraditional })
    let titleRuns = Self.titleRuns(paragraphs)
    var shortCounts: [Int: Int] = [:]
    for paragraph in paragraphs { evidence.notePresence(paragraph, shortCounts: &shortCounts) }
    var topics: [[(topic: Topic, clause: Int)]] = []
    // For each clause of all paragraphs where its subject would begin.
    var starts: [Int] = []
    for (index, paragraph) in paragraphs.enumerated() {
      var found: [(topic: Topic, clause: Int)] = []
      let isTitleRun = titleRuns.isEmpty || titleRuns.contains { $0.contains(index) }
      if paragraph.kind != .furniture {
        for clause in paragraph.clauses.clauses.indices {
          let range = paragraph.clauses.range(ofClause: clause)
          let start = rules.topics.subjectStart(in: paragraph.shadow, clause: range, periods: paragraph.periods)
          starts.append(start)
          if let topic = rules.topics.topic(
            in: paragraph.shadow, clause: range, from: start, periods: paragraph.periods)
          {
            found.append((topic, clause))
            noteBody(topic, paragraph, isTitleRun: isTitleRun)
          }
        }
      }
      evidence.note(
        paragraph, topicStarts: found.map { $0.topic.range.lowerBound }, isTitleRun: isTitleRun, rules: rules)
      topics.append(found)
    }
    addAliases(to: &topics, starts, titleRuns)
    evidence.rank(isOneStory: titleRuns.count <= 1)
    if let main = evidence.main {
      page = SubjectMention(
        name: main.name, kind: main.kind, range: nil, areaCode: main.place.flatMap { rules.gazetteer.places[$0].code })
    }
    resolve(topics)
  }

  /// Who a figure is of.
  func subject(paragraph index: Int, figure: Range<Int>, nameStart: Int) -> SubjectMention? {
    let paragraph = paragraphs[index]
    if paragraph.kind == .table, let row = rowSubject(index, figure) { return row }
    let topics = resolved[index]
    let end = topics.indices.first(notBefore: figure.lowerBound) { topics[$0].start }
    // As many as a reader remembers; a long paragraph costs no more than its length.
    let known = max(0, end - 48)..<end
    let sentence = paragraph.clauses.sentence(at: figure.lowerBound)
    if let inSentence = chosen(topics, known, sentence, before: paragraph.clauses.clause(at: figure.lowerBound)) {
      return topics[inSentence].mention
    }
    if let main = mainTopic(topics, known, in: paragraph) { return main }
    return sections[index] ?? page
  }

  /// The last topic of the sentence, but no state that only tells the destination of goods.
  private func chosen(_ topics: [Resolved], _ known: Range<Int>, _ sentence: Int, before clause: Int) -> Int? {
    guard let last = known.last(where: { topics[$0].sentence == sentence }) else { return nil }
    if topics[last].isCountry {
      if let other = known.last(where: { topics[$0].sentence == sentence && !topics[$0].isCountry }) { return other }
      return topics[last].opensClauseWithWhich ? nil : last
    }
    // 全区GDP达3612亿元，在全市各区中排第二，企业4256家: where it happens does not go on.
    if topics[last].isSetting, topics[last].clause < clause,
      let other = known.last(where: { topics[$0].sentence == sentence && !topics[$0].isSetting })
    {
      return other
    }
    return last
  }

  /// The topic that a paragraph goes on with when a sentence names none: that of the nearest sentence before which has
  /// one; where that sentence speaks of several, or of the page's subject too, the page's.
  private func mainTopic(_ topics: [Resolved], _ known: Range<Int>, in paragraph: ParagraphShadow) -> SubjectMention? {
    func isTold(_ index: Int) -> Bool {
      !topics[index].isSetting && !topics[index].opensClauseWithWhich && !topics[index].isExample
        && (topics[index].bodyClass != .facility || paragraph.measures(inSentence: topics[index].sentence))
    }
    guard let last = known.last(where: isTold) else { return nil }
    let nearest = topics[last].sentence
    var isOne = true
    for index in known where topics[index].sentence == nearest && isTold(index) {
      if let page, topics[index].mention.name == page.name { return page }
      if topics[index].mention.name != topics[last].mention.name { isOne = false }
    }
    return isOne ? topics[last].mention : nil
  }

  private func rowSubject(_ index: Int, _ figure: Range<Int>) -> SubjectMention? {
    let paragraph = paragraphs[index]
    var start = figure.lowerBound
    while start > 0, paragraph.shadow[start - 1] != 0x0A, figure.lowerBound - start < 2000 { start -= 1 }
    guard start > 0, paragraph.shadow[start - 1] == 0x0A else { return nil }
    var end = start
    while end < paragraph.shadow.count, paragraph.shadow[end] > 0x20 { end += 1 }
    let cell = start..<end
    guard !cell.isEmpty else { return nil }
    let isPlaceColumn = rules.sections.isPlaceHeader(paragraph.shadow)
    if let match = rules.gazetteer.match(in: paragraph.shadow, at: start), start + match.length == end,
      let place = match.places.count == 1
        ? match.places.first : evidence.place(of: match.places, isShort: match.isShort, isAmbiguous: false)?.place
    {
      return SubjectMention(
        name: text(index, cell), kind: .place, range: cell, areaCode: rules.gazetteer.places[place].code)
    }
    guard isPlaceColumn else { return nil }
    return SubjectMention(name: text(index, cell), kind: .place, range: cell, areaCode: nil)
  }

  /// The runs of headings and titles that a title stands in.
  private static func titleRuns(_ paragraphs: [ParagraphShadow]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    while start < paragraphs.count {
      var end = start
      while end < paragraphs.count, [.heading, .title, .byline, .furniture].contains(paragraphs[end].kind) { end += 1 }
      if paragraphs[start..<end].contains(where: { $0.kind == .title }) { runs.append(start..<end) }
      start = max(end, start + 1)
    }
    return runs
  }

  /// The name of a zone or company without its ending stands for it in clauses that name no other: 洋江 for 洋江开发区.
  private mutating func addAliases(
    to topics: inout [[(topic: Topic, clause: Int)]], _ starts: [Int], _ titleRuns: [Range<Int>]
  ) {
    var aliases = WordTable<Int>()
    var bodies: [(name: String, bodyClass: OrganizationRules.Class)] = []
    for (index, found) in topics.enumerated() {
      for (topic, _) in found {
        guard case .body(let bodyClass) = topic.kind, bodyClass == .zone || bodyClass == .company,
          let stem = rules.topics.stem(of: paragraphs[index].shadow, topic.range)
        else { continue }
        if aliases.insert(stem, bodies.count) { bodies.append((text(index, topic.range), bodyClass)) }
      }
    }
    guard !bodies.isEmpty else { return }
    var first = 0
    for index in topics.indices where paragraphs[index].kind != .furniture {
      let paragraph = paragraphs[index]
      var known = topics[index][...]
      var added: [(topic: Topic, clause: Int)] = []
      for clause in paragraph.clauses.clauses.indices {
        let start = starts[first + clause]
        if known.first?.clause == clause {
          known.removeFirst()
          continue
        }
        let range = paragraph.clauses.range(ofClause: clause)
        guard start < range.upperBound, aliases.mayBegin(in: paragraph.shadow, at: start) else { continue }
        guard let match = aliases.longestMatch(in: paragraph.shadow, at: start, end: range.upperBound) else { continue }
        let body = bodies[match.value]
        added.append(
          (Topic(kind: .alias(body.name, body.bodyClass), range: start..<match.end, isSource: false), clause))
        evidence.noteBody(
          body.name, body.bodyClass,
          weight: paragraph.kind == .title
            ? 5 : paragraph.kind == .heading && titleRuns.contains { $0.contains(index) } ? 3 : 1)
      }
      first += paragraph.clauses.clauses.count
      if !added.isEmpty { topics[index] = (topics[index] + added).sorted { $0.clause < $1.clause } }
    }
  }

  private mutating func noteBody(_ topic: Topic, _ paragraph: ParagraphShadow, isTitleRun: Bool) {
    guard case .body(let bodyClass) = topic.kind,
      [.company, .zone, .hospital, .school, .court].contains(bodyClass)
    else { return }
    // Names that begin with a place are scored with their places.
    guard rules.gazetteer.length(in: paragraph.shadow, at: topic.range.lowerBound) == 0 else { return }
    let name = String(decoding: paragraph.original[topic.range], as: UTF8.self)
    evidence.noteBody(
      name, bodyClass, weight: paragraph.kind == .title ? 5 : paragraph.kind == .heading && isTitleRun ? 3 : 1)
  }

  private mutating func resolve(_ topics: [[(topic: Topic, clause: Int)]]) {
    var lastBodies: [OrganizationRules.Class: (paragraph: Int, mention: SubjectMention)] = [:]
    var lastDivisions: [SubjectMention] = []
    var heading: SubjectMention?
    var title: SubjectMention?
    var isInHeadings = false
    for (index, found) in topics.enumerated() {
      let paragraph = paragraphs[index]
      let isHeading = paragraph.kind == .heading || paragraph.kind == .title
      if isHeading, !isInHeadings {
        heading = nil
        lastDivisions = []
      }
      isInHeadings = isHeading || isInHeadings && paragraph.kind == .byline
      var list: [Resolved] = []
      for (topic, clause) in found {
        // 一期用地: the phase of the project just named and not of the zone.
        let followsZone = list.last.map { $0.bodyClass != .project } ?? true
        guard let mention = mention(topic, index, lastBodies, lastDivisions, followsZone: followsZone) else { continue }
        var bodyClass: OrganizationRules.Class?
        if case .alias(_, let found) = topic.kind {
          bodyClass = found
          lastBodies[found] = (index, mention)
        }
        if case .body(let found) = topic.kind {
          bodyClass = found
          lastBodies[found] = (index, mention)
        }
        if mention.kind == .place { lastDivisions.append(mention) }
        var isCountry = false
        if case .place(let places, _) = topic.kind, let place = places.first {
          isCountry = rules.gazetteer.places[place].level == .country
        }
        let clauseStart = paragraph.clauses.clauses[clause]
        list.append(
          Resolved(
            mention: mention, bodyClass: bodyClass, isCountry: isCountry, start: topic.range.lowerBound,
            sentence: paragraph.clauses.sentenceOfClause[clause], clause: clause,
            opensClauseWithWhich: Self.begins(paragraph.shadow, clauseStart, Self.which)
              || clauseStart >= 9 && Self.begins(paragraph.shadow, clauseStart - 9, Self.which),
            isSetting: isSetting(topic, paragraph),
            isExample: isExample(topic, paragraph)))
      }
      resolved.append(list)
      if isHeading, heading == nil { heading = list.first?.mention }
      if paragraph.kind == .title { title = list.first.flatMap { isBroad($0) ? $0.mention : nil } }
      sections.append(isHeading ? list.first?.mention ?? heading : heading ?? title)
    }
  }

  /// What the page as a whole is about.
  var pageSubject: SubjectMention? { page }

  private static let which: [UInt8] = Array("其中".utf8)

  private static let setting: [UInt8] = Array("在".utf8)

  private func isSetting(_ topic: Topic, _ paragraph: ParagraphShadow) -> Bool {
    let start = topic.range.lowerBound
    guard start >= 3, Self.begins(paragraph.shadow, start - 3, Self.setting),
      topic.range.upperBound < paragraph.shadow.count
    else { return false }
    let after = UTF8Scalar.folded(in: paragraph.shadow, at: topic.range.upperBound).scalar
    return after != 0x2C && after != 0x3A
  }

  private func isExample(_ topic: Topic, _ paragraph: ParagraphShadow) -> Bool {
    if rules.organizations.isExample(paragraph.shadow, after: topic.range.upperBound) { return true }
    guard let match = rules.gazetteer.match(in: paragraph.shadow, at: topic.range.lowerBound) else { return false }
    return rules.organizations.isExample(paragraph.shadow, after: topic.range.lowerBound + match.length)
  }

  private static func begins(_ text: [UInt8], _ offset: Int, _ word: [UInt8]) -> Bool {
    text.count >= offset + word.count && text[offset..<offset + word.count].elementsEqual(word)
  }

  private func isBroad(_ topic: Resolved) -> Bool {
    switch topic.bodyClass {
    case nil, .company, .zone: true
    default: false
    }
  }

  private func text(_ index: Int, _ range: Range<Int>) -> String {
    String(decoding: paragraphs[index].original[range], as: UTF8.self)
  }

  private func mention(
    _ topic: Topic, _ index: Int, _ bodies: [OrganizationRules.Class: (paragraph: Int, mention: SubjectMention)],
    _ divisions: [SubjectMention], followsZone: Bool
  ) -> SubjectMention? {
    switch topic.kind {
    case .place(let places, let isShort):
      guard let found = evidence.place(of: places, isShort: isShort || isShortForm(topic, index), isAmbiguous: isShort)
      else { return nil }
      return place(found, topic, index)
    case .authority(let places):
      guard !places.isEmpty, let found = evidence.place(of: places, isShort: false, isAmbiguous: false),
        rules.gazetteer.places[found.place].level > .province
      else { return nil }
      return place(found, topic, index)
    case .body(let bodyClass):
      switch bodyClass {
      case .society where topic.isSource, .facility where topic.isSource, .school where topic.isSource: return nil
      default: break
      }
      let kind: SubjectMention.Kind =
        bodyClass == .project ? .project : bodyClass == .settlement ? .place : .organization
      return SubjectMention(name: text(index, topic.range), kind: kind, range: topic.range, areaCode: nil)
    case .alias(let name, _):
      return SubjectMention(name: name, kind: .organization, range: topic.range, areaCode: nil)
    case .several:
      return SubjectMention(name: text(index, topic.range), kind: .place, range: topic.range, areaCode: nil)
    case .state:
      guard topic.isSource else { return nil }
      return SubjectMention(name: "全国", kind: .place, range: nil, areaCode: nil)
    case .deictic(.place(let name, _)):
      if name == "全国" {
        if let last = divisions.last, isCountry(last.name) {
          return SubjectMention(name: last.name, kind: .place, range: topic.range, areaCode: nil)
        }
        return SubjectMention(name: text(index, topic.range), kind: .place, range: topic.range, areaCode: nil)
      }
      let match = rules.gazetteer.match(in: Array(name.utf8), at: 0)?.places.first
      let printed = match.flatMap { evidence.name(of: $0) } ?? text(index, topic.range)
      return SubjectMention(
        name: printed, kind: .place, range: topic.range, areaCode: match.flatMap { rules.gazetteer.places[$0].code })
    case .deictic(.division(let unit)): return division(unit, topic, index, divisions)
    case .deictic(.body(let bodyClass)):
      let printed = text(index, topic.range)
      if let last = bodyMeant(bodyClass, index, bodies, word: printed) {
        if printed.hasSuffix("期"), printed.utf8.count == 6 {
          let name = last.name.hasSuffix("期") ? String(last.name.dropLast(2)) : last.name
          guard followsZone else { return nil }
          return SubjectMention(name: name + printed, kind: last.kind, range: topic.range, areaCode: nil)
        }
        return SubjectMention(name: last.name, kind: last.kind, range: topic.range, areaCode: nil)
      }
      // 该项目 of a project that the page does not name as one.
      if bodyClass == .project {
        return SubjectMention(name: printed, kind: .project, range: topic.range, areaCode: nil)
      }
      guard !printed.hasSuffix("期"), let best = evidence.body(bodyClass) else { return nil }
      return SubjectMention(name: best.name, kind: .organization, range: topic.range, areaCode: nil)
    }
  }

  /// The body that 公司 stands for: the last named in the paragraph, else the page's, else the last on the page; 该厂 and
  /// 全矿 stand for a name that ends so, and 公司 for none of these where another is named.
  private func bodyMeant(
    _ bodyClass: OrganizationRules.Class, _ index: Int,
    _ bodies: [OrganizationRules.Class: (paragraph: Int, mention: SubjectMention)], word: String
  ) -> SubjectMention? {
    let last = bodies[bodyClass]
    let kind = word.unicodeScalars.last.flatMap { Self.plantWords.contains($0) ? $0 : nil }
    func fits(_ name: String) -> Bool {
      guard bodyClass == .company, let end = name.unicodeScalars.last else { return true }
      return kind.map { $0 == end } ?? !Self.plantWords.contains(end)
    }
    if let last, last.paragraph == index, fits(last.mention.name) { return last.mention }
    if let main = evidence.main, main.bodyClass == bodyClass {
      return SubjectMention(name: main.name, kind: main.kind, range: nil, areaCode: nil)
    }
    if bodyClass == .company, let last, last.paragraph == index, let other = evidence.body(bodyClass, where: fits) {
      return SubjectMention(name: other.name, kind: .organization, range: nil, areaCode: nil)
    }
    return last?.mention
  }

  private static let plantWords: [Unicode.Scalar] = ["厂", "廠", "矿", "礦", "店", "社", "场", "場"]

  private func isShortForm(_ topic: Topic, _ index: Int) -> Bool {
    rules.gazetteer.match(in: paragraphs[index].shadow, at: topic.range.lowerBound)?.isShort ?? false
  }

  private func place(_ found: (place: Int, isCertain: Bool), _ topic: Topic, _ index: Int) -> SubjectMention {
    let isChain: Bool =
      if let match = rules.gazetteer.match(in: paragraphs[index].shadow, at: topic.range.lowerBound),
        case .place = topic.kind
      { match.length < topic.range.count } else { false }
    let printed = text(index, topic.range)
    return SubjectMention(
      name: isChain ? printed : evidence.name(of: found.place) ?? printed, kind: .place, range: topic.range,
      areaCode: found.isCertain ? rules.gazetteer.places[found.place].code : nil)
  }

  /// 全县: the last place of the section whose name ends so, else the page's, else as printed.
  private func division(_ unit: [UInt8], _ topic: Topic, _ index: Int, _ divisions: [SubjectMention]) -> SubjectMention
  {
    if unit.elementsEqual("国".utf8) {
      if let last = divisions.last(where: { isCountry($0.name) }) {
        return SubjectMention(name: last.name, kind: .place, range: topic.range, areaCode: nil)
      }
      return SubjectMention(name: text(index, topic.range), kind: .unresolved, range: topic.range, areaCode: nil)
    }
    let units = [
      unit, unit == Array("县".utf8) ? Array("縣".utf8) : unit, unit == Array("区".utf8) ? Array("區".utf8) : unit,
    ]
    if let last = divisions.last(where: { mention in
      units.contains { Array(mention.name.utf8).suffix($0.count).elementsEqual($0) }
    }) {
      return SubjectMention(name: last.name, kind: last.kind, range: topic.range, areaCode: last.areaCode)
    }
    if let best = evidence.division(unit: unit) {
      return SubjectMention(
        name: best.name, kind: best.kind, range: topic.range,
        areaCode: best.place.flatMap { rules.gazetteer.places[$0].code })
    }
    return SubjectMention(name: text(index, topic.range), kind: .unresolved, range: topic.range, areaCode: nil)
  }

  private func isCountry(_ name: String) -> Bool {
    let bytes = rules.folding.shadow(of: Array(name.utf8))
    guard let match = rules.gazetteer.match(in: bytes, at: 0), let place = match.places.first else { return false }
    return rules.gazetteer.places[place].level == .country
  }
}
