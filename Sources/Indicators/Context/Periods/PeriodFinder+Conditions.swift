import Figures
import Layout
import Rules
import Values

/// What decides whether a period holds for a figure.
extension PeriodFinder {
  /// 五月份全市的用电量，同比增长6%: what only compares goes on with the time that the clause before is told of.
  func toldBefore(_ before: ArraySlice<PeriodMention>, _ index: Int, _ sentence: Int, _ clause: Int) -> PeriodMention? {
    let paragraph = paragraphs[index]
    guard clause > 0, paragraph.clauses.sentenceOfClause[clause - 1] == sentence,
      !paragraph.clauses.opensAfterSemicolon[clause],
      rules.sections.continuers.longestMatch(in: paragraph.shadow, at: paragraph.clauses.clauses[clause]) != nil,
      let last = before.last(where: { $0.use == .local || $0.use == .frame }), last.use == .local,
      last.clause == clause - 1, !Self.isPast(last), !isSamePast(last)
    else { return nil }
    return last
  }

  /// Whether a period ended before the month of the page.
  func isOver(_ period: TimePeriod) -> Bool {
    guard let published, let last = period.lastUnit.lastDay else { return false }
    return (last.year, last.month) < (published.year, published.month)
  }

  func isOver(_ mention: PeriodMention) -> Bool { mention.period.map(isOver) ?? false }

  private func isSamePast(_ mention: PeriodMention) -> Bool {
    if case .context(let offset) = mention.expression.anchor { offset < 0 } else { false }
  }

  /// 余下的94户年底前全部入住, 年底前再添6艘: what has to be done in time, in the clause of the deadline.
  func isDue(_ index: Int, _ clause: Int, _ figure: Range<Int>) -> Bool {
    guard let published else { return false }
    let known = mentions[index]
    var place = known.indices.first(notBefore: clause) { known[$0].clause }
    while place < known.count, known[place].clause == clause {
      let mention = known[place]
      place += 1
      guard mention.isDue, mention.use == .frame, let year = mention.period?.lastUnit.year,
        (year, mention.dueMonth) >= (published.year, published.month)
      else { continue }
      // 占…的三成 behind a deadline is of what is there.
      if mention.range.upperBound <= figure.lowerBound || mention.range.lowerBound - figure.upperBound <= 18 {
        return !contains(rules.sections.done, index, paragraphs[index].clauses.clauses[clause]..<figure.lowerBound)
      }
    }
    return false
  }

  /// Whether something is aimed at or expected between the beginning of a sentence and a figure.
  func isAiming(_ index: Int, _ sentence: Int, _ figure: Range<Int>) -> Bool {
    guard let said = said(index, sentence, figure) else { return false }
    // 其中4万公顷将绝收，直接经济损失36亿元: what comes about with another figure is no aim of this one.
    let figures = figures[index]
    let first = figures.indices.first(notBefore: figure.lowerBound) { figures[$0].range.lowerBound }
    let last = figures[..<first].suffix(Self.reach).last { $0.amount != nil && $0.periodExpression == nil }
    let clause = paragraphs[index].clauses.clauses[paragraphs[index].clauses.clause(at: figure.lowerBound)]
    let start = last.map { $0.range.upperBound > clause ? said.lowerBound : max(said.lowerBound, clause) }
    return contains(rules.sections.aims, index, (start ?? said.lowerBound)..<figure.lowerBound)
  }

  /// What stands between the beginning of a sentence and a figure, of a long sentence the end.
  private func said(_ index: Int, _ sentence: Int, _ figure: Range<Int>) -> Range<Int>? {
    paragraphs[index].clauses.start(ofSentence: sentence).map {
      max($0, figure.lowerBound - Self.window)..<figure.lowerBound
    }
  }

  func contains(_ words: WordTable<Bool>, _ index: Int, _ range: Range<Int>) -> Bool {
    words.occurs(in: paragraphs[index].shadow, range)
  }

  /// 2018年升级为国家高新区，规划面积72平方公里: the time of something that measures nothing.
  func isEvent(_ mention: PeriodMention, _ index: Int, _ figure: Range<Int>) -> Bool {
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
    // 盈利的有21家: how many of those told of.
    if let word = rules.sections.standing.longestMatch(endingAt: figure.lowerBound, in: text, start: start) {
      return !PeriodMarker.follows(text, word.start, PeriodMarker.of)
    }
    return rules.sections.standingHeads.longestMatch(in: text, at: start, end: figure.lowerBound) != nil
  }

  /// The frame of the clauses before in the sentence: 今年计划A，截至7月底完成B；实施C. After a semicolon a part of the year
  /// gives way to the year that the sentence began with.
  func earlierFrame(
    _ before: ArraySlice<PeriodMention>, _ index: Int, _ sentence: Int, _ clause: Int
  ) -> PeriodMention? {
    func isFrame(_ place: Int) -> Bool {
      let mention = before[place]
      return mention.sentence == sentence && mention.use == .frame
        && (mention.isDay || !isFounding(mention, index))
        && (!Self.isLongAgo(mention) || !opensSegment(index, from: mention.clause, to: clause))
        && (!Self.isLastYears(mention) || !opensSegment(index, from: mention.clause, to: clause)
          || !followsFigure(mention, index))
        && (!mention.isWeekBefore || !opensSegment(index, from: mention.clause, to: clause))
        && (!isToCome(mention) || mention.isAimed || !isCut(index, from: mention.clause, to: clause))
        && (!mention.isDay || !opensSegment(index, from: mention.clause, to: clause)
          || mention.expression.mode != .within || !followsFigure(mention, index))
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

  /// 前五天接待23.4万人次，5月3日单日迎客5.2万人次: whether a figure stands before a period in its sentence.
  func followsFigure(_ mention: PeriodMention, _ index: Int) -> Bool {
    guard let start = paragraphs[index].clauses.start(ofSentence: mention.sentence) else { return false }
    return paragraphs[index].hasFigure(startingIn: start..<mention.range.lowerBound)
  }

  func opensSegment(_ index: Int, from first: Int, to last: Int) -> Bool {
    first < last && paragraphs[index].clauses.opensAfterSemicolon[(first + 1)...last].contains(true)
  }

  /// Whether a semicolon stands between two clauses and what there is stands behind it: 明年元旦试营运；县内另有旅馆5家.
  func isCut(_ index: Int, from first: Int, to last: Int) -> Bool {
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
    return rules.sections.seasonEnds.longestMatch(endingAt: mention.range.upperBound, in: text) != nil
  }

  /// Whether a period is the time of its sentence and not of the part it stands in: none that comes after figures of
  /// another time, or behind 其中, goes on to the next sentence.
  func leads(_ mention: PeriodMention, _ index: Int) -> Bool {
    let paragraph = paragraphs[index]
    let clause = paragraph.clauses.range(ofClause: mention.clause)
    let start = clause.lowerBound
    if PeriodMarker.begins(paragraph.shadow, start, SubjectFinder.which) { return false }
    // 一九八五年，…
    if mention.range.lowerBound - start <= 3, clause.upperBound - mention.range.upperBound <= 3 { return true }
    var first = mention.clause
    while first > 0, paragraph.clauses.sentenceOfClause[first - 1] == mention.sentence, mention.clause - first < 24 {
      first -= 1
    }
    let opening = paragraph.clauses.clauses[first]
    guard paragraph.hasFigure(startingIn: opening..<start) else { return true }
    return before(index, mention.range.lowerBound).contains {
      $0.sentence == mention.sentence && $0.use == .frame
        && !paragraph.hasFigure(startingIn: opening..<max(opening, $0.range.lowerBound))
    }
  }

  /// Whether a period holds for the sentences that follow its own.
  func goesOn(_ mention: PeriodMention) -> Bool {
    // 到去年底，全县办有三资企业187家 aims at nothing.
    guard !mention.isMoment, !mention.isAimed || isOver(mention), !mention.isDue, !Self.isLongAgo(mention) else {
      return false
    }
    switch mention.expression.span {
    case .lastYears, .months(12, 2): return false
    default: return true
    }
  }

  /// 累计核准72家: up to the page's month, where nothing else is said.
  func isCumulative(_ index: Int, _ figure: Range<Int>) -> Bool {
    let clauses = paragraphs[index].clauses
    let start = clauses.clauses[clauses.clause(at: figure.lowerBound)]
    return contains(rules.sections.cumulative, index, max(start, figure.lowerBound - 60)..<figure.lowerBound)
  }

  /// 2015年落户, 成立于1998年, 昨动土: when something began that this clause does not measure is no time of what follows.
  func isFounding(_ mention: PeriodMention, _ index: Int) -> Bool {
    guard mention.expression.mode == .within, let period = mention.period else { return false }
    if case .year = mention.expression.anchor, !mention.isDay {
      let year = period.lastUnit.year
      guard published.map({ $0.year - year >= 2 }) ?? (year != impliedYear) else { return false }
    } else if !mention.isDay {
      return false
    }
    let paragraph = paragraphs[index]
    let clause = paragraph.clauses.range(ofClause: mention.clause)
    guard !paragraph.hasFigure(startingIn: clause) else { return false }
    let end = mention.range.upperBound
    if rules.sections.founding.occurs(in: paragraph.shadow, end..<min(clause.upperBound, end + 18)) { return true }
    let start = mention.range.lowerBound
    return PeriodMarker.follows(paragraph.shadow, start, Self.at)
      && rules.sections.foundingEnds.longestMatch(endingAt: start - Self.at.count, in: paragraph.shadow) != nil
  }

  private static let at = Array("于".utf8)

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

  /// 五年里, 近三年.
  private static func isLastYears(_ mention: PeriodMention) -> Bool {
    if case .lastYears = mention.expression.span { true } else { false }
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
    // 余下的94户年底前全部入住新居
    if after < known.count, case let next = known[after], next.clause == clause, next.use == .frame, next.isDue,
      next.range.lowerBound - figure.upperBound <= 18, isDue(index, clause, figure)
    {
      return next
    }
    let end = paragraphs[index].clauses.range(ofClause: clause).upperBound
    let found = known[after...].prefix(Self.reach).indices.first { place in
      known[place].clause == clause && known[place].use == .frame
        && (rules.sections.coming.longestMatch(endingAt: known[place].range.lowerBound, in: text) != nil
          // 两个泊位预计年底投产, with no figure that the time could be of.
          || rules.sections.expected.longestMatch(endingAt: known[place].range.lowerBound, in: text) != nil
            && !paragraphs[index].hasFigure(startingIn: known[place].range.upperBound..<end))
    }
    return found.map { known[$0] }
  }

  /// 假期加演7场 behind “五一”假期: the feast that the page speaks of.
  func feastNamed(_ index: Int, _ sentence: Int, _ figure: Range<Int>) -> TimePeriod? {
    guard let feast = feasts[index], let said = said(index, sentence, figure),
      contains(rules.sections.feastWords, index, said)
    else { return nil }
    return feast
  }

  /// 前一周均价4.4元。批发价3.5元，环比上涨1%: what only the span before compares with goes on with the week told before.
  func weekBefore(_ index: Int, _ figure: Range<Int>) -> TimePeriod? {
    guard let week = weeks[index] else { return nil }
    let clauses = paragraphs[index].clauses
    let sentence = clauses.sentence(at: figure.lowerBound)
    guard let start = clauses.start(ofSentence: sentence) else { return nil }
    let end = paragraphs[index].end(ofSentence: sentence)
    return PeriodMarker.contains(
      paragraphs[index].shadow, max(start, figure.lowerBound - Self.window)..<min(end, figure.upperBound + Self.window),
      Self.chained) ? week : nil
  }

  private static let chained = Array("环比".utf8)

  /// 指挥部19日通报，死亡人数升至11人: what had come about by the day that it was told.
  func dayOfReport(_ index: Int, _ figure: Range<Int>) -> TimePeriod? {
    let sentence = paragraphs[index].clauses.sentence(at: figure.lowerBound)
    let report = before(index, figure.lowerBound).last { $0.sentence == sentence && $0.use == .report }
    guard let report, case .single(let day)? = report.period,
      contains(rules.sections.reached, index, report.range.upperBound..<figure.lowerBound)
    else { return nil }
    return .until(day)
  }

  /// Whether a period is no more than the year of a day.
  func isYear(_ period: TimePeriod, of day: TimePeriod) -> Bool {
    period == .single(CalendarUnit(year: day.lastUnit.year))
  }

  /// 小长假期间，…。全市接待游客26万人次: the feast of the paragraph, or that of the story whose title names one.
  func feastOfStory(_ index: Int, _ figure: Range<Int>) -> TimePeriod? {
    guard let feast = feasts[index] else { return nil }
    let said = max(0, figure.lowerBound - Self.window)..<figure.lowerBound
    if contains(rules.sections.feastWords, index, said) { return feast }
    return feastStories.contains(index) ? feast : nil
  }

  /// Whether a period is a feast or its holidays: “五一”假期, 国庆黄金周.
  func isFeast(_ mention: PeriodMention, _ index: Int) -> Bool {
    guard mention.use == .frame || mention.use == .local else { return false }
    return contains(rules.sections.feastWords, index, mention.range)
  }

  static let alias = Array("报告期".utf8)

  func namesAlias(_ index: Int, _ sentence: Int, _ figure: Range<Int>) -> Bool {
    said(index, sentence, figure).map { PeriodMarker.contains(paragraphs[index].shadow, $0, Self.alias) } ?? false
  }

  /// The period of the line above a table: 昨日菜价（单位：元/500克）.
  func captionPeriod(_ index: Int) -> TimePeriod? {
    guard index > 0, paragraphs[index - 1].shadow.count <= 90, paragraphs[index - 1].sentencesWithFigures.count <= 1
    else { return nil }
    switch paragraphs[index - 1].kind {
    case .table, .furniture, .byline: return nil
    default: return mentions[index - 1].last { $0.use == .frame || $0.use == .local }?.period
    }
  }

  /// The year of the part a figure stands in, where words like 全年 need it.
  /// - Parameter figure: The figure that asks, where there is one.
  func inherited(_ index: Int, hasOwn: Bool, _ figure: Range<Int>?) -> TimePeriod? {
    if paragraphs[index].kind == .heading || paragraphs[index].kind == .title { return storyFrames[index] }
    if paragraphs[index].kind == .table, let caption = captionPeriod(index) { return caption }
    if let frame = headingFrames[index] { return frame }
    if paragraphs[index].kind == .table, let day = headingDays[index] { return day }
    if let frame = planFrames[index] { return frame }
    if !hasOwn, let frame = handed[index] {
      // 今年以来，物价回落。猪肉每公斤22元; 全村有520户: what was done is of the year, or of the years.
      let isOfYears = Self.isOfSeveralYears(frame)
      if let figure, isOfYears || isOfYearSoFar.contains(index) {
        let clause = paragraphs[index].clauses.clause(at: figure.lowerBound)
        if isRate(index, figure) || isStanding(index, clause, figure) { return nil }
        if isOfYears, isLasting(index, clause, figure) { return nil }
      }
      // 1至7月，零售额增长29.5%。⏎地头价每斤6.8元, 车位有5600个: what stands is of no months that a paragraph before told of.
      if let figure, Self.isPartOfYear(frame), !Self.isOfDays(frame) {
        let clause = paragraphs[index].clauses.clause(at: figure.lowerBound)
        if isPrice(index, figure) || !isPart(index, figure) && isStanding(index, clause, figure) {
          return Self.wholeYear(frame)
        }
      }
      // 全县有中小学126所。1至10月，新增学位2300个 hands on its year, and its months to what compares with those of last year.
      if isHandedLoosely.contains(index), Self.isOfDays(frame) || !(figure.map { comparesPart(index, $0) } ?? false) {
        return Self.wholeYear(frame)
      }
      return frame
    }
    if let year = sections.reviewYear(index) { return .single(CalendarUnit(year: year)) }
    return storyFrames[index] ?? leads[index]
  }
}
