/// What a strict reading of bytes as UTF-8 finds.
public enum UTF8Validation: Equatable {
  case valid
  /// The bytes from the offset on are the beginning of a sequence that the end of the input cuts off.
  case truncated(at: Int)
  /// The sequence at the offset is none: a stray or missing continuation byte, an overlong form, a surrogate.
  case malformed(at: Int)

  public init(of bytes: [UInt8]) {
    self = bytes.withUnsafeBufferPointer { Self.validate($0) }
  }

  // The well-formed sequences of table 3-7 of the Unicode Standard.
  private static func validate(_ bytes: UnsafeBufferPointer<UInt8>) -> UTF8Validation {
    let count = bytes.count
    var offset = 0
    while offset < count {
      let lead = bytes[offset]
      if lead < 0x80 {
        offset += 1
        while offset + 8 <= count, isASCII(bytes, at: offset) { offset += 8 }
      } else if lead >= 0xE1, lead <= 0xEF, lead != 0xED, offset + 2 < count {
        guard bytes[offset + 1] & 0xC0 == 0x80, bytes[offset + 2] & 0xC0 == 0x80 else { return .malformed(at: offset) }
        offset += 3
      } else {
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0:
          length = 3
          second = 0xA0...0xBF
        case 0xED:
          length = 3
          second = 0x80...0x9F
        case 0xE1...0xEF: length = 3
        case 0xF0:
          length = 4
          second = 0x90...0xBF
        case 0xF1...0xF3: length = 4
        case 0xF4:
          length = 4
          second = 0x80...0x8F
        default: return .malformed(at: offset)
        }
        for position in 1..<length {
          guard offset + position < count else { return .truncated(at: offset) }
          let byte = bytes[offset + position]
          guard position == 1 ? second.contains(byte) : byte & 0xC0 == 0x80 else { return .malformed(at: offset) }
        }
        offset += length
      }
    }
    return .valid
  }

  @inline(__always)
  private static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    return UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 == 0
  }
}
