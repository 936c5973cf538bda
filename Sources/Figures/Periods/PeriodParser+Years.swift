import Rules
import Values

/// Years and spans of years: 2021年, 2021—2023年, 2021/22年榨季.
extension PeriodParser {
  struct YearMatch {
    var expression: PeriodExpression
    var end: Int
    var isRange = false
    /// 今, 去: a year only before a part of it.
    var needsSpan = false
  }

  func year(at start: Int) -> YearMatch? {
    if let word = lexicon.periods.years.longestMatch(in: utf8, at: start) {
      guard let anchor = word.value else { return nil }
      return YearMatch(
        expression: PeriodExpression(anchor, .year), end: word.end, needsSpan: word.end - start == 3)
    }
    var position = start
    let isRepublic = consume(Self.republic, at: &position)
    guard let first = yearNumber(at: position, isRepublic: isRepublic) else { return nil }
    if let season = season(first, at: start) { return season }
    if let end = yearWord(at: first.end) {
      // 2021年至2023年, 2021年—2023年
      if let connector = connector(at: end), let last = yearNumber(at: connector, isRepublic: isRepublic),
        let close = yearWord(at: last.end), last.year > first.year
      {
        return YearMatch(
          expression: PeriodExpression(.year(first.year), .years(through: last.year)), end: close, isRange: true)
      }
      return YearMatch(expression: PeriodExpression(.year(first.year), .year), end: end)
    }
    // 2021—2023年, 2021至2023年
    if first.isFourDigits, let connector = connector(at: first.end),
      let last = yearNumber(at: connector, isRepublic: isRepublic), last.isFourDigits, last.year > first.year
    {
      if let close = yearWord(at: last.end) {
        return YearMatch(
          expression: PeriodExpression(.year(first.year), .years(through: last.year)), end: close, isRange: true)
      }
    }
    return first.isFourDigits && isListed(after: first.end)
      ? YearMatch(expression: PeriodExpression(.year(first.year), .year), end: first.end) : nil
  }

  /// 2019和2020年, 2019、2020、2021年: each is a year.
  private func isListed(after end: Int) -> Bool {
    var position = end
    for _ in 0..<12 {
      guard
        consume("、", at: &position) || consume("和", at: &position) || consume("与", at: &position)
          || consume("及", at: &position),
        let next = yearNumber(at: position, isRepublic: false), next.isFourDigits
      else { return false }
      if yearWord(at: next.end) != nil { return true }
      position = next.end
    }
    return false
  }

  /// 2021/22年榨季, 2010至11年度, 2021—2022学年, and 2017/18 as the first cell of a row: a year that spans two.
  func season(_ first: YearNumber, at start: Int) -> YearMatch? {
    guard first.isFourDigits, let next = connector(at: first.end) ?? slash(at: first.end), isDigit(at: next) else {
      return nil
    }
    let second = ArabicNumeral(in: utf8, at: next)
    guard !second.hasPoint, !second.hasSeparators, second.integerDigits == 2 || second.integerDigits == 4,
      let value = second.value, let number = value.integer,
      number == first.year + 1 || second.integerDigits == 2 && number == (first.year + 1) % 100
    else { return nil }
    var end = second.end
    let hasYear = consume("年", at: &end)
    let isNamed = Self.seasons.contains { consume($0, at: &end) } || hasYear && consume("度", at: &end)
    let isCell = start == 0 || utf8[start - 1] == 0x0A
    // 2009/10 may be a month.
    let isLabel = isCell && number > 12 && (end == utf8.count || utf8[end] <= 0x20)
    guard isNamed || isLabel || hasYear && second.integerDigits == 2 else { return nil }
    return YearMatch(
      expression: PeriodExpression(.year(first.year), .years(through: first.year + 1)), end: end, isRange: true)
  }

  static let seasons: [StaticString] = [
    "榨季", "雪季", "学年度", "学年", "财政年度", "财年", "年度", "赛季", "采暖季", "供暖季", "采暖期", "供暖期",
  ]

  func slash(at offset: Int) -> Int? {
    guard offset < utf8.count else { return nil }
    let (scalar, length) = UTF8Scalar.folded(in: utf8, at: offset)
    return scalar == 0x2F && offset + length < utf8.count ? offset + length : nil
  }

  struct YearNumber {
    let year: Int
    let end: Int
    let isFourDigits: Bool
  }

  func yearNumber(at start: Int, isRepublic: Bool) -> YearNumber? {
    guard start < utf8.count else { return nil }
    if isDigit(at: start) {
      let arabic = ArabicNumeral(in: utf8, at: start)
      guard !arabic.hasPoint, !arabic.hasSeparators, let value = arabic.value, value.coefficient < 10000,
        value.exponent >= 0, value.exponent < 4, arabic.integerDigits <= 4
      else { return nil }
      var number = Int(value.coefficient)
      for _ in 0..<value.exponent { number *= 10 }
      if isRepublic { return YearNumber(year: number + 1911, end: arabic.end, isFourDigits: false) }
      if arabic.integerDigits == 4, (1800...2100).contains(number) {
        return YearNumber(year: number, end: arabic.end, isFourDigits: true)
      }
      if isTraditional, arabic.integerDigits == 3 || arabic.integerDigits == 2, (80...130).contains(number),
        yearWord(at: arabic.end) != nil, !isPrecededByWindowWord(start)
      {
        return YearNumber(year: number + 1911, end: arabic.end, isFourDigits: false)
      }
      // 08年, 16年一季度, 96年底
      if arabic.integerDigits == 2, let word = yearWord(at: arabic.end),
        isDigit(at: start) && number < 10 || isPartOfYear(at: word) && !isPrecededByWindowWord(start)
      {
        return YearNumber(year: number >= 50 ? 1900 + number : 2000 + number, end: arabic.end, isFourDigits: false)
      }
      return nil
    }
    var digits: [Int] = []
    var position = start
    while digits.count < 5, case .digit(let digit)? = numerals.numeralClass(at: position)?.0,
      let length = numerals.numeralClass(at: position)?.1
    {
      digits.append(Int(digit))
      position += length
    }
    if digits.count == 4 {
      let number = digits.reduce(0) { $0 * 10 + $1 }
      guard (1800...2100).contains(number) else { return nil }
      return YearNumber(year: number, end: position, isFourDigits: true)
    }
    // 八一年, but no 五六年: the years of the century before, which no two neighbours say.
    if digits.count == 2, digits[0] >= 4, digits[1] != digits[0] + 1, yearWord(at: position) != nil,
      let word = yearWord(at: position), !startsWithAny(["来", "间", "多", "内", "后", "前", "时"], at: word)
    {
      return YearNumber(year: 1900 + digits[0] * 10 + digits[1], end: position, isFourDigits: false)
    }
    if isRepublic, let numeral = numerals.numeral(at: start), let value = numeral.integer, value < 200 {
      return YearNumber(year: value + 1911, end: numeral.end, isFourDigits: false)
    }
    return nil
  }

  /// Whether a part of a year stands at an offset, which makes the number before it a year: 一季度, 底, 前三季度.
  private func isPartOfYear(at offset: Int) -> Bool {
    switch span(at: offset, afterYear: true)?.span {
    case .half, .quarter, .quarters, .month, .months, .yearEnd, .day(month: .some, _), .days(fromMonth: .some, _, _, _):
      true
    default: false
    }
  }

  func isPrecededByWindowWord(_ start: Int) -> Bool {
    guard start >= 3 else { return false }
    let previous = UTF8Scalar.folded(in: utf8, at: UTF8Scalar.start(before: start, in: utf8)).scalar
    return previous == 0x8FD1 || previous == 0x8FC7 || previous == 0x8D85  // 近过超
  }

  /// The end of 年 or 年度, where no other word begins with it.
  func yearWord(at offset: Int) -> Int? {
    var position = offset
    if position < utf8.count, utf8[position] == 0x20 { position += 1 }
    guard consume("年", at: &position) || consume("财年", at: &position) || consume("财政年", at: &position) else {
      return nil
    }
    if starts(with: "代", at: position) || starts(with: "级", at: position) { return nil }
    _ = consume("度", at: &position)
    return position
  }
}
