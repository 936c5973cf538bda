/// Words of a fixed vocabulary, found at a place of a text by their first six bytes (two Chinese characters).
///
/// A word of less than six bytes is found by its first three. The cost of a position where no word begins is a bit of
/// the first character, and where that is set, one of both.
public struct FormTable: Sendable {
  private var bytes: [UInt8] = []
  private var starts: [Int32] = [0]
  /// The word of the same first characters that is no longer; -1 after the last.
  private var next: [Int32] = []
  /// The first characters, 0 where the slot is free; at most a third in use.
  private var keys: [UInt64]
  /// The longest word of the key in the same slot.
  private var heads: [Int32]
  private var keyCount = 0
  private var shift: UInt64
  @usableFromInline var begins = ScalarSet()
  /// Bits for the keys, by their hash.
  private var marks = [UInt64](repeating: 0, count: 0x10000 / 64)
  private var hasShort = false
  /// What words of less than six bytes begin with.
  private var beginsShort = ScalarSet()

  /// - Parameter capacity: About how many words will be added.
  public init(capacity: Int) {
    var bits: UInt64 = 6
    while 1 << bits < capacity * 3 { bits += 1 }
    shift = 64 - bits
    keys = [UInt64](repeating: 0, count: 1 << bits)
    heads = [Int32](repeating: -1, count: 1 << bits)
  }

  /// How many words it has.
  public var count: Int { next.count }

  /// Adds a word that begins with a Chinese character; its number, the older one where it was there already, and `nil`
  /// for what is no such word.
  @discardableResult
  public mutating func insert(_ word: some Collection<UInt8>) -> Int? {
    let word = Array(word)
    guard word.count >= 3, word[0] >= 0xE0, word[0] < 0xF0 else { return nil }
    let key = Self.key(word, 0, isPair: word.count >= 6)
    let slot = slot(of: key)
    var before: Int32 = -1
    var after = heads[slot]
    while after >= 0, length(after) >= word.count {
      if length(after) == word.count, matches(after, word, 0) { return Int(after) }
      before = after
      after = next[Int(after)]
    }
    let index = Int32(next.count)
    bytes.append(contentsOf: word)
    starts.append(Int32(bytes.count))
    next.append(after)
    if before >= 0 {
      next[Int(before)] = index
    } else {
      if heads[slot] < 0 { keyCount += 1 }
      keys[slot] = key
      heads[slot] = index
    }
    let mark = Self.hash(key) >> 48
    marks[Int(mark >> 6)] |= 1 << (mark & 63)
    begins.insert(Int(word[0] & 0x0F) << 12 | Int(word[1] & 0x3F) << 6 | Int(word[2] & 0x3F))
    if word.count < 6 {
      hasShort = true
      beginsShort.insert(Int(word[0] & 0x0F) << 12 | Int(word[1] & 0x3F) << 6 | Int(word[2] & 0x3F))
    }
    if keyCount * 3 > keys.count { grow() }
    return Int(index)
  }

  /// The longest word that begins at an offset: its length in bytes and its number.
  @inlinable
  @inline(__always)
  public func longest(in text: [UInt8], at offset: Int) -> (length: Int, word: Int)? {
    guard offset + 2 < text.count, begins.contains(text, at: offset) else { return nil }
    return search(text, offset)
  }

  @usableFromInline
  func search(_ text: [UInt8], _ offset: Int) -> (length: Int, word: Int)? {
    if text.count - offset >= 6 {
      let key = Self.pair(text, offset)
      if isMarked(key), let found = search(text, offset, key) { return found }
    }
    guard hasShort, beginsShort.contains(text, at: offset) else { return nil }
    return search(text, offset, Self.key(text, offset, isPair: false))
  }

  /// Whether a word may have the first characters; most places of a text have others.
  @inline(__always)
  private func isMarked(_ key: UInt64) -> Bool {
    let mark = Self.hash(key) >> 48
    return marks.withUnsafeBufferPointer { $0[Int(mark >> 6)] } & (1 << (mark & 63)) != 0
  }

  private func search(_ text: [UInt8], _ offset: Int, _ key: UInt64) -> (length: Int, word: Int)? {
    var index = heads[slot(of: key)]
    while index >= 0 {
      if matches(index, text, offset) { return (length(index), Int(index)) }
      index = next[Int(index)]
    }
    return nil
  }

  private func length(_ index: Int32) -> Int { Int(starts[Int(index) + 1] - starts[Int(index)]) }

  private func matches(_ index: Int32, _ text: [UInt8], _ offset: Int) -> Bool {
    let start = Int(starts[Int(index)])
    let length = length(index)
    guard text.count - offset >= length else { return false }
    for step in 0..<length where bytes[start + step] != text[offset + step] { return false }
    return true
  }

  /// The slot that holds a key, or where it would stand.
  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: Self.hash(key) >> shift)
    while keys[slot] != key, keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }

  private static func key(_ text: [UInt8], _ offset: Int, isPair: Bool) -> UInt64 {
    text.withUnsafeBytes { bytes in
      let first = UInt64(bytes[offset]) | UInt64(bytes[offset + 1]) << 8 | UInt64(bytes[offset + 2]) << 16
      guard isPair else { return first }
      return first | UInt64(bytes[offset + 3]) << 24 | UInt64(bytes[offset + 4]) << 32 | UInt64(bytes[offset + 5]) << 40
    }
  }

  /// The first six bytes at an offset, which are there.
  @inline(__always)
  private static func pair(_ text: [UInt8], _ offset: Int) -> UInt64 {
    guard text.count - offset >= 8 else { return key(text, offset, isPair: true) }
    let bytes = text.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
    return UInt64(littleEndian: bytes) & 0xFFFF_FFFF_FFFF
  }

  private static func hash(_ key: UInt64) -> UInt64 { (key ^ key >> 24) &* 0x9E37_79B9_7F4A_7C15 }

  private mutating func grow() {
    let old = zip(keys, heads).filter { $0.0 != 0 }
    keys = [UInt64](repeating: 0, count: keys.count * 2)
    heads = [Int32](repeating: -1, count: keys.count)
    shift -= 1
    for (key, head) in old {
      let slot = slot(of: key)
      keys[slot] = key
      heads[slot] = head
    }
  }
}
