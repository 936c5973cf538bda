/// The lines of HTTP that some programs save before a page (`curl -i`, `wget --save-headers`).
enum HTTPHeader {
  /// More than any server sends.
  private static let limit = 1 << 16

  /// Bytes up to the page, with the blank line; 0 where there is no header.
  static func length(in bytes: [UInt8]) -> Int {
    guard bytes.starts(with: "HTTP/".utf8) else { return 0 }
    var isBlank = false
    for (index, byte) in bytes.prefix(limit).enumerated() {
      if byte == 0x0A {
        if isBlank { return index + 1 }
        isBlank = true
      } else if byte != 0x0D {
        isBlank = false
      }
    }
    return 0
  }

  /// The page without it; its lines keep their numbers.
  static func blanked(in bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for index in 0..<length(in: bytes) where bytes[index] != 0x0A { bytes[index] = 0x20 }
    return bytes
  }
}
