import Rules
import Values

extension FigureScanner {
  /// Decides bound, kind and role of a quantity and adds it; returns where it ends.
  mutating func finish(_ read: Quantity, high: ExactDecimal? = nil) -> Int? {
    var quantity = read
    if quantity.key == .degree, quantity.start >= floor + 6,
      let scale = quantities.temperatureScale(at: quantity.start - 6)
    {
      quantity.rename(scale)
      quantity.start -= 6
    }
    let numeral = quantity.numeral
    let top = high ?? quantity.high
    var bound: Figure.Bound =
      switch numeral.approximation {
      case .more: .moreThan
      case .about: .about
      case .none, .indefinite: .exact
      }
    var (before, start) = boundBefore(quantity.start, isBareScale: numeral.isBareScale)
    if before == .moreThan, isSolved(quantity, start) { (before, start) = (.exact, quantity.start) }
    if before != .exact, !(before == .about && bound == .moreThan) { bound = before }
    if bound == .exact, quantity.kind == .percentage || quantity.kind == .multiple,
      let whole = boundBeforeWhole(quantity.start)
    {
      bound = whole
    }
    var end = quantity.end
    var after: Figure.Bound?
    if let (found, close) = boundAfter(behindInclusion(quantity.end), kind: quantity.kind) {
      after = found
      bound = found
      end = close
    }
    if let currency = currency(before: start, of: quantity) {
      start = currency.start
      apply(currency.value, to: &quantity)
      // 约合人民币7亿元: the bound stands before the currency.
      if bound == .exact { (bound, start) = boundBefore(currency.start, isBareScale: numeral.isBareScale) }
    }
    let unit = quantity.unit
    let base = quantity.base
    if high != nil, starts(with: "之间", at: end) { end += 6 }
    var amount: Figure.Amount?
    var normalized: Figure.Normalized?
    if let low = quantity.low {
      if let top, top != low {
        amount = .range(low: low, high: top)
        if let a = low.multiplied(by: quantity.factor), let b = top.multiplied(by: quantity.factor) {
          normalized = Figure.Normalized(amount: .range(low: a, high: b), unit: base)
        }
      } else {
        amount = .value(low)
        if let value = low.multiplied(by: quantity.factor) {
          normalized = Figure.Normalized(amount: .value(value), unit: base)
        }
      }
    }
    var kind = quantity.kind
    var reason = quantity.reason
    var role = Figure.Role.none
    if amount == nil, reason == nil {
      reason = numeral.approximation == .indefinite ? "prints no exact figure" : "more than 38 digits"
    }
    if let found = nameReason(quantity, bound: bound, before: before, after: after, extentEnd: end) {
      kind = .name
      reason = found.reason
      role = found.role
    } else if !quantity.hasUnit, numeral.isDigitString, numeral.high != nil, kind == .number {
      kind = .name
      reason = "digits without a counter"
    }
    if kind == .count, quantity.key == .session, !numeral.hasArabicDigits {
      kind = .ordinal
      reason = "a session"
    } else if kind == .count, quantity.key == .time, let last = figures.last, last.kind == .ordinal,
      last.range.upperBound == quantity.start
    {
      kind = .ordinal
      reason = "a session"
    }
    let per = kind == .name ? nil : perWords(before: start, after: end, quantity: quantity)
    // 每人每天一斤 is a measure.
    let isRation = kind == .quantity && per.map { $0.range.upperBound == start } ?? false
    if !isRation, isArticle(quantity, bound: bound) { role = .article }
    figures.append(
      Figure(
        range: quantity.start..<quantity.end, extent: min(start, quantity.start)..<max(end, quantity.end), kind: kind,
        amount: amount, unit: unit, bound: bound, normalized: normalized, reason: reason, per: per?.unit,
        perRange: per?.range, role: role,
        numeral: (high == nil ? quantity.numeral.start : quantity.start)..<quantity.numeral.end))
    return max(end, quantity.end)
  }

  /// 立案612起，破584起: cases that were solved.
  private func isSolved(_ quantity: Quantity, _ start: Int) -> Bool {
    guard quantity.kind == .count, starts(with: "破", at: start), start > 0, ["起", "件", "宗"].contains(quantity.unit)
    else { return false }
    return Self.isPunctuation(UTF8Scalar.folded(in: utf8, at: UTF8Scalar.start(before: start, in: utf8)).scalar)
  }

  private func isArticle(_ quantity: Quantity, bound: Figure.Bound) -> Bool {
    (quantity.kind == .count || quantity.kind == .quantity || quantity.kind == .duration) && bound == .exact
      && !quantity.numeral.hasArabicDigits && quantity.low == ExactDecimal(1)
      && quantity.high == nil
  }

  /// 人民币, 新台币, 美元, RMB before a sum; one that another figure ends with is none.
  private func currency(
    before end: Int, of quantity: Quantity
  ) -> (value: FigureLexicon.CurrencyWord, start: Int)? {
    guard quantity.key == .yuan || !quantity.hasUnit else { return nil }
    var offset = end
    while offset > floor, end - offset < 3, utf8[offset - 1] == 0x20 { offset -= 1 }
    guard offset > floor,
      let match = lexicon.currenciesBefore.longestMatch(endingAt: offset, in: utf8, start: max(floor, offset - 24))
    else { return nil }
    let word = match.value
    if quantity.hasUnit {
      // 美元7.2元 may be a rate; 港元3亿元 is a sum.
      guard word.takesYuan || word.code == "CNY" || quantity.numeral.scale > 0 else { return nil }
    } else {
      // 人民币升至7.1 is none, 美元一路走高 neither.
      let numeral = quantity.numeral
      guard
        numeral.scale > 0 || numeral.hasPoint || numeral.hasSeparators || numeral.digitCount >= 2
          || numeral.hasChineseDigits && numeral.low ?? .zero > ExactDecimal(10)
      else { return nil }
    }
    // 每美元, 对美元: what another currency is counted for.
    if endsWithAny(["每", "对", "兑"], at: match.start) { return nil }
    // USD is no end of a longer word.
    if match.start > 0, utf8[match.start] < 0x80, isLatinLetter(utf8[match.start]), isLatinLetter(utf8[match.start - 1])
    {
      return nil
    }
    return (word, match.start)
  }

  private func isLatinLetter(_ byte: UInt8) -> Bool { Self.isLatinLetter(byte) }

  /// The unit of a sum whose currency stands before it: 万欧元 of 欧元1000万, 亿元新台币 of 新台币3亿元.
  func apply(_ currency: FigureLexicon.CurrencyWord, to quantity: inout Quantity) {
    let scale = Numeral.scaleWord(quantity.numeral.scale)
    if currency.code != "CNY" || !quantity.hasUnit {
      quantity.unit =
        quantity.hasUnit && currency.takesYuan ? scale + "元" + currency.word : scale + currency.unit
    }
    quantity.base = currency.code
    quantity.kind = .money
    quantity.hasUnit = true
    quantity.key = .yuan
  }

  /// 每吨 before a sum, 一斤 or 每斤 beside one; 一笔8万美元的买卖 tells how large it is.
  func perWords(before start: Int, after end: Int, quantity: Quantity) -> (unit: String, range: Range<Int>)? {
    guard !quantity.unit.utf8.contains(UInt8(ascii: "/")) else { return nil }
    var begin = start
    var units: [String] = []
    // Back over 每人每月.
    while let each = eachBefore(begin) {
      units.insert(each.unit, at: 0)
      begin = each.start
    }
    if !units.isEmpty { return (units.joined(separator: "·"), begin..<start) }
    guard quantity.kind == .money else { return nil }
    if starts(with: "每", at: end), let (index, close) = lexicon.unit(in: utf8, at: end + 3) {
      return (lexicon.units[index].printed, end..<close)
    }
    // 一路加到: a word of its own, no unit.
    if starts(with: "一", at: end), lexicon.names.words.longestMatch(in: utf8, at: end) == nil,
      let (index, close) = lexicon.unit(in: utf8, at: end + 3),
      lexicon.units[index].kind == .quantity || lexicon.units[index].isCounter
    {
      return (lexicon.units[index].printed, end..<close)
    }
    if let last = figures.last, last.range.upperBound == start, last.amount == .value(ExactDecimal(1)),
      last.kind == .quantity || last.kind == .count && !starts(with: "的", at: end), last.unit != "个"
    {
      return (last.unit, last.range)
    }
    return nil
  }

  private func eachBefore(_ offset: Int) -> (unit: String, start: Int)? {
    // A unit of at most four characters behind 每.
    var start = offset
    for _ in 0..<5 {
      guard start > 0 else { return nil }
      start = UTF8Scalar.start(before: start, in: utf8)
      if starts(with: "每", at: start) {
        if let end = quantities.perTime(at: start + 3), end == offset {
          return (String(decoding: utf8[start + 3..<end], as: UTF8.self), start)
        }
        if let (index, end) = lexicon.unit(in: utf8, at: start + 3), end == offset {
          return (lexicon.units[index].printed, start)
        }
        // 每万响, 每百斤: a scale word in front of the unit.
        guard let scale = numerals.numeral(at: start + 3), scale.isBareScale,
          let (index, end) = lexicon.unit(in: utf8, at: scale.end), end == offset
        else { return nil }
        return (String(decoding: utf8[start + 3..<scale.end], as: UTF8.self) + lexicon.units[index].printed, start)
      }
    }
    return nil
  }
}
