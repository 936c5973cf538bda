import Figures
import Layout
import Rules
import Values

/// The periods of one paragraph, counted from those before.
extension PeriodFinder {
  /// Whether the paragraphs of a section go on with a period: a year and its larger parts, and a day with its year.
  static func isHandedOn(_ mention: PeriodMention) -> Bool {
    guard mention.expression.mode == .within, mention.list.isEmpty, !mention.isMoment else { return false }
    if Self.isSeason(mention.expression.span) { return !mention.namesYear }
    switch mention.expression.span {
    case .year: return !isLongAgo(mention)
    case .half, .quarter, .quarters, .months: return true
    case .days, .feast: return true
    case .day: if case .year = mention.expression.anchor { return true } else { return false }
    default: return false
    }
  }

  /// The months of 春天, 夏天, 秋天 and 冬天.
  static func isSeason(_ span: PeriodExpression.Span) -> Bool {
    switch span {
    case .months(3, 5), .months(6, 8), .months(9, 11), .months(12, 2): true
    default: false
    }
  }

  /// 去年 in the course of a paragraph: a look aside and not what the section is of.
  static func isLooseYear(_ mention: PeriodMention) -> Bool {
    if case .publication(let offset) = mention.expression.anchor { offset < 0 } else { false }
  }

  /// Whether a heading's period holds for the text below it: 2022年 and 上半年 do, a bare 全年 does not.
  static func tellsFrame(_ mention: PeriodMention) -> Bool {
    guard !mention.isDay else { return false }
    switch (mention.expression.anchor, mention.expression.span) {
    case (.none, .year), (.none, .yearEnd), (.none, .yearStart), (_, .samePeriod), (_, .sameMonth), (_, .indefinite),
      (_, .present), (.context, _):
      return false
    default: return true
    }
  }

  func resolve(
    _ mentions: inout [PeriodMention], paragraph index: Int, frame: TimePeriod?, hand: TimePeriod? = nil,
    recent: TimePeriod? = nil, isOfOtherHeading: Bool = false, week: TimePeriod? = nil, alias: inout TimePeriod?
  ) {
    var previous: TimePeriod?
    var paragraphYear: Int?
    var sentenceYear: Int?
    var sentence = -1
    var isAimedAt = false
    for position in mentions.indices {
      if mentions[position].sentence != sentence {
        sentence = mentions[position].sentence
        // 到2020年达到A。年底前先办B: an aim is no year of what follows.
        paragraphYear = isAimedAt ? paragraphYear : sentenceYear ?? paragraphYear
        sentenceYear = nil
        isAimedAt = false
      }
      let mention = mentions[position]
      var year =
        sentenceYear ?? (mention.isDay ? nil : paragraphYear ?? spokenYear(mention, index, frame, hand, previous))
      if sentenceYear == nil, isOfOtherHeading || frame?.lastUnit.year != year,
        isJustOver(mention, after: year, isOfOtherHeading: isOfOtherHeading)
      {
        year = published?.year
      }
      if published == nil, year == nil { year = Self.isWhole(mention) ? toldYear : impliedYear }
      if case .publication = mention.expression.anchor { year = impliedYear }
      // 2013年底有A；到上年底降到B: what something came to lies behind what it began with.
      if case .context(let offset) = mention.expression.anchor, offset < 0, mention.isAimed {
        year = published?.year ?? year
      }
      // 第二年，拖拉机增加到54台: the year behind those that the paragraph before told of; where none was told, none.
      if Self.countsOn(mention), sentenceYear == nil, paragraphYear == nil, previous == nil {
        year = (frame ?? recent ?? hand)?.lastUnit.year
        if year == nil { continue }
      }
      // 1969年冬，三万民工上阵。到第二年五月: a winter is of the year that names it.
      if Self.countsOn(mention), case .interval(let first, let last)? = previous, first.granularity == .month(12),
        last.granularity == .month(2)
      {
        year = first.year
      }
      if isWithinYear(mention, index) { year = published?.year ?? year }
      // 去年人均收入12360元；存款余额截至6月底9.85亿元: behind a semicolon the half-year just over.
      if sentenceYear != nil, position > 0, mention.expression.mode == .until,
        opensSegment(index, from: mentions[position - 1].clause, to: mention.clause), isJustOver(mention, after: year)
      {
        year = published?.year
      }
      if isStillToCome(mention, index), sentenceYear == nil { year = published?.year ?? year }
      if let published, let told = year, told < published.year, sentenceYear == nil || sentenceYear == published.year,
        isPlannedHere(mention, index)
      {
        year = published.year
      }
      // 同期 at the head of a paragraph is that of the words just before it.
      let handed = mention.expression.span == .samePeriod && mention.expression.anchor == .none ? recent ?? hand : hand
      // 1至4月，出让土地36宗。12日出让一宗: of a span of months no day goes on.
      let told = mention.isDay && previous.map(Self.isOfMonths) ?? false ? nil : previous
      let before = told ?? (mention.isDay ? nil : frame ?? handed)
      mentions[position].period =
        newYear(mention, index) ?? lastYears(mention, previous, index) ?? weekBefore(mention, previous ?? week)
        ?? mention.expression.resolve(published: published, year: year, previous: before) ?? yearSoFar(mention)
      // 上一周 without a week told is the last.
      if mention.isWeekBefore, (previous ?? week) == nil { mentions[position].isWeekBefore = false }
      if let year = yearOfBlow(mentions[position], index) { mentions[position].period = year }
      guard let period = mentions[position].period else { continue }
      // 园区2011年建起，如今入驻316家，“双11”当天发出快件1380万件: from 如今 on it is the year of the page.
      if mention.expression.span == .present { sentenceYear = published?.year ?? sentenceYear }
      if mention.use == .frame, mention.namesYear, !Self.isSpan(mention), !Self.isLongAgo(mention),
        !isFounding(mentions[position], index)
      {
        sentenceYear = period.lastUnit.year
        isAimedAt = mention.isAimed
      }
      if mention.use == .frame || mention.use == .local && !Self.isPast(mention) { previous = period }
    }
    list(&mentions, paragraph: index)
    join(&mentions, paragraph: index)
    bindToDays(&mentions, paragraph: index)
    if let defined = mentions.first(where: { $0.list.count > 1 }), let first = defined.list.first,
      let last = defined.list.last
    {
      alias = .interval(first.firstUnit, last.lastUnit)
    }
  }

  /// 第二年, 三年后, 此后五年: years that are counted on from the one told.
  private static func countsOn(_ mention: PeriodMention) -> Bool {
    guard case .context(let offset) = mention.expression.anchor else { return false }
    if case .nextYears = mention.expression.span { return true }
    return offset > 0
  }

  /// 今年以来 on a page without a date: the year.
  private func yearSoFar(_ mention: PeriodMention) -> TimePeriod? {
    guard published == nil, mention.expression.mode == .since, mention.expression.anchor == .publication(0) else {
      return nil
    }
    return impliedYear.map { .single(CalendarUnit(year: $0)) }
  }

  /// 一季度 on a page of April, though the sentence before spoke of last year: the one just over; 2月 on a page of March, where
  /// only the title of another heading's text did.
  func isJustOver(_ mention: PeriodMention, after year: Int?, isOfOtherHeading: Bool = false) -> Bool {
    guard let published, published.month >= (isOfOtherHeading ? 2 : 4), year == published.year - 1,
      mention.expression.anchor == .none
    else { return false }
    let last: Int
    switch mention.expression.span {
    case .quarter(let quarter), .quarters(_, let quarter): last = quarter * 3
    case .half(let half): last = half * 6
    case .months(_, let month), .month(let month): last = month
    default: return false
    }
    return (published.month - 2...published.month).contains(last)
  }

  static func isSpan(_ mention: PeriodMention) -> Bool {
    if case .years = mention.expression.span { true } else { false }
  }

  /// 近三年 and 过去一年 on a page of the first months end with the year before; 十年间 after 1984年 begins with it.
  func lastYears(_ mention: PeriodMention, _ previous: TimePeriod?, _ index: Int) -> TimePeriod? {
    guard case .lastYears(let count) = mention.expression.span, let published else { return nil }
    switch previous {
    case .interval(let start, let end)? where end.year - start.year == count - 1 && end.year <= published.year:
      return previous
    // 第一个五年计划期间，…。五年里，…: the years of a plan that goes on.
    case .interval(let start, let end)?
    where end.year - start.year == count - 1 && start.year <= published.year
      && PeriodMarker.contains(
        paragraphs[index].shadow, mention.range.upperBound - 3..<mention.range.upperBound + 3, Self.within):
      return previous
    case .single(let start)?
    where start.granularity == .year && (published.year - 1...published.year).contains(start.year + count):
      return .interval(start, CalendarUnit(year: start.year + count))
    default: break
    }
    guard published.month <= 3 else {
      // 一年来 on a page of November: the twelve months up to it.
      guard count <= 1 else { return nil }
      return .interval(
        CalendarUnit(year: published.year - 1, .month(published.month)),
        CalendarUnit(year: published.year, .month(published.month)))
    }
    let last = CalendarUnit(year: published.year - 1)
    return count <= 1 ? .single(last) : .interval(CalendarUnit(year: published.year - count), last)
  }

  private static let within = Array("里".utf8)

  /// 前一周 beside a week told: the one before it.
  private func weekBefore(_ mention: PeriodMention, _ told: TimePeriod?) -> TimePeriod? {
    guard mention.isWeekBefore, case .interval(let first, let last)? = told, let start = first.firstDay,
      let end = last.lastDay, start.adding(days: 6) == end, let monday = start.adding(days: -7),
      let sunday = start.adding(days: -1)
    else { return nil }
    return .interval(CalendarUnit(monday), CalendarUnit(sunday))
  }

  /// 三年前, 前年: a look far back, which the next words do not go on from.
  static func isLongAgo(_ mention: PeriodMention) -> Bool {
    if case .publication(let offset) = mention.expression.anchor { offset <= -2 } else { false }
  }

  /// 四月起 and 等到四月 on a page of February.
  func isStillToCome(_ mention: PeriodMention, _ index: Int) -> Bool {
    if isAimedYearEnd(mention, index) { return true }
    let text = paragraphs[index].shadow
    guard let published, mention.expression.anchor == .none, mention.expression.mode == .within else { return false }
    // 预计年底投产
    if mention.expression.span == .yearEnd {
      return rules.sections.expected.longestMatch(endingAt: mention.range.lowerBound, in: text, start: 0) != nil
    }
    guard case .month(let month) = mention.expression.span, month > published.month else { return false }
    return PeriodMarker.begins(text, mention.range.upperBound, Self.onward)
      || rules.sections.untilThen.longestMatch(endingAt: mention.range.lowerBound, in: text, start: 0) != nil
  }

  /// 到年底要达到125万户, 到年底力争发展到3万亩: that of the year of the page.
  private func isAimedYearEnd(_ mention: PeriodMention, _ index: Int) -> Bool {
    guard mention.expression.anchor == .none, mention.expression.span == .yearEnd, mention.isAimed else { return false }
    let end = mention.range.upperBound
    let text = paragraphs[index].shadow
    return rules.sections.aims.occurs(in: text, end..<min(text.count, end + 18))
      || PeriodMarker.contains(text, end..<min(text.count, end + 6), Self.must)
  }

  private static let must = Array("要".utf8)
  static let onward = Array("起".utf8)

  static func isPast(_ mention: PeriodMention) -> Bool {
    switch mention.expression.anchor {
    case .publication(let offset), .context(let offset): offset < 0 && mention.expression.span == .samePeriod
    default: false
    }
  }

  /// Whether the words stand for a year as a whole or one of its ends.
  static func isWhole(_ mention: PeriodMention) -> Bool {
    switch mention.expression.span {
    case .year, .yearEnd, .yearStart: true
    default: false
    }
  }

  /// The year of the part of the text, for words that name none.
  func spokenYear(
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

  static let beforeThen = Array("前".utf8)

  /// 年内 with what is still to be done is the year of the page.
  func isWithinYear(_ mention: PeriodMention, _ index: Int) -> Bool {
    mention.expression.anchor == .none && mention.expression.span == .year
      && PeriodMarker.begins(paragraphs[index].shadow, mention.range.lowerBound, Self.withinYear)
  }

  static let withinYear = Array("年内".utf8)

  /// 2019年、2020年和2021年: the last of them carries the list.
  func list(_ mentions: inout [PeriodMention], paragraph index: Int) {
    let text = paragraphs[index].shadow
    var run: [Int] = []
    func close(_ mentions: inout [PeriodMention]) {
      if run.count > 1, let last = run.last { mentions[last].list = run.compactMap { mentions[$0].period } }
      run = []
    }
    for position in mentions.indices {
      if let last = run.last {
        let gap = mentions[last].range.upperBound..<mentions[position].range.lowerBound
        let isJoined = gap.count == 3 && rules.topics.parts(text, gap.lowerBound)
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

  /// 从6月27日下到7月3日, 去年11月至今年3月, 自2021年底开通至今年2月末: one span.
  func join(_ mentions: inout [PeriodMention], paragraph index: Int) {
    let text = paragraphs[index].shadow
    for position in mentions.indices.dropFirst() {
      let first = mentions[position - 1]
      let last = mentions[position]
      guard first.clause == last.clause, first.isDay == last.isDay, first.expression.mode == .within,
        let start = first.period?.firstUnit, let end = last.period?.lastUnit, start.year <= end.year
      else { continue }
      let gap = last.range.lowerBound - first.range.upperBound
      let opens =
        PeriodMarker.follows(text, first.range.lowerBound, Self.out)
        || PeriodMarker.follows(text, first.range.lowerBound, Self.since)
      let closes =
        PeriodMarker.follows(text, last.range.lowerBound, PeriodMarker.upTo)
        || PeriodMarker.follows(text, last.range.lowerBound, Self.to)
      // 6月19日8时至21日8时
      let isOfMoments = first.isDay && first.isMoment && gap <= 15
      guard closes,
        isOfMoments || gap == 3 && isPart(first) && isPart(last) || opens && gap <= 15 && (first.isDay || gap <= 12)
      else {
        continue
      }
      mentions[position].period = .interval(start, end)
      mentions[position].use = .frame
      mentions[position].isMoment = false
      mentions[position].isAimed = false
    }
  }

  /// Several months, a quarter or a half.
  private static func isOfMonths(_ period: TimePeriod) -> Bool {
    switch period {
    case .single(let unit):
      switch unit.granularity {
      case .quarter, .half: true
      default: false
      }
    case .interval(_, let last): if case .month = last.granularity { true } else { false }
    case .until: false
    }
  }

  /// A year or a part of one that a span can begin or end with.
  private func isPart(_ mention: PeriodMention) -> Bool {
    switch mention.expression.span {
    case .year, .quarter, .month, .yearEnd, .yearStart, .day: mention.namesYear || mention.isDay
    default: false
    }
  }

  /// 由2020年的214亿元增至318亿元，年均增长14.1%: the years since.
  func averageSpan(paragraph index: Int, figure: Range<Int>, current: TimePeriod) -> TimePeriod? {
    guard case .single(let last) = current else { return nil }
    let sentence = paragraphs[index].clauses.sentence(at: figure.lowerBound)
    let base = before(index, figure.lowerBound).last { mention in
      mention.sentence == sentence && (mention.use == .earlier || Self.isBase(mention.use))
    }
    guard case .single(let first)? = base?.period, first.year + 2 <= last.year else { return nil }
    return .interval(CalendarUnit(year: first.year + 1), CalendarUnit(year: last.year))
  }

  static let since = Array("自".utf8)
}
