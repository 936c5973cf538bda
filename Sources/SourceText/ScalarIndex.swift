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
    for (offset, byte) in utf8.enumerated() {
      if offset % Self.stride == 0 { counts.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    if utf8.count % Self.stride == 0 { counts.append(count) }
    self.counts = counts
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
