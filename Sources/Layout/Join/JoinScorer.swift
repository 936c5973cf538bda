/// The one decision at a line end: adds up what speaks for and against a line going on where another ends.
final class JoinScorer {
  /// Where the two lines stand to each other.
  struct Setting {
    /// Blank lines between them.
    var blanks = 0
    /// The line is the first of its paragraph, so that its indent belongs to its width.
    var beforeIsFirst = false
    /// Lines of the paragraph so far.
    var linesBefore = 1
    /// A comma or a full stop stands in the paragraph so far.
    var hasMarksBefore = false
    /// Opening marks that wait before the join.
    var open = OpenPairs()
    /// The first closing mark that nothing opens after the join.
    var unmatchedAfter: UInt32?
    /// The line that follows `after` directly, where there is one.
    var following: FollowingLine?
    /// Headings, captions and furniture between the two, and text between the two.
    var interposed = 0
    var interposedBody = 0
    /// What goes on is short and ends without a mark, as a heading does.
    var finishesNothing = false
    /// What is gone on with is short and has no mark, as a heading has none.
    var beginsNothing = false
    /// The line that goes on stands before the line that is gone on with.
    var isBackward = false
    var beforeIsHeading = false
    var afterIsHeading = false
    var beforeIsItem = false
    /// A blank line stands before that item, as between all items of some lists.
    var itemStandsApart = false
    /// What is gone on with has a blank line before it, or what is no text.
    var beforeStandsApart = false
    var otherKind = false
    /// The lines of a caption are set in a width of their own.
    var isCaption = false
    /// What goes on is a photographer's name and nothing else, below a text that stands apart.
    var isCreditAlone = false

    var isAdjacent: Bool { interposed == 0 && interposedBody == 0 && !isBackward }
  }

  let rules: LayoutRules
  let statistics: PageStatistics
  /// Where the terms of the sums are kept for `explain`; `nil` where nobody will ask.
  let log: JoinLog?

  init(rules: LayoutRules, statistics: PageStatistics, log: JoinLog?) {
    self.rules = rules
    self.statistics = statistics
    self.log = log
  }

  func score(_ before: TextLine, _ after: TextLine, _ setting: Setting) -> JoinScore {
    var score = JoinScore()
    let start = log?.count ?? 0
    add(before, after, setting, to: &score)
    log?.close(&score, from: start)
    return score
  }

  private func add(_ before: TextLine, _ after: TextLine, _ setting: Setting, to score: inout JoinScore) {
    func add(_ evidence: JoinEvidence, percent: Int = 100) {
      let weight = rules.weights[evidence] * percent / 100
      guard weight != 0 else { return }
      score.add(evidence, weight)
      log?.add(evidence, weight)
    }
    let cut = isDisplayNumeral(before, setting) ? nil : numeralCut(before.dense, after.dense)
    let isOpen = setting.open.isOpen

    // How the line before ends.
    let endsSentence = before.ending == .sentence && cut == nil
    if isOpen { add(.openPair, percent: endsSentence ? 30 : 100) }
    switch before.ending {
    case .sentence where cut == nil:
      add(.sentenceEnd, percent: isOpen && CharacterClass.isCloser(after.first) ? 0 : 100)
    case .semicolon: add(.semicolon)
    case .colon:
      add(.colon)
      if setting.linesBefore == 1, isSalutation(before) { add(.salutation) }
    case .dash: add(.dash)
    case .comma: add(.comma)
    default:
      add(.noMark)
      if rules.cannotEnd.match(before.dense, before: before.dense.count) > 0, !isNumberedAlone(before, setting) {
        add(.cannotEnd)
      }
      if before.column == 0, setting.blanks > 0, isSigned(before) {
        add(.signed)
      } else if before.column == 0, before.high >= (before.hasSentenceEnd ? 300 : 500), !setting.beforeIsItem {
        // No heading is so long, and none has the end of a sentence in it.
        add(.longUnfinished)
      }
    }
    if setting.beforeIsItem, before.ending == .none, !setting.isAdjacent || setting.blanks > 0 {
      let percent = setting.itemStandsApart ? 200 : setting.isAdjacent ? 100 : 150
      add(.itemMayEnd, percent: percent * (100 - statistics.itemsFinish) / 100)
    }

    // How the line after begins.
    if CharacterClass.cannotBeginLine(after.first) {
      add(.cannotBeginLine)
    } else if startsParagraph(after) {
      add(.startMark, percent: opensStory(after.dense) ? 140 : 100)
    } else if endsSentence && closesText(after, setting) || isSalutation(after) && !isOpen {
      add(.startMark)
    } else if rules.cannotBegin.match(after.dense, at: 0) > 0 || endsAtOnce(after.dense) {
      add(.cannotBegin)
    }
    if let closer = setting.unmatchedAfter {
      if setting.open.awaits(closer) { add(.closesOpenPair) } else if !isOpen { add(.closesNothing) }
    }
    if after.indent >= 2 {
      add(.indent, percent: !(endsSentence || before.ending == .none) ? 60 : statistics.spaceTrust >= 75 ? 150 : 100)
    } else if after.hasLeadingSpace {
      add(.leadingSpace, percent: endsSentence ? 200 : 60)
    }

    // What stands between.
    if setting.blanks == 0, setting.isAdjacent {
      // Where a blank line parts all other paragraphs, none ends without one.
      let isParted = endsSentence && statistics.blanksPart >= 75 && statistics.indentsByWidth < 50
      add(.sameBlock, percent: isParted ? 160 : 100)
    } else if setting.isAdjacent {
      add(.blankLine, percent: statistics.blankTrust)
      // Text whose lines are whole paragraphs is not cut before its first comma.
      let isAbove = setting.linesBefore == 1 && before.high < 520 && after.column == 0 && after.high >= 700
      if setting.beginsNothing, !isOpen, cut == nil, isAbove || !isCutInWord(before, after) {
        let isApart = setting.linesBefore == 1 && setting.beforeStandsApart
        let isCertain = setting.finishesNothing || isAbove || isApart && !isExplained(before, after)
        add(.beginsNothing, percent: isCertain ? 100 : isApart ? 80 : 50)
        if setting.finishesNothing { add(.finishesNothing) }
      }
      if setting.blanks > 1 {
        add(.blankRun)
      } else if isExplained(before, after) {
        add(.explainedBlank, percent: statistics.blankTrust)
      }
    } else {
      add(.blankLine)
      add(.interposed, percent: 100 * min(setting.interposed, 6))
      add(.interposedBody, percent: 100 * min(setting.interposedBody, 6))
      if setting.isBackward { add(.backward) }
      if setting.finishesNothing { add(.finishesNothing) }
      if setting.beginsNothing, !isOpen, cut == nil { add(.beginsNothing) }
    }

    if !setting.isCaption { addColumn(before, after, setting, endsSentence: endsSentence, cut: cut, add) }
    addCharacters(before, after, cut: cut, endsSentence: endsSentence, add)
    if before.isTracked, after.isTracked, setting.isAdjacent, !endsSentence { add(.spacedAlike) }
    if before.isOneOfItems, after.isOneOfItems, setting.blanks > 0 || !setting.isAdjacent {
      add(.oneOfItems)
    } else if neitherEnds(before, after, setting) {
      add(.neitherEnds, percent: cut == nil && !isOpen && !isCutInWord(before, after) ? 100 : 0)
    }

    if setting.beforeIsHeading { add(.headingBefore) }
    if setting.afterIsHeading { add(.headingAfter) }
    if setting.otherKind { add(.otherKind) }
    if setting.isCreditAlone { add(.creditAlone) }
  }

  /// 算。收入…: one character and a mark are the end of a clause.
  private func endsAtOnce(_ dense: Codes) -> Bool {
    dense.count > 2 && CharacterClass.isHan(dense[0]) && (dense[1] == 0x3002 || CharacterClass.isSemicolon(dense[1]))
  }

  // MARK: The column

  private func addColumn(
    _ before: TextLine, _ after: TextLine, _ setting: Setting, endsSentence: Bool, cut: JoinEvidence?,
    _ add: (JoinEvidence, Int) -> Void
  ) {
    if before.column > 0 {
      var width = (before.middle + before.high) / 2 + before.indent * 10
      if setting.beforeIsFirst, before.indent == 0, !statistics.indentsWithSpace { width += 40 * indentTrust / 100 }
      let spare = before.column - width - firstTokenWidth(after.dense)
      let isItem = setting.beforeIsItem && setting.blanks == 0 && setting.isAdjacent && !endsSentence
      if spare <= 6 {
        add(.fullLine, 100)
      } else if spare > 10, !isItem {
        if before.ending == .none, cut == nil, spare >= 36, !announcesQuote(before, after) {
          add(.shortUnfinishedLine, min(180, 40 + spare))
        } else {
          add(
            spare >= 58 ? .veryShortLine : .shortLine,
            min(100, (spare - 6) * 6) * (before.ending == .comma ? 40 : 100) / 100)
        }
      }
      // Lines of a list or a poem before text whose lines are whole paragraphs.
      if after.column == 0, after.high >= 500, before.column * 10 <= after.high * 7, setting.blanks > 0,
        setting.isAdjacent,
        setting.beforeIsItem || setting.beginsNothing && !isCutInWord(before, after), before.ending == .none,
        cut == nil,
        !setting.open.isOpen
      {
        add(.shortUnfinishedLine, 100)
      }
      // A line that no column would hold is no line of the text.
      if before.low > before.column + 15 { add(.otherWidth, 300) }
    } else if endsSentence {
      add(.wholeLineEnds, 100)
    } else if before.ending == .semicolon || before.ending == .dash, before.high >= 300, !setting.open.isOpen {
      add(.wholeLineEnds, 60)
    } else if before.ending == .none, cut == nil, !setting.open.isOpen, setting.isAdjacent,
      isShortAlone(before, after, setting)
    {
      add(.shortUnfinishedLine, 100)
    }
    guard after.column > 0 else { return }
    if statistics.indentsWithSpace {
      if after.indent == 0, !after.hasLeadingSpace { add(.flush, max(60, statistics.spaceTrust)) }
    } else {
      let missing = after.column - after.middle
      if isIndentedByWidth(after, setting.following) {
        // A line spaced out to fill its column hides how far in it began.
        let trust = after.isTracked ? 35 : endsSentence ? 100 : 70
        let certainty = min(100, (missing - 14) * 4) * trust / 100
        add(.indentedByWidth, indentTrust * certainty / 100)
      } else if missing <= 22 {
        let isSameColumn =
          before.column > 0 && (abs(before.column - after.column) <= 30 || isNarrowIntro(before, after, setting))
        add(.flush, isSameColumn ? indentTrust : indentTrust * 3 / 10)
      }
    }
    let isShort = after.low <= before.column && after.column > before.column
    if setting.isAdjacent, before.column > 0, abs(before.column - after.column) > 30, !isShort {
      if isNarrowIntro(before, after, setting) {
        add(.narrowIntro, 100)
      } else {
        let isMuchWider = before.column * 10 <= after.column * 7 && !setting.hasMarksBefore
        add(.otherWidth, isMuchWider ? 400 : 100)
      }
    }
  }

  /// On a page whose lines are whole paragraphs a sentence that is cut is finished by the next line.
  private func neitherEnds(_ before: TextLine, _ after: TextLine, _ setting: Setting) -> Bool {
    before.column == 0 && after.column == 0 && setting.blanks > 0 && setting.isAdjacent && before.ending == .none
      && after.ending == .none && before.high >= 300
  }

  /// A short line without a final mark, outside of any column, before text that does not go on with it.
  private func isShortAlone(_ before: TextLine, _ after: TextLine, _ setting: Setting) -> Bool {
    if setting.blanks == 0 {
      let isLonger = after.high > before.high + 120 || after.high >= 420
      return before.high < 420
        && (isLonger || after.ending == .sentence && Self.numberingLength(before.dense) > 0)
    }
    guard setting.beforeIsItem || !isCutInWord(before, after) else { return false }
    let isCut =
      rules.cannotEnd.match(before.dense, before: before.dense.count) > 0 && !isNumberedAlone(before, setting)
    let limit = setting.beforeIsItem ? 900 : setting.hasMarksBefore ? 340 : 520
    if before.high < limit, after.high >= 500, after.column == 0 {
      return !(isCut && setting.hasMarksBefore && before.high >= 240)
    }
    return before.high < 420 && setting.beginsNothing && !isCut
  }

  /// A short line with a number before it, apart from what follows: 三、主要会计数据 ends in a word, not in 据.
  private func isNumberedAlone(_ line: TextLine, _ setting: Setting) -> Bool {
    setting.blanks > 0 && setting.linesBefore == 1 && line.high < 420 && Self.numberingLength(line.dense) > 0
  }

  /// A word that ends no sentence before an opening quote: 局长的想法是 and “…, whose line is set further down.
  private func announcesQuote(_ before: TextLine, _ after: TextLine) -> Bool {
    CharacterClass.isQuote(after.first) && CharacterClass.closer(of: after.first) != nil
      && rules.cannotEnd.match(before.dense, before: before.dense.count) > 0
  }

  /// 7, 10: a numeral of display type, alone on its line before a blank one.
  private func isDisplayNumeral(_ before: TextLine, _ setting: Setting) -> Bool {
    setting.blanks > 0 && setting.linesBefore == 1 && before.dense.count <= 2
      && before.dense.allSatisfy { CharacterClass.isDigit($0) }
  }

  /// The line end stands in the middle of a word.
  private func isCutInWord(_ before: TextLine, _ after: TextLine) -> Bool {
    before.ending == .none && rules.pairs[before.last, after.first] == .strong
      || CharacterClass.cannotBeginLine(after.first)
  }

  /// Text beside a picture or a numeral, which then runs on in the full column.
  private func isNarrowIntro(_ before: TextLine, _ after: TextLine, _ setting: Setting) -> Bool {
    before.column <= 220 && before.column * 10 <= after.column * 7 && setting.linesBefore >= 2 && setting.hasMarksBefore
  }

  /// How far the widths of first lines can be believed, in percent.
  private var indentTrust: Int { statistics.indentsWithSpace ? 0 : max(20, statistics.indentsByWidth) }

  /// A line that is about two characters narrower than its column and goes on: the first line of a paragraph.
  private func isIndentedByWidth(_ line: TextLine, _ following: FollowingLine?) -> Bool {
    let missing = line.column - line.middle
    guard missing > 24, missing <= 64 else { return false }
    guard let following, following.blanksBefore <= 1, following.isText else { return line.ending != .sentence }
    let next = firstTokenWidth(following.dense, mark: 20)
    // The next word would have fitted into the column: the line ends where it does because it began further in.
    return missing - next >= -4 && (line.ending != .sentence || following.column - following.high <= 20)
  }

  /// The width of what cannot be parted from the first character of a line.
  private func firstTokenWidth(_ dense: Codes, mark: Int = 0) -> Int {
    var width = 0
    var index = 0
    while index < dense.count, index < 12 {
      let code = dense[index]
      let isNarrow = CharacterClass.isDigit(code) || CharacterClass.isLatin(code)
      if index > 0, !isNarrow, !CharacterClass.cannotBeginLine(code) { break }
      if index > 0, isNarrow, !CharacterClass.isDigit(dense[index - 1]), !CharacterClass.isLatin(dense[index - 1]),
        !CharacterClass.isDecimalPoint(dense[index - 1])
      {
        break
      }
      let isMark = CharacterClass.isComma(code) || CharacterClass.isSentenceEnd(code)
      width += !CharacterClass.isWide(code) ? 11 : isMark ? mark : 20
      index += 1
    }
    return min(width, 90)
  }

  // MARK: The characters on both sides

  private func addCharacters(
    _ before: TextLine, _ after: TextLine, cut: JoinEvidence?, endsSentence: Bool, _ add: (JoinEvidence, Int) -> Void
  ) {
    // A copy of the text has the four characters in its middle, too.
    let hasPhrase = statistics.hasPhrase(before.dense, after.dense)
    if hasPhrase, statistics.hasWitness(before.dense, after.dense) { add(.witness, 100) }
    if let cut {
      add(cut, 100)
      return
    }
    guard before.ending == .none || before.ending == .comma, !endsSentence else { return }
    if before.ending == .none, CharacterClass.isDigit(after.first), CharacterClass.isHan(before.last) {
      add(.numeralAfterWord, 100)
      return
    }
    if before.ending == .none, CharacterClass.isHan(before.last), CharacterClass.isHan(after.first) {
      if CharacterClass.isChineseNumeral(before.last), CharacterClass.isChineseNumeral(after.first) {
        add(.numeralCut, 50)
      } else {
        switch rules.pairs[before.last, after.first] {
        case .strong: add(.strongPair, 100)
        case .weak: add(.weakPair, 100)
        case nil: add(.unseenPair, 100)
        }
      }
    }
    if hasPhrase {
      add(.phraseOnPage, 100)
    } else if statistics.hasPair(before.last, after.first), before.ending == .none {
      add(.pairOnPage, 100)
    }
  }

  /// Whether there may be evidence that does more than not object: what `FragmentMatcher` asks for before going back.
  func mayProve(_ before: TextLine, _ after: TextLine, _ open: OpenPairs, _ unmatched: UInt32?) -> Bool {
    if let unmatched, open.awaits(unmatched) { return true }
    if numeralCut(before.dense, after.dense) != nil || rules.pairs[before.last, after.first] == .strong { return true }
    if CharacterClass.isChineseNumeral(before.last), CharacterClass.isChineseNumeral(after.first) { return true }
    return statistics.hasPhrase(before.dense, after.dense) || statistics.hasWitness(before.dense, after.dense)
  }

  /// A numeral that the line end cuts in two or from its unit.
  func numeralCut(_ before: Codes, _ after: Codes) -> JoinEvidence? {
    guard let last = before.last, let first = after.first else { return nil }
    if CharacterClass.isDigit(last) {
      if CharacterClass.isDigit(first) { return .numeralCut }
      if CharacterClass.isPercent(first) || CharacterClass.isDecimalPoint(first) { return .numeralCut }
      if rules.units.contains(first) || rules.unitWords.match(after, at: 0) > 0 { return .numeralAndUnit }
    }
    if CharacterClass.isNumeralMark(last), before.count > 1, CharacterClass.isDigit(before[before.count - 2]),
      CharacterClass.isDigit(first), CharacterClass.isDecimalPoint(last) || isGroup(after)
    {
      return .numeralCut
    }
    return nil
  }

  /// Three digits and no more: the next group of 1,200.
  private func isGroup(_ codes: Codes) -> Bool {
    codes.count >= 3 && codes[0..<3].allSatisfy { CharacterClass.isDigit($0) }
      && (codes.count == 3 || !CharacterClass.isDigit(codes[3]))
  }

  /// In columns blank lines come out before lines whose digits or quotes stand higher than the text; where a line is a
  /// paragraph, digits anywhere in it tell nothing.
  private func isExplained(_ before: TextLine, _ after: TextLine) -> Bool {
    guard before.column > 0 || after.column > 0 else { return false }
    return after.hasDigit || CharacterClass.closer(of: after.first) != nil || after.first == 0x22
      || before.hasDigit && !after.hasDigit && before.ending != .sentence
  }
}
