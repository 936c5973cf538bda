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

  /// The end and the number of the longest word that begins at `offset`, where one may begin.
  @inlinable
  public func search(in utf8: [UInt8], at offset: Int, limit: Int) -> (end: Int, word: Int)? {
    memory.search(in: utf8, at: offset, limit: limit)
  }

  /// The start and the number of the longest word, inserted from its end, that ends at `end`.
  public func longestMatch(endingAt end: Int, in utf8: [UInt8], start: Int) -> (start: Int, word: Int)? {
    memory.search(endingAt: end, in: utf8, start: start)
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
