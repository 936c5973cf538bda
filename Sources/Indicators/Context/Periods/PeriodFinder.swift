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
  let stories: StoryMap
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
  /// The feast that each paragraph or one before it names.
  var feasts: [TimePeriod?] = []
  /// The day that the paragraphs before told of last.
  var days: [TimePeriod?] = []
  /// The week that the paragraphs before told of last.
  var weeks: [TimePeriod?] = []
  /// The paragraphs below a heading that names a feast.
  var feastStories: Set<Int> = []
  /// The period that a paragraph hands on to the next of its section.
  var handed: [TimePeriod?] = []
  var leads: [TimePeriod?] = []
  /// The paragraphs that go on with a time told behind the first figures of another.
  var isHandedLoosely: Set<Int> = []
  /// The paragraphs whose lead only says 今年以来.
  var isOfYearSoFar: Set<Int> = []
  /// The year that a page without a date was printed in.
  let impliedYear: Int?
  /// The year that it tells of as a whole.
  let toldYear: Int?

  init(
    paragraphs: [ParagraphShadow], figures: [[Figure]], published: CalendarDate?, sections: SectionMap,
    stories: StoryMap, rules: ContextRules
  ) {
    self.rules = rules
    self.paragraphs = paragraphs
    self.figures = figures
    self.sections = sections
    self.stories = stories
    self.published = published
    let marker = PeriodMarker(rules: rules)
    var marked = zip(paragraphs, figures).map { marker.mentions(in: $0, figures: $1) }
    toldYear = published == nil ? Self.mostNamedYear(marked) : nil
    impliedYear = toldYear.flatMap { Self.yearOfPage(telling: $0, marked, paragraphs) }
    resolve(&marked)
    mentions = marked
  }

  /// The period that a figure is of.
  /// - Returns: The period, and whether it comes from outside the paragraph.
  func period(
    paragraph index: Int, figure: Range<Int>, role: PeriodRole
  ) -> (period: TimePeriod?, isInherited: Bool) {
    if let own = ownPeriod(index, figure, role) { return (own.period, false) }
    let hasOwn = before(index, figure.lowerBound).contains { $0.use == .frame && !$0.isOfOne }
    let inherited = lasting(inherited(index, hasOwn: hasOwn, figure), index, figure)
    if inherited == nil, role == .current {
      if let feast = feastOfStory(index, figure) { return (feast, true) }
      if let season = seasonNamed(index, figure) { return (season, true) }
      if let week = weekBefore(index, figure) { return (week, true) }
      if !hasOwn, let day = dayBefore(index) { return (day, true) }
    }
    if role == .current, let day = dayOfReport(index, figure), inherited.map({ isYear($0, of: day) }) ?? true {
      return (day, false)
    }
    if inherited == nil, role == .current, let published, isCumulative(index, figure) {
      return (.until(CalendarUnit(year: published.year, .month(published.month))), true)
    }
    // A page of January tells of the year before, or of none.
    if inherited == nil, role == .current, let published, published.month >= 3, comparesWithLastYear(index, figure) {
      return (.single(CalendarUnit(year: published.year)), true)
    }
    return (inherited, true)
  }

  /// 夏粮总产238亿斤，比去年少收1.1亿斤: what is set against last year as a whole is of this year.
  private func comparesWithLastYear(_ index: Int, _ figure: Range<Int>, isSamePeriod: Bool = false) -> Bool {
    let sentence = paragraphs[index].clauses.sentence(at: figure.lowerBound)
    return mentions[index].contains { mention in
      guard mention.sentence == sentence, Self.isBase(mention.use),
        mention.expression.span == (isSamePeriod ? .samePeriod : .year)
      else { return false }
      if isSamePeriod { return mention.expression.anchor == .publication(-1) }
      switch mention.expression.anchor {
      case .publication(-1), .context(-1): return true
      default: return false
      }
    }
  }

  /// The time of the sentences before: that of the nearest one that tells the time of its sentence.
  private func gone(_ before: ArraySlice<PeriodMention>, _ index: Int, _ sentence: Int) -> PeriodMention? {
    func goesOn(_ mention: PeriodMention) -> Bool {
      mention.use == .frame && mention.sentence < sentence && self.goesOn(mention) && !Self.isSinceYear(mention)
        && (!Self.isWeek(mention) || paragraphs[index].measures(inSentence: mention.sentence))
        && !isFounding(mention, index) && !isSetForLater(mention, index) && !mention.isWeekBefore
        && !isPassing(mention, index)
    }
    if let event = eventBefore(before, index, sentence) { return event }
    guard let last = before.last(where: goesOn) else { return nil }
    if let hour = hourReached(last, before, sentence) { return hour }
    if leads(last, index) { return last }
    return before.last { goesOn($0) && leads($0, index) } ?? (inherited(index, hasOwn: true, nil) == nil ? last : nil)
  }

  /// 计划2021年3月竣工。用地6200平方米: when something is to be done that its sentence does not measure.
  private func isSetForLater(_ mention: PeriodMention, _ index: Int) -> Bool {
    isToCome(mention) && !paragraphs[index].measures(inSentence: mention.sentence)
      && contains(
        rules.sections.aims, index, max(0, mention.range.lowerBound - 12)..<mention.range.lowerBound)
  }

  /// 1月12日上午，县里举行签约仪式。仪式上，共签约项目12个: the day of the event that the sentence goes on with.
  private func eventBefore(_ before: ArraySlice<PeriodMention>, _ index: Int, _ sentence: Int) -> PeriodMention? {
    let paragraph = paragraphs[index]
    guard let start = paragraph.clauses.start(ofSentence: sentence),
      rules.sections.occasions.longestMatch(in: paragraph.shadow, at: start) != nil,
      let last = before.last, last.sentence == sentence - 1, last.isDay, last.use == .frame || last.use == .report
    else { return nil }
    return last
  }

  /// 当天，36家企业带去岗位520个: the day that the paragraphs before told of, which a paragraph begins with.
  private func dayBefore(_ index: Int) -> TimePeriod? {
    guard let day = days[index], rules.sections.occasions.longestMatch(in: paragraphs[index].shadow, at: 0) != nil
    else { return nil }
    return day
  }

  /// 去年以来转产27处。窑口已发展到170多家: how long something took is no time of what stands now.
  private static func isSinceYear(_ mention: PeriodMention) -> Bool {
    mention.expression.mode == .since && mention.expression.span == .year
      && mention.expression.anchor != .publication(0)
  }

  /// 上周塔吊又升高一节。园区总投资6.8亿元: a week of which nothing is measured is when something happened.
  static func isWeek(_ mention: PeriodMention) -> Bool {
    if case .relativeWeek = mention.expression.span { true } else { false }
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
    if isDue(index, clause, figure) || isOfYearNotOver(index, clause, figure) { return true }
    guard let last = before(index, figure.lowerBound).last(where: { $0.use == .frame || $0.use == .local }) else {
      // A budget goes on with the year it is for.
      return headingFrames[index] == nil && handed[index].map(isToCome) ?? false
    }
    // 墙上的目标很醒目：到2027年，收入突破20亿元, on a page without a date.
    if published == nil, last.sentence == sentence, last.isAimed,
      let start = clauses.start(ofSentence: sentence),
      contains(rules.sections.aims, index, max(start, last.range.lowerBound - Self.window)..<last.range.lowerBound)
    {
      return true
    }
    guard last.sentence == sentence, isToCome(last) else { return false }
    return last.isAimed || !isCut(index, from: last.clause, to: clause)
  }

  /// 全年钢产量压在610万吨以内, 年内要控制在2.8%以内: what is said of all of a year whose end is far off.
  private func isOfYearNotOver(_ index: Int, _ clause: Int, _ figure: Range<Int>) -> Bool {
    guard let published, published.month <= 10,
      let own = before(index, figure.lowerBound).last(where: { $0.clause == clause }), own.use == .frame,
      own.expression.span == .year, own.expression.mode == .within, own.expression.anchor == .none, !own.isDue,
      own.period == .single(CalendarUnit(year: published.year)),
      !PeriodMarker.begins(paragraphs[index].shadow, own.range.lowerBound, Self.annual)
    else { return false }
    // 能全年盈利的只有11家: it tells which.
    return !PeriodMarker.contains(
      paragraphs[index].shadow, own.range.upperBound..<max(own.range.upperBound, figure.lowerBound), PeriodMarker.of)
      && !contains(rules.sections.done, index, paragraphs[index].clauses.clauses[clause]..<figure.lowerBound)
  }

  /// 年度资金使用率: what is told by the year, whether it is over or not.
  private static let annual = Array("年度".utf8)

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
      case .base(true) where ownsNext(near, figure, index) && !isMore(index, figure): return Found(period: near.period)
      default: break
      }
    }
    if role == .earlier {
      if let earlier = inClause.last(where: { $0.use == .earlier }) { return Found(period: earlier.period) }
      return Found(period: firstYear(of: inClause.last ?? earlierFrame(before, index, sentence, clause)))
    }
    if role == .comparisonBase, let base = inClause.last(where: { Self.isBase($0.use) || $0.use == .local }) {
      return Found(period: base.period)
    }
    if let then = toldThen(before, index, sentence, figure) { return Found(period: then.period) }
    if isFutureCondition(index, sentence, figure) { return Found(period: nil) }
    if let own = inClause.last(where: { $0.use == .frame || $0.use == .local }) {
      return Found(period: shaped(own, index, clause, figure))
    }
    if let coming = coming(index, clause, figure) { return Found(period: coming.period) }
    if let told = toldBefore(before, index, sentence, clause) {
      return Found(period: shaped(told, index, clause, figure))
    }
    if let earlier = earlierFrame(before, index, sentence, clause) {
      if let since = doneSinceBegun(earlier, index, clause) { return since }
      if isUndated(index, clause, figure), isEvent(earlier, index, figure) { return Found(period: nil) }
      if let report = reportTold(earlier, index, before: paragraph.clauses.clauses[clause]) {
        return Found(period: report)
      }
      var period = shaped(earlier, index, clause, figure)
      // 到今年底A要发展到5万户；B达到8500万元: the later ones are of the year.
      if earlier.isAimed, earlier.expression.span == .yearEnd, opensSegment(index, from: earlier.clause, to: clause) {
        period = period.map { .single(CalendarUnit(year: $0.lastUnit.year)) }
      }
      return Found(period: isYearly(index, clause, figure) ? Self.wholeYear(period) : period)
    }
    // 由4.02米回升到目前的2.87米，水面稳定在26平方公里: what stands now goes on standing.
    if let now = before.last(where: { $0.sentence == sentence && $0.clause < clause }), now.expression.span == .present,
      now.use == .local, !opensSegment(index, from: now.clause, to: clause)
    {
      return Found(period: now.period)
    }
    if let quoted = attribution(index, clause, figure) { return Found(period: quoted.period) }
    if let alias = aliases[index], namesAlias(index, sentence, figure) {
      return Found(period: isReached(index, clause, figure) ? .single(alias.lastUnit) : alias)
    }
    if let feast = feastNamed(index, sentence, figure) { return Found(period: feast) }
    let isPart = paragraphs[index].opensWithWhich(inSentence: sentence)
    if !isPart, isUndated(index, clause, figure) { return Found(period: nil) }
    if let event = monthOfEvent(before, index, sentence) { return Found(period: event) }
    if before.isEmpty, let told = toldBehindDots(index, figure) { return Found(period: told.period) }
    if let gone = gone(before, index, sentence), !comesToNow(gone, index, sentence, figure) {
      // 去年访问了1500户。信访量比去年同期下降三成: what is set against last year is of this.
      if gone.expression.anchor == .publication(-1), let published, published.month >= 3,
        comparesWithLastYear(index, figure, isSamePeriod: true)
      {
        return Found(period: .single(CalendarUnit(year: published.year)))
      }
      // 去年种薯3.2万亩。地头价每斤1.6元: a price behind a look at last year is none of then, when the page is of no January.
      if gone.expression.anchor == .publication(-1), gone.expression.span == .year, let published, published.month >= 4,
        isPrice(index, figure)
      {
        return Found(period: nil)
      }
      if let report = reportTold(gone, index, before: figure.lowerBound) { return Found(period: report) }
      // 年末共有657个。其中，直辖市4个: the parts are of the day that the whole is of.
      if isPart, gone.sentence == sentence - 1, gone.expression.span == .yearEnd { return Found(period: gone.period) }
      // 去年亩产420斤。下一步，镇里打井26眼: what is planned is of no time that is over.
      if sections.frame(index, at: figure.lowerBound) == .plan, isOver(gone) {
        return Found(period: planFrames[index].flatMap { isOver($0) ? nil : $0 })
      }
      // 目前 on a page of January is of no year yet.
      if gone.expression.span == .present, let published, published.month == 1 { return Found(period: gone.period) }
      // 眼下莲藕俏销。批发价每斤3.2元: the price of the month.
      if gone.expression.span == .present, isRate(index, figure), !paragraph.measures(inSentence: gone.sentence) {
        return Found(period: gone.period)
      }
      // 截至10日16时，68万人受灾。目前供电已恢复。发放种子42万公斤: of the day that the page tells of.
      if gone.expression.span == .present, let moment = handed[index], case .until = moment, Self.isOfDays(moment),
        !isStanding(index, clause, figure), !isLasting(index, clause, figure)
      {
        return Found(period: moment)
      }
      if let months = monthsUpTo(gone, index, sentence, figure) { return Found(period: months) }
      if Self.isEndOfYear(gone) || gone.expression.mode == .until && isAiming(index, sentence, figure) {
        return Found(period: gone.period.map { .single(CalendarUnit(year: $0.lastUnit.year)) })
      }
      let period = shaped(gone, index, clause, figure)
      if case .interval(_, let end)? = period, case .month = end.granularity,
        isStanding(index, clause, figure) || isPrice(index, figure)
      {
        return Found(period: Self.wholeYear(period))
      }
      let isYear = isYearly(index, clause, figure)
      return Found(period: isYear ? Self.wholeYear(period) : lasting(period, index, figure))
    }
    return nil
  }
}
