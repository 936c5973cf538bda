/// The words of a finished `WordTrie` in little memory: the children of a node stand side by side, in the order of their
/// scalars, so that an edge is the scalar of two bytes that leads to it.
///
/// A class, so that a table that is passed on copies one reference.
final class CompactTrie: Sendable {
  private struct Node: Sendable {
    /// The number of the word that ends here, or -1.
    var word: Int32
    /// Bits for the scalars that go on from here.
    var continues: UInt32 = 0
    /// Its children.
    var first: Int32 = 0
    var count: Int32 = 0
  }

  /// By scalar the node that words go on from, 0 where none begins with it; empty where words begin with few scalars, which
  /// are then searched as any children are.
  private let roots: [Int32]
  private let nodes: [Node]
  /// For each node the scalar that leads to it.
  private let scalars: [UInt16]

  /// - Parameters:
  ///   - edges: Node, scalar and target from the highest bits to the lowest, in any order; 0 where there is none.
  ///   - words: For each node the number of the word that ends there, or -1.
  /// - Returns: `nil` where a scalar is beyond the basic plane.
  init?(edges: [UInt64], words: [Int32], scalarBits: UInt64) {
    let mask = UInt64(1) << scalarBits - 1
    let sorted = edges.filter { $0 != 0 }.sorted()
    guard sorted.allSatisfy({ $0 >> scalarBits & mask < 0x10000 }) else { return nil }
    // Where the edges of each node begin.
    var starts = [Int](repeating: 0, count: words.count + 1)
    for edge in sorted { starts[Int(edge >> (2 * scalarBits)) + 1] += 1 }
    for node in 1..<starts.count { starts[node] += starts[node - 1] }
    var roots = [Int32](repeating: 0, count: starts[1] > Self.fewRoots ? 0x10000 : 0)
    var nodes = [Node(word: -1)]
    var scalars: [UInt16] = [0]
    nodes.reserveCapacity(words.count)
    scalars.reserveCapacity(words.count)
    // The node of the trie that each of these is.
    var origins = [0]
    origins.reserveCapacity(words.count)
    var index = 0
    while index < origins.count {
      let origin = origins[index]
      nodes[index].first = Int32(nodes.count)
      nodes[index].count = Int32(starts[origin + 1] - starts[origin])
      for edge in sorted[starts[origin]..<starts[origin + 1]] {
        let scalar = UInt32(truncatingIfNeeded: edge >> scalarBits & mask)
        let target = Int(edge & mask)
        nodes[index].continues |= WordTrie.bit(of: scalar)
        if index == 0, !roots.isEmpty { roots[Int(scalar)] = Int32(nodes.count) }
        nodes.append(Node(word: words[target]))
        scalars.append(UInt16(scalar))
        origins.append(target)
      }
      index += 1
    }
    self.roots = roots
    self.nodes = nodes
    self.scalars = scalars
  }

  private static let fewRoots = 512

  var firstScalars: [UInt32] { (0..<Int(nodes[0].count)).map { UInt32(scalars[Int(nodes[0].first) + $0]) } }

  /// The end and the number of the longest word that begins at `offset`.
  func search(in utf8: [UInt8], at offset: Int, limit: Int) -> (end: Int, word: Int)? {
    utf8.withUnsafeBufferPointer { utf8 in
      nodes.withUnsafeBufferPointer { nodes in
        scalars.withUnsafeBufferPointer { scalars in
          let (scalar, length) = UTF8Scalar.folded(in: utf8, at: offset)
          guard offset < limit, scalar < 0x10000 else { return nil }
          var node = roots.isEmpty ? Self.child(of: nodes[0], scalar, scalars) : Int(roots[Int(scalar)])
          guard node != 0 else { return nil }
          var position = offset + length
          var end = position
          var found = nodes[node].word
          while position < limit, nodes[node].count > 0 {
            let (scalar, length) = UTF8Scalar.folded(in: utf8, at: position)
            node = Self.child(of: nodes[node], scalar, scalars)
            guard node != 0 else { break }
            position += length
            if nodes[node].word >= 0 {
              found = nodes[node].word
              end = position
            }
          }
          return found >= 0 ? (end, Int(found)) : nil
        }
      }
    }
  }

  /// The start and the number of the longest word, inserted from its end, that ends at `end`; `start` is below it.
  func search(endingAt end: Int, in utf8: [UInt8], start: Int) -> (start: Int, word: Int)? {
    scalars.withUnsafeBufferPointer { scalars in
      var node = 0
      var position = end
      var found: (start: Int, word: Int)?
      while position > start {
        let previous = UTF8Scalar.start(before: position, in: utf8)
        let (scalar, _) = UTF8Scalar.folded(in: utf8, at: previous)
        node = Self.child(of: nodes[node], scalar, scalars)
        guard node != 0 else { break }
        position = previous
        if nodes[node].word >= 0 { found = (position, Int(nodes[node].word)) }
      }
      return found
    }
  }

  /// The child that a scalar leads to; 0 where there is none.
  @inline(__always)
  private static func child(of node: Node, _ scalar: UInt32, _ scalars: UnsafeBufferPointer<UInt16>) -> Int {
    guard node.continues & WordTrie.bit(of: scalar) != 0, scalar < 0x10000 else { return 0 }
    let wanted = UInt16(scalar)
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
