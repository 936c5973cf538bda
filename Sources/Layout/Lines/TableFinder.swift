/// Finds rows of tables: lines of aligned cells, most of them figures.
enum TableFinder {
  /// Marks the rows, a row of column names before them included.
  static func mark(_ lines: inout [TextLine]) {
    // Of each line its cells, where it has at least two.
    var rows = [Int](repeating: 0, count: lines.count)
    for index in lines.indices where lines[index].hasSpace && lines[index].dense.count <= 120 {
      let cells = cells(of: lines[index].glyphs).count
      if cells >= 2 { rows[index] = cells }
    }
    markSingleSpaced(&lines)
    var index = 0
    while index < lines.count {
      let columns = rows[index]
      guard columns > 0, isFigures(lines[index], columns) else {
        index += 1
        continue
      }
      var last = index
      while last + 1 < lines.count, case let next = rows[last + 1], next > 0, abs(next - columns) <= 1,
        lines[last + 1].blanksBefore <= 1,
        isFigures(lines[last + 1], next)
      {
        last += 1
      }
      let count = last - index + 1
      if count >= (columns >= 3 ? 2 : 3) {
        var first = index
        if first > 0, rows[first - 1] > 0, lines[first].blanksBefore <= 1,
          abs(rows[first - 1] - columns) <= 1 || abs(words(of: lines[first - 1]) - columns) <= 1
        {
          first -= 1
        }
        for row in first...last { lines[row].role = .table }
      }
      index = last + 1
    }
  }

  /// Rows whose cells have one space between them: lines directly under each other with equally many cells, all but the
  /// first column figures in at least two of them.
  private static func markSingleSpaced(_ lines: inout [TextLine]) {
    var index = 0
    while index < lines.count {
      let columns = words(of: lines[index])
      var last = index
      while columns >= 3, last + 1 < lines.count, lines[last + 1].blanksBefore == 0,
        words(of: lines[last + 1]) == columns
      {
        last += 1
      }
      guard last > index else {
        index += 1
        continue
      }
      let figures = (index...last).count { isSingleSpacedRow(lines[$0], columns) }
      if figures >= 2, figures >= last - index { for row in index...last { lines[row].role = .table } }
      index = last + 1
    }
  }

  /// How many words a line has; 0 where it is no row.
  private static func words(of line: TextLine) -> Int {
    guard line.dense.count <= 120, !line.isTracked, line.ending == .none, line.role == .text else { return 0 }
    return line.hasSpace ? line.glyphs.spaceSeparatedParts.count : 1
  }

  private static func isSingleSpacedRow(_ line: TextLine, _ columns: Int) -> Bool {
    let cells = line.glyphs.spaceSeparatedParts.map { line.glyphs.part($0) }
    guard let first = cells.first, cells.dropFirst().count(where: { isFigure($0) }) * 3 >= (columns - 1) * 2 else {
      return false
    }
    // 1 长江镇 68200 46.3: a rank before the name.
    return !isFigure(first) || isYear(first) || cells.count > 2 && !isFigure(cells[1])
  }

  /// The cells of a row: what stands between tabs, full-width spaces or two spaces and more.
  static func cells(of glyphs: Glyphs) -> [Glyphs] {
    var cells: [Glyphs] = []
    var start = 0
    var index = 0
    while index < glyphs.count {
      guard glyphs[index].isSpace else {
        index += 1
        continue
      }
      var end = index
      var isGap = false
      while end < glyphs.count, glyphs[end].isSpace {
        if glyphs[end].code == 0x3000 || glyphs[end].code == 0x09 { isGap = true }
        end += 1
      }
      if isGap || end - index >= 2 {
        if index > start { cells.append(glyphs.part(start..<index)) }
        start = end
      }
      index = end
    }
    if start < glyphs.count { cells.append(glyphs.part(start..<glyphs.count)) }
    return cells
  }

  /// Whether at least half of the cells after the first are figures.
  private static func isFigures(_ line: TextLine, _ columns: Int) -> Bool {
    let cells = cells(of: line.glyphs)
    let figures = cells.dropFirst().count { isFigure($0) }
    return figures > 0 && figures * 2 >= columns - 1
  }

  private static func isFigure(_ cell: Glyphs) -> Bool {
    var digits = 0
    var others = 0
    for glyph in cell {
      if CharacterClass.isDigit(glyph.code) {
        digits += 1
      } else if !CharacterClass.isNumeralMark(glyph.code), !CharacterClass.isPercent(glyph.code), !isSign(glyph.code) {
        others += 1
      }
    }
    return digits > 0 && others <= 2 && others <= digits && cell.count <= 16
  }

  /// 2019, 2017／18, 2023-24: the years that rows are named by.
  private static func isYear(_ cell: Glyphs) -> Bool {
    let codes = cell.prefix(10).map(\.shadow)
    guard codes.count >= 4, codes[0..<4].allSatisfy({ CharacterClass.isDigit($0) }),
      codes[0] == 0x31 && codes[1] == 0x39 || codes[0] == 0x32 && codes[1] == 0x30
    else { return false }
    return codes.count == 4 || codes.count <= 9 && !CharacterClass.isDigit(codes[4]) && codes[4] != 0x2E
  }

  private static func isSign(_ code: UInt32) -> Bool {
    code == 0x2D || code == 0x2B || code == 0xFF0D || code == 0xFF0B || code == 0x2212 || code == 0x2014
  }
}
