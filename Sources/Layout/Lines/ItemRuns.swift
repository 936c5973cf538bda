/// Finds lists whose items have no mark: lines of their own between blank lines, none of which ends as a sentence does.
enum ItemRuns {
  private static let least = 4

  static func mark(_ lines: inout [TextLine], pairs: CharacterPairs) {
    var start = 0
    while start < lines.count {
      var end = start
      while end < lines.count, isApart(lines, end) { end += 1 }
      if end - start >= least, isVaried(lines[start..<end]), !isCutText(lines[start..<end], pairs) {
        for index in start..<end { lines[index].isOneOfItems = true }
      }
      start = max(end, start + 1)
    }
  }

  private static func isApart(_ lines: [TextLine], _ index: Int) -> Bool {
    let line = lines[index]
    return line.role == .text && line.ending == .none && !line.hasSentenceEnd && (4...48).contains(line.dense.count)
      && line.blanksBefore > 0 && (index + 1 == lines.count || lines[index + 1].blanksBefore > 0)
  }

  /// The lines of one paragraph are as wide as its column, all but the last.
  private static func isVaried(_ run: ArraySlice<TextLine>) -> Bool {
    let widths = run.dropLast().map(\.middle)
    guard let most = widths.max() else { return false }
    return widths.count { most - $0 <= 30 } * 2 <= widths.count
  }

  /// Words or numerals that go on from one line to the next.
  private static func isCutText(_ run: ArraySlice<TextLine>, _ pairs: CharacterPairs) -> Bool {
    let cuts = zip(run, run.dropFirst()).count { before, after in
      pairs[before.last, after.first] == .strong
        || CharacterClass.isDigit(before.last) && CharacterClass.isDigit(after.first)
    }
    return cuts * 3 >= run.count
  }
}
