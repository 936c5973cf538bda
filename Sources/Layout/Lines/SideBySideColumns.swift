/// Finds columns that stand side by side on the same lines, with runs of white space between them.
struct SideBySideColumns {
  /// A line of the page: its glyphs without the white space around them, and where the first stands, in half ems.
  struct Row {
    let glyphs: Glyphs
    let offset: Int
    let blanksBefore: Int
  }

  struct Cell {
    let glyphs: Range<Int>
    let offset: Int
    /// Where the cell ends, in half ems.
    let end: Int
  }

  struct Region {
    let rows: Range<Int>
    /// Where each column but the first begins, in half ems.
    let gutters: [Int]
    /// By row: the cells with the columns that they stand in.
    let cells: [[(column: Int, cell: Cell)]]
  }

  /// White space that no running text has between two characters, in half ems.
  private static let gap = 3
  private static let leastRows = 4
  /// First lines of paragraphs are set in by two characters.
  private static let indent = 5
  /// What the characters at the ends of the lines must prove, in the units of `LineContinuity`.
  private static let price = 300

  let continuity: LineContinuity
  let memory: PageMemory

  func find(_ rows: [Row]) -> [Region] {
    var regions: [Region] = []
    let cells = rows.map(cells)
    // Most pages have no such line.
    guard cells.contains(where: { $0.count >= 2 }) else { return [] }
    var index = 0
    while index < rows.count {
      guard cells[index].count >= 2, let region = region(from: index, rows, cells) else {
        index += 1
        continue
      }
      regions.append(region)
      index = region.rows.upperBound
    }
    return regions
  }

  /// Whether white space stands in a line that may be wide enough for a gap.
  static func mayHoldGap(_ glyphs: Glyphs) -> Bool {
    var width = 0
    for glyph in glyphs {
      guard glyph.isSpace else {
        width = 0
        continue
      }
      width += glyph.code == 0x09 ? gap : glyph.code == 0x3000 ? 2 : 1
      if width >= gap { return true }
    }
    return false
  }

  /// The stretches of a row between gaps.
  private func cells(of row: Row) -> [Cell] {
    var cells: [Cell] = []
    var offset = row.offset
    var start = 0
    var begin = offset
    var index = 0
    while index < row.glyphs.count {
      let glyph = row.glyphs[index]
      guard glyph.isSpace else {
        offset += glyph.traits.contains(.wide) ? 2 : 1
        index += 1
        continue
      }
      let end = offset
      let last = index
      while index < row.glyphs.count, row.glyphs[index].isSpace {
        offset = Self.advance(offset, row.glyphs[index].code)
        index += 1
      }
      if offset - end >= Self.gap {
        cells.append(Cell(glyphs: start..<last, offset: begin, end: end))
        start = index
        begin = offset
      }
    }
    if start < row.glyphs.count { cells.append(Cell(glyphs: start..<row.glyphs.count, offset: begin, end: offset)) }
    return cells
  }

  /// Where white space that begins at an offset ends.
  static func advance(_ offset: Int, _ code: UInt32) -> Int {
    switch code {
    case 0x09: (offset / 8 + 1) * 8
    case 0x3000: offset + 2
    case 0x200B, 0x2060, 0xFEFF: offset
    default: offset + 1
    }
  }

  // MARK: Regions

  private func region(from start: Int, _ rows: [Row], _ cells: [[Cell]]) -> Region? {
    guard let gutter = cells[start].dropFirst().first?.offset else { return nil }
    var end = start
    var wide = 0
    var lastWide = start
    while end < rows.count, end == start || rows[end].blanksBefore <= 1, fits(cells[end], gutter) {
      if cells[end].count >= 2 {
        wide += 1
        lastWide = end
      }
      end += 1
    }
    // What stands alone behind a blank line below both columns belongs to neither.
    while end - 1 > lastWide, rows[(lastWide + 1)..<end].contains(where: { $0.blanksBefore > 0 }) { end -= 1 }
    guard wide >= Self.leastRows, wide * 2 >= end - start else { return nil }
    let gutters = gutters(cells[start..<end], wide)
    guard !gutters.isEmpty else { return nil }
    let placed = cells[start..<end].map { row in
      row.map { cell in (column: gutters.count { $0 <= cell.offset + 1 }, cell: cell) }
    }
    let region = Region(rows: start..<end, gutters: gutters, cells: placed)
    return proves(region, rows) ? region : nil
  }

  /// Whether a row leaves the gutter free: a cell begins there, or all stands on one side of it.
  private func fits(_ cells: [Cell], _ gutter: Int) -> Bool {
    guard let first = cells.first, let last = cells.last else { return false }
    if cells.contains(where: { ($0.offset + Self.indent >= gutter) && $0.offset - Self.indent <= gutter }) {
      return !cells.contains { $0.offset < gutter - Self.indent && $0.end > gutter }
    }
    return first.offset >= gutter || last.end + 1 < gutter
  }

  /// The places where cells begin in at least half of the wide rows.
  private func gutters(_ cells: ArraySlice<[Cell]>, _ wide: Int) -> [Int] {
    let starts = cells.flatMap { $0.dropFirst().map(\.offset) }.sorted()
    var gutters: [Int] = []
    var index = 0
    while index < starts.count {
      var end = index
      while end < starts.count, starts[end] - starts[index] <= Self.indent { end += 1 }
      if (end - index) * 2 >= wide { gutters.append(starts[index]) }
      index = end
    }
    return gutters
  }

  /// Whether the lines of the columns go on with each other and the cells of the rows do not.
  private func proves(_ region: Region, _ rows: [Row]) -> Bool {
    var last = [TextLine?](repeating: nil, count: region.gutters.count + 1)
    var previous: TextLine?
    var gain = 0
    var figures = 0
    var count = 0
    for (row, cells) in zip(region.rows, region.cells) {
      guard Set(cells.map(\.column)).count == cells.count else { return false }
      for (column, cell) in cells {
        let line = TextLine(
          source: row, glyphs: rows[row].glyphs.part(cell.glyphs), memory: memory, traits: continuity.rules.traits,
          blanksBefore: 0, indent: 0, hasLeadingSpace: false, isWhole: false, usesASCIIStops: false)
        count += 1
        let digits = line.dense.count { CharacterClass.isDigit($0) }
        if line.dense.count <= 3 || digits * 2 > line.dense.count { figures += 1 }
        if let above = last[column] { gain += continuity.score(above, line) }
        if let previous { gain -= continuity.score(previous, line) }
        last[column] = line
        previous = line
      }
    }
    return figures * 4 <= count && gain >= Self.price
  }
}
