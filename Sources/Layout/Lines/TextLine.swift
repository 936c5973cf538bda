import Reading

/// One line of a page as the join decision sees it: trimmed, overprints removed, measured.
struct TextLine: Sendable {
  /// What the words of a line say it is; `text` where they say nothing.
  enum Role: Sendable {
    case text, listItem, byline, furniture, credit, table, vertical, verticalBody
    /// Overprinted, or a subtitle that begins with a dash.
    case display

    /// What the type of the page says counts for more than words, but for a byline or an imprint.
    func with(_ style: Line.Style) -> Role {
      switch (style, self) {
      case (.heading, .text), (.heading, .listItem), (.heading, .table): .display
      case (.caption, .text): .credit
      default: self
      }
    }
  }

  enum Ending: Sendable {
    case sentence, semicolon, colon, dash, comma, none
  }

  /// Index in the page's lines.
  let source: Int
  var glyphs: [Glyph]
  /// The shadows of the glyphs without white space.
  let dense: [UInt32]
  /// Blank lines between this line and the one before.
  var blanksBefore: Int
  /// White space before the text, in half ems of full-width spaces; single ASCII spaces do not count.
  let indent: Int
  let hasLeadingSpace: Bool
  /// Letters set apart by single spaces, as justified text comes out.
  let isTracked: Bool
  let hasDigit: Bool
  let hasSentenceEnd: Bool
  /// The least and the greatest width of the text without its indent, in tenths of a half em: how wide digits, quotes
  /// and hanging punctuation are set is not known.
  let low: Int
  let high: Int
  let ending: Ending
  let isWhole: Bool
  /// Which paragraph the geometry of the page says it belongs to; `nil` where the input has no geometry.
  var paragraph: Int?
  /// Nothing is joined to that paragraph or cut off.
  var isSettled = false
  var role: Role = .text
  /// The width of the column that the line stands in, in tenths of a half em; 0 where the lines fill no column.
  var column = 0
  /// It stands in a run of lines that are items of a list, though no mark says so.
  var isOneOfItems = false

  /// The most likely width: quotes a little narrower than a character, a mark at the end half outside the column.
  let middle: Int

  var start: Int { glyphs.first?.start ?? 0 }
  var end: Int { glyphs.last?.end ?? 0 }
  var first: UInt32 { dense.first ?? 0 }
  var last: UInt32 { dense.last ?? 0 }

  init(
    source: Int, glyphs: [Glyph], blanksBefore: Int, indent: Int, hasLeadingSpace: Bool, isWhole: Bool,
    usesASCIIStops: Bool
  ) {
    self.source = source
    self.glyphs = glyphs
    self.blanksBefore = blanksBefore
    self.indent = indent
    self.hasLeadingSpace = hasLeadingSpace
    self.isWhole = isWhole
    dense = glyphs.dense
    isTracked = Self.isTracked(glyphs)
    hasDigit = dense.contains { CharacterClass.isDigit($0) }
    hasSentenceEnd = dense.contains { CharacterClass.isSentenceEnd($0) }
    let ending = Self.ending(of: dense, usesASCIIStops: usesASCIIStops)
    self.ending = ending == .none && !isTracked && Self.isSigned(glyphs) ? .sentence : ending
    (low, high, middle) = Self.width(of: glyphs, isTracked: isTracked)
  }

  private static func isTracked(_ glyphs: [Glyph]) -> Bool {
    var singles = 0
    var run = 0
    for glyph in glyphs {
      if CharacterClass.isSpace(glyph.code) {
        if run == 1 { singles += 1 }
        run = 0
      } else {
        run += 1
      }
    }
    if run == 1 { singles += 1 }
    return singles >= 4 && singles * 5 >= glyphs.count / 2
  }

  /// …有人管没有？  读者 某某: a wide gap behind the last sentence, then nothing but a name.
  private static func isSigned(_ glyphs: [Glyph]) -> Bool {
    var letters = 0
    for index in glyphs.indices.reversed() {
      let code = glyphs[index].code
      if CharacterClass.isSentenceEnd(code) || CharacterClass.isCloser(code) {
        guard index + 2 < glyphs.count, (2...14).contains(letters) else { return false }
        return CharacterClass.isSpace(glyphs[index + 1].code)
          && (glyphs[index + 1].code == 0x3000 || CharacterClass.isSpace(glyphs[index + 2].code))
      }
      if CharacterClass.isSpace(code) { continue }
      letters += 1
      if letters > 14 || !CharacterClass.isHan(code) { return false }
    }
    return false
  }

  static func ending(of dense: [UInt32], usesASCIIStops: Bool) -> Ending {
    var index = dense.count
    while index > 0, CharacterClass.isCloser(dense[index - 1]) || dense[index - 1] == 0x22 { index -= 1 }
    guard index > 0 else { return .none }
    let code = dense[index - 1]
    if CharacterClass.isSentenceEnd(code) { return .sentence }
    if code == 0x2E, usesASCIIStops, index > 1, !CharacterClass.isDigit(dense[index - 2]) || index < dense.count {
      return .sentence
    }
    if CharacterClass.isComma(code) { return .comma }
    if CharacterClass.isSemicolon(code) { return .semicolon }
    if CharacterClass.isColon(code) { return .colon }
    if CharacterClass.isDash(code) { return .dash }
    return .none
  }

  private static func isCompressible(_ code: UInt32) -> Bool {
    CharacterClass.isComma(code) || CharacterClass.isSentenceEnd(code) || CharacterClass.isSemicolon(code)
      || CharacterClass.isColon(code)
  }

  private static func width(of glyphs: [Glyph], isTracked: Bool) -> (low: Int, high: Int, middle: Int) {
    var low = 0
    var high = 0
    var middle = 0
    var narrow = 0
    var previousIsNarrow: Bool?
    for glyph in glyphs {
      let code = glyph.code
      if CharacterClass.isSpace(code) {
        if isTracked { continue }
        let wide = code == 0x3000
        low += wide ? 10 : 0
        high += wide ? 20 : 4
        middle += wide ? 15 : 2
        continue
      }
      let isNarrow = !CharacterClass.isWide(code)
      if let previousIsNarrow, previousIsNarrow != isNarrow {
        high += 4
        middle += 2
      }
      previousIsNarrow = isNarrow
      if isNarrow {
        low += 10
        high += 11
        middle += 10 + narrow % 2
        narrow += 1
      } else {
        low += CharacterClass.isQuote(code) ? 10 : 20
        high += 20
        middle += CharacterClass.isQuote(code) ? 18 : 20
      }
    }
    // Marks inside a line are set closer where the line would not hold its last character.
    let marks = glyphs.dropLast().count { CharacterClass.isWide($0.code) && isCompressible($0.code) }
    low -= 10 * min(marks, 2)
    if let last = glyphs.last?.code, CharacterClass.isWide(last), CharacterClass.cannotBeginLine(last) {
      low -= CharacterClass.isQuote(last) ? 10 : 20
      middle -= 10
    }
    return (low, high, middle)
  }
}
