import Layout
import Rules

/// Short names of bodies, and the weight of the bodies that clauses are about.
extension SubjectFinder {
  /// The name of a zone or company without its ending stands for it in clauses that name no other: 洋江 for 洋江开发区.
  mutating func addAliases(
    to topics: inout [[(topic: Topic, clause: Int)]], _ starts: [Int], _ titleRuns: [Range<Int>]
  ) {
    var aliases = WordTable<Int>()
    var bodies: [(name: String, bodyClass: OrganizationRules.Class)] = []
    for (index, found) in topics.enumerated() {
      for (topic, _) in found {
        guard case .body(let bodyClass) = topic.kind, bodyClass == .zone || bodyClass == .company,
          let stem = rules.topics.stem(of: paragraphs[index].shadow, topic.range)
            ?? rules.topics.placedStem(of: paragraphs[index].shadow, topic.range)
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
        let range = paragraph.clauses.range(ofClause: clause)
        if let first = known.first, first.clause == clause {
          known.removeFirst()
          // 北江动力 of 北江动力股份有限公司 is no 北江.
          if case .place = first.topic.kind, first.topic.range.lowerBound == start,
            let match = aliases.longestMatch(in: paragraph.shadow, at: start, end: range.upperBound),
            match.end > first.topic.range.upperBound,
            let place = topics[index].firstIndex(where: { $0.clause == clause })
          {
            let body = bodies[match.value]
            topics[index][place].topic = Topic(
              kind: .alias(body.name, body.bodyClass), range: start..<match.end, isSource: first.topic.isSource)
          }
          continue
        }
        guard start < range.upperBound, aliases.mayBegin(in: paragraph.shadow, at: start) else { continue }
        guard let match = aliases.longestMatch(in: paragraph.shadow, at: start, end: range.upperBound) else { continue }
        let body = bodies[match.value]
        added.append(
          (Topic(kind: .alias(body.name, body.bodyClass), range: start..<match.end, isSource: false), clause))
        scores[stories.stories[index]].noteBody(
          body.name, body.bodyClass,
          weight: SubjectNoting.bodyWeight(paragraph.kind, isTitleRun: titleRuns.contains { $0.contains(index) }))
      }
      first += paragraph.clauses.clauses.count
      if !added.isEmpty { topics[index] = (topics[index] + added).sorted { $0.clause < $1.clause } }
    }
  }

  /// Adds the body that a clause is about. Static, because a method would copy the finder, and with it all scores, to
  /// change one of its own scores.
  static func noteBody(
    _ topic: Topic, _ paragraph: ParagraphShadow, isTitleRun: Bool, rules: ContextRules, to scores: inout SubjectScores
  ) {
    guard case .body(let bodyClass) = topic.kind, canBeMain(bodyClass) else { return }
    // Names that begin with a place are scored with their places.
    guard rules.gazetteer.length(in: paragraph.shadow, at: topic.range.lowerBound) == 0 else { return }
    let name = String(decoding: paragraph.original[topic.range], as: UTF8.self)
    scores.noteBody(
      name, bodyClass, weight: SubjectNoting.bodyWeight(paragraph.kind, isTitleRun: isTitleRun))
  }

  /// The bodies that a page or a story can be about.
  static func canBeMain(_ bodyClass: OrganizationRules.Class) -> Bool {
    switch bodyClass {
    case .company, .zone, .hospital, .school, .court, .bank, .settlement, .region, .event, .facility: true
    case .society, .authority, .project: false
    }
  }

  /// The bodies that clauses name after 在 or 走进: what 园区 and 该公司 stand for, and no subjects.
  /// - Parameter found: The topics at the heads of the clauses.
  mutating func addAsides(
    _ paragraph: ParagraphShadow, _ found: [(topic: Topic, clause: Int)], _ story: Int, _ introduced: IntroducedNames
  ) {
    var list: [Topic] = []
    var next = 0
    var visit: SubjectMention?
    defer { visits.append(visit) }
    // 本报上饶经济开发区讯
    if let zone = rules.topics.localDatelineTopic(in: paragraph.shadow), zone.bodyClass.map(Self.canBeMain) ?? false {
      list.append(zone)
    }
    for site in paragraph.sites where site.reasons.contains(.setting) {
      let offset = Int(site.offset)
      guard offset >= list.last?.range.upperBound ?? 0,
        let word = rules.organizations.settings.longestMatch(in: paragraph.shadow, at: offset)
      else { continue }
      var start = word.end
      // 他加入的合作社
      if PeriodMarker.begins(paragraph.shadow, start, PeriodMarker.of) { start += PeriodMarker.of.count }
      let clauses = paragraph.clauses
      let end = clauses.range(ofClause: clauses.clause(at: offset)).upperBound
      while next < found.count, found[next].topic.range.lowerBound < start { next += 1 }
      if next < found.count, found[next].topic.range.lowerBound == start { continue }
      guard start < end,
        let topic = visited(in: paragraph, at: start, end: end, introduced), let bodyClass = topic.bodyClass,
        Self.canBeMain(bodyClass)
      else { continue }
      list.append(topic)
      // 在 tells where, 走进 whom the paragraph is about.
      if visit == nil, paragraph.clauses.sentence(at: offset) == 0,
        !PeriodMarker.begins(paragraph.shadow, offset, Self.setting)
      {
        visit = SubjectMention(
          name: text(topic, of: paragraph), kind: SubjectScores.kind(bodyClass), range: nil, areaCode: nil)
      }
      // Names that begin with a place are scored with their places.
      if rules.gazetteer.length(in: paragraph.shadow, at: start) == 0 {
        scores[story].noteBody(text(topic, of: paragraph), bodyClass, weight: 0.5)
      }
    }
    asides.append(list)
  }

  /// The name that a topic stands for, as the page prints it.
  func text(_ topic: Topic, of paragraph: ParagraphShadow) -> String {
    if case .alias(let name, _) = topic.kind { return name }
    return String(decoding: paragraph.original[topic.range], as: UTF8.self)
  }

  /// The body at an offset, or that of a place there: 走进柴湾镇的双鹏纺机.
  private func visited(
    in paragraph: ParagraphShadow, at start: Int, end: Int, _ introduced: IntroducedNames
  ) -> Topic? {
    func named(_ offset: Int) -> Topic? {
      introduced.match(in: paragraph.shadow, at: offset, end: end).map {
        Topic(kind: .alias($0.name, .company), range: offset..<$0.end, isSource: false)
      }
    }
    if let topic = named(start) { return topic }
    guard let topic = rules.topics.topic(in: paragraph.shadow, at: start, end: end, periods: paragraph.periods) else {
      return nil
    }
    let inner = rules.topics.afterPlace(topic, in: paragraph.shadow, end: end)
    return inner.flatMap { named($0) ?? rules.topics.topic(in: paragraph.shadow, at: $0, end: end) } ?? topic
  }

  /// 中标人, 竞得人之一, 店主: whether a part of a text only tells what the subject behind it is.
  func isRole(in shadow: [UInt8], _ range: Range<Int>) -> Bool {
    guard !range.isEmpty else { return false }
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard
        let word = rules.organizations.roles.longestMatch(in: shadow, at: offset, end: range.upperBound)
          ?? rules.organizations.householders.longestMatch(in: shadow, at: offset, end: range.upperBound)
          ?? rules.organizations.amongRoles.longestMatch(in: shadow, at: offset, end: range.upperBound)
      else { return false }
      offset = word.end
    }
    return true
  }
}
