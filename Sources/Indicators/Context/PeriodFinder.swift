import Figures
import Layout
import Rules
import Values

/// The periods of a document: what each clause, paragraph, section and story is of.
struct PeriodFinder: Sendable {
  let rules: ContextRules
  let paragraphs: [ParagraphShadow]
  let figures: [[Figure]]
  let sections: SectionMap
  let published: CalendarDate?
  var mentions: [[PeriodMention]] = []
  /// The period of the headings above each paragraph, and of the story they stand in.
  var headingFrames: [TimePeriod?] = []
  var storyFrames: [TimePeriod?] = []
  /// The day that the heading above a table names.
  var headingDays: [TimePeriod?] = []
  /// The year of the plan that a paragraph belongs to.
  var planFrames: [TimePeriod?] = []
  /// What 报告期 stands for.
  var aliases: [TimePeriod?] = []
  /// The period that a paragraph hands on to the next of its section.
  var handed: [TimePeriod?] = []
  var leads: [TimePeriod?] = []
  /// The year that a page without a date speaks of.
  let impliedYear: Int?

  init(
    paragraphs: [ParagraphShadow], figures: [[Figure]], published: CalendarDate?, sections: SectionMap,
    rules: ContextRules
  ) {
    self.rules = rules
    self.paragraphs = paragraphs
    self.figures = figures
    self.sections = sections
    self.published = published
    let marker = PeriodMarker(rules: rules)
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
  static let reach = 48
  /// How many bytes around a figure are looked at.
  static let window = 600

  /// The nearest mentions before an offset, in order.
  func before(_ index: Int, _ offset: Int) -> ArraySlice<PeriodMention> {
    let known = mentions[index]
    return known[..<known.indices.first(notBefore: offset) { known[$0].range.lowerBound }].suffix(Self.reach)
  }

  /// Whether the sentence of a figure sets it at a time after the page was printed: 到2027年, A达到60%; 明年A增长5%. What is
  /// aimed at holds for the sentence, another time up to a semicolon.
  func isPlanned(paragraph index: Int, figure: Range<Int>) -> Bool {
    let clauses = paragraphs[index].clauses
    let clause = clauses.clause(at: figure.lowerBound)
    let sentence = clauses.sentenceOfClause[clause]
    let frames = before(index, figure.lowerBound).filter { $0.use == .frame || $0.use == .local }
    // A budget goes on with the year it is for.
    if frames.isEmpty, headingFrames[index] == nil { return handed[index].map(isToCome) ?? false }
    guard let last = frames.last, last.sentence == sentence, isToCome(last) else { return false }
    return last.isAimed || !isCut(index, from: last.clause, to: clause)
  }

  /// Whether a period begins after the page was printed; a year's interval that begins with the page's year, if early in
  /// it: 2010至11年度 in a budget of February.
  func isToCome(_ mention: PeriodMention) -> Bool {
    mention.period.map(isToCome) ?? false
  }

  func isToCome(_ period: TimePeriod) -> Bool {
    guard let published else { return false }
    let first: CalendarUnit
    switch period {
    case .single(let unit), .until(let unit): first = unit
    case .interval(let start, let end):
      if case .year = start.granularity {
        return start.year > published.year
          || start.year == published.year && end.year > published.year && published.month <= 6
      }
      first = start
    }
    guard let day = first.firstDay else { return false }
    return (day.year, day.month, day.day) > (published.year, published.month, published.day)
  }

  /// A period that may be known to be unknown.
  struct Found {
    let period: TimePeriod?
  }

  /// What the paragraph itself says; `nil` where it is silent.
  func ownPeriod(_ index: Int, _ figure: Range<Int>, _ role: PeriodRole) -> Found? {
    let paragraph = paragraphs[index]
    let clause = paragraph.clauses.clause(at: figure.lowerBound)
    let sentence = paragraph.clauses.sentenceOfClause[clause]
    let before = before(index, figure.lowerBound)
    // In the order of the text: those of the clause come last.
    let inClause = before[before.indices.first(notBefore: clause) { before[$0].clause }...]
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
    if let earlier = earlierFrame(before, index, sentence, clause) {
      if isUndated(index, clause, figure), isEvent(earlier, index, figure) { return Found(period: nil) }
      var period = shaped(earlier, index, clause, figure)
      // 到今年底A要发展到5万户；B达到8500万元: the later ones are of the year.
      if earlier.isAimed, earlier.expression.span == .yearEnd, opensSegment(index, from: earlier.clause, to: clause) {
        period = period.map { .single(CalendarUnit(year: $0.lastUnit.year)) }
      }
      return Found(period: isYearly(index, clause, figure) ? Self.wholeYear(period) : period)
    }
    if let quoted = attribution(index, clause, figure) { return Found(period: quoted.period) }
    if let alias = aliases[index], namesAlias(index, sentence, figure) {
      return Found(period: isReached(index, clause, figure) ? .single(alias.lastUnit) : alias)
    }
    if isUndated(index, clause, figure) { return Found(period: nil) }
    if let gone = before.last(where: { $0.use == .frame && $0.sentence < sentence && Self.goesOn($0) }) {
      // 目前 on a page of January is of no year yet.
      if gone.expression.span == .present, let published, published.month == 1 { return Found(period: gone.period) }
      if Self.isEndOfYear(gone) || gone.expression.mode == .until && isAiming(index, sentence, figure) {
        return Found(period: gone.period.map { .single(CalendarUnit(year: $0.lastUnit.year)) })
      }
      let period = shaped(gone, index, clause, figure)
      if case .interval(_, let end)? = period, case .month = end.granularity, isStanding(index, clause, figure) {
        return Found(period: Self.wholeYear(period))
      }
      return Found(period: isYearly(index, clause, figure) ? Self.wholeYear(period) : period)
    }
    return nil
  }

  /// Whether something is aimed at or expected between the beginning of a sentence and a figure.
  private func isAiming(_ index: Int, _ sentence: Int, _ figure: Range<Int>) -> Bool {
    let clauses = paragraphs[index].clauses
    guard let first = clauses.sentenceOfClause.firstIndex(of: sentence) else { return false }
    return contains(
      rules.sections.aims, index, max(clauses.clauses[first], figure.lowerBound - Self.window)..<figure.lowerBound)
  }

  func contains(_ words: WordTable<Bool>, _ index: Int, _ range: Range<Int>) -> Bool {
    let text = paragraphs[index].shadow
    var offset = range.lowerBound
    while offset < range.upperBound {
      if words.longestMatch(in: text, at: offset, end: range.upperBound) != nil { return true }
      offset += UTF8Scalar.folded(in: text, at: offset).length
    }
    return false
  }

  /// 2018年升级为国家高新区，规划面积72平方公里: the time of something that measures nothing.
  private func isEvent(_ mention: PeriodMention, _ index: Int, _ figure: Range<Int>) -> Bool {
    let figures = figures[index]
    let first = figures.indices.first(notBefore: mention.range.upperBound) { figures[$0].range.lowerBound }
    let last = figures.indices.first(notBefore: figure.lowerBound) { figures[$0].range.lowerBound }
    return (first..<max(first, min(last, first + Self.reach))).allSatisfy { other in
      figures[other].amount == nil || figures[other].periodExpression != nil
        || isUndated(
          index, paragraphs[index].clauses.clause(at: figures[other].range.lowerBound), figures[other].range)
    }
  }

  /// The year of a part of a year.
  static func wholeYear(_ period: TimePeriod?) -> TimePeriod? {
    guard let period, period.firstUnit.year == period.lastUnit.year else { return period }
    if case .until = period { return period }
    return .single(CalendarUnit(year: period.lastUnit.year))
  }

  /// 每年可节约30万吨, 年消化蔗渣26万吨.
  func isYearly(_ index: Int, _ clause: Int, _ figure: Range<Int>) -> Bool {
    contains(
      rules.sections.yearly, index,
      max(paragraphs[index].clauses.clauses[clause], figure.lowerBound - 90)..<figure.lowerBound)
  }

  /// 全国约有65万户, 有客房208间: what there is.
  func isStanding(_ index: Int, _ clause: Int, _ figure: Range<Int>) -> Bool {
    let text = paragraphs[index].shadow
    let start = paragraphs[index].clauses.clauses[clause]
    return rules.sections.standing.longestMatch(endingAt: figure.lowerBound, in: text, start: start) != nil
      || rules.sections.standingHeads.longestMatch(in: text, at: start, end: figure.lowerBound) != nil
  }

  /// The frame of the clauses before in the sentence: 今年计划A，截至7月底完成B；实施C. After a semicolon a part of the year
  /// gives way to the year that the sentence began with.
  func earlierFrame(
    _ before: ArraySlice<PeriodMention>, _ index: Int, _ sentence: Int, _ clause: Int
  ) -> PeriodMention? {
    func isFrame(_ place: Int) -> Bool {
      let mention = before[place]
      return mention.sentence == sentence && mention.use == .frame
        && (!isToCome(mention) || mention.isAimed || !isCut(index, from: mention.clause, to: clause))
    }
    guard let last = before.indices.last(where: isFrame).map({ before[$0] }) else { return nil }
    guard let first = before.indices.first(where: isFrame).map({ before[$0] }), first.range != last.range,
      !last.namesYear,
      first.namesYear, first.expression.span == .year, first.expression.mode == .within,
      first.period?.lastUnit.year == last.period?.lastUnit.year, last.clause < clause,
      paragraphs[index].clauses.opensAfterSemicolon[(last.clause + 1)...clause].contains(true)
    else { return last }
    return first
  }

  private func opensSegment(_ index: Int, from first: Int, to last: Int) -> Bool {
    first < last && paragraphs[index].clauses.opensAfterSemicolon[(first + 1)...last].contains(true)
  }

  /// Whether a semicolon stands between two clauses and what there is stands behind it: 明年元旦试营运；县内另有旅馆5家.
  private func isCut(_ index: Int, from first: Int, to last: Int) -> Bool {
    let clauses = paragraphs[index].clauses
    guard first < last, let opening = ((first + 1)...last).last(where: { clauses.opensAfterSemicolon[$0] }) else {
      return false
    }
    return contains(
      rules.sections.standingHeads, index, clauses.clauses[opening]..<clauses.range(ofClause: last).upperBound)
  }

  /// 2021/22年榨季, 2010至11年度.
  func isSeason(_ mention: PeriodMention, _ index: Int) -> Bool {
    let text = paragraphs[index].shadow
    guard case .years = mention.expression.span else { return false }
    return Self.seasonEndings.contains { PeriodMarker.follows(text, mention.range.upperBound, $0) }
  }

  static let seasonEndings = ["季", "度", "学年", "财年"].map { Array($0.utf8) }

  /// Whether a period holds for the sentences that follow its own.
  static func goesOn(_ mention: PeriodMention) -> Bool {
    guard !mention.isMoment, !mention.isAimed, !mention.isDue, !isLongAgo(mention) else { return false }
    switch mention.expression.span {
    case .lastYears, .months(12, 2): return false
    default: return true
    }
  }

  /// 总投资12亿元 is of no year unless its own sentence names one.
  func isUndated(_ index: Int, _ clause: Int, _ figure: Range<Int>) -> Bool {
    let text = paragraphs[index].shadow
    let start = paragraphs[index].clauses.clauses[clause]
    var end = figure.lowerBound
    for _ in 0..<4 where end > start {
      if rules.sections.undated.longestMatch(endingAt: end, in: text, start: start) != nil { return true }
      end = UTF8Scalar.start(before: end, in: text)
    }
    return false
  }

  static func isEndOfYear(_ mention: PeriodMention) -> Bool {
    switch mention.expression.span {
    case .yearEnd, .yearStart, .present: true
    case .months(3, 5), .months(6, 8), .months(9, 11): mention.namesYear
    default: false
    }
  }

  /// 其余47所将于年内完工: what is still to be done names its time behind the figure.
  func coming(_ index: Int, _ clause: Int, _ figure: Range<Int>) -> PeriodMention? {
    let text = paragraphs[index].shadow
    let known = mentions[index]
    let after = known.indices.first(notBefore: figure.upperBound) { known[$0].range.lowerBound }
    // 4000个今年动工.
    if after < known.count, case let next = known[after], next.clause == clause, next.use == .frame,
      next.range.lowerBound - figure.upperBound <= 9,
      rules.sections.begun.longestMatch(in: text, at: next.range.upperBound) != nil
    {
      return next
    }
    let found = known[after...].prefix(Self.reach).indices.first { place in
      known[place].clause == clause && known[place].use == .frame
        && Self.future.contains { PeriodMarker.follows(text, known[place].range.lowerBound, $0) }
    }
    return found.map { known[$0] }
  }

  static let future = ["将于", "将在", "预计于", "计划于", "拟于"].map { Array($0.utf8) }
  static let alias = Array("报告期".utf8)

  func namesAlias(_ index: Int, _ sentence: Int, _ figure: Range<Int>) -> Bool {
    let clauses = paragraphs[index].clauses
    guard let first = clauses.sentenceOfClause.firstIndex(of: sentence) else { return false }
    return PeriodMarker.contains(
      paragraphs[index].shadow, max(clauses.clauses[first], figure.lowerBound - Self.window)..<figure.lowerBound,
      Self.alias)
  }

  /// The year of the part a figure stands in, where words like 全年 need it.
  func inherited(_ index: Int, hasOwn: Bool) -> TimePeriod? {
    if paragraphs[index].kind == .heading || paragraphs[index].kind == .title { return storyFrames[index] }
    if let frame = headingFrames[index] { return frame }
    if paragraphs[index].kind == .table, let day = headingDays[index] { return day }
    if let frame = planFrames[index] { return frame }
    if !hasOwn, let frame = handed[index] { return frame }
    if let year = sections.reviewYear(index) { return .single(CalendarUnit(year: year)) }
    return storyFrames[index] ?? leads[index]
  }

  static func isBase(_ use: PeriodMention.Use) -> Bool {
    if case .base = use { true } else { false }
  }

  /// Whether no other figure stands between a period and a figure.
  func ownsNext(_ mention: PeriodMention, _ figure: Range<Int>, _ index: Int) -> Bool {
    let figures = figures[index]
    let first = figures.indices.first(notBefore: mention.range.upperBound) { figures[$0].range.lowerBound }
    return !(first..<min(figures.count, first + Self.reach)).contains { other in
      figures[other].range.upperBound <= figure.lowerBound && figures[other].amount != nil
        && figures[other].periodExpression == nil
    }
  }

  /// The period of a mention for a figure: one of a list by its order, the end of a span for a value reached.
  func shaped(_ mention: PeriodMention, _ index: Int, _ clause: Int, _ figure: Range<Int>) -> TimePeriod? {
    if mention.list.count > 1 {
      if let place = orderInList(index, figure, count: mention.list.count) { return mention.list[place] }
      guard let first = mention.list.first, let last = mention.list.last else { return nil }
      return .interval(first.firstUnit, last.lastUnit)
    }
    guard case .interval(_, let end)? = mention.period,
      isReached(index, clause, figure) || mention.expression.mode == .since && isRateReached(index, figure)
    else { return mention.period }
    if isSeason(mention, index) { return mention.period }
    switch (mention.expression.span, mention.expression.mode) {
    case (.years, _), (.lastYears, _), (_, .since): return .single(end)
    default: return mention.period
    }
  }

  /// Whether a value is the B of 由A提高到B.
  func isReached(_ index: Int, _ clause: Int, _ figure: Range<Int>) -> Bool {
    let text = paragraphs[index].shadow
    let start = max(paragraphs[index].clauses.clauses[clause], figure.lowerBound - Self.window)
    guard figure.lowerBound - start >= 9 else { return false }
    let window = max(start, figure.lowerBound - 12)..<figure.lowerBound
    return PeriodMarker.contains(text, window, PeriodMarker.upTo) || PeriodMarker.contains(text, window, Self.to)
      ? PeriodMarker.contains(text, start..<figure.lowerBound, Self.from)
        || PeriodMarker.contains(text, start..<figure.lowerBound, Self.out)
      : false
  }

  /// 2021年以来，普惠园占比达到九成: a rate is of the end.
  func isRateReached(_ index: Int, _ figure: Range<Int>) -> Bool {
    let text = paragraphs[index].shadow
    guard figures[index].contains(where: { $0.range == figure && $0.kind == .percentage }) else { return false }
    return PeriodMarker.follows(text, figure.lowerBound, PeriodMarker.upTo)
      || PeriodMarker.follows(text, figure.lowerBound, Self.to)
  }

  static let to = Array("至".utf8)
  static let from = Array("由".utf8)
  static let out = Array("从".utf8)
  static let respectively = ["分别", "依次", "各为"].map { Array($0.utf8) }

  /// The place of a figure among those of 分别为A、B及C, where there are as many as periods.
  func orderInList(_ index: Int, _ figure: Range<Int>, count: Int) -> Int? {
    let paragraph = paragraphs[index]
    let clause = paragraph.clauses.clause(at: figure.lowerBound)
    // Thousands separators are no clause marks, so the list lies in one clause.
    let range = paragraph.clauses.range(ofClause: clause)
      .clamped(to: figure.lowerBound - Self.window..<figure.lowerBound + Self.window)
    guard Self.respectively.contains(where: { PeriodMarker.contains(paragraph.shadow, range, $0) }) else { return nil }
    let figures = figures[index]
    let first = figures.indices.first(notBefore: range.lowerBound) { figures[$0].range.lowerBound }
    let listed = (first..<min(figures.count, first + Self.reach)).filter {
      figures[$0].amount != nil && figures[$0].periodExpression == nil
        && range.contains(figures[$0].range.lowerBound)
    }
    guard listed.count == count else { return nil }
    return listed.firstIndex {
      figures[$0].range.overlaps(figure) || figures[$0].range.contains(figure.lowerBound)
    }
  }

  /// “两毛五一斤。”昨日在市场…: the day of what is said stands behind it.
  func attribution(_ index: Int, _ clause: Int, _ figure: Range<Int>) -> PeriodMention? {
    let paragraph = paragraphs[index]
    guard let opening = paragraph.shadow.first, opening == 0xE2 || opening == 0x22 || opening == 0xE3 else {
      return nil
    }
    let scalar = UTF8Scalar.folded(in: paragraph.shadow, at: 0).scalar
    guard scalar == 0x201C || scalar == 0x22 || scalar == 0x300C else { return nil }
    let known = mentions[index]
    let after = known.indices.first(notBefore: figure.lowerBound + 1) { known[$0].range.lowerBound }
    guard after < mentions[index].count, case let first = mentions[index][after],
      paragraph.clauses.sentence(at: figure.lowerBound) == 0, first.sentence == 1,
      first.range.lowerBound - paragraph.clauses.clauses[first.clause] <= 3
    else { return nil }
    return first
  }

  /// 达产后: the year is not known.
  func isFutureCondition(_ index: Int, _ sentence: Int, _ figure: Range<Int>) -> Bool {
    let paragraph = paragraphs[index]
    var clause = paragraph.clauses.clause(at: figure.lowerBound)
    let last = before(index, figure.lowerBound).last { $0.sentence == sentence }
    for _ in 0..<6 where clause >= 0 && paragraph.clauses.sentenceOfClause[clause] == sentence {
      if let last, last.clause > clause { return false }
      let range = paragraph.clauses.range(ofClause: clause)
      let end = min(range.upperBound, figure.lowerBound, range.lowerBound + Self.window)
      var site = paragraph.firstSite(from: range.lowerBound)
      while site < paragraph.sites.count, case let offset = Int(paragraph.sites[site].offset), offset < end {
        if paragraph.sites[site].reasons.contains(.futureCondition),
          rules.sections.futureConditions.longestMatch(in: paragraph.shadow, at: offset, end: range.upperBound) != nil
        {
          return last == nil || last.map { $0.range.lowerBound < offset } ?? true
        }
        site += 1
      }
      clause -= 1
    }
    return false
  }
}
