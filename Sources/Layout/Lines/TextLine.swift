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
  let glyphs: Glyphs
  /// The shadows of the glyphs without white space.
  let dense: Codes
  /// Those of all glyphs and all shadows together.
  let traits: CharacterTraits
  /// Blank lines between this line and the one before.
  var blanksBefore: Int
  /// White space before the text, in half ems of full-width spaces; single ASCII spaces do not count.
  let indent: Int
  let hasLeadingSpace: Bool
  /// Letters set apart by single spaces, as justified text comes out.
  let isTracked: Bool
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
  /// It begins as other paragraphs of the page do: with who speaks, or an ordinal.
  var isOpening = false
  /// The items are goals or results, not headings that stand together.
  var isGoal = false
  /// The blank line before it says nothing, as all lines around have one.
  var isDoubleSpaced = false

  /// The most likely width: quotes a little narrower than a character, a mark at the end half outside the column.
  let middle: Int

  var start: Int { glyphs.first?.start ?? 0 }
  var end: Int { glyphs.last?.end ?? 0 }
  var first: UInt32 { dense.first ?? 0 }
  var last: UInt32 { dense.last ?? 0 }
  var hasSpace: Bool { traits.contains(.space) }
  var hasDigit: Bool { traits.contains(.digit) }
  var hasSentenceEnd: Bool { traits.contains(.sentenceEnd) }
  var hasComma: Bool { traits.contains(.comma) }
  /// Whether a mark that parts clauses stands in the line.
  var hasMarks: Bool { !traits.isDisjoint(with: .clauseMark) }

  init(
    source: Int, glyphs: Glyphs, memory: PageMemory, traits table: TraitTable, blanksBefore: Int, indent: Int,
    hasLeadingSpace: Bool, isWhole: Bool, usesASCIIStops: Bool
  ) {
    self.source = source
    self.glyphs = glyphs
    self.blanksBefore = blanksBefore
    self.indent = indent
    self.hasLeadingSpace = hasLeadingSpace
    self.isWhole = isWhole
    let room = memory.room(for: glyphs.count, of: UInt32.self)
    var count = 0
    var traits: CharacterTraits = []
    var shadows: CharacterTraits = []
    for glyph in glyphs {
      traits.formUnion(glyph.traits)
      guard !glyph.isSpace else { continue }
      room[count] = glyph.shadow
      count += 1
      shadows.formUnion(glyph.shadow == glyph.code ? glyph.traits : table[glyph.shadow])
    }
    // Marks and figures are looked for in the shadows only.
    self.traits = traits.intersection([.space, .foldable]).union(shadows)
    dense = Stretch(UnsafeBufferPointer(rebasing: room[..<count]))
    isTracked = traits.contains(.space) && Self.isTracked(glyphs)
    let ending = Self.ending(of: dense, usesASCIIStops: usesASCIIStops)
    self.ending =
      ending == .none && !isTracked && traits.contains(.space) && Self.isSigned(glyphs) ? .sentence : ending
    (low, high, middle) = Self.width(of: glyphs, isTracked: isTracked)
  }

  private static func isTracked(_ glyphs: Glyphs) -> Bool {
    var singles = 0
    var run = 0
    for glyph in glyphs {
      if glyph.isSpace {
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
  private static func isSigned(_ glyphs: Glyphs) -> Bool { signatureGap(of: glyphs) != nil }

  /// Where the wide gap before a signature begins.
  static func signatureGap(of glyphs: Glyphs) -> Int? {
    var letters = 0
    var spaces = 0
    for index in glyphs.indices.reversed() {
      let code = glyphs[index].code
      if CharacterClass.isSentenceEnd(code) || CharacterClass.isCloser(code) {
        guard index + 2 < glyphs.count, (2...14).contains(letters), spaces <= 6, glyphs[index + 1].isSpace,
          glyphs[index + 1].code == 0x3000 || glyphs[index + 2].isSpace
        else { return nil }
        return index + 1
      }
      if glyphs[index].isSpace {
        spaces += 1
        continue
      }
      letters += 1
      if letters > 14 || !CharacterClass.isHan(code) { return nil }
    }
    return nil
  }

  /// …并网。（刘建军）: who wrote it, or where it goes on, in brackets behind the last sentence. Where that sentence ends; else
  /// the end of all.
  private static func endBeforeNote(_ dense: Codes) -> Int {
    guard let last = dense.last, last == 0xFF09 || last == 0x29 else { return dense.count }
    var index = dense.count - 2
    while index > 0, dense.count - index <= 20, CharacterClass.isHan(dense[index]) { index -= 1 }
    guard index > 0, dense[index] == 0xFF08 || dense[index] == 0x28, dense.count - index >= 4 else {
      return dense.count
    }
    let before = dense[index - 1]
    return CharacterClass.isSentenceEnd(before) || before == 0x201D ? index : dense.count
  }

  static func ending(of dense: Codes, usesASCIIStops: Bool) -> Ending {
    var index = endBeforeNote(dense)
    while index > 0, CharacterClass.isCloser(dense[index - 1]) || dense[index - 1] == 0x22 { index -= 1 }
    guard index > 0 else { return .none }
    let code = dense[index - 1]
    if CharacterClass.isSentenceEnd(code) { return .sentence }
    if code == 0x2E, index > 1 {
      let before = dense[index - 2]
      // One such stop behind a Chinese character is enough: no numeral, initial or abbreviation ends so.
      if CharacterClass.isHan(before) || CharacterClass.isCloser(before) { return .sentence }
      if usesASCIIStops, !CharacterClass.isDigit(before) || index < dense.count { return .sentence }
    }
    if CharacterClass.isComma(code) { return .comma }
    if CharacterClass.isSemicolon(code) { return .semicolon }
    if CharacterClass.isColon(code) { return .colon }
    if CharacterClass.isDash(code) { return .dash }
    return .none
  }

  private static func width(of glyphs: Glyphs, isTracked: Bool) -> (low: Int, high: Int, middle: Int) {
    let compressible: CharacterTraits = [.comma, .sentenceEnd, .semicolon, .colon]
    var low = 0
    var high = 0
    var middle = 0
    var narrow = 0
    var previousIsNarrow: Bool?
    var marks = 0
    for glyph in glyphs {
      let traits = glyph.traits
      // Ideographs behind what is as wide come most.
      if traits == TraitTable.han, previousIsNarrow == false {
        low += 20
        high += 20
        middle += 20
        continue
      }
      if traits.contains(.space) {
        if isTracked { continue }
        let wide = glyph.code == 0x3000
        low += wide ? 10 : 0
        high += wide ? 20 : 4
        middle += wide ? 15 : 2
        continue
      }
      let isNarrow = !traits.contains(.wide)
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
        let isQuote = traits.contains(.quote)
        low += isQuote ? 10 : 20
        high += 20
        middle += isQuote ? 18 : 20
        if !traits.isDisjoint(with: compressible) { marks += 1 }
      }
    }
    // Marks inside a line are set closer where the line would not hold its last character.
    if let last = glyphs.last {
      if last.traits.contains(.wide), !last.traits.isDisjoint(with: compressible) { marks -= 1 }
      if last.traits.contains(.wide), CharacterClass.cannotBeginLine(last.code) {
        low -= last.traits.contains(.quote) ? 10 : 20
        middle -= 10
      }
    }
    return (low - 10 * min(marks, 2), high, middle)
  }
}
