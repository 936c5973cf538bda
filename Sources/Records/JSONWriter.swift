import Values

/// Writes JSON in one canonical form: no white space, keys in the order of the calls, UTF-8 unescaped except where
/// JSON or a reader of lines demands it.
///
/// The caller opens and closes objects and arrays in pairs; commas are the writer's business.
public struct JSONWriter: Sendable {
  /// What was written so far.
  public private(set) var buffer = ByteBuffer()
  private var needsComma = false

  /// A copy of what was written so far.
  public var utf8: [UInt8] { buffer.bytes }

  /// Bytes that were written so far.
  public var count: Int { buffer.count }

  public init() {}

  public mutating func beginObject() { open(UInt8(ascii: "{")) }
  public mutating func endObject() { close(UInt8(ascii: "}")) }
  public mutating func beginArray() { open(UInt8(ascii: "[")) }
  public mutating func endArray() { close(UInt8(ascii: "]")) }

  /// The key of the value that is written next. It must need no escape.
  public mutating func key(_ name: StaticString) {
    buffer.append(
      quoting: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount), behindComma: needsComma,
      isKey: true)
    needsComma = false
  }

  /// The same for a key that is found while the program runs.
  public mutating func key(named name: String) {
    string(name)
    buffer.append(UInt8(ascii: ":"))
    needsComma = false
  }

  public mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { quoted($0) }
  }

  /// The same with what needs no escape before it.
  mutating func string(_ text: String, after prefix: StaticString) {
    var text = text
    text.withUTF8 { quoted($0, after: prefix) }
  }

  /// A decimal as a string, all its digits, without exponent.
  public mutating func string(_ value: ExactDecimal) { plain { value.appendDescription(to: &$0) } }

  public mutating func string(_ period: TimePeriod?) {
    guard let period else { return null() }
    plain { period.appendDescription(to: &$0) }
  }

  /// A string that needs no escape.
  private mutating func plain(_ append: (inout ByteBuffer) -> Void) {
    buffer.append(needsComma ? ",\"" : "\"")
    append(&buffer)
    buffer.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// A name as `NameFolding` gives it.
  mutating func string(folding name: String) {
    NameFolding.withFolded(name) { quoted($0) }
  }

  /// A string from valid UTF-8.
  public mutating func string(utf8 bytes: some Sequence<UInt8>) {
    if bytes.withContiguousStorageIfAvailable({ quoted($0) }) == nil {
      Array(bytes).withUnsafeBufferPointer { quoted($0) }
    }
  }

  public mutating func string(_ text: String?) {
    if let text { string(text) } else { null() }
  }

  public mutating func number(_ value: Int) {
    separate()
    buffer.append(digitsOf: value)
    needsComma = true
  }

  /// All digits of a decimal, without exponent.
  public mutating func number(_ value: ExactDecimal) {
    separate()
    value.appendDescription(to: &buffer)
    needsComma = true
  }

  /// The shortest decimal that reads back as the same number; `null` where JSON has no such number.
  public mutating func number(_ value: Double) {
    guard value.isFinite else { return null() }
    if value == value.rounded(), value.magnitude < 1e15 {
      raw(String(Int(value)))
    } else {
      raw(value.description)
    }
  }

  public mutating func flag(_ value: Bool) { raw(value ? "true" : "false") }
  public mutating func null() { raw("null") }

  /// Bytes that something else appends, no JSON, or JSON already; the next value is written without a comma before it.
  public mutating func bytes(_ append: (inout ByteBuffer) -> Void) {
    append(&buffer)
    needsComma = false
  }

  public mutating func reserveCapacity(_ bytes: Int) { buffer.reserveCapacity(bytes) }

  /// Writes over some of what was written.
  public mutating func withBytes(_ body: (UnsafeMutableRawBufferPointer) -> Void) {
    buffer.withUnsafeMutableBytes(body)
  }

  /// Ends a line of JSON Lines.
  public mutating func endLine() {
    buffer.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// Forgets what was written and keeps the memory.
  public mutating func removeAll() {
    buffer.removeAll()
    needsComma = false
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    buffer.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    buffer.append(bracket)
    needsComma = true
  }

  private mutating func raw(_ text: String) {
    separate()
    buffer.append(utf8Of: text)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { buffer.append(UInt8(ascii: ",")) }
  }

  /// Copies whole stretches and stops only at bytes that may need an escape.
  private mutating func quoted(_ bytes: UnsafeBufferPointer<UInt8>, after prefix: StaticString = "") {
    var index = Self.firstTrigger(in: bytes, from: 0)
    if index == bytes.count, prefix.utf8CodeUnitCount == 0 { return quote(bytes) }
    separate()
    buffer.append(UInt8(ascii: "\""))
    buffer.append(prefix)
    var start = 0
    while index < bytes.count {
      guard let (escape, length) = Self.escape(bytes, at: index) else {
        index = Self.firstTrigger(in: bytes, from: index + 1)
        continue
      }
      buffer.append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
      buffer.append(utf8Of: escape)
      start = index + length
      index = Self.firstTrigger(in: bytes, from: start)
    }
    buffer.append(UnsafeBufferPointer(rebasing: bytes[start...]))
    buffer.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// A string that needs no escape.
  private mutating func quote(_ bytes: UnsafeBufferPointer<UInt8>) {
    buffer.append(quoting: bytes, behindComma: needsComma)
    needsComma = true
  }

  /// The first byte from an offset on that may need an escape: a control character, a quotation mark, a reverse solidus,
  /// or 0xC2 and 0xE2, which begin the line ends beyond ASCII.
  private static func firstTrigger(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = start
    while index + 8 <= bytes.count, let base = bytes.baseAddress {
      let block = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
      let quote = block ^ (ones &* 0x22)
      let solidus = block ^ (ones &* 0x5C)
      // 0xC2 and 0xE2 differ in one bit.
      let lead = (block | ones &* 0x20) ^ (ones &* 0xE2)
      // The classic test for a zero byte, and the one for a byte below a limit.
      let zeros = ((quote &- ones) & ~quote) | ((solidus &- ones) & ~solidus) | ((lead &- ones) & ~lead)
      guard (zeros | ((block &- ones &* 0x20) & ~block)) & (ones &* 0x80) == 0 else { break }
      index += 8
    }
    while index < bytes.count {
      switch bytes[index] {
      case 0..<0x20, 0x22, 0x5C, 0xC2, 0xE2: return index
      default: index += 1
      }
    }
    return index
  }

  /// The escape of what stands at an offset and the bytes it replaces; `nil` where none is needed.
  private static func escape(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (String, Int)? {
    switch bytes[index] {
    case 0x22: return ("\\\"", 1)
    case 0x5C: return ("\\\\", 1)
    case 0x08: return ("\\b", 1)
    case 0x09: return ("\\t", 1)
    case 0x0A: return ("\\n", 1)
    case 0x0C: return ("\\f", 1)
    case 0x0D: return ("\\r", 1)
    case 0x00...0x0F: return ("\\u000" + String(bytes[index], radix: 16), 1)
    case 0x10...0x1F: return ("\\u00" + String(bytes[index], radix: 16), 1)
    case 0xC2:
      // U+0085: a line end to many readers.
      return index + 1 < bytes.count && bytes[index + 1] == 0x85 ? ("\\u0085", 2) : nil
    case 0xE2:
      // U+2028 and U+2029: line ends to JavaScript and to Python's splitlines.
      guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return nil }
      switch bytes[index + 2] {
      case 0xA8: return ("\\u2028", 3)
      case 0xA9: return ("\\u2029", 3)
      default: return nil
      }
    default: return nil
    }
  }
}
