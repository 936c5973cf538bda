import Reading

/// The glyphs of fragments: what stands between two of their lines.
struct FragmentText {
  let lines: [TextLine]
  let pairs: CharacterPairs
  let page: Page

  func append(_ fragment: Fragment, to glyphs: inout GlyphBuffer) {
    for index in fragment.lines {
      if index > fragment.lines.lowerBound, let last = glyphs.last,
        needsSpace(fragment, lines[index], after: lines[index - 1]),
        let space = space(after: last, of: lines[index - 1], before: lines[index])
      {
        glyphs.append(space)
      }
      glyphs.append(lines[index].glyphs)
    }
  }

  /// The space that stands for the end of a line: behind what was dropped there, too. `nil` where the lines touch.
  func space(after last: Glyph, of before: TextLine, before after: TextLine) -> Glyph? {
    let end = max(last.end, page.lines[before.source].range.upperBound)
    guard end < after.start, page.text.utf8[end] < 0x80 else { return nil }
    return .space(at: end)
  }

  private func needsSpace(_ fragment: Fragment, _ line: TextLine, after previous: TextLine) -> Bool {
    switch fragment.kind {
    case .vertical:
      return line.blanksBefore > 0 && !CharacterClass.cannotBeginLine(previous.last)
    case .heading:
      return isTwoClauses(previous, line)
    case .caption, .text, .listItem:
      return Self.isNarrowWord(previous.last) && Self.isNarrowWord(line.first)
        && (CharacterClass.isLatin(previous.last) || CharacterClass.isLatin(line.first))
    default: return false
    }
  }

  private static func isNarrowWord(_ code: UInt32) -> Bool {
    CharacterClass.isLatin(code) || CharacterClass.isDigit(code)
  }

  /// Two lines of nearly the same length are the two clauses of a heading; else the heading was only wrapped.
  func isTwoClauses(_ before: TextLine, _ after: TextLine) -> Bool {
    if CharacterClass.cannotBeginLine(after.first) || CharacterClass.isComma(before.last) { return false }
    if before.isTracked || after.isTracked { return true }
    // 地铁跑出 and “加速度”: only the quotation was put on a line of its own.
    let opensQuote = CharacterClass.isQuote(after.first) && CharacterClass.closer(of: after.first) != nil
    if opensQuote, !CharacterClass.isQuote(before.first), abs(before.dense.count - after.dense.count) > 1 {
      return false
    }
    if pairs[before.last, after.first] == .strong { return false }
    return before.dense.count >= 4 && abs(before.dense.count - after.dense.count) <= 8 && after.dense.count >= 4
  }
}
