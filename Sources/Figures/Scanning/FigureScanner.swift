import Rules
import Values

/// One pass over a text: work starts at trigger scalars only, and goes on behind what was read.
struct FigureScanner {
  let published: CalendarDate?
  let triggers: TriggerTable
  let quantities: QuantityReader
  let periods: PeriodParser
  var figures: [Figure] = []
  /// Words that were seen and are no figures, where they are asked for.
  private(set) var rejected: [Figure] = []
  let keepsRejected: Bool
  /// The end of what was read last; nothing before it is looked at again.
  var floor = 0

  var numerals: NumeralParser { quantities.numerals }
  var utf8: [UInt8] { quantities.numerals.utf8 }
  var lexicon: FigureLexicon { quantities.numerals.lexicon }

  init(
    utf8: [UInt8], isTraditional: Bool, published: CalendarDate?, lexicon: FigureLexicon, triggers: TriggerTable,
    keepsRejected: Bool = false, steps: StepCounter? = nil
  ) {
    self.keepsRejected = keepsRejected
    self.published = published
    self.triggers = triggers
    let numerals = NumeralParser(utf8: utf8, lexicon: lexicon, isTraditional: isTraditional, steps: steps)
    quantities = QuantityReader(numerals: numerals)
    periods = PeriodParser(numerals: numerals)
  }

  mutating func scan() {
    var position = 0
    while let (start, reasons, length) = triggers.next(in: utf8, from: position) {
      position = start
      let count = figures.count
      if let end = read(at: position, reasons) {
        position = max(end, position + length)
        if figures.count > count { floor = position }
      } else {
        position += length
      }
    }
    guard !figures.isEmpty else { return }
    shareUnits()
    joinPrices()
  }

  /// Notes a word that was seen and is no figure.
  mutating func reject(_ range: Range<Int>, _ reason: String) {
    if keepsRejected { rejected.append(Figure(range: range, kind: .name, reason: reason)) }
  }

  /// Reads what begins at `position` and returns where it ends; `nil` where nothing does.
  private mutating func read(at position: Int, _ reasons: TriggerTable.Reasons) -> Int? {
    if reasons.contains(.numeral), let end = runOfScales(position) {
      reject(position..<end, "a scale word that counts nothing")
      return end
    }
    let word = reasons.contains(.word) ? lexicon.wordFigures.longestMatch(in: utf8, at: position) : nil
    let period = reasons.contains(.period) ? periods.match(at: position) : nil
    if reasons.contains(.name), let name = lexicon.names.words.longestMatch(in: utf8, at: position),
      name.end > word?.end ?? 0, name.end > period?.range.upperBound ?? 0, !starts(with: "分之", at: name.end - 3),
      !isPrecededByDigit(position), numerals.numeral(at: position)?.end ?? 0 <= name.end
    {
      reject(position..<name.end, "a word with a numeral in it")
      return name.end
    }
    if let period, period.range.upperBound >= word?.end ?? 0 {
      push(period)
      return period.range.upperBound
    }
    if let word {
      guard let figure = word.value else {
        // 过半年, 翻番式: what the word begins with may be a figure.
        return reasons.contains(.numeral) || reasons.contains(.sign) ? readNumeral(at: position) : nil
      }
      push(figure, position..<word.end)
      return figures.last?.extent.upperBound ?? word.end
    }
    if reasons.contains(.ordinal), let end = readOrdinal(at: position) { return end }
    if reasons.contains(.currency), let end = readSymbol(at: position) { return end }
    if position == 0, opensItem() { return nil }
    if reasons.contains(.numeral) || reasons.contains(.sign) { return readNumeral(at: position) }
    return nil
  }

  /// ○上蔡县流转土地: before a word that is no numeral the circle is a bullet, and no zero as in ○九年.
  private func opensItem() -> Bool {
    let (scalar, length) = UTF8Scalar.folded(in: utf8, at: 0)
    guard scalar == 0x25CB, length < utf8.count else { return false }
    let next = UTF8Scalar.folded(in: utf8, at: length).scalar
    return Self.isHan(next) && numerals.numeralClass(at: length) == nil && ![0x5E74, 0x6708, 0x65E5].contains(next)
  }

  /// The end of a run of one scale word, which no numeral has: 十十十.
  private func runOfScales(_ position: Int) -> Int? {
    guard position + 9 <= utf8.count, utf8[position] >= 0xE3 else { return nil }
    func repeats(at offset: Int) -> Bool {
      offset + 3 <= utf8.count && utf8[offset] == utf8[position] && utf8[offset + 1] == utf8[position + 1]
        && utf8[offset + 2] == utf8[position + 2]
    }
    guard repeats(at: position + 3), repeats(at: position + 6) else { return nil }
    switch numerals.numeralClass(at: position)?.0 {
    case .small, .indefinite: break
    default: return nil
    }
    var end = position + 9
    while repeats(at: end) { end += 3 }
    return end
  }

  private func isPrecededByDigit(_ position: Int) -> Bool {
    guard position > 0 else { return false }
    let (scalar, _) = UTF8Scalar.folded(in: utf8, at: UTF8Scalar.start(before: position, in: utf8))
    return scalar >= 0x30 && scalar <= 0x39 || scalar == 0x7B2C
  }

  // MARK: - Kinds that are read whole

  private mutating func push(_ match: PeriodMatch) {
    figures.append(
      Figure(
        range: match.range, kind: match.isDate ? .date : .period,
        period: match.expression.resolve(published: published), periodExpression: match.expression))
  }

  private mutating func push(_ word: FigureLexicon.WordFigure, _ range: Range<Int>) {
    var bound = word.bound
    var extent = range
    if bound == .exact {
      let (found, start) = boundBefore(range.lowerBound, isBareScale: false)
      bound = found
      extent = start..<range.upperBound
    }
    if let (found, end) = boundAfter(range.upperBound, kind: word.kind) {
      bound = found
      extent = extent.lowerBound..<end
    }
    figures.append(
      Figure(
        range: range, extent: extent, kind: word.kind, amount: word.value.map { .value($0) }, unit: word.unit,
        bound: bound,
        normalized: word.value.map { Figure.Normalized(amount: .value($0), unit: word.base) }, reason: word.reason))
  }

  /// 第一, 第五批, 前十, 第一、二、三产业.
  private mutating func readOrdinal(at position: Int) -> Int? {
    let isRank = starts(with: "第", at: position)
    let start = position + 3
    guard let numeral = numerals.numeral(at: start) else { return nil }
    var end = numeral.end
    if isRank {
      while starts(with: "、", at: end), let next = numerals.numeral(at: end + 3) { end = next.end }
      // 第4521/17期
      while end < utf8.count, utf8[end] == 0x2F, let next = numerals.digits(at: end + 1) { end = next.end }
      if let (_, unitEnd) = lexicon.unit(in: utf8, at: end) { end = unitEnd }
      // 第三个五年计划 is a name.
      if startsWithAny(["五年计划", "五年规划"], at: end) { end += 12 }
      figures.append(Figure(range: position..<end, kind: .ordinal, reason: "rank"))
      return end
    }
    // 前十, 前5名; 前两年 is no rank.
    guard numeral.integer != nil else { return nil }
    // 进入全球前1%; 此前1% is a size.
    if end < utf8.count, UTF8Scalar.folded(in: utf8, at: end).scalar == 0x25,
      !endsWithAny(["之", "此", "目", "先", "以", "从", "年", "月", "日", "期", "度"], at: position)
    {
      end += UTF8Scalar.folded(in: utf8, at: end).length
      figures.append(Figure(range: position..<end, kind: .ordinal, reason: "rank"))
      return end
    }
    if let (index, unitEnd) = lexicon.unit(in: utf8, at: end) {
      let unit = lexicon.units[index]
      switch unit.key {
      case .rank, .place, .strong, .business, .item: break
      default: return nil
      }
      guard unit.key == .rank || unit.key == .place || !numeral.hasArabicDigits else { return nil }
      end = unitEnd
    } else if starts(with: "强", at: end) || starts(with: "大", at: end) || starts(with: "甲", at: end)
      || starts(with: "列", at: end)
    {
      end += 3
    } else if !isAtClauseEnd(end) {
      return nil
    }
    figures.append(Figure(range: position..<end, kind: .ordinal, reason: "rank"))
    return end
  }

  /// $3.5亿, US$3.5亿, ￥200.
  private mutating func readSymbol(at position: Int) -> Int? {
    let (_, length) = UTF8Scalar.folded(in: utf8, at: position)
    var start = position + length
    guard let sign = lexicon.currenciesBefore.longestMatch(endingAt: start, in: utf8, start: max(floor, position - 4))
    else { return nil }
    if start < utf8.count, utf8[start] == 0x20 { start += 1 }
    guard start < utf8.count, utf8[start] >= 0x30 && utf8[start] <= 0x39 || numerals.isFullWidthDigit(at: start),
      var quantity = quantities.quantity(at: start), !quantity.hasUnit || quantity.kind == .money
    else { return nil }
    // $5.2亿美元 says it twice.
    if !quantity.hasUnit || quantity.key == .yuan {
      quantity.hasUnit = false
      apply(sign.value, to: &quantity)
    }
    var high: ExactDecimal?
    if let range = range(from: quantity, in: sign.value) {
      quantity = range.quantity
      high = range.high
    }
    quantity.start = sign.start
    return finish(quantity, high: high)
  }

  /// $5-8亿, £300—£500.
  private func range(
    from first: Quantity, in currency: FigureLexicon.CurrencyWord
  ) -> (quantity: Quantity, high: ExactDecimal)? {
    guard var offset = periods.connector(at: first.end), offset < utf8.count else { return nil }
    let (scalar, length) = UTF8Scalar.folded(in: utf8, at: offset)
    if triggers.reasons(for: scalar).contains(.currency) { offset += length }
    guard var second = quantities.quantity(at: offset), second.numeral.start == offset,
      !second.hasUnit || second.key == .yuan, let low = first.low, let high = second.low, second.high == nil
    else { return nil }
    second.hasUnit = false
    apply(currency, to: &second)
    let written = first.numeral.scale > 0 ? first.rescaled(to: second.numeral.scale) ?? low : low
    guard written < high else { return nil }
    second.low = written
    return (second, high)
  }

  // MARK: - Parts

  func starts(with word: StaticString, at offset: Int) -> Bool { quantities.starts(with: word, at: offset) }

  /// 还不到总人口的2%, 差不多是我们的两倍: a bound that stands before what a share is of.
  func boundBeforeWhole(_ start: Int) -> Figure.Bound? {
    guard start >= 3, starts(with: "的", at: start - 3) else { return nil }
    var position = start - 3
    for _ in 0..<10 {
      guard position > floor else { return nil }
      let (scalar, _) = UTF8Scalar.folded(in: utf8, at: UTF8Scalar.start(before: position, in: utf8))
      if Self.isPunctuation(scalar) { return nil }
      position = UTF8Scalar.start(before: position, in: utf8)
      if let match = lexicon.boundsBefore.longestMatch(endingAt: position, in: utf8, start: floor),
        position - match.start >= 6, match.value != .exact
      {
        return match.value
      }
    }
    return nil
  }

  /// The bound that stands directly before a figure, and where it begins.
  func boundBefore(_ offset: Int, isBareScale: Bool) -> (Figure.Bound, Int) {
    // <= 100: a space behind a sign.
    let isSpaced = offset >= 2 && utf8[offset - 1] == 0x20 && utf8[offset - 2] >= 0x3C && utf8[offset - 2] <= 0x3E
    let start = isSpaced ? offset - 1 : offset
    guard let match = lexicon.boundsBefore.longestMatch(endingAt: start, in: utf8, start: max(floor, start - 24)),
      match.value != .exact
    else { return (.exact, start) }
    // 上 limits only a round number: 上千人.
    if starts(with: "上", at: match.start), start - match.start == 3, !isBareScale { return (.exact, start) }
    return (match.value, match.start)
  }

  /// The bound that stands directly behind a figure, and where it ends.
  func boundAfter(_ offset: Int, kind: Figure.Kind) -> (Figure.Bound, Int)? {
    // 500 以上: one space is typesetting.
    let isSpaced =
      offset + 1 < utf8.count && utf8[offset] == 0x20 && startsWithAny(["以上", "以下", "之下", "以内"], at: offset + 1)
    let end = isSpaced ? offset + 1 : offset
    guard let match = lexicon.boundsAfter.longestMatch(in: utf8, at: end) else { return nil }
    // 一份不到一万字: the word belongs to the next figure.
    if match.value == .atMost, !isAtClauseEnd(match.end),
      starts(with: "不到", at: match.end - 6) || starts(with: "不满", at: match.end - 6)
    {
      return nil
    }
    if utf8[end] == 0x2B || utf8[end] == 0xEF, match.end - end <= 3 {
      return isOpenPlus(match.end) ? (match.value, match.end) : nil
    }
    if match.end - end == 3 {
      let (word, _) = UTF8Scalar.folded(in: utf8, at: end)
      switch word {
      case 0x5F3A, 0x5F31:  // 强弱
        guard kind == .percentage else { return nil }
      case 0x591A, 0x4F59:  // 多余
        if match.end < utf8.count {
          let (next, _) = UTF8Scalar.folded(in: utf8, at: match.end)
          // 多于, 多少, 多元, 多家, 多个, 多次, 多种, 多项, 多年, 多出; 余额, 余热, 余下, 余杭, 余姚
          let blocked: [UInt32] = [
            0x4E8E, 0x5C11, 0x5143, 0x5BB6, 0x4E2A, 0x6B21, 0x79CD, 0x9879, 0x5E74, 0x5C42, 0x6837, 0x529F, 0x5A92,
            0x989D, 0x70ED, 0x4E0B, 0x676D, 0x59DA, 0x7CAE, 0x91CF, 0x6761, 0x51FA,
          ]
          if blocked.contains(next) { return nil }
        }
      case 0x8BB8: return nil
      case 0x6765: return nil
      default: break
      }
    }
    return (match.value, match.end)
  }

  /// Whether a clause ends at `offset`: punctuation, space or the end of the text.
  func isAtClauseEnd(_ offset: Int) -> Bool {
    guard offset < utf8.count else { return true }
    return Self.isPunctuation(UTF8Scalar.folded(in: utf8, at: offset).scalar)
  }

  static func isPunctuation(_ scalar: UInt32) -> Bool {
    scalar < 0x30 || scalar >= 0x3A && scalar < 0x41 || scalar >= 0x5B && scalar < 0x61
      || scalar >= 0x7B && scalar < 0xC0
      || scalar >= 0x2010 && scalar < 0x2070 || scalar >= 0x3000 && scalar < 0x3020 && scalar != 0x3007
      || scalar >= 0x2190 && scalar < 0x2E80 || scalar >= 0xFE10 && scalar < 0xFF00
  }

  /// A letter of the Han script.
  static func isHan(_ scalar: UInt32) -> Bool {
    scalar >= 0x3400 && scalar < 0xA000 || scalar >= 0x20000 && scalar < 0x40000
  }
}
