/// Words of a fixed vocabulary, found at a place of a text by their first six bytes (two Chinese characters).
///
/// A word of less than six bytes is found by all its bytes. The cost of a position where no word begins is one lookup.
public struct FormTable: Sendable {
  private var bytes: [UInt8] = []
  private var starts: [Int32] = [0]
  private var values: [Int32] = []
  private var next: [Int32] = []
  private var heads: [Int32]
  private let mask: Int
  private var shortest = Int.max

  /// - Parameter capacity: About how many words will be added.
  public init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    heads = [Int32](repeating: -1, count: size)
    mask = size - 1
  }

  public var count: Int { values.count }

  /// Adds a word of at least one Chinese character with a value; the same word may be added with several values.
  public mutating func insert(_ word: some Collection<UInt8>, value: Int) {
    guard word.count >= 3 else { return }
    let index = Int32(values.count)
    bytes.append(contentsOf: word)
    starts.append(Int32(bytes.count))
    values.append(Int32(value))
    let start = Int(starts[Int(index)])
    let slot = Self.slot(of: bytes, at: start, length: min(6, word.count)) & mask
    next.append(heads[slot])
    heads[slot] = index
    shortest = min(shortest, word.count)
  }

  /// The longest word that begins at an offset, and calls `body` with each of its values; its length in bytes or 0.
  public func longest(in text: [UInt8], at offset: Int, _ body: (Int) -> Void) -> Int {
    let room = text.count - offset
    guard room >= shortest, room >= 3 else { return 0 }
    var best = 0
    if room >= 6 { best = search(text, offset, keyLength: 6) }
    if best == 0, shortest < 6 { best = search(text, offset, keyLength: 3) }
    guard best > 0 else { return 0 }
    var index = heads[Self.slot(of: text, at: offset, length: min(6, best)) & mask]
    while index >= 0 {
      if length(index) == best, matches(index, text, offset) { body(Int(values[Int(index)])) }
      index = next[Int(index)]
    }
    return best
  }

  /// The longest word that begins at an offset, with one of its values.
  public func longest(in text: [UInt8], at offset: Int) -> (length: Int, value: Int)? {
    var value = 0
    let length = longest(in: text, at: offset) { value = $0 }
    return length > 0 ? (length, value) : nil
  }

  private func search(_ text: [UInt8], _ offset: Int, keyLength: Int) -> Int {
    var best = 0
    var index = heads[Self.slot(of: text, at: offset, length: keyLength) & mask]
    while index >= 0 {
      let length = length(index)
      if length > best, length >= keyLength, keyLength == 6 || length < 6, matches(index, text, offset) {
        best = length
      }
      index = next[Int(index)]
    }
    return best
  }

  private func length(_ index: Int32) -> Int { Int(starts[Int(index) + 1] - starts[Int(index)]) }

  private func matches(_ index: Int32, _ text: [UInt8], _ offset: Int) -> Bool {
    let start = Int(starts[Int(index)])
    let length = length(index)
    guard text.count - offset >= length else { return false }
    for step in 0..<length where bytes[start + step] != text[offset + step] { return false }
    return true
  }

  private static func slot(of text: [UInt8], at offset: Int, length: Int) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for step in 0..<length { hash = (hash ^ UInt64(text[offset + step])) &* 0x0000_0100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 29)) & Int.max
  }
}
