/// The memory of a finished `WordTrie`: the children of a node stand side by side, in the order of their scalars, so that
/// an edge is the scalar of two bytes that leads to it.
///
/// A class that owns plain memory: what is searched is `words`, which is only numbers and addresses.
final class CompactTrie: @unchecked Sendable {
  /// At an address of its own, by which it is searched.
  let words: UnsafeMutablePointer<CompactWords>
  private let nodes: UnsafeMutableBufferPointer<CompactWords.Node>
  private let scalars: UnsafeMutableBufferPointer<UInt16>
  private let openings: UnsafeMutableBufferPointer<UInt64>
  private let marks: UnsafeMutableBufferPointer<UInt64>

  /// - Parameters:
  ///   - edges: Node, scalar and target from the highest bits to the lowest, in any order; 0 where there is none.
  ///   - words: For each node the number of the word that ends there, or -1.
  /// - Returns: `nil` where a scalar is beyond the basic plane.
  init?(edges: [UInt64], words: [Int32], scalarBits: UInt64) {
    let mask = UInt64(1) << scalarBits - 1
    // Where the edges of each node begin.
    var starts = [Int](repeating: 0, count: words.count + 1)
    for edge in edges where edge != 0 {
      guard edge >> scalarBits & mask < 0x10000 else { return nil }
      starts[Int(edge >> (2 * scalarBits)) + 1] += 1
    }
    for node in 1..<starts.count { starts[node] += starts[node - 1] }
    let sorted = Self.sorted(edges, starts, nodeShift: 2 * scalarBits)
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
        nodes.append(CompactWords.Node(word: words[target]))
        scalars.append(UInt16(scalar))
        origins.append(target)
      }
      index += 1
    }
    // Nodes stand in the order of their distance from the root: first its children, then theirs.
    let first = 1..<1 + Int(nodes[0].count)
    let known = first.reduce(0) { $0 + Int(nodes[$1].count) + (nodes[$1].word >= 0 ? 1 : 0) }
    var bits: UInt32 = 3
    while 1 << bits < known * 2 { bits += 1 }
    var openings = [UInt64](repeating: 0, count: 1 << bits)
    var marks = [UInt64](repeating: 0, count: 1 << max(0, Int(bits) - 5))
    let openingShift = 32 - bits
    let markShift = 32 - max(6, bits + 1)
    func add(_ opening: UInt32, _ node: Int) {
      let hash = CompactWords.hash(opening)
      let mark = hash &>> markShift
      marks[Int(mark >> 6)] |= 1 << UInt64(mark & 63)
      var slot = Int(hash &>> openingShift)
      while openings[slot] != 0 { slot = (slot + 1) & (openings.count - 1) }
      openings[slot] = UInt64(opening) << 32 | UInt64(node)
    }
    for node in first {
      let scalar = UInt32(scalars[node]) << 16
      if nodes[node].word >= 0 { add(scalar, node) }
      for child in 0..<Int(nodes[node].count) {
        let child = Int(nodes[node].first) + child
        add(scalar | UInt32(scalars[child]), child)
      }
    }
    self.nodes = Self.copied(nodes)
    self.scalars = Self.copied(scalars)
    self.openings = Self.copied(openings)
    self.marks = Self.copied(marks)
    self.words = .allocate(capacity: 1)
    self.words.initialize(
      to: CompactWords(
        nodes: UnsafeBufferPointer(self.nodes), scalars: UnsafeBufferPointer(self.scalars),
        openings: UnsafeBufferPointer(self.openings), marks: UnsafeBufferPointer(self.marks),
        openingShift: openingShift, markShift: markShift))
  }

  /// The edges of each node in their order; most nodes have one, so that sorting all of them together would take longer.
  private static func sorted(_ edges: [UInt64], _ starts: [Int], nodeShift: UInt64) -> [UInt64] {
    var sorted = [UInt64](repeating: 0, count: starts.last ?? 0)
    var ends = starts
    for edge in edges where edge != 0 {
      let node = Int(edge >> nodeShift)
      sorted[ends[node]] = edge
      ends[node] += 1
    }
    for node in 0..<starts.count - 1 where starts[node + 1] - starts[node] > 1 {
      sorted[starts[node]..<starts[node + 1]].sort()
    }
    return sorted
  }

  deinit {
    words.deallocate()
    nodes.deallocate()
    scalars.deallocate()
    openings.deallocate()
    marks.deallocate()
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
