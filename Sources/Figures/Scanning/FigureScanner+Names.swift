import Rules
import Values

extension FigureScanner {
  struct NameReason {
    let reason: String
    var role = Figure.Role.none
  }

  /// Why a quantity is part of a name and measures nothing; `nil` where it measures.
  func nameReason(
    _ quantity: Quantity, bound: Figure.Bound, before: Figure.Bound, after: Figure.Bound?, extentEnd: Int
  ) -> NameReason? {
    let numeral = quantity.numeral
    let measures = quantity.kind == .money || quantity.kind == .percentage || quantity.kind == .points
    // “腿肉九块八”: nobody names a thing so.
    let isSpokenPrice = quantity.kind == .money && quantity.low.map { $0.exponent < 0 } ?? false
    if !(measures && numeral.hasArabicDigits), !isSpokenPrice, isInShortQuotes(quantity) {
      return NameReason(reason: "inside a quoted name")
    }
    if quantity.isNoun, !numeral.hasArabicDigits, bound == .exact, numeral.low.map({ $0 < ExactDecimal(11) }) ?? false {
      return NameReason(reason: "lists what was named")
    }
    if numeral.hasLeadingZero, !numeral.hasPoint { return NameReason(reason: "a number that names something") }
    if endsWithAny(["每"], at: quantity.start), quantity.hasUnit,
      numeral.low.map({ $0 > ExactDecimal(1) || quantity.kind == .money && numeral.hasArabicDigits }) ?? false
    {
      return NameReason(reason: "what another figure is said for", role: .attribute)
    }
    if endsWithAny(["×", "x", "X", "*"], at: quantity.start) {
      return NameReason(reason: "part of an expression", role: .attribute)
    }
    if numbersNamed(quantity, bound: bound) || numbersAThing(quantity) {
      return NameReason(reason: "a number that names something")
    }
    if isListed(quantity) { return NameReason(reason: "a number that names something") }
    if isColumnUnit(quantity, bound: bound) || isPerColumn(quantity) {
      return NameReason(reason: "the unit of a column")
    }
    if quantity.kind == .duration, endsWithAny(["连跌", "连升", "连涨", "连降", "连增", "连减"], at: quantity.start) {
      return NameReason(reason: "how long a move goes on")
    }
    // 四分一厘: a quarter, which is no count of points.
    if quantity.key == .fen, starts(with: "一", at: quantity.end) { return NameReason(reason: "a fraction") }
    if isPlusMinus(quantity) { return NameReason(reason: "describes the thing behind it", role: .attribute) }
    if isRateBase(quantity) { return NameReason(reason: "the base of a rate of exchange", role: .attribute) }
    if isPlace(quantity, after: after, extentEnd: extentEnd) { return NameReason(reason: "says where, not how much") }
    if describesPlant(quantity) { return NameReason(reason: "describes the thing behind it", role: .attribute) }
    if let threshold = threshold(quantity, before: before, after: after, extentEnd: extentEnd) { return threshold }
    if quantity.kind == .quantity || quantity.kind == .duration || quantity.kind == .number && numeral.scale > 0,
      !quantity.isCounter,
      lexicon.names.attributes.longestMatch(in: utf8, at: quantity.end) != nil
    {
      return NameReason(reason: "describes the thing behind it", role: .attribute)
    }
    if numeral.isBareScale, bound == .exact, numeral.approximation == .none {
      // 市值千亿, but no 千亿园区.
      let isLarge = numeral.scale >= 8 && numeral.low ?? .zero >= ExactDecimal(coefficient: 1, exponent: 10)
      if isLarge, !isHan(quantity.end) { return nil }
      let isSum = quantity.kind == .money && (numeral.scale > 0 || numeral.low ?? .zero > ExactDecimal(100))
      guard isSum,
        isAtClauseEnd(quantity.end) || numeral.low ?? .zero >= ExactDecimal(100_000_000) && !isHan(quantity.end)
      else { return NameReason(reason: "a scale word that counts nothing", role: .attribute) }
    }
    if !quantity.hasUnit { return bareReason(quantity, bound: bound) }
    return nil
  }

  /// 118号3栋, 7路公交车, 148团: a number of a building, a line or a regiment.
  private func numbersAThing(_ quantity: Quantity) -> Bool {
    guard quantity.isCounter, quantity.numeral.hasArabicDigits, quantity.numeral.digitCount > 0 else { return false }
    if let last = figures.last, last.range.upperBound == quantity.start, last.kind == .name,
      starts(with: "号", at: quantity.start - 3)
    {
      return true
    }
    return false
  }

  /// 143团, 三营二连, 乘7路车: the number of a thing, unless a verb says that such are counted.
  private func numbersNamed(_ quantity: Quantity, bound: Figure.Bound) -> Bool {
    let numeral = quantity.numeral
    guard quantity.isNumbered, bound == .exact, numeral.approximation == .none, numeral.high == nil, numeral.scale == 0,
      !numeral.hasPoint, !starts(with: "两", at: quantity.start),
      quantity.end - numeral.end == quantity.unit.utf8.count
    else { return false }
    let start = max(0, quantity.start - 24)
    if lexicon.names.counting.longestMatch(endingAt: quantity.start, in: utf8, start: start) != nil { return false }
    // 考察团27团: the noun that is counted.
    let noun = quantity.unit.utf8.count
    return quantity.start < noun
      || !utf8[(quantity.start - noun)..<quantity.start].elementsEqual(quantity.unit.utf8)
  }

  /// 元/500克 at the head of a column: what a price is for, and no price before it.
  private func isPerColumn(_ quantity: Quantity) -> Bool {
    quantity.hasUnit && endsWithAny(["元/", "元／"], at: quantity.start)
  }

  /// ±800千伏.
  private func isPlusMinus(_ quantity: Quantity) -> Bool {
    quantity.start >= 2 && utf8[quantity.start - 2] == 0xC2 && utf8[quantity.start - 1] == 0xB1
  }

  /// 1港元兑, 一万日元兑: what the other currency is counted for.
  private func isRateBase(_ quantity: Quantity) -> Bool {
    guard quantity.kind == .money else { return false }
    let isUnit = quantity.low == ExactDecimal(1) || quantity.low == ExactDecimal(100)
    // 32.15元兑1美元: the base stands behind.
    if isUnit, endsWithAny(["兑", "对"], at: quantity.start) { return true }
    guard startsWithAny(["兑", "可兑", "对人民币", "合人民币"], at: quantity.end) else { return false }
    if !isUnit, starts(with: "兑", at: quantity.end), let next = numerals.numeral(at: quantity.end + 3)?.integer {
      return next != 1 && next != 100
    }
    return true
  }

  /// 亿元 at the head of a table's column.
  private func isColumnUnit(_ quantity: Quantity, bound: Figure.Bound) -> Bool {
    guard quantity.numeral.isBareScale, quantity.hasUnit, bound == .exact, quantity.low == ExactDecimal(1),
      quantity.start > 0
    else { return false }
    let previous = UTF8Scalar.folded(in: utf8, at: UTF8Scalar.start(before: quantity.start, in: utf8)).scalar
    let next = quantities.scalar(at: quantity.end)?.0 ?? 0x20
    // space ( ( : /
    return [0x20, 0x3000, 0x28, 0xFF08, 0x3A, 0xFF1A, 0x2F].contains(previous)
      && [0x20, 0x3000, 0x29, 0xFF09].contains(next)
  }

  /// 12万吨差别化锦纶项目, 35万千瓦背压机组: a capacity in front of the plant that has it.
  private func describesPlant(_ quantity: Quantity) -> Bool {
    // 八十马力的旧煤气机, 5升的桶装油
    switch quantity.key {
    case .horsepower, .kilovolt, .volt, .watt, .inch, .milliampereHour:
      return starts(with: "的", at: quantity.end) && isHan(quantity.end + 3)
    case .ton, .kilowatt, .megawatt, .gigawatt, .kilovoltAmpere, .cubicMetre, .litre:
      // 5升的桶装油 is none: 的 stops the search below.
      guard quantity.kind == .quantity, !quantity.isCounter, isHan(quantity.end) else { return false }
    default: return false
    }
    var position = quantity.end
    for index in 0..<12 {
      guard position < utf8.count else { return false }
      let (scalar, length) = UTF8Scalar.folded(in: utf8, at: position)
      if !Self.isHan(scalar) || scalar == 0x7684 || scalar == 0x548C { return false }
      if index > 0 {
        for word: StaticString in ["项目", "装置", "机组", "生产线", "工程", "电站", "基地", "配套"]
        where starts(with: word, at: position) {
          return true
        }
      }
      position += length
    }
    return false
  }

  /// Numbers behind 电话 or in brackets of a document number, and digits that follow one another.
  private func isListed(_ quantity: Quantity) -> Bool {
    let numeral = quantity.numeral
    guard numeral.hasArabicDigits, !quantity.hasUnit, !numeral.hasPoint, !numeral.hasSeparators, !quantity.isNegative
    else { return false }
    if let last = figures.last, last.kind == .name, last.unit.isEmpty,
      quantity.start - last.range.upperBound <= 3,
      quantity.start > last.range.upperBound, isAtClauseEnd(last.range.upperBound),
      last.reason == "a number that names something"
    {
      return true
    }
    if endsWithAny(["〔", "［", "[", "﹝"], at: quantity.start) { return true }
    // 4 0 9 7 1: single digits apart.
    if numeral.digitCount == 1, quantity.end + 1 < utf8.count, utf8[quantity.end] == 0x20,
      utf8[quantity.end + 1] >= 0x30, utf8[quantity.end + 1] <= 0x39,
      quantity.end + 2 >= utf8.count || utf8[quantity.end + 2] == 0x20
    {
      return true
    }
    var position = quantity.start
    for _ in 0..<10 {
      guard position > 0 else { return false }
      position = UTF8Scalar.start(before: position, in: utf8)
      for word: StaticString in [
        "电话", "热线", "传真", "邮编", "代号", "拨打", "报修", "可拨", "编号", "账号", "号码", "刊号", "许可证", "微信", "车牌", "邮政编码", "邮箱", "转",
        "红球", "蓝球", "前区", "后区", "搅出", "开奖", "WhatsApp",
      ] where starts(with: word, at: position) {
        return true
      }
      let (scalar, _) = UTF8Scalar.folded(in: utf8, at: position)
      if scalar == 0x3002 || scalar == 0xFF0C || scalar == 0x2C || scalar == 0x3B { return false }
    }
    return false
  }

  func isHan(_ offset: Int) -> Bool {
    offset < utf8.count && Self.isHan(UTF8Scalar.folded(in: utf8, at: offset).scalar)
  }

  /// A numeral without a unit: of a list, a name, a year of something.
  private func bareReason(_ quantity: Quantity, bound: Figure.Bound) -> NameReason? {
    let numeral = quantity.numeral
    let next = quantities.scalar(at: quantity.end)?.0 ?? 0
    if numeral.hasArabicDigits {
      guard numeral.scale == 0, bound == .exact, Self.isHan(next) else { return nil }
      // 的和与及到至增减上下升降提左右以之由比
      let verbs: [UInt32] = [
        0x7684, 0x548C, 0x4E0E, 0x53CA, 0x5230, 0x81F3, 0x589E, 0x51CF, 0x4E0A, 0x4E0B, 0x5347, 0x964D, 0x63D0, 0x5DE6,
        0x53F3, 0x4EE5, 0x4E4B, 0x6BD4, 0x6269, 0x8DCC, 0x6DA8, 0x63D2, 0x7F29, 0x538B,
      ]
      return verbs.contains(next) ? nil : NameReason(reason: "no counter behind it")
    }
    // 由一点四提高到一点九二: a decimal needs no counter.
    if let low = numeral.low, low.exponent < 0, numeral.scale == 0,
      !Self.isHan(next) || startsWithAny(["提", "降", "升", "增", "减", "上", "下", "左", "以"], at: quantity.end)
    {
      return nil
    }
    if numeral.isDigitString { return NameReason(reason: "digits without a counter") }
    if numeral.approximation == .indefinite { return nil }
    let isSmall = numeral.low.map { $0 < ExactDecimal(11) } ?? false
    if isSmall { return NameReason(reason: "no counter behind it") }
    if numeral.scale == 0, bound == .exact, Self.isHan(next), !numeral.endsColloquially {
      return NameReason(reason: "no counter behind it")
    }
    return nil
  }

  /// “四上企业”, “4611”: a short quotation without punctuation.
  private func isInShortQuotes(_ quantity: Quantity) -> Bool {
    var start = quantity.start
    var length = 0
    var opening: UInt32 = 0
    while start > 0, length < 10 {
      start = UTF8Scalar.start(before: start, in: utf8)
      let (scalar, _) = UTF8Scalar.folded(in: utf8, at: start)
      if scalar == 0x201C || scalar == 0x2018 || scalar == 0x300A || scalar == 0x300C {
        opening = scalar
        break
      }
      if Self.isPunctuation(scalar), scalar != 0x2B, scalar != 0x2D, scalar != 0xB7 { return false }
      length += 1
    }
    guard opening != 0 else { return false }
    var end = quantity.end
    var rest = 0
    while end < utf8.count, rest < 10 {
      let (scalar, size) = UTF8Scalar.folded(in: utf8, at: end)
      if scalar == 0x201D || scalar == 0x2019 || scalar == 0x300B || scalar == 0x300D { return true }
      if Self.isPunctuation(scalar), scalar != 0x2B, scalar != 0x2D, scalar != 0xB7 { return false }
      end += size
      rest += 1
    }
    return false
  }

  /// 亿元以上 in 亿元以上项目, 过2000万元 in 过2000万元的增长点, 60岁及以上 in 60岁及以上人口.
  private func threshold(
    _ quantity: Quantity, before: Figure.Bound, after: Figure.Bound?, extentEnd: Int
  ) -> NameReason? {
    let role = NameReason(reason: "a threshold that picks out what is counted", role: .threshold)
    guard quantity.hasUnit || quantity.numeral.scale > 0 else { return nil }
    if quantity.kind == .age, after != nil || quantity.numeral.start > quantity.start, isHan(extentEnd) { return role }
    if quantity.kind == .money, starts(with: "级", at: quantity.end) {
      return NameReason(reason: "describes the thing behind it", role: .attribute)
    }
    if quantity.kind == .percentage {
      return isRateThreshold(quantity, after: after, extentEnd: extentEnd) ? role : nil
    }
    let isSum = quantity.kind == .money
    let isSize =
      isSum || quantity.kind == .quantity && !quantity.isCounter || quantity.key == .person
      || quantity.key == .household
      || quantity.key == .bed
    guard isSize else { return nil }
    if after == .atLeast || after == .atMost {
      var offset = extentEnd
      if starts(with: "的", at: offset) {
        offset += 3
        if startsCount(offset) || isSum && isAtClauseEnd(offset) { return role }
        // 90平方米以下的中小户型, 50亩以上的果园
        guard isSum || quantity.kind == .quantity || quantity.key == .person || quantity.key == .household else {
          return nil
        }
      } else if isSum || quantity.key != .person {
        // 其中10亿元以上5个
        if let next = numerals.numeral(at: offset),
          lexicon.unit(in: utf8, at: next.end).map({ lexicon.units[$0.index].isCounter }) == true
        {
          return role
        }
      }
      return hasThresholdNoun(offset) ? role : nil
    }
    guard
      before == .moreThan || quantity.numeral.isBareScale || before == .atMost && starts(with: "的", at: quantity.end)
    else { return nil }
    // 367个产值过2000万元和96个过亿元的企业: the second count begins behind 和.
    if startsWithAny(["和", "、", "及", "与"], at: quantity.end), let last = figures.last, last.kind == .count,
      quantity.start - last.range.upperBound <= 24, !containsPunctuation(last.range.upperBound..<quantity.start),
      startsCount(quantity.end + 3)
    {
      return role
    }
    if starts(with: "的", at: quantity.end) {
      if startsCount(quantity.end + 3) { return role }
      return hasThresholdNoun(quantity.end + 3) ? role : nil
    }
    return isHan(quantity.end) && hasThresholdNoun(quantity.end) ? role : nil
  }

  /// 成活率85%以上的地块, 持股超过5%的股东: a rate picks out things; 80%以上的地块 is a share of them.
  private func isRateThreshold(_ quantity: Quantity, after: Figure.Bound?, extentEnd: Int) -> Bool {
    var start = quantity.start
    var offset = extentEnd
    if after == nil {
      let (before, boundStart) = boundBefore(quantity.start, isBareScale: false)
      guard before != .exact, before != .about, before != .nearly else { return false }
      start = boundStart
    } else if after != .atLeast, after != .atMost {
      return false
    }
    guard starts(with: "的", at: offset) else { return false }
    offset += 3
    for word: StaticString in ["达到", "达", "在", "为"] where endsWithAny([word], at: start) {
      start -= word.utf8CodeUnitCount
      break
    }
    guard lexicon.names.rates.contains(where: { start >= $0.count && utf8[start - $0.count..<start].elementsEqual($0) })
    else { return false }
    return startsCount(offset) || hasThresholdNoun(offset)
  }

  private func containsPunctuation(_ range: Range<Int>) -> Bool {
    var position = range.lowerBound
    while position < range.upperBound {
      let (scalar, length) = UTF8Scalar.folded(in: utf8, at: position)
      if Self.isPunctuation(scalar) { return true }
      position += length
    }
    return false
  }

  /// 的有21项, 的就有27户, 的近百家, 的1家: the count of what was picked out.
  private func startsCount(_ offset: Int) -> Bool {
    var position = offset
    for _ in 0..<4 {
      if let numeral = numerals.numeral(at: position) {
        return lexicon.unit(in: utf8, at: numeral.end).map { lexicon.units[$0.index].isCounter } ?? numeral.isBareScale
      }
      guard position < utf8.count else { return false }
      let (scalar, length) = UTF8Scalar.folded(in: utf8, at: position)
      // 有就共已达近约超多仅只为
      let fillers: [UInt32] = [
        0x6709, 0x5C31, 0x5171, 0x5DF2, 0x8FBE, 0x8FD1, 0x7EA6, 0x8D85, 0x591A, 0x4EC5, 0x53EA, 0x4E3A,
      ]
      guard fillers.contains(scalar) else { return false }
      position += length
    }
    return false
  }

  /// Whether a noun that sums pick out stands in the words behind, before punctuation or another figure.
  private func hasThresholdNoun(_ offset: Int) -> Bool {
    var position = offset
    for _ in 0..<10 {
      guard position < utf8.count else { return false }
      let (scalar, length) = UTF8Scalar.folded(in: utf8, at: position)
      if Self.isPunctuation(scalar) && scalar != 0x201C && scalar != 0x201D || scalar >= 0x30 && scalar <= 0x39 {
        return false
      }
      if position > offset || true, lexicon.names.thresholds.longestMatch(in: utf8, at: position) != nil { return true }
      position += length
    }
    return false
  }
}
