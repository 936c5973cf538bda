/// What the page itself says of which characters follow which.
struct PageStatistics {
  private var pairs: KeySet
  private var phrases: KeySet
  private var witnesses: KeySet
  /// Whether paragraphs of this page begin with white space.
  private(set) var indentsWithSpace = false
  /// How sure it is that all first lines do, in percent.
  private(set) var spaceTrust = 0
  /// How sure it is that first lines are set in by two characters, in percent, where no white space shows it.
  private(set) var indentsByWidth = 0
  /// How far a blank line can be believed to end a paragraph, in percent: not far on a page where blank lines cut sentences.
  private(set) var blankTrust = 100

  init(_ lines: [TextLine]) {
    let length = lines.reduce(0) { $0 + $1.dense.count }
    pairs = KeySet(capacity: length)
    phrases = KeySet(capacity: length)
    witnesses = KeySet(capacity: length)
    for line in lines {
      let dense = line.dense
      guard dense.count > 1 else { continue }
      for index in dense.indices.dropLast() { pairs.insert(CharacterPairs.key(dense[index], dense[index + 1])) }
      if dense.count >= 4 {
        for index in 0...(dense.count - 4) { phrases.insert(Self.hash(dense[index..<index + 4])) }
      }
      if dense.count >= 12 {
        for index in 0...(dense.count - 12) { witnesses.insert(Self.hash(dense[index..<index + 12])) }
      }
    }
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
    var blanks = 0
    var cuts = 0
    for (before, after) in zip(lines, lines.dropFirst())
    where before.role == .text && after.role == .text && after.blanksBefore == 1 && before.column > 0 {
      blanks += 1
      if before.ending == .comma || before.ending == .none && before.column - before.high <= 60 { cuts += 1 }
    }
    blankTrust = max(30, 100 - (cuts * 100) / (blanks + 3))
    indentsWithSpace = spaced >= 2
    spaceTrust = (spacedStarts * 100 + 50) / (spacedStarts + flushStarts + 1)
    indentsByWidth = (indented * 100 + 30) / (indented + flush + 1)
  }

  private static func hash(_ codes: some Sequence<UInt32>) -> UInt64 {
    codes.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }

  func hasPair(_ first: UInt32, _ second: UInt32) -> Bool { pairs.contains(CharacterPairs.key(first, second)) }

  /// Whether the two characters before and the two after stand together elsewhere on the page.
  func hasPhrase(_ before: [UInt32], _ after: [UInt32]) -> Bool {
    guard before.count >= 2, after.count >= 2 else { return false }
    return phrases.contains(Self.hash(before.suffix(2) + after.prefix(2)))
  }

  /// Whether six characters before and six after stand together elsewhere on the page: a copy of the text itself.
  func hasWitness(_ before: [UInt32], _ after: [UInt32]) -> Bool {
    guard before.count >= 6, after.count >= 6 else { return false }
    return witnesses.contains(Self.hash(before.suffix(6) + after.prefix(6)))
  }
}
