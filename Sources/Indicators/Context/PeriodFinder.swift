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
  /// The day that the heading above a table names.
  private var headingDays: [TimePeriod?] = []
  /// The year of the plan that a paragraph belongs to.
  private var planFrames: [TimePeriod?] = []
  /// What 报告期 stands for.
  private var aliases: [TimePeriod?] = []
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
  /// - Returns: The period, and whether it comes from outside the paragraph.
  func period(
    paragraph index: Int, figure: Range<Int>, role: PeriodRole
  ) -> (period: TimePeriod?, isInherited: Bool) {
    if let own = ownPeriod(index, figure, role) { return (own.period, false) }
    let hasOwn = before(index, figure.lowerBound).contains { $0.use == .frame }
    return (inherited(index, hasOwn: hasOwn), true)
  }

  /// How many periods or figures are looked at from a figure, so that a long paragraph costs no more than its length.
  private static let reach = 48
  /// How many bytes around a figure are looked at.
  private static let window = 600

  /// The nearest mentions before an offset, in order.
  private func before(_ index: Int, _ offset: Int) -> ArraySlice<PeriodMention> {
    mentions[index][..<mentions[index].firstIndex(notBefore: offset) { $0.range.lowerBound }].suffix(Self.reach)
  }

  /// A period that may be known to be unknown.
  private struct Found {
    let period: TimePeriod?
  }

  /// What the paragraph itself says; `nil` where it is silent.
  private func ownPeriod(_ index: Int, _ figure: Range<Int>, _ role: PeriodRole) -> Found? {
    let paragraph = paragraphs[index]
    let clause = paragraph.clauses.clause(at: figure.lowerBound)
    let sentence = paragraph.clauses.sentenceOfClause[clause]
    let before = before(index, figure.lowerBound)
    let inClause = before.filter { $0.clause == clause }
    if let near = inClause.last, near.range.upperBound <= figure.lowerBound {
      switch near.use {
      case .earlier where ownsNext(near, figure, index): return Found(period: near.period)
      case .base(true) where ownsNext(near, figure, index): return Found(period: near.period)
      default: break
      }
    }
    if role == .earlier { return Found(period: inClause.last { $0.use == .earlier }?.period) }
    if role == .comparisonBase, let base = inClause.last(where: { Self.isBase($0.use) || $0.use == .local }) {
      return Found(period: base.period)
    }
    if isFutureCondition(index, sentence, figure) { return Found(period: nil) }
    if let own = inClause.last(where: { $0.use == .frame || $0.use == .local }) {
      return Found(period: shaped(own, index, clause, figure))
    }
    if let coming = coming(index, clause, figure) { return Found(period: coming.period) }
    if let earlier = before.last(where: { $0.sentence == sentence && $0.use == .frame }) {
      return Found(period: shaped(earlier, index, clause, figure))
    }
    if let quoted = attribution(index, clause, figure) { return Found(period: quoted.period) }
    if let alias = aliases[index], namesAlias(index, sentence, figure) {
      return Found(period: isReached(index, clause, figure) ? .single(alias.lastUnit) : alias)
    }
    if isUndated(index, clause, figure) { return Found(period: nil) }
    if let gone = before.last(where: { $0.use == .frame && $0.sentence < sentence && Self.goesOn($0) }) {
      return Found(
        period: Self.isEndOfYear(gone)
          ? gone.period.map { .single(CalendarUnit(year: $0.lastUnit.year)) } : shaped(gone, index, clause, figure))
    }
    return nil
  }

  /// Whether a period holds for the sentences that follow its own.
  private static func goesOn(_ mention: PeriodMention) -> Bool {
    !mention.isMoment && !mention.isAimed && !mention.isDue
  }

  /// 总投资12亿元 is of no year unless its own sentence names one.
  private func isUndated(_ index: Int, _ clause: Int, _ figure: Range<Int>) -> Bool {
    let text = paragraphs[index].shadow
    let start = paragraphs[index].clauses.clauses[clause]
    var end = figure.lowerBound
    for _ in 0..<4 where end > start {
      if rules.sections.undated.longestMatch(endingAt: end, in: text, start: start) != nil { return true }
      end = UTF8Scalar.start(before: end, in: text)
    }
    return false
  }

  private static func isEndOfYear(_ mention: PeriodMention) -> Bool {
    mention.expression.span == .yearEnd || mention.expression.span == .yearStart || mention.expression.mode == .until
  }

  /// 其余47所将于年内完工: what is still to be done names its time behind the figure.
  private func coming(_ index: Int, _ clause: Int, _ figure: Range<Int>) -> PeriodMention? {
    let text = paragraphs[index].shadow
    let after = mentions[index].firstIndex(notBefore: figure.upperBound) { $0.range.lowerBound }
    return mentions[index][after...].prefix(Self.reach).first { mention in
      mention.clause == clause && mention.range.lowerBound >= figure.upperBound && mention.use == .frame
        && Self.future.contains { PeriodMarker.follows(text, mention.range.lowerBound, $0) }
    }
  }

  private static let future = ["将于", "将在", "预计于", "计划于", "拟于"].map { Array($0.utf8) }
  private static let alias = Array("报告期".utf8)

  private func namesAlias(_ index: Int, _ sentence: Int, _ figure: Range<Int>) -> Bool {
    let clauses = paragraphs[index].clauses
    guard let first = clauses.sentenceOfClause.firstIndex(of: sentence) else { return false }
    return PeriodMarker.contains(
      paragraphs[index].shadow, max(clauses.clauses[first], figure.lowerBound - Self.window)..<figure.lowerBound,
      Self.alias)
  }

  /// The year of the part a figure stands in, where words like 全年 need it.
  private func inherited(_ index: Int, hasOwn: Bool) -> TimePeriod? {
    if paragraphs[index].kind == .heading || paragraphs[index].kind == .title { return storyFrames[index] }
    if let frame = headingFrames[index] { return frame }
    if paragraphs[index].kind == .table, let day = headingDays[index] { return day }
    if let frame = planFrames[index] { return frame }
    if !hasOwn, let frame = handed[index] { return frame }
    if let year = sections.reviewYear(index) { return .single(CalendarUnit(year: year)) }
    return storyFrames[index]
  }

  private static func isBase(_ use: PeriodMention.Use) -> Bool {
    if case .base = use { true } else { false }
  }

  /// Whether no other figure stands between a period and a figure.
  private func ownsNext(_ mention: PeriodMention, _ figure: Range<Int>, _ index: Int) -> Bool {
    let first = figures[index].firstIndex(notBefore: mention.range.upperBound) { $0.range.lowerBound }
    return !figures[index][first...].prefix(Self.reach).contains { other in
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
    let start = max(paragraphs[index].clauses.clauses[clause], figure.lowerBound - Self.window)
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
      .clamped(to: figure.lowerBound - Self.window..<figure.lowerBound + Self.window)
    guard Self.respectively.contains(where: { PeriodMarker.contains(paragraph.shadow, range, $0) }) else { return nil }
    let first = figures[index].firstIndex(notBefore: range.lowerBound) { $0.range.lowerBound }
    let listed = figures[index][first...].prefix(Self.reach).filter {
      $0.amount != nil && $0.periodExpression == nil && range.contains($0.range.lowerBound)
    }
    guard listed.count == count else { return nil }
    return listed.firstIndex { $0.range.overlaps(figure) || $0.range.contains(figure.lowerBound) }.map {
      $0 - listed.startIndex
    }
  }

  /// “两毛五一斤。”昨日在市场…: the day of what is said stands behind it.
  private func attribution(_ index: Int, _ clause: Int, _ figure: Range<Int>) -> PeriodMention? {
    let paragraph = paragraphs[index]
    guard let opening = paragraph.shadow.first, opening == 0xE2 || opening == 0x22 || opening == 0xE3 else {
      return nil
    }
    let scalar = UTF8Scalar.folded(in: paragraph.shadow, at: 0).scalar
    guard scalar == 0x201C || scalar == 0x22 || scalar == 0x300C else { return nil }
    let after = mentions[index].firstIndex(notBefore: figure.lowerBound + 1) { $0.range.lowerBound }
    guard after < mentions[index].count, case let first = mentions[index][after],
      paragraph.clauses.sentence(at: figure.lowerBound) == 0, first.sentence == 1,
      first.range.lowerBound - paragraph.clauses.clauses[first.clause] <= 3
    else { return nil }
    return first
  }

  /// 达产后: the year is not known.
  private func isFutureCondition(_ index: Int, _ sentence: Int, _ figure: Range<Int>) -> Bool {
    let paragraph = paragraphs[index]
    var clause = paragraph.clauses.clause(at: figure.lowerBound)
    let last = before(index, figure.lowerBound).last { $0.sentence == sentence }
    for _ in 0..<6 where clause >= 0 && paragraph.clauses.sentenceOfClause[clause] == sentence {
      if let last, last.clause > clause { return false }
      let range = paragraph.clauses.range(ofClause: clause)
      var offset = range.lowerBound
      while offset < min(range.upperBound, figure.lowerBound, range.lowerBound + Self.window) {
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
      guard mention.use == .frame || mention.use == .local || mention.use == .report, !mention.isAimed,
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
    var headingDay: TimePeriod?
    var hand: TimePeriod?
    var plan: TimePeriod?
    var alias: TimePeriod?
    var isInHeadings = false
    let isOneStory = titleRuns() <= 1
    if isOneStory { story = storyFrame(&marked) }
    for index in marked.indices {
      let kind = paragraphs[index].kind
      let isHeading = kind == .heading || kind == .title
      if isHeading, !isInHeadings {
        heading = nil
        headingDay = nil
        let run = headingRun(index)
        if !sections.isQuestion(index), !isOneStory || !run.contains(where: { paragraphs[$0].kind == .title }) {
          hand = nil
        }
        let isStory = !isOneStory && run.contains { paragraphs[$0].kind == .title }
        if isStory {
          story = nil
          plan = nil
        }
        for line in run {
          resolve(&marked[line], paragraph: line, frame: nil, alias: &alias)
          guard let own = marked[line].first(where: { $0.use == .frame && Self.tellsFrame($0) }) else {
            headingDay = headingDay ?? marked[line].first { $0.isDay }?.period
            continue
          }
          // 2024年 再启新程 stands above the report of 2023.
          let isPlan = sections.isPlan(line) && run.contains { !sections.isPlan($0) }
          if heading == nil || !isPlan { heading = isPlan ? heading : heading ?? own.period }
        }
        if isStory { story = heading }
      }
      isInHeadings = isHeading || isInHeadings && (kind == .byline || kind == .furniture)
      if !sections.isPlan(index) {
        plan = nil
      } else if plan == nil || isHeading {
        plan = sections.planYear(index).map { .single(CalendarUnit(year: $0)) } ?? plan
      }
      if !isHeading {
        let frame = heading ?? plan ?? story
        resolve(&marked[index], paragraph: index, frame: frame, hand: hand, alias: &alias)
      }
      headingFrames.append(heading)
      headingDays.append(headingDay)
      storyFrames.append(story)
      planFrames.append(plan)
      handed.append(hand)
      aliases.append(alias)
      guard kind == .body else { continue }
      if let first = marked[index].first(where: { $0.use == .frame && $0.period != nil && Self.isHandedOn($0) }) {
        hand = first.period
        if sections.isPlan(index) || plan != nil { plan = first.period }
      }
    }
  }

  private func titleRuns() -> Int {
    var count = 0
    for index in paragraphs.indices where paragraphs[index].kind == .title {
      if index == 0 || ![.title, .heading, .byline].contains(paragraphs[index - 1].kind) {
        count += 1
      } else if !headingRunBefore(index).contains(where: { paragraphs[$0].kind == .title }) {
        count += 1
      }
    }
    return count
  }

  private func headingRunBefore(_ index: Int) -> Range<Int> {
    var start = index
    while start > 0, [.title, .heading, .byline].contains(paragraphs[start - 1].kind) { start -= 1 }
    return start..<index
  }

  /// The period of the one story of a page: that of its title or the heading beside it, else of a heading that states
  /// a figure. The order of a page's parts tells nothing here.
  private func storyFrame(_ marked: inout [[PeriodMention]]) -> TimePeriod? {
    var alias: TimePeriod?
    var candidates: [(rank: Int, period: TimePeriod)] = []
    guard paragraphs.contains(where: { $0.kind == .title }) else { return nil }
    for index in paragraphs.indices where paragraphs[index].kind == .title || paragraphs[index].kind == .heading {
      resolve(&marked[index], paragraph: index, frame: nil, alias: &alias)
      guard let own = marked[index].first(where: { $0.use == .frame && Self.tellsFrame($0) && !Self.isSpan($0) }),
        let period = own.period
      else { continue }
      let run = headingRunBefore(index).lowerBound..<headingRun(index).upperBound
      let isPlan = sections.isPlan(index)
      if sections.isReport(index), run.contains(where: { paragraphs[$0].kind == .title }) {
        candidates.append((-1, period))
      } else if paragraphs[index].kind == .title, !isPlan {
        candidates.append((0, period))
      } else if run.contains(where: { paragraphs[$0].kind == .title }), !isPlan {
        candidates.append((1, period))
      } else if !paragraphs[index].sentencesWithFigures.isEmpty, !isPlan {
        candidates.append((2, period))
      }
    }
    return candidates.min { $0.rank < $1.rank }?.period
  }

  /// A run of headings and titles.
  private func headingRun(_ start: Int) -> Range<Int> {
    var end = start
    while end < paragraphs.count {
      switch paragraphs[end].kind {
      case .heading, .title, .byline: end += 1
      default: return start..<end
      }
    }
    return start..<end
  }

  /// Whether the paragraphs of a section go on with a period: a year and its larger parts, and a day with its year.
  private static func isHandedOn(_ mention: PeriodMention) -> Bool {
    guard mention.expression.mode == .within, mention.list.isEmpty, !mention.isMoment else { return false }
    switch mention.expression.span {
    case .year, .half, .quarter, .quarters, .months: return true
    case .day: if case .year = mention.expression.anchor { return true } else { return false }
    default: return false
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
    _ mentions: inout [PeriodMention], paragraph index: Int, frame: TimePeriod?, hand: TimePeriod? = nil,
    alias: inout TimePeriod?
  ) {
    var previous: TimePeriod?
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
      var year =
        sentenceYear ?? (mention.isDay ? nil : paragraphYear ?? spokenYear(mention, index, frame, hand, previous))
      if published == nil, year == nil { year = impliedYear }
      if case .publication = mention.expression.anchor { year = impliedYear }
      if isWithinYear(mention, index) { year = published?.year ?? year }
      let before = previous ?? (mention.isDay ? nil : frame ?? hand)
      mentions[position].period =
        lastYears(mention) ?? mention.expression.resolve(published: published, year: year, previous: before)
      guard let period = mentions[position].period else { continue }
      if mention.use == .frame, mention.namesYear, !Self.isSpan(mention) { sentenceYear = period.lastUnit.year }
      if mention.use == .frame || mention.use == .local && !Self.isPast(mention) { previous = period }
    }
    list(&mentions, paragraph: index)
    join(&mentions, paragraph: index)
    if let defined = mentions.first(where: { $0.list.count > 1 }), let first = defined.list.first,
      let last = defined.list.last
    {
      alias = .interval(first.firstUnit, last.lastUnit)
    }
  }

  private static func isSpan(_ mention: PeriodMention) -> Bool {
    if case .years = mention.expression.span { true } else { false }
  }

  /// 近三年 and 过去一年 on a page of the first months end with the year before.
  private func lastYears(_ mention: PeriodMention) -> TimePeriod? {
    guard case .lastYears(let count) = mention.expression.span, let published, published.month <= 3 else { return nil }
    let last = CalendarUnit(year: published.year - 1)
    return count <= 1 ? .single(last) : .interval(CalendarUnit(year: published.year - count), last)
  }

  private static func isPast(_ mention: PeriodMention) -> Bool {
    switch mention.expression.anchor {
    case .publication(let offset), .context(let offset): offset < 0 && mention.expression.span == .samePeriod
    default: false
    }
  }

  /// Whether the words stand for a year as a whole or one of its ends.
  private static func isWhole(_ mention: PeriodMention) -> Bool {
    switch mention.expression.span {
    case .year, .yearEnd, .yearStart: true
    default: false
    }
  }

  /// The year of the part of the text, for words that name none.
  private func spokenYear(
    _ mention: PeriodMention, _ index: Int, _ frame: TimePeriod?, _ hand: TimePeriod?, _ previous: TimePeriod?
  ) -> Int? {
    let isWhole = Self.isWhole(mention)
    if mention.isDue, frame == nil { return published?.year }
    if mention.expression.span == .yearEnd, mention.expression.anchor == .none, mention.expression.mode == .until,
      PeriodMarker.follows(paragraphs[index].shadow, mention.range.upperBound, Self.beforeThen)
    {
      return published?.year
    }
    if isWhole, let previous { return previous.lastUnit.year }
    if let frame { return frame.lastUnit.year }
    guard isWhole else { return nil }
    if let hand { return hand.lastUnit.year }
    guard let published, mention.expression.span != .yearStart, !sections.isPlan(index) else { return nil }
    return published.month <= 3 ? published.year - 1 : published.year
  }

  private static let beforeThen = Array("前".utf8)

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
