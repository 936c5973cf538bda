/// Finds what the paragraphs of a page begin with again and again: the names of who speaks in an interview or a dialogue, the
/// ordinals of a speech, the measures of a plan. A line that begins so begins a paragraph.
enum RepeatedOpenings {
  private static let longestLabel = 8

  /// How often each opening stands where a paragraph may begin.
  private struct Count {
    var lines = 0
    /// Some of them say more than a byline would.
    var isSpoken = false
  }

  static func mark(_ lines: inout [TextLine], rules: LayoutRules) {
    var counts: [UInt64: Count] = [:]
    var places: [(line: Int, label: UInt64)] = []
    var ordinals: [Int] = []
    var within = 0
    for (index, line) in lines.enumerated() where [.text, .listItem, .byline].contains(line.role) {
      within += ordinalsWithin(line, rules)
      guard mayBegin(index, lines) else { continue }
      if rules.enumerators.match(line.dense, at: 0) > 0 { ordinals.append(index) }
      let length = labelLength(line.dense)
      guard length > 0 else { continue }
      let label = line.dense.part(0..<length).hash
      counts[label, default: Count()].lines += 1
      if line.role != .byline { counts[label, default: Count()].isSpoken = true }
      places.append((index, label))
    }
    let repeated = counts.filter { $0.value.lines >= 2 }
    let isDialogue = repeated.count >= 2 && repeated.values.contains { $0.isSpoken }
    for (index, label) in places where isDialogue || repeated[label]?.isSpoken == true {
      guard repeated[label] != nil else { continue }
      lines[index].isOpening = true
      // 记者：您怎么看…: who asks, not who writes.
      if lines[index].role == .byline { lines[index].role = .text }
    }
    // Where most of them stand within the lines, chance put the others at the beginning of one.
    guard ordinals.count >= 2, ordinals.count > within else { return }
    for index in ordinals { lines[index].isOpening = true }
  }

  private static func mayBegin(_ index: Int, _ lines: [TextLine]) -> Bool {
    guard index > 0, lines[index].blanksBefore == 0, lines[index].indent < 2 else { return true }
    let before = lines[index - 1]
    return before.ending == .sentence || before.ending == .semicolon || before.ending == .colon
      || before.role != .text && before.role != .listItem
  }

  /// 罗师傅：, 问：: characters and a colon.
  private static func labelLength(_ dense: Codes) -> Int {
    var length = 0
    while length < min(dense.count, longestLabel), CharacterClass.isHan(dense[length]) { length += 1 }
    guard length > 0, length < dense.count, CharacterClass.isColon(dense[length]) else { return 0 }
    return length
  }

  /// How many ordinals stand behind a mark in the line.
  private static func ordinalsWithin(_ line: TextLine, _ rules: LayoutRules) -> Int {
    // Most marks are commas, which end no clause here.
    guard line.hasMarks, !line.traits.isDisjoint(with: [.sentenceEnd, .semicolon, .colon]) else { return 0 }
    let dense = line.dense
    return dense.indices.dropFirst().count { place in
      endsClause(dense[place - 1]) && rules.enumerators.match(dense, at: place) > 0
    }
  }

  private static func endsClause(_ code: UInt32) -> Bool {
    CharacterClass.isSentenceEnd(code) || CharacterClass.isSemicolon(code) || CharacterClass.isColon(code)
  }
}
