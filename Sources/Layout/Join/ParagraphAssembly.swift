import Reading
import SourceText

/// Puts fragments together along their links, in the order of the page.
struct ParagraphAssembly {
  let lines: [TextLine]
  let fragments: [Fragment]
  /// For each line the join with the line before, where they are one fragment.
  let joins: [JoinScore?]
  let links: [FragmentMatcher.Link]
  let page: Page
  let rules: LayoutRules
  /// Where the decisions are told; else it is not kept, as what it knows of a page takes up much memory.
  let scorer: JoinScorer?
  let memory: PageMemory
  /// For each fragment the one that goes on with it.
  private let next: [Int?]

  private var log: JoinLog? { scorer?.log }

  init(
    lines: [TextLine], fragments: [Fragment], joins: [JoinScore?], links: [FragmentMatcher.Link], page: Page,
    rules: LayoutRules, scorer: JoinScorer?, memory: PageMemory
  ) {
    self.lines = lines
    self.fragments = fragments
    self.joins = joins
    self.links = links
    self.page = page
    self.rules = rules
    self.scorer = scorer
    self.memory = memory
    var next = [Int?](repeating: nil, count: fragments.count)
    for link in links { next[link.before] = link.after }
    self.next = next
  }

  func drafts() -> [Deduplicator.Draft] {
    var hasPrevious = [Bool](repeating: false, count: fragments.count)
    for link in links { hasPrevious[link.after] = true }
    let text = FragmentText(lines: lines, pairs: rules.pairs, page: page)
    var drafts: [Deduplicator.Draft] = []
    drafts.reserveCapacity(fragments.count)
    var members: [Int] = []
    for index in fragments.indices where !hasPrevious[index] {
      members.removeAll(keepingCapacity: true)
      var capacity = 0
      var cursor: Int? = index
      while let current = cursor {
        members.append(current)
        // Between two lines something may be put.
        for line in fragments[current].lines { capacity += lines[line].glyphs.count + 1 }
        cursor = next[current]
      }
      var glyphs = GlyphBuffer(capacity: capacity, in: memory)
      for (place, current) in members.enumerated() {
        if fragments[current].kind == .table {
          appendTable(fragments[current], to: &glyphs)
          continue
        }
        let after = lines[fragments[current].lines.lowerBound]
        if place > 0, let last = glyphs.last, let first = after.glyphs.first, CharacterClass.isLatin(last.shadow),
          CharacterClass.isLatin(first.shadow), let before = fragments[members[place - 1]].lines.last,
          let space = text.space(after: last, of: lines[before], before: after)
        {
          glyphs.append(space)
        }
        text.append(fragments[current], to: &glyphs)
      }
      var draft = Deduplicator.Draft(glyphs: glyphs.glyphs, kind: kind(of: members), codes: glyphs.codes(in: memory))
      draft.mayGoOn = draft.kind == .body && members.allSatisfy { isOpenText(fragments[$0]) }
      drafts.append(draft)
    }
    markTitle(&drafts)
    return drafts
  }

  /// Running text whose end the lines decide: no item of a list, and nothing that geometry has settled.
  private func isOpenText(_ fragment: Fragment) -> Bool {
    fragment.kind == .text && fragment.lines.allSatisfy { !lines[$0].isOneOfItems && !lines[$0].isSettled }
  }

  private func kind(of members: [Int]) -> Paragraph.Kind {
    guard let first = members.first else { return .body }
    if fragments[first].lines.allSatisfy({ lines[$0].isGoal }) { return .list }
    switch fragments[first].kind {
    case .listItem: return .list
    case .heading where isEllipsis(fragments[first]): return .body
    case .heading, .vertical: return .heading
    case .caption: return .caption
    case .byline: return .byline
    case .furniture: return .furniture
    case .table: return .table
    case .text:
      if members.contains(where: { fragments[$0].kind == .caption }) { return .caption }
      return members.count == 1 && isInPictureSlot(first) ? .caption : .body
    }
  }

  /// …… alone: something is left out of the text there.
  private func isEllipsis(_ fragment: Fragment) -> Bool {
    fragment.lines.allSatisfy { lines[$0].dense.allSatisfy { $0 == 0x2026 || $0 == 0x22EF || $0 == 0x2E } }
  }

  /// A short finished text between two runs of blank lines, where a picture was.
  private func isInPictureSlot(_ index: Int) -> Bool {
    let fragment = fragments[index]
    guard fragment.lines.count <= 3, index + 1 < fragments.count, let first = fragment.lines.first,
      let last = fragment.lines.last, let after = fragments[index + 1].lines.first
    else { return false }
    let length = fragment.lines.reduce(0) { $0 + lines[$1].dense.count }
    return length <= 60 && lines[first].blanksBefore >= 2 && lines[after].blanksBefore >= 2
      && lines[last].ending == .sentence
      && lines[first].indent == 0
  }

  /// The first heading that is no subtitle and no label is the title of the page.
  private func markTitle(_ drafts: inout [Deduplicator.Draft]) {
    let title = drafts.firstIndex {
      $0.kind == .heading && $0.codes.count >= 6 && !CharacterClass.isDash($0.codes[0])
        && !CharacterClass.isDash($0.codes[$0.codes.count - 1])
        && $0.codes[$0.codes.count - 1] != 0xFF1A
    }
    if let title { drafts[title].kind = .title }
  }

  private func appendTable(_ fragment: Fragment, to glyphs: inout GlyphBuffer) {
    for index in fragment.lines {
      if index > fragment.lines.lowerBound {
        let end = page.lines[lines[index - 1].source].range.upperBound
        if end < lines[index].start { glyphs.append(.space(0x0A, at: end)) }
      }
      glyphs.append(lines[index].glyphs)
    }
  }

  // MARK: Repairs

  func repairs() -> [Repair] {
    var repairs: [Repair] = []
    repairs.reserveCapacity(lines.count)
    for fragment in fragments {
      if fragment.kind == .vertical, let first = fragment.lines.first, let last = fragment.lines.last {
        repairs.append(
          Repair(
            kind: .verticalHeading, source: lines[first].start..<lines[last].end,
            evidence: log == nil ? "" : "\(fragment.lines.count) lines of one character each"))
        continue
      }
      if fragment.kind == .heading {
        repairs += headingRepairs(fragment)
        continue
      }
      for index in fragment.lines.dropFirst() {
        guard let join = joins[index] else { continue }
        repairs.append(
          Repair(
            kind: kind(lines[index - 1], lines[index], fragment.kind, blanks: 0, join),
            source: lineEnd(lines[index - 1], lines[index]),
            evidence: log?.explanation(of: join) ?? ""))
      }
    }
    let everyLine = linesBetweenBlanks()
    for link in links {
      guard let last = fragments[link.before].lines.last, let first = fragments[link.after].lines.first else {
        continue
      }
      let before = lines[last]
      let after = lines[first]
      let source = min(before.end, after.start)..<max(before.end, after.start)
      let kind: Repair.Kind =
        link.after < link.before
        ? .interleavedColumn
        : link.interposed > 0
          ? .interruptedParagraph
          : everyLine.contains(link.before)
            ? .blankLineEveryLine
            : isDisplaced(link.before, last)
              ? .displacedParagraphBreak
              : kind(before, after, fragments[link.before].kind, blanks: after.blanksBefore, link.score)
      repairs.append(Repair(kind: kind, source: source, evidence: log?.explanation(of: link.score) ?? ""))
    }
    repairs += breaks()
    return repairs
  }

  /// The ends of lines inside a heading: between two clauses of it, or where it was wrapped.
  private func headingRepairs(_ fragment: Fragment) -> [Repair] {
    let text = FragmentText(lines: lines, pairs: rules.pairs, page: page)
    return fragment.lines.dropFirst().map { index in
      let isTwoClauses = text.isTwoClauses(lines[index - 1], lines[index])
      return Repair(
        kind: isTwoClauses ? .twoClauseHeadingOnTwoLines : .wrappedHeading,
        source: lineEnd(lines[index - 1], lines[index]),
        evidence: isTwoClauses ? "two lines of a heading, about as long" : "a line of a heading goes on with the next")
    }
  }

  /// What stands between two lines; the end of the first where the other was printed before it.
  private func lineEnd(_ before: TextLine, _ after: TextLine) -> Range<Int> {
    let end = min(before.end, page.text.utf8.count - 1)
    return end..<max(after.start, end + 1)
  }

  private static let leastBetweenBlanks = 5

  /// Fragments that are gone on with, in runs of single lines with one blank line between all of them.
  private func linesBetweenBlanks() -> Set<Int> {
    var found: Set<Int> = []
    var start = 0
    while start < fragments.count {
      var end = start
      while fragments[end].lines.count == 1, next[end] == end + 1, fragments[end + 1].lines.count == 1,
        lines[fragments[end + 1].lines.lowerBound].blanksBefore == 1
      {
        end += 1
      }
      if end - start + 1 >= Self.leastBetweenBlanks { found.formUnion(start..<end) }
      start = max(end, start + 1)
    }
    return found
  }

  /// The blank line that ends the paragraph before stands behind the first line of this one.
  private func isDisplaced(_ index: Int, _ line: Int) -> Bool {
    guard index > 0, fragments[index].lines.count == 1, fragments[index].kind == .text, lines[line].blanksBefore == 0,
      !lines[line].isWhole, fragments[index - 1].isText, next[index - 1] != index,
      let before = fragments[index - 1].lines.last
    else { return false }
    return lines[before].ending == .sentence
  }

  private func kind(
    _ before: TextLine, _ after: TextLine, _ kind: Fragment.Kind, blanks: Int, _ score: JoinScore
  ) -> Repair.Kind {
    if score.containsAny(of: [.numeralCut, .numeralAndUnit]) { return .figureCutByLine }
    // 增长 and 8.1%: the word asks for its figure.
    if score.contains(.numeralAfterWord), score.contains(.cannotEnd) { return .figureCutByLine }
    if kind == .listItem { return .wrappedListItem }
    if blanks > 0, before.column == 0, before.high >= 500, !CharacterClass.isQuote(after.first) {
      return .pageBreakMidWord
    }
    if score.contains(.openPair) { return .openPairCutByLine }
    if before.ending == .sentence { return .sentenceEndAtLineEndNoBreak }
    if before.column > 0, after.column > before.column + 60 {
      return blanks > 0 ? .columnWidthChange : .narrowDropIntro
    }
    if blanks > 0 {
      if CharacterClass.isQuote(after.first) { return .hangingQuoteBlank }
      return .blankLineMidSentence
    }
    return .hardWrap
  }

  /// Paragraphs that begin without a blank line before them.
  private func breaks() -> [Repair] {
    ends { lines[$0].blanksBefore == 0 && !lines[$0].isWhole }
      .map { end in
        Repair(kind: .missingParagraphBreak, source: end.source, evidence: end.evidence)
      }
  }

  /// The places where one paragraph ends and the next begins, with what decided.
  func paragraphEnds() -> [Repair] {
    ends { lines[$0].blanksBefore > 0 || lines[$0].isWhole }
      .map { Repair(kind: .paragraphEnd, source: $0.source, evidence: $0.evidence) }
  }

  /// The ends of fragments that are not gone on with, before lines that the condition holds of.
  private func ends(where holds: (Int) -> Bool) -> [(source: Range<Int>, evidence: String)] {
    var result: [(source: Range<Int>, evidence: String)] = []
    let matcher = scorer.map { FragmentMatcher(lines: lines, scorer: $0) }
    for index in fragments.indices.dropLast() where next[index] != index + 1 {
      guard let first = fragments[index + 1].lines.first, let last = fragments[index].lines.last, holds(first),
        fragments[index].isText || fragments[index + 1].isText
      else { continue }
      let evidence =
        if log == nil {
          ""
        } else if fragments[index].isText, fragments[index + 1].isText {
          matcher?.score(index, index + 1, fragments).flatMap { log?.explanation(of: $0) } ?? ""
        } else {
          "\(fragments[index].kind.name) before \(fragments[index + 1].kind.name)"
        }
      result.append((lineEnd(lines[last], lines[first]), evidence))
    }
    return result
  }
}
