/// Tells of nearly every key that was not inserted that it was not: a Bloom filter whose bits for one key share a word.
struct KeyFilter {
  private var words: [UInt64]

  init(expecting count: Int) {
    var size = 1
    while size * 6 < count { size *= 2 }
    words = Array(repeating: 0, count: size)
  }

  mutating func insert(_ key: UInt64) {
    words[word(of: key)] |= Self.bits(of: key)
  }

  func mayContain(_ key: UInt64) -> Bool {
    let bits = Self.bits(of: key)
    return words[word(of: key)] & bits == bits
  }

  private func word(of key: UInt64) -> Int { Int(truncatingIfNeeded: key >> 24) & (words.count - 1) }

  /// Four bits, told by other parts of the key than the word.
  private static func bits(of key: UInt64) -> UInt64 {
    1 << (key & 63) | 1 << (key >> 6 & 63) | 1 << (key >> 12 & 63) | 1 << (key >> 18 & 63)
  }
}
