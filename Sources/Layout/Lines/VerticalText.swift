/// Finds vertical type: runs of lines that hold one character each.
enum VerticalText {
  /// Marks the lines; each run and the runs that follow after one blank line belong together.
  static func mark(_ lines: inout [TextLine]) {
    var index = 0
    while index < lines.count {
      guard isCell(lines[index]), !isLastOfParagraph(index, lines) else {
        index += 1
        continue
      }
      var last = index
      var run = 1
      var longest = 1
      while last + 1 < lines.count, isCell(lines[last + 1]), lines[last + 1].blanksBefore <= 1 {
        last += 1
        run = lines[last].blanksBefore == 0 ? run + 1 : 1
        longest = max(longest, run)
      }
      let members = index...last
      let han = members.count { CharacterClass.isHan(lines[$0].first) }
      if members.count >= 3, longest >= 3, han * 3 >= members.count * 2 {
        let isText =
          members.count >= 12 && members.contains { lines[$0].ending == .sentence || lines[$0].ending == .comma }
        for member in members { lines[member].role = isText ? .verticalBody : .vertical }
      }
      index = last + 1
    }
  }

  /// A character that stands directly under text alone, or under text with the full stop: the paragraph's last line.
  private static func isLastOfParagraph(_ index: Int, _ lines: [TextLine]) -> Bool {
    guard index > 0, lines[index - 1].dense.count > 3 else { return false }
    // No column of type begins with the last character of a sentence.
    if lines[index].ending == .sentence { return true }
    return lines[index].blanksBefore == 0 && (index + 1 == lines.count || lines[index + 1].blanksBefore > 0)
  }

  /// One character, with a mark beside it or not, or a short numeral set upright.
  private static func isCell(_ line: TextLine) -> Bool {
    guard line.role == .text || line.role == .listItem || line.role == .furniture else { return false }
    let dense = line.dense
    switch dense.count {
    case 1: return true
    case 2, 3:
      if dense.allSatisfy({ CharacterClass.isDigit($0) }) { return true }
      return dense.count == 2 && dense.count { CharacterClass.isHan($0) } == 1
        && dense.contains { CharacterClass.cannotBeginLine($0) || CharacterClass.closer(of: $0) != nil || $0 == 0xB7 }
    default: return false
    }
  }
}
