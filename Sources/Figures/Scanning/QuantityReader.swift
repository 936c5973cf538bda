import Rules
import Values

/// Reads a numeral and the unit behind it.
struct QuantityReader {
  let utf8: [UInt8]
  let lexicon: FigureLexicon
  let numerals: NumeralParser

  /// The quantity that begins at `start`, sign included; `nil` where no numeral begins there.
  func quantity(at start: Int) -> Quantity? { quantity(at: start, allowsMixed: true) }

  private func quantity(at start: Int, allowsMixed: Bool) -> Quantity? {
    var position = start
    var isNegative = false
    if let (scalar, length) = scalar(at: position),
      scalar == 0x2D || scalar == 0x2212 || scalar == 0x2B || scalar == 0x8D1F
    {
      isNegative = scalar != 0x2B
      position += length
    }
    if starts(with: "百分之", at: position) || starts(with: "佰分之", at: position) {
      return fraction(start: start, at: position, unit: "%", isNegative: isNegative)
    }
    if starts(with: "千分之", at: position) {
      return fraction(start: start, at: position, unit: "‰", isNegative: isNegative)
    }
    if starts(with: "万分之", at: position) {
      return fraction(start: start, at: position, unit: "‱", isNegative: isNegative)
    }
    guard let numeral = numerals.numeral(at: position) else { return half(at: position) }
    var quantity = Quantity(start: start, end: numeral.end, numeral: numeral)
    quantity.isNegative = isNegative
    quantity.low = numeral.low.map { numeral.written($0) }
    quantity.high = numeral.high.map { numeral.written($0) }
    quantity.unit = Numeral.scaleWord(numeral.scale)
    quantity.factor = ExactDecimal(1).scaled(byPowerOfTen: numeral.scale)
    if let part = denominator(quantity) ?? slashed(quantity) ?? (allowsMixed ? mixed(quantity) : nil) { return part }
    addUnit(to: &quantity)
    if isNegative { negate(&quantity) }
    return quantity
  }

  // MARK: - Fractions

  /// 百分之六十五, 千分之三.
  private func fraction(start: Int, at position: Int, unit: String, isNegative: Bool) -> Quantity? {
    guard let numeral = numerals.numeral(at: position + 9) else { return nil }
    var quantity = Quantity(start: start, end: numeral.end, numeral: numeral)
    quantity.low = numeral.low
    quantity.high = numeral.high
    quantity.numeral.scale = 0
    quantity.unit = unit
    quantity.base = unit
    quantity.kind = .percentage
    quantity.key = unit
    quantity.hasUnit = true
    quantity.numeral.isBareScale = false
    if isNegative { negate(&quantity) }
    return quantity
  }

  /// 四分之一: a percentage where it has an exact decimal.
  private func denominator(_ quantity: Quantity) -> Quantity? {
    guard let over = quantity.numeral.low, let position = behindDenominator(quantity.end) else { return nil }
    let isNegative = starts(with: "负", at: position)
    guard let numeral = numerals.numeral(at: isNegative ? position + 3 : position) else { return nil }
    var part = share(quantity, numerator: numeral.low ?? .zero, denominator: over, end: numeral.end)
    part.numeral.approximation = numeral.approximation
    if quantity.isNegative != isNegative { negate(&part) }
    return part
  }

  /// The offset behind 分之, spaces inside it allowed.
  private func behindDenominator(_ offset: Int) -> Int? {
    var position = numerals.skippingSpaces(from: offset)
    guard starts(with: "分", at: position) else { return nil }
    position = numerals.skippingSpaces(from: position + 3)
    guard starts(with: "之", at: position) else { return nil }
    return numerals.skippingSpaces(from: position + 3)
  }

  /// 1/2, 3/4: a share; elsewhere a slash joins a unit or a code.
  private func slashed(_ quantity: Quantity) -> Quantity? {
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
  private func mixed(_ quantity: Quantity) -> Quantity? {
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
  private func mixedPart(after quantity: Quantity) -> Quantity? {
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

  private func share(_ quantity: Quantity, numerator: ExactDecimal, denominator: ExactDecimal, end: Int) -> Quantity {
    var part = quantity
    part.end = end
    part.numeral.end = end
    part.hasUnit = true
    part.unit = "%"
    part.key = "%"
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

  /// 半公里, 半年.
  private func half(at start: Int) -> Quantity? {
    guard starts(with: "半", at: start), let (index, end) = lexicon.unit(in: utf8, at: start + 3) else { return nil }
    let unit = lexicon.units[index]
    guard !unit.isCounter || unit.key == "个" else { return nil }
    var numeral = Numeral(start: start, end: start + 3)
    numeral.low = ExactDecimal(coefficient: 5, exponent: -1)
    numeral.hasChineseDigits = true
    var quantity = Quantity(start: start, end: end, numeral: numeral)
    quantity.low = numeral.low
    apply(unit, to: &quantity)
    quantity.end = end
    return quantity
  }

  // MARK: - Units

  private func addUnit(to quantity: inout Quantity) {
    var position = quantity.end
    if quantity.numeral.hasArabicDigits { position = numerals.skippingSpaces(from: position) }
    guard let (index, end) = lexicon.unit(in: utf8, at: position) else { return }
    // One space is typesetting; more stand between the columns of a table.
    guard position - quantity.end <= 1 || lexicon.units[index].kind == .points else { return }
    // A Latin unit ends where the letters end: 5G of 5Gbps is none.
    if utf8[end - 1] < 0x80, utf8[position] < 0x80, end < utf8.count, isLetter(utf8[end]), isLetter(utf8[end - 1]) {
      return
    }
    let unit = lexicon.units[index]
    quantity.end = end
    apply(unit, to: &quantity)
    switch unit.key {
    case "成": addTenths(to: &quantity)
    case "元", "块钱", "毛钱", "角钱", "分钱": addSmallMoney(to: &quantity, after: unit.key)
    default: addTail(to: &quantity, unit: unit)
    }
    addHalf(to: &quantity, unit: unit)
    addCurrency(to: &quantity, unit: unit)
    addPer(to: &quantity)
  }

  private func apply(_ unit: UnitDefinition, to quantity: inout Quantity) {
    quantity.key = unit.key
    quantity.unit += unit.printed
    quantity.base = unit.base
    quantity.kind = unit.kind
    quantity.isCounter = unit.isCounter
    quantity.isNoun = unit.isNoun
    quantity.hasUnit = true
    quantity.factor = quantity.factor.multiplied(by: unit.factor) ?? quantity.factor
    if unit.value != ExactDecimal(1) {
      quantity.low = quantity.low.flatMap { $0.multiplied(by: unit.value) }
      quantity.high = quantity.high.flatMap { $0.multiplied(by: unit.value) }
    }
  }

  /// 七成五, 三成半, 七成零八, 1成2.
  private func addTenths(to quantity: inout Quantity) {
    var position = quantity.end
    if starts(with: "半", at: position) {
      add(ExactDecimal(5), to: &quantity)
      quantity.end = position + 3
      return
    }
    var factor = ExactDecimal(1)
    if let (scalar, length) = scalar(at: position), scalar == 0x96F6 {
      factor = ExactDecimal(coefficient: 1, exponent: -1)
      position += length
    }
    guard let (digit, length) = singleDigit(at: position) else { return }
    add(ExactDecimal(Int(digit)).multiplied(by: factor) ?? .zero, to: &quantity)
    quantity.end = position + length
  }

  /// 三块五, 两毛五, 三十二元四角, 八角六分, 一块二毛五.
  private func addSmallMoney(to quantity: inout Quantity, after key: String) {
    guard quantity.numeral.scale == 0 else { return }
    var place: Int
    switch key {
    case "元", "块钱": place = -1
    case "角钱", "毛钱": place = -2
    default: return
    }
    var position = quantity.end
    while place >= -2, let (digit, length) = singleDigit(at: position) {
      let after = position + length
      let isNamed: Bool
      var end = after
      if place == -1, starts(with: "角", at: after) || starts(with: "毛", at: after) {
        isNamed = true
        end = after + 3
      } else if place == -2, starts(with: "分", at: after), !starts(with: "分之", at: after) {
        isNamed = true
        end = after + 3
      } else {
        isNamed = false
      }
      // 三块五 leaves the last unit out; 五元三 does not say so.
      guard isNamed || key != "元", isNamed || !continuesAsNumeral(at: after) || startsPer(at: after) else { return }
      add(ExactDecimal(coefficient: UInt128(digit), exponent: place), to: &quantity)
      quantity.end = end
      position = end
      guard isNamed else { return }
      place -= 1
    }
  }

  /// 一吨八, 一米七八: the digits are the fraction.
  private func addTail(to quantity: inout Quantity, unit: UnitDefinition) {
    guard unit.kind == .quantity, !unit.isCounter, quantity.numeral.hasChineseDigits, !quantity.numeral.hasArabicDigits,
      quantity.numeral.scale == 0, ["吨", "米", "斤", "公斤", "里", "公里", "丈", "尺", "亩"].contains(unit.key)
    else { return }
    var position = quantity.end
    var places = 0
    var sum = ExactDecimal.zero
    while places < 2, let (digit, length) = singleDigit(at: position) {
      places += 1
      sum = sum.adding(ExactDecimal(coefficient: UInt128(digit), exponent: -places)) ?? sum
      position += length
    }
    guard places > 0, !continuesAsNumeral(at: position), lexicon.unit(in: utf8, at: position) == nil else { return }
    add(sum, to: &quantity)
    quantity.end = position
  }

  /// 一斤 behind a price.
  private func startsPer(at offset: Int) -> Bool {
    guard starts(with: "一", at: offset), let (index, _) = lexicon.unit(in: utf8, at: offset + 3) else { return false }
    return lexicon.units[index].kind == .quantity || lexicon.units[index].isCounter
  }

  private func continuesAsNumeral(at offset: Int) -> Bool {
    numerals.numeralClass(at: offset) != nil || offset < utf8.count && utf8[offset] >= 0x30 && utf8[offset] <= 0x39
      || starts(with: "点", at: offset) && singleDigit(at: offset + 3) != nil
  }

  /// 一倍半, 两年半, 3个半小时.
  private func addHalf(to quantity: inout Quantity, unit: UnitDefinition) {
    guard starts(with: "半", at: quantity.end), quantity.numeral.scale == 0, !starts(with: "半数", at: quantity.end)
    else { return }
    let half = ExactDecimal(coefficient: 5, exponent: -1)
    if unit.key == "个", let (index, end) = lexicon.unit(in: utf8, at: quantity.end + 3) {
      let next = lexicon.units[index]
      guard next.kind == .duration else { return }
      add(half, to: &quantity)
      quantity.unit = next.printed
      quantity.kind = next.kind
      quantity.base = next.base
      quantity.factor = next.factor
      quantity.isCounter = false
      quantity.key = next.key
      quantity.end = end
      return
    }
    guard unit.kind != .percentage, unit.kind != .points, unit.kind != .count,
      unit.key != "年" || !starts(with: "半年", at: quantity.end)
    else { return }
    add(half, to: &quantity)
    quantity.end += 3
  }

  /// 亿元人民币, 亿元新台币.
  private func addCurrency(to quantity: inout Quantity, unit: UnitDefinition) {
    guard unit.key == "元" else { return }
    var position = quantity.end
    if starts(with: "人民币", at: position) || starts(with: "RMB", at: position) {
      quantity.end = position + (starts(with: "RMB", at: position) ? 3 : 9)
      return
    }
    if starts(with: "的", at: position) { position += 3 }
    for (word, code) in [("新台币", "TWD"), ("港币", "HKD"), ("美金", "USD"), ("澳门币", "MOP")]
    where position == quantity.end && utf8[position...].starts(with: word.utf8) {
      quantity.end = position + word.utf8.count
      quantity.unit += word
      quantity.base = code
      return
    }
  }

  /// 元/吨, 立方米每秒, 元/人·月, 元/500克.
  private func addPer(to quantity: inout Quantity) {
    var position = quantity.end
    guard let (first, length) = scalar(at: position), first == 0x2F || first == 0x6BCF || first == 0x2215 else {
      return
    }
    // 每 behind a counter begins something else: 3个每年.
    if first == 0x6BCF, quantity.isCounter || quantity.kind == .duration || quantity.kind == .percentage { return }
    position += length
    var count = ""
    if position < utf8.count, utf8[position] >= 0x30, utf8[position] <= 0x39 {
      let arabic = ArabicNumeral(in: utf8, at: position)
      guard let value = arabic.value else { return }
      count = value.description
      position = arabic.end
    }
    if let end = perTime(at: position), count.isEmpty {
      quantity.unit += "/" + String(decoding: utf8[position..<end], as: UTF8.self)
      quantity.base += "/" + (starts(with: "月", at: position) ? "mo" : "d")
      quantity.end = end
      return
    }
    guard let (index, end) = lexicon.unit(in: utf8, at: position) else { return }
    var printed = lexicon.units[index].printed
    var base = lexicon.units[index].base
    var divisor = lexicon.units[index].factor
    var close = end
    while let (scalar, length) = scalar(at: close), scalar == 0xB7 || scalar == 0x2F,
      let (next, nextEnd) = lexicon.unit(in: utf8, at: close + length)
    {
      printed += (scalar == 0x2F ? "/" : "·") + lexicon.units[next].printed
      base += "." + lexicon.units[next].base
      divisor = divisor.multiplied(by: lexicon.units[next].factor) ?? divisor
      close = nextEnd
    }
    if let number = ExactDecimal(count) { divisor = divisor.multiplied(by: number) ?? divisor }
    quantity.unit += "/" + count + printed
    if lexicon.units[index].isCounter || base == "1" { base = "{" + printed + "}" }
    if let factor = quantity.factor.divided(exactlyBy: divisor) {
      quantity.factor = factor
      quantity.base += "/" + base
    } else {
      quantity.base += "/(" + count + printed + ")"
    }
    quantity.end = close
    if quantity.kind == .count || quantity.kind == .number { quantity.kind = .quantity }
    quantity.isCounter = false
  }

  /// 月, 晚, 夜: what prices are said for and nothing is counted with.
  func perTime(at offset: Int) -> Int? {
    startsWithAny(["月", "晚", "夜"], at: offset) ? offset + 3 : nil
  }

  // MARK: - Parts

  private func add(_ value: ExactDecimal, to quantity: inout Quantity) {
    quantity.low = quantity.low.flatMap { $0.adding(value) }
    quantity.high = quantity.high.flatMap { $0.adding(value) }
  }

  private func negate(_ quantity: inout Quantity) {
    let low = quantity.low
    quantity.low = (quantity.high ?? low)?.negated
    if quantity.high != nil { quantity.high = low?.negated }
  }

  /// A digit 1 to 9 in either writing that stands alone.
  private func singleDigit(at offset: Int) -> (UInt8, Int)? {
    guard offset < utf8.count else { return nil }
    if case .digit(let digit)? = numerals.numeralClass(at: offset)?.0, digit > 0,
      let length = numerals.numeralClass(at: offset)?.1
    {
      // 三成四十: the next numeral begins; 两毛五一斤 goes on with what it is for.
      if case .small? = numerals.numeralClass(at: offset + length)?.0 { return nil }
      if case .large? = numerals.numeralClass(at: offset + length)?.0 { return nil }
      return (digit, length)
    }
    let (scalar, length) = UTF8Scalar.folded(in: utf8, at: offset)
    guard scalar >= 0x31, scalar <= 0x39 else { return nil }
    if let (next, _) = self.scalar(at: offset + length), next >= 0x30 && next <= 0x39 || next == 0x2E { return nil }
    return (UInt8(scalar - 0x30), length)
  }

  func scalar(at offset: Int) -> (UInt32, Int)? {
    offset < utf8.count ? UTF8Scalar.folded(in: utf8, at: offset) : nil
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
  }

  private func startsWithAny(_ words: [StaticString], at offset: Int) -> Bool {
    words.contains { starts(with: $0, at: offset) }
  }

  func starts(with word: StaticString, at offset: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard offset >= 0, offset + count <= utf8.count else { return false }
    let bytes = UnsafeBufferPointer(start: word.utf8Start, count: count)
    for index in 0..<count where utf8[offset + index] != bytes[index] { return false }
    return true
  }
}
