/// What the characters say of one line going on where another ends, without regard to where the two stand.
///
/// Hundredths of the natural logarithm of how much more often true neighbours look so than lines that chance put together.
struct LineContinuity: Sendable {
  let rules: LayoutRules

  /// What is asked of a line: a few bytes, as each line is compared with several.
  struct Ends: BitwiseCopyable, Sendable {
    fileprivate let first: UInt32
    fileprivate let last: UInt32
    fileprivate let middle: Int32
    let ending: TextLine.Ending
    fileprivate let isSetIn: Bool
    fileprivate let cannotBegin: Bool

    init(_ line: TextLine) {
      first = line.first
      last = line.last
      middle = Int32(min(line.middle, 1 << 28))
      ending = line.ending
      isSetIn = line.indent >= 2
      cannotBegin = CharacterClass.cannotBeginLine(line.first)
    }
  }

  func score(_ before: TextLine, _ after: TextLine) -> Int { score(Ends(before), Ends(after)) }

  func score(_ before: Ends, _ after: Ends) -> Int {
    var score = 0
    if before.ending == .sentence {
      if after.isSetIn { score += 100 }
      return after.cannotBegin ? score - 200 : score
    }
    if after.isSetIn { return -250 }
    if abs(before.middle - after.middle) > 40, after.ending != .sentence { score -= 60 }
    switch before.ending {
    case .none where after.cannotBegin: return score + 150
    case _ where after.cannotBegin: return score - 150
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
