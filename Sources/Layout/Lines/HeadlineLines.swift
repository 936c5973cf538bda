/// Finds the headline above text whose lines are whole paragraphs: saved from a web page, it has neither type nor blank lines
/// that would show it, and no column that it leaves empty.
enum HeadlineLines {
  /// Of a hundred characters of running text, how many stand in lines that fill no column and end a sentence.
  private static let leastWhole = 75
  private static let most = 4
  private static let longest = 50

  static func mark(_ lines: inout [TextLine], rules: LayoutRules) {
    var found: [Int] = []
    for (index, line) in lines.enumerated() {
      switch line.role {
      case .furniture, .byline, .display: continue
      case .text where isHeadline(line, rules) && found.count < most: found.append(index)
      case .text where line.ending == .sentence && !goesOn(found.last, index, lines, rules):
        guard !found.isEmpty, areWhole(lines[index...]) else { return }
        for index in found { lines[index].role = .display }
        return
      default: return
      }
    }
  }

  /// A line without a full stop in it; a headline may ask or exclaim once.
  private static func isHeadline(_ line: TextLine, _ rules: LayoutRules) -> Bool {
    guard line.column == 0, line.dense.count <= longest, !line.isOpening, !line.isSettled,
      line.ending == .none || line.ending == .colon || line.last == 0xFF1F || line.last == 0xFF01
    else { return false }
    guard rules.openers.match(line.dense, at: 0) == 0 else { return false }
    let ends = line.dense.indices.dropLast().filter { CharacterClass.isSentenceEnd(line.dense[$0]) }
    guard let end = ends.first else { return true }
    // 426.7万担！全省烟叶收购收官: with a comma behind it, or another, it is running text.
    return ends.count == 1 && line.dense[end] != 0x3002 && line.dense[end] != 0xFF61
      && !line.dense[end...].contains { CharacterClass.isComma($0) }
  }

  /// Whether the text begins in the last of the lines above it, and was cut in the middle of a word, a clause or a numeral.
  private static func goesOn(_ headline: Int?, _ index: Int, _ lines: [TextLine], _ rules: LayoutRules) -> Bool {
    guard let headline, headline + 1 == index else { return false }
    let before = lines[headline]
    let after = lines[index]
    let isUnended = rules.cannotEnd.match(before.dense, before: before.dense.count) > 0
    return rules.pairs[before.last, after.first] == .strong || CharacterClass.cannotBeginLine(after.first)
      || isUnended
        && (rules.cannotBegin.match(after.dense, at: 0) > 0 || CharacterClass.isChineseNumeral(after.first))
      || CharacterClass.isDigit(before.last)
        && (CharacterClass.isDigit(after.first) || rules.units.contains(after.first))
  }

  private static func areWhole(_ lines: ArraySlice<TextLine>) -> Bool {
    var length = 0
    var whole = 0
    for line in lines where line.role == .text || line.role == .listItem {
      length += line.dense.count
      if line.column == 0, line.ending == .sentence { whole += line.dense.count }
    }
    return whole * 100 >= length * leastWhole
  }
}
