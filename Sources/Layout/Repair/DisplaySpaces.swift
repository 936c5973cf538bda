/// What becomes of the white space between two characters.
enum SpaceDecision: Equatable {
  case keep
  /// As wide as it is: what follows is a signature.
  case keepWide
  case drop(kind: Repair.Kind)
}

/// Decides which spaces of a display line mean something: not those in stretches of single characters, nor in a name set wide.
struct DisplaySpaces {
  let rules: LayoutRules
  /// Two single characters that stand together are a name, not a word: bylines and furniture.
  let hasNames: Bool

  /// For each space of a line what becomes of it.
  func decisions(_ glyphs: Glyphs) -> [SpaceDecision] {
    var decisions = [SpaceDecision](repeating: .drop(kind: .spacedCjkLine), count: glyphs.count)
    let parts = glyphs.spaceSeparatedParts
    guard parts.count > 1 else { return decisions }
    let isSingle = parts.map { standsAlone(glyphs, $0) }
    let narrowest = zip(parts, parts.dropFirst()).map { $1.lowerBound - $0.upperBound }.min() ?? 1
    var index = 0
    while index < parts.count {
      var end = index
      while end < parts.count, isSingle[end] { end += 1 }
      let run = end - index
      if run == 2, hasNames { decisions[parts[index].upperBound] = .drop(kind: .nameSpacing) }
      if run >= 3 {
        // Inside a stretch of single characters only a wider gap parts words.
        for place in (index + 1)..<end where parts[place].lowerBound - parts[place - 1].upperBound > narrowest {
          decisions[parts[place - 1].upperBound] = .keep
        }
      }
      if index > 0 {
        let isName = isNameSetWide(glyphs, parts, index, isSingle)
        decisions[parts[index - 1].upperBound] = isName ? .drop(kind: .nameSpacing) : .keep
      }
      if run > 0, end < parts.count { decisions[parts[end - 1].upperBound] = .keep }
      index = max(end, index + 1)
    }
    joinNumbers(glyphs, parts, &decisions)
    return decisions
  }

  /// A character by itself, or one with the mark behind it.
  private func standsAlone(_ glyphs: Glyphs, _ part: Range<Int>) -> Bool {
    if part.count == 1 {
      return !CharacterClass.isDigit(glyphs[part.lowerBound].code)
        && !rules.bullets.contains(glyphs[part.lowerBound].shadow)
    }
    guard part.count == 2 else { return false }
    let mark = glyphs[part.lowerBound + 1].code
    return CharacterClass.cannotBeginLine(mark) && CharacterClass.isHan(glyphs[part.lowerBound].code)
      && !CharacterClass.isColon(mark)
  }

  /// 编辑：王 明: one character behind a colon, then one character alone.
  private func isNameSetWide(_ glyphs: Glyphs, _ parts: [Range<Int>], _ index: Int, _ isSingle: [Bool]) -> Bool {
    let left = parts[index - 1]
    guard isSingle[index], index + 1 == parts.count || !isSingle[index + 1], left.count >= 2 else { return false }
    return CharacterClass.isColon(glyphs[left.upperBound - 2].code)
      && CharacterClass.isHan(glyphs[left.upperBound - 1].code)
      && CharacterClass.isHan(glyphs[parts[index].lowerBound].code)
  }

  /// Spaces between a figure and its unit or percent sign say nothing in a heading either.
  private func joinNumbers(_ glyphs: Glyphs, _ parts: [Range<Int>], _ decisions: inout [SpaceDecision]) {
    for (left, right) in zip(parts, parts.dropFirst()) {
      let before = glyphs[left.upperBound - 1].shadow
      let after = glyphs[right.lowerBound].shadow
      if CharacterClass.isDigit(before), CharacterClass.isPercent(after) || rules.units.contains(after),
        CharacterClass.isPercent(after) || right.count == 1
      {
        decisions[left.upperBound] = .drop(kind: .digitCjkSpace)
      }
    }
    // 251 . 2: a decimal mark that stands apart from both sides of its numeral.
    for index in parts.indices.dropFirst().dropLast() where parts[index].count == 1 {
      guard CharacterClass.isDecimalPoint(glyphs[parts[index].lowerBound].shadow),
        CharacterClass.isDigit(glyphs[parts[index - 1].upperBound - 1].shadow),
        CharacterClass.isDigit(glyphs[parts[index + 1].lowerBound].shadow)
      else { continue }
      decisions[parts[index - 1].upperBound] = .drop(kind: .spacedExpression)
      decisions[parts[index].upperBound] = .drop(kind: .spacedExpression)
    }
  }
}
