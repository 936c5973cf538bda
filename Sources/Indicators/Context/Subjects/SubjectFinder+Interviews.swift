import Layout
import Rules

/// Whom an interview is of: the body that the one who answers heads.
extension SubjectFinder {
  /// The stories that go on by turns between two who speak, 问：… 答：…, and the paragraph where the turns begin.
  struct Interviews {
    private(set) var firstTurns: [Int: Int] = [:]
    /// Who speaks in each story.
    private(set) var labels: [Int: Set<ArraySlice<UInt8>>] = [:]

    init(_ paragraphs: [ParagraphShadow], _ map: StoryMap) {
      var counts: [Int: [ArraySlice<UInt8>: Int]] = [:]
      var first: [Int: Int] = [:]
      for (index, paragraph) in paragraphs.enumerated() where paragraph.kind != .furniture {
        guard let label = Self.label(paragraph.shadow) else { continue }
        let story = map.stories[index]
        counts[story, default: [:]][label, default: 0] += 1
        if first[story] == nil { first[story] = index }
      }
      for (story, labels) in counts where labels.values.filter({ $0 >= Self.leastTurns }).count >= 2 {
        firstTurns[story] = first[story]
        self.labels[story] = Set(labels.keys)
      }
    }

    /// Who speaks, before the colon that a paragraph begins with.
    static func label(_ text: [UInt8]) -> ArraySlice<UInt8>? {
      var offset = 0
      while offset < min(text.count, longestLabel) {
        let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
        if scalar == 0x3A { return offset > 0 ? text[..<offset] : nil }
        guard (0x4E00...0x9FFF).contains(scalar) || scalar == 0xB7 else { return nil }
        offset += size
      }
      return nil
    }

    private static let leastTurns = 2
    /// Eight characters.
    private static let longestLabel = 27
  }

  /// Takes whom the one who answers speaks for for what an interview is about; also where only the headline says that it is one.
  mutating func settleInterviews() {
    let interviews = Interviews(paragraphs, stories)
    for (story, first) in interviews.firstTurns {
      let speakers = speakers(above: first, interviews.labels[story] ?? [])
      if speakers.count >= 2 {
        settle(on: speakers, from: first)
        continue
      }
      guard let body = guest(above: first) else { continue }
      scores[story].settle(on: body)
      guests[story] = mention(of: body)
    }
    for (index, paragraph) in paragraphs.enumerated() where paragraph.kind == .heading || paragraph.kind == .title {
      let story = stories.stories[index]
      guard interviews.firstTurns[story] == nil, rules.topics.tellsInterview(in: paragraph),
        let body = headed(in: paragraph)
      else { continue }
      scores[story].settle(on: body)
    }
  }

  /// What the turns of an interview leave open is of whom the one who answers speaks for, and not of whom a headline names.
  mutating func settleTurns() {
    for index in paragraphs.indices where Interviews.label(paragraphs[index].shadow) != nil {
      if let guest = guests[stories.stories[index]] { sections[index] = guest }
    }
    for (index, speaker) in speakers { sections[index] = speaker }
  }

  /// 县统计局局长王林、楚江集团总经理李虹出席: whom each of those speaks for who answer below. An office speaks for its place.
  private func speakers(
    above first: Int, _ labels: Set<ArraySlice<UInt8>>
  ) -> [ArraySlice<UInt8>: SubjectMention] {
    let story = stories.stories[first]
    let place = mention(of: scores[story].place ?? pageScores.place)
    var found: [ArraySlice<UInt8>: SubjectMention] = [:]
    for index in paragraphs.indices[..<first]
    where stories.stories[index] == story && paragraphs[index].kind != .furniture {
      let text = paragraphs[index].shadow
      for office in offices(in: paragraphs[index]) {
        var name = office.titleEnd
        // 党委书记、院长
        while PeriodMarker.begins(text, name, Self.listMark),
          let title = rules.organizations.titles.longestMatch(in: text, at: name + Self.listMark.count)
        {
          name = title.end
        }
        let begun = labels.filter { PeriodMarker.begins(text, name, Array($0)) }
        guard let label = begun.max(by: { $0.count < $1.count }), found[label] == nil else { continue }
        if let body = candidate(office.topic, paragraphs[index]) {
          found[label] = mention(of: body)
        } else if case .authority = office.topic.kind, let place {
          found[label] = place
        }
      }
    }
    return found
  }

  /// Takes what each turn tells for that of whom its speaker speaks for.
  private mutating func settle(on named: [ArraySlice<UInt8>: SubjectMention], from first: Int) {
    var current: SubjectMention?
    for index in paragraphs.indices[first...] where stories.stories[index] == stories.stories[first] {
      if let label = Interviews.label(paragraphs[index].shadow) { current = named[label] }
      if let current { speakers[index] = current }
    }
  }

  private static let listMark = Array("、".utf8)

  /// 访永善县职业技术学校校长陶光华: the body of the one who answers in an interview, as what stands above its first turn names
  /// him, else the one that the reporter went to.
  private func guest(above first: Int) -> SubjectScores.Candidate? {
    let story = stories.stories[first]
    let above = paragraphs.indices[..<first].filter {
      stories.stories[$0] == story && paragraphs[$0].kind != .furniture
    }
    for index in above {
      if let body = headed(in: paragraphs[index]) { return body }
    }
    for index in above {
      guard let visited = asides[index].last(where: { $0.bodyClass != .settlement && $0.bodyClass != nil }) else {
        continue
      }
      return candidate(visited, paragraphs[index])
    }
    return nil
  }

  private func candidate(_ topic: Topic, _ paragraph: ParagraphShadow) -> SubjectScores.Candidate? {
    let bodyClass: OrganizationRules.Class
    switch topic.kind {
    case .authority where rules.organizations.isDoer(paragraph.shadow, topic.range): bodyClass = .authority
    case .body(let found) where Self.canBeMain(found) || found == .society: bodyClass = found
    case .alias(_, let found) where Self.canBeMain(found): bodyClass = found
    default: return nil
    }
    return SubjectScores.Candidate(
      name: text(topic, of: paragraph), kind: SubjectScores.kind(bodyClass), bodyClass: bodyClass, place: nil, score: 0)
  }

  /// The body that a title of office stands right behind: 敦化市医院 of 敦化市医院党委书记、院长孟庆川.
  private func headed(in paragraph: ParagraphShadow) -> SubjectScores.Candidate? {
    for office in offices(in: paragraph) {
      guard var found = candidate(office.topic, paragraph) else { continue }
      // 农业银行信丰县支行: the whole of a branch.
      if let whole = wholeStart(of: office.topic, in: paragraph) {
        found.name = String(decoding: paragraph.original[whole..<office.topic.range.upperBound], as: UTF8.self)
      }
      return found
    }
    return nil
  }

  /// The bodies that a title of office stands right behind, and where the title ends.
  private func offices(in paragraph: ParagraphShadow) -> [(topic: Topic, titleEnd: Int)] {
    let text = paragraph.shadow
    var found: [(topic: Topic, titleEnd: Int)] = []
    var offsets = paragraph.clauses.clauses.indices.compactMap { clause -> Int? in
      let range = paragraph.clauses.range(ofClause: clause)
      let start = rules.topics.subjectStart(in: text, clause: range, periods: paragraph.periods)
      return start < range.upperBound ? start : nil
    }
    offsets += paragraph.sites.lazy.filter { $0.reasons.contains(.place) }.map { Int($0.offset) }
    offsets += listed(in: paragraph)
    var past = 0
    for offset in offsets.sorted().prefix(Self.mostNames) where offset >= past && offset < text.count {
      let clause = paragraph.clauses.range(ofClause: paragraph.clauses.clause(at: offset))
      let limit = min(clause.upperBound, offset + TopicReader.longestName)
      var end = offset
      while end < limit {
        end += UTF8Scalar.folded(in: text, at: end).length
        guard end - offset >= 9, end < clause.upperBound,
          let title = rules.organizations.titles.longestMatch(in: text, at: end, end: clause.upperBound),
          // 韩山镇党委书记: what follows makes no other word of the ending.
          case let head = Array(text[..<end]), let topic = rules.topics.topic(in: head, at: offset, end: end),
          topic.range.upperBound == end
        else { continue }
        found.append((topic, title.end))
        past = end
        break
      }
    }
    return found
  }

  /// Where what stands behind a mark between names begins.
  private func listed(in paragraph: ParagraphShadow) -> [Int] {
    let text = paragraph.shadow
    var found: [Int] = []
    var offset = 0
    while offset < text.count, found.count < Self.mostNames {
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      offset += size
      if scalar == 0x3001, offset < text.count { found.append(offset) }
    }
    return found
  }

  private static let mostNames = 64

  /// Where the name of a bank begins that the place of its branch stands right behind.
  private func wholeStart(of branch: Topic, in paragraph: ParagraphShadow) -> Int? {
    guard branch.bodyClass == .bank else { return nil }
    let text = paragraph.shadow
    let clause = paragraph.clauses.range(ofClause: paragraph.clauses.clause(at: branch.range.lowerBound))
    let start = rules.topics.subjectStart(in: text, clause: clause, periods: paragraph.periods)
    var offset = start
    while offset < branch.range.lowerBound {
      if offset > start, let ending = rules.organizations.endings.longestMatch(in: text, at: offset),
        ending.value == .bank, ending.end == branch.range.lowerBound
      {
        return start
      }
      offset += UTF8Scalar.folded(in: text, at: offset).length
    }
    return nil
  }

  /// 现在我们下派骨干47名: whether a clause of a sentence in an interview begins with those who answer.
  func speaksOfItself(_ sentence: Int, before figure: Int, in paragraph: ParagraphShadow) -> Bool {
    let clauses = paragraph.clauses
    var clause = clauses.clause(at: figure)
    while clause >= 0, clauses.sentenceOfClause[clause] == sentence {
      let range = clauses.range(ofClause: clause)
      let start = rules.topics.subjectStart(in: paragraph.shadow, clause: range, periods: paragraph.periods)
      // The word itself may lead in.
      let head = range.lowerBound..<min(range.upperBound, start + 1)
      if rules.organizations.selves.occurs(in: paragraph.shadow, head, end: range.upperBound) { return true }
      clause -= 1
    }
    return false
  }
}
