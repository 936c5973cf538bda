/// The words of a `WordTable` by their scalars: edges between nodes in one table of open addressing.
///
/// Not generic, so that its loops are compiled once for all tables and called from other targets at full speed.
public struct WordTrie: Sendable {
  private static let free = UInt64.max

  /// Node above scalar, or `free`; a power of two of them, at most half in use.
  private var edges: [UInt64] = Array(repeating: free, count: 16)
  private var targets: [Int32] = Array(repeating: 0, count: 16)
  private var edgeCount = 0
  /// For each node the number of the word that ends there, or -1.
  private var words: [Int32] = [-1]
  /// Bits for the scalars that words begin with, by their low bits: most places of a text begin no word.
  private var begins: [UInt64] = Array(repeating: 0, count: 8)
  public private(set) var count = 0

  public init() {}

  /// The scalars that words begin with, in no order.
  public var firstScalars: [UInt32] {
    edges.filter { $0 != Self.free && $0 >> 32 == 0 }.map { UInt32(truncatingIfNeeded: $0) }
  }

  /// Adds a word, numbered by `count`; `false` where it was there already.
  public mutating func insert(_ word: String) -> Bool {
    var node: Int32 = 0
    for scalar in word.unicodeScalars {
      if let next = target(of: node, scalar.value) {
        node = next
      } else {
        words.append(-1)
        let next = Int32(words.count - 1)
        add(UInt64(node) << 32 | UInt64(scalar.value), next)
        node = next
      }
    }
    guard words[Int(node)] < 0 else { return false }
    words[Int(node)] = Int32(count)
    count += 1
    return true
  }

  /// The end and the number of the longest word that begins at `offset`.
  public func longestMatch(in utf8: [UInt8], at offset: Int, limit: Int) -> (end: Int, word: Int)? {
    guard offset < limit else { return nil }
    var (scalar, length) = UTF8Scalar.folded(in: utf8, at: offset)
    guard mayBegin(scalar) else { return nil }
    var node: Int32 = 0
    var position = offset
    var found: (end: Int, word: Int)?
    while let next = target(of: node, scalar) {
      node = next
      position += length
      let word = words[Int(node)]
      if word >= 0 { found = (position, Int(word)) }
      guard position < limit else { break }
      (scalar, length) = UTF8Scalar.folded(in: utf8, at: position)
    }
    return found
  }

  /// The start and the number of the longest word, inserted from its end, that ends at `end`.
  public func longestMatch(endingAt end: Int, in utf8: [UInt8], start: Int) -> (start: Int, word: Int)? {
    var node: Int32 = 0
    var position = end
    var found: (start: Int, word: Int)?
    while position > start {
      let previous = UTF8Scalar.start(before: position, in: utf8)
      let (scalar, _) = UTF8Scalar.folded(in: utf8, at: previous)
      guard node != 0 || mayBegin(scalar), let next = target(of: node, scalar) else { break }
      node = next
      position = previous
      let word = words[Int(node)]
      if word >= 0 { found = (position, Int(word)) }
    }
    return found
  }

  private func mayBegin(_ scalar: UInt32) -> Bool {
    let bit = Int(scalar) & (begins.count * 64 - 1)
    return begins[bit >> 6] & (1 << UInt64(bit & 63)) != 0
  }

  private func target(of node: Int32, _ scalar: UInt32) -> Int32? {
    let edge = UInt64(node) << 32 | UInt64(scalar)
    var slot = Self.slot(of: edge, in: edges.count)
    while edges[slot] != edge {
      if edges[slot] == Self.free { return nil }
      slot = (slot + 1) & (edges.count - 1)
    }
    return targets[slot]
  }

  private static func slot(of edge: UInt64, in size: Int) -> Int {
    Int(truncatingIfNeeded: (edge &* 0x9E37_79B9_7F4A_7C15) >> 32) & (size - 1)
  }

  private mutating func add(_ edge: UInt64, _ target: Int32) {
    edgeCount += 1
    if edgeCount * 2 > edges.count { grow() }
    place(edge, target)
    guard edge >> 32 == 0 else { return }
    let bit = Int(edge) & (begins.count * 64 - 1)
    begins[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  private mutating func place(_ edge: UInt64, _ target: Int32) {
    var slot = Self.slot(of: edge, in: edges.count)
    while edges[slot] != Self.free { slot = (slot + 1) & (edges.count - 1) }
    edges[slot] = edge
    targets[slot] = target
  }

  private mutating func grow() {
    let old = zip(edges, targets).filter { $0.0 != Self.free }
    edges = Array(repeating: Self.free, count: edges.count * 2)
    targets = Array(repeating: 0, count: edges.count)
    // At most a kilobyte: that many bits tell the beginnings of the largest tables apart well enough.
    begins = Array(repeating: 0, count: min(128, edges.count / 2))
    for (edge, target) in old {
      place(edge, target)
      guard edge >> 32 == 0 else { continue }
      let bit = Int(edge) & (begins.count * 64 - 1)
      begins[bit >> 6] |= 1 << UInt64(bit & 63)
    }
  }
}
