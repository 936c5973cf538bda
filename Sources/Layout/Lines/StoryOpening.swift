/// Decides whether 本报讯（记者 某某） on a line of its own is a byline or the first line of the story.
enum StoryOpening {
  /// Makes text of each such line that the lines after it go on with: it fills their column, and they are not set in.
  static func mark(_ lines: inout [TextLine], rules: LayoutRules) {
    for index in lines.indices.dropLast() where lines[index].role == .byline {
      let line = lines[index]
      let next = lines[index + 1]
      guard next.role == .text, next.blanksBefore == 0, !line.isWhole, next.indent == 0, next.column > 0,
        line.low + line.indent * 10 <= next.column + 12, opens(line.glyphs, rules)
      else { continue }
      let missing = next.column - line.high - line.indent * 10
      // Without white space the width alone shows that it is set in and the next line is not.
      let isFull = line.indent >= 2 ? missing <= 44 : (26...62).contains(missing) && next.column - next.middle <= 24
      guard isFull else { continue }
      lines[index].role = .text
      lines[index].column = next.column
    }
  }

  /// 本报讯（记者 某某）, 本报某地4月18日电（记者 某某）: a dateline and the names in brackets.
  static func opens(_ glyphs: Glyphs, _ rules: LayoutRules) -> Bool {
    guard let names = brackets(glyphs) else { return false }
    let head = glyphs[..<names.lowerBound].dense
    return rules.datelines.match(head, before: head.count) > 0
  }

  /// From the first opening bracket of a line to the last closing one.
  static func brackets(_ glyphs: Glyphs) -> ClosedRange<Int>? {
    guard let open = glyphs.firstIndex(where: { $0.shadow == 0xFF08 || $0.shadow == 0x28 }),
      let close = glyphs.lastIndex(where: { $0.shadow == 0xFF09 || $0.shadow == 0x29 }), open < close
    else { return nil }
    return open...close
  }
}
