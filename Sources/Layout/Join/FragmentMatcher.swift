/// Decides which fragment goes on which: of all that could go on, the one with the most evidence.
struct FragmentMatcher {
  struct Link: Sendable {
    let before: Int
    let after: Int
    let score: JoinScore
    let interposed: Int

    /// Of two joins that are about as good the one that skips nothing comes first.
    var rank: Int { score.total + (after == before + 1 ? 100 : 0) }
  }

  /// How many fragments after its end a sentence may go on.
  private static let reach = 12
  private static let reachBack = 6
  /// The sum from which it is not asked what else could go on.
  private static let certain = 400

  /// What stands before a fragment in its paragraph.
  private struct Story {
    let open: OpenPairs
    let lines: Int
    let hasMarks: Bool

    init(_ setting: JoinScorer.Setting) {
      open = setting.open
      lines = setting.linesBefore
      hasMarks = setting.hasMarksBefore
    }
  }

  let lines: [TextLine]
  let scorer: JoinScorer

  /// The links that hold; each fragment has at most one before it and one after it.
  func links(_ fragments: [Fragment]) -> [Link] {
    var candidates: [Link] = []
    var story: Story?
    for index in fragments.indices {
      guard fragments[index].isText, !fragments[index].isCopy else {
        story = nil
        continue
      }
      let setting = setting(after: fragments[index], in: story)
      let found = candidatesAfter(index, fragments, setting)
      candidates += found
      // What certainly goes on with it knows what was said so far.
      story = found.first { $0.after == index + 1 && $0.score.total >= Self.certain }.map { _ in Story(setting) }
    }
    for index in fragments.indices where fragments[index].isCopyCut {
      if let score = score(index, index + 1, fragments), score.total > 0 {
        candidates.append(Link(before: index, after: index + 1, score: score, interposed: 0))
      }
    }
    candidates.sort {
      ($0.rank, -abs($0.after - $0.before), -$0.before) > ($1.rank, -abs($1.after - $1.before), -$1.before)
    }
    var hasNext = [Bool](repeating: false, count: fragments.count)
    var hasPrevious = hasNext
    var chain = Array(fragments.indices)
    var links: [Link] = []
    for link in candidates where !hasNext[link.before] && !hasPrevious[link.after] {
      let head = root(link.before, &chain)
      guard head != root(link.after, &chain) else { continue }
      hasNext[link.before] = true
      hasPrevious[link.after] = true
      chain[root(link.after, &chain)] = head
      links.append(link)
    }
    return links
  }

  /// Going back up the page needs more than the absence of objections.
  private func hasProof(_ score: JoinScore) -> Bool {
    score.containsAny(of: [.numeralCut, .strongPair, .phraseOnPage, .witness, .closesOpenPair])
  }

  private func root(_ index: Int, _ chain: inout [Int]) -> Int {
    var index = index
    while chain[index] != index {
      chain[index] = chain[chain[index]]
      index = chain[index]
    }
    return index
  }

  /// What speaks for and against a fragment going on with the one behind it.
  func score(_ index: Int, _ next: Int, _ fragments: [Fragment]) -> JoinScore? {
    guard let last = fragments[index].lines.last, let first = fragments[next].lines.first else { return nil }
    return scorer.score(
      lines[last], lines[first],
      setting(setting(after: fragments[index]), with: fragments[next], first, blanks: tellingBlanks(last, first)))
  }

  /// The blank lines between two lines that may end a paragraph: where all lines have one, a sentence that ends with its line
  /// ends no paragraph. Lines that end without a mark may still be items of a list.
  private func tellingBlanks(_ before: Int, _ after: Int) -> Int {
    lines[after].isDoubleSpaced && lines[before].ending == .sentence ? 0 : lines[after].blanksBefore
  }

  private func setting(after fragment: Fragment, in story: Story? = nil) -> JoinScorer.Setting {
    var setting = JoinScorer.Setting()
    setting.open = fragment.pairs
    if let story {
      setting.open = story.open
      for line in fragment.lines { setting.open.read(lines[line]) }
    }
    setting.linesBefore = fragment.lines.count + (story?.lines ?? 0)
    setting.beforeIsFirst = setting.linesBefore == 1
    setting.hasMarksBefore = fragment.hasMarks || story?.hasMarks == true
    setting.beginsNothing = setting.linesBefore <= 2 && !setting.hasMarksBefore
    setting.beforeIsItem = fragment.kind == .listItem
    let begin = fragment.lines.lowerBound
    setting.itemStandsApart = lines[begin].blanksBefore > 0
    setting.beforeStandsApart =
      story == nil && fragment.kind == .text && !lines[begin].isDoubleSpaced
      && (begin == 0 || lines[begin].blanksBefore > 0 || lines[begin - 1].role != .text)
    if scorer.opensStory(lines[begin].dense) { setting.beginsNothing = false }
    return setting
  }

  private func setting(
    _ setting: JoinScorer.Setting, with next: Fragment, _ first: Int, blanks: Int
  ) -> JoinScorer.Setting {
    var setting = setting
    setting.blanks = blanks
    setting.unmatchedAfter = next.pairs.unmatched
    setting.following = first + 1 < lines.count ? FollowingLine(lines[first + 1]) : nil
    if next.kind == .listItem { setting.otherKind = true }
    if let end = next.lines.last, next.lines.count <= 2 {
      let isText = next.hasMarks && (lines[end].ending != .dash || next.hasSentence)
      setting.finishesNothing = !isText
    }
    return setting
  }

  private func candidatesAfter(
    _ index: Int, _ fragments: [Fragment], _ setting: JoinScorer.Setting
  ) -> [Link] {
    guard let last = fragments[index].lines.last else { return [] }
    var links: [Link] = []
    var setting = setting
    let isFinished = lines[last].ending == .sentence && !setting.open.isOpen
    var blanks = 0
    for next in fragments.indices[(index + 1)...].prefix(Self.reach) {
      guard let first = fragments[next].lines.first else { continue }
      blanks += lines[first].blanksBefore
      guard fragments[next].isText, !fragments[next].isCopy else {
        if !fragments[next].isCopy { setting.interposed += fragments[next].kind == .furniture ? 0 : 1 }
        continue
      }
      if let link = link(
        index, last, next, first, fragments, setting, blanks: tellingBlanks(last, first), isNext: next == index + 1)
      {
        links.append(link)
      }
      if isFinished { break }
      setting.interposedBody += 1
    }
    guard !isFinished else { return links }
    // A column that was read too late: its text goes on further up.
    setting.isBackward = true
    setting.interposedBody = 0
    setting.interposed = 0
    for previous in fragments.indices[..<index].suffix(Self.reachBack).reversed()
    where fragments[previous].isText && !fragments[previous].isCopy {
      guard let first = fragments[previous].lines.first else { continue }
      if let link = link(index, last, previous, first, fragments, setting, blanks: 1, isNext: false) {
        links.append(link)
      }
      setting.interposedBody += 1
    }
    return links
  }

  private func link(
    _ index: Int, _ last: Int, _ next: Int, _ first: Int, _ fragments: [Fragment], _ setting: JoinScorer.Setting,
    blanks: Int, isNext: Bool
  ) -> Link? {
    let before = lines[last]
    let after = lines[first]
    if before.isSettled, after.isSettled { return nil }
    if (before.isWhole || after.isWhole) && (before.ending == .sentence || after.indent >= 2) { return nil }
    if setting.isBackward, !scorer.mayProve(before, after, setting.open, fragments[next].pairs.unmatched) { return nil }
    let setting = self.setting(setting, with: fragments[next], first, blanks: blanks)
    guard let score = scorer.scoreAboveZero(before, after, setting), !setting.isBackward || hasProof(score) else {
      return nil
    }
    return Link(before: index, after: next, score: score, interposed: setting.interposed + setting.interposedBody)
  }
}
