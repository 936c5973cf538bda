/// Brings the ways to print one name to one form: widths, white space and quotation marks; all words are kept.
enum NameFolding {
  /// The name with ASCII in half width, without white space and quotation marks of any kind.
  static func folded(_ name: String) -> [UInt8] { withFolded(name) { Array($0) } }

  /// Gives the same bytes, which must not be kept.
  static func withFolded<Result>(_ name: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var name = name
    return name.withUTF8 { utf8 in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: utf8.count) { folded in
        var folded = folded
        var count = 0
        fold(utf8, &folded, &count)
        return body(UnsafeBufferPointer(rebasing: folded[..<count]))
      }
    }
  }

  private static func fold(
    _ utf8: UnsafeBufferPointer<UInt8>, _ folded: inout UnsafeMutableBufferPointer<UInt8>, _ count: inout Int
  ) {
    var index = 0
    while index < utf8.count {
      let lead = utf8[index]
      // Ideographs come most, and all of them stay.
      if lead >= 0xE4, lead <= 0xE9, index + 3 <= utf8.count {
        copy(utf8, index, 3, &folded, &count)
        index += 3
        continue
      }
      let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      // A string holds whole scalars only.
      guard index + length <= utf8.count else { break }
      switch length {
      case 1:
        keep(lead, &folded, &count)
      case 3 where lead == 0xEF && (utf8[index + 1] == 0xBC || utf8[index + 1] == 0xBD):
        // U+FF01 to U+FF5E.
        let code = Int(utf8[index + 1] & 0x3F) << 6 | Int(utf8[index + 2] & 0x3F)
        if (0xF01...0xF5E).contains(code) {
          keep(UInt8(truncatingIfNeeded: code - 0xF01 + 0x21), &folded, &count)
        } else {
          copy(utf8, index, 3, &folded, &count)
        }
      case 2 where lead == 0xC2 && (utf8[index + 1] == 0x85 || utf8[index + 1] == 0xA0): break
      case 3 where lead <= 0xE3 && isDropped(lead, utf8[index + 1], utf8[index + 2]): break
      default: copy(utf8, index, length, &folded, &count)
      }
      index += length
    }
  }

  private static func keep(_ byte: UInt8, _ folded: inout UnsafeMutableBufferPointer<UInt8>, _ count: inout Int) {
    guard byte > 0x20, byte != 0x22, byte != 0x27 else { return }
    folded[count] = byte
    count += 1
  }

  @inline(__always)
  private static func copy(
    _ utf8: UnsafeBufferPointer<UInt8>, _ index: Int, _ length: Int,
    _ folded: inout UnsafeMutableBufferPointer<UInt8>, _ count: inout Int
  ) {
    for offset in 0..<length { folded[count + offset] = utf8[index + offset] }
    count += length
  }

  /// White space of three bytes (U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F, U+3000) and quotation marks
  /// (U+2018 to U+201F, U+300C to U+300F, U+301D to U+301F).
  private static func isDropped(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xE1, 0x9A): third == 0x80
    case (0xE2, 0x80): third <= 0x8A || (0x98...0x9F).contains(third) || third == 0xA8 || third == 0xA9 || third == 0xAF
    case (0xE2, 0x81): third == 0x9F
    case (0xE3, 0x80): third == 0x80 || (0x8C...0x8F).contains(third) || (0x9D...0x9F).contains(third)
    default: false
    }
  }
}
