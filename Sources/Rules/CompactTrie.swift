/// The memory of a finished `WordTrie`: the children of a node stand side by side, in the order of their scalars, so that
/// an edge is the scalar of two bytes that leads to it.
///
/// A class that owns plain memory: what is searched is `words`, which is only numbers and addresses.
final class CompactTrie: @unchecked Sendable {
  let words: CompactWords
  private let roots: UnsafeMutableBufferPointer<Int32>
  private let nodes: UnsafeMutableBufferPointer<CompactWords.Node>
  private let scalars: UnsafeMutableBufferPointer<UInt16>

  /// Fewer first scalars than that are searched as any children are.
  private static let fewRoots = 512

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
    var nodes = [CompactWords.Node(word: -1)]
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
        nodes[index].continues |= TrieMemory.bit(of: scalar)
        if index == 0, !roots.isEmpty { roots[Int(scalar)] = Int32(nodes.count) }
        nodes.append(CompactWords.Node(word: words[target]))
        scalars.append(UInt16(scalar))
        origins.append(target)
      }
      index += 1
    }
    self.roots = Self.copied(roots)
    self.nodes = Self.copied(nodes)
    self.scalars = Self.copied(scalars)
    self.words = CompactWords(
      roots: UnsafeBufferPointer(self.roots), nodes: UnsafeBufferPointer(self.nodes),
      scalars: UnsafeBufferPointer(self.scalars))
  }

  deinit {
    roots.deallocate()
    nodes.deallocate()
    scalars.deallocate()
  }

  private static func copied<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafeMutableBufferPointer<Element> {
    let copy = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = copy.initialize(from: elements)
    return copy
  }

  var firstScalars: [UInt32] {
    (0..<Int(nodes[0].count)).map { UInt32(scalars[Int(nodes[0].first) + $0]) }
  }
}
