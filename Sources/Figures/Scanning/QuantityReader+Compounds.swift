import Rules
import Values

/// Quantities in two and more units: 2小时15分, 六斤八两, 3天2夜; and 两个亿.
extension QuantityReader {
  /// Reads on with smaller units of the same sort; `false` where none follows.
  func addCompound(to quantity: inout Quantity, unit: UnitDefinition) -> Bool {
    guard quantity.numeral.scale == 0, quantity.low != nil, quantity.high == nil,
      quantity.numeral.approximation == .none, mayBeginPart(at: quantity.end)
    else { return false }
    if unit.kind == .duration || unit.key == .fen { return addTimes(to: &quantity, unit: unit) }
    guard unit.kind == .quantity, !unit.isCounter else { return false }
    var larger = unit
    var isCompound = false
    while let part = part(at: quantity.end), let smaller = part.unit {
      // 3亩2分地: a tenth, which elsewhere counts points.
      let isTenth = larger.key == .mu && smaller.key == .fen
      guard let places = isTenth ? 1 : places(of: smaller, below: larger), let value = part.numeral.low,
        value < ExactDecimal(1).scaled(byPowerOfTen: places)
      else { break }
      add(value.multiplied(by: share(of: smaller, in: unit, isTenth: isTenth)) ?? .zero, to: &quantity)
      quantity.numeral.approximation = part.numeral.approximation
      quantity.end = part.end
      isCompound = true
      larger = smaller
      if isTenth { break }
    }
    return isCompound
  }

  private func share(of smaller: UnitDefinition, in unit: UnitDefinition, isTenth: Bool) -> ExactDecimal {
    if isTenth { return ExactDecimal(coefficient: 1, exponent: -1) }
    let share = smaller.factor.divided(exactlyBy: unit.factor) ?? .zero
    return smaller.base == unit.base ? share : share.scaled(byPowerOfTen: -3)
  }

  /// 1 for 斤 and 两, 3 for 公里 and 米: how many powers of ten lie between them.
  private func places(of smaller: UnitDefinition, below larger: UnitDefinition) -> Int? {
    guard smaller.kind == .quantity, !smaller.isCounter else { return nil }
    // A tonne has a base of its own.
    if larger.base == "t", smaller.base == "kg" { return smaller.factor == larger.factor ? 3 : nil }
    guard smaller.base == larger.base, smaller.factor < larger.factor else { return nil }
    for places in 1...3 where smaller.factor.scaled(byPowerOfTen: places) == larger.factor { return places }
    return nil
  }

  /// A numeral and its unit, directly behind another unit or behind 零.
  private struct Part {
    let numeral: Numeral
    let unit: UnitDefinition?
    let end: Int
  }

  private func mayBeginPart(at offset: Int) -> Bool {
    offset < utf8.count
      && (utf8[offset] >= 0x30 && utf8[offset] <= 0x39 || numerals.numeralClass(at: offset) != nil
        || starts(with: "又", at: offset) || starts(with: "半", at: offset))
  }

  private func part(at offset: Int) -> Part? {
    var position = offset
    if starts(with: "又", at: position) { position += 3 }
    // 零八个月: the zero only joins.
    if starts(with: "零", at: position), numerals.numeralClass(at: position + 3) != nil || isDigit(at: position + 3) {
      position += 3
    }
    guard let numeral = numerals.numeral(at: position), numeral.scale == 0, numeral.high == nil, numeral.low != nil,
      let (index, end) = lexicon.unit(in: utf8, at: numeral.end)
    else { return nil }
    return Part(numeral: numeral, unit: lexicon.units[index], end: end)
  }

  private func isDigit(at offset: Int) -> Bool {
    offset < utf8.count && utf8[offset] >= 0x30 && utf8[offset] <= 0x39
  }

  // MARK: - Lengths of time

  /// Seconds in a unit of a clock, months in one of a calendar.
  private func size(_ key: UnitKey) -> (count: Int, isCalendar: Bool)? {
    switch key {
    case .year: (12, true)
    case .month: (1, true)
    case .week: (604_800, false)
    case .day: (86_400, false)
    case .hour: (3_600, false)
    case .minute, .fen: (60, false)
    case .second: (1, false)
    default: nil
    }
  }

  /// 2小时15分 is 135 分钟, 1年3个月 15 个月: the smallest unit printed gives the whole. 一天24小时 is no sum.
  private func addTimes(to quantity: inout Quantity, unit: UnitDefinition) -> Bool {
    if unit.key == .fen, starts(with: "半钟", at: quantity.end) {
      // 五分半钟
      guard let minute = lexicon.unit(named: .minute) else { return false }
      add(ExactDecimal(coefficient: 5, exponent: -1), to: &quantity)
      become(minute, &quantity)
      quantity.end += 6
      return true
    }
    if unit.key == .day, addNights(to: &quantity) { return true }
    guard var larger = size(unit.key) else { return false }
    // 一周五天, 一天8小时 say how much of it; 一年零三个月 adds up.
    if quantity.low == ExactDecimal(1), quantity.numeral.hasChineseDigits, larger.count != 3_600,
      !startsWithAny(["零", "又"], at: quantity.end)
    {
      return false
    }
    var isCompound = false
    while let part = part(at: quantity.end), let smaller = part.unit, let value = part.numeral.low,
      let next = size(smaller.key), next.isCalendar == larger.isCalendar, next.count < larger.count,
      value < ExactDecimal(larger.count / next.count), smaller.key != .fen || isMinutes(part.end, isCompound, unit),
      unit.key != .fen || smaller.key == .second,
      let whole = quantity.low?.multiplied(by: ExactDecimal(larger.count / next.count))
    {
      quantity.low = whole.adding(value)
      quantity.numeral.approximation = part.numeral.approximation
      become(smaller.key == .fen ? lexicon.unit(named: .minute) ?? smaller : smaller, &quantity)
      quantity.end = part.end
      isCompound = true
      larger = next
      if part.numeral.approximation != .none { break }
    }
    if isCompound, larger.count == 1, !larger.isCalendar { addHundredths(to: &quantity) }
    return isCompound
  }

  /// 15分 behind hours are minutes; behind them no 地 or 成绩.
  private func isMinutes(_ end: Int, _ isCompound: Bool, _ unit: UnitDefinition) -> Bool {
    !startsWithAny(["地", "田", "之"], at: end)
  }

  private func become(_ unit: UnitDefinition, _ quantity: inout Quantity) {
    quantity.unit = unit.printed
    quantity.base = unit.base
    quantity.factor = unit.factor
    quantity.kind = unit.kind
    quantity.key = unit.key
    quantity.isCounter = false
  }

  /// 1分16秒32: a race.
  private func addHundredths(to quantity: inout Quantity) {
    guard isDigit(at: quantity.end) else { return }
    let digits = ArabicNumeral(in: utf8, at: quantity.end)
    guard !digits.hasPoint, !digits.hasSeparators, digits.integerDigits <= 3, let value = digits.value,
      lexicon.unit(in: utf8, at: digits.end) == nil
    else { return }
    add(value.scaled(byPowerOfTen: -digits.integerDigits), to: &quantity)
    quantity.end = digits.end
  }

  /// 3天2夜, 三天三夜: the nights lie between the days.
  private func addNights(to quantity: inout Quantity) -> Bool {
    guard let days = quantity.numeral.integer, let nights = numerals.numeral(at: quantity.end),
      let count = nights.integer, abs(count - days) <= 1, startsWithAny(["夜", "晚"], at: nights.end),
      !startsWithAny(["夜里", "夜间", "晚上"], at: nights.end)
    else { return false }
    quantity.end = nights.end + 3
    return true
  }

  // MARK: - 个亿

  /// 两个亿, 3个亿元: 个 between a numeral and its scale word. 708个亿元以上项目 counts projects.
  func hundredMillions(_ quantity: Quantity, at offset: Int) -> Quantity? {
    guard quantity.numeral.scale == 0, !quantity.numeral.hasSeparators, quantity.low != nil,
      starts(with: "亿", at: offset)
    else { return nil }
    let end = offset + 3
    if !isEnd(end) {
      if startsWithAny(["级", "产", "企", "项", "园", "规", "集", "工", "以上项", "以上的", "以上企"], at: end) { return nil }
      if let (index, close) = lexicon.unit(in: utf8, at: end) {
        guard lexicon.units[index].kind == .money else { return nil }
        if lexicon.units[index].key == .yuan, !isEnd(close), !starts(with: "人民币", at: close) { return nil }
      }
    }
    var result = quantity
    result.end = end
    result.numeral.end = end
    result.numeral.scale = 8
    result.numeral.low = quantity.numeral.low?.scaled(byPowerOfTen: 8)
    result.numeral.high = quantity.numeral.high?.scaled(byPowerOfTen: 8)
    result.unit = Numeral.scaleWord(8)
    result.factor = ExactDecimal(1).scaled(byPowerOfTen: 8)
    return result
  }

  private func isEnd(_ offset: Int) -> Bool {
    offset >= utf8.count || FigureScanner.isPunctuation(UTF8Scalar.folded(in: utf8, at: offset).scalar)
  }

  // MARK: - 个多月

  /// 两个多月, 半个多小时, 三个来月, 2个多亿: 多 stands inside the counter.
  func addMore(to quantity: inout Quantity, at offset: Int) -> Bool {
    guard starts(with: "个", at: offset), startsWithAny(["多", "来"], at: offset + 3),
      quantity.numeral.approximation == .none, quantity.low != nil
    else { return false }
    let isMore = starts(with: "多", at: offset + 3)
    if isMore, var sum = hundredMillions(quantity, at: offset + 6) {
      addUnit(to: &sum)
      sum.numeral.approximation = .more
      quantity = sum
      return true
    }
    let rest = utf8[(offset + 6)..<min(utf8.count, offset + 18)]
    let word = Array("个".utf8) + rest
    guard let (index, end) = lexicon.unit(in: word, at: 0), end > 3 else { return false }
    let unit = lexicon.units[index]
    guard unit.kind == .duration || unit.kind == .points else { return false }
    apply(unit, to: &quantity)
    quantity.end = offset + 3 + end
    quantity.numeral.approximation = isMore ? .more : .about
    return true
  }

  // MARK: - Units that a longer word hides

  /// 两升到三升: 升到 is a verb, unless the same unit follows its numeral.
  func unitBeforeConnector(at offset: Int) -> (index: Int, end: Int)? {
    guard let match = lexicon.unitWords.longestMatch(in: utf8, at: offset), case .blocked = match.value,
      match.end - offset > 3, startsWithAny(["到", "至"], at: match.end - 3),
      let (index, end) = lexicon.unit(in: utf8, at: offset, limit: match.end - 3), end == match.end - 3,
      let next = numerals.numeral(at: match.end), let other = lexicon.unit(in: utf8, at: next.end),
      lexicon.units[other.index].key == lexicon.units[index].key
    else { return nil }
    return (index, end)
  }
}
