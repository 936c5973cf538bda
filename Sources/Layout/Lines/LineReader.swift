import Reading
import Rules

/// Turns the lines of a page into text lines: trimmed, overprints reduced, glued bylines cut off, roles told.
struct LineReader: Sendable {
  let rules: LayoutRules
  let classifier: LineClassifier

  struct Result {
    var lines: [TextLine] = []
    var repairs: [Repair] = []
    /// The page ends its sentences with the ASCII full stop.
    var usesASCIIStops = false
  }

  private struct Draft {
    let source: Int
    var glyphs: Glyphs
    /// Those of all glyphs, and perhaps others.
    let traits: CharacterTraits
    let hasStops: Bool
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
  ///   - plain: The page's text, which may have other characters in place of those of the file, and its shadow.
  ///   - memory: Where the characters of the lines are kept.
  func read(_ page: Page, plain: PlainForms, memory: PageMemory) -> Result {
    var result = Result()
    var drafts = drafts(of: page, plain: plain, memory: memory, &result.repairs)
    separateColumns(&drafts, memory: memory, &result.repairs)
    let usesASCIIStops = Self.usesASCIIStops(drafts)
    result.usesASCIIStops = usesASCIIStops
    let overprinted = reduceOverprints(&drafts, memory: memory, &result.repairs)
    result.lines.reserveCapacity(drafts.count + 8)
    for (index, draft) in drafts.enumerated() {
      let isAtEdge = index < 8 || index >= drafts.count - 4
      let cut = draft.traits.isSuperset(of: Self.twoBlocks) ? cut(in: draft.glyphs, memory: memory) : nil
      for piece in 0..<(cut == nil ? 1 : 2) {
        let glyphs =
          cut.map { draft.glyphs.part(piece == 0 ? 0..<$0.lowerBound : $0.upperBound..<draft.glyphs.count) }
          ?? draft.glyphs
        var line = TextLine(
          source: draft.source, glyphs: glyphs, memory: memory, traits: rules.traits,
          blanksBefore: piece == 0 ? draft.blanksBefore : 0, indent: piece == 0 ? draft.indent : 0,
          hasLeadingSpace: piece == 0 && draft.hasLeadingSpace, isWhole: draft.isWhole, usesASCIIStops: usesASCIIStops)
        line.paragraph = page.lines[draft.source].paragraph
        line.isSettled = page.lines[draft.source].isSettled
        let before = result.lines.last
        let isFresh =
          before.map {
            $0.ending == .sentence || $0.role != .text && $0.role != .listItem || line.blanksBefore > 0
              || line.hasLeadingSpace
          } ?? true
        line.role = classifier.role(of: line, isAtEdge: isAtEdge, isFresh: isFresh)
        if let style = page.lines[draft.source].style { line.role = line.role.with(style) }
        // A line within a paragraph that the type shows is what its paragraph is.
        if line.isSettled, line.role == .furniture, let before, before.paragraph == line.paragraph {
          line.role = before.role
        }
        if line.role == .text, piece == 0, Self.isSignature(line, after: before), Self.standsOut(drafts, index) {
          line.role = .byline
        }
        if line.role == .text || overprinted[index] && line.role == .furniture && line.dense.count <= 6,
          overprinted[index] || Self.isSubtitle(line)
        {
          line.role = .display
        }
        if piece > 0, let start = glyphs.first?.start {
          result.repairs.append(
            Repair(
              kind: .twoBlocksOnOneLine, source: start..<line.end,
              evidence: "a complete sentence, a space and a byline or imprint"))
        }
        result.lines.append(line)
      }
      if draft.hasLeadingSpace, draft.indent == 0, let start = draft.glyphs.first?.start {
        result.repairs.append(
          Repair(
            kind: .leadingSpace, source: page.lines[draft.source].range.lowerBound..<start,
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
      lines[index].ending == .semicolon || lines[index].hasComma
    }
    guard items.count >= 2, finished >= 2 else { return }
    for index in items { lines[index].role = .listItem }
  }

  // MARK: Columns side by side

  /// Puts columns that stand side by side on the same lines below each other.
  private func separateColumns(_ drafts: inout [Draft], memory: PageMemory, _ repairs: inout [Repair]) {
    guard drafts.contains(where: { $0.traits.contains(.space) && SideBySideColumns.mayHoldGap($0.glyphs) }) else {
      return
    }
    let finder = SideBySideColumns(continuity: LineContinuity(rules: rules), memory: memory)
    let regions = finder.find(
      drafts.map {
        .init(glyphs: $0.isWhole ? $0.glyphs.part(0..<0) : $0.glyphs, offset: $0.offset, blanksBefore: $0.blanksBefore)
      })
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
              source: draft.source, glyphs: draft.glyphs.part(cell.glyphs), traits: draft.traits,
              hasStops: draft.hasStops, blanksBefore: draft.blanksBefore,
              indent: (3...6).contains(cell.offset - left) ? 4 : 0, isSetFarIn: false, hasLeadingSpace: false,
              isWhole: draft.isWhole))
        }
      }
      if let start = drafts[region.rows.lowerBound].glyphs.first?.start,
        let end = drafts[region.rows.upperBound - 1].glyphs.last?.end
      {
        repairs.append(
          Repair(
            kind: .columnsSideBySide, source: start..<end,
            evidence: "\(region.rows.count) lines leave \(region.gutters.count) gap free and go on below, not beside"))
      }
      drafts.replaceSubrange(region.rows, with: sorted)
    }
  }

  /// Bytes of a line whose characters are not counted before they are read.
  private static let shortLine = 4096

  /// The lines that hold something, trimmed.
  private func drafts(
    of page: Page, plain: PlainForms, memory: PageMemory, _ repairs: inout [Repair]
  ) -> [Draft] {
    let reader = GlyphReader(traits: rules.traits, mayDiffer: plain.hasReplaced)
    var drafts: [Draft] = []
    drafts.reserveCapacity(page.lines.count)
    var blanks = 0
    plain.utf8.withUnsafeBufferPointer { utf8 in
      plain.shadow.withUnsafeBufferPointer { shadow in
        for (index, line) in page.lines.enumerated() {
          // A line has as many characters as bytes at most; only of long ones they are counted, which costs more than to
          // give back what was too much.
          var count = line.range.count
          if count > Self.shortLine { count = utf8[line.range].count { $0 & 0xC0 != 0x80 } }
          let room = memory.room(for: count, of: Glyph.self)
          let reading = reader.read(utf8, shadow: shadow, in: line.range, into: room)
          count = reading.count
          memory.giveBack(room, from: count)
          var low = 0
          while low < count, room[low].isSpace { low += 1 }
          guard low < count else {
            blanks += 1
            if count > 0 {
              repairs.append(
                Repair(kind: .spaceOnlyLine, source: line.range, evidence: "white space only: a blank line"))
            }
            continue
          }
          while room[count - 1].isSpace { count -= 1 }
          if blanks >= 2, let last = drafts.last {
            repairs.append(
              Repair(
                kind: .blankRun, source: page.lines[last.source].range.upperBound..<line.range.lowerBound,
                evidence: "\(blanks) blank lines: one break"))
          }
          var indent = 0
          var narrow = 0
          var offset = 0
          for glyph in room[..<low] {
            indent += glyph.code == 0x3000 ? 2 : glyph.code == 0x09 ? 4 : 0
            narrow += glyph.code == 0x20 || glyph.code == 0xA0 ? 1 : 0
            offset = SideBySideColumns.advance(offset, glyph.code)
          }
          drafts.append(
            Draft(
              source: index, glyphs: Stretch(UnsafeBufferPointer(rebasing: room[low..<count])), traits: reading.traits,
              hasStops: reading.stops > 0, blanksBefore: blanks, indent: indent + (narrow >= 4 ? 4 : 0), offset: offset,
              isSetFarIn: indent + narrow >= 8,
              hasLeadingSpace: low > 0, isWhole: line.isWholeParagraph))
          blanks = 0
        }
      }
    }
    return drafts
  }

  // MARK: Overprints

  /// Reduces overprinted lines; tells of each line whether it was.
  private func reduceOverprints(
    _ drafts: inout [Draft], memory: PageMemory, _ repairs: inout [Repair]
  ) -> [Bool] {
    var reduced = [Bool](repeating: false, count: drafts.count)
    // Most lines hold nothing twice.
    let candidates = drafts.indices.filter { Overprint.mayRepeat(drafts[$0].glyphs) }
    for isProven in [false, true] {
      if isProven, !reduced.contains(true) { break }
      for index in candidates where !reduced[index] {
        let isAlone =
          drafts[index].blanksBefore > 0 || index == 0 || index + 1 == drafts.count
          || drafts[index + 1].blanksBefore > 0
        let isNear = isProven && (index > 0 && reduced[index - 1] || index + 1 < drafts.count && reduced[index + 1])
        guard
          let result = Overprint.reduce(drafts[index].glyphs, isProven: isProven, isAlone: isAlone || isNear)
        else { continue }
        drafts[index].glyphs = memory.copy(result.glyphs)
        reduced[index] = true
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
  private static func isSubtitle(_ line: TextLine) -> Bool {
    let dense = line.dense
    return dense.count > 2 && dense.count <= 40 && CharacterClass.isDash(dense[0]) && CharacterClass.isDash(dense[1])
      && !line.hasSentenceEnd
  }

  // MARK: Two blocks on one line

  /// The white space of a line whose sentence is complete before it and which then has a byline or an imprint.
  private func cut(in glyphs: Glyphs, memory: PageMemory) -> Range<Int>? {
    guard glyphs.count > 8, mayHoldTwoBlocks(glyphs) else { return nil }
    let lowest = max(2, glyphs.count - 70)
    var index = glyphs.count - 2
    while index >= lowest {
      defer { index -= 1 }
      guard glyphs[index].isSpace, !glyphs[index + 1].isSpace else { continue }
      var end = index
      while end > 0, glyphs[end - 1].isSpace { end -= 1 }
      var mark = end
      while mark > 0, CharacterClass.isCloser(glyphs[mark - 1].code) || glyphs[mark - 1].code == 0x22 { mark -= 1 }
      guard mark > 0, glyphs[mark - 1].traits.contains(.sentenceEnd) else { continue }
      let rest = glyphs.part(index + 1..<glyphs.count)
      let line = TextLine(
        source: 0, glyphs: rest, memory: memory, traits: rules.traits, blanksBefore: 0, indent: 0,
        hasLeadingSpace: true, isWhole: false, usesASCIIStops: false)
      if classifier.isCredit(line) || rules.credits.match(line.dense, before: line.dense.count) > 0 { return nil }
      if classifier.isByline(rest) || classifier.isFurniture(line, isAtEdge: false) { return end..<index + 1 }
    }
    return nil
  }

  /// Whether a sentence ends in the line and white space stands in it.
  private func mayHoldTwoBlocks(_ glyphs: Glyphs) -> Bool {
    var traits: CharacterTraits = []
    for glyph in glyphs { traits.formUnion(glyph.traits) }
    return traits.isSuperset(of: Self.twoBlocks)
  }

  private static let twoBlocks: CharacterTraits = [.space, .sentenceEnd]

  /// Whether the page ends its sentences with the ASCII full stop.
  private static func usesASCIIStops(_ drafts: [Draft]) -> Bool {
    var stops = 0
    for draft in drafts where draft.hasStops {
      let glyphs = draft.glyphs
      for index in 1..<max(glyphs.count, 1) where glyphs[index].code == 0x2E && glyphs[index - 1].traits.contains(.han)
      {
        if index + 1 == glyphs.count || glyphs[index + 1].traits.contains(.han)
          || glyphs[index + 1].traits.contains(.quote)
        {
          stops += 1
        }
      }
    }
    guard stops >= 2 else { return false }
    let full = drafts.reduce(0) { $0 + $1.glyphs.count { $0.code == 0x3002 } }
    return stops > full
  }
}
