import SourceText

extension RandomAccessCollection<Glyph> {
  /// The shadows without white space.
  var dense: [UInt32] {
    var codes: [UInt32] = []
    codes.reserveCapacity(count)
    for glyph in self where !glyph.isSpace { codes.append(glyph.shadow) }
    return codes
  }
}

extension SourceText {
  /// The text of glyphs of another text; a glyph whose code was folded stands for the bytes it came from.
  init(_ glyphs: Glyphs, of text: SourceText) {
    self.init()
    // Three bytes a character is what nearly all take up.
    reserveCapacity(glyphs.count * 3, runs: 8)
    var run = 0..<0
    glyphs.withContiguousStorageIfAvailable { glyphs in
      for glyph in glyphs {
        if !glyph.isChanged || Self.matches(glyph, text.utf8) {
          if run.upperBound == glyph.start, !run.isEmpty {
            run = run.lowerBound..<glyph.end
          } else {
            if !run.isEmpty { append(run, of: text) }
            run = glyph.start..<glyph.end
          }
        } else {
          if !run.isEmpty { append(run, of: text) }
          run = 0..<0
          append(Self.encoded(glyph.code), standingFor: glyph.start..<glyph.end, of: text)
        }
      }
    }
    if !run.isEmpty { append(run, of: text) }
  }

  private static func matches(_ glyph: Glyph, _ bytes: [UInt8]) -> Bool {
    switch glyph.length {
    case 1:
      return UInt32(bytes[glyph.start]) == glyph.code
    case 3:
      let code =
        UInt32(bytes[glyph.start] & 0x0F) << 12 | UInt32(bytes[glyph.start + 1] & 0x3F) << 6
        | UInt32(bytes[glyph.start + 2] & 0x3F)
      return code == glyph.code
    default:
      return glyph.code >= 0x80
    }
  }

  private static func encoded(_ code: UInt32) -> [UInt8] {
    guard let scalar = Unicode.Scalar(code), let bytes = UTF8.encode(scalar) else { return [] }
    return Array(bytes)
  }
}
