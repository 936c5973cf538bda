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
    if !(measures && numeral.hasArabicDigits), isInShortQuotes(quantity) {
      return NameReason(reason: "inside a quoted name")
    }
    if let threshold = threshold(quantity, before: before, after: after, extentEnd: extentEnd) { return threshold }
    if quantity.kind == .quantity || quantity.kind == .duration || quantity.kind == .number && numeral.scale > 0,
      !quantity.isCounter,
      lexicon.names.attributes.longestMatch(in: utf8, at: quantity.end) != nil
    {
      return NameReason(reason: "describes the thing behind it", role: .attribute)
    }
    if numeral.isBareScale, bound == .exact, numeral.approximation == .none {
      let isSum = quantity.kind == .money && (numeral.scale > 0 || numeral.low ?? .zero > ExactDecimal(100))
      guard isSum,
        isAtClauseEnd(quantity.end) || numeral.low ?? .zero >= ExactDecimal(100_000_000) && !isHan(quantity.end)
      else { return NameReason(reason: "a scale word that counts nothing", role: .attribute) }
    }
    if !quantity.hasUnit { return bareReason(quantity, bound: bound) }
    return nil
  }

  private func isHan(_ offset: Int) -> Bool {
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
    if quantity.kind == .age, after != nil, isHan(extentEnd) { return role }
    let isSum = quantity.kind == .money
    let isSize =
      isSum || quantity.kind == .quantity && !quantity.isCounter || quantity.key == "人" || quantity.key == "户"
      || quantity.key == "床"
    guard isSize else { return nil }
    if after == .atLeast || after == .atMost {
      var offset = extentEnd
      if starts(with: "的", at: offset) {
        offset += 3
        if startsCount(offset) { return role }
        guard isSum || quantity.key == "人" || quantity.key == "户" else { return nil }
      } else if isSum || quantity.key != "人" {
        // 其中10亿元以上5个
        if let next = numerals.numeral(at: offset),
          lexicon.unit(in: utf8, at: next.end).map({ lexicon.units[$0.index].isCounter }) == true
        {
          return role
        }
      }
      return hasThresholdNoun(offset) ? role : nil
    }
    guard before == .moreThan || quantity.numeral.isBareScale else { return nil }
    if starts(with: "的", at: quantity.end) {
      if startsCount(quantity.end + 3) { return role }
      return hasThresholdNoun(quantity.end + 3) ? role : nil
    }
    return isHan(quantity.end) && hasThresholdNoun(quantity.end) ? role : nil
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
