import Figures
import Layout
import Rules
import Values

/// Times that are told in passing, and those that a lead tells for the text below it.
extension PeriodFinder {
  /// 8月进出口36亿美元，7月还只有31亿美元; 假期接待游客42万人次，5月2日一天15万人次: behind a figure, a time before that which
  /// its sentence began with, or within it, is a look aside, and what follows goes on with the first.
  func isPassing(_ mention: PeriodMention, _ index: Int) -> Bool {
    guard mention.expression.mode == .within, let period = mention.period else { return false }
    if let frame = opening(of: mention, index)?.period {
      return Self.contains(frame, period) || Self.ends(period, before: frame)
    }
    guard mention.isDay else { return false }
    if isUnmeasured(mention, index) { return true }
    // 全县接待游客。客房出租率1日至4日均在97%以上: a part of the days told before, said behind what it is of.
    guard mention.range.lowerBound - paragraphs[index].clauses.clauses[mention.clause] >= 9, let told = days[index]
    else { return false }
    return Self.contains(told, period)
  }

  /// The time that the sentence of a mention begins with, where a figure stands between.
  private func opening(of mention: PeriodMention, _ index: Int) -> PeriodMention? {
    guard followsFigure(mention, index) else { return nil }
    return before(index, mention.range.lowerBound).first { other in
      other.sentence == mention.sentence && other.use == .frame && other.expression.mode == .within
        && !followsFigure(other, index)
    }
  }

  /// 加开客车2746列。2月25日到27日，三天都高过上年: days with no figure behind them in their sentence, after others.
  private func isUnmeasured(_ mention: PeriodMention, _ index: Int) -> Bool {
    guard case .interval? = mention.period, let first = paragraphs[index].sentencesWithFigures.first,
      first < mention.sentence || followsFigure(mention, index)
    else { return false }
    let end = paragraphs[index].end(ofSentence: mention.sentence)
    return !paragraphs[index].hasFigure(startingIn: mention.range.upperBound..<max(mention.range.upperBound, end))
  }

  /// Whether a time shorter than a year holds another.
  private static func contains(_ frame: TimePeriod, _ period: TimePeriod) -> Bool {
    guard frame != period, isPartOfYear(frame), let start = frame.firstUnit.firstDay,
      let end = frame.lastUnit.lastDay, let first = period.firstUnit.firstDay, let last = period.lastUnit.lastDay
    else { return false }
    return (start.year, start.month, start.day) <= (first.year, first.month, first.day)
      && (last.year, last.month, last.day) <= (end.year, end.month, end.day)
  }

  private static func ends(_ period: TimePeriod, before other: TimePeriod) -> Bool {
    guard let last = period.lastUnit.lastDay, let first = other.firstUnit.firstDay else { return false }
    return (last.year, last.month, last.day) < (first.year, first.month, first.day)
  }

  /// A month, a quarter, days or a span of them.
  static func isPartOfYear(_ period: TimePeriod) -> Bool {
    switch period {
    case .single(let unit), .interval(let unit, _): if case .year = unit.granularity { false } else { true }
    case .until: false
    }
  }

  /// 前三季度, 1至7月: months from the first of a year on.
  static func isMonthsSoFar(_ period: TimePeriod) -> Bool {
    guard case .interval(let first, let last) = period, case .month(1) = first.granularity,
      case .month = last.granularity
    else { return false }
    return first.year == last.year
  }

  static func isOfDays(_ period: TimePeriod) -> Bool {
    if case .day = period.lastUnit.granularity { true } else { false }
  }

  /// Whether a later time was told before in the paragraph: 截至5月末有A。2008年税后利润B is a look back.
  func looksBack(_ mention: PeriodMention, _ index: Int, in mentions: [PeriodMention]) -> Bool {
    guard let period = mention.period else { return false }
    return mentions.prefix(Self.reach).contains { other in
      guard other.range.lowerBound < mention.range.lowerBound, other.use == .frame, !other.isAimed, !other.isDue,
        let told = other.period,
        paragraphs[index].hasFigure(startingIn: other.range.upperBound..<mention.range.lowerBound)
      else { return false }
      return Self.ends(period, before: told) || told.lastUnit.year > period.lastUnit.year
    }
  }

  /// Whether a period is told before or with the first figures of its paragraph, so that the paragraph is of it.
  func leadsParagraph(_ mention: PeriodMention, _ index: Int) -> Bool {
    mention.sentence <= paragraphs[index].sentencesWithFigures.first ?? .max && !followsFigure(mention, index)
  }

  /// 截至8月14日，21家上市公司交出中报。合计实现净利润12.4亿元: what reports tell that were out by a day.
  func reportTold(_ mention: PeriodMention, _ index: Int, before limit: Int) -> TimePeriod? {
    guard mention.expression.mode == .until, mention.isDay, let day = mention.period?.lastUnit.lastDay else {
      return nil
    }
    let paragraph = paragraphs[index]
    let end = paragraph.end(ofSentence: mention.sentence)
    let upper = min(limit, end, mention.range.upperBound + Self.window)
    guard mention.range.upperBound < upper,
      let place = rules.sections.reportSpans.firstOccurrence(in: paragraph.shadow, mention.range.upperBound..<upper),
      let report = rules.sections.reportSpans.longestMatch(in: paragraph.shadow, at: place)
    else { return nil }
    let year = report.value < day.month ? day.year : day.year - 1
    return PeriodExpression(.year(year), PeriodMarker.span(of: report.value)).resolve(published: published)
  }

  /// What a lead hands on where no other time holds: the hour up to which a page of those days tells, 截至17日10时, or what
  /// reports tell that were out by a day.
  func momentReached(_ mentions: [PeriodMention], _ index: Int) -> TimePeriod? {
    guard let published else { return nil }
    if let first = mentions.first(where: { $0.use == .frame }), let report = reportTold(first, index, before: .max) {
      return report
    }
    return mentions.first { mention in
      guard mention.use == .frame, mention.isDay, mention.expression.mode == .until, mention.isAtHour,
        let day = mention.period?.lastUnit.lastDay, let latest = day.adding(days: 3)
      else { return false }
      return (latest.year, latest.month, latest.day) >= (published.year, published.month, published.day)
    }?.period
  }

  /// 今年以来，镇里先后投入资金1360万元: the text below tells what was done in the year.
  func yearSoFar(_ mentions: [PeriodMention], _ index: Int) -> TimePeriod? {
    guard let first = mentions.first(where: { $0.use == .frame }), !isQuoted(first, paragraphs[index]),
      first.expression.mode == .since,
      first.expression.span == .year, first.expression.anchor == .publication(0), let year = first.period?.lastUnit.year
    else { return nil }
    return .single(CalendarUnit(year: year))
  }

  /// 五年来，法院受理案件4.2万件; 自2020年推行网上立案以来，立案1.6万件: the years that the text below a lead goes on to tell of.
  func yearsOfLead(_ mentions: [PeriodMention], _ index: Int) -> TimePeriod? {
    mentions.first { mention in
      guard mention.use == .frame, Self.isOfYears(mention), mention.period != nil else { return false }
      return leadsParagraph(mention, index) && opens(mention, index) && !isToCome(mention)
    }?.period
  }

  /// 近三年, 2018至2020年, 2020年以来.
  private static func isOfYears(_ mention: PeriodMention) -> Bool {
    switch mention.expression.span {
    case .years, .lastYears: mention.list.isEmpty && mention.expression.mode == .within
    case .year, .month, .day: mention.namesYear && mention.expression.mode == .since
    default: false
    }
  }

  /// Whether a period is of several years.
  static func isOfSeveralYears(_ period: TimePeriod) -> Bool {
    if case .interval(let first, let last) = period { first.year < last.year } else { false }
  }

  /// 前天，毕业生招聘会在会展中心举行: the day of a fair of which the paragraph measures nothing.
  func dayOfFair(_ mentions: [PeriodMention], _ index: Int) -> TimePeriod? {
    guard let day = mentions.first(where: { $0.isDay && ($0.use == .frame || $0.use == .report) }), !isToCome(day),
      let start = paragraphs[index].clauses.start(ofSentence: day.sentence),
      day.range.lowerBound - start <= 60
    else { return nil }
    let end = paragraphs[index].end(ofSentence: day.sentence)
    let said = day.range.upperBound..<max(day.range.upperBound, min(end, day.range.upperBound + Self.window))
    return contains(rules.sections.fairs, index, said)
      && !paragraphs[index].hasFigure(startingIn: said) ? day.period : nil
  }

  /// 新院规划床位800张; 投资3.2亿元，建筑面积2万平方米; 板材企业从5家发展到17家: what stands, or is done once, is not of the
  /// months that were told before, but of their year.
  func isLasting(_ index: Int, _ clause: Int, _ figure: Range<Int>) -> Bool {
    let text = paragraphs[index].shadow
    let start = max(paragraphs[index].clauses.clauses[clause], figure.lowerBound - Self.window)
    guard start < figure.lowerBound, let place = place(of: figure, index) else { return false }
    let figures = figures[index]
    switch figures[place].kind {
    case .percentage, .points, .multiple, .ratio: return false
    case .money:
      // 投资3.2亿元 at the head of a clause.
      return PeriodMarker.begins(text, start, Self.outlay)
        && figures[place].extent.lowerBound <= start + Self.outlay.count + 3
    case .count:
      if isReached(index, clause, figure), !PeriodMarker.contains(text, start..<figure.lowerBound, Self.same) {
        return true
      }
    default: break
    }
    guard !contains(rules.sections.comingThings, index, start..<figure.lowerBound) else { return false }
    return contains(rules.sections.standingThings, index, start..<figure.lowerBound)
      || rules.sections.standingThings.longestMatch(in: text, at: figure.upperBound) != nil
  }

  /// The period of a figure that comes from before its sentence: that of what lasts is the year.
  func lasting(_ period: TimePeriod?, _ index: Int, _ figure: Range<Int>) -> TimePeriod? {
    let clause = paragraphs[index].clauses.clause(at: figure.lowerBound)
    guard let period, Self.isPartOfYear(period), isLasting(index, clause, figure)
    else { return period }
    // 22日，新校区启用，规划床位800张: of a day the month.
    if case .single(let unit) = period, case .day = unit.granularity, let day = unit.firstDay {
      return .single(CalendarUnit(year: day.year, .month(day.month)))
    }
    return Self.wholeYear(period)
  }

  /// 合作社2008年成立，当时只有社员36户: the time that words like 当时 point back to.
  func toldThen(
    _ before: ArraySlice<PeriodMention>, _ index: Int, _ sentence: Int, _ figure: Range<Int>
  )
    -> PeriodMention?
  {
    guard let last = before.last, last.sentence == sentence, last.range.upperBound <= figure.lowerBound,
      last.use == .frame || last.use == .local,
      last.expression.mode == .within, last.namesYear || last.isDay, !isToCome(last)
    else { return nil }
    let said = max(last.range.upperBound, figure.lowerBound - Self.window)..<figure.lowerBound
    return contains(rules.sections.thens, index, said) ? last : nil
  }

  /// 春运里加开客车2746列: a season of traffic is that of the page's year, in its months.
  func seasonNamed(_ index: Int, _ figure: Range<Int>) -> TimePeriod? {
    guard let published, published.month <= 4 else { return nil }
    let sentence = paragraphs[index].clauses.sentence(at: figure.lowerBound)
    guard let start = paragraphs[index].clauses.start(ofSentence: sentence) else { return nil }
    return contains(rules.sections.seasons, index, max(start, figure.lowerBound - Self.window)..<figure.lowerBound)
      ? .single(CalendarUnit(year: published.year)) : nil
  }

  /// 每斤60元, 每亩三百元: what is told for one of something.
  func isRate(_ index: Int, _ figure: Range<Int>) -> Bool {
    guard let place = place(of: figure, index), figures[index][place].kind == .money else { return false }
    if figures[index][place].per != nil { return true }
    // 每斤2.5元涨到3.2元
    let start = paragraphs[index].clauses.clauses[paragraphs[index].clauses.clause(at: figure.lowerBound)]
    return PeriodMarker.contains(
      paragraphs[index].shadow, max(start, figure.lowerBound - 36)..<figure.lowerBound, Self.each)
  }

  /// 地头价每斤6.8元, 收购价涨到5900元, 比三年前贵了380元: what something costs now.
  func isPrice(_ index: Int, _ figure: Range<Int>) -> Bool {
    guard let place = place(of: figure, index), figures[index][place].kind == .money else { return false }
    let start = paragraphs[index].clauses.clauses[paragraphs[index].clauses.clause(at: figure.lowerBound)]
    let said = max(start, figure.lowerBound - 60)..<figure.lowerBound
    // 橡胶每吨均价1.38万元 is of all the months.
    if contains(rules.sections.averages, index, said) { return false }
    return isRate(index, figure) || contains(rules.sections.prices, index, said)
  }

  /// 增幅只有8.2%: a rate or a part, which is no number of things that stand.
  func isPart(_ index: Int, _ figure: Range<Int>) -> Bool {
    guard let place = place(of: figure, index) else { return false }
    switch figures[index][place].kind {
    case .percentage, .points, .multiple, .ratio: return true
    default: return false
    }
  }

  /// Which figure of a paragraph stands in a range; `nil` where none takes all of it.
  private func place(of figure: Range<Int>, _ index: Int) -> Int? {
    let figures = figures[index]
    let place = figures.indices.first(notBefore: figure.lowerBound) { figures[$0].range.lowerBound }
    return place < figures.count && figures[place].range == figure ? place : nil
  }

  /// 出口3.8万辆，是去年同期的3.6倍: whether the sentence of a figure compares with the same part of the year before.
  func comparesPart(_ index: Int, _ figure: Range<Int>) -> Bool {
    let clauses = paragraphs[index].clauses
    let sentence = clauses.sentence(at: figure.lowerBound)
    guard let start = clauses.start(ofSentence: sentence) else { return false }
    let end = paragraphs[index].end(ofSentence: sentence)
    return contains(
      rules.sections.samePeriods, index,
      max(start, figure.lowerBound - Self.window)..<min(end, figure.upperBound + Self.window))
  }

  private static let outlay = Array("投资".utf8)
  private static let same = Array("同期".utf8)
  private static let each = Array("每".utf8)
}
