import Rules
import Values

/// What has digits and is no quantity: addresses, names in letters and digits, ranks, dates in digits, clocks, codes.
extension FigureScanner {
  /// .5: a decimal that leaves its zero out.
  mutating func readPointFirst(at position: Int) -> Int? {
    let numeral = ArabicNumeral(in: utf8, at: position)
    guard position - 1 >= floor, !numeral.hasPoint, !numeral.hasSeparators, let value = numeral.value else {
      return nil
    }
    if position >= 2 {
      let before = UTF8Scalar.folded(in: utf8, at: UTF8Scalar.start(before: position - 1, in: utf8)).scalar
      guard before == 0x20 || Self.isHan(before) || before >= 0x3000 && before < 0x3020 else { return nil }
    }
    let amount = Figure.Amount.value(value.scaled(byPowerOfTen: -numeral.integerDigits))
    figures.append(
      Figure(
        range: position - 1..<numeral.end, kind: .number, amount: amount,
        normalized: Figure.Normalized(amount: amount, unit: "1"), numeral: position - 1..<numeral.end))
    return numeral.end
  }

  /// %28 of an address.
  mutating func readEscape(at position: Int) -> Int? {
    guard position > 0, utf8[position - 1] == 0x25 || utf8[position - 1] == 0x3D || utf8[position - 1] == 0x26,
      position < 2 || utf8[position - 2] < 0x80 && !(utf8[position - 2] >= 0x30 && utf8[position - 2] <= 0x39)
    else { return nil }
    var end = position
    while end < utf8.count, utf8[end] > 0x20, utf8[end] < 0x80 { end += 1 }
    guard end > position else { return nil }
    figures.append(Figure(range: position..<end, kind: .name, reason: "part of an address"))
    return end
  }

  /// PM2.5, G20, 5G, C919, 3D: letters and digits grown together.
  mutating func readLatinName(at position: Int) -> Int? {
    guard utf8[position] >= 0x30, utf8[position] <= 0x39 else { return nil }
    var start = position
    while start > floor, Self.isLatinLetter(utf8[start - 1]) || start < position && utf8[start - 1] == 0x2D {
      start -= 1
    }
    // RMB300万
    if start < position,
      let code = lexicon.currenciesBefore.longestMatch(endingAt: position, in: utf8, start: start),
      code.start == start
    {
      return nil
    }
    let hasLetterBefore = start < position
    let numeral = ArabicNumeral(in: utf8, at: position)
    var end = numeral.end
    if !hasLetterBefore {
      // 2e5 is a numeral.
      if utf8[position..<end].contains(0x65) { return nil }
      guard end < utf8.count, Self.isLatinLetter(utf8[end]) else { return nil }
      // 300MW, 12km: a Latin unit.
      if let unit = lexicon.unit(in: utf8, at: end), unit.end >= utf8.count || !Self.isLatinLetter(utf8[unit.end]) {
        // 5G, 4G, 3V are no masses and volts where a name follows.
        let isBytesOrName = utf8[end] == 0x47 && unit.end == end + 1
        if !isBytesOrName { return nil }
      }
    }
    while end < utf8.count,
      Self.isLatinLetter(utf8[end]) || utf8[end] >= 0x30 && utf8[end] <= 0x39
        || (utf8[end] == 0x2D || utf8[end] == 0x2E) && end + 1 < utf8.count
          && (Self.isLatinLetter(utf8[end + 1]) || utf8[end + 1] >= 0x30 && utf8[end + 1] <= 0x39)
    {
      end += 1
    }
    figures.append(Figure(range: start..<end, kind: .name, reason: "letters and digits"))
    return end
  }

  /// 分列二、三位: ranks side by side.
  mutating func readRankList(at position: Int) -> Int? {
    guard endsWithAny(["列", "居", "获", "第"], at: position), var numeral = numerals.numeral(at: position) else {
      return nil
    }
    var count = 1
    while starts(with: "、", at: numeral.end), let next = numerals.numeral(at: numeral.end + 3) {
      numeral = next
      count += 1
    }
    guard count > 1, startsWithAny(["位", "名"], at: numeral.end) else { return nil }
    figures.append(Figure(range: position..<numeral.end + 3, kind: .ordinal, reason: "rank"))
    return numeral.end + 3
  }

  /// 一升一降, 一县一业: two words that both begin with 一 and are no measures.
  mutating func readIdiom(at position: Int) -> Int? {
    guard starts(with: "一", at: position), starts(with: "一", at: position + 6), position + 12 <= utf8.count,
      numerals.numeralClass(at: position + 3) == nil, Self.isHan(UTF8Scalar.folded(in: utf8, at: position + 9).scalar),
      numerals.numeralClass(at: position + 9) == nil,
      lexicon.unit(in: utf8, at: position + 3) == nil || lexicon.unit(in: utf8, at: position + 9) == nil
    else { return nil }
    reject(position..<position + 12, "an idiom")
    return position + 12
  }

  /// 2023.11.8, 2024-06-30, 2024/6/30; 1分16秒32 of a race.
  mutating func readNumericDate(at position: Int) -> Int? {
    guard utf8[position] >= 0x30, utf8[position] <= 0x39 || utf8[position] == 0xEF, !isWordCharacter(before: position)
    else { return nil }
    func digits(at offset: Int, _ count: ClosedRange<Int>) -> (Int, Int)? {
      var value = 0
      var end = offset
      var read = 0
      while end < utf8.count, read <= count.upperBound {
        let (scalar, length) = UTF8Scalar.folded(in: utf8, at: end)
        guard scalar >= 0x30, scalar <= 0x39 else { break }
        value = value * 10 + Int(scalar - 0x30)
        read += 1
        end += length
      }
      return count.contains(read) ? (value, end) : nil
    }
    guard let (year, yearEnd) = digits(at: position, 4...4), let (mark, markLength) = quantities.scalar(at: yearEnd),
      mark == 0x2E || mark == 0x2D || mark == 0x2F, let (month, monthEnd) = digits(at: yearEnd + markLength, 1...2),
      let (second, secondLength) = quantities.scalar(at: monthEnd), second == mark,
      let (day, end) = digits(at: monthEnd + secondLength, 1...2), (1800...2100).contains(year),
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    figures.append(
      Figure(
        range: position..<end, kind: .date, period: .single(CalendarUnit(date)),
        periodExpression: PeriodExpression(.year(year), .day(month: month, day: day))))
    return end
  }

  func startsWithAny(_ words: [StaticString], at offset: Int) -> Bool {
    words.contains { starts(with: $0, at: offset) }
  }

  static func isLatinLetter(_ byte: UInt8) -> Bool {
    byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
  }

  /// 13时30分, 8点, 14:30.
  mutating func readClock(at position: Int) -> Int? {
    guard let hour = numerals.numeral(at: position), let value = hour.integer, value <= 24, !hour.isBareScale,
      hour.scale == 0
    else { return nil }
    var end = hour.end
    if hour.digitCount > 0, hour.digitCount <= 2, end + 2 < utf8.count {
      let (colon, length) = UTF8Scalar.folded(in: utf8, at: end)
      if colon == 0x3A || colon == 0x2236, end + length < utf8.count, utf8[end + length] >= 0x30,
        utf8[end + length] <= 0x39
      {
        let minute = ArabicNumeral(in: utf8, at: end + length)
        if minute.integerDigits == 2, !minute.hasPoint, let number = minute.value, number < ExactDecimal(60),
          !isPrecededByRatioWord(position), !starts(with: ":", at: minute.end),
          hour.digitCount == 2 || minute.hasLeadingZero || true,
          value < 24, isClockContext(position, end: minute.end)
        {
          figures.append(Figure(range: position..<minute.end, kind: .date, reason: "time of day"))
          return minute.end
        }
      }
    }
    if starts(with: "时", at: end), !starts(with: "时间", at: end), !starts(with: "时期", at: end),
      !starts(with: "时代", at: end)
    {
      end += 3
    } else if starts(with: "点", at: end), value == 0 && !hour.hasPoint || isOClock(end + 3, before: position) {
      end += 3
      if starts(with: "钟", at: end) { end += 3 }
    } else {
      return nil
    }
    if starts(with: "半", at: end) || starts(with: "整", at: end) || starts(with: "许", at: end) {
      end += 3
    } else if let minute = numerals.numeral(at: end), let number = minute.integer, number < 60,
      starts(with: "分", at: minute.end)
    {
      end = minute.end + 3
    }
    figures.append(Figure(range: position..<end, kind: .date, reason: "time of day"))
    return end
  }

  func isPrecededByRatioWord(_ position: Int) -> Bool {
    endsWithAny(["比", "为", "之比", "比例"], at: position)
  }

  /// A time of day has a word of time before it, or another time behind a dash.
  func isClockContext(_ position: Int, end: Int) -> Bool {
    if position > 0 {
      if endsWithAny(["日", "午", "晚", "晨", "夜", "间", "早", "天", "至", "—", "-", "时", "号", "于", " "], at: position) {
        return true
      }
    }
    return starts(with: "至", at: end) || starts(with: "—", at: end) || starts(with: "-", at: end)
      || starts(with: "开", at: end)
  }

  func isOClock(_ offset: Int, before position: Int) -> Bool {
    if starts(with: "钟", at: offset) || starts(with: "半", at: offset) || starts(with: "整", at: offset) { return true }
    if let minute = numerals.numeral(at: offset), starts(with: "分", at: minute.end) { return true }
    // 快10点, 早8点; 8点至18点, 从八点到十点.
    if endsWithAny(["午", "晚", "晨", "夜", "日", "早", "晚上", "早上", "快", "刚过"], at: position) { return true }
    if let last = figures.last, last.reason == "time of day", position - last.range.upperBound <= 6,
      periods.connector(at: last.range.upperBound) == position
    {
      return true
    }
    if let next = periods.connector(at: offset), let hour = numerals.numeral(at: next), let value = hour.integer,
      value <= 24, starts(with: "点", at: hour.end), !endsWithAny(["涨", "跌", "升", "降", "了"], at: position)
    {
      return true
    }
    return false
  }

  func endsWithAny(_ words: [StaticString], at offset: Int) -> Bool {
    words.contains { word in
      offset >= word.utf8CodeUnitCount && starts(with: word, at: offset - word.utf8CodeUnitCount)
    }
  }

  /// 1000+: and more; 1+X is an expression.
  func isOpenPlus(_ offset: Int) -> Bool {
    guard offset < utf8.count else { return true }
    let (scalar, _) = UTF8Scalar.folded(in: utf8, at: offset)
    return !(scalar >= 0x30 && scalar < 0x3A || scalar < 0x80 && Self.isLatinLetter(UInt8(scalar)) || scalar == 0x201C)
      && NumeralClass.of(scalar) == nil
  }

  /// Telephone numbers, stock codes, document numbers.
  mutating func readCode(_ quantity: Quantity) -> Int? {
    guard !quantity.hasUnit, quantity.numeral.hasArabicDigits, quantity.numeral.digitCount > 0 else { return nil }
    var end = quantity.end
    var groups = 1
    while end + 1 < utf8.count, utf8[end] == 0x2D || utf8[end] == 0x2E || utf8[end] == 0x2F, utf8[end + 1] >= 0x30,
      utf8[end + 1] <= 0x39
    {
      end = ArabicNumeral(in: utf8, at: end + 1).end
      groups += 1
    }
    if groups > 1 {
      figures.append(Figure(range: quantity.start..<end, kind: .name, reason: "a code or a date in digits"))
      return end
    }
    let (next, length) = quantities.scalar(at: end) ?? (0, 0)
    if next == 0xD7 || next == 0x2B && !isOpenPlus(end + length) || next == 0x78, length > 0 {
      figures.append(Figure(range: quantity.start..<end, kind: .name, reason: "part of an expression"))
      return end
    }
    if next == 0x53F7 || quantity.numeral.hasLeadingZero
      || quantity.numeral.digitCount >= 6 && !quantity.numeral.hasSeparators
    {
      if next == 0x53F7 { end += length }
      figures.append(
        Figure(
          range: quantity.start..<end, kind: .name, amount: quantity.low.map { .value($0) },
          reason: "a number that names something", numeral: quantity.numeral.start..<quantity.numeral.end))
      return end
    }
    return nil
  }
}
