import Layout
import Rules

/// The subjects of a document: who each clause, paragraph and section is about.
struct SubjectFinder: Sendable {
  /// A topic that stands for somebody on this page.
  struct Resolved: Sendable {
    let mention: SubjectMention
    let bodyClass: OrganizationRules.Class?
    let isCountry: Bool
    let start: Int
    let sentence: Int
    let clause: Int
    let opensClauseWithWhich: Bool
    /// 在荆江新区建设…: only where it happens.
    let isSetting: Bool
    /// 村民王大明: who works for himself.
    let isPerson: Bool
    /// 成都的做法是…: it is told of in its sentence only.
    let isExample: Bool
    /// 高雄港务局昨天公布: it tells the figures.
    let isSource: Bool
    /// 在全市各区中: only what the subject is one of.
    let isCompared: Bool
    /// Where the bracket closes that it stands in: (其中青山镇210件).
    let bracketEnd: Int?
    /// Those named together: 德城区、齐河县、禹城市.
    let members: [SubjectMention]
  }

  let rules: ContextRules
  let paragraphs: [ParagraphShadow]
  let stories: StoryMap
  var evidence: PlaceEvidence
  /// What each story names, and the page as a whole.
  var scores: [SubjectScores]
  var pageScores = SubjectScores()
  /// The bodies that the clauses of each paragraph name as where something happens.
  var asides: [[Topic]] = []
  /// The body that a paragraph begins with a visit to: 走进双鹏纺机.
  var visits: [SubjectMention?] = []
  var resolved: [[Resolved]] = []
  /// The quotation that each paragraph begins with, where somebody is named behind it.
  var quotations: [Quotation?] = []
  /// For each paragraph the subject of the headings above it.
  var sections: [SubjectMention?] = []
  /// What each story is about, where it does not tell what the page is.
  var mains: [SubjectMention?] = []
  /// For each story that is an interview whom the one who answers speaks for.
  var guests: [Int: SubjectMention] = [:]
  /// For each paragraph of a conversation with several whom the one who speaks speaks for.
  var speakers: [Int: SubjectMention] = [:]

  /// - Parameter region: Where the page comes from, as its delivery says.
  init(paragraphs: [ParagraphShadow], region: String? = nil, rules: ContextRules) {
    self.rules = rules
    self.paragraphs = paragraphs
    let clauseStarts = paragraphs.map { paragraph in
      paragraph.clauses.clauses.indices.map {
        rules.topics.subjectStart(
          in: paragraph.shadow, clause: paragraph.clauses.range(ofClause: $0), periods: paragraph.periods)
      }
    }
    let introduced = IntroducedNames(paragraphs: paragraphs, starts: clauseStarts, rules: rules)
    stories = StoryMap(paragraphs: paragraphs, introduced: introduced, rules: rules)
    scores = Array(repeating: SubjectScores(), count: stories.count)
    var known = PlaceEvidence(
      gazetteer: rules.gazetteer, isTraditional: paragraphs.contains { $0.isTraditional })
    let titleRuns = Self.titleRuns(paragraphs)
    var shortCounts: [Int: Int] = [:]
    for paragraph in paragraphs {
      known.notePresence(paragraph, introduced: introduced, shortCounts: &shortCounts)
      known.noteMasthead(paragraph, rules: rules.sections)
    }
    let home = region.flatMap { known.noteRegion($0, folding: rules.folding) }
    known.noteNeighbours(shortCounts)
    evidence = known
    let reports = Datelines(paragraphs, stories, rules.topics)
    var noting = SubjectNoting(
      rules: rules, evidence: known, introduced: introduced, hasCorrespondents: reports.areOfCorrespondents)
    if let home { noting.noteRegion(home, to: &pageScores) }
    var topics: [[(topic: Topic, clause: Int)]] = []
    // For each clause of the paragraphs that are read where its subject would begin.
    var starts: [Int] = []
    for (index, paragraph) in paragraphs.enumerated() {
      let story = stories.stories[index]
      var found: [(topic: Topic, clause: Int)] = []
      let isTitleRun = titleRuns.isEmpty || titleRuns.contains { $0.contains(index) }
      guard paragraph.kind != .furniture else {
        noting.note(paragraph, topicStarts: [], isTitleRun: isTitleRun, to: &pageScores)
        topics.append(found)
        asides.append([])
        visits.append(nil)
        continue
      }
      for clause in paragraph.clauses.clauses.indices {
        let range = paragraph.clauses.range(ofClause: clause)
        let start = clauseStarts[index][clause]
        starts.append(start)
        func add(_ name: String, _ range: Range<Int>) {
          found.append((Topic(kind: .alias(name, .company), range: range, isSource: false), clause))
          scores[story].noteBody(
            name, .company, weight: SubjectNoting.bodyWeight(paragraph.kind, isTitleRun: isTitleRun))
        }
        if !introduced.isEmpty, let match = introduced.match(in: paragraph.shadow, at: start, end: range.upperBound) {
          add(match.name, start..<match.end)
        } else if var topic = rules.topics.topic(
          in: paragraph.shadow, clause: range, from: start, periods: paragraph.periods, words: paragraph.headWords)
        {
          topic = rules.topics.receiver(of: topic, in: paragraph.shadow, range) ?? topic
          if let last = found.last, last.topic.bodyClass == .company,
            paragraph.clauses.sentenceOfClause[last.clause] == paragraph.clauses.sentenceOfClause[clause],
            let company = rules.topics.company(behind: topic, in: paragraph.shadow, end: range.upperBound)
          {
            topic = company
          }
          // 镇上块头最大的禾丰工具，: all of the clause tells which.
          if !topic.isBody,
            let named = introduced.first(
              in: paragraph.shadow, from: topic.range.upperBound, end: range.upperBound),
            named.range.upperBound < range.upperBound,
            UTF8Scalar.folded(in: paragraph.shadow, at: named.range.upperBound).scalar == 0x2C
          {
            add(named.name, named.range)
            continue
          }
          found.append((topic, clause))
          // 龙潭县柳溪镇: the county is what 全县 stands for.
          if let county = ownPlace(of: topic, index), county.name.hasSuffix("县") {
            scores[story].noteBody(county.name, .settlement, weight: 0.5)
          }
          Self.noteBody(topic, paragraph, isTitleRun: isTitleRun, rules: rules, to: &scores[story])
        } else if let last = found.last,
          paragraph.clauses.sentenceOfClause[last.clause] == paragraph.clauses.sentenceOfClause[clause],
          let venue = rules.topics.venueBeforeFigure(
            in: paragraph.shadow, from: start, end: range.upperBound, behind: last.topic)
        {
          found.append((venue, clause))
        } else if let named = introduced.first(in: paragraph.shadow, from: start, end: range.upperBound) {
          // 首份中报由申江电子披露
          add(named.name, named.range)
        }
      }
      noting.note(
        paragraph, topicStarts: found.map { $0.topic.range.lowerBound }, isTitleRun: isTitleRun, to: &scores[story])
      for member in members(of: paragraph, found, starts: clauseStarts[index]) {
        let place = found.indices.first(notBefore: member.clause) { found[$0].clause }
        if place < found.count, found[place].clause == member.clause {
          found[place] = member
        } else {
          found.insert(member, at: place)
        }
        Self.noteBody(member.topic, paragraph, isTitleRun: isTitleRun, rules: rules, to: &scores[story])
      }
      addAsides(paragraph, found, story, introduced)
      topics.append(found)
    }
    evidence = noting.evidence
    addAliases(to: &topics, starts, titleRuns)
    for story in scores { pageScores.add(story) }
    // 全市 of a city that the page does not name.
    for place in [evidence.unnamedCity, evidence.unnamedProvince] {
      guard let place, pageScores.hasUnit(of: place, evidence) else { continue }
      pageScores.note(place, 2, isImprint: true)
      if evidence.name(of: place) == nil { evidence.print(evidence.gazetteer.places[place].name, of: place) }
    }
    // The school that the first of several news items tells of is not what the others are of.
    let isOneStory = titleRuns.count <= 1 && reports.stories.count < Self.severalReports
    // Where no body opens the text, none that it goes on to tell of does.
    let opener = lead(topics, isTold: false)
    pageScores.rankPage(
      evidence, isOneStory: isOneStory, stories: stories.count, lead: opener == nil ? nil : lead(topics),
      opener: opener)
    let page = pageScores.main
    for story in scores.indices
    where stories.count > 1 && (!stories.briefs.contains(story) || reports.stories.contains(story)) {
      scores[story].rankStory(evidence, page: page, isDatelined: reports.stories.contains(story))
    }
    settleInterviews()
    mains = scores.map { mention(of: $0.main ?? page) }
    resolve(topics)
    settleSections()
    settleTurns()
    quotations = paragraphs.indices.map(quotation)
  }

  func mention(of candidate: SubjectScores.Candidate?) -> SubjectMention? {
    candidate.map { main in
      SubjectMention(
        name: main.name, kind: main.kind, range: nil, areaCode: main.place.flatMap { rules.gazetteer.places[$0].code })
    }
  }

  /// Who a figure is of.
  func subject(paragraph index: Int, figure: Range<Int>, nameStart: Int) -> SubjectMention? {
    let paragraph = paragraphs[index]
    if paragraph.kind == .table, let row = rowSubject(index, figure) { return row }
    if let other = yardstick(beside: figure, index) { return other }
    let topics = resolved[index]
    let end = topics.indices.first(notBefore: figure.lowerBound) { topics[$0].start }
    // As many as a reader remembers; a long paragraph costs no more than its length.
    let known = max(0, end - 48)..<end
    let sentence = paragraph.clauses.sentence(at: figure.lowerBound)
    if let listed = listed(index, at: nameStart, before: figure.lowerBound) { return listed }
    if let described = described(by: figure, index, next: end) { return described }
    if let inSentence = chosen(topics, known, sentence, before: figure.lowerBound, in: paragraph) {
      if isContrast(figure.lowerBound, topics[inSentence], in: paragraph) {
        let whole = known.last { topics[$0].sentence == sentence - 1 && !topics[$0].isSource }
        return whole.map { topics[$0].mention } ?? sections[index] ?? mains[stories.stories[index]]
      }
      return topics[inSentence].member(at: figure, in: paragraph, rules.sections.respectively)
        ?? topics[inSentence].mention
    }
    // 瑞丽口岸进出口总值1.86亿美元。其中出口1.34亿美元: parts are of whom the whole is of.
    if paragraph.opensWithWhich(inSentence: sentence), paragraph.measures(inSentence: sentence - 1),
      let whole = known.last(where: { topics[$0].sentence == sentence - 1 && !topics[$0].isSource })
    {
      return topics[whole].mention
    }
    if let scene = scene(around: figure, index, next: end) { return scene }
    if let guest = speakers[index] ?? guests[stories.stories[index]],
      speaksOfItself(sentence, before: figure.lowerBound, in: paragraph)
    {
      return guest
    }
    let isOutcome = isOutcome(sentence, in: paragraph)
    if let main = mainTopic(
      topics, known, in: paragraph, page: mains[stories.stories[index]], isOutcome: isOutcome, sentence: sentence)
    {
      return main
    }
    if let quotation = quotations[index], quotation.end > figure.lowerBound { return quotation.speaker }
    if let before = goesOn(index) { return before }
    return visits[index] ?? sections[index] ?? mains[stories.stories[index]]
  }

  /// The last topic of the sentence, but no state that only tells the destination of goods.
  func chosen(
    _ topics: [Resolved], _ known: Range<Int>, _ sentence: Int, before figure: Int, in paragraph: ParagraphShadow
  ) -> Int? {
    let clause = paragraph.clauses.clause(at: figure)
    // 举报620件（其中青山镇210件），查实430件: what a bracket tells of ends with it.
    // 岱岳、东平、宁阳3个县区受灾: how many they are is of whom they are parts of.
    guard
      let last = known.last(where: {
        topics[$0].sentence == sentence && topics[$0].bracketEnd.map { $0 > figure } ?? true
          && !(topics[$0].members.count > 1 && topics[$0].mention.range?.upperBound == figure)
      })
    else { return nil }
    if topics[last].isCountry {
      // 据国家统计局消息，中国城市达到657个: an office of the state is no other.
      if let other = known.last(where: {
        topics[$0].sentence == sentence && !topics[$0].isCountry && topics[$0].mention.name != Self.nation
      }) {
        return other
      }
      return topics[last].opensClauseWithWhich ? nil : last
    }
    // 全区GDP达3612亿元，在全市各区中排第二，企业4256家: what it is compared with does not go on.
    if topics[last].isSetting, topics[last].isCompared, topics[last].clause < clause,
      let other = known.last(where: { topics[$0].sentence == sentence && !topics[$0].isSetting })
    {
      return other
    }
    return last
  }

  /// 其中勐腊县43万亩、景洪市31万亩: each of a list of places and bodies has its own figure.
  private func listed(_ index: Int, at start: Int, before figure: Int) -> SubjectMention? {
    let shadow = paragraphs[index].shadow
    // The mark may belong to the name that was read.
    let start = PeriodMarker.begins(shadow, start, Self.mark) ? start + Self.mark.count : start
    let opensBracket = start >= 9 && opensBracketedPart(shadow, start)
    guard start >= 3, start < figure, figure - start <= 60,
      opensBracket || UTF8Scalar.folded(in: shadow, at: start - 3).scalar == 0x3001, shadow[start] >= 0xE4,
      paragraphs[index].hasFigure(startingIn: max(0, start - 60)..<start),
      let topic = rules.topics.topic(in: shadow, at: start, end: figure)
    else { return nil }
    let sentence = paragraphs[index].clauses.sentence(at: figure)
    let isListed = resolved[index].contains { other in
      other.sentence == sentence && other.start < start && other.bodyClass == topic.bodyClass
        && (other.bodyClass != nil || other.mention.kind == .place)
    }
    guard isListed || opensBracket else { return nil }
    switch topic.kind {
    case .place(let places, let isShort):
      guard topic.range.upperBound == figure || !isShort && !isShortForm(topic, index),
        let found = evidence.place(
          of: places, isShort: isShort || isShortForm(topic, index), isAmbiguous: isShort)
      else { return nil }
      return place(found, topic, index)
    case .body(.settlement), .body(.zone), .body(.company), .body(.bank):
      guard let bodyClass = topic.bodyClass else { return nil }
      return SubjectMention(
        name: text(index, topic.range), kind: SubjectScores.kind(bodyClass), range: topic.range, areaCode: nil)
    default: return nil
    }
  }

  /// （其中青山镇210件
  private func opensBracketedPart(_ text: [UInt8], _ offset: Int) -> Bool {
    guard PeriodMarker.follows(text, offset, Self.which) else { return false }
    let before = UTF8Scalar.start(before: offset - Self.which.count, in: text)
    return UTF8Scalar.folded(in: text, at: before).scalar == 0x28
  }

  private static let mark = Array("、".utf8)
  static let nation = "全国"

  /// The topic that a paragraph goes on with when a sentence names none: that of the nearest sentence before which has
  /// one; where that sentence speaks of several, or of the page's subject too, the page's.
  func mainTopic(
    _ topics: [Resolved], _ known: Range<Int>, in paragraph: ParagraphShadow, page: SubjectMention?, isOutcome: Bool,
    sentence: Int
  ) -> SubjectMention? {
    // 全市有车48.9万辆。刺桐大桥只剩每小时14公里: a bridge in the course of what is told of a place.
    let isOfPlace = known.first.map { topics[$0].bodyClass == nil && topics[$0].mention.kind == .place } ?? false
    func isTold(_ index: Int) -> Bool {
      !topics[index].isSetting && !topics[index].isExample
        && (!topics[index].opensClauseWithWhich || isOnlyPart(index, topics, known, in: paragraph))
        && !(isOutcome && topics[index].bodyClass == .project)
        && !isContrasted(topics[index], in: paragraph)
        && (topics[index].bodyClass != .facility || topics[index].sentence == 0 && topics[index].clause == 0
          || topics[index].opensClauseWithWhich || !isOfPlace && paragraph.measures(inSentence: topics[index].sentence))
    }
    guard var last = known.last(where: isTold) else { return nil }
    let nearest = topics[last].sentence
    var isOne = true
    // Who tells the figures is not who they are of, where somebody else is named.
    let told = known.last { topics[$0].sentence == nearest && isTold($0) && !topics[$0].isSource }
    last = told ?? last
    for index in known
    where topics[index].sentence == nearest && isTold(index) && (told == nil || !topics[index].isSource) {
      if let page, topics[index].mention.name == page.name { return page }
      if topics[index].mention.name != topics[last].mention.name || topics[index].members.count > 1 { isOne = false }
    }
    if isOne, returns(sentence, from: topics[last], page: page, in: paragraph) { return nil }
    return isOne ? topics[last].mention : nil
  }

  /// The runs of headings and titles that a title stands in.
  static func titleRuns(_ paragraphs: [ParagraphShadow]) -> [Range<Int>] {
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

  /// What the page as a whole is about.
  var pageSubject: SubjectMention? { mention(of: pageScores.main) }
}
