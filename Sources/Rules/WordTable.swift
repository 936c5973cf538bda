/// Words and what they mean, found by their longest match at a place of a text, at one lookup a scalar.
public struct WordTable<Value: Sendable>: Sendable {
  public struct Match: Sendable {
    public let end: Int
    public let value: Value
  }

  private var edges: [UInt64: Int32] = [:]
  private var nodes: [Int32] = [-1]
  private var values: [Value] = []

  public init() {}

  public var isEmpty: Bool { values.isEmpty }

  /// The scalars that words begin with, in no order.
  public var firstScalars: [UInt32] {
    edges.keys.filter { $0 >> 32 == 0 }.map { UInt32(truncatingIfNeeded: $0) }
  }

  /// Adds a word; `false` where it was there already, and then the older value stays.
  @discardableResult
  public mutating func insert(_ word: String, _ value: Value) -> Bool {
    var node: Int32 = 0
    for scalar in word.unicodeScalars {
      let edge = UInt64(node) << 32 | UInt64(scalar.value)
      if let next = edges[edge] {
        node = next
      } else {
        nodes.append(-1)
        let next = Int32(nodes.count - 1)
        edges[edge] = next
        node = next
      }
    }
    guard nodes[Int(node)] < 0 else { return false }
    nodes[Int(node)] = Int32(values.count)
    values.append(value)
    return true
  }

  /// The longest word that begins at `offset`. Full-width forms of ASCII match their half-width words.
  public func longestMatch(in utf8: [UInt8], at offset: Int, end: Int? = nil) -> Match? {
    let limit = end ?? utf8.count
    var node: Int32 = 0
    var position = offset
    var found: Match?
    while position < limit {
      let (scalar, length) = UTF8Scalar.folded(in: utf8, at: position)
      guard let next = edges[UInt64(node) << 32 | UInt64(scalar)] else { break }
      node = next
      position += length
      let value = nodes[Int(node)]
      if value >= 0 { found = Match(end: position, value: values[Int(value)]) }
    }
    return found
  }

  /// The longest word that ends at `end`; for tables whose words were inserted with `insertReversed`.
  public func longestMatch(endingAt end: Int, in utf8: [UInt8], start: Int = 0) -> (start: Int, value: Value)? {
    var node: Int32 = 0
    var position = end
    var found: (start: Int, value: Value)?
    while position > start {
      let previous = UTF8Scalar.start(before: position, in: utf8)
      let (scalar, _) = UTF8Scalar.folded(in: utf8, at: previous)
      guard let next = edges[UInt64(node) << 32 | UInt64(scalar)] else { break }
      node = next
      position = previous
      let value = nodes[Int(node)]
      if value >= 0 { found = (position, values[Int(value)]) }
    }
    return found
  }

  /// Adds a word to be found from its end.
  @discardableResult
  public mutating func insertReversed(_ word: String, _ value: Value) -> Bool {
    insert(String(String.UnicodeScalarView(word.unicodeScalars.reversed())), value)
  }
}

/// Scalars of valid UTF-8, read in place.
public enum UTF8Scalar {
  /// The scalar that begins at `offset`, with full-width ASCII folded to half width, and its bytes.
  @inlinable
  public static func folded(in utf8: [UInt8], at offset: Int) -> (scalar: UInt32, length: Int) {
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
