/// Turns byte offsets of UTF-8 into offsets in Unicode scalars, at a cost of one lookup and at most 64 bytes.
public struct ScalarIndex: Sendable {
  private static let stride = 64

  private let utf8: [UInt8]
  private let counts: [Int]

  public init(_ utf8: [UInt8]) {
    self.utf8 = utf8
    var counts: [Int] = []
    counts.reserveCapacity(utf8.count / Self.stride + 1)
    var count = 0
    utf8.withUnsafeBytes { bytes in
      var offset = 0
      while offset + Self.stride <= bytes.count {
        counts.append(count)
        for word in Swift.stride(from: offset, to: offset + Self.stride, by: 8) {
          count += Self.scalars(beginningIn: bytes.loadUnaligned(fromByteOffset: word, as: UInt64.self))
        }
        offset += Self.stride
      }
    }
    // The last block is counted byte by byte when it is asked for.
    counts.append(count)
    self.counts = counts
  }

  /// How many of eight bytes are no continuation bytes.
  private static func scalars(beginningIn bytes: UInt64) -> Int {
    // A continuation byte has bit 7 and not bit 6.
    (~(bytes & ~(bytes << 1)) & 0x8080_8080_8080_8080).nonzeroBitCount
  }

  /// The number of scalars that begin before a byte offset in `0...utf8.count`.
  public func scalars(before offset: Int) -> Int {
    let block = offset / Self.stride
    var count = counts[block]
    for byte in utf8[block * Self.stride..<offset] where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  public func scalars(in range: Range<Int>) -> Range<Int> {
    scalars(before: range.lowerBound)..<scalars(before: range.upperBound)
  }
}
