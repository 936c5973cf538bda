/// Finds lists whose items have no mark: blocks of one line or a few between blank lines, none of which ends as a sentence does.
enum ItemRuns {
  private static let least = 4

  static func mark(_ lines: inout [TextLine], rules: LayoutRules) {
    var run: [Range<Int>] = []
    var start = 0
    while start < lines.count {
      var end = start + 1
      while end < lines.count, lines[end].blanksBefore == 0 { end += 1 }
      if isItem(lines[start..<end], rules) {
        run.append(start..<end)
      } else {
        mark(run, &lines, rules.pairs)
        run = []
      }
      start = end
    }
    mark(run, &lines, rules.pairs)
  }

  private static func mark(_ run: [Range<Int>], _ lines: inout [TextLine], _ pairs: CharacterPairs) {
    guard run.count >= least, isVaried(run, lines), !isCutText(run, lines, pairs) else { return }
    // Goals have figures, headings that stand together have few.
    let hasFigure = run.map { block in lines[block].contains { Self.hasFigure($0) } }
    let isGoals = hasFigure.count { $0 } * 3 >= run.count
    for (block, hasFigure) in zip(run, hasFigure) {
      for index in block {
        lines[index].isOneOfItems = true
        lines[index].isGoal = isGoals && (hasFigure || !lines[index].hasSpace)
      }
    }
  }

  private static func hasFigure(_ line: TextLine) -> Bool {
    line.hasDigit || line.dense.count { CharacterClass.isChineseNumeral($0) } >= 2
  }

  /// A block of text between blank lines that does not end in the middle of a clause.
  private static func isItem(_ block: ArraySlice<TextLine>, _ rules: LayoutRules) -> Bool {
    guard block.count <= 3, let first = block.first, let last = block.last, first.blanksBefore > 0 else { return false }
    guard rules.cannotEnd.match(last.dense, before: last.dense.count) == 0 else { return false }
    return last.ending == .none && block.allSatisfy { $0.role == .text && !$0.hasSentenceEnd }
      && (4...48).contains(block.reduce(0) { $0 + $1.dense.count })
  }

  /// The lines of one paragraph are as wide as its column, all but the last.
  private static func isVaried(_ run: [Range<Int>], _ lines: [TextLine]) -> Bool {
    let widths = run.dropLast().map { block in lines[block].reduce(0) { $0 + $1.middle } }
    guard let most = widths.max() else { return false }
    return widths.count { most - $0 <= 30 } * 2 <= widths.count
  }

  /// Words or numerals that go on from one block to the next.
  private static func isCutText(_ run: [Range<Int>], _ lines: [TextLine], _ pairs: CharacterPairs) -> Bool {
    let cuts = zip(run, run.dropFirst()).count { before, after in
      let last = lines[before.upperBound - 1].last
      let first = lines[after.lowerBound].first
      return pairs[last, first] == .strong || CharacterClass.isDigit(last) && CharacterClass.isDigit(first)
    }
    return cuts * 3 >= run.count
  }
}
