import Rules

/// Months and quarters named one after another, and plans by their number: 5、6两月, 二、三季度, 第三个五年计划期间.
extension PeriodParser {
  /// Behind the first: 一、二月, 7、8、9月份, 5、6两月, 7、8、9三个月.
  func lastOfMonths(after first: Int, at start: Int) -> SpanMatch? {
    guard let list = neighbours(of: first, at: start, atMost: 12) else { return nil }
    var position = list.end
    if let count = smallNumber(at: position), count.value == list.last - first + 1 {
      position = count.end
      _ = consume("个", at: &position)
    }
    guard monthWord(at: &position), !isDayNext(at: position) else { return nil }
    return SpanMatch(span: .months(first, list.last), end: position)
  }

  /// 二、三季度, 一、二、三季度.
  func quarters(at start: Int) -> SpanMatch? {
    guard let first = smallNumber(at: start), (1...3).contains(first.value),
      let list = neighbours(of: first.value, at: first.end, atMost: 4)
    else { return nil }
    var position = list.end
    if let count = smallNumber(at: position), count.value == list.last - first.value + 1 {
      position = count.end
      _ = consume("个", at: &position)
    }
    guard consume("季度", at: &position) else { return nil }
    return SpanMatch(
      span: first.value == 1 && list.last == 4 ? .year : .quarters(first.value, list.last), end: position)
  }

  private func neighbours(of first: Int, at start: Int, atMost limit: Int) -> (last: Int, end: Int)? {
    var position = start
    var last = first
    while consume("、", at: &position) {
      // 两 of 两月 is the count of them.
      guard let next = smallNumber(at: position), next.value == last + 1, next.value <= limit else { return nil }
      last = next.value
      position = next.end
    }
    return last > first ? (last, position) : nil
  }

  /// 第三个五年计划期间, 第七个五年计划时期.
  func numberedPlan(at start: Int) -> Body? {
    var position = start
    guard consume(Self.ordinal, at: &position), let number = smallNumber(at: position), (1...20).contains(number.value)
    else {
      return nil
    }
    position = number.end
    guard consume("个五年计划", at: &position) || consume("个五年规划", at: &position) else { return nil }
    let first = number.value < 3 ? 1948 + 5 * number.value : 1951 + 5 * number.value
    guard consume("期间", at: &position) || consume("时期", at: &position) || consume("期内", at: &position) else {
      return nil
    }
    return Body(expression: PeriodExpression(.year(first), .years(through: first + 4)), end: position)
  }
}
