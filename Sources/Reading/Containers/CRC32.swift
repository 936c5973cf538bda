import CCompression

/// The checksum of ZIP archives.
struct CRC32 {
  private(set) var value: UInt32 = 0

  mutating func add(_ bytes: ArraySlice<UInt8>) {
    value = bytes.withUnsafeBufferPointer { ccompression_crc32(value, $0.baseAddress, Int64($0.count)) }
  }
}
