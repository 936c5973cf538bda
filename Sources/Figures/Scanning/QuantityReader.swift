import Rules
import Values

/// Reads a numeral and the unit behind it.
struct QuantityReader {
  let numerals: NumeralParser

  var utf8: [UInt8] { numerals.utf8 }
  var lexicon: FigureLexicon { numerals.lexicon }

  /// The quantity that begins at `start`, sign included; `nil` where no numeral begins there.
  func quantity(at start: Int) -> Quantity? { quantity(at: start, allowsMixed: true) }

  func quantity(at start: Int, allowsMixed: Bool) -> Quantity? {
    var position = start
    let sign = sign(at: start)
    if let sign { position = sign.end }
    let isNegative = sign?.isNegative ?? false
    if starts(with: "百分之", at: position) || starts(with: "佰分之", at: position) {
      return fraction(start: start, at: position, unit: "%", key: .percent, isNegative: isNegative)
    }
    if starts(with: "千分之", at: position) {
      return fraction(start: start, at: position, unit: "‰", key: .permille, isNegative: isNegative)
    }
    if starts(with: "万分之", at: position) {
      return fraction(start: start, at: position, unit: "‱", key: .permyriad, isNegative: isNegative)
    }
    guard let numeral = numerals.numeral(at: position) else { return half(at: position) }
    var quantity = Quantity(start: start, end: numeral.end, numeral: numeral)
    quantity.isNegative = isNegative
    quantity.isTemperature = sign?.isTemperature ?? false
    quantity.low = numeral.low.map { numeral.written($0) }
    quantity.high = numeral.high.map { numeral.written($0) }
    quantity.unit = Numeral.scaleWord(numeral.scale)
    quantity.factor = ExactDecimal(1).scaled(byPowerOfTen: numeral.scale)
    // Asked here, because to answer that there is no part is to make and move a quantity.
    let behind = numerals.skippingSpaces(from: quantity.end)
    if mayBeShare(behind) || mayBeShare(quantity.end),
      let part = denominator(quantity) ?? slashed(quantity) ?? shortFraction(quantity)
    {
      return measured(part)
    }
    if allowsMixed, behind == quantity.end + 1 || starts(with: "又", at: behind), let part = mixed(quantity) {
      return part
    }
    addUnit(to: &quantity)
    if let scale = sign?.scale, quantity.key == .degree { quantity.rename(scale) }
    if quantity.isTemperature, quantity.key == .degree { quantity.base = "Cel" }
    if isNegative { negate(&quantity) }
    return quantity
  }

  /// Whether what makes a share of a numeral stands at an offset: 分, 份 or a slash.
  private func mayBeShare(_ offset: Int) -> Bool {
    guard let (scalar, _) = scalar(at: offset) else { return false }
    return scalar == 0x5206 || scalar == 0x4EFD || scalar == 0x2F
  }

  // MARK: - Units

  func addUnit(to quantity: inout Quantity) {
    var position = quantity.end
    if quantity.numeral.hasArabicDigits { position = numerals.skippingSpaces(from: position) }
    if addMore(to: &quantity, at: position) { return }
    guard let (index, end) = lexicon.unit(in: utf8, at: position) ?? unitBeforeConnector(at: position) else { return }
    // One space is typesetting; more stand between the columns of a table.
    guard position - quantity.end <= 1 || lexicon.units[index].kind == .points else { return }
    // A Latin unit ends where the letters end: 5G of 5Gbps is none.
    if utf8[end - 1] < 0x80, utf8[position] < 0x80, end < utf8.count, isLetter(utf8[end]), isLetter(utf8[end - 1]) {
      return
    }
    let unit = lexicon.units[index]
    if isTally(position, end) { return }
    if unit.key == .item, let scaled = hundredMillions(quantity, at: end) {
      quantity = scaled
      addUnit(to: &quantity)
      return
    }
    quantity.end = end
    apply(unit, to: &quantity)
    if addCompound(to: &quantity, unit: unit) { return }
    switch unit.key {
    case .tenths: addTenths(to: &quantity)
    case .yuan, .kuaiMoney, .maoMoney, .jiaoMoney, .fenMoney: addSmallMoney(to: &quantity, after: unit.key)
    default:
      addTail(to: &quantity, unit: unit)
      addCoins(to: &quantity, unit: unit)
    }
    addHalf(to: &quantity, unit: unit)
    addCurrency(to: &quantity, unit: unit)
    addPer(to: &quantity)
  }

  /// Whether the 升 of 11升3降2平 counts what rose and is no unit.
  private func isTally(_ start: Int, _ end: Int) -> Bool {
    guard end - start == 3, end < utf8.count, scalar(at: start)?.0 == 0x5347,  // 升
      numerals.mayBegin(at: end), let next = numerals.numeral(at: end), let (scalar, _) = scalar(at: next.end)
    else { return false }
    return [0x964D, 0x8DCC, 0x5E73].contains(scalar)  // 降跌平
  }

  func apply(_ unit: UnitDefinition, to quantity: inout Quantity) {
    quantity.key = unit.key
    quantity.unit += unit.printed
    quantity.base = unit.base
    quantity.kind = unit.kind
    quantity.isCounter = unit.isCounter
    quantity.isNoun = unit.isNoun
    quantity.isNumbered = unit.isNumbered
    quantity.hasUnit = true
    quantity.factor = quantity.factor.multiplied(by: unit.factor) ?? quantity.factor
    if unit.value != ExactDecimal(1) {
      quantity.low = quantity.low.flatMap { $0.multiplied(by: unit.value) }
      quantity.high = quantity.high.flatMap { $0.multiplied(by: unit.value) }
    }
  }

  // MARK: - Parts

  func add(_ value: ExactDecimal, to quantity: inout Quantity) {
    quantity.low = quantity.low.flatMap { $0.adding(value) }
    quantity.high = quantity.high.flatMap { $0.adding(value) }
  }

  func negate(_ quantity: inout Quantity) {
    let low = quantity.low
    quantity.low = (quantity.high ?? low)?.negated
    if quantity.high != nil { quantity.high = low?.negated }
  }

  /// A digit 1 to 9 in either writing that stands alone.
  func singleDigit(at offset: Int) -> (UInt8, Int)? {
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

  func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
  }

  func startsWithAny(_ words: [StaticString], at offset: Int) -> Bool {
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
