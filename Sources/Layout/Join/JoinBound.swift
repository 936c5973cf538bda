/// The most that kinds of evidence can add to a sum, whatever the weights of the rules are.
struct JoinGains: Sendable {
  /// What may be found at any two lines.
  let anywhere: Int
  /// At the end of a line without a mark that is a long one.
  let long: Int
  /// At the beginning of a line that a line may begin with.
  let beginning: Int
  /// Where the line before, and where the line after fills a column.
  let columnBefore: Int
  let columnAfter: Int
  /// Where a numeral is cut, and for the two characters of other line ends.
  let numeral: Int
  let pair: Int
  /// For more characters that stand together elsewhere.
  let phrase: Int

  init(_ weights: JoinWeights) {
    func gain(_ evidence: JoinEvidence, percent: Int = 100) -> Int { max(0, weights[evidence] * percent / 100) }
    anywhere =
      gain(.itemMayEnd, percent: 200) + gain(.closesNothing) + gain(.indent, percent: 150)
      + gain(.leadingSpace, percent: 200) + gain(.wholeLineEnds) + gain(.salutation) + gain(.signed)
    long = gain(.longUnfinished)
    beginning = max(gain(.cannotBegin), gain(.startMark, percent: 140))
    columnBefore =
      max(gain(.fullLine), gain(.shortLine), gain(.veryShortLine), gain(.shortUnfinishedLine, percent: 180))
      + gain(.otherWidth, percent: 300)
    columnAfter = max(gain(.flush), gain(.indentedByWidth))
    numeral = max(gain(.numeralCut), gain(.numeralAndUnit))
    pair = max(
      gain(.numeralAfterWord),
      max(gain(.numeralCut), gain(.strongPair), gain(.weakPair), gain(.unseenPair)) + gain(.pairOnPage))
    phrase = gain(.phraseOnPage) + gain(.witness)
  }
}

/// A bound for sums that most lines which are far from each other do not get above zero with.
extension JoinScorer {
  /// The sum where it may be above zero; that it cannot be is seen before most of the evidence is looked at.
  func scoreAboveZero(_ before: TextLine, _ after: TextLine, _ setting: Setting) -> JoinScore? {
    if !setting.isAdjacent, cannotJoin(before, after, setting) { return nil }
    let score = score(before, after, setting)
    return score.total > 0 ? score : nil
  }

  /// Whether no evidence can bring the sum for two lines that do not stand under each other above zero.
  private func cannotJoin(_ before: TextLine, _ after: TextLine, _ setting: Setting) -> Bool {
    let weights = rules.weights
    let gains = rules.gains
    let isCut = numeralCut(before.dense, after.dense) != nil
    var sum = gains.anywhere + weights[.blankLine]
    sum += weights[.interposed] * min(setting.interposed, 6) + weights[.interposedBody] * min(setting.interposedBody, 6)
    if setting.isBackward { sum += weights[.backward] }
    if setting.finishesNothing { sum += weights[.finishesNothing] }
    if setting.beginsNothing, !setting.open.isOpen {
      sum += isCut ? max(0, weights[.beginsNothing]) : weights[.beginsNothing]
    }
    if setting.beforeIsHeading { sum += weights[.headingBefore] }
    if setting.afterIsHeading { sum += weights[.headingAfter] }
    if setting.otherKind { sum += weights[.otherKind] }
    if setting.isCreditAlone { sum += weights[.creditAlone] }
    if before.isOneOfItems, after.isOneOfItems { sum += weights[.oneOfItems] }
    if setting.open.isOpen { sum += max(0, weights[.openPair]) }
    if let closer = setting.unmatchedAfter, setting.open.awaits(closer) { sum += weights[.closesOpenPair] }
    sum += ofEnding(before, isOpen: setting.open.isOpen, isCut: isCut)
    sum += CharacterClass.cannotBeginLine(after.first) ? weights[.cannotBeginLine] : gains.beginning
    if before.column > 0 { sum += gains.columnBefore }
    if after.column > 0 { sum += gains.columnAfter }
    if isCut {
      sum += max(gains.numeral, gains.pair)
    } else if before.ending == .none {
      sum += gains.pair
    }
    if sum > 0 { return false }
    return sum + gains.phrase <= 0 || !statistics.hasPhrase(before.dense, after.dense)
  }

  /// The most that how a line ends may add.
  private func ofEnding(_ line: TextLine, isOpen: Bool, isCut: Bool) -> Int {
    let weights = rules.weights
    var unfinished: Int {
      weights[.noMark] + (line.column == 0 && line.high >= 300 ? rules.gains.long : 0)
        + (rules.cannotEnd.match(line.dense, before: line.dense.count) > 0 ? max(0, weights[.cannotEnd]) : 0)
    }
    switch line.ending {
    case .sentence:
      let ended = isOpen ? max(0, weights[.sentenceEnd]) : weights[.sentenceEnd]
      return isCut ? max(ended, unfinished) : ended
    case .semicolon: return weights[.semicolon]
    case .colon: return weights[.colon]
    case .dash: return weights[.dash]
    case .comma: return weights[.comma]
    case .none: return unfinished
    }
  }
}
