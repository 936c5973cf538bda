import Values

/// What follows the unit: 成五, 块五, 吨八, 半, 人民币, 每.
extension QuantityReader {
  /// 七成五, 三成半, 七成零八, 1成2.
  func addTenths(to quantity: inout Quantity) {
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

  /// 三块五, 两毛五, 三十二元四角, 八角六分, 一块二毛五, 十块零五毛, 一百二十万元七角八分.
  func addSmallMoney(to quantity: inout Quantity, after key: UnitKey) {
    var place: Int
    switch key {
    case .yuan, .kuaiMoney: place = -1
    case .jiaoMoney, .maoMoney: place = -2
    default: return
    }
    let scale = quantity.numeral.scale
    // 1.2万元 goes on with no 角.
    guard scale == 0 || place == -1 && quantity.numeral.approximation == .none else { return }
    var position = quantity.end
    while place >= -3 {
      let isAfterZero = starts(with: "零", at: position)
      guard let (digit, length) = singleDigit(at: isAfterZero ? position + 3 : position) else { return }
      let after = position + length + (isAfterZero ? 3 : 0)
      var end = after
      let named = smallUnit(at: after)
      if let named {
        // 三块四分 leaves the 角 out.
        guard named.place <= place else { return }
        place = named.place
        end = named.end
      } else {
        // 三千多块一吨: what follows is what the price is for. 三块五 leaves the last unit out; 五元三 does not say so.
        guard scale == 0, place >= -2, key != .yuan, !startsPer(at: position),
          !continuesAsNumeral(at: after) || startsPer(at: after)
        else { return }
        if isAfterZero { place = -2 }
      }
      add(ExactDecimal(coefficient: UInt128(digit), exponent: place - scale), to: &quantity)
      quantity.end = end
      position = end
      guard named != nil else { return }
      place -= 1
    }
  }

  /// 两美元又三美分, 5港元30港仙: hundredths of the same currency.
  func addCoins(to quantity: inout Quantity, unit: UnitDefinition) {
    let one = ExactDecimal(1)
    guard unit.kind == .money, unit.factor == one, unit.value == one, quantity.numeral.scale == 0, quantity.high == nil
    else { return }
    let position = startsWithAny(["又", "零"], at: quantity.end) ? quantity.end + 3 : quantity.end
    guard let numeral = numerals.numeral(at: position), numeral.scale == 0, numeral.high == nil,
      let value = numeral.low, value < ExactDecimal(100), let (index, end) = lexicon.unit(in: utf8, at: numeral.end)
    else { return }
    let coin = lexicon.units[index]
    guard coin.base == unit.base, coin.value == one, coin.factor == one.scaled(byPowerOfTen: -2) else { return }
    add(value.scaled(byPowerOfTen: -2), to: &quantity)
    quantity.end = end
  }

  /// 角, 毛, 分 or 厘 behind a digit, and the power of ten of a yuan that it is.
  private func smallUnit(at offset: Int) -> (place: Int, end: Int)? {
    guard let (index, end) = lexicon.unit(in: utf8, at: offset) else { return nil }
    switch lexicon.units[index].key {
    case .jiaoMoney, .maoMoney: return (-1, end)
    case .fen, .fenMoney: return (-2, end)
    case .thousandth: return (-3, end)
    default: return nil
    }
  }

  /// 1米8, 1米78.
  private func addHeight(to quantity: inout Quantity) {
    guard quantity.numeral.digitCount == 1, quantity.end < utf8.count, utf8[quantity.end] >= 0x30,
      utf8[quantity.end] <= 0x39
    else { return }
    let digits = ArabicNumeral(in: utf8, at: quantity.end)
    guard digits.integerDigits <= 2, !digits.hasPoint, !digits.hasSeparators, let value = digits.value,
      !continuesAsNumeral(at: digits.end), lexicon.unit(in: utf8, at: digits.end) == nil,
      digits.end >= utf8.count || !isLetter(utf8[digits.end])
    else { return }
    add(value.scaled(byPowerOfTen: -digits.integerDigits), to: &quantity)
    quantity.end = digits.end
  }

  /// 一吨八, 一米七八: the digits are the fraction.
  func addTail(to quantity: inout Quantity, unit: UnitDefinition) {
    if unit.key == .metre, quantity.numeral.hasArabicDigits { return addHeight(to: &quantity) }
    guard unit.kind == .quantity, !unit.isCounter, quantity.numeral.hasChineseDigits, !quantity.numeral.hasArabicDigits,
      quantity.numeral.scale == 0
    else { return }
    switch unit.key {
    case .ton, .metre, .jin, .kilogram, .li, .kilometre, .zhang, .chi, .mu: break
    default: return
    }
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
  func startsPer(at offset: Int) -> Bool {
    guard starts(with: "一", at: offset), let (index, _) = lexicon.unit(in: utf8, at: offset + 3) else { return false }
    return lexicon.units[index].kind == .quantity || lexicon.units[index].isCounter
  }

  func continuesAsNumeral(at offset: Int) -> Bool {
    numerals.numeralClass(at: offset) != nil || offset < utf8.count && utf8[offset] >= 0x30 && utf8[offset] <= 0x39
      || starts(with: "点", at: offset) && singleDigit(at: offset + 3) != nil
  }

  /// 一倍半, 两年半, 3个半小时.
  func addHalf(to quantity: inout Quantity, unit: UnitDefinition) {
    guard starts(with: "半", at: quantity.end), quantity.numeral.scale == 0, !starts(with: "半数", at: quantity.end)
    else { return }
    let half = ExactDecimal(coefficient: 5, exponent: -1)
    // 一个半月
    let isMonths = starts(with: "月", at: quantity.end + 3) && !startsWithAny(["月谈", "月刊"], at: quantity.end + 3)
    if unit.key == .item, isMonths, let month = lexicon.unit(named: .month) {
      add(half, to: &quantity)
      quantity.unit = month.printed
      quantity.kind = month.kind
      quantity.base = month.base
      quantity.isCounter = false
      quantity.key = month.key
      quantity.end += 6
      return
    }
    if unit.key == .item, let (index, end) = lexicon.unit(in: utf8, at: quantity.end + 3) {
      let next = lexicon.units[index]
      // 四个半美元, 两个半百分点
      guard next.kind == .duration || next.kind == .money || next.kind == .points else { return }
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
      unit.key != .year || !starts(with: "半年", at: quantity.end)
    else { return }
    add(half, to: &quantity)
    quantity.end += 3
  }

  /// 亿元人民币, 亿元新台币.
  func addCurrency(to quantity: inout Quantity, unit: UnitDefinition) {
    guard unit.key == .yuan else { return }
    let position = quantity.end
    if starts(with: "人民币", at: position) || starts(with: "RMB", at: position) {
      quantity.end = position + (starts(with: "RMB", at: position) ? 3 : 9)
      return
    }
    for currency in Self.currencies where starts(with: currency.word, at: position) {
      quantity.end = position + currency.word.utf8CodeUnitCount
      quantity.unit += currency.word.description
      quantity.base = currency.code
      return
    }
  }

  private static let currencies: [(word: StaticString, code: String)] = [
    ("新台币", "TWD"), ("港币", "HKD"), ("美金", "USD"), ("澳门币", "MOP"),
  ]

  /// 元/吨, 立方米每秒, 元/人·月, 元/500克.
  func addPer(to quantity: inout Quantity) {
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
      // 412套/38650㎡ are two sizes of one thing.
      guard let value = arabic.value, !quantity.isCounter else { return }
      count = value.description
      position = arabic.end
    }
    if let end = perTime(at: position), count.isEmpty {
      quantity.unit += "/" + String(decoding: utf8[position..<end], as: UTF8.self)
      let isMeal = startsWithAny(["餐", "顿"], at: position)
      quantity.base += isMeal ? "/{餐}" : "/" + (starts(with: "月", at: position) ? "mo" : "d")
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

  /// 月, 晚, 夜, 餐, 顿: what prices are said for and nothing is counted with.
  func perTime(at offset: Int) -> Int? {
    startsWithAny(["月", "晚", "夜", "餐", "顿"], at: offset) ? offset + 3 : nil
  }
}
