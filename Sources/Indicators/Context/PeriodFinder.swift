import Figures
import Layout
import Rules
import Values

/// The periods of a document: what each clause, paragraph, section and story is of.
struct PeriodFinder: Sendable {
  private let rules: ContextRules
  private let paragraphs: [ParagraphShadow]
  private let figures: [[Figure]]
  private let sections: SectionMap
  private let published: CalendarDate?
  private var mentions: [[PeriodMention]] = []
  /// The period of the headings above each paragraph, and of the story they stand in.
  private var headingFrames: [TimePeriod?] = []
  private var storyFrames: [TimePeriod?] = []
  /// The period that a paragraph hands on to the next of its section.
  private var handed: [TimePeriod?] = []
  /// The year that a page without a date speaks of.
  private let impliedYear: Int?

  init(
    paragraphs: [ParagraphShadow], figures: [[Figure]], published: CalendarDate?, sections: SectionMap,
    rules: ContextRules
  ) {
    self.rules = rules
    self.paragraphs = paragraphs
    self.figures = figures
    self.sections = sections
    self.published = published
    let marker = PeriodMarker(rules: rules.sections)
    var marked = zip(paragraphs, figures).map { marker.mentions(in: $0, figures: $1) }
    impliedYear = published == nil ? Self.mostNamedYear(marked) : nil
    resolve(&marked)
    mentions = marked
  }

  /// The period that a figure is of.
  func period(paragraph index: Int, figure: Range<Int>, role: PeriodRole) -> TimePeriod? {
    guard paragraphs.indices.contains(index) else { return nil }
    let paragraph = paragraphs[index]
    let clause = paragraph.clauses.clause(at: figure.lowerBound)
    let sentence = paragraph.clauses.sentenceOfClause[clause]
    let before = mentions[index].filter { $0.range.lowerBound < figure.lowerBound }
    let inClause = before.filter { $0.clause == clause }
    if let near = inClause.last, near.range.upperBound <= figure.lowerBound {
      switch near.use {
      case .earlier where ownsNext(near, figure, index): return near.period
      case .base(true) where ownsNext(near, figure, index): return near.period
      default: break
      }
    }
    if role == .earlier { return inClause.last { $0.use == .earlier }?.period }
    if role == .comparisonBase, let base = inClause.last(where: { Self.isBase($0.use) || $0.use == .local }) {
      return base.period
    }
    if isFutureCondition(index, sentence, figure) { return nil }
    if let own = inClause.last(where: { $0.use == .frame || $0.use == .local }) {
      return shaped(own, index, clause, figure)
    }
    if let earlier = before.last(where: { $0.sentence == sentence && $0.use == .frame }) {
      return shaped(earlier, index, clause, figure)
    }
    if let quoted = attribution(index, clause, figure) { return quoted.period }
    if let gone = before.last(where: { $0.use == .frame && !$0.isMoment && $0.sentence < sentence }) {
      return shaped(gone, index, clause, figure)
    }
    return inherited(index)
  }

  /// The year of the part a figure stands in, where words like 全年 need it.
  private func inherited(_ index: Int) -> TimePeriod? {
    if paragraphs[index].kind == .heading || paragraphs[index].kind == .title { return storyFrames[index] }
    if let frame = headingFrames[index] { return frame }
    if let year = sections.planYear(index) { return .single(CalendarUnit(year: year)) }
    if let frame = handed[index] { return frame }
    if let year = sections.reviewYear(index) { return .single(CalendarUnit(year: year)) }
    return storyFrames[index]
  }

  private static func isBase(_ use: PeriodMention.Use) -> Bool {
    if case .base = use { true } else { false }
  }

  /// Whether no other figure stands between a period and a figure.
  private func ownsNext(_ mention: PeriodMention, _ figure: Range<Int>, _ index: Int) -> Bool {
    !figures[index].contains { other in
      other.amount != nil && other.periodExpression == nil && other.range.lowerBound >= mention.range.upperBound
        && other.range.upperBound <= figure.lowerBound
    }
  }

  /// The period of a mention for a figure: one of a list by its order, the end of a span for a value reached.
  private func shaped(_ mention: PeriodMention, _ index: Int, _ clause: Int, _ figure: Range<Int>) -> TimePeriod? {
    if mention.list.count > 1 {
      if let place = orderInList(index, figure, count: mention.list.count) { return mention.list[place] }
      guard let first = mention.list.first, let last = mention.list.last else { return nil }
      return .interval(first.firstUnit, last.lastUnit)
    }
    guard case .interval(_, let end)? = mention.period, isReached(index, clause, figure) else { return mention.period }
    switch (mention.expression.span, mention.expression.mode) {
    case (.years, _), (_, .since): return .single(end)
    default: return mention.period
    }
  }

  /// Whether a value is the B of 由A提高到B.
  private func isReached(_ index: Int, _ clause: Int, _ figure: Range<Int>) -> Bool {
    let text = paragraphs[index].shadow
    let start = paragraphs[index].clauses.clauses[clause]
    guard figure.lowerBound - start >= 9 else { return false }
    let window = max(start, figure.lowerBound - 12)..<figure.lowerBound
    return PeriodMarker.contains(text, window, PeriodMarker.upTo) || PeriodMarker.contains(text, window, Self.to)
      ? PeriodMarker.contains(text, start..<figure.lowerBound, Self.from)
        || PeriodMarker.contains(text, start..<figure.lowerBound, Self.out)
      : false
  }

  private static let to = Array("至".utf8)
  private static let from = Array("由".utf8)
  private static let out = Array("从".utf8)
  private static let respectively = ["分别", "依次", "各为"].map { Array($0.utf8) }

  /// The place of a figure among those of 分别为A、B及C, where there are as many as periods.
  private func orderInList(_ index: Int, _ figure: Range<Int>, count: Int) -> Int? {
    let paragraph = paragraphs[index]
    let clause = paragraph.clauses.clause(at: figure.lowerBound)
    // Thousands separators are no clause marks, so the list lies in one clause.
    let range = paragraph.clauses.range(ofClause: clause)
    guard Self.respectively.contains(where: { PeriodMarker.contains(paragraph.shadow, range, $0) }) else { return nil }
    let listed = figures[index].filter {
      $0.amount != nil && $0.periodExpression == nil && range.contains($0.range.lowerBound)
    }
    guard listed.count == count else { return nil }
    return listed.firstIndex { $0.range.overlaps(figure) || $0.range.contains(figure.lowerBound) }
  }

  /// “两毛五一斤。”昨日在市场…: the day of what is said stands behind it.
  private func attribution(_ index: Int, _ clause: Int, _ figure: Range<Int>) -> PeriodMention? {
    let paragraph = paragraphs[index]
    guard let opening = paragraph.shadow.first, opening == 0xE2 || opening == 0x22 || opening == 0xE3 else {
      return nil
    }
    let scalar = UTF8Scalar.folded(in: paragraph.shadow, at: 0).scalar
    guard scalar == 0x201C || scalar == 0x22 || scalar == 0x300C else { return nil }
    guard let first = mentions[index].first(where: { $0.range.lowerBound > figure.lowerBound }),
      paragraph.clauses.sentence(at: figure.lowerBound) == 0, first.sentence == 1,
      first.range.lowerBound - paragraph.clauses.clauses[first.clause] <= 3
    else { return nil }
    return first
  }

  /// 达产后: the year is not known.
  private func isFutureCondition(_ index: Int, _ sentence: Int, _ figure: Range<Int>) -> Bool {
    let paragraph = paragraphs[index]
    var clause = paragraph.clauses.clause(at: figure.lowerBound)
    let last = mentions[index].last { $0.range.lowerBound < figure.lowerBound && $0.sentence == sentence }
    while clause >= 0, paragraph.clauses.sentenceOfClause[clause] == sentence {
      if let last, last.clause > clause { return false }
      let range = paragraph.clauses.range(ofClause: clause)
      var offset = range.lowerBound
      while offset < min(range.upperBound, figure.lowerBound) {
        if rules.sections.futureConditions.longestMatch(in: paragraph.shadow, at: offset, end: range.upperBound) != nil
        {
          return last == nil || last.map { $0.range.lowerBound < offset } ?? true
        }
        offset += UTF8Scalar.folded(in: paragraph.shadow, at: offset).length
      }
      clause -= 1
    }
    return false
  }

  // MARK: - Resolving

  /// The year named most often on a page without a date, where it is one for itself.
  private static func mostNamedYear(_ mentions: [[PeriodMention]]) -> Int? {
    var counts: [Int: Int] = [:]
    for mention in mentions.joined() {
      guard mention.use == .frame || mention.use == .local || mention.use == .report,
        case .year(let year) = mention.expression.anchor, mention.expression.mode == .within
      else { continue }
      if case .years = mention.expression.span { continue }
      counts[year, default: 0] += 1
    }
    return counts.filter { $0.value >= 2 || counts.count == 1 }.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }

  private mutating func resolve(_ marked: inout [[PeriodMention]]) {
    var story: TimePeriod?
    var heading: TimePeriod?
    var hand: TimePeriod?
    var alias: TimePeriod?
    var isInHeadings = false
    var hasStory = false
    for index in marked.indices {
      let kind = paragraphs[index].kind
      let isHeading = kind == .heading || kind == .title
      if isHeading, !isInHeadings {
        heading = nil
        if !sections.isQuestion(index) { hand = nil }
        if kind == .title, hasStory { story = nil }
      }
      if isHeading, kind == .title, story == nil { hasStory = true }
      isInHeadings = isHeading || isInHeadings && (kind == .byline || kind == .furniture)
      let frame = heading ?? sections.planYear(index).map { .single(CalendarUnit(year: $0)) } ?? hand ?? story
      resolve(&marked[index], paragraph: index, frame: frame, alias: &alias)
      headingFrames.append(heading)
      storyFrames.append(story)
      handed.append(hand)
      if isHeading {
        if let own = marked[index].first(where: { $0.use == .frame && Self.tellsFrame($0) })?.period {
          heading = heading ?? own
          if kind == .title || !hasStory { story = story ?? own }
        }
      } else if kind == .body || kind == .list {
        let frames = marked[index].filter { $0.use == .frame && !$0.isDay && $0.expression.mode != .until }
        if let first = frames.first(where: { $0.period != nil }) { hand = first.list.isEmpty ? first.period : nil }
      }
      if kind == .body { hasStory = true }
    }
  }

  /// Whether a heading's period holds for the text below it: 2022年 and 上半年 do, a bare 全年 does not.
  private static func tellsFrame(_ mention: PeriodMention) -> Bool {
    guard !mention.isDay else { return false }
    switch (mention.expression.anchor, mention.expression.span) {
    case (.none, .year), (.none, .yearEnd), (.none, .yearStart), (_, .samePeriod), (_, .sameMonth), (_, .indefinite),
      (_, .present), (.context, _):
      return false
    default: return true
    }
  }

  private func resolve(
    _ mentions: inout [PeriodMention], paragraph index: Int, frame: TimePeriod?, alias: inout TimePeriod?
  ) {
    var previous = frame
    var paragraphYear: Int?
    var sentenceYear: Int?
    var sentence = -1
    for position in mentions.indices {
      if mentions[position].sentence != sentence {
        sentence = mentions[position].sentence
        paragraphYear = sentenceYear ?? paragraphYear
        sentenceYear = nil
      }
      let mention = mentions[position]
      let isDay = mention.isDay
      var year = sentenceYear ?? (isDay ? nil : paragraphYear ?? spokenYear(frame, mention))
      if published == nil, year == nil { year = impliedYear }
      if case .publication = mention.expression.anchor { year = impliedYear }
      if isWithinYear(mention, index) { year = published?.year ?? year }
      mentions[position].period = mention.expression.resolve(published: published, year: year, previous: previous)
      guard let period = mentions[position].period else { continue }
      switch mention.use {
      case .frame, .local:
        if mention.namesYear {
          sentenceYear = period.lastUnit.year
        }
        if mention.use == .frame || !Self.isPast(mention) { previous = period }
      default: break
      }
    }
    list(&mentions, paragraph: index)
    join(&mentions, paragraph: index)
    if let defined = mentions.first(where: { $0.list.count > 1 }), let first = defined.list.first,
      let last = defined.list.last
    {
      alias = .interval(first.firstUnit, last.lastUnit)
    }
  }

  private static func isPast(_ mention: PeriodMention) -> Bool {
    switch mention.expression.anchor {
    case .publication(let offset), .context(let offset): offset < 0 && mention.expression.span == .samePeriod
    default: false
    }
  }

  /// The year of a frame, for parts of a year; not for months and quarters that the publication fixes better.
  private func spokenYear(_ frame: TimePeriod?, _ mention: PeriodMention) -> Int? {
    guard let frame else { return nil }
    return frame.lastUnit.year
  }

  /// 年内 with what is still to be done is the year of the page.
  private func isWithinYear(_ mention: PeriodMention, _ index: Int) -> Bool {
    mention.expression.anchor == .none && mention.expression.span == .year
      && PeriodMarker.begins(paragraphs[index].shadow, mention.range.lowerBound, Self.withinYear)
  }

  private static let withinYear = Array("年内".utf8)

  /// 2019年、2020年和2021年: the last of them carries the list.
  private func list(_ mentions: inout [PeriodMention], paragraph index: Int) {
    let text = paragraphs[index].shadow
    var run: [Int] = []
    func close(_ mentions: inout [PeriodMention]) {
      if run.count > 1, let last = run.last { mentions[last].list = run.compactMap { mentions[$0].period } }
      run = []
    }
    for position in mentions.indices {
      if let last = run.last {
        let gap = mentions[last].range.upperBound..<mentions[position].range.lowerBound
        let isJoined =
          gap.count == 3
          && [0x3001, 0x548C, 0x4E0E, 0x53CA].contains(UTF8Scalar.folded(in: text, at: gap.lowerBound).scalar)
        if !isJoined { close(&mentions) }
      }
      guard mentions[position].use == .frame || mentions[position].use == .local else {
        close(&mentions)
        continue
      }
      run.append(position)
    }
    close(&mentions)
  }

  /// 从6月27日下到7月3日: one span of days.
  private func join(_ mentions: inout [PeriodMention], paragraph index: Int) {
    let text = paragraphs[index].shadow
    for position in mentions.indices.dropFirst() {
      let first = mentions[position - 1]
      let last = mentions[position]
      guard first.isDay, last.isDay, first.clause == last.clause, last.range.lowerBound - first.range.upperBound <= 15,
        PeriodMarker.follows(text, first.range.lowerBound, Self.out)
          || PeriodMarker.follows(text, first.range.lowerBound, Self.since),
        PeriodMarker.follows(text, last.range.lowerBound, PeriodMarker.upTo)
          || PeriodMarker.follows(text, last.range.lowerBound, Self.to),
        let start = first.period?.firstUnit, let end = last.period?.lastUnit
      else { continue }
      mentions[position].period = .interval(start, end)
      mentions[position].use = .frame
      mentions[position].isMoment = false
    }
  }

  private static let since = Array("自".utf8)
}
