import Rules

/// Decades and centuries, and spans from one year into another: 上世纪八十年代, 90年代初, 2019年9月至2021年6月.
extension PeriodParser {
  /// 80年代, 上世纪80年代末, 二十世纪九十年代, 1980年代, 七八十年代; 21世纪以来.
  func decade(at start: Int) -> Body? {
    var position = start
    let century = century(at: &position)
    if let years = decadeYears(at: &position, century: century) {
      for word in Self.decadeParts where consume(word, at: &position) { break }
      return Body(
        expression: PeriodExpression(.year(years.lowerBound), .years(through: years.upperBound)), end: position)
    }
    guard let century else { return nil }
    // 二十世纪 alone is a word of names: 21世纪海上丝绸之路.
    if starts(with: "以来", at: position) {
      return Body(expression: PeriodExpression(.year(century + 1), .year), end: position)
    }
    for word: StaticString in ["初期", "初", "末期", "末", "中叶", "中期", "后期"] where consume(word, at: &position) {
      return Body(expression: PeriodExpression(.none, .indefinite), end: position)
    }
    return nil
  }

  private static let decadeParts: [StaticString] = [
    "初期", "前期", "中后期", "中期", "后期", "末期", "中叶", "初", "末", "中",
  ]

  /// The years before it: 1900 of 上世纪 and 二十世纪.
  private func century(at position: inout Int) -> Int? {
    if consume(Self.lastCentury, at: &position) { return 1900 }
    if consume(Self.thisCentury, at: &position) { return 2000 }
    guard let number = smallNumber(at: position), (15...21).contains(number.value) else { return nil }
    var end = number.end
    guard consume("世纪", at: &end) else { return nil }
    position = end
    return (number.value - 1) * 100
  }

  private func decadeYears(at position: inout Int, century: Int?) -> ClosedRange<Int>? {
    guard let first = decadeNumber(at: position, century: century) else { return nil }
    var end = first.end
    var last = first.years.upperBound
    // 80、90年代, 七十至九十年代
    if let next = consume("、", at: &end) ? end : connector(at: end),
      let second = decadeNumber(at: next, century: century), second.years.lowerBound > last
    {
      end = second.end
      last = second.years.upperBound
    }
    guard consume("年代", at: &end) else { return nil }
    position = end
    return first.years.lowerBound...last
  }

  private func decadeNumber(at offset: Int, century: Int?) -> (years: ClosedRange<Int>, end: Int)? {
    guard numerals.mayBegin(at: offset) else { return nil }
    func years(_ value: Int, _ last: Int) -> ClosedRange<Int>? {
      // 20年代 alone may be of either century.
      guard value % 10 == 0, (10...90).contains(value), century != nil || value >= 30 else { return nil }
      return (century ?? 1900) + value...(century ?? 1900) + last + 9
    }
    if let number = smallNumber(at: offset) {
      guard let years = years(number.value, number.value) else { return nil }
      return (years, number.end)
    }
    if century == nil, let year = yearNumber(at: offset, isRepublic: false), year.isFourDigits, year.year % 10 == 0 {
      return (year.year...year.year + 9, year.end)
    }
    // 七八十年代, 九零年代
    guard let numeral = numerals.numeral(at: offset), numeral.scale == 0, let low = numeral.low?.integer else {
      return nil
    }
    let high = numeral.high?.integer ?? low
    guard high < 100, let years = years(low, high) else { return nil }
    return (years, numeral.end)
  }

  /// 上月底, 本月中旬: the part of the month is left out of the period.
  func endOfMonthWord(_ span: PeriodExpression.Span, at offset: Int) -> Int {
    guard case .relativeMonth = span else { return offset }
    var end = offset
    for word: StaticString in ["上旬", "中旬", "下旬", "底", "末", "初"] where consume(word, at: &end) { break }
    return end
  }

  /// 2019年9月至2021年6月, 2020年4月1日至2021年3月31日: from a part of one year into another.
  func through(_ anchor: PeriodExpression.Anchor, _ first: SpanMatch) -> Body? {
    let start: (month: Int, day: Int?)
    switch first.span {
    case .month(let month): start = (month, nil)
    case .day(let month?, let day): start = (month, day)
    default: return nil
    }
    guard case .year(let firstYear) = anchor, let next = connector(at: first.end),
      let last = year(at: next), case .year(let lastYear) = last.expression.anchor, !last.isRange,
      lastYear >= firstYear
    else { return nil }
    var position = last.end
    skipSpace(&position)
    guard let span = span(at: position, afterYear: true) else { return nil }
    switch (span.span, start.day) {
    case (.month(let month), nil):
      guard lastYear > firstYear || month > start.month else { return nil }
      return Body(
        expression: PeriodExpression(
          anchor, .through(month: start.month, day: nil, toYear: lastYear, toMonth: month, toDay: nil)), end: span.end)
    case (.day(let month?, let day), _?):
      guard (lastYear, month, day) > (firstYear, start.month, start.day ?? 0) else { return nil }
      return Body(
        expression: PeriodExpression(
          anchor, .through(month: start.month, day: start.day, toYear: lastYear, toMonth: month, toDay: day)),
        end: span.end, isDate: true)
    default: return nil
    }
  }
}
