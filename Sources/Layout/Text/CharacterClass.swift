/// What a character is to the setting of a line.
enum CharacterClass {
  static func isSpace(_ code: UInt32) -> Bool {
    switch code {
    case 0x20, 0x09, 0x0B, 0x0C, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: true
    default: false
    }
  }

  static func isHan(_ code: UInt32) -> Bool {
    switch code {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x323AF, 0xF900...0xFAFF, 0x3005, 0x3007: true
    default: false
    }
  }

  static func isDigit(_ code: UInt32) -> Bool {
    (0x30...0x39).contains(code) || (0xFF10...0xFF19).contains(code)
  }

  static func isLatin(_ code: UInt32) -> Bool {
    switch code {
    case 0x41...0x5A, 0x61...0x7A, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xC0...0x24F: true
    default: false
    }
  }

  static func isPercent(_ code: UInt32) -> Bool {
    code == 0x25 || code == 0xFF05 || code == 0x2030
  }

  /// A decimal point or a grouping comma, of either width.
  static func isNumeralMark(_ code: UInt32) -> Bool {
    code == 0x2E || code == 0x2C || code == 0xFF0E || code == 0xFF0C
  }

  static func isDecimalPoint(_ code: UInt32) -> Bool { code == 0x2E || code == 0xFF0E }

  /// The half-width form of a full-width digit, Latin letter or percent sign; `nil` where there is none.
  static func narrow(_ code: UInt32) -> UInt32? {
    switch code {
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF05: code - 0xFEE0
    default: nil
    }
  }

  /// 。！？!?: marks that end a sentence wherever they stand. The ASCII full stop is not one of them.
  static func isSentenceEnd(_ code: UInt32) -> Bool {
    switch code {
    case 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F, 0xFF61: true
    default: false
    }
  }

  static func isComma(_ code: UInt32) -> Bool {
    code == 0xFF0C || code == 0x3001 || code == 0x2C || code == 0xFF64
  }

  static func isSemicolon(_ code: UInt32) -> Bool { code == 0xFF1B || code == 0x3B }

  static func isColon(_ code: UInt32) -> Bool { code == 0xFF1A || code == 0x3A || code == 0x2236 }

  /// Dashes and the ellipsis.
  static func isDash(_ code: UInt32) -> Bool { code == 0x2014 || code == 0x2015 || code == 0x2500 || code == 0x2026 }

  static func isQuote(_ code: UInt32) -> Bool { (0x2018...0x201F).contains(code) || code == 0x22 || code == 0x27 }

  /// The closing mark of an opening mark.
  static func closer(of code: UInt32) -> UInt32? {
    switch code {
    case 0x201C: 0x201D
    case 0x2018: 0x2019
    case 0x28: 0x29
    case 0x5B: 0x5D
    case 0xFF08: 0xFF09
    case 0xFF3B: 0xFF3D
    case 0x300A, 0x3008, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0xFE41, 0xFE43: code + 1
    default: nil
    }
  }

  static func isCloser(_ code: UInt32) -> Bool {
    switch code {
    case 0x201D, 0x2019, 0x29, 0x5D, 0xFF09, 0xFF3D, 0x300B, 0x3009, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017, 0xFE42,
      0xFE44:
      true
    default: false
    }
  }

  /// Marks that no printed line begins with.
  static func cannotBeginLine(_ code: UInt32) -> Bool {
    isCloser(code) || isSentenceEnd(code) || isComma(code) || isSemicolon(code) || isColon(code) || isPercent(code)
      || code == 0xFF0E || code == 0x2E
  }

  /// A character that takes up a full em.
  static func isWide(_ code: UInt32) -> Bool {
    switch code {
    case 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x1F000...0x3FFFF, 0x2014, 0x2015, 0x2018...0x201F, 0x2026, 0x2030, 0x2103, 0x2160...0x217F, 0x2190...0x2199,
      0x2200...0x22FF, 0x2460...0x27BF, 0xD7, 0xB7, 0xB0, 0xB1:
      true
    default: false
    }
  }

  /// Chinese numerals, with the characters that pages print for zero.
  static func isChineseNumeral(_ code: UInt32) -> Bool {
    switch code {
    case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E, 0x5343, 0x4E07,
      0x4EBF, 0x96F6, 0x3007, 0x25CB, 0x4E24, 0x842C, 0x5104, 0x5169, 0x5EFF:
      true
    default: false
    }
  }
}
