/// A character of the page that has not been dropped, with its place.
struct Glyph: Hashable, Sendable {
  /// Unicode scalar.
  var code: UInt32
  /// The scalar that rules are compared with: simplified, half width.
  var shadow: UInt32
  /// The first byte in the page's text.
  var start: Int
  /// Bytes of the page's text.
  var length: UInt8

  var end: Int { start + Int(length) }
}

/// Decodes UTF-8 that is known to be valid; bytes that are not are passed over.
enum GlyphReader {
  /// - Parameter shadow: The simplified shadow of `utf8`, with the same offsets.
  static func glyphs(of utf8: [UInt8], shadow: [UInt8], in range: Range<Int>) -> [Glyph] {
    var glyphs: [Glyph] = []
    glyphs.reserveCapacity(range.count / 2)
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = utf8[index]
      let (length, mask): (Int, UInt8) =
        byte < 0x80
        ? (1, 0x7F) : byte >= 0xF0 ? (4, 0x07) : byte >= 0xE0 ? (3, 0x0F) : byte >= 0xC0 ? (2, 0x1F) : (0, 0)
      guard length > 0, index + length <= range.upperBound else {
        index += 1
        continue
      }
      var code = UInt32(byte & mask)
      var folded = UInt32(shadow[index] & mask)
      for offset in 1..<max(length, 1) {
        code = code << 6 | UInt32(utf8[index + offset] & 0x3F)
        folded = folded << 6 | UInt32(shadow[index + offset] & 0x3F)
      }
      folded = CharacterClass.narrow(folded) ?? folded
      glyphs.append(Glyph(code: code, shadow: folded, start: index, length: UInt8(length)))
      index += length
    }
    return glyphs
  }
}

extension [Glyph] {
  /// The stretches between white space, as ranges of indices.
  var spaceSeparatedParts: [Range<Int>] {
    var parts: [Range<Int>] = []
    var start: Int?
    for (index, glyph) in enumerated() {
      if CharacterClass.isSpace(glyph.code) {
        if let begin = start { parts.append(begin..<index) }
        start = nil
      } else if start == nil {
        start = index
      }
    }
    if let begin = start { parts.append(begin..<count) }
    return parts
  }
}
