/// Finds text that has a blank line after every line: there blank lines end no paragraph.
enum DoubleSpacing {
  private static let least = 5
  /// How much a line may be narrower than its column, in tenths of a half em.
  private static let tolerance = 44

  /// Marks the lines of such runs, all but the first of each.
  static func mark(_ lines: inout [TextLine]) {
    var start = 0
    while start < lines.count {
      var end = start
      while end < lines.count, isSingle(lines, end), end == start || isLike(lines[end], lines[end - 1]) { end += 1 }
      if end - start >= least, isCut(lines[start..<end]) {
        for index in start + 1..<end { lines[index].isDoubleSpaced = true }
      }
      start = max(end, start + 1)
    }
  }

  private static func isSingle(_ lines: [TextLine], _ index: Int) -> Bool {
    let line = lines[index]
    return line.role == .text && !line.isWhole && !line.isOneOfItems && line.column > 0 && line.blanksBefore == 1
  }

  private static func isLike(_ line: TextLine, _ before: TextLine) -> Bool { abs(line.column - before.column) <= 30 }

  /// Most lines fill the column and end in the middle of a sentence.
  private static func isCut(_ run: ArraySlice<TextLine>) -> Bool {
    let cut = run.dropLast().count {
      ($0.ending == .none || $0.ending == .comma) && $0.column - $0.high - $0.indent * 10 <= tolerance
    }
    return cut * 3 >= (run.count - 1) * 2
  }
}
