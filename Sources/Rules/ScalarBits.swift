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
    utf8.withUnsafeBufferPointer { find($0, offset).isIn }
  }

  /// The first offset before `end` at which a scalar of the set begins.
  func first(in utf8: [UInt8], from start: Int, to end: Int) -> Int? {
    utf8.withUnsafeBufferPointer { utf8 in
      let end = min(end, utf8.count)
      var offset = start
      while offset < end {
        let (isIn, length) = find(utf8, offset)
        if isIn { return offset }
        offset += length
      }
      return nil
    }
  }

  /// Whether the scalar at an offset is in the set, and its bytes. The last byte of a scalar is the place of its bit, all
  /// before are the place of its word: no scalar need be put together.
  @inlinable
  @inline(__always)
  func find(_ utf8: UnsafeBufferPointer<UInt8>, _ offset: Int) -> (isIn: Bool, length: Int) {
    precondition(UInt(bitPattern: offset) < UInt(bitPattern: utf8.count), "no scalar begins behind the text")
    let lead = utf8[offset]
    if lead >= 0xE0 {
      guard lead < 0xF0, offset + 2 < utf8.count else { return (true, 4) }
      let word = words[Int(lead & 0x0F) << 6 | Int(utf8[offset + 1] & 0x3F)]
      return (word >> UInt64(utf8[offset + 2] & 0x3F) & 1 != 0, 3)
    }
    if lead >= 0x80 {
      guard offset + 1 < utf8.count else { return (true, 2) }
      return (words[Int(lead & 0x1F)] >> UInt64(utf8[offset + 1] & 0x3F) & 1 != 0, 2)
    }
    return (words[Int(lead >> 6)] >> UInt64(lead & 0x3F) & 1 != 0, 1)
  }
}
