/// What the page itself says of which characters follow which.
struct PageStatistics {
  private var pairs: PairIndex
  /// Whether paragraphs of this page begin with white space.
  private(set) var indentsWithSpace = false
  /// How sure it is that all first lines do, in percent.
  private(set) var spaceTrust = 0
  /// How sure it is that first lines are set in by two characters, in percent, where no white space shows it.
  private(set) var indentsByWidth = 0
  /// How far a blank line can be believed to end a paragraph, in percent: not far on a page where blank lines cut sentences.
  private(set) var blankTrust = 100

  /// How sure it is that a blank line stands between all paragraphs, in percent.
  private(set) var blanksPart = 0

  /// How sure it is that the items of lists end as sentences do, in percent.
  private(set) var itemsFinish = 0

  init(_ lines: [TextLine]) {
    pairs = PairIndex(lines)
    var parted = 0
    var unparted = 0
    var spaced = 0
    var spacedStarts = 0
    var flushStarts = 0
    var indented = 0
    var flush = 0
    for (index, line) in lines.enumerated() where line.role == .text {
      if line.indent >= 3, line.dense.count > 8 { spaced += 1 }
      if index > 0, lines[index - 1].role == .text, lines[index - 1].ending == .sentence,
        lines[index - 1].column - lines[index - 1].high - lines[index - 1].indent * 10 >= 60
      {
        if line.indent >= 2 { spacedStarts += 1 } else { flushStarts += 1 }
        if line.blanksBefore > 0 { parted += 1 } else { unparted += 1 }
      }
      guard line.column > 0, index + 1 < lines.count else { continue }
      let missing = line.column - line.middle
      let next = lines[index + 1]
      // A line that goes on although it is two characters short was begun further in.
      if missing >= 26, missing <= 64, line.ending != .sentence, line.dense.count > 3, next.role == .text,
        abs(next.column - line.column) <= 30, next.blanksBefore <= 1, next.column - next.middle <= 24
      {
        indented += 1
      }
      guard index > 0, missing <= 20, lines[index - 1].role == .text, lines[index - 1].ending == .sentence,
        abs(lines[index - 1].column - line.column) <= 30, line.column - lines[index - 1].high >= 60
      else { continue }
      flush += 1
    }
    var finished = 0
    var unfinished = 0
    var isInList = false
    for (before, after) in zip(lines, lines.dropFirst()) {
      if before.role == .listItem { isInList = true }
      guard isInList, after.role == .listItem, before.role == .text || before.role == .listItem else { continue }
      if before.ending == .sentence { finished += 1 } else { unfinished += 1 }
    }
    let doubt = finished >= 2 && unfinished == 0 ? 0 : 1
    itemsFinish = finished * 100 / (finished + 2 * unfinished + doubt)
    var blanks = 0
    var cuts = 0
    for (before, after) in zip(lines, lines.dropFirst())
    where before.role == .text && after.role == .text && after.blanksBefore == 1 && before.column > 0 {
      blanks += 1
      if before.ending == .comma || before.ending == .none && before.column - before.high <= 60 { cuts += 1 }
    }
    blankTrust = max(30, 100 - (cuts * 100) / (blanks + 3))
    blanksPart = parted * 100 / (parted + unparted + 1)
    indentsWithSpace = spaced >= 2
    spaceTrust = (spacedStarts * 100 + 50) / (spacedStarts + flushStarts + 1)
    indentsByWidth = (indented * 100 + 30) / (indented + flush + 1)
  }

  /// For lines that fill no column.
  mutating func forgetColumns() {
    blanksPart = 0
    blankTrust = 100
    indentsWithSpace = false
    spaceTrust = 0
    indentsByWidth = 0
  }

  /// The characters of a large page, of which its pairs can be learnt again.
  var largeText: [UInt32]? { pairs.text.count >= 1 << 16 ? pairs.text : nil }

  /// Gives back what the tables of the pairs take up.
  mutating func forgetPairs() { pairs = PairIndex(text: []) }

  mutating func learnPairs(of text: [UInt32]) { pairs = PairIndex(text: text) }

  func hasPair(_ first: UInt32, _ second: UInt32) -> Bool {
    pairs.holds(before: 1, after: 1) { $0 == 0 ? first : second }
  }

  /// Whether the two characters before and the two after stand together elsewhere on the page.
  func hasPhrase(_ before: Codes, _ after: Codes) -> Bool { stands(2, before, after) }

  /// Whether six characters before and six after stand together elsewhere on the page: a copy of the text itself.
  func hasWitness(_ before: Codes, _ after: Codes) -> Bool { stands(6, before, after) }

  private func stands(_ length: Int, _ before: Codes, _ after: Codes) -> Bool {
    guard before.count >= length, after.count >= length else { return false }
    return pairs.holds(before: length, after: length) {
      $0 < length ? before[before.count - length + $0] : after[$0 - length]
    }
  }
}
