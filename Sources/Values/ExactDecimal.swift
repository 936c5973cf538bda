/// An exact decimal: a whole coefficient times a power of ten. No binary floating point, no rounding.
///
/// Arithmetic that would not fit returns `nil`, so that a figure is exact or rejected and never wrong.
public struct ExactDecimal: Hashable, Sendable {
  // In the order of their sizes, so that one takes up 32 bytes.

  /// The digits without the point; has no factor of ten unless it is zero.
  public let coefficient: UInt128
  /// The power of ten that the coefficient is multiplied by.
  public let exponent: Int
  public let isNegative: Bool

  public init(isNegative: Bool = false, coefficient: UInt128, exponent: Int = 0) {
    var coefficient = coefficient
    var exponent = coefficient == 0 ? 0 : exponent
    if coefficient <= UInt128(UInt64.max) {
      // Most are: a division of 64 bits is one instruction.
      var low = UInt64(coefficient)
      while low != 0, low.isMultiple(of: 10) {
        low /= 10
        exponent += 1
      }
      coefficient = UInt128(low)
    }
    while coefficient != 0, coefficient % 10 == 0 {
      coefficient /= 10
      exponent += 1
    }
    self.isNegative = isNegative && coefficient != 0
    self.coefficient = coefficient
    self.exponent = exponent
  }

  public init(_ value: Int) {
    self.init(isNegative: value < 0, coefficient: UInt128(value.magnitude))
  }

  public static let zero = ExactDecimal(0)

  /// The value, where it is whole and fits.
  public var integer: Int? {
    guard exponent >= 0, exponent < 19, var result = Int(exactly: coefficient) else { return nil }
    for _ in 0..<exponent {
      let (next, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      result = next
    }
    return isNegative ? -result : result
  }

  public var negated: ExactDecimal {
    ExactDecimal(isNegative: !isNegative, coefficient: coefficient, exponent: exponent)
  }

  /// The same value multiplied by a power of ten.
  public func scaled(byPowerOfTen power: Int) -> ExactDecimal {
    ExactDecimal(isNegative: isNegative, coefficient: coefficient, exponent: exponent + power)
  }

  /// The product, or `nil` where it has more than 38 digits.
  public func multiplied(by other: ExactDecimal) -> ExactDecimal? {
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: other.coefficient)
    guard !overflow else { return nil }
    return ExactDecimal(
      isNegative: isNegative != other.isNegative, coefficient: product, exponent: exponent + other.exponent)
  }

  /// The sum, or `nil` where it needs more than 38 digits.
  public func adding(_ other: ExactDecimal) -> ExactDecimal? {
    if coefficient == 0 { return other }
    if other.coefficient == 0 { return self }
    let low = min(exponent, other.exponent)
    guard let left = Self.shifted(coefficient, by: exponent - low),
      let right = Self.shifted(other.coefficient, by: other.exponent - low)
    else { return nil }
    if isNegative == other.isNegative {
      let (sum, overflow) = left.addingReportingOverflow(right)
      return overflow ? nil : ExactDecimal(isNegative: isNegative, coefficient: sum, exponent: low)
    }
    return left >= right
      ? ExactDecimal(isNegative: isNegative, coefficient: left - right, exponent: low)
      : ExactDecimal(isNegative: other.isNegative, coefficient: right - left, exponent: low)
  }

  /// The quotient where it has an exact decimal of at most 38 digits; `nil` elsewhere (one third, division by zero).
  public func divided(exactlyBy other: ExactDecimal) -> ExactDecimal? {
    guard other.coefficient != 0 else { return nil }
    var numerator = coefficient
    var places = 0
    while numerator % other.coefficient != 0 {
      let (next, overflow) = numerator.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      numerator = next
      places += 1
    }
    return ExactDecimal(
      isNegative: isNegative != other.isNegative, coefficient: numerator / other.coefficient,
      exponent: exponent - other.exponent - places)
  }

  private static func shifted(_ coefficient: UInt128, by power: Int) -> UInt128? {
    guard power <= 38 else { return nil }
    var result = coefficient
    for _ in 0..<power {
      let (next, overflow) = result.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      result = next
    }
    return result
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// Plain notation without exponent, trailing zeros or a leading plus: `-3.2`, `6830000000`.
  public var description: String {
    var text = ByteBuffer()
    appendDescription(to: &text)
    return text.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
  }

  /// Adds the description, in ASCII.
  public func appendDescription(to text: inout ByteBuffer) {
    if isNegative { text.append(UInt8(ascii: "-")) }
    let start = text.count
    text.append(digitsOf: coefficient)
    if exponent > 0 {
      text.append(repeating: UInt8(ascii: "0"), count: exponent)
    } else if exponent < 0 {
      let missing = -exponent - (text.count - start) + 1
      text.insert(repeating: UInt8(ascii: "0"), count: missing, at: start)
      text.insert(repeating: UInt8(ascii: "."), count: 1, at: text.count + exponent)
    }
  }

  /// Reads plain ASCII notation: sign, digits, one point. `nil` for anything else or more than 38 digits.
  public init?(_ text: some StringProtocol) {
    var coefficient: UInt128 = 0
    var exponent = 0
    var isNegative = false
    var hasPoint = false
    var hasDigit = false
    // Zeros that are read and not multiplied in yet: behind the last other digit they are only a power of ten.
    var zeros = 0
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0: isNegative = true
      case UInt8(ascii: "+") where index == 0: break
      case UInt8(ascii: ".") where !hasPoint: hasPoint = true
      case UInt8(ascii: "0"):
        zeros += 1
        hasDigit = true
        if hasPoint { exponent -= 1 }
      case UInt8(ascii: "1")...UInt8(ascii: "9"):
        guard let shifted = coefficient == 0 ? 0 : Self.shifted(coefficient, by: zeros + 1) else { return nil }
        let (sum, carry) = shifted.addingReportingOverflow(UInt128(byte - UInt8(ascii: "0")))
        guard !carry else { return nil }
        coefficient = sum
        zeros = 0
        hasDigit = true
        if hasPoint { exponent -= 1 }
      default: return nil
      }
    }
    guard hasDigit else { return nil }
    self.init(isNegative: isNegative, coefficient: coefficient, exponent: exponent + zeros)
  }
}

extension ExactDecimal: Comparable {
  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    return left.isNegative ? magnitude(right, isBelow: left) : magnitude(left, isBelow: right)
  }

  private static func magnitude(_ left: ExactDecimal, isBelow right: ExactDecimal) -> Bool {
    if left.coefficient == 0 || right.coefficient == 0 { return left.coefficient == 0 && right.coefficient != 0 }
    let exponent = min(left.exponent, right.exponent)
    if let one = shifted(left.coefficient, by: left.exponent - exponent),
      let other = shifted(right.coefficient, by: right.exponent - exponent)
    {
      return one < other
    }
    let leftDigits = Array(String(left.coefficient).utf8)
    let rightDigits = Array(String(right.coefficient).utf8)
    let leftOrder = leftDigits.count + left.exponent
    let rightOrder = rightDigits.count + right.exponent
    if leftOrder != rightOrder { return leftOrder < rightOrder }
    return leftDigits.lexicographicallyPrecedes(rightDigits)
  }
}
