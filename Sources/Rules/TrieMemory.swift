/// The words of a `WordTrie`: edges between nodes in one table of open addressing, or, once they are compressed, a
/// `CompactTrie`.
///
/// Only a trie that alone has it changes it.
@usableFromInline
final class TrieMemory: @unchecked Sendable {
  /// Bits of an edge that hold the node it leads to, and those of the scalar above them.
  private static let scalarBits: UInt64 = 21
  private static let targetMask: UInt64 = (1 << 21) - 1

  // What changes them calls nothing that comes back here.

  /// Node, scalar and the node that the edge leads to, from the highest bits to the lowest; 0 where the slot is free.
  /// A power of two of them, at most a third in use, so that a search for what is not there ends soon.
  @exclusivity(unchecked) private var edges: [UInt64] = Array(repeating: 0, count: 16)
  @exclusivity(unchecked) private var shift: UInt64 = 60
  @exclusivity(unchecked) private var edgeCount = 0
  /// For each node the number of the word that ends there, or -1, and bits for the scalars that go on from there.
  @exclusivity(unchecked) private var nodes: [Node] = [Node()]
  /// The scalars that words begin with; those of ASCII also in full width.
  @usableFromInline let begins: ScalarBits
  @exclusivity(unchecked) private(set) var count = 0
  /// The same words in less memory, where no more are added, and where they stand in it.
  @exclusivity(unchecked) private var compact: CompactTrie?
  @exclusivity(unchecked) @usableFromInline private(set) var words: UnsafePointer<CompactWords>?

  private struct Node: Sendable {
    var word: Int32 = -1
    var continues: UInt32 = 0
  }

  @usableFromInline
  init() { begins = ScalarBits() }

  init(copying other: TrieMemory) {
    begins = ScalarBits(copying: other.begins)
    edges = other.edges
    shift = other.shift
    edgeCount = other.edgeCount
    nodes = other.nodes
    count = other.count
    compact = other.compact
    words = other.words
  }

  var firstScalars: [UInt32] {
    if let compact { return compact.firstScalars }
    return edges.filter { $0 != 0 && $0 >> (2 * Self.scalarBits) == 0 }.map {
      UInt32(truncatingIfNeeded: $0 >> Self.scalarBits)
    }
  }

  var openings: [(first: UInt32, second: UInt32?)] {
    precondition(compact == nil, "a compact trie does not say how its words begin")
    let known = edges.filter { $0 != 0 }.map { edge in
      (
        node: edge >> (2 * Self.scalarBits), scalar: UInt32(edge >> Self.scalarBits & Self.targetMask),
        target: edge & Self.targetMask
      )
    }
    var openings: [(first: UInt32, second: UInt32?)] = []
    for first in known where first.node == 0 {
      if nodes[Int(first.target)].word >= 0 { openings.append((first.scalar, nil)) }
      for second in known where second.node == first.target { openings.append((first.scalar, second.scalar)) }
    }
    return openings
  }

  func insert(_ word: String) -> Bool {
    precondition(compact == nil, "a compact trie takes no more words")
    var node: UInt64 = 0
    for scalar in word.unicodeScalars {
      let next = target(of: node, scalar.value)
      if next != 0 {
        node = next
      } else {
        nodes.append(Node())
        nodes[Int(node)].continues |= Self.bit(of: scalar.value)
        let next = UInt64(nodes.count - 1)
        add((node << Self.scalarBits | UInt64(scalar.value)) << Self.scalarBits | next)
        node = next
      }
    }
    guard nodes[Int(node)].word < 0 else { return false }
    nodes[Int(node)].word = Int32(count)
    count += 1
    return true
  }

  func number(of word: String) -> Int? {
    var node: UInt64 = 0
    for scalar in word.unicodeScalars {
      node = target(of: node, scalar.value)
      guard node != 0 else { return nil }
    }
    let number = nodes[Int(node)].word
    return number >= 0 ? Int(number) : nil
  }

  @usableFromInline
  func searchEdges(in utf8: [UInt8], at offset: Int, limit: Int) -> (end: Int, word: Int) {
    utf8.withUnsafeBufferPointer { utf8 in
      nodes.withUnsafeBufferPointer { nodes in
        edges.withUnsafeBufferPointer { edges in
          var node: UInt64 = 0
          var position = offset
          var end = 0
          var found: Int32 = -1
          while position < limit {
            let (scalar, length) = UTF8Scalar.folded(in: utf8, at: position)
            if node != 0, nodes[Int(node)].continues & Self.bit(of: scalar) == 0 { break }
            node = target(of: node, scalar, edges)
            guard node != 0 else { break }
            position += length
            let word = nodes[Int(node)].word
            if word >= 0 {
              found = word
              end = position
            }
          }
          return (end, Int(found))
        }
      }
    }
  }

  @usableFromInline
  func searchEdges(in utf8: [UInt8], endingAt end: Int, start: Int) -> (start: Int, word: Int)? {
    var node: UInt64 = 0
    var position = end
    var found: (start: Int, word: Int)?
    while position > start {
      let previous = UTF8Scalar.start(before: position, in: utf8)
      let (scalar, _) = UTF8Scalar.folded(in: utf8, at: previous)
      if node != 0, nodes[Int(node)].continues & Self.bit(of: scalar) == 0 { break }
      node = target(of: node, scalar)
      guard node != 0 else { break }
      position = previous
      let word = nodes[Int(node)].word
      if word >= 0 { found = (position, Int(word)) }
    }
    return found
  }

  func compress() {
    guard compact == nil, let made = CompactTrie(edges: edges, words: nodes.map(\.word), scalarBits: Self.scalarBits)
    else { return }
    compact = made
    words = UnsafePointer(made.words)
    edges = []
    nodes = []
  }

  static func bit(of scalar: UInt32) -> UInt32 { 1 << ((scalar ^ scalar >> 5) & 31) }

  /// The node that an edge leads to; 0 where there is none.
  private func target(of node: UInt64, _ scalar: UInt32) -> UInt64 {
    edges.withUnsafeBufferPointer { target(of: node, scalar, $0) }
  }

  @inline(__always)
  private func target(of node: UInt64, _ scalar: UInt32, _ edges: UnsafeBufferPointer<UInt64>) -> UInt64 {
    let key = node << Self.scalarBits | UInt64(scalar)
    let mask = edges.count - 1
    var slot = Int(truncatingIfNeeded: Self.hash(key) >> shift)
    while true {
      let edge = edges[slot]
      if edge >> Self.scalarBits == key { return edge & Self.targetMask }
      if edge == 0 { return 0 }
      slot = (slot + 1) & mask
    }
  }

  private static func hash(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }

  private func add(_ edge: UInt64) {
    edgeCount += 1
    if edgeCount * 3 > edges.count { grow() }
    place(edge)
    guard edge >> (2 * Self.scalarBits) == 0 else { return }
    begins.insertBothWidths(Int(edge >> Self.scalarBits))
  }

  private func place(_ edge: UInt64) {
    var slot = Int(truncatingIfNeeded: Self.hash(edge >> Self.scalarBits) >> shift)
    while edges[slot] != 0 { slot = (slot + 1) & (edges.count - 1) }
    edges[slot] = edge
  }

  /// Four times as many slots: a table of thousands of words is made in a few steps.
  private func grow() {
    let old = edges
    edges = Array(repeating: 0, count: edges.count * 4)
    shift -= 2
    for edge in old where edge != 0 { place(edge) }
  }
}
