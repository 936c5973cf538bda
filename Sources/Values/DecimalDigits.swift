extension [UInt8] {
  /// Adds the decimal digits of a number, in ASCII.
  public mutating func append(digitsOf number: UInt64, atLeast width: Int = 1) {
    let start = count
    var rest = number
    repeat {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    while count - start < width { append(UInt8(ascii: "0")) }
    self[start...].reverse()
  }

  /// Adds the decimal digits of a number and its sign where it is negative, in ASCII.
  public mutating func append(digitsOf number: Int, atLeast width: Int = 1) {
    if number < 0 { append(UInt8(ascii: "-")) }
    append(digitsOf: UInt64(number.magnitude), atLeast: width)
  }

  mutating func append(digitsOf number: UInt128) {
    guard number > UInt128(UInt64.max) else { return append(digitsOf: UInt64(number)) }
    let (high, low) = number.quotientAndRemainder(dividingBy: 10_000_000_000_000_000_000)
    append(digitsOf: high)
    append(digitsOf: UInt64(low), atLeast: 19)
  }
}
