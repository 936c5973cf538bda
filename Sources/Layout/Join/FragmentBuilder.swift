import Reading

/// Joins the lines that stand directly under each other, and tells headings from text.
struct FragmentBuilder {
  let lines: [TextLine]
  let scorer: JoinScorer
  struct Result {
    var fragments: [Fragment]
    /// For each line the join with the line before, where they are one fragment.
    var joins: [JoinScore?]
  }

  func build() -> Result {
    var fragments: [Fragment] = []
    fragments.reserveCapacity(lines.count / 2)
    var joins = [JoinScore?](repeating: nil, count: lines.count)
    for index in lines.indices {
      if let last = fragments.indices.last, extend(&fragments[last], with: index, &joins) { continue }
      var fragment = Fragment(lines: index..<index + 1, kind: kind(of: lines[index]), traits: lines[index].traits)
      if fragment.isText { fragment.pairs.read(lines[index]) }
      fragments.append(fragment)
    }
    FragmentCopies(lines: lines).mark(&fragments)
    markHeadings(&fragments)
    return Result(fragments: mergeHeadings(fragments, &joins), joins: joins)
  }

  private func kind(of line: TextLine) -> Fragment.Kind {
    switch line.role {
    case .text, .verticalBody: .text
    case .listItem: .listItem
    case .credit: .caption
    case .byline: .byline
    case .furniture: .furniture
    case .table: .table
    case .vertical: .vertical
    case .display: .heading
    }
  }

  /// Adds the line to the fragment where it certainly goes on.
  private func extend(_ fragment: inout Fragment, with index: Int, _ joins: inout [JoinScore?]) -> Bool {
    guard let previous = fragment.lines.last else { return false }
    let before = lines[previous]
    let after = lines[index]
    switch (before.role, after.role) {
    case (.table, .table), (.vertical, .vertical), (.verticalBody, .verticalBody):
      fragment.add(lines[index], at: index)
      return true
    case (.text, .text), (.listItem, .text), (.text, .credit):
      guard after.blanksBefore == 0, !before.isWhole, !after.isWhole else { return false }
    // Geometry knows better than words: a caption's credit, a name at the beginning of a line.
    case _ where isOneParagraph(before, after) && !isWholeByline(before, after, fragment): break
    default: return false
    }
    var setting = JoinScorer.Setting()
    setting.beforeIsFirst = fragment.lines.count == 1
    setting.linesBefore = fragment.lines.count
    setting.hasMarksBefore = fragment.hasMarks
    setting.beforeIsItem = fragment.kind == .listItem
    setting.open = fragment.pairs
    setting.following = following(index).map(FollowingLine.init)
    setting.isCaption =
      after.role == .credit && fragment.lines.count <= 3
      && (setting.hasMarksBefore || isCutInWord(before, after) || isInPictureSlot(fragment, index))
    setting.isCreditAlone = setting.isCaption && isCreditAlone(after) && standsApart(fragment, index)
    let score = scorer.score(before, after, setting)
    guard score.total > 0 || isOneParagraph(before, after) else { return false }
    fragment.add(after, at: index)
    joins[index] = score
    fragment.pairs.read(after)
    if after.role == .credit { fragment.kind = .caption }
    return true
  }

  /// Between two runs of blank lines, and the last line holds no more than the first: a caption, not a heading above one.
  private func isInPictureSlot(_ fragment: Fragment, _ index: Int) -> Bool {
    guard let first = fragment.lines.first, lines[first].blanksBefore >= 2, lines[first].ending == .none,
      index + 1 == lines.count || lines[index + 1].blanksBefore >= 2
    else { return false }
    let dense = lines[index].dense
    let sentence = dense.lastIndex { CharacterClass.isSentenceEnd($0) } ?? dense.count
    return sentence <= lines[first].dense.count
  }

  /// 林一帆 摄: too short to say anything of the picture.
  private func isCreditAlone(_ line: TextLine) -> Bool { line.dense.count <= 10 && !line.hasMarks }

  /// Blank lines before the fragment and behind the line.
  private func standsApart(_ fragment: Fragment, _ index: Int) -> Bool {
    lines[fragment.lines.lowerBound].blanksBefore > 0 && (following(index)?.blanksBefore ?? 1) > 0
  }

  private func isOneParagraph(_ before: TextLine, _ after: TextLine) -> Bool {
    before.paragraph != nil && before.paragraph == after.paragraph && before.role != .furniture
      && after.role != .furniture
  }

  /// The names at the head of a story stand apart though no type shows it; the last of them may stand on a second line.
  private func isWholeByline(_ before: TextLine, _ after: TextLine, _ fragment: Fragment) -> Bool {
    before.role == .byline && before.isSettled && fragment.lines.count == 1 && after.dense.count > 4
  }

  func following(_ index: Int) -> TextLine? { index + 1 < lines.count ? lines[index + 1] : nil }

  // MARK: Headings

  private func markHeadings(_ fragments: inout [Fragment]) {
    // From the end, as what follows a heading tells; and once more, as the lines of one heading tell of each other.
    for index in fragments.indices.reversed() where fragments[index].kind == .text && isHeading(index, fragments) {
      fragments[index].kind = .heading
    }
    for index in fragments.indices where fragments[index].kind == .text && isHeading(index, fragments) {
      fragments[index].kind = .heading
    }
  }

  /// Adds up what speaks for a heading: short, without a final mark, standing apart, unlike its column.
  private func isHeading(_ index: Int, _ fragments: [Fragment]) -> Bool {
    let fragment = fragments[index]
    guard fragment.lines.count <= 3, let firstLine = fragment.lines.first, let lastLine = fragment.lines.last else {
      return false
    }
    let first = lines[firstLine]
    let last = lines[lastLine]
    let length = fragment.lines.reduce(0) { $0 + lines[$1].dense.count }
    guard length <= 48, last.ending != .comma, last.ending != .semicolon, first.role != .verticalBody,
      !first.isOpening
    else { return false }
    if last.ending == .sentence, length > 30 || !(last.last == 0xFF1F || last.last == 0xFF01 || last.last == 0x3F) {
      return false
    }
    let inner = fragment.lines.dropLast().contains { lines[$0].hasSentenceEnd && lines[$0].ending != .sentence }
    if inner || (last.hasSentenceEnd && last.ending != .sentence) { return false }
    if fragment.pairs.isOpen || fragment.pairs.unmatched != nil { return false }
    if CharacterClass.cannotBeginLine(first.first) || scorer.opensStory(first.dense) { return false }
    var points = 0
    let previous = fragments[..<index].last { $0.kind != .furniture && $0.kind != .caption }
    let next = index + 1 < fragments.count ? fragments[index + 1] : nil
    if first.blanksBefore > 0 || previous == nil || previous.map({ !$0.isText }) == true { points += 10 }
    if let next, let nextLine = next.lines.first {
      if lines[nextLine].blanksBefore > 0 || !next.isText { points += 10 }
      // Who wrote a story stands below its title, and never within a sentence of it.
      if lines[nextLine].role == .byline, last.ending == .none { points += 15 }
      if next.isText, lines[nextLine].indent >= 2 || scorer.startsParagraph(lines[nextLine]) { points += 5 }
    } else {
      points += 5
    }
    if let previous, previous.isText, let line = previous.lines.last {
      let isFinished =
        lines[line].ending == .sentence || previous.kind == .listItem && lines[line].ending == .none
        || lines[line].isOneOfItems
      points += isFinished ? 15 : -10
    } else {
      points += 15
    }
    points += columnPoints(fragment, previous, next)
    if let next, next.isText, let nextLine = next.lines.first {
      let score = goingOn(last, lines[nextLine], first: fragment.lines.count == 1, fragment, nextLine)
      points -= score > 450 ? 35 : score > 60 ? 20 : 0
      // What it interrupts goes on better without it.
      if let previous, previous.isText, let line = previous.lines.last, lines[line].ending != .sentence,
        goingOn(lines[line], lines[nextLine], first: previous.lines.count == 1, previous, nextLine) >= score + 60
      {
        points += 10
      }
    }
    // A line that stops in the middle of its column without a mark is no line of running text.
    let stops = last.column > 0 && last.column - last.high >= 60 && last.ending == .none
    if stops { points += 15 }
    if !stops, let previous, previous.isText, let line = previous.lines.last, lines[line].ending != .sentence {
      points -= goingOn(lines[line], first, first: previous.lines.count == 1, previous, firstLine) > 150 ? 15 : 0
    }
    // 22 and 微克: the unit of a numeral is no heading, but 个全面提升 may be.
    if let previous, previous.isText, let line = previous.lines.last,
      scorer.numeralCut(lines[line].dense, first.dense) != nil,
      !scorer.rules.headingCounters.contains(first.first)
    {
      if length <= 4 { return false }
      points -= 25
    }
    if scorer.rules.openers.match(first.dense, at: 0) > 0, last.ending == .none, !CharacterClass.isDash(first.first) {
      points -= 15
    }
    if index > 0, fragments[index - 1].kind == .heading, first.blanksBefore == 0, !fragment.hasMarks,
      next.map({
        !$0.isText || lines[$0.lines.lowerBound].blanksBefore > 0 && !isCutInWord(last, lines[$0.lines.lowerBound])
      }) ?? true,
      previous.map({ !$0.isText }) ?? true || abs(first.column - first.high) > 22
    {
      points += 20
    }
    let hasComma = fragment.traits.contains(.comma)
    points += hasComma ? (length > 18 ? -20 : -5) : 5
    if length <= 10 { points += 5 }
    if fragment.lines.contains(where: { Self.hasClauses(lines[$0]) }) { points += fragment.hasMarks ? 10 : 20 }
    if last.ending == .colon || last.ending == .dash { points += 5 }
    if JoinScorer.numberingLength(first.dense) > 0 { points += 10 }
    let cannotEnd = scorer.rules.cannotEnd.match(last.dense, before: last.dense.count) > 0
    if cannotEnd, length > 4 { points -= 15 }
    // With a comma it is a clause, and it is cut in the middle of a word or numeral.
    if fragment.hasMarks, let next, next.isText, last.ending == .none {
      let after = lines[next.lines.lowerBound]
      let isCut = isCutInWord(last, after) || scorer.numeralCut(last.dense, after.dense) != nil
      if cannotEnd || isCut { points -= 15 }
    }
    if scorer.rules.cannotBegin.match(first.dense, at: 0) > 0 { points -= 20 }
    if CharacterClass.isDigit(last.last), !(first.hasLeadingSpace && length < 6) { points -= 5 }
    return points >= 30
  }

  /// What the width of the lines says: headings fill no column, text does, but for its first and last lines.
  private func columnPoints(_ fragment: Fragment, _ previous: Fragment?, _ next: Fragment?) -> Int {
    guard let firstLine = fragment.lines.first, let lastLine = fragment.lines.last else { return 0 }
    let first = lines[firstLine]
    if first.column == 0 { return first.high < 420 ? 10 : first.high < 700 ? 0 : -20 }
    if fragment.lines.contains(where: { lines[$0].low > lines[$0].column + 15 }) { return 10 }
    let isFull = fragment.lines.allSatisfy { index in
      let line = lines[index]
      let missing = line.column - line.high - line.indent * 10
      return missing <= 22 || index == firstLine && missing <= 48 && fragment.lines.count > 1
    }
    if isFull { return isColumnOfItsOwn(first.column, previous, next) && !fragment.hasMarks ? 10 : -15 }
    return lines[lastLine].column - lines[lastLine].high - lines[lastLine].indent * 10 > 40 ? 10 : 0
  }

  /// Whether the texts around stand in other columns.
  private func isColumnOfItsOwn(_ column: Int, _ previous: Fragment?, _ next: Fragment?) -> Bool {
    func differs(_ fragment: Fragment?) -> Bool {
      guard let fragment, fragment.isText, let line = fragment.lines.first else { return true }
      return abs(lines[line].column - column) > 30
    }
    return differs(previous) && differs(next)
  }

  private func isCutInWord(_ before: TextLine, _ after: TextLine) -> Bool {
    scorer.rules.pairs[before.last, after.first] == .strong || CharacterClass.cannotBeginLine(after.first)
  }

  /// What speaks for one line going on where the other ends, if both are text.
  private func goingOn(_ before: TextLine, _ after: TextLine, first: Bool, _ fragment: Fragment, _ index: Int) -> Int {
    var setting = JoinScorer.Setting()
    setting.blanks = after.blanksBefore
    setting.beforeIsFirst = first
    setting.linesBefore = fragment.lines.count
    setting.hasMarksBefore = fragment.hasMarks
    setting.open = fragment.pairs
    setting.beforeIsItem = fragment.kind == .listItem
    setting.beginsNothing = fragment.lines.count <= 2 && !setting.hasMarksBefore
    setting.following = following(index).map(FollowingLine.init)
    return scorer.score(before, after, setting).total
  }

  /// A line of a few clauses with one space between them.
  private static func hasClauses(_ line: TextLine) -> Bool {
    guard line.hasSpace, !line.isTracked, line.dense.count >= 6 else { return false }
    var clauses = 1
    var length = 0
    for (index, glyph) in line.glyphs.enumerated() {
      guard glyph.isSpace else {
        length += 1
        continue
      }
      if index > 0, !line.glyphs[index - 1].isSpace {
        let next = line.glyphs.dropFirst(index + 1).first { !$0.isSpace }?.code ?? 0
        let previous = line.glyphs[index - 1].code
        if CharacterClass.isDigit(previous) != CharacterClass.isDigit(next) { continue }
        if length < 3 || CharacterClass.isDigit(previous) { return false }
        clauses += 1
        length = 0
      }
    }
    return clauses >= 2 && clauses <= 4 && length >= 3
  }

  /// Headings on lines directly under each other are one heading.
  private func mergeHeadings(_ fragments: [Fragment], _ joins: inout [JoinScore?]) -> [Fragment] {
    var merged: [Fragment] = []
    for fragment in fragments {
      if fragment.kind == .heading, let last = merged.indices.last, merged[last].kind == .heading,
        let first = fragment.lines.first, lines[first].blanksBefore == 0, !lines[first].isWhole,
        let before = merged[last].lines.last, isOneHeading(lines[before], lines[first]), merged[last].lines.count < 4
      {
        merged[last].lines = merged[last].lines.lowerBound..<fragment.lines.upperBound
        merged[last].traits.formUnion(fragment.traits)
        // Lines of a heading were not joined, they are one heading.
        for line in fragment.lines { joins[line] = nil }
      } else {
        merged.append(fragment)
      }
    }
    return merged
  }

  private func isOneHeading(_ before: TextLine, _ after: TextLine) -> Bool {
    if before.indent == 0, after.indent >= 2 || scorer.startsParagraph(after) { return false }
    if before.ending != .none && before.ending != .comma { return false }
    if CharacterClass.isDash(after.first) || CharacterClass.isDash(before.first) { return false }
    if scorer.isSalutation(after) { return false }
    if before.dense.allSatisfy({ CharacterClass.isDigit($0) }) || after.dense.allSatisfy({ CharacterClass.isDigit($0) })
    {
      return false
    }
    // Lines of several headings each belong to no one heading.
    if Self.hasClauses(before) || Self.hasClauses(after) { return false }
    return true
  }
}
