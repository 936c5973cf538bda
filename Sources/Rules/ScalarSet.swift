/// Scalars of the basic plane, one bit each: what words may begin with.
public struct ScalarSet: Sendable {
  @usableFromInline var bits = [UInt64](repeating: 0, count: 0x10000 / 64)

  public init() {}

  /// The scalars that the words of some tables begin with.
  public init(_ tables: any WordStarts...) {
    for table in tables { formUnion(table) }
  }

  /// Adds the scalars that the words of a table begin with, those of ASCII also in full width.
  public mutating func formUnion(_ table: some WordStarts) {
    for (index, word) in table.beginnings.enumerated() { bits[index] |= word }
  }

  /// Whether the scalar that begins at an offset of valid UTF-8 is in the set; `true` for any beyond the basic plane.
  @inlinable
  @inline(__always)
  public func contains(_ utf8: [UInt8], at offset: Int) -> Bool {
    let lead = utf8[offset]
    var scalar = Int(lead)
    if lead >= 0xE0 {
      guard lead < 0xF0, offset + 2 < utf8.count else { return true }
      scalar = Int(lead & 0x0F) << 12 | Int(utf8[offset + 1] & 0x3F) << 6 | Int(utf8[offset + 2] & 0x3F)
    } else if lead >= 0x80 {
      guard offset + 1 < utf8.count else { return true }
      scalar = Int(lead & 0x1F) << 6 | Int(utf8[offset + 1] & 0x3F)
    }
    return bits[scalar >> 6] & (1 << UInt64(scalar & 63)) != 0
  }

  /// Where the first scalar of the set begins from the beginning of a scalar on; `nil` where none does.
  public func first(in utf8: [UInt8], from start: Int) -> Int? {
    utf8.withUnsafeBufferPointer { utf8 in
      bits.withUnsafeBufferPointer { bits in
        var offset = start
        while offset < utf8.count {
          let lead = utf8[offset]
          var scalar = Int(lead)
          var length = 1
          if lead >= 0xE0 {
            guard lead < 0xF0, offset + 2 < utf8.count else { return offset }
            scalar = Int(lead & 0x0F) << 12 | Int(utf8[offset + 1] & 0x3F) << 6 | Int(utf8[offset + 2] & 0x3F)
            length = 3
          } else if lead >= 0x80 {
            guard offset + 1 < utf8.count else { return offset }
            scalar = Int(lead & 0x1F) << 6 | Int(utf8[offset + 1] & 0x3F)
            length = 2
          }
          if bits[scalar >> 6] & (1 << UInt64(scalar & 63)) != 0 { return offset }
          offset += length
        }
        return nil
      }
    }
  }

  mutating func insert(_ scalar: Int) {
    if scalar < 0x10000 { bits[scalar >> 6] |= 1 << UInt64(scalar & 63) }
  }

  /// Adds a scalar and, where it is of ASCII, its full-width form.
  public mutating func insertBothWidths(_ scalar: Int) {
    insert(scalar)
    if (0x21...0x7E).contains(scalar) { insert(scalar + 0xFEE0) }
  }

  /// The scalars of the set, in order.
  public var scalars: [Int] {
    (0..<0x10000).filter { bits[$0 >> 6] & (1 << UInt64($0 & 63)) != 0 }
  }
}

/// A table of words that tells what they begin with.
public protocol WordStarts {
  /// A bit for each scalar of the basic plane.
  var beginnings: [UInt64] { get }
}

extension WordTable: WordStarts {
  public var beginnings: [UInt64] { trie.begins.bits }
}

extension FormTable: WordStarts {
  public var beginnings: [UInt64] { begins.bits }
}

extension ScalarSet: WordStarts {
  public var beginnings: [UInt64] { bits }
}
