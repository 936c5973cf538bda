import Rules
import Values

/// A period or date found in a text.
struct PeriodMatch {
  let range: Range<Int>
  let expression: PeriodExpression
  /// Whether it is a day or a time of day rather than a span.
  let isDate: Bool
}

/// Reads the words and numerals of a period at one place of a text.
struct PeriodParser {
  let numerals: NumeralParser

  var utf8: [UInt8] { numerals.utf8 }
  var lexicon: FigureLexicon { numerals.lexicon }
  /// Whether the text is traditional: three digits and 年 are then a year of the Republic of China.
  var isTraditional: Bool { numerals.isTraditional }

  /// The period that begins at `start`; `nil` where none does.
  func match(at start: Int) -> PeriodMatch? {
    guard numerals.mayBegin(at: start) || lexicon.periods.openings.mayBegin(in: utf8, at: start) else { return nil }
    if isCounted(at: start) { return nil }
    return read(at: start)
  }

  /// The same without a look at how a period may begin.
  func read(at start: Int) -> PeriodMatch? {
    var position = start
    let isUntil = consume(Self.untilWords, at: &position)
    if isUntil {
      _ = consume("到", at: &position)
      _ = consume("至", at: &position)
      skipSpace(&position)
    }
    // 截至发稿 is one word.
    guard var match = body(at: position) ?? (isUntil ? body(at: start) : nil) else { return nil }
    if isUntil { match.expression.mode = .until }
    var end = match.end
    if match.expression.mode == .within {
      if consume("以来", at: &end) || !starts(with: "至今年", at: end) && consume("至今", at: &end) {
        match.expression.mode = .since
      } else if let since = since(at: end, match.expression.span) {
        match.expression.mode = .since
        end = since
      } else if isBoundaryWord(match.expression.span), consume("前", at: &end) {
        match.expression.mode = .until
      } else {
        _ = consume("期间", at: &end)
      }
    }
    return PeriodMatch(range: start..<end, expression: match.expression, isDate: match.isDate)
  }

  /// 2017年投运以来: what began then, in two or three characters.
  func since(at start: Int, _ span: PeriodExpression.Span) -> Int? {
    switch span {
    case .year, .month, .day(month: .some, _): break
    default: return nil
    }
    for count in 2...3 {
      var end = start + count * 3
      if consume("以来", at: &end) {
        var offset = start
        while offset < start + count * 3 {
          let (scalar, length) = UTF8Scalar.folded(in: utf8, at: offset)
          guard (0x4E00...0x9FFF).contains(scalar), length == 3 else { return nil }
          offset += length
        }
        return end
      }
    }
    return nil
  }

  struct Body {
    var expression: PeriodExpression
    var end: Int
    var isDate = false
  }

  func isBoundaryWord(_ span: PeriodExpression.Span) -> Bool {
    switch span {
    case .yearEnd, .month, .day, .quarter, .half: true
    default: false
    }
  }

  func body(at start: Int) -> Body? {
    if let plan = plan(at: start) { return plan }
    if let window = window(at: start) { return window }
    var moment = lexicon.periods.moments.longestMatch(in: utf8, at: start)
    if moment?.value != nil, lexicon.periods.isWithinWord(momentAt: start, in: utf8) { moment = nil }
    if let year = year(at: start), year.end >= moment?.end ?? 0 {
      var position = year.end
      skipSpace(&position)
      if year.isRange { return Body(expression: year.expression, end: year.end) }
      let afterOf = position
      _ = consume("的", at: &position)
      let span = self.span(at: position, afterYear: true) ?? self.span(at: afterOf, afterYear: true)
      if let span {
        if let through = through(year.expression.anchor, span) { return through }
        return Body(
          expression: PeriodExpression(year.expression.anchor, span.span, mode: span.mode), end: span.end,
          isDate: span.isDate)
      }
      guard !year.needsSpan else { return nil }
      return Body(expression: year.expression, end: year.end)
    }
    if let moment, let span = moment.value {
      if let day = day(of: span, at: moment.end) { return day }
      return Body(
        expression: PeriodExpression(.none, span), end: endOfMonthWord(span, at: moment.end), isDate: Self.isDay(span))
    }
    guard moment == nil, let span = span(at: start, afterYear: false) else { return decade(at: start) }
    return Body(
      expression: PeriodExpression(.none, span.span, mode: span.mode), end: span.end, isDate: span.isDate)
  }

  /// 本月十日, 上周五.
  func day(of span: PeriodExpression.Span, at start: Int) -> Body? {
    switch span {
    case .relativeMonth(0):
      guard let day = dayNumber(at: start) else { return nil }
      var end = day.end
      guard dayWord(at: &end) else { return nil }
      return Body(
        expression: PeriodExpression(.publication(0), .day(month: nil, day: day.value)), end: end, isDate: true)
    case .relativeWeek(let week):
      guard let index = Self.weekdays.firstIndex(where: { starts(with: $0, at: start) }),
        !startsWithAny(["共", "直", "些", "个", "带", "批", "样", "般", "均", "、", "名", "人"], at: start + 3)
      else { return nil }
      return Body(
        expression: PeriodExpression(.publication(0), .weekday(week: week, day: min(index, 6) + 1)), end: start + 3,
        isDate: true)
    default: return nil
    }
  }

  static let weekdays: [StaticString] = ["一", "二", "三", "四", "五", "六", "日", "天"]

  static func isDay(_ span: PeriodExpression.Span) -> Bool {
    if case .relativeDay = span { true } else { false }
  }

  // MARK: - Spans

  struct SpanMatch {
    var span: PeriodExpression.Span
    var end: Int
    var mode = PeriodExpression.Mode.within
    var isDate = false
  }

  func span(at start: Int, afterYear: Bool) -> SpanMatch? {
    guard start < utf8.count else { return nil }
    if let day = newYear(at: start) { return day }
    let feast = feast(at: start, afterYear: afterYear)
    let word = lexicon.periods.spans.longestMatch(in: utf8, at: start)
    if let feast, feast.end > word?.end ?? 0 { return feast }
    if let word, let value = word.value, afterYear || !value.isOnlyAfterYear {
      if case .quarter(let first) = value.span, let next = connector(at: word.end),
        let other = lexicon.periods.spans.longestMatch(in: utf8, at: next),
        case .quarter(let last)? = other.value?.span,
        last > first
      {
        return SpanMatch(span: first == 1 && last == 4 ? .year : .quarters(first, last), end: other.end)
      }
      return ended(SpanMatch(span: value.span, end: word.end, mode: value.mode))
    }
    if word != nil, word?.value == nil { return nil }
    if let months = firstMonths(at: start) ?? quarters(at: start) { return months }
    return months(at: start) ?? dayOnly(at: start)
  }

  /// 前8个月, 首七个月, 前10月.
  func firstMonths(at start: Int) -> SpanMatch? {
    var position = start
    guard consume(Self.firstWords, at: &position) else { return nil }
    guard let number = smallNumber(at: position), (1...12).contains(number.value) else { return nil }
    position = number.end
    // 头一个月 is that of what has just begun.
    if consume("个", at: &position), number.value == 1 { return nil }
    guard consume("月", at: &position) else { return nil }
    _ = consume("份", at: &position)
    return SpanMatch(span: .months(1, number.value), end: position)
  }

  func months(at start: Int) -> SpanMatch? {
    guard let first = monthNumber(at: start) else { return nil }
    var position = first.end
    let hasMonth = monthWord(at: &position)
    if let next = connector(at: position), let last = monthNumber(at: next) {
      var end = last.end
      if monthWord(at: &end), !isDayNext(at: end) {
        return SpanMatch(span: .months(first.value, last.value), end: end)
      }
    }
    if !hasMonth, let last = lastOfMonths(after: first.value, at: position) { return last }
    guard hasMonth else { return nil }
    if let end = lunarDay(at: position, month: start) {
      return SpanMatch(span: .indefinite, end: end, isDate: true)
    }
    if let day = dayNumber(at: position) {
      // 5月6日至8日, 5月6—8日, 5月6日—6月2日
      var next = day.end
      let hasDay = dayWord(at: &next)
      if let after = connector(at: next) {
        if let month = monthNumber(at: after) {
          var end = month.end
          if monthWord(at: &end), let last = dayNumber(at: end) {
            end = last.end
            if dayWord(at: &end), hasDay {
              return SpanMatch(
                span: .days(
                  fromMonth: first.value, fromDay: day.value, toMonth: month.value, toDay: last.value), end: end,
                isDate: true)
            }
          }
        }
        if let last = dayNumber(at: after), last.value > day.value {
          var end = last.end
          if dayWord(at: &end) {
            return SpanMatch(
              span: .days(fromMonth: first.value, fromDay: day.value, toMonth: first.value, toDay: last.value),
              end: end, isDate: true)
          }
        }
      }
      if hasDay {
        return SpanMatch(span: .day(month: first.value, day: day.value), end: next, isDate: true)
      }
    }
    for word: StaticString in ["上旬", "中旬", "下旬", "当月", "末", "底", "初"] where starts(with: word, at: position) {
      position += word.utf8CodeUnitCount
      break
    }
    return SpanMatch(span: .month(first.value), end: position)
  }

  /// 七月十六, 四月初八: a day of the lunar calendar, which no ISO 8601 date says.
  func lunarDay(at offset: Int, month: Int) -> Int? {
    guard !isDigit(at: month) else { return nil }
    var position = offset
    _ = consume("初", at: &position)
    guard position < utf8.count, !isDigit(at: position), let day = smallNumber(at: position),
      (1...30).contains(day.value)
    else { return nil }
    if day.end < utf8.count {
      let (next, _) = UTF8Scalar.folded(in: utf8, at: day.end)
      guard FigureScanner.isPunctuation(next) else { return nil }
    }
    return day.end
  }

  /// 日电） of （本报襄南十八日电）.
  private func isDateline(at offset: Int) -> Bool {
    guard starts(with: "日电", at: offset), offset + 6 < utf8.count else { return false }
    let scalar = UTF8Scalar.folded(in: utf8, at: offset + 6).scalar
    return scalar <= 0x29 || scalar == 0x3000
  }

  /// 13日 alone: a day of the month spoken of, where it is not a length of time.
  func dayOnly(at start: Int) -> SpanMatch? {
    guard let day = dayNumber(at: start) else { return nil }
    var position = day.end
    // 到十七日止: in words only with what closes a span, for 十七日 is a length of time.
    if !isDigit(at: start) {
      guard starts(with: "日止", at: position) || isDateline(at: position) else { return nil }
      return SpanMatch(span: .day(month: nil, day: day.value), end: position + 3, isDate: true)
    }
    let hasDay = starts(with: "日", at: position)
    if hasDay { position += 3 }
    if let after = connector(at: position), let last = dayNumber(at: after), last.value > day.value, isDigit(at: after)
    {
      var end = last.end
      if starts(with: "日", at: end) {
        end += 3
        return SpanMatch(
          span: .days(fromMonth: nil, fromDay: day.value, toMonth: nil, toDay: last.value), end: end, isDate: true)
      }
    }
    guard hasDay, !startsWithAny(["内", "间", "游", "元", "后", "均", "龄", "圆", "本", "之", "照", "无", "处"], at: position)
    else { return nil }
    return SpanMatch(span: .day(month: nil, day: day.value), end: position, isDate: true)
  }

  // MARK: - Parts

  func monthNumber(at start: Int) -> (value: Int, end: Int)? {
    if Self.januaryWords.length(in: utf8, at: start) != nil { return (1, start + 3) }
    guard let number = smallNumber(at: start), (1...12).contains(number.value) else { return nil }
    return number
  }

  func dayNumber(at start: Int) -> (value: Int, end: Int)? {
    guard let number = smallNumber(at: start), (1...31).contains(number.value) else { return nil }
    return number
  }

  func monthWord(at position: inout Int) -> Bool {
    var end = position
    if end < utf8.count, utf8[end] == 0x20 { end += 1 }
    guard consume("月", at: &end) else { return false }
    if startsWithAny(["龄", "嫂", "饼", "子", "球", "薪", "租"], at: end) { return false }
    position = end
    _ = consume("份", at: &position)
    return true
  }

  func dayWord(at position: inout Int) -> Bool {
    consume("日", at: &position) || consume("号", at: &position)
  }

  func isDayNext(at offset: Int) -> Bool {
    guard let day = dayNumber(at: offset) else { return false }
    var end = day.end
    return dayWord(at: &end)
  }

  /// A whole number below 100 in either writing; 三十多 is none.
  func smallNumber(at start: Int) -> (value: Int, end: Int)? {
    guard numerals.mayBegin(at: start) else { return nil }
    return numerals.memo.number(at: start) { readSmallNumber(at: start) }
  }

  private func readSmallNumber(at start: Int) -> (value: Int, end: Int)? {
    if isDigit(at: start) {
      let arabic = ArabicNumeral(in: utf8, at: start)
      guard arabic.integerDigits <= 2, !arabic.hasPoint, !arabic.hasSeparators, let value = arabic.value,
        let number = value.integer
      else { return nil }
      return (number, arabic.end)
    }
    guard
      numerals.numeralClass(at: start) != nil
        || NumeralClass.tens(UTF8Scalar.folded(in: utf8, at: start).scalar) != nil,
      let numeral = numerals.numeral(at: start), !numeral.isDigitString,
      numeral.scale == 0, let value = numeral.integer, value < 100, !numeral.isBareScale
    else { return nil }
    return (value, numeral.end)
  }

  /// The offset behind 至, 到 or a dash.
  func connector(at offset: Int) -> Int? {
    guard offset < utf8.count else { return nil }
    var position = offset
    if utf8[position] == 0x20, position + 1 < utf8.count { position += 1 }
    let (scalar, length) = UTF8Scalar.folded(in: utf8, at: position)
    guard Self.isConnector(scalar) else { return nil }
    position += length
    // ——
    if position < utf8.count, scalar == 0x2014 || scalar == 0x2500,
      UTF8Scalar.folded(in: utf8, at: position).scalar == scalar
    {
      position += length
    }
    if position < utf8.count, utf8[position] == 0x20 { position += 1 }
    return position < utf8.count ? position : nil
  }

  static func isConnector(_ scalar: UInt32) -> Bool {
    switch scalar {
    // - ~ – — ― ─ − 〜 ～(folded) 至 到
    case 0x2D, 0x7E, 0x2013, 0x2014, 0x2015, 0x2500, 0x2212, 0x301C, 0x2010, 0x2011, 0x2012, 0x81F3, 0x5230: true
    default: false
    }
  }

  func isDigit(at offset: Int) -> Bool {
    offset < utf8.count && utf8[offset] >= 0x30 && utf8[offset] <= 0x39 || numerals.isFullWidthDigit(at: offset)
  }

  func consumeQuote(at position: inout Int) -> Bool {
    guard position < utf8.count else { return false }
    let (scalar, length) = UTF8Scalar.folded(in: utf8, at: position)
    guard scalar == 0x201D || scalar == 0x2019 || scalar == 0x22 || scalar == 0x300D || scalar == 0x27 else {
      return false
    }
    position += length
    return true
  }

  func skipSpace(_ position: inout Int) {
    if position < utf8.count, utf8[position] == 0x20 { position += 1 }
  }

  func starts(with word: StaticString, at offset: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard offset >= 0, offset + count <= utf8.count else { return false }
    let bytes = UnsafeBufferPointer(start: word.utf8Start, count: count)
    for index in 0..<count where utf8[offset + index] != bytes[index] { return false }
    return true
  }

  func startsWithAny(_ words: [StaticString], at offset: Int) -> Bool {
    words.contains { starts(with: $0, at: offset) }
  }

  func consume(_ word: StaticString, at position: inout Int) -> Bool {
    guard starts(with: word, at: position) else { return false }
    position += word.utf8CodeUnitCount
    return true
  }
}
