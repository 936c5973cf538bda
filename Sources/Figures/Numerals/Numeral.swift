import Values

/// A numeral as it stands in the text, without sign and unit.
struct Numeral: Hashable, Sendable {
  enum Approximation: Hashable, Sendable {
    case none
    /// 余, 多, 几 after a numeral: more than it.
    case more
    /// 来 after a numeral: about it.
    case about
    /// 几十, 数百: prints no figure.
    case indefinite
  }

  let start: Int
  var end: Int
  /// Full value, scale words applied; `nil` where it has no exact decimal of at most 38 digits.
  var low: ExactDecimal?
  /// The upper end of 三四百; `nil` elsewhere.
  var high: ExactDecimal?
  /// The power of ten of the scale word that goes into the unit: 0, 4 万, 8 亿, 12 万亿.
  var scale = 0
  var approximation = Approximation.none
  var hasArabicDigits = false
  var hasChineseDigits = false
  /// 千亿, 百万: begins with a scale and has no digit.
  var isBareScale = false
  /// 二〇二三: digits in a row without scale.
  var isDigitString = false
  var hasPoint = false
  /// Arabic digits before the point, of a numeral of nothing else; 0 elsewhere.
  var digitCount = 0
  var hasSeparators = false
  /// 一万二, 三千五: the last digit is of the scale below the one before.
  var endsColloquially = false
  /// Written with leading zeros: 007.
  var hasLeadingZero = false

  init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  /// Arabic digits, alone or before one scale word: what `NumeralBuilder` would make of them.
  init(_ arabic: ArabicNumeral, start: Int, end: Int, scale: Int = 0) {
    self.start = start
    self.end = end
    low = arabic.value.map { $0.scaled(byPowerOfTen: scale) }.flatMap(NumeralBuilder.bounded)
    self.scale = scale
    hasArabicDigits = true
    hasPoint = arabic.hasPoint
    hasSeparators = arabic.hasSeparators
    if scale == 0 {
      digitCount = arabic.hasPoint ? 0 : arabic.integerDigits
      hasLeadingZero = arabic.hasLeadingZero
    }
  }

  /// As written before the scale word: 1.36 of 一亿三千六百万.
  func written(_ value: ExactDecimal) -> ExactDecimal { value.scaled(byPowerOfTen: -scale) }

  /// A whole number, where it is one that fits.
  var integer: Int? {
    guard let low, high == nil, approximation == .none, !low.isNegative, low.exponent >= 0, low.exponent < 18,
      let coefficient = Int(exactly: low.coefficient)
    else { return nil }
    var result = coefficient
    for _ in 0..<low.exponent {
      let (next, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      result = next
    }
    return result
  }

  static func scaleWord(_ scale: Int) -> String {
    switch scale {
    case 4: "万"
    case 8: "亿"
    case 12: "万亿"
    case 16: "亿亿"
    default: ""
    }
  }
}
