extension [UInt8] {
  /// Adds the decimal digits of a number, in ASCII.
  public mutating func append(digitsOf number: UInt64, atLeast width: Int = 1) {
    // No number has more digits.
    let longest = 20
    for _ in longest..<Swift.max(longest, width) { append(UInt8(ascii: "0")) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { digits in
      var start = longest
      var rest = number
      repeat {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      while longest - start < width, start > 0 {
        start -= 1
        digits[start] = UInt8(ascii: "0")
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
    }
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
