/// Notes numerals of display type that the text has lost or that stand apart from their headings; nothing is done to them.
struct DisplayNumerals {
  let rules: LayoutRules
  /// A display numeral has no more digits in one group.
  private static let longest = 2
  /// A heading is no longer.
  private static let longestHeading = 24

  func notes(_ drafts: [Deduplicator.Draft]) -> [Repair] {
    drafts.compactMap { draft in
      guard draft.kind == .heading || draft.kind == .title, let first = draft.glyphs.first, let last = draft.glyphs.last
      else { return nil }
      let source = min(first.start, last.start)..<max(first.end, last.end)
      if isNumeral(draft.glyphs) {
        return Repair(
          kind: .orphanDisplayDigit, source: source, evidence: "numerals apart from the headings they count")
      }
      guard lostNumeral(draft.codes) else { return nil }
      return Repair(kind: .lostDisplayDigit, source: source, evidence: "a counter at the head without its numeral")
    }
  }

  /// 4 5, 3: nothing but short groups of digits.
  private func isNumeral(_ glyphs: Glyphs) -> Bool {
    glyphs.spaceSeparatedParts.allSatisfy { part in
      part.count <= Self.longest && part.allSatisfy { CharacterClass.isDigit(glyphs[$0].code) }
    }
  }

  /// 个全面提升: the heading begins with a counter that makes no word with what follows it.
  private func lostNumeral(_ codes: Codes) -> Bool {
    guard (3...Self.longestHeading).contains(codes.count), rules.headingCounters.contains(codes[0]),
      CharacterClass.isHan(codes[1]) || CharacterClass.closer(of: codes[1]) != nil
    else { return false }
    return rules.pairs[codes[0], codes[1]] == nil
  }
}
