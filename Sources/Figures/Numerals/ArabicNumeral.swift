import Rules
import Values

/// Digits with separators and a point, half or full width.
struct ArabicNumeral {
  let end: Int
  /// `nil` where there are more than 38 digits.
  let value: ExactDecimal?
  let integerDigits: Int
  let hasSeparators: Bool
  let hasPoint: Bool
  let hasLeadingZero: Bool

  /// Reads at an ASCII or full-width digit.
  /// - Parameter readsRaisedPoint: Whether · is a point too: 1·5.
  init(in utf8: [UInt8], at start: Int, readsRaisedPoint: Bool = false) {
    var position = start
    var coefficient: UInt128 = 0
    // The first digits, as many as 64 bits hold.
    var head: UInt64 = 0
    var count = 0
    var overflowed = false
    var places = 0
    var digits = 0
    func digit(at offset: Int) -> (value: UInt8, length: Int)? {
      guard offset < utf8.count else { return nil }
      let byte = utf8[offset]
      if byte < 0x80 { return byte >= 0x30 && byte <= 0x39 ? (byte - 0x30, 1) : nil }
      guard byte == 0xEF, offset + 2 < utf8.count, utf8[offset + 1] == 0xBC, utf8[offset + 2] >= 0x90,
        utf8[offset + 2] <= 0x99
      else { return nil }
      return (utf8[offset + 2] - 0x90, 3)
    }
    func add(_ digit: UInt8) {
      count += 1
      if count < 18 {
        head = head * 10 + UInt64(digit)
        return
      }
      if count == 18 { coefficient = UInt128(head) }
      let (product, overflow) = coefficient.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(UInt128(digit))
      if overflow || carry { overflowed = true } else { coefficient = sum }
    }
    let first = digit(at: position)
    hasLeadingZero = first?.value == 0 && digit(at: position + (first?.length ?? 1)) != nil
    while let (value, length) = digit(at: position) {
      add(value)
      digits += 1
      position += length
    }
    var separated = false
    // $20，300美元 names two sums.
    let isSum = Self.isSign(before: start, in: utf8)
    if digits <= 3, first?.value != 0 {
      while let (length, isFullWidth) = Self.separator(in: utf8, at: position) {
        var group = position + length
        var count = 0
        var values: (UInt8, UInt8, UInt8) = (0, 0, 0)
        var isGroupFullWidth = true
        while count < 4, let (value, size) = digit(at: group) {
          switch count {
          case 0: values.0 = value
          case 1: values.1 = value
          case 2: values.2 = value
          default: break
          }
          if size == 1 { isGroupFullWidth = false }
          count += 1
          group += size
        }
        // A full-width comma is punctuation where it does not stand between full-width digits, unless a scale, a unit or
        // another group goes on behind three digits: 1，284万元.
        guard count == 3, !isFullWidth || isGroupFullWidth || !isSum && Self.goesOn(in: utf8, at: group) else { break }
        add(values.0)
        add(values.1)
        add(values.2)
        digits += 3
        position = group
        separated = true
      }
    }
    var pointed = false
    if let length = Self.point(in: utf8, at: position, raised: readsRaisedPoint), digit(at: position + length) != nil {
      pointed = true
      position += length
      while let (value, length) = digit(at: position) {
        add(value)
        places += 1
        position += length
      }
    }
    var exponent = 0
    if let (power, after) = Self.exponent(in: utf8, at: position) {
      exponent = power
      position = after
    }
    if count < 18 { coefficient = UInt128(head) }
    end = position
    integerDigits = digits
    hasSeparators = separated
    hasPoint = pointed
    value = overflowed ? nil : ExactDecimal(coefficient: coefficient, exponent: exponent - places)
  }

  /// $, ￥, ¥, €, £.
  private static func isSign(before start: Int, in utf8: [UInt8]) -> Bool {
    guard start > 0 else { return false }
    let (scalar, _) = UTF8Scalar.folded(in: utf8, at: UTF8Scalar.start(before: start, in: utf8))
    return scalar == 0x24 || scalar == 0xFFE5 || scalar == 0xA5 || scalar == 0x20AC || scalar == 0xA3
  }

  /// Whether a Chinese character, a percent sign or another separator stands behind a group of digits.
  private static func goesOn(in utf8: [UInt8], at offset: Int) -> Bool {
    guard offset < utf8.count else { return false }
    let (scalar, _) = UTF8Scalar.folded(in: utf8, at: offset)
    return scalar >= 0x4E00 && scalar < 0xA000 || scalar == 0x25 || scalar == 0x2C
  }

  /// `e5`, `e+14` behind the digits, where no letter follows: 2e5.
  private static func exponent(in utf8: [UInt8], at offset: Int) -> (power: Int, end: Int)? {
    guard offset + 1 < utf8.count, utf8[offset] == UInt8(ascii: "e") else { return nil }
    var position = offset + 1
    let isNegative = utf8[position] == UInt8(ascii: "-")
    if isNegative || utf8[position] == UInt8(ascii: "+") { position += 1 }
    var power = 0
    var count = 0
    while position < utf8.count, utf8[position] >= 0x30, utf8[position] <= 0x39, count < 3 {
      power = power * 10 + Int(utf8[position] - 0x30)
      count += 1
      position += 1
    }
    guard count == 1 || count == 2 else { return nil }
    if position < utf8.count, utf8[position] >= 0x41, utf8[position] < 0x80 { return nil }
    return (isNegative ? -power : power, position)
  }

  private static func separator(in utf8: [UInt8], at offset: Int) -> (length: Int, isFullWidth: Bool)? {
    guard offset < utf8.count else { return nil }
    if utf8[offset] == UInt8(ascii: ",") { return (1, false) }
    guard utf8[offset] == 0xEF, offset + 2 < utf8.count, utf8[offset + 1] == 0xBC, utf8[offset + 2] == 0x8C
    else { return nil }
    return (3, true)
  }

  /// `.` and `．`, and `·` where it is read as one.
  private static func point(in utf8: [UInt8], at offset: Int, raised: Bool) -> Int? {
    guard offset < utf8.count else { return nil }
    if utf8[offset] == UInt8(ascii: ".") { return 1 }
    if raised {
      let (scalar, length) = UTF8Scalar.folded(in: utf8, at: offset)
      if NumeralParser.isRaisedPoint(scalar) { return length }
    }
    guard utf8[offset] == 0xEF, offset + 2 < utf8.count, utf8[offset + 1] == 0xBC, utf8[offset + 2] == 0x8E
    else { return nil }
    return 3
  }
}
