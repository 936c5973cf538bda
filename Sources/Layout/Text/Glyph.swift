/// A character of the page that has not been dropped, with its place.
struct Glyph: Hashable, Sendable, BitwiseCopyable {
  /// The scalar, in the low three bits its bytes in the page's text, and in the highest whether it may be another
  /// character than those bytes are.
  private let codeAndLength: UInt32
  /// The scalar that rules are compared with: simplified, half width.
  let shadow: UInt32
  private let position: UInt32
  /// Of the code.
  let traits: CharacterTraits

  /// - Parameters:
  ///   - start: The first byte in the page's text.
  ///   - length: Bytes of the page's text.
  ///   - isChanged: Whether the code may be another than that of those bytes.
  init(code: UInt32, shadow: UInt32, start: Int, length: Int, traits: CharacterTraits, isChanged: Bool = false) {
    codeAndLength = code << 3 | UInt32(length) | (isChanged ? 1 << 31 : 0)
    self.shadow = shadow
    position = UInt32(start)
    self.traits = traits
  }

  /// White space that stands for a stretch of the page.
  static func space(_ code: UInt32 = 0x20, at start: Int) -> Glyph {
    Glyph(code: code, shadow: code, start: start, length: 1, traits: CharacterTraits(of: code), isChanged: true)
  }

  /// Unicode scalar.
  var code: UInt32 { (codeAndLength & 0x7FFF_FFFF) >> 3 }
  var isChanged: Bool { codeAndLength >> 31 != 0 }
  var start: Int { Int(position) }
  var length: Int { Int(codeAndLength & 7) }
  var end: Int { start + length }
  var isSpace: Bool { traits.contains(.space) }

  /// The one space that stands for white space of any kind.
  var asSpace: Glyph {
    Glyph(code: 0x20, shadow: 0x20, start: start, length: length, traits: [.space], isChanged: true)
  }

  /// The half-width form, which stands for the same bytes.
  func narrowed(to code: UInt32) -> Glyph {
    Glyph(
      code: code, shadow: shadow, start: start, length: length, traits: CharacterTraits(of: code), isChanged: true)
  }
}

/// Decodes UTF-8 that is known to be valid; bytes that are not are passed over.
struct GlyphReader {
  let traits: TraitTable
  /// Whether the text has other characters than the page in some places.
  let mayDiffer: Bool

  /// What was read.
  struct Reading {
    var count = 0
    /// Of all glyphs together.
    var traits: CharacterTraits = []
    /// Full stops of ASCII.
    var stops = 0
  }

  /// - Parameters:
  ///   - shadow: The simplified shadow of `utf8`, with the same offsets.
  ///   - room: Holds as many glyphs as the range has characters.
  func read(
    _ utf8: UnsafeBufferPointer<UInt8>, shadow: UnsafeBufferPointer<UInt8>, in range: Range<Int>,
    into room: UnsafeMutableBufferPointer<Glyph>
  ) -> Reading {
    precondition(range.lowerBound >= 0 && range.upperBound <= utf8.count && utf8.count == shadow.count)
    // A text of simplified characters is its own shadow.
    let isShadow = utf8.baseAddress == shadow.baseAddress
    var reading = Reading()
    var count = 0
    var index = range.lowerBound
    while index < range.upperBound, count < room.count {
      // Ideographs of a text that is its own shadow come most.
      while isShadow, index + 3 <= range.upperBound, count < room.count, utf8[index] &- 0xE4 < 6 {
        let code = Self.three(utf8, index)
        guard code >= 0x4E00 else { break }
        room[count] = Glyph(
          code: code, shadow: code, start: index, length: 3, traits: TraitTable.han, isChanged: mayDiffer)
        reading.traits.formUnion(TraitTable.han)
        count += 1
        index += 3
      }
      guard index < range.upperBound, count < room.count else { break }
      let byte = utf8[index]
      var code: UInt32
      var folded: UInt32
      let length: Int
      if byte < 0x80 {
        length = 1
        code = UInt32(byte)
        folded = UInt32(shadow[index])
      } else if byte >= 0xE0, byte < 0xF0, index + 3 <= range.upperBound {
        length = 3
        code = Self.three(utf8, index)
        folded = isShadow ? code : Self.three(shadow, index)
      } else {
        let (size, mask): (Int, UInt8) = byte >= 0xF0 ? (4, 0x07) : byte >= 0xC0 ? (2, 0x1F) : (0, 0)
        guard size > 0, byte < 0xE0 || byte >= 0xF0, index + size <= range.upperBound else {
          index += 1
          continue
        }
        length = size
        code = UInt32(byte & mask)
        folded = UInt32(shadow[index] & mask)
        for offset in 1..<size {
          code = code << 6 | UInt32(utf8[index + offset] & 0x3F)
          folded = folded << 6 | UInt32(shadow[index + offset] & 0x3F)
        }
      }
      let traits = traits[code]
      if folded >= 0xFF05 { folded = CharacterClass.narrow(folded) ?? folded }
      room[count] = Glyph(
        code: code, shadow: folded, start: index, length: length, traits: traits, isChanged: mayDiffer)
      reading.traits.formUnion(traits)
      reading.stops &+= code == 0x2E ? 1 : 0
      count += 1
      index += length
    }
    reading.count = count
    return reading
  }

  @inline(__always)
  private static func three(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt32 {
    UInt32(bytes[index] & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
  }
}

extension RandomAccessCollection<Glyph> where Index == Int {
  /// The stretches between white space, as ranges of indices.
  var spaceSeparatedParts: [Range<Int>] {
    var parts: [Range<Int>] = []
    var start: Int?
    for index in indices {
      if self[index].isSpace {
        if let begin = start { parts.append(begin..<index) }
        start = nil
      } else if start == nil {
        start = index
      }
    }
    if let begin = start { parts.append(begin..<endIndex) }
    return parts
  }
}
