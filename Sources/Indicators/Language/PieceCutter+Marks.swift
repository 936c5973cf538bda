import Figures

/// Marks between clauses, and the ends of what quotes and brackets hold.
extension PieceCutter {
  enum Mark {
    case comma, semicolon, stop, enumeration, space
    case open(closing: UInt32, isBracket: Bool)
    case close
  }

  /// Bytes that a quotation may have and still be one thing.
  private static let nameQuoteLimit = 96

  /// Letters of the Han script, which come most, and others that are no marks.
  @inline(__always)
  static func isLetter(_ scalar: UInt32) -> Bool { scalar >= 0x3400 && scalar < 0xFF00 }

  func mark(_ scalar: UInt32, at offset: Int, length: Int, range: Range<Int>) -> Mark? {
    if Self.isLetter(scalar) { return nil }
    switch scalar {
    case 0x2014 where isBetweenRomanNumerals(offset, range): return nil
    case 0xFF0C, 0xFF1A, 0x2014, 0x2015, 0x2500: return .comma  // ，：—
    case 0x3001: return .enumeration  // 、
    case 0x2F, 0xFF0F:  // 装机20万千瓦/40万千瓦时: two sizes of one thing.
      return standsBetweenFigures(offset, length: length) ? .enumeration : nil
    case 0xFF1B, 0x3B: return .semicolon  // ；;
    case 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F, 0x0A, 0x2026, 0x25CF, 0x25A0, 0x25A1, 0x25B2,
      0x25B3, 0x25B6, 0x25B7, 0x25BC, 0x25C6, 0x25C7, 0x25CE, 0x2605, 0x2606:
      return .stop
    // ○ before an item is no zero.
    case 0x25CB where offset == 0 && opensItem(length): return .stop
    case 0x2C, 0x3A: return .comma  // , :
    case 0x2460...0x2473, 0x2776...0x277F: return .comma  // ① ❶
    case 0x2E:  // A point that is no decimal point ends a sentence.
      if offset + 1 < range.upperBound, shadow[offset + 1] < 0x80, shadow[offset + 1] > 0x20 { return nil }
      guard offset > 0, shadow[offset - 1] >= 0x80 || shadow[offset - 1] == 0x22 || shadow[offset - 1] == 0x25
      else { return nil }
      return .stop
    case 0x20, 0x3000, 0x09, 0xA0: return .space
    case 0xFF08: return .open(closing: 0xFF09, isBracket: true)  // （
    case 0x28: return .open(closing: 0x29, isBracket: true)
    case 0x3010: return .open(closing: 0x3011, isBracket: true)  // 【
    case 0xFF3B: return .open(closing: 0xFF3D, isBracket: true)  // ［
    case 0x5B: return .open(closing: 0x5D, isBracket: true)
    case 0x201C: return .open(closing: 0x201D, isBracket: false)
    case 0x2018: return .open(closing: 0x2019, isBracket: false)
    case 0x300C: return .open(closing: 0x300D, isBracket: false)  // 「
    case 0x300E: return .open(closing: 0x300F, isBracket: false)
    case 0x300A: return .open(closing: 0x300B, isBracket: false)  // 《
    case 0x22: return .open(closing: 0x22, isBracket: false)
    case 0x201D, 0x2019, 0x300D, 0x300F, 0x300B, 0xFF09, 0x29, 0x3011, 0xFF3D, 0x5D: return .close
    default: return nil
    }
  }

  /// 增加 of 增加了收入: the verb without the particle, where what both are is a word only before a figure.
  func stem(of match: (end: Int, word: Int), at offset: Int) -> ((end: Int, word: Int), WordClasses)? {
    let end = match.end - 3
    guard end > offset, UTF8Shadow.scalar(in: shadow, at: end).scalar == 0x4E86,  // 了
      let stem = lexicon.longestMatch(in: shadow, at: offset, end: end), stem.end == end
    else { return nil }
    let classes = lexicon.entries[stem.word].always
    return classes == 0 ? nil : (stem, classes)
  }

  /// Whether 每 stands before a figure that another is said for: 每500克17.62元.
  func isSaidFor(_ index: Int) -> Bool {
    let lower = spans[index].lower
    return spans[index].isText == true && lower >= 3 && shadow[lower - 3..<lower].elementsEqual("每".utf8)
  }

  /// “五一”期间: the quotation marks end inside the time.
  func holdsClosingQuote(_ span: Span) -> Bool {
    (span.lower..<max(span.lower, span.upper - 2)).contains { shadow[$0..<$0 + 3].elementsEqual("”".utf8) }
  }

  /// Whether a word follows that is no numeral: ○上蔡县, and no ○九年.
  private func opensItem(_ offset: Int) -> Bool {
    guard offset < shadow.count else { return false }
    let (scalar, _) = UTF8Shadow.scalar(in: shadow, at: offset)
    return (0x4E00...0x9FFF).contains(scalar) && !Self.numerals.contains(scalar)
  }

  private static let numerals = Set("一二三四五六七八九十年月日百千".unicodeScalars.map(\.value))

  /// True for a mark right behind a figure and right before another.
  private func standsBetweenFigures(_ offset: Int, length: Int) -> Bool {
    guard nextFigure > 0, nextFigure < spans.count else { return false }
    return spans[nextFigure - 1].upper == offset && spans[nextFigure].lower == offset + length
  }

  /// Ⅰ—Ⅲ类水质: the dash of a range that is a name.
  private func isBetweenRomanNumerals(_ offset: Int, _ range: Range<Int>) -> Bool {
    guard offset >= range.lowerBound + 3, offset + 6 <= range.upperBound else { return false }
    return [offset - 3, offset + 3].allSatisfy { place in
      shadow[place] == 0xE2 && (0x2160...0x2188).contains(UTF8Shadow.scalar(in: shadow, at: place).scalar)
    }
  }

  func closingOffset(of closing: UInt32, from start: Int, in range: Range<Int>, limit: Int) -> Int? {
    var offset = start
    let end = min(range.upperBound, start + limit)
    while offset < end {
      let (scalar, length) = UTF8Shadow.scalar(in: shadow, at: offset)
      if scalar == closing { return offset }
      if scalar == 0x0A { return nil }
      offset += length
    }
    return nil
  }

  /// The end of a quotation that names something, closing mark included; `nil` where it is speech or has a figure.
  func nameQuote(closing: UInt32, from start: Int, in range: Range<Int>) -> Int? {
    let isTitle = closing == 0x300B
    let limit = isTitle ? Self.nameQuoteLimit * 3 : Self.nameQuoteLimit
    guard let end = closingOffset(of: closing, from: start, in: range, limit: limit) else { return nil }
    let past = end + UTF8Shadow.scalar(in: shadow, at: end).length
    if isTitle { return past }
    var offset = start
    while offset < end {
      let (scalar, length) = UTF8Shadow.scalar(in: shadow, at: offset)
      switch scalar {
      case 0xFF0C, 0xFF1A, 0xFF1B, 0x3002, 0xFF01, 0xFF1F, 0x2C, 0x3B, 0x3F, 0x21: return nil
      default: offset += length
      }
    }
    var index = firstFigure(from: start)
    while index < figures.count, figures[index].extent.lowerBound < end {
      switch figures[index].kind {
      case .name, .ordinal, .age, .number, .period, .date, .duration, .ratio: index += 1
      default: return nil
      }
    }
    return past
  }
}
