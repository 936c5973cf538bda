/// What the characters say of one line going on where another ends, without regard to where the two stand.
///
/// Hundredths of the natural logarithm of how much more often true neighbours look so than lines that chance put together.
struct LineContinuity: Sendable {
  let rules: LayoutRules

  func score(_ before: TextLine, _ after: TextLine) -> Int {
    var score = 0
    if before.ending == .sentence {
      if after.indent >= 2 { score += 100 }
      return CharacterClass.cannotBeginLine(after.first) ? score - 200 : score
    }
    if after.indent >= 2 { return -250 }
    if abs(before.middle - after.middle) > 40, after.ending != .sentence { score -= 60 }
    switch before.ending {
    case .none where CharacterClass.cannotBeginLine(after.first): return score + 150
    case _ where CharacterClass.cannotBeginLine(after.first): return score - 150
    case .none: return score + pair(before.last, after.first)
    default: return score
    }
  }

  private func pair(_ last: UInt32, _ first: UInt32) -> Int {
    if CharacterClass.isDecimalPoint(last) { return CharacterClass.isDigit(first) ? 180 : -120 }
    if CharacterClass.isDigit(last) {
      return CharacterClass.isDigit(first) || rules.units.contains(first) ? 180 : -120
    }
    guard CharacterClass.isHan(last), CharacterClass.isHan(first) else { return 0 }
    if CharacterClass.isChineseNumeral(last), CharacterClass.isChineseNumeral(first) { return 150 }
    switch rules.pairs[last, first] {
    case .strong: return 230
    case .weak: return 80
    case nil: return -60
    }
  }
}
