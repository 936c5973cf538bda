/// What is asked of every character of a page, as bits; those of a line together tell what need not be looked for in it.
struct CharacterTraits: OptionSet, Sendable, Hashable, BitwiseCopyable {
  let rawValue: UInt16

  static let space = CharacterTraits(rawValue: 1 << 0)
  static let han = CharacterTraits(rawValue: 1 << 1)
  static let digit = CharacterTraits(rawValue: 1 << 2)
  static let latin = CharacterTraits(rawValue: 1 << 3)
  static let sentenceEnd = CharacterTraits(rawValue: 1 << 4)
  static let comma = CharacterTraits(rawValue: 1 << 5)
  static let semicolon = CharacterTraits(rawValue: 1 << 6)
  static let colon = CharacterTraits(rawValue: 1 << 7)
  static let opener = CharacterTraits(rawValue: 1 << 8)
  static let closer = CharacterTraits(rawValue: 1 << 9)
  static let quote = CharacterTraits(rawValue: 1 << 10)
  static let asciiQuote = CharacterTraits(rawValue: 1 << 11)
  static let wide = CharacterTraits(rawValue: 1 << 12)
  static let percent = CharacterTraits(rawValue: 1 << 13)
  static let numeralMark = CharacterTraits(rawValue: 1 << 14)
  /// Has a half-width form.
  static let foldable = CharacterTraits(rawValue: 1 << 15)

  /// Marks that part clauses.
  static let clauseMark: CharacterTraits = [.comma, .semicolon, .sentenceEnd]
  /// Marks that open or close something.
  static let pairMark: CharacterTraits = [.opener, .closer, .asciiQuote]

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The traits of a scalar, from `CharacterClass`.
  init(of code: UInt32) {
    var traits: CharacterTraits = []
    if CharacterClass.isSpace(code) { traits.insert(.space) }
    if CharacterClass.isHan(code) { traits.insert(.han) }
    if CharacterClass.isDigit(code) { traits.insert(.digit) }
    if CharacterClass.isLatin(code) { traits.insert(.latin) }
    if CharacterClass.isSentenceEnd(code) { traits.insert(.sentenceEnd) }
    if CharacterClass.isComma(code) { traits.insert(.comma) }
    if CharacterClass.isSemicolon(code) { traits.insert(.semicolon) }
    if CharacterClass.isColon(code) { traits.insert(.colon) }
    if CharacterClass.closer(of: code) != nil { traits.insert(.opener) }
    if CharacterClass.isCloser(code) { traits.insert(.closer) }
    if CharacterClass.isQuote(code) { traits.insert(.quote) }
    if code == 0x22 { traits.insert(.asciiQuote) }
    if CharacterClass.isWide(code) { traits.insert(.wide) }
    if CharacterClass.isPercent(code) { traits.insert(.percent) }
    if CharacterClass.isNumeralMark(code) { traits.insert(.numeralMark) }
    if CharacterClass.narrow(code) != nil { traits.insert(.foldable) }
    self = traits
  }
}

/// The traits of all scalars at one lookup.
struct TraitTable: Sendable {
  static let han: CharacterTraits = [.han, .wide]
  private static let low = 0x3400
  private static let high = 0xF900

  /// Those below `low`, then those from `high` to the end of the basic plane.
  private let traits: [CharacterTraits]

  init() {
    traits =
      (0..<Self.low).map { CharacterTraits(of: UInt32($0)) }
      + (Self.high..<0x10000).map { CharacterTraits(of: UInt32($0)) }
  }

  subscript(code: UInt32) -> CharacterTraits {
    @inline(__always) get {
      if code >= 0x4E00, code < 0xA000 { return Self.han }
      if code < Self.low { return traits[Int(code)] }
      if code >= Self.high, code < 0x10000 { return traits[Int(code) - Self.high + Self.low] }
      return CharacterTraits(of: code)
    }
  }
}
