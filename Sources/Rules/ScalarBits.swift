/// The bits of a `ScalarSet` or of what the words of a `WordTrie` begin with, in memory of its own.
///
/// Only its owner changes it, and only while nobody else has it: reading goes by one address, without a count of references.
@usableFromInline
final class ScalarBits: @unchecked Sendable {
  static let count = 0x10000 / 64

  @usableFromInline let words: UnsafeMutablePointer<UInt64>

  @usableFromInline
  init() {
    words = .allocate(capacity: Self.count)
    words.initialize(repeating: 0, count: Self.count)
  }

  init(copying other: ScalarBits) {
    words = .allocate(capacity: Self.count)
    words.initialize(from: other.words, count: Self.count)
  }

  deinit { words.deallocate() }

  func contains(_ scalar: Int) -> Bool { words[scalar >> 6] & (1 << UInt64(scalar & 63)) != 0 }

  func insert(_ scalar: Int) {
    if scalar < 0x10000 { words[scalar >> 6] |= 1 << UInt64(scalar & 63) }
  }

  func insertBothWidths(_ scalar: Int) {
    insert(scalar)
    if (0x21...0x7E).contains(scalar) { insert(scalar + 0xFEE0) }
  }

  /// Whether the scalar that begins at an offset of valid UTF-8 has its bit; `true` for any beyond the basic plane.
  @inlinable
  @inline(__always)
  func contains(_ utf8: [UInt8], at offset: Int) -> Bool {
    let lead = utf8[offset]
    // A scalar of two or three bytes is below 0x10000, whatever they are.
    var scalar = Int(lead)
    if lead >= 0xE0 {
      guard lead < 0xF0, offset + 2 < utf8.count else { return true }
      scalar = Int(lead & 0x0F) << 12 | Int(utf8[offset + 1] & 0x3F) << 6 | Int(utf8[offset + 2] & 0x3F)
    } else if lead >= 0x80 {
      guard offset + 1 < utf8.count else { return true }
      scalar = Int(lead & 0x1F) << 6 | Int(utf8[offset + 1] & 0x3F)
    }
    return words[scalar >> 6] & (1 << UInt64(scalar & 63)) != 0
  }

  func first(in utf8: [UInt8], from start: Int) -> Int? {
    utf8.withUnsafeBufferPointer { utf8 in
      var offset = start
      while offset < utf8.count {
        let lead = utf8[offset]
        var scalar = Int(lead)
        var length = 1
        if lead >= 0xE0 {
          guard lead < 0xF0, offset + 2 < utf8.count else { return offset }
          scalar = Int(lead & 0x0F) << 12 | Int(utf8[offset + 1] & 0x3F) << 6 | Int(utf8[offset + 2] & 0x3F)
          length = 3
        } else if lead >= 0x80 {
          guard offset + 1 < utf8.count else { return offset }
          scalar = Int(lead & 0x1F) << 6 | Int(utf8[offset + 1] & 0x3F)
          length = 2
        }
        if words[scalar >> 6] & (1 << UInt64(scalar & 63)) != 0 { return offset }
        offset += length
      }
      return nil
    }
  }
}
