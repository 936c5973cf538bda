import Reading
import SourceText

/// Puts fragments together along their links, in the order of the page.
struct ParagraphAssembly {
  let lines: [TextLine]
  let fragments: [Fragment]
  let links: [FragmentMatcher.Link]
  let page: Page
  let scorer: JoinScorer

  private var rules: LayoutRules { scorer.rules }

  func drafts() -> [Deduplicator.Draft] {
    var next = [Int?](repeating: nil, count: fragments.count)
    var hasPrevious = [Bool](repeating: false, count: fragments.count)
    for link in links {
      next[link.before] = link.after
      hasPrevious[link.after] = true
    }
    let text = FragmentText(lines: lines, pairs: rules.pairs, page: page)
    var drafts: [Deduplicator.Draft] = []
    for index in fragments.indices where !hasPrevious[index] {
      var glyphs: [Glyph] = []
      var members: [Int] = []
      var cursor: Int? = index
      while let current = cursor {
        members.append(current)
        if fragments[current].kind == .table {
          glyphs += tableGlyphs(fragments[current])
        } else {
          let part = text.glyphs(of: fragments[current])
          if let last = glyphs.last, let first = part.first, CharacterClass.isLatin(last.shadow),
            CharacterClass.isLatin(first.shadow), members.count > 1,
            let before = fragments[members[members.count - 2]].lines.last, let after = fragments[current].lines.first,
            let space = text.space(after: last, of: lines[before], before: lines[after])
          {
            glyphs.append(space)
          }
          glyphs += part
        }
        cursor = next[current]
      }
      let kind = kind(of: members)
      drafts.append(Deduplicator.Draft(glyphs: glyphs, kind: kind, codes: glyphs.dense))
    }
    markTitle(&drafts)
    return drafts
  }

  private func kind(of members: [Int]) -> Paragraph.Kind {
    guard let first = members.first else { return .body }
    switch fragments[first].kind {
    case .listItem: return .list
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

  private func tableGlyphs(_ fragment: Fragment) -> [Glyph] {
    var glyphs: [Glyph] = []
    for (place, index) in fragment.lines.enumerated() {
      if place > 0 {
        let end = page.lines[lines[fragment.lines[place - 1]].source].range.upperBound
        if end < lines[index].start { glyphs.append(Glyph(code: 0x0A, shadow: 0x0A, start: end, length: 1)) }
      }
      glyphs += lines[index].glyphs
    }
    return glyphs
  }

  // MARK: Repairs

  func repairs() -> [Repair] {
    var repairs: [Repair] = []
    for fragment in fragments {
      if fragment.kind == .vertical, let first = fragment.lines.first, let last = fragment.lines.last {
        repairs.append(
          Repair(
            kind: "vertical_heading", source: lines[first].start..<lines[last].end,
            evidence: "\(fragment.lines.count) lines of one character each"))
        continue
      }
      for (place, join) in fragment.joins.enumerated() where place + 1 < fragment.lines.count {
        let before = lines[fragment.lines[place]]
        let after = lines[fragment.lines[place + 1]]
        repairs.append(
          Repair(
            kind: kind(before, after, fragment.kind, blanks: 0, join),
            source: before.end..<max(after.start, before.end),
            evidence: join.explanation))
      }
    }
    for link in links {
      guard let last = fragments[link.before].lines.last, let first = fragments[link.after].lines.first else {
        continue
      }
      let before = lines[last]
      let after = lines[first]
      let source = min(before.end, after.start)..<max(before.end, after.start)
      let kind =
        link.after < link.before
        ? "interleaved_column"
        : link.interposed > 0
          ? "interrupted_paragraph"
          : kind(before, after, fragments[link.before].kind, blanks: after.blanksBefore, link.score)
      repairs.append(Repair(kind: kind, source: source, evidence: link.score.explanation))
    }
    repairs += breaks()
    return repairs
  }

  private func kind(
    _ before: TextLine, _ after: TextLine, _ kind: Fragment.Kind, blanks: Int, _ score: JoinScore
  ) -> String {
    let evidence = Set(score.terms.map(\.evidence))
    if evidence.contains(.numeralCut) || evidence.contains(.numeralAndUnit) { return "figure_cut_by_line" }
    if kind == .listItem { return "wrapped_list_item" }
    if evidence.contains(.openPair) { return "open_pair_cut_by_line" }
    if before.ending == .sentence { return "sentence_end_at_line_end_no_break" }
    if before.column > 0, after.column > before.column + 60 {
      return blanks > 0 ? "column_width_change" : "narrow_drop_intro"
    }
    if blanks > 0 {
      if CharacterClass.isQuote(after.first) { return "hanging_quote_blank" }
      return before.column == 0 && before.high >= 500 ? "page_break_mid_word" : "blank_line_mid_sentence"
    }
    return "hard_wrap"
  }

  /// Paragraphs that begin without a blank line before them.
  private func breaks() -> [Repair] {
    ends { lines[$0].blanksBefore == 0 && !lines[$0].isWhole }
      .map { end in
        Repair(kind: "missing_paragraph_break", source: end.source, evidence: end.evidence)
      }
  }

  /// The places where one paragraph ends and the next begins, with what decided.
  func paragraphEnds() -> [Repair] {
    ends { lines[$0].blanksBefore > 0 || lines[$0].isWhole }
      .map { Repair(kind: "paragraph_end", source: $0.source, evidence: $0.evidence) }
  }

  /// The ends of fragments that are not gone on with, before lines that the condition holds of.
  private func ends(where holds: (Int) -> Bool) -> [(source: Range<Int>, evidence: String)] {
    var result: [(source: Range<Int>, evidence: String)] = []
    let linked = Set(links.lazy.filter { $0.after == $0.before + 1 }.map(\.before))
    let matcher = FragmentMatcher(lines: lines, scorer: scorer)
    for index in fragments.indices.dropLast() where !linked.contains(index) {
      guard let first = fragments[index + 1].lines.first, let last = fragments[index].lines.last, holds(first),
        fragments[index].isText || fragments[index + 1].isText
      else { continue }
      let evidence =
        if fragments[index].isText, fragments[index + 1].isText {
          matcher.score(index, index + 1, fragments)?.explanation ?? ""
        } else {
          "\(fragments[index].kind.name) before \(fragments[index + 1].kind.name)"
        }
      result.append((lines[last].end..<max(lines[first].start, lines[last].end), evidence))
    }
    return result
  }
}
