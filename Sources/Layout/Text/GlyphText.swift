import SourceText

extension [Glyph] {
  /// The glyphs without white space at either end.
  func trimmed() -> ArraySlice<Glyph> {
    var low = startIndex
    var high = endIndex
    while low < high, CharacterClass.isSpace(self[low].code) { low += 1 }
    while high > low, CharacterClass.isSpace(self[high - 1].code) { high -= 1 }
    return self[low..<high]
  }
}

extension RandomAccessCollection<Glyph> {
  /// The shadows without white space.
  var dense: [UInt32] {
    var codes: [UInt32] = []
    codes.reserveCapacity(count)
    for glyph in self where !CharacterClass.isSpace(glyph.code) { codes.append(glyph.shadow) }
    return codes
  }
}

extension SourceText {
  /// Adds glyphs of another text; a glyph whose code was folded stands for the bytes it came from.
  mutating func append(_ glyphs: some Sequence<Glyph>, of text: SourceText) {
    var run: Range<Int>?
    for glyph in glyphs {
      if Self.matches(glyph, text.utf8) {
        if let current = run, current.upperBound == glyph.start {
          run = current.lowerBound..<glyph.end
        } else {
          if let current = run { append(current, of: text) }
          run = glyph.start..<glyph.end
        }
      } else {
        if let current = run { append(current, of: text) }
        run = nil
        append(Self.encoded(glyph.code), standingFor: glyph.start..<glyph.end, of: text)
      }
    }
    if let current = run { append(current, of: text) }
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
