/// The mark at the beginning of a text that names its encoding.
struct ByteOrderMark {
  let encoding: Encoding
  let length: Int

  init?(of bytes: [UInt8]) {
    switch (bytes.first, bytes.dropFirst().first) {
    case (0xEF, 0xBB) where bytes.count >= 3 && bytes[2] == 0xBF: (encoding, length) = (.utf8, 3)
    case (0xFF, 0xFE) where bytes.count >= 4 && bytes[2] == 0 && bytes[3] == 0:
      (encoding, length) = (.utf32LittleEndian, 4)
    case (0xFF, 0xFE): (encoding, length) = (.utf16LittleEndian, 2)
    case (0xFE, 0xFF): (encoding, length) = (.utf16BigEndian, 2)
    case (0x00, 0x00) where bytes.count >= 4 && bytes[2] == 0xFE && bytes[3] == 0xFF:
      (encoding, length) = (.utf32BigEndian, 4)
    case (0x84, 0x31) where bytes.count >= 4 && bytes[2] == 0x95 && bytes[3] == 0x33:
      (encoding, length) = (.gb18030, 4)
    default: return nil
    }
  }

  /// `UTF-16` with a mark is the one of its two byte orders that the mark says.
  func agrees(with other: Encoding) -> Bool {
    other == encoding || (other.name == "UTF-16" && encoding.name.hasPrefix("UTF-16"))
      || (other.name == "UTF-32" && encoding.name.hasPrefix("UTF-32"))
  }
}
