/// The head of the page, printed again where a column ends.
enum RunningFurniture {
  /// Lines of the head or foot, known by what they say.
  private struct Seen {
    private var first = KeyTable()

    mutating func note(_ index: Int, _ line: TextLine) { first.replace(line.dense.hash, by: Int32(index)) }

    func index(of line: TextLine, in lines: [TextLine]) -> Int? {
      guard let index = first.value(of: line.dense.hash).map(Int.init), lines[index].dense == line.dense else {
        return nil
      }
      return index
    }
  }

  /// Indexes of lines that repeat an earlier line of the head or foot.
  static func find(in lines: [TextLine]) -> Set<Int> {
    var found: Set<Int> = []
    var seen = Seen()
    for index in lines.indices {
      let line = lines[index]
      guard line.dense.count >= 2, line.dense.count <= 60, line.role == .furniture || line.role == .text,
        line.ending != .sentence
      else { continue }
      guard line.dense.contains(where: { CharacterClass.isHan($0) || CharacterClass.isDigit($0) }) else { continue }
      if let first = seen.index(of: line, in: lines) {
        let isHead = lines[first].role == .furniture || first < 4
        if isHead, line.role == .furniture || interrupts(index, lines, found, seen) { found.insert(index) }
      } else if line.role == .furniture || index < 4 {
        seen.note(index, line)
      }
    }
    return found
  }

  /// The line stands where a sentence is not finished, or next to another line that is printed again.
  private static func interrupts(_ index: Int, _ lines: [TextLine], _ found: Set<Int>, _ seen: Seen) -> Bool {
    if found.contains(index - 1) { return true }
    if index + 1 < lines.count,
      lines[index + 1].role == .furniture || seen.index(of: lines[index + 1], in: lines) != nil
    {
      return true
    }
    return index > 0 && lines[index - 1].role == .text && lines[index - 1].ending != .sentence
  }

  /// Takes out those lines; what stood behind them stands directly behind what stood before them.
  static func remove(_ indexes: Set<Int>, from lines: inout [TextLine]) {
    guard !indexes.isEmpty else { return }
    var kept = 0
    var carried = 0
    for index in lines.indices {
      if indexes.contains(index) {
        carried = max(carried, lines[index].blanksBefore)
        continue
      }
      lines.swapAt(kept, index)
      lines[kept].blanksBefore = max(lines[kept].blanksBefore, carried)
      carried = 0
      kept += 1
    }
    lines.removeSubrange(kept...)
  }
}
