import Rules
import Values

extension FigureScanner {
  /// Reads a numeral with its unit, and what it is part of: a range, a ratio, a name.
  mutating func readNumeral(at position: Int) -> Int? {
    var start = position
    let (first, firstLength) = UTF8Scalar.folded(in: utf8, at: position)
    if first == 0x2D || first == 0x2212 || first == 0x2B || first == 0x8D1F {
      // A sign stands before a digit and behind nothing that it could join.
      guard
        first == 0x8D1F
          || !isWordCharacter(before: position)
            && !endsWithAny(["号", "第", "栋", "室", "楼", "路", "区", "座"], at: position),
        position + firstLength < utf8.count
      else {
        return nil
      }
      let next = UTF8Scalar.folded(in: utf8, at: position + firstLength).scalar
      guard next >= 0x30 && next <= 0x39 || first == 0x8D1F && NumeralClass.of(next) != nil else { return nil }
    }
    if let end = readEscape(at: position) ?? readLatinName(at: position) { return end }
    if position > 0, utf8[position - 1] == 0x2E, let end = readPointFirst(at: position) { return end }
    if let end = readIdiom(at: position) ?? readNumericDate(at: position) ?? readClock(at: position) { return end }
    guard var quantity = quantities.quantity(at: position) else { return nil }
    if quantity.key == "分", starts(with: "秒", at: quantity.end) == false,
      let seconds = quantities.quantity(at: quantity.end), seconds.key == "秒"
    {
      // 1分16秒32: a race, or a length of time.
      var end = seconds.end
      if end < utf8.count, utf8[end] >= 0x30, utf8[end] <= 0x39 { end = ArabicNumeral(in: utf8, at: end).end }
      figures.append(Figure(range: quantity.start..<end, kind: .duration, reason: "a time in minutes and seconds"))
      return end
    }
    if quantity.key == "角钱", starts(with: "角", at: quantity.end - 3), isHan(quantity.end) {
      // 三角联圩: a shape, not a price.
      quantity = bare(quantity)
    }
    if quantity.key == "块钱", starts(with: "块", at: quantity.end - 3), !quantity.numeral.hasPoint, isThing(quantity.end)
    {
      quantity.kind = .count
      quantity.isCounter = true
      quantity.unit = Numeral.scaleWord(quantity.numeral.scale) + "块"
      quantity.base = "1"
      quantity.key = "块"
    }
    if let end = readRatio(quantity) { return end }
    if let range = neighbours(from: quantity) { return finish(range.quantity, high: range.high) }
    if let range = range(from: quantity) { return finish(range.quantity, high: range.high) }
    if let end = readCode(quantity) { return end }
    start = quantity.start
    _ = start
    return finish(quantity)
  }

  /// 三块瓦: a thing that is counted stands behind 块, not the rest of a price.
  private func isThing(_ offset: Int) -> Bool {
    guard offset < utf8.count else { return false }
    let (scalar, _) = UTF8Scalar.folded(in: utf8, at: offset)
    guard Self.isHan(scalar), NumeralClass.of(scalar) == nil else { return false }
    return !startsWithAny(
      [
        "多", "左", "上", "以", "出", "一", "每", "的", "半", "不", "涨", "降", "到", "至", "起", "钱", "就", "也", "都", "还", "和", "买",
        "卖",
      ], at: offset)
  }

  /// The numeral of a quantity without its unit.
  private func bare(_ quantity: Quantity) -> Quantity {
    var result = Quantity(start: quantity.start, end: quantity.numeral.end, numeral: quantity.numeral)
    result.low = quantity.numeral.low.map { quantity.numeral.written($0) }
    result.unit = Numeral.scaleWord(quantity.numeral.scale)
    return result
  }

  private func isWordCharacter(before position: Int) -> Bool {
    guard position > 0 else { return false }
    let byte = utf8[position - 1]
    if byte < 0x80 {
      return byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
    }
    return false
  }

  /// .5: a decimal that leaves its zero out.
  private mutating func readPointFirst(at position: Int) -> Int? {
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
  private mutating func readEscape(at position: Int) -> Int? {
    guard position > 0, utf8[position - 1] == 0x25 || utf8[position - 1] == 0x3D || utf8[position - 1] == 0x26,
      position < 2 || utf8[position - 2] < 0x80 && !(utf8[position - 2] >= 0x30 && utf8[position - 2] <= 0x39)
    else { return nil }
    var end = position
    while end < utf8.count, utf8[end] > 0x20, utf8[end] < 0x80 { end += 1 }
    figures.append(Figure(range: position..<end, kind: .name, reason: "part of an address"))
    return end
  }

  /// PM2.5, G20, 5G, C919, 3D: letters and digits grown together.
  private mutating func readLatinName(at position: Int) -> Int? {
    guard utf8[position] >= 0x30, utf8[position] <= 0x39 else { return nil }
    var start = position
    while start > floor, Self.isLatinLetter(utf8[start - 1]) || start < position && utf8[start - 1] == 0x2D {
      start -= 1
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

  /// 一升一降, 一县一业: two words that both begin with 一 and are no measures.
  private func readIdiom(at position: Int) -> Int? {
    guard starts(with: "一", at: position), starts(with: "一", at: position + 6), position + 12 <= utf8.count,
      numerals.numeralClass(at: position + 3) == nil, Self.isHan(UTF8Scalar.folded(in: utf8, at: position + 9).scalar),
      numerals.numeralClass(at: position + 9) == nil,
      lexicon.unit(in: utf8, at: position + 3) == nil || lexicon.unit(in: utf8, at: position + 9) == nil
    else { return nil }
    return position + 12
  }

  /// 2023.11.8, 2024-06-30, 2024/6/30; 1分16秒32 of a race.
  private mutating func readNumericDate(at position: Int) -> Int? {
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
  private mutating func readClock(at position: Int) -> Int? {
    guard let hour = numerals.numeral(at: position), let value = hour.integer, value <= 24, !hour.isBareScale,
      hour.scale == 0
    else { return nil }
    var end = hour.end
    if hour.digitCount > 0, hour.digitCount <= 2, end + 2 < utf8.count {
      let (colon, length) = UTF8Scalar.folded(in: utf8, at: end)
      if colon == 0x3A || colon == 0x2236, utf8[end + length] >= 0x30, utf8[end + length] <= 0x39 {
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
    } else if starts(with: "点", at: end), isOClock(end + 3, before: position) {
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

  private func isPrecededByRatioWord(_ position: Int) -> Bool {
    endsWithAny(["比", "为", "之比", "比例"], at: position)
  }

  /// A time of day has a word of time before it, or another time behind a dash.
  private func isClockContext(_ position: Int, end: Int) -> Bool {
    if position > 0 {
      if endsWithAny(["日", "午", "晚", "晨", "夜", "间", "早", "天", "至", "—", "-", "时", "号", "于", " "], at: position) {
        return true
      }
    }
    return starts(with: "至", at: end) || starts(with: "—", at: end) || starts(with: "-", at: end)
      || starts(with: "开", at: end)
  }

  private func isOClock(_ offset: Int, before position: Int) -> Bool {
    if starts(with: "钟", at: offset) || starts(with: "半", at: offset) || starts(with: "整", at: offset) { return true }
    if let minute = numerals.numeral(at: offset), starts(with: "分", at: minute.end) { return true }
    return endsWithAny(["午", "晚", "晨", "夜", "日", "早"], at: position)
  }

  func endsWithAny(_ words: [StaticString], at offset: Int) -> Bool {
    words.contains { word in
      offset >= word.utf8CodeUnitCount && starts(with: word, at: offset - word.utf8CodeUnitCount)
    }
  }

  // MARK: - Ratios and ranges

  /// 1.4：1, 三比一, 4.8∶42.9∶52.3.
  private mutating func readRatio(_ first: Quantity) -> Int? {
    guard !first.hasUnit, first.numeral.scale == 0, let low = first.low, first.high == nil,
      let (mark, length) = quantities.scalar(at: first.end)
    else { return nil }
    let isColon = mark == 0x3A || mark == 0x2236
    guard isColon && first.numeral.hasArabicDigits || mark == 0x6BD4,
      let second = numerals.numeral(at: first.end + length), let right = second.low, second.scale == 0,
      second.hasArabicDigits == first.numeral.hasArabicDigits
    else { return nil }
    if mark == 0x6BD4, lexicon.unit(in: utf8, at: second.end) != nil || first.numeral.isDigitString { return nil }
    var end = second.end
    var parts = 2
    while let (next, size) = quantities.scalar(at: end), next == mark, let more = numerals.numeral(at: end + size) {
      end = more.end
      parts += 1
    }
    if parts > 2 {
      figures.append(Figure(range: first.start..<end, kind: .ratio, reason: "a structure of \(parts) parts"))
      return end
    }
    let isScore =
      endsWithAny(["以", "分", "胜", "负", "平", "局"], at: first.start) && !starts(with: "的比例", at: end)
      || low > ExactDecimal(40) && right > ExactDecimal(40)
    if isScore {
      figures.append(Figure(range: first.start..<end, kind: .name, reason: "a score"))
      return end
    }
    let amount = Figure.Amount.value(low)
    let (bound, extentStart) = boundBefore(first.start, isBareScale: false)
    figures.append(
      Figure(
        range: first.start..<end, extent: extentStart..<end, kind: .ratio, amount: amount, unit: ":\(right)",
        bound: bound,
        normalized: Figure.Normalized(amount: amount, unit: ":\(right)")))
    return end
  }

  /// 10—15亿元, 5%—8%, 三至五家. The lower end is given on the scale of the upper one.
  private func range(from first: Quantity) -> (quantity: Quantity, high: ExactDecimal)? {
    guard first.high == nil, let low = first.low,
      let offset = periods.connector(at: first.end) ?? conjunction(at: first.end),
      var second = quantities.quantity(at: offset), let high = second.low, second.high == nil,
      second.numeral.start == offset || second.isNegative
    else { return nil }
    let (mark, _) = UTF8Scalar.folded(in: utf8, at: first.end)
    let isWord = mark == 0x81F3 || mark == 0x5230
    if first.hasUnit {
      guard second.hasUnit, second.base == first.base, second.isCounter == first.isCounter, second.key == first.key
      else { return nil }
      // 从12亩到260亩 says a change, 5000万元到6000万元之间 a range.
      if isWord, endsWithAny(["从", "由", "自"], at: first.start), !starts(with: "之间", at: second.end),
        !starts(with: "不等", at: second.end)
      {
        return nil
      }
    } else {
      guard second.hasUnit || !isWord || starts(with: "之间", at: second.end) else { return nil }
      if !second.hasUnit {
        guard first.numeral.scale == 0 || second.numeral.scale != 0 else { return nil }
        // 0831-5166000, 2-1: codes and scores.
        if mark == 0x2D, first.numeral.hasLeadingZero || second.numeral.digitCount > first.numeral.digitCount + 1 {
          return nil
        }
      }
    }
    if mark == 0x4E0E || mark == 0x548C, !starts(with: "之间", at: second.end) { return nil }
    let scale = second.numeral.scale
    var written = low
    if first.numeral.scale > 0 || first.hasUnit {
      written = first.rescaled(to: scale) ?? low
    } else if scale > 0 {
      // 10—15亿元 leaves the scale word out; 5000—1万元 does not.
      written = low < high ? low : low.scaled(byPowerOfTen: -scale)
    }
    if second.key == "成", first.key != "成" { written = written.multiplied(by: ExactDecimal(10)) ?? written }
    guard written < high || second.isNegative || first.isNegative else { return nil }
    second.start = first.start
    second.low = min(written, high)
    second.numeral.isBareScale = false
    return (second, max(written, high))
  }

  /// 5%与8%之间, 3和5之间.
  private func conjunction(at offset: Int) -> Int? {
    starts(with: "与", at: offset) || starts(with: "和", at: offset) ? offset + 3 : nil
  }

  /// 七、八十人: neighbouring digits that share the scale of the second.
  private func neighbours(from first: Quantity) -> (quantity: Quantity, high: ExactDecimal)? {
    guard !first.hasUnit, !first.numeral.hasArabicDigits, let low = first.numeral.integer, (1...8).contains(low),
      starts(with: "、", at: first.end), var second = quantities.quantity(at: first.end + 3), second.hasUnit,
      let high = second.low, second.high == nil, let full = second.numeral.low, full.coefficient == UInt128(low + 1),
      full.exponent > 0
    else { return nil }
    second.start = first.start
    second.low = ExactDecimal(low).scaled(byPowerOfTen: full.exponent - second.numeral.scale)
    return (second, high)
  }

  /// Telephone numbers, stock codes, document numbers.
  private mutating func readCode(_ quantity: Quantity) -> Int? {
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
    if next == 0xD7 || next == 0x2B || next == 0x78, length > 0 {
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
