/// Where the words of a `CompactTrie` stand in memory; valid as long as the trie.
@usableFromInline
struct CompactWords: @unchecked Sendable {
  struct Node: BitwiseCopyable {
    /// The number of the word that ends here, or -1.
    var word: Int32
    /// Bits for the scalars that go on from here.
    var continues: UInt32 = 0
    /// Its children.
    var first: Int32 = 0
    var count: Int32 = 0
  }

  let nodes: UnsafeBufferPointer<Node>
  /// For each node the scalar that leads to it.
  let scalars: UnsafeBufferPointer<UInt16>
  /// The nodes behind the first two scalars of words, and behind one where a word ends there: the scalars in the high half,
  /// the node in the low one, 0 where the slot is free.
  let openings: UnsafeBufferPointer<UInt64>
  /// Bits for the openings by their hash, so few bytes that they stay in the nearest cache: most places of a text have none.
  let marks: UnsafeBufferPointer<UInt64>
  let openingShift: UInt32
  let markShift: UInt32

  /// The end and the number of the longest word that begins at `offset`; the number is -1 where none does.
  ///
  /// By the address of the words: a method of the object that owns them would count a reference for each question.
  @usableFromInline
  static func search(
    _ words: UnsafePointer<CompactWords>, in utf8: UnsafeBufferPointer<UInt8>, at offset: Int, limit: Int
  ) -> (end: Int, word: Int) {
    let limit = min(limit, utf8.count)
    // Two ideographs, which most places of a text have, without the questions that other scalars need.
    if offset >= 0, offset + 6 <= limit, isIdeograph(utf8[offset]), isIdeograph(utf8[offset + 3]) {
      let first = ideograph(utf8, offset)
      let found = words.pointee.longest(in: utf8, from: first << 16 | ideograph(utf8, offset + 3), offset + 6, limit)
      return found.word >= 0 ? found : words.pointee.single(first, end: offset + 3)
    }
    let (first, length) = UTF8Scalar.folded(in: utf8, at: offset)
    guard offset < limit, first < 0x10000 else { return (0, -1) }
    if offset + length < limit {
      let (second, secondLength) = UTF8Scalar.folded(in: utf8, at: offset + length)
      if second < 0x10000 {
        let found = words.pointee.longest(
          in: utf8, from: first << 16 | second, offset + length + secondLength, limit)
        if found.word >= 0 { return found }
      }
    }
    return words.pointee.single(first, end: offset + length)
  }

  /// Whether a scalar of U+3000 to U+9FFF begins with a byte.
  @inline(__always)
  private static func isIdeograph(_ lead: UInt8) -> Bool { lead &- 0xE3 < 7 }

  @inline(__always)
  private static func ideograph(_ utf8: UnsafeBufferPointer<UInt8>, _ offset: Int) -> UInt32 {
    UInt32(utf8[offset] & 0x0F) << 12 | UInt32(utf8[offset + 1] & 0x3F) << 6 | UInt32(utf8[offset + 2] & 0x3F)
  }

  /// The longest word of an opening of two scalars, from the place behind it on.
  @inline(__always)
  private func longest(
    in utf8: UnsafeBufferPointer<UInt8>, from opening: UInt32, _ behind: Int, _ limit: Int
  ) -> (end: Int, word: Int) {
    var node = node(behind: opening)
    guard node != 0 else { return (0, -1) }
    var position = behind
    var end = position
    var found = nodes[node].word
    while nodes[node].count > 0, position < limit {
      let (scalar, length) = UTF8Scalar.folded(in: utf8, at: position)
      node = child(of: node, scalar)
      guard node != 0 else { break }
      position += length
      if nodes[node].word >= 0 {
        found = nodes[node].word
        end = position
      }
    }
    return (end, Int(found))
  }

  /// The word of one scalar.
  @inline(__always)
  private func single(_ scalar: UInt32, end: Int) -> (end: Int, word: Int) {
    let node = node(behind: scalar << 16)
    return node == 0 ? (0, -1) : (end, Int(nodes[node].word))
  }

  /// The start and the number of the longest word, inserted from its end, that ends at `end`; the number is -1 where none
  /// does. `start` is below `end`.
  @usableFromInline
  static func search(
    _ words: UnsafePointer<CompactWords>, in utf8: UnsafeBufferPointer<UInt8>, endingAt end: Int, start: Int
  ) -> (start: Int, word: Int) {
    let (first, firstPlace) = scalar(before: end, in: utf8)
    guard first < 0x10000 else { return (0, -1) }
    if firstPlace > start {
      var (scalar, place) = Self.scalar(before: firstPlace, in: utf8)
      var node = scalar < 0x10000 ? words.pointee.node(behind: first << 16 | scalar) : 0
      if node != 0 {
        let nodes = words.pointee.nodes
        var found = nodes[node].word
        var low = place
        while nodes[node].count > 0, place > start {
          (scalar, place) = Self.scalar(before: place, in: utf8)
          node = words.pointee.child(of: node, scalar)
          guard node != 0 else { break }
          if nodes[node].word >= 0 {
            found = nodes[node].word
            low = place
          }
        }
        if found >= 0 { return (low, Int(found)) }
      }
    }
    let node = words.pointee.node(behind: first << 16)
    return node == 0 ? (0, -1) : (firstPlace, Int(words.pointee.nodes[node].word))
  }

  /// The scalar that ends at an offset above 0, and where it begins.
  @inline(__always)
  private static func scalar(before end: Int, in utf8: UnsafeBufferPointer<UInt8>) -> (scalar: UInt32, place: Int) {
    var place = end - 1
    while place > 0, utf8[place] & 0xC0 == 0x80 { place -= 1 }
    return (UTF8Scalar.folded(in: utf8, at: place).scalar, place)
  }

  /// The node behind an opening; 0 where no word opens so.
  @inline(__always)
  private func node(behind opening: UInt32) -> Int {
    let hash = Self.hash(opening)
    let mark = hash &>> markShift
    guard marks[Int(mark >> 6)] &>> UInt64(mark & 63) & 1 != 0 else { return 0 }
    var slot = Int(hash &>> openingShift)
    while openings[slot] != 0 {
      if UInt32(truncatingIfNeeded: openings[slot] >> 32) == opening {
        return Int(UInt32(truncatingIfNeeded: openings[slot]))
      }
      slot = (slot + 1) & (openings.count - 1)
    }
    return 0
  }

  @inline(__always)
  static func hash(_ opening: UInt32) -> UInt32 { (opening ^ opening >> 15) &* 0x9E37_79B1 }

  /// The child that a scalar leads to; 0 where there is none.
  @inline(__always)
  private func child(of parent: Int, _ scalar: UInt32) -> Int {
    guard nodes[parent].continues & TrieMemory.bit(of: scalar) != 0, scalar < 0x10000 else { return 0 }
    let wanted = UInt16(truncatingIfNeeded: scalar)
    var low = Int(nodes[parent].first)
    var high = low + Int(nodes[parent].count)
    while high - low > 8 {
      let middle = (low + high) >> 1
      if scalars[middle] <= wanted { low = middle } else { high = middle }
    }
    while low < high {
      if scalars[low] == wanted { return low }
      low += 1
    }
    return 0
  }
}
