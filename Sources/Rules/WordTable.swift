/// Words and what they mean, found by their longest match at a place of a text, at one lookup a scalar.
public struct WordTable<Value: Sendable>: Sendable {
  public struct Match: Sendable {
    public let end: Int
    public let value: Value

    @inlinable
    init(end: Int, value: Value) {
      self.end = end
      self.value = value
    }
  }

  // Everything that depends on `Value` is inlinable: called without specialization from another target it would look up
  // the metadata of `Match` at each call.
  @usableFromInline var trie = WordTrie()
  @usableFromInline var values = WordValues<Value>()

  public init() {}

  @inlinable
  public var isEmpty: Bool { values.count == 0 }

  /// The scalars that words begin with, in no order.
  public var firstScalars: [UInt32] { trie.firstScalars }

  /// The first two scalars of the words, in no order; the second is `nil` for a word of one. Of a table that is not compressed.
  public var openings: [(first: UInt32, second: UInt32?)] { trie.openings }

  /// Adds a word; `false` where it was there already, and then the older value stays.
  @discardableResult
  @inlinable
  public mutating func insert(_ word: String, _ value: Value) -> Bool {
    guard trie.insert(word) else { return false }
    if !isKnownUniquelyReferenced(&values) { values = WordValues(copying: values) }
    values.append(value)
    return true
  }

  /// What a word of a table that is not compressed means; `nil` where it is none.
  @inlinable
  public func value(of word: String) -> Value? { trie.number(of: word).map { values[$0] } }

  /// Keeps the words in less memory, in which they are found sooner; none can be added then.
  public mutating func compress() { trie.compress() }

  /// The same words in less memory.
  public func compressed() -> WordTable {
    var table = self
    table.compress()
    return table
  }

  /// Whether a word may begin at `offset`: exact for its first scalar.
  @inlinable
  @inline(__always)
  public func mayBegin(in utf8: [UInt8], at offset: Int) -> Bool { trie.mayBegin(in: utf8, at: offset) }

  /// The first place from an offset on where a word may begin.
  @inlinable
  public func firstBeginning(in utf8: [UInt8], from offset: Int) -> Int? {
    trie.firstBeginning(in: utf8, offset..<max(offset, utf8.count))
  }

  /// The longest word that begins at `offset`. Full-width forms of ASCII match their half-width words.
  ///
  /// What most places of a text need, the bit of their first character, is looked at in the caller.
  @inlinable
  @inline(__always)
  public func longestMatch(in utf8: [UInt8], at offset: Int, end: Int? = nil) -> Match? {
    let limit = end ?? utf8.count
    guard offset < limit, trie.mayBegin(in: utf8, at: offset) else { return nil }
    return search(in: utf8, at: offset, limit: limit)
  }

  /// Whether a stretch of a text is one word.
  @inlinable
  @inline(__always)
  public func holds(_ range: Range<Int>, of utf8: [UInt8]) -> Bool {
    longestMatch(in: utf8, at: range.lowerBound, end: range.upperBound)?.end == range.upperBound
  }

  @inlinable
  @inline(__always)
  func search(in utf8: [UInt8], at offset: Int, limit: Int) -> Match? {
    let (end, word) = trie.search(in: utf8, at: offset, limit: limit)
    guard word >= 0 else { return nil }
    return Match(end: end, value: values[word])
  }

  /// The longest word that ends at `end`; for tables whose words were inserted with `insertReversed`.
  @inlinable
  @inline(__always)
  public func longestMatch(endingAt end: Int, in utf8: [UInt8], start: Int = 0) -> (start: Int, value: Value)? {
    guard let (start, word) = trie.longestMatch(endingAt: end, in: utf8, start: start) else { return nil }
    return (start, values[word])
  }

  /// Whether a word begins anywhere in a range and ends by `end`, else by the end of the range.
  @inlinable
  public func occurs(in utf8: [UInt8], _ range: Range<Int>, end: Int? = nil) -> Bool {
    trie.firstOccurrence(in: utf8, range, end: end ?? range.upperBound) != nil
  }

  /// Where the first word that begins in a range and ends by `end`, else by the end of the range, begins. The range may
  /// begin within a scalar.
  @inlinable
  public func firstOccurrence(in utf8: [UInt8], _ range: Range<Int>, end: Int? = nil) -> Int? {
    trie.firstOccurrence(in: utf8, range, end: end ?? range.upperBound)
  }

  /// Adds a word to be found from its end.
  @discardableResult
  @inlinable
  public mutating func insertReversed(_ word: String, _ value: Value) -> Bool {
    insert(String(String.UnicodeScalarView(word.unicodeScalars.reversed())), value)
  }
}

/// Scalars of valid UTF-8, read in place.
public enum UTF8Scalar {
  /// The scalar that begins at `offset`, with full-width ASCII folded to half width, and its bytes.
  @inlinable
  @inline(__always)
  public static func folded(in utf8: [UInt8], at offset: Int) -> (scalar: UInt32, length: Int) {
    utf8.withUnsafeBufferPointer { folded(in: $0, at: offset) }
  }

  /// The same in bytes that stand still.
  @inlinable
  @inline(__always)
  public static func folded(in utf8: UnsafeBufferPointer<UInt8>, at offset: Int) -> (scalar: UInt32, length: Int) {
    precondition(UInt(bitPattern: offset) < UInt(bitPattern: utf8.count), "no scalar begins behind the text")
    let lead = utf8[offset]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let rest = utf8.count - offset
    if lead < 0xE0 {
      guard rest >= 2 else { return (0xFFFD, rest) }
      return (UInt32(lead & 0x1F) << 6 | UInt32(utf8[offset + 1] & 0x3F), 2)
    }
    if lead < 0xF0 {
      guard rest >= 3 else { return (0xFFFD, rest) }
      let scalar =
        UInt32(lead & 0x0F) << 12 | UInt32(utf8[offset + 1] & 0x3F) << 6 | UInt32(utf8[offset + 2] & 0x3F)
      return (scalar >= 0xFF01 && scalar <= 0xFF5E ? scalar - 0xFEE0 : scalar, 3)
    }
    guard rest >= 4 else { return (0xFFFD, rest) }
    return (
      UInt32(lead & 0x07) << 18 | UInt32(utf8[offset + 1] & 0x3F) << 12 | UInt32(utf8[offset + 2] & 0x3F) << 6
        | UInt32(utf8[offset + 3] & 0x3F), 4
    )
  }

  /// Where the scalar before `offset` begins; `offset` is above 0.
  @inlinable
  public static func start(before offset: Int, in utf8: [UInt8]) -> Int {
    var start = offset - 1
    while start > 0, utf8[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }
}
