#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// How bytes compare one by one: below, at or above zero.
@inline(__always)
func compareBytes(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int {
  let shared = min(left.count, right.count)
  if shared > 0, let leftStart = left.baseAddress, let rightStart = right.baseAddress {
    let order = memcmp(leftStart, rightStart, shared)
    if order != 0 { return Int(order) }
  }
  return left.count - right.count
}

/// The first eight bytes as a number that compares as they do; what is missing counts as zero.
@inline(__always)
func prefixNumber(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
  if bytes.count >= 8 { return UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)) }
  var number: UInt64 = 0
  for position in 0..<8 { number = number << 8 | (position < bytes.count ? UInt64(bytes[position]) : 0) }
  return number
}

extension [UInt8] {
  /// Adds a number, little-endian.
  mutating func append<Number: FixedWidthInteger>(number: Number) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }

  /// A number, little-endian.
  func number<Number: FixedWidthInteger>(at offset: Int) -> Number {
    withUnsafeBytes { Number(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: Number.self)) }
  }
}
