import Reading

/// Joins what the lines left in two: a paragraph that ends in the middle of a sentence, and the one behind it.
///
/// By now the columns have said what they could, and copies are gone. What is unfinished still is decided as on a page whose
/// lines are whole paragraphs, by the characters on both sides; so a page that was put back is not changed again.
struct UnfinishedParagraphs {
  private let page: Page
  private let memory: PageMemory
  private var scorer: JoinScorer
  private let usesASCIIStops: Bool
  /// The characters of a large page, whose pairs are forgotten until paragraphs are joined.
  private let largeText: [UInt32]?

  init(page: Page, memory: PageMemory, scorer: JoinScorer, usesASCIIStops: Bool) {
    self.page = page
    self.memory = memory
    self.usesASCIIStops = usesASCIIStops
    var statistics = scorer.statistics
    statistics.forgetColumns()
    largeText = statistics.largeText
    if largeText != nil { statistics.forgetPairs() }
    self.scorer = JoinScorer(rules: scorer.rules, statistics: statistics, log: scorer.log)
  }

  /// How far behind its first part a sentence may go on, over headings and captions.
  private static let reach = 4

  /// What was said up to the end of a paragraph.
  private struct Story {
    var open = OpenPairs()
    var hasMarks = false
  }

  /// How often what was joined is looked at again: a paragraph that is whole now may go on with another.
  private static let passes = 4

  consuming func join(_ drafts: [Deduplicator.Draft]) -> Deduplicator.Result {
    if let largeText {
      var statistics = scorer.statistics
      statistics.learnPairs(of: largeText)
      scorer = JoinScorer(rules: scorer.rules, statistics: statistics, log: scorer.log)
    }
    return joinAll(drafts)
  }

  private func joinAll(_ drafts: [Deduplicator.Draft]) -> Deduplicator.Result {
    var result = Deduplicator.Result(drafts: drafts, repairs: [])
    for _ in 0..<Self.passes {
      let pass = joinOnce(result.drafts)
      guard !pass.repairs.isEmpty else { break }
      result.drafts = pass.drafts
      result.repairs += pass.repairs
    }
    return result
  }

  private func joinOnce(_ drafts: [Deduplicator.Draft]) -> Deduplicator.Result {
    var result = Deduplicator.Result(drafts: [], repairs: [])
    result.drafts.reserveCapacity(drafts.count)
    var next = [Int?](repeating: nil, count: drafts.count)
    var isTaken = [Bool](repeating: false, count: drafts.count)
    var story = Story()
    for index in drafts.indices where isUnfinished(drafts[index]) {
      if !isTaken[index] { story = Story() }
      guard let candidate = candidate(behind: index, drafts),
        let repair = join(drafts[index], drafts[candidate.index], interposed: candidate.interposed, &story)
      else { continue }
      result.repairs.append(repair)
      next[index] = candidate.index
      isTaken[candidate.index] = true
    }
    for index in drafts.indices where !isTaken[index] {
      var members = [index]
      while let following = next[members[members.count - 1]] { members.append(following) }
      result.drafts.append(members.count == 1 ? drafts[index] : joined(members.map { drafts[$0] }))
    }
    return result
  }

  func areAmong(_ drafts: [Deduplicator.Draft]) -> Bool { drafts.contains { isUnfinished($0) } }

  private func isUnfinished(_ draft: Deduplicator.Draft) -> Bool {
    draft.mayGoOn && TextLine.ending(of: draft.codes, usesASCIIStops: usesASCIIStops) != .sentence
  }

  /// The next running text, and how many headings and captions stand before it.
  private func candidate(behind index: Int, _ drafts: [Deduplicator.Draft]) -> (index: Int, interposed: Int)? {
    var interposed = 0
    for next in drafts.indices[(index + 1)...].prefix(Self.reach) {
      if drafts[next].mayGoOn { return (next, interposed) }
      switch drafts[next].kind {
      case .body, .list, .table: return nil
      case .furniture: break
      default: interposed += 1
      }
    }
    return nil
  }

  /// The repair, where the second goes on with the first. `story` tells of what stands before the first, then of it too.
  private func join(
    _ first: Deduplicator.Draft, _ second: Deduplicator.Draft, interposed: Int, _ story: inout Story
  ) -> Repair? {
    let before = line(first)
    let after = line(second)
    story.open.read(before)
    story.hasMarks = story.hasMarks || before.hasMarks
    var opened = OpenPairs()
    opened.read(after)
    var setting = JoinScorer.Setting()
    setting.blanks = 1
    setting.interposed = interposed
    setting.beforeIsFirst = true
    setting.beforeStandsApart = true
    setting.hasMarksBefore = story.hasMarks
    setting.open = story.open
    setting.unmatchedAfter = opened.unmatched
    setting.beginsNothing = !story.hasMarks
    setting.finishesNothing = !after.hasMarks || after.ending == .dash && !after.hasSentenceEnd
    let score = scorer.score(before, after, setting)
    guard score.total > 0 else { return nil }
    let kind: Repair.Kind =
      score.containsAny(of: [.numeralCut, .numeralAndUnit])
      ? .figureCutByLine : interposed > 0 ? .interruptedParagraph : .pageBreakMidWord
    return Repair(
      kind: kind, source: min(before.end, after.start)..<max(before.end, after.start),
      evidence: scorer.log?.explanation(of: score) ?? "")
  }

  private func line(_ draft: Deduplicator.Draft) -> TextLine {
    TextLine(
      source: 0, glyphs: draft.glyphs, memory: memory, traits: scorer.rules.traits, blanksBefore: 1, indent: 0,
      hasLeadingSpace: false, isWhole: false, usesASCIIStops: usesASCIIStops)
  }

  private func joined(_ drafts: [Deduplicator.Draft]) -> Deduplicator.Draft {
    var glyphs = GlyphBuffer(capacity: drafts.reduce(0) { $0 + $1.glyphs.count + 1 }, in: memory)
    var copies: [Glyphs] = []
    for draft in drafts {
      if let last = glyphs.last, let first = draft.glyphs.first, CharacterClass.isLatin(last.shadow),
        CharacterClass.isLatin(first.shadow), last.end < first.start, page.text.utf8[last.end] < 0x80
      {
        glyphs.append(.space(at: last.end))
      }
      glyphs.append(draft.glyphs)
      copies += draft.copies
    }
    return Deduplicator.Draft(
      glyphs: glyphs.glyphs, kind: .body, codes: glyphs.codes(in: memory), copies: copies, mayGoOn: true)
  }
}
