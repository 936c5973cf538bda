/// Scalars of the basic plane, one bit each: what words may begin with.
///
/// A value, though its bits are in a `ScalarBits` that copies share until one of them is changed: most places of a text are
/// asked about several sets, and an array of bits would count its references at each.
public struct ScalarSet: Sendable {
  @usableFromInline var bits = ScalarBits()

  public init() {}

  /// - Parameter bits: From here on nobody else's.
  init(_ bits: ScalarBits) { self.bits = bits }

  /// The scalars that the words of some tables begin with.
  public init(_ tables: any WordStarts...) {
    for table in tables { formUnion(table) }
  }

  /// Adds the scalars that the words of a table begin with, those of ASCII also in full width.
  public mutating func formUnion(_ table: some WordStarts) {
    let other = table.beginnings.bits
    makeUnique()
    for index in 0..<ScalarBits.count { bits.words[index] |= other.words[index] }
  }

  /// Whether the scalar that begins at an offset of valid UTF-8 is in the set; `true` for any beyond the basic plane.
  @inlinable
  @inline(__always)
  public func contains(_ utf8: [UInt8], at offset: Int) -> Bool { bits.contains(utf8, at: offset) }

  /// Where the first scalar of the set begins from the beginning of a scalar on; `nil` where none does.
  public func first(in utf8: [UInt8], from start: Int) -> Int? { bits.first(in: utf8, from: start, to: utf8.count) }

  /// The same before an offset.
  public func first(in utf8: [UInt8], from start: Int, to end: Int) -> Int? {
    bits.first(in: utf8, from: start, to: end)
  }

  mutating func insert(_ scalar: Int) {
    makeUnique()
    bits.insert(scalar)
  }

  /// Adds a scalar and, where it is of ASCII, its full-width form.
  public mutating func insertBothWidths(_ scalar: Int) {
    makeUnique()
    bits.insertBothWidths(scalar)
  }

  /// The scalars of the set, in order.
  public var scalars: [Int] {
    var scalars: [Int] = []
    for index in 0..<ScalarBits.count {
      var word = bits.words[index]
      while word != 0 {
        scalars.append(index << 6 + word.trailingZeroBitCount)
        word &= word - 1
      }
    }
    return scalars
  }

  private mutating func makeUnique() {
    if !isKnownUniquelyReferenced(&bits) { bits = ScalarBits(copying: bits) }
  }
}

/// A table of words that tells what they begin with.
public protocol WordStarts {
  var beginnings: ScalarSet { get }
}

extension WordTable: WordStarts {
  public var beginnings: ScalarSet { trie.beginnings }
}

extension FormTable: WordStarts {
  public var beginnings: ScalarSet { begins }
}

extension ScalarSet: WordStarts {
  public var beginnings: ScalarSet { self }
}
