import Figures
import Rules
import Values

/// Times of what began, of what had come about by a day, and of what the text has moved on to.
extension PeriodFinder {
  /// 2010年9月开工，已完成投资31亿元: what had come about since something began is of the year of the page.
  func doneSinceBegun(_ earlier: PeriodMention, _ index: Int, _ clause: Int) -> Found? {
    guard earlier.clause < clause, earlier.expression.mode == .within, !earlier.isDay, earlier.namesYear,
      let period = earlier.period, isOver(period), let published
    else { return nil }
    let paragraph = paragraphs[index]
    let end = earlier.range.upperBound
    let told = paragraph.clauses.range(ofClause: earlier.clause)
    guard rules.sections.founding.occurs(in: paragraph.shadow, end..<min(told.upperBound, end + 18)),
      !paragraph.hasFigure(startingIn: end..<told.upperBound)
    else { return nil }
    let since =
      told.upperBound..<min(paragraph.clauses.range(ofClause: clause).upperBound, told.upperBound + Self.window)
    guard
      contains(rules.sections.cumulative, index, since)
        || PeriodMarker.contains(paragraph.shadow, since, Self.already)
    else { return nil }
    return Found(period: published.month >= 3 ? .single(CalendarUnit(year: published.year)) : nil)
  }

  /// 1998年前后栽下头一片。发展到现在，果园2600亩: the text has come to the time of the page.
  func comesToNow(_ gone: PeriodMention, _ index: Int, _ sentence: Int, _ figure: Range<Int>) -> Bool {
    guard gone.namesYear, isOver(gone), let start = paragraphs[index].clauses.start(ofSentence: sentence) else {
      return false
    }
    let text = paragraphs[index].shadow
    let limit = min(figure.lowerBound, start + 24)
    return start < limit && rules.sections.nows.occurs(in: text, start..<limit)
  }

  /// 截至6月底，在册企业5万户。新设企业同比增长11%: what came in the months up to then, and compares with last year, is
  /// of them.
  func monthsUpTo(_ mention: PeriodMention, _ index: Int, _ sentence: Int, _ figure: Range<Int>) -> TimePeriod? {
    guard mention.expression.mode == .until, !mention.isDay, let unit = mention.period?.lastUnit,
      case .month(let month) = unit.granularity, [3, 6, 9].contains(month), unit.year == published?.year,
      comparesPart(index, figure), let start = paragraphs[index].clauses.start(ofSentence: sentence),
      contains(
        rules.sections.comingThings, index, max(start, figure.lowerBound - Self.window)..<figure.lowerBound)
    else { return nil }
    return PeriodExpression(.year(unit.year), PeriodMarker.span(of: month)).resolve(published: published)
  }

  /// 9日8时至10日8时，降雨42毫米。10日14时水位53米。…: the day of the hour told last, where the days before it end with it.
  func hourReached(_ days: PeriodMention, _ before: ArraySlice<PeriodMention>, _ sentence: Int) -> PeriodMention? {
    guard days.isDay, case .interval(_, let last)? = days.period else { return nil }
    return before.last { hour in
      hour.isMoment && hour.use == .frame && hour.sentence < sentence && hour.sentence > days.sentence
        && hour.period == .single(last)
    }
  }

  /// 8月7日夜间，暴雨袭击三县。灾情发生后，下拨帐篷600顶: what is done behind an event is of its month.
  func monthOfEvent(_ before: ArraySlice<PeriodMention>, _ index: Int, _ sentence: Int) -> TimePeriod? {
    let paragraph = paragraphs[index]
    guard let start = paragraph.clauses.start(ofSentence: sentence),
      rules.sections.aftermaths.longestMatch(in: paragraph.shadow, at: start) != nil
    else { return nil }
    let told = before.last { $0.isDay && $0.sentence < sentence }
    guard let unit = (told?.period ?? days[index])?.lastUnit, let day = unit.firstDay,
      told != nil || handed[index] == nil
    else { return nil }
    return .single(CalendarUnit(year: day.year, .month(day.month)))
  }

  /// 新增市场主体8.6万户……记者获悉，2019年，…: what is told first, up to the dots, is of the time told behind them.
  func toldBehindDots(_ index: Int, _ figure: Range<Int>) -> PeriodMention? {
    let known = mentions[index]
    guard let first = known.first, first.range.lowerBound > figure.upperBound else { return nil }
    // 青霉素0.38元一支……昨日起，药房开张: of what only the day of a report stands before.
    guard let told = known.prefix(3).first(where: { $0.use != .report }), told.use == .frame, told.namesYear,
      !isToCome(told), told.range.lowerBound - first.range.lowerBound <= Self.window
    else { return nil }
    let text = paragraphs[index].shadow
    let dots = max(figure.upperBound, first.range.lowerBound - Self.ellipsis.count - 30)..<first.range.lowerBound
    return PeriodMarker.contains(text, dots, Self.ellipsis) ? told : nil
  }

  /// 比1952年全年的产量多84万吨, 比去年的产量增加20吨: how much more is of no base.
  func isMore(_ index: Int, _ figure: Range<Int>) -> Bool {
    let text = paragraphs[index].shadow
    var end = figure.lowerBound
    for _ in 0..<2 where end >= 3 {
      end = UTF8Scalar.start(before: end, in: text)
      if Self.more.contains(UTF8Scalar.folded(in: text, at: end).scalar) { return true }
    }
    return false
  }

  /// 多, 少, 高, 低, 增, 减, 加, 长, 升, 降, 涨, 跌.
  private static let more: [UInt32] = [
    0x591A, 0x5C11, 0x9AD8, 0x4F4E, 0x589E, 0x51CF, 0x52A0, 0x957F, 0x5347, 0x964D, 0x6DA8, 0x8DCC,
  ]

  /// 截至6月10日，今年进出口岸18万人次: what is said to be of the year is so up to the day told before.
  func bindToDays(_ mentions: inout [PeriodMention], paragraph index: Int) {
    for position in mentions.indices.dropFirst() {
      let day = mentions[position - 1]
      let year = mentions[position]
      guard year.expression.anchor == .publication(0), year.expression.span == .year, year.expression.mode == .within,
        year.use == .frame, day.expression.mode == .until, day.use == .frame, day.expression.span != .present,
        !day.isDue, !isToCome(day), day.sentence == year.sentence, year.clause == day.clause + 1,
        day.period?.lastUnit.year == year.period?.lastUnit.year,
        !paragraphs[index].hasFigure(startingIn: day.range.upperBound..<year.range.lowerBound),
        !contains(
          rules.sections.aims, index,
          year.range.upperBound..<paragraphs[index].clauses.range(ofClause: year.clause).upperBound)
      else { continue }
      mentions[position].use = .ignored
    }
  }

  /// 新的一年 on a page of the last months: the next.
  func newYear(_ mention: PeriodMention, _ index: Int) -> TimePeriod? {
    guard let published, published.month >= 11, mention.expression.anchor == .publication(0),
      PeriodMarker.begins(paragraphs[index].shadow, mention.range.lowerBound, Self.new)
    else { return nil }
    return .single(CalendarUnit(year: published.year + 1))
  }

  /// 截至2023年底有A。下半年将建成B，力争全年达到C: what is planned is of the year of the page.
  func isPlannedHere(_ mention: PeriodMention, _ index: Int) -> Bool {
    guard let published, mention.expression.anchor == .none, mention.expression.mode == .within else { return false }
    let text = paragraphs[index].shadow
    let first: Int
    switch mention.expression.span {
    case .half(let half): first = half * 6 - 5
    case .quarter(let quarter): first = quarter * 3 - 2
    case .year:
      return contains(rules.sections.strivings, index, max(0, mention.range.lowerBound - 9)..<mention.range.lowerBound)
    default: return false
    }
    guard first + 2 >= published.month else { return false }
    let end = mention.range.upperBound
    return contains(
      rules.sections.aims, index,
      end..<min(paragraphs[index].clauses.range(ofClause: mention.clause).upperBound, end + 24))
      && !PeriodMarker.follows(text, mention.range.lowerBound, PeriodMarker.of)
  }

  /// 2018年春上一场冻，果子减产五成: a blow in a season tells the year.
  func yearOfBlow(_ mention: PeriodMention, _ index: Int) -> TimePeriod? {
    guard mention.namesYear, Self.isSeason(mention.expression.span), let period = mention.period else { return nil }
    let end = mention.range.upperBound
    guard PeriodMarker.contains(paragraphs[index].shadow, end..<end + 12, Self.blow) else { return nil }
    return Self.wholeYear(period)
  }

  private static let already = Array("已".utf8)
  private static let ellipsis = Array("…".utf8)
  private static let new = Array("新".utf8)
  private static let blow = Array("一场".utf8)
}
