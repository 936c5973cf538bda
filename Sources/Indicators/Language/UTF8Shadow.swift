/// Scalars of valid UTF-8, read in place.
enum UTF8Shadow {
  /// The scalar at an offset and its bytes.
  @inline(__always)
  static func scalar(in utf8: [UInt8], at offset: Int) -> (scalar: UInt32, length: Int) {
    let lead = utf8[offset]
    if lead < 0x80 { return (UInt32(lead), 1) }
    if lead < 0xE0, offset + 1 < utf8.count {
      return (UInt32(lead & 0x1F) << 6 | UInt32(utf8[offset + 1] & 0x3F), 2)
    }
    if lead < 0xF0, offset + 2 < utf8.count {
      return (
        UInt32(lead & 0x0F) << 12 | UInt32(utf8[offset + 1] & 0x3F) << 6 | UInt32(utf8[offset + 2] & 0x3F), 3
      )
    }
    return (0xFFFD, min(4, utf8.count - offset))
  }
}
