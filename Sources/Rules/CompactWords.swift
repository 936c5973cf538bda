/// Where the words of a `CompactTrie` stand in memory; valid as long as the trie.
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

  /// By scalar the node that words go on from, 0 where none begins with it; empty where they begin with few.
  let roots: UnsafeBufferPointer<Int32>
  let nodes: UnsafeBufferPointer<Node>
  /// For each node the scalar that leads to it.
  let scalars: UnsafeBufferPointer<UInt16>

  /// The end and the number of the longest word that begins at `offset`.
  @inline(__always)
  func search(in utf8: UnsafeBufferPointer<UInt8>, at offset: Int, limit: Int) -> (end: Int, word: Int)? {
    let (scalar, length) = UTF8Scalar.folded(in: utf8, at: offset)
    guard offset < limit, scalar < 0x10000 else { return nil }
    var node = roots.isEmpty ? child(of: nodes[0], scalar) : Int(roots[Int(scalar)])
    guard node != 0 else { return nil }
    var position = offset + length
    var end = position
    var found = nodes[node].word
    while position < limit, nodes[node].count > 0 {
      let (scalar, length) = UTF8Scalar.folded(in: utf8, at: position)
      node = child(of: nodes[node], scalar)
      guard node != 0 else { break }
      position += length
      if nodes[node].word >= 0 {
        found = nodes[node].word
        end = position
      }
    }
    return found >= 0 ? (end, Int(found)) : nil
  }

  /// The start and the number of the longest word, inserted from its end, that ends at `end`; `start` is below it.
  func search(endingAt end: Int, in utf8: UnsafeBufferPointer<UInt8>, start: Int) -> (start: Int, word: Int)? {
    var node = 0
    var position = end
    var found: (start: Int, word: Int)?
    while position > start {
      var previous = position - 1
      while previous > 0, utf8[previous] & 0xC0 == 0x80 { previous -= 1 }
      let (scalar, _) = UTF8Scalar.folded(in: utf8, at: previous)
      node = child(of: nodes[node], scalar)
      guard node != 0 else { break }
      position = previous
      if nodes[node].word >= 0 { found = (position, Int(nodes[node].word)) }
    }
    return found
  }

  /// The child that a scalar leads to; 0 where there is none.
  @inline(__always)
  private func child(of node: Node, _ scalar: UInt32) -> Int {
    guard node.continues & TrieMemory.bit(of: scalar) != 0, scalar < 0x10000 else { return 0 }
    let wanted = UInt16(truncatingIfNeeded: scalar)
    var low = Int(node.first)
    var high = low + Int(node.count)
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
