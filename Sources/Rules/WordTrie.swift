/// The words of a `WordTable` by their scalars.
///
/// Not generic, so that its loops are compiled once for all tables; what most places of a text need, the test whether
/// any word begins with their scalar, is inlined into the callers. A value in one reference: a table that a rule file
/// makes is handed to every question about a text, and each reference inside it would be counted each time.
public struct WordTrie: Sendable {
  @usableFromInline var memory = TrieMemory()

  public init() {}

  public var count: Int { memory.count }

  /// What words begin with.
  public var beginnings: ScalarSet { ScalarSet(ScalarBits(copying: memory.begins)) }

  /// The scalars that words begin with, in no order.
  public var firstScalars: [UInt32] { memory.firstScalars }

  /// The first two scalars of the words, in no order; the second is `nil` for a word of one. Of a trie that is not compressed.
  public var openings: [(first: UInt32, second: UInt32?)] { memory.openings }

  /// Adds a word, numbered by `count`; `false` where it was there already.
  public mutating func insert(_ word: String) -> Bool {
    makeUnique()
    return memory.insert(word)
  }

  /// The number of a word, which is not compressed yet; `nil` where it is none.
  public func number(of word: String) -> Int? { memory.number(of: word) }

  /// The first place in a range where a word may begin.
  public func firstBeginning(in utf8: [UInt8], _ range: Range<Int>) -> Int? {
    memory.begins.first(in: utf8, from: range.lowerBound, to: range.upperBound)
  }

  /// Whether a word may begin at `offset`: exact for the first scalar.
  @inlinable
  @inline(__always)
  public func mayBegin(in utf8: [UInt8], at offset: Int) -> Bool { memory.begins.contains(utf8, at: offset) }

  /// The end and the number of the longest word that begins at `offset`, where one may begin; the number is -1 where none
  /// does.
  @inlinable
  @inline(__always)
  func search(in utf8: [UInt8], at offset: Int, limit: Int) -> (end: Int, word: Int) {
    // The owner of a table outlives the questions asked of it.
    guard let words = memory.words else { return memory.searchEdges(in: utf8, at: offset, limit: limit) }
    return utf8.withUnsafeBufferPointer { CompactWords.search(words, in: $0, at: offset, limit: limit) }
  }

  /// Where the first word that begins in a range and ends by `end` begins. The range may begin within a scalar.
  @usableFromInline
  func firstOccurrence(in utf8: [UInt8], _ range: Range<Int>, end: Int) -> Int? {
    var offset = range.lowerBound
    while offset < range.upperBound, utf8[offset] & 0xC0 == 0x80 { offset += 1 }
    while offset < range.upperBound, let next = firstBeginning(in: utf8, offset..<range.upperBound) {
      if next < end, search(in: utf8, at: next, limit: end).word >= 0 { return next }
      offset = next + UTF8Scalar.folded(in: utf8, at: next).length
    }
    return nil
  }

  /// The start and the number of the longest word, inserted from its end, that ends at `end`.
  @inlinable
  @inline(__always)
  func longestMatch(endingAt end: Int, in utf8: [UInt8], start: Int) -> (start: Int, word: Int)? {
    guard start < end, memory.begins.contains(utf8, at: UTF8Scalar.start(before: end, in: utf8)) else { return nil }
    guard let words = memory.words else { return memory.searchEdges(in: utf8, endingAt: end, start: start) }
    let found = utf8.withUnsafeBufferPointer { CompactWords.search(words, in: $0, endingAt: end, start: start) }
    return found.word >= 0 ? found : nil
  }

  /// Keeps the words in less memory, in which they are found with fewer misses of the cache; none can be added then.
  public mutating func compress() {
    makeUnique()
    memory.compress()
  }

  private mutating func makeUnique() {
    if !isKnownUniquelyReferenced(&memory) { memory = TrieMemory(copying: memory) }
  }
}
