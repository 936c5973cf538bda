import Values

/// Shares in words and digits: 百分之六十五, 四分之一, 1/2, 一又二分之一, 半.
extension QuantityReader {
  /// 百分之六十五, 千分之三.
  func fraction(start: Int, at position: Int, unit: String, key: UnitKey, isNegative: Bool) -> Quantity? {
    // 百分之负五
    let sign = sign(at: position + 9)
    guard let numeral = numerals.shareNumeral(at: sign?.end ?? position + 9), sign?.isTemperature != true else {
      return nil
    }
    let isNegative = isNegative != (sign?.isNegative ?? false)
    var quantity = Quantity(start: start, end: numeral.end, numeral: numeral)
    quantity.isNegative = isNegative
    quantity.isSpelledShare = true
    quantity.low = numeral.low
    quantity.high = numeral.high
    quantity.numeral.scale = 0
    quantity.unit = unit
    quantity.base = unit
    quantity.kind = .percentage
    quantity.key = key
    quantity.hasUnit = true
    quantity.numeral.isBareScale = false
    if isNegative { negate(&quantity) }
    return quantity
  }

  /// 四分之一: a percentage where it has an exact decimal.
  func denominator(_ quantity: Quantity) -> Quantity? {
    guard let over = quantity.numeral.low, let position = behindDenominator(quantity.end) else { return nil }
    let isNegative = starts(with: "负", at: position)
    guard let numeral = numerals.numeral(at: isNegative ? position + 3 : position) else { return nil }
    var part = share(quantity, numerator: numeral.low ?? .zero, denominator: over, end: numeral.end)
    part.numeral.approximation = numeral.approximation
    if quantity.isNegative != isNegative { negate(&part) }
    return part
  }

  /// 三分一, 四分三 of Hong Kong and Macau: 之 is left out.
  func shortFraction(_ quantity: Quantity) -> Quantity? {
    guard numerals.isTraditional, !quantity.numeral.hasArabicDigits, quantity.numeral.scale == 0,
      let over = quantity.numeral.integer, (2...10).contains(over), startsWithAny(["分", "份"], at: quantity.end),
      let (digit, length) = singleDigit(at: quantity.end + 3), digit < over,
      !startsWithAny(["秒", "钟", "钱", "毫"], at: quantity.end + 3 + length)
    else { return nil }
    return share(
      quantity, numerator: ExactDecimal(Int(digit)), denominator: ExactDecimal(over), end: quantity.end + 3 + length)
  }

  /// The offset behind 分之, spaces inside it allowed.
  func behindDenominator(_ offset: Int) -> Int? {
    var position = numerals.skippingSpaces(from: offset)
    guard starts(with: "分", at: position) else { return nil }
    position = numerals.skippingSpaces(from: position + 3)
    guard starts(with: "之", at: position) else { return nil }
    return numerals.skippingSpaces(from: position + 3)
  }

  /// 1/2, 3/4: a share; elsewhere a slash joins a unit or a code.
  func slashed(_ quantity: Quantity) -> Quantity? {
    guard quantity.numeral.digitCount == 1 || quantity.numeral.digitCount == 2, let low = quantity.low,
      let (mark, length) = scalar(at: quantity.end), mark == 0x2F, let (first, _) = scalar(at: quantity.end + length),
      first >= 0x31, first <= 0x39
    else { return nil }
    let over = ArabicNumeral(in: utf8, at: quantity.end + length)
    guard over.integerDigits <= 2, !over.hasPoint, let whole = over.value, low < whole,
      !startsWithAny(["/", "期", "版", "号", "-", "年"], at: over.end)
    else { return nil }
    return share(quantity, numerator: low, denominator: whole, end: over.end)
  }

  /// 一又二分之一, 3又1/2.
  func mixed(_ quantity: Quantity) -> Quantity? {
    guard quantity.low != nil, let rest = mixedPart(after: quantity) else { return nil }
    var result = quantity
    result.end = rest.end
    result.numeral.end = rest.end
    result.low = rest.low.flatMap { quantity.numeral.low?.adding($0.scaled(byPowerOfTen: -2)) }
    result.unit = ""
    result.factor = ExactDecimal(1)
    result.numeral.scale = 0
    if result.low == nil { result.reason = "a fraction without an exact decimal" }
    if quantity.isNegative { negate(&result) }
    return result
  }

  /// The fraction behind 又, or behind a space where both are digits.
  func mixedPart(after quantity: Quantity) -> Quantity? {
    var position = numerals.skippingSpaces(from: quantity.end)
    if starts(with: "又", at: position) {
      position = numerals.skippingSpaces(from: position + 3)
      guard let rest = self.quantity(at: position, allowsMixed: false),
        rest.kind == .percentage || rest.kind == .ratio
      else { return nil }
      return rest
    }
    guard position == quantity.end + 1, quantity.numeral.digitCount == 1, let numeral = numerals.digits(at: position),
      numeral.digitCount == 1, let (mark, length) = scalar(at: numeral.end), mark == 0x2F,
      let over = numerals.digits(at: numeral.end + length), over.digitCount == 1,
      let low = numeral.low, let whole = over.low
    else { return nil }
    return share(
      Quantity(start: position, end: numeral.end, numeral: numeral), numerator: low, denominator: whole, end: over.end)
  }

  func share(_ quantity: Quantity, numerator: ExactDecimal, denominator: ExactDecimal, end: Int) -> Quantity {
    var part = quantity
    part.end = end
    part.numeral.end = end
    part.hasUnit = true
    part.unit = "%"
    part.key = .percent
    part.base = "%"
    part.kind = .percentage
    part.factor = ExactDecimal(1)
    part.numeral.scale = 0
    part.numeral.isBareScale = false
    part.high = nil
    part.low = numerator.divided(exactlyBy: denominator)?.scaled(byPowerOfTen: 2)
    if let low = part.low, low.exponent < -9 { part.low = nil }
    if part.low == nil {
      part.kind = .ratio
      part.unit = ""
      part.reason = "a fraction without an exact decimal"
    }
    return part
  }

  /// 四分之一公升, 1/2英寸: a part of a unit.
  func measured(_ part: Quantity) -> Quantity {
    guard part.kind == .percentage, let low = part.low, let (index, end) = lexicon.unit(in: utf8, at: part.end),
      lexicon.units[index].kind == .quantity && !lexicon.units[index].isCounter
        || lexicon.units[index].key == .thousandth
    else { return part }
    var result = part
    result.low = low.scaled(byPowerOfTen: -2)
    result.unit = ""
    apply(lexicon.units[index], to: &result)
    result.end = end
    return result
  }

  /// 这个半年, 大半个半天: 个 belongs to the word before it.
  private func isAfterPointer(_ offset: Int) -> Bool {
    offset >= 3
      && startsWithAny(["这", "那", "每", "某", "哪", "各", "上", "下", "头", "前", "后", "整", "半", "几", "第"], at: offset - 3)
  }

  /// 半公里, 半年.
  func half(at start: Int) -> Quantity? {
    guard starts(with: "半", at: start), let (index, end) = lexicon.unit(in: utf8, at: start + 3) else { return nil }
    let unit = lexicon.units[index]
    guard !unit.isCounter || unit.key == .item else { return nil }
    var numeral = Numeral(start: start, end: start + 3)
    numeral.low = ExactDecimal(coefficient: 5, exponent: -1)
    numeral.hasChineseDigits = true
    var quantity = Quantity(start: start, end: end, numeral: numeral)
    quantity.low = numeral.low
    // 个半小时: one and a half.
    if unit.kind == .duration, unit.key != .year, start >= 3, starts(with: "个", at: start - 3),
      !isAfterPointer(start - 3)
    {
      quantity.low = ExactDecimal(coefficient: 15, exponent: -1)
    }
    if unit.key == .item, addMore(to: &quantity, at: start + 3) { return quantity }
    apply(unit, to: &quantity)
    quantity.end = end
    return quantity
  }
}
