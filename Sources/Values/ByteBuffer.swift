/// Bytes that grow at their end: what an array does, at a fraction of its cost for pieces of a few bytes.
public struct ByteBuffer: Sendable {
  /// What was added, then zeros.
  private var storage: [UInt8] = []
  /// Bytes that were added.
  public private(set) var count = 0

  public init() {}

  /// A copy of what was added.
  public var bytes: [UInt8] { withUnsafeBytes { Array($0) } }

  /// Gives the bytes, which must not be kept.
  public func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try storage.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
  }

  /// Gives the bytes to be written over.
  public mutating func withUnsafeMutableBytes(_ body: (UnsafeMutableRawBufferPointer) -> Void) {
    let count = count
    storage.withUnsafeMutableBytes { body(UnsafeMutableRawBufferPointer(rebasing: $0[..<count])) }
  }

  /// Makes room for so many bytes in all.
  public mutating func reserveCapacity(_ capacity: Int) {
    if capacity > storage.count { grow(to: capacity) }
  }

  /// Forgets what was added and keeps the memory.
  public mutating func removeAll() { count = 0 }

  public mutating func append(_ byte: UInt8) {
    let count = count
    withRoom(for: 1) { $0[count] = byte }
    self.count = count + 1
  }

  public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    let count = count
    withRoom(for: bytes.count) { ($0 + count).update(from: source, count: bytes.count) }
    self.count = count + bytes.count
  }

  /// Adds bytes in quotation marks, behind a comma where they are not the first.
  /// - Parameter isKey: A colon comes behind them.
  public mutating func append(
    quoting bytes: UnsafeBufferPointer<UInt8>, behindComma: Bool = false, isKey: Bool = false
  ) {
    let length = bytes.count
    var place = count
    withRoom(for: length + 4) { base in
      base[place] = UInt8(ascii: ",")
      place += behindComma ? 1 : 0
      base[place] = UInt8(ascii: "\"")
      if let source = bytes.baseAddress { (base + place + 1).update(from: source, count: length) }
      place += length + 1
      base[place] = UInt8(ascii: "\"")
      base[place + 1] = UInt8(ascii: ":")
    }
    count = place + (isKey ? 2 : 1)
  }

  public mutating func append(_ bytes: UnsafeRawBufferPointer) {
    bytes.withMemoryRebound(to: UInt8.self) { append($0) }
  }

  public mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  public mutating func append(utf8Of text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Adds one byte so many times.
  public mutating func append(repeating byte: UInt8, count times: Int) {
    guard times > 0 else { return }
    let count = count
    withRoom(for: times) { ($0 + count).update(repeating: byte, count: times) }
    self.count = count + times
  }

  /// Puts bytes before one that was added: one byte, so many times.
  mutating func insert(repeating byte: UInt8, count times: Int, at offset: Int) {
    guard times > 0 else { return }
    let count = count
    precondition(offset <= count)
    withRoom(for: times) { base in
      (base + offset + times).update(from: base + offset, count: count - offset)
      (base + offset).update(repeating: byte, count: times)
    }
    self.count = count + times
  }

  /// Adds the decimal digits of a number, in ASCII.
  public mutating func append(digitsOf number: UInt64, atLeast width: Int = 1) {
    var digits = 1
    var bound: UInt64 = 10
    // No number has more than twenty digits.
    while digits < 20, number >= bound {
      digits += 1
      let (next, overflows) = bound.multipliedReportingOverflow(by: 10)
      if overflows { break }
      bound = next
    }
    let length = max(digits, width)
    let count = count
    withRoom(for: length) { base in
      var place = count + length
      var rest = number
      for _ in 0..<length {
        place -= 1
        base[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
    }
    self.count = count + length
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

  @inline(__always)
  private mutating func withRoom(for more: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Void) {
    if storage.count - count < more { grow(to: count + more) }
    storage.withUnsafeMutableBufferPointer { if let base = $0.baseAddress { body(base) } }
  }

  @inline(never)
  private mutating func grow(to least: Int) {
    let capacity = max(least, storage.count * 2, 256)
    var larger = [UInt8](repeating: 0, count: capacity)
    let count = count
    larger.withUnsafeMutableBytes { larger in
      storage.withUnsafeBytes { larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }
    storage = larger
  }
}
