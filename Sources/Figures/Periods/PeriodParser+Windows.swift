import Rules

/// Spans counted from the page, feasts and plans: 近三年, 十年前, 春节假期, “十四五”期间.
extension PeriodParser {
  /// 近三年, 今后三年, 近6个月, 五年来.
  func window(at start: Int) -> Body? {
    var position = start
    let isNext = consume(Self.nextWords, at: &position)
    if !isNext, consume(Self.afterWords, at: &position) { return yearsAfter(at: position) }
    let isLast = !isNext && consume(Self.lastWords, at: &position)
    if !isNext, !isLast, consume(Self.thisSpan, at: &position) { return thisSpan(at: position) }
    guard let number = smallNumber(at: position) else { return nil }
    position = number.end
    guard isNext || isLast else { return ago(number, at: start) }
    if consume("年", at: &position) {
      guard !starts(with: "级", at: position), number.value > 0 else { return nil }
      _ = consume("来", at: &position)
      return Body(
        expression: PeriodExpression(.publication(0), isNext ? .nextYears(number.value) : .lastYears(number.value)),
        end: position)
    }
    if isLast, consume("个月", at: &position) {
      _ = consume("来", at: &position)
      return Body(expression: PeriodExpression(.publication(0), .lastMonths(number.value)), end: position)
    }
    return nil
  }

  /// 五年 of 这五年; 这一年 is that of the text.
  private func thisSpan(at start: Int) -> Body? {
    var position = start
    guard let number = smallNumber(at: position), (2...20).contains(number.value) else { return nil }
    position = number.end
    guard consume("年", at: &position), !starts(with: "级", at: position) else { return nil }
    _ = consume("来", at: &position) || consume("里", at: &position) || consume("间", at: &position)
    return Body(expression: PeriodExpression(.publication(0), .lastYears(number.value)), end: position)
  }

  /// 五年 of 此后五年: the years behind the one spoken of.
  private func yearsAfter(at start: Int) -> Body? {
    var position = start
    _ = consume("的", at: &position)
    guard let number = smallNumber(at: position), (1...30).contains(number.value) else { return nil }
    position = number.end
    guard consume("年", at: &position), !startsWithAny(["级", "前", "后"], at: position) else { return nil }
    _ = consume("间", at: &position) || consume("里", at: &position) || consume("中", at: &position)
    return Body(expression: PeriodExpression(.context(0), .nextYears(number.value)), end: position)
  }

  /// 三年后 at the head of a clause: counted from the year spoken of.
  private func later(_ years: Int, at start: Int, to end: Int) -> Body? {
    guard years <= 30, !startsWithAny(["的", "备", "期", "续", "勤", "代", "又", "来"], at: end) else { return nil }
    if start > 0 {
      let before = UTF8Scalar.folded(in: utf8, at: UTF8Scalar.start(before: start, in: utf8)).scalar
      guard !(0x4E00...0x9FFF).contains(before) else { return nil }
    }
    return Body(expression: PeriodExpression(.context(years), .year), end: end)
  }

  /// 三年前, and 十年来, 五年间 and 五年里, which end with the page's year.
  private func ago(_ number: (value: Int, end: Int), at start: Int) -> Body? {
    var position = number.end
    guard consume("年", at: &position), (1...60).contains(number.value), !isPrecededByDigit(start) else { return nil }
    if consume("前", at: &position) {
      guard !startsWithAny(["三", "3", "九", "9", "十", "1", "后", "期", "列"], at: position) else { return nil }
      return Body(expression: PeriodExpression(.publication(-number.value), .year), end: position)
    }
    if consume("后", at: &position) { return later(number.value, at: start, to: position) }
    // 三年累计投入14.2亿元
    let isTotal = number.value > 1 && startsWithAny(["累计", "投入", "共投", "总投"], at: position)
    guard
      isTotal || consume("来", at: &position)
        || number.value > 1
          && (consume("间", at: &position) || consume("里", at: &position) || consume("当中", at: &position))
    else { return nil }
    return Body(expression: PeriodExpression(.publication(0), .lastYears(number.value)), end: position)
  }

  /// Whether the numeral is only the end of one, as in 2012年前 and 第三年.
  private func isPrecededByDigit(_ start: Int) -> Bool {
    guard start > 0 else { return false }
    let before = UTF8Scalar.start(before: start, in: utf8)
    return isDigit(at: before) || startsWithAny(["第", "前", "后", "每", "满", "用", "花", "需", "分", "首"], at: before)
      || numerals.numeralClass(at: before) != nil
  }

  /// 春节假期, 国庆黄金周, “五一”五天, 今年暑假: a feast with what makes it a time.
  func feast(at start: Int, afterYear: Bool) -> SpanMatch? {
    var position = start
    if afterYear, position < utf8.count, starts(with: "“", at: position) { position += 3 }
    guard let feast = lexicon.periods.feasts.longestMatch(in: utf8, at: position) else { return nil }
    position = feast.end
    _ = consumeQuote(at: &position)
    _ = consume("节", at: &position)
    if let suffix = lexicon.periods.feastSuffixes.longestMatch(in: utf8, at: position) {
      return SpanMatch(span: feast.value.span, end: suffix.end)
    }
    if let days = smallNumber(at: position) {
      var end = days.end
      if consume("天", at: &end) {
        if let suffix = lexicon.periods.feastSuffixes.longestMatch(in: utf8, at: end) { end = suffix.end }
        return SpanMatch(span: feast.value.span, end: end)
      }
    }
    return afterYear || feast.value.isFree ? SpanMatch(span: feast.value.span, end: position) : nil
  }

  /// 大年初一, 除夕至正月初六: days counted from New Year's Day of the Chinese calendar.
  func newYear(at start: Int) -> SpanMatch? {
    guard let first = lexicon.periods.newYearDays.longestMatch(in: utf8, at: start) else { return nil }
    if let next = connector(at: first.end),
      let last = lexicon.periods.newYearEnds.longestMatch(in: utf8, at: next), last.value > first.value
    {
      return SpanMatch(span: .newYear(from: first.value, to: last.value), end: last.end, isDate: true)
    }
    return SpanMatch(span: .newYear(from: first.value, to: first.value), end: first.end, isDate: true)
  }

  /// 三季度末, 上半年末: the last month of it.
  func ended(_ match: SpanMatch) -> SpanMatch {
    var match = match
    var end = match.end
    guard consume("末", at: &end) || consume("底", at: &end) else { return match }
    switch match.span {
    case .half(let half): match.span = .month(half * 6)
    case .quarter(let quarter): match.span = .month(quarter * 3)
    case .quarters(_, let last): match.span = .month(last * 3)
    default: return match
    }
    match.end = end
    return match
  }

  /// “九五”开头到1999年末: from the first year of a plan to one told.
  private func sinceBeginning(of years: ClosedRange<Int>, at start: Int) -> Body? {
    var position = start
    guard consume("开头", at: &position) || consume("开局", at: &position) || consume("伊始", at: &position),
      let next = connector(at: position), let last = year(at: next), !last.isRange,
      case .year(let year) = last.expression.anchor, year > years.lowerBound
    else { return nil }
    position = last.end
    _ = consume("年", at: &position)
    _ = consume("末", at: &position) || consume("底", at: &position)
    return Body(expression: PeriodExpression(.year(years.lowerBound), .years(through: year)), end: position)
  }

  /// “十四五”期间. A plan that is only named is none.
  func plan(at start: Int) -> Body? {
    guard let match = lexicon.periods.plans.longestMatch(in: utf8, at: start) else { return numberedPlan(at: start) }
    var position = match.end
    let isQuoted = consumeQuote(at: &position)
    let years = match.value
    func whole(_ end: Int) -> Body {
      Body(
        expression: PeriodExpression(.year(years.lowerBound), .years(through: years.upperBound)), end: end)
    }
    if consume("期间", at: &position) || consume("时期", at: &position) { return whole(position) }
    if consume("末", at: &position) {
      return Body(expression: PeriodExpression(.year(years.upperBound), .year), end: position)
    }
    if let span = sinceBeginning(of: years, at: position) { return span }
    if starts(with: "以来", at: position) { return whole(position) }
    var counted = position
    if consume("前", at: &counted) || consume("头", at: &counted), let number = smallNumber(at: counted) {
      counted = number.end
      if consume("年", at: &counted), number.value <= years.count {
        return Body(
          expression: PeriodExpression(
            .year(years.lowerBound), .years(through: years.lowerBound + number.value - 1)), end: counted)
      }
    }
    guard isQuoted, !startsWithAny(["规", "计", "纲", "目", "开", "收", "重"], at: position) else {
      return nil
    }
    return whole(position)
  }
}
