import Reading
import Rules

/// Turns the lines of a page into text lines: trimmed, overprints reduced, glued bylines cut off, roles told.
struct LineReader: Sendable {
  let rules: LayoutRules
  let classifier: LineClassifier

  struct Result {
    var lines: [TextLine] = []
    var repairs: [Repair] = []
  }

  private struct Draft {
    let source: Int
    var glyphs: [Glyph]
    let blanksBefore: Int
    let indent: Int
    /// Where it begins, in half ems.
    var offset = 0
    /// It begins far to the right of the lines around it.
    let isSetFarIn: Bool
    let hasLeadingSpace: Bool
    let isWhole: Bool
  }

  /// - Parameters:
  ///   - utf8: The page's text, which may have other characters in place of those of the file, at the same offsets.
  ///   - shadow: Its simplified shadow.
  func read(_ page: Page, utf8: [UInt8], shadow: [UInt8]) -> Result {
    var result = Result()
    var drafts: [Draft] = []
    var blanks = 0
    for (index, line) in page.lines.enumerated() {
      let all = GlyphReader.glyphs(of: utf8, shadow: shadow, in: line.range)
      let glyphs = Array(all.trimmed())
      guard let first = glyphs.first else {
        blanks += 1
        if !all.isEmpty {
          result.repairs.append(
            Repair(kind: "space_only_line", source: line.range, evidence: "white space only: a blank line"))
        }
        continue
      }
      let leading = all.prefix { $0.start < first.start }
      let indent = leading.reduce(0) { $0 + ($1.code == 0x3000 ? 2 : $1.code == 0x09 ? 4 : 0) }
      let narrow = leading.count { $0.code == 0x20 || $0.code == 0xA0 }
      drafts.append(
        Draft(
          source: index, glyphs: glyphs, blanksBefore: blanks, indent: indent + (narrow >= 4 ? 4 : 0),
          offset: leading.reduce(0) { SideBySideColumns.advance($0, $1.code) }, isSetFarIn: indent + narrow >= 8,
          hasLeadingSpace: !leading.isEmpty, isWhole: line.isWholeParagraph))
      blanks = 0
    }
    separateColumns(&drafts, &result.repairs)
    let usesASCIIStops = Self.usesASCIIStops(drafts.map(\.glyphs))
    let overprinted = reduceOverprints(&drafts, &result.repairs)
    for (index, draft) in drafts.enumerated() {
      let isAtEdge = index < 8 || index >= drafts.count - 4
      for (piece, glyphs) in pieces(of: draft.glyphs).enumerated() {
        var line = TextLine(
          source: draft.source, glyphs: glyphs, blanksBefore: piece == 0 ? draft.blanksBefore : 0,
          indent: piece == 0 ? draft.indent : 0, hasLeadingSpace: piece == 0 && draft.hasLeadingSpace,
          isWhole: draft.isWhole, usesASCIIStops: usesASCIIStops)
        line.paragraph = page.lines[draft.source].paragraph
        line.isSettled = page.lines[draft.source].isSettled
        let before = result.lines.last
        let isFresh =
          before.map { $0.ending == .sentence || $0.role != .text || line.blanksBefore > 0 || line.hasLeadingSpace }
          ?? true
        line.role = classifier.role(of: line, isAtEdge: isAtEdge, isFresh: isFresh)
        if let style = page.lines[draft.source].style { line.role = line.role.with(style) }
        if line.role == .text, piece == 0, Self.isSignature(line, after: before), Self.standsOut(drafts, index) {
          line.role = .byline
        }
        if line.role == .text, overprinted.contains(index) || Self.isSubtitle(line.dense) { line.role = .display }
        if piece > 0, let start = glyphs.first?.start {
          result.repairs.append(
            Repair(
              kind: "two_blocks_on_one_line", source: start..<line.end,
              evidence: "a complete sentence, a space and a byline or imprint"))
        }
        result.lines.append(line)
      }
      if draft.hasLeadingSpace, draft.indent == 0, let start = draft.glyphs.first?.start {
        result.repairs.append(
          Repair(
            kind: "leading_space", source: page.lines[draft.source].range.lowerBound..<start,
            evidence: "white space at the start of a line"))
      }
    }
    markDashedItems(&result.lines)
    return result
  }

  /// ——新增就业1.1万人，…；: items of a list that begin with a dash. One dashed line alone may be a subtitle.
  private func markDashedItems(_ lines: inout [TextLine]) {
    let items = lines.indices.filter { index in
      let dense = lines[index].dense
      guard dense.count > 4, lines[index].role == .text || lines[index].role == .display,
        CharacterClass.isDash(dense[0]), CharacterClass.isDash(dense[1])
      else { return false }
      let before = index > 0 ? lines[index - 1].ending : .sentence
      return lines[index].indent >= 2 || before == .sentence || before == .semicolon || before == .colon
    }
    let finished = items.count { index in
      lines[index].ending == .semicolon || lines[index].dense.contains { CharacterClass.isComma($0) }
    }
    guard items.count >= 2, finished >= 2 else { return }
    for index in items { lines[index].role = .listItem }
  }

  // MARK: Columns side by side

  /// Puts columns that stand side by side on the same lines below each other.
  private func separateColumns(_ drafts: inout [Draft], _ repairs: inout [Repair]) {
    let finder = SideBySideColumns(continuity: LineContinuity(rules: rules))
    let regions = finder.find(
      drafts.map { .init(glyphs: $0.isWhole ? [] : $0.glyphs, offset: $0.offset, blanksBefore: $0.blanksBefore) })
    for region in regions.reversed() {
      var sorted: [Draft] = []
      for column in 0...region.gutters.count {
        let cells = zip(region.rows, region.cells).compactMap { row, cells in
          cells.first { $0.column == column }.map { (row: row, cell: $0.cell) }
        }
        let left = cells.map(\.cell.offset).min() ?? 0
        for (row, cell) in cells {
          let draft = drafts[row]
          sorted.append(
            Draft(
              source: draft.source, glyphs: Array(draft.glyphs[cell.glyphs]), blanksBefore: draft.blanksBefore,
              indent: (3...6).contains(cell.offset - left) ? 4 : 0, isSetFarIn: false, hasLeadingSpace: false,
              isWhole: draft.isWhole))
        }
      }
      if let start = drafts[region.rows.lowerBound].glyphs.first?.start,
        let end = drafts[region.rows.upperBound - 1].glyphs.last?.end
      {
        repairs.append(
          Repair(
            kind: "columns_side_by_side", source: start..<end,
            evidence: "\(region.rows.count) lines leave \(region.gutters.count) gap free and go on below, not beside"))
      }
      drafts.replaceSubrange(region.rows, with: sorted)
    }
  }

  // MARK: Overprints

  /// Reduces overprinted lines; gives the indexes of the lines that were.
  private func reduceOverprints(_ drafts: inout [Draft], _ repairs: inout [Repair]) -> Set<Int> {
    var reduced: Set<Int> = []
    for isProven in [false, true] {
      if isProven, reduced.isEmpty { break }
      for index in drafts.indices where !reduced.contains(index) {
        let isAlone =
          drafts[index].blanksBefore > 0 || index == 0 || index + 1 == drafts.count
          || drafts[index + 1].blanksBefore > 0
        let isNear = isProven && (reduced.contains(index - 1) || reduced.contains(index + 1))
        guard
          let result = Overprint.reduce(drafts[index].glyphs, isProven: isProven, isAlone: isAlone || isNear)
        else { continue }
        drafts[index].glyphs = result.glyphs
        reduced.insert(index)
        for repair in result.repairs {
          repairs.append(
            Repair(kind: repair.kind, source: repair.source, evidence: "the same characters printed over each other"))
        }
      }
    }
    return reduced
  }

  /// The name of who wrote the letter, set to the right under its last line.
  private static func isSignature(_ line: TextLine, after before: TextLine?) -> Bool {
    guard let before, before.ending == .sentence, before.role == .text else { return false }
    return (2...16).contains(line.dense.count) && line.dense.allSatisfy { CharacterClass.isHan($0) }
  }

  /// Set further in than the lines around it.
  private static func standsOut(_ drafts: [Draft], _ index: Int) -> Bool {
    drafts[index].isSetFarIn && !(index > 0 && drafts[index - 1].isSetFarIn)
      && !(index + 1 < drafts.count && drafts[index + 1].isSetFarIn)
  }

  /// A subtitle begins with a dash: ——…
  private static func isSubtitle(_ dense: [UInt32]) -> Bool {
    dense.count > 2 && dense.count <= 40 && CharacterClass.isDash(dense[0]) && CharacterClass.isDash(dense[1])
      && !dense.contains { CharacterClass.isSentenceEnd($0) }
  }

  // MARK: Two blocks on one line

  /// A line whose sentence is complete and which then, after a space, has a byline or an imprint.
  private func pieces(of glyphs: [Glyph]) -> [[Glyph]] {
    guard glyphs.count > 8 else { return [glyphs] }
    let lowest = max(2, glyphs.count - 70)
    var index = glyphs.count - 2
    while index >= lowest {
      defer { index -= 1 }
      guard CharacterClass.isSpace(glyphs[index].code), !CharacterClass.isSpace(glyphs[index + 1].code) else {
        continue
      }
      var end = index
      while end > 0, CharacterClass.isSpace(glyphs[end - 1].code) { end -= 1 }
      var mark = end
      while mark > 0, CharacterClass.isCloser(glyphs[mark - 1].code) || glyphs[mark - 1].code == 0x22 { mark -= 1 }
      guard mark > 0, CharacterClass.isSentenceEnd(glyphs[mark - 1].code) else { continue }
      let rest = Array(glyphs[(index + 1)...])
      let line = TextLine(
        source: 0, glyphs: rest, blanksBefore: 0, indent: 0, hasLeadingSpace: true, isWhole: false,
        usesASCIIStops: false)
      if classifier.isCredit(line) || rules.credits.match(line.dense, before: line.dense.count) > 0 { return [glyphs] }
      if classifier.isByline(rest) || classifier.isFurniture(line, isAtEdge: false) {
        return [Array(glyphs[..<end]), rest]
      }
    }
    return [glyphs]
  }

  /// Whether the page ends its sentences with the ASCII full stop.
  private static func usesASCIIStops(_ lines: [[Glyph]]) -> Bool {
    var stops = 0
    var full = 0
    for glyphs in lines {
      for (index, glyph) in glyphs.enumerated() {
        if glyph.code == 0x3002 { full += 1 }
        guard glyph.code == 0x2E, index > 0, CharacterClass.isHan(glyphs[index - 1].code) else { continue }
        if index + 1 == glyphs.count || CharacterClass.isHan(glyphs[index + 1].code)
          || CharacterClass.isQuote(glyphs[index + 1].code)
        {
          stops += 1
        }
      }
    }
    return stops >= 2 && stops > full
  }
}
