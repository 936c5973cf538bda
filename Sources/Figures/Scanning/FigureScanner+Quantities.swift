import Rules
import Values

extension FigureScanner {
  /// Reads a numeral with its unit, and what it is part of: a range, a ratio, a name.
  mutating func readNumeral(at position: Int) -> Int? {
    let (first, firstLength) = UTF8Scalar.folded(in: utf8, at: position)
    if first == 0x2D || first == 0x2212 || first == 0x2B || first == 0x8D1F || first == 0x2013 || first == 0xFE63 {
      // A sign stands before a digit and behind nothing that it could join.
      guard
        first == 0x8D1F
          || !isWordCharacter(before: position)
            && !endsWithAny(["号", "第", "栋", "室", "楼", "路", "区", "座"], at: position),
        position + firstLength < utf8.count
      else {
        return nil
      }
      var next = UTF8Scalar.folded(in: utf8, at: position + firstLength).scalar
      if next == 0x20, first == 0x8D1F, position + firstLength + 1 < utf8.count {
        next = UTF8Scalar.folded(in: utf8, at: position + firstLength + 1).scalar
      }
      guard next >= 0x30 && next <= 0x39 || first == 0x8D1F && NumeralClass.of(next) != nil else { return nil }
    }
    // 每千瓦时, 每千克: the unit begins like a numeral.
    if endsWithAny(["每"], at: position), let (_, end) = lexicon.unit(in: utf8, at: position) { return end }
    if let end = readEscape(at: position) ?? readLatinName(at: position) ?? readRankList(at: position) { return end }
    if position > 0, utf8[position - 1] == 0x2E, let end = readPointFirst(at: position) { return end }
    if let end = readIdiom(at: position) ?? readNumericDate(at: position) ?? readClock(at: position) { return end }
    guard var quantity = quantities.quantity(at: position) else { return nil }
    if quantity.key == .jiaoMoney, starts(with: "角", at: quantity.end - 3), isHan(quantity.end) {
      // 三角联圩: a shape, not a price.
      quantity = bare(quantity)
    }
    if quantity.key == .kuaiMoney, starts(with: "块", at: quantity.end - 3), !quantity.numeral.hasPoint,
      isThing(quantity.end)
    {
      quantity.kind = .count
      quantity.isCounter = true
      quantity.unit = Numeral.scaleWord(quantity.numeral.scale) + "块"
      quantity.base = "1"
      quantity.key = .piece
    }
    if first == 0x2D || first == 0x2212, !quantity.hasUnit || quantity.isCounter,
      quantity.numeral.digitCount > 0, isNamedBefore(position)
    {
      let end = quantity.numeral.end
      figures.append(Figure(range: position..<end, kind: .name, reason: "letters and digits"))
      return end
    }
    if let end = readRatio(quantity) { return end }
    if let range = neighbours(from: quantity) { return finish(range.quantity, high: range.high) }
    if let range = range(from: quantity), !quantity.isTemperature || range.quantity.isInDegrees {
      return finish(range.quantity, high: range.high)
    }
    if quantity.isTemperature, !quantity.isInDegrees { return nil }
    if let end = readCode(quantity) { return end }
    return finish(quantity)
  }

  /// 歼-20, 长征-5: a hyphen behind a character that says no value.
  private func isNamedBefore(_ position: Int) -> Bool {
    guard position >= 3, isHan(position - 3) else { return false }
    return !endsWithAny(["为", "是", "到", "至", "达", "于", "从", "在", "比", "得", "差", "值", "率", "温"], at: position)
  }

  /// 三块瓦: a thing that is counted stands behind 块, not the rest of a price.
  func isThing(_ offset: Int) -> Bool {
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
  func bare(_ quantity: Quantity) -> Quantity {
    var result = Quantity(start: quantity.start, end: quantity.numeral.end, numeral: quantity.numeral)
    result.low = quantity.numeral.low.map { quantity.numeral.written($0) }
    result.unit = Numeral.scaleWord(quantity.numeral.scale)
    return result
  }

  func isWordCharacter(before position: Int) -> Bool {
    guard position > 0 else { return false }
    let byte = utf8[position - 1]
    if byte < 0x80 {
      return byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
    }
    return false
  }

  // MARK: - Ratios and ranges

  /// 1.4：1, 三比一, 4.8∶42.9∶52.3.
  mutating func readRatio(_ first: Quantity) -> Int? {
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
    if isScore(first, low, right, end: end) {
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

  private func isScore(_ first: Quantity, _ low: ExactDecimal, _ right: ExactDecimal, end: Int) -> Bool {
    if endsWithAny(["以", "分", "胜", "负", "平", "局"], at: first.start), !starts(with: "的比例", at: end) { return true }
    if low > ExactDecimal(40), right > ExactDecimal(40) { return true }
    guard low.exponent >= 0, right.exponent >= 0 else { return false }
    // 2比1胜, 3:0.
    return low == .zero || right == .zero || startsWithAny(["胜", "负", "平", "克", "赢", "输"], at: end)
      || isBesideScoreWord(first.start..<end)
  }

  /// 主队2：1取胜: a word of matches in the same clause.
  private func isBesideScoreWord(_ range: Range<Int>) -> Bool {
    var position = range.lowerBound
    for _ in 0..<10 where position > 0 {
      position = UTF8Scalar.start(before: position, in: utf8)
      if Self.isPunctuation(UTF8Scalar.folded(in: utf8, at: position).scalar) { break }
      if lexicon.names.scores.longestMatch(in: utf8, at: position) != nil { return true }
    }
    position = range.upperBound
    for _ in 0..<6 where position < utf8.count {
      let (scalar, length) = UTF8Scalar.folded(in: utf8, at: position)
      if Self.isPunctuation(scalar) { break }
      if lexicon.names.scores.longestMatch(in: utf8, at: position) != nil { return true }
      position += length
    }
    return false
  }

  /// 10—15亿元, 5%—8%, 三至五家. The lower end is given on the scale of the upper one.
  func range(from first: Quantity) -> (quantity: Quantity, high: ExactDecimal)? {
    guard first.high == nil, let low = first.low,
      let offset = dash(behindInclusion(first.end), isNegative: first.isNegative) ?? conjunction(at: first.end),
      var second = quantities.quantity(at: offset), var high = second.low, second.high == nil,
      second.numeral.start == offset || second.isNegative || second.isTemperature
        || first.isSpelledShare && second.isSpelledShare
    else { return nil }
    let (mark, _) = UTF8Scalar.folded(in: utf8, at: behindInclusion(first.end))
    let isWord = mark == 0x81F3 || mark == 0x5230
    if first.isSpelledShare, !second.hasUnit, second.numeral.scale == 0, first.unit != second.unit {
      // 百分之五至八
      second.takeUnit(of: first)
      if first.isNegative, !second.isNegative { high = high.negated }
    }
    if first.hasUnit {
      guard second.hasUnit, second.isCounter == first.isCounter,
        second.base == first.base && second.key == first.key || second.isByUnit(of: first)
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
        // 0.294 -11.90, -1875 — -0.09: cells of a row, one of them negative or empty.
        if !isWord, utf8[first.end] == 0x20, !starts(with: "之间", at: second.end) { return nil }
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
    if let places = sharedPlaces(first, second) { written = low.scaled(byPowerOfTen: places) }
    if second.key == .tenths, first.key != .tenths { written = written.multiplied(by: ExactDecimal(10)) ?? written }
    guard written < high || second.isNegative || first.isNegative else { return nil }
    if isWord, saysChange(first, to: high, from: written), !starts(with: "不等", at: second.end) { return nil }
    second.start = first.start
    second.low = min(written, high)
    second.numeral.isBareScale = false
    return (second, max(written, high))
  }

  /// 上涨150元至5800元: by so much, to so much.
  private func saysChange(_ first: Quantity, to high: ExactDecimal, from low: ExactDecimal) -> Bool {
    guard first.hasUnit, first.kind != .percentage, first.kind != .points,
      let tripled = low.multiplied(by: ExactDecimal(3)), tripled < high
    else { return false }
    return endsWithAny(["涨", "涨了", "跌", "跌了", "升", "降", "增", "减", "增加", "减少", "提高", "降低", "上调", "下调"], at: first.start)
  }

  /// 两到三千 leaves the 千 of the lower end out, as 三至五百 does; 二到三十 may well begin at two.
  private func sharedPlaces(_ first: Quantity, _ second: Quantity) -> Int? {
    guard !first.hasUnit, first.numeral.scale == 0, let low = first.numeral.integer, (1...9).contains(low),
      first.numeral.digitCount <= 1, let full = second.numeral.low,
      second.numeral.hasChineseDigits || second.numeral.scale > 0
    else { return nil }
    let places = full.exponent - second.numeral.scale
    guard places == 2 || places == 3, full.coefficient > UInt128(low), full.coefficient < 10,
      !second.numeral.hasArabicDigits || second.numeral.digitCount == 0
    else { return nil }
    return places
  }

  /// The offset behind what joins the ends of a range; -- is one dash, unless both ends are negative.
  private func dash(_ offset: Int, isNegative: Bool) -> Int? {
    guard let end = periods.connector(at: offset) else { return nil }
    return !isNegative && utf8[end - 1] == 0x2D && utf8[end] == 0x2D ? end + 1 : end
  }

  /// 1万(含)-5万元, 50万元（含）以上: the offset behind the word in brackets.
  func behindInclusion(_ offset: Int) -> Int {
    for word: StaticString in ["(含)", "（含）", "(不含)", "（不含）"] where starts(with: word, at: offset) {
      return offset + word.utf8CodeUnitCount
    }
    return offset
  }

  /// 5%与8%之间, 3和5之间.
  func conjunction(at offset: Int) -> Int? {
    starts(with: "与", at: offset) || starts(with: "和", at: offset) ? offset + 3 : nil
  }

  /// 七、八十人: neighbouring digits that share the scale of the second.
  func neighbours(from first: Quantity) -> (quantity: Quantity, high: ExactDecimal)? {
    if first.isSpelledShare { return spelledNeighbours(from: first) }
    guard !first.hasUnit, first.numeral.digitCount <= 1, let low = first.numeral.integer, (1...8).contains(low),
      starts(with: "、", at: first.end), var second = quantities.quantity(at: first.end + 3), second.hasUnit,
      let high = second.low, second.high == nil, let full = second.numeral.low, full.coefficient == UInt128(low + 1),
      full.exponent > 0 && !first.numeral.hasArabicDigits && !second.numeral.hasArabicDigits
        || isApproximate(first, second)
    else { return nil }
    second.start = first.start
    second.low = ExactDecimal(low).scaled(byPowerOfTen: full.exponent - second.numeral.scale)
    return (second, high)
  }

  /// 百分之八、九十: the tens are said once.
  private func spelledNeighbours(from first: Quantity) -> (quantity: Quantity, high: ExactDecimal)? {
    guard !first.numeral.hasArabicDigits, let low = first.numeral.integer, (1...8).contains(low),
      starts(with: "、", at: first.end), let second = numerals.numeral(at: first.end + 3), !second.hasArabicDigits,
      let high = second.low, second.high == nil, high == ExactDecimal((low + 1) * 10), !first.isNegative
    else { return nil }
    var quantity = first
    quantity.end = second.end
    quantity.numeral.end = second.end
    quantity.low = ExactDecimal(low * 10)
    return (quantity, high)
  }

  /// 三、四天, 5、6个, 2、3万元: two neighbours of what is measured or counted one by one; 一、二、三类 are a list.
  private func isApproximate(_ first: Quantity, _ second: Quantity) -> Bool {
    guard second.numeral.digitCount <= 1, second.numeral.hasArabicDigits == first.numeral.hasArabicDigits,
      !endsWithAny(["、", "第", "别", "次"], at: first.start)
    else { return false }
    switch second.kind {
    case .duration, .money, .age, .multiple: return true
    case .quantity: return !second.isCounter
    case .count:
      switch second.key {
      case .item, .person, .rank, .business, .household, .time: return true
      default: return false
      }
    default: return false
    }
  }

}
