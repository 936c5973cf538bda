import Rules

/// The two characters that the words of periods begin with: of the characters that such a word may begin with (上, 年, 到)
/// most begin another word, which the next character tells before anything is read.
///
/// Hashed, so that `false` is certain and `true` is not.
struct PeriodOpenings: Sendable {
  /// By the last bits of the first character, a bit for each second one.
  private var seconds = [UInt64](repeating: 0, count: 1024)

  mutating func insert(_ table: WordTable<some Sendable>) {
    for (first, second) in table.openings { insert(first, second) }
  }

  mutating func insert(_ words: OpeningWords) {
    for word in words.words {
      let scalars = Array(word.description.unicodeScalars.prefix(2))
      if let first = scalars.first { insert(first.value, scalars.dropFirst().first?.value) }
    }
  }

  /// - Parameter second: `nil` for a word of one character, behind which anything may stand.
  private mutating func insert(_ first: UInt32, _ second: UInt32?) {
    seconds[Self.slot(first)] |= second.map(Self.bit) ?? .max
  }

  /// Whether a word may begin at an offset of a text.
  func mayBegin(in utf8: [UInt8], at offset: Int) -> Bool {
    let (first, length) = UTF8Scalar.folded(in: utf8, at: offset)
    let seconds = seconds[Self.slot(first)]
    if seconds == 0 || seconds == .max { return seconds != 0 }
    guard offset + length < utf8.count else { return false }
    return seconds & Self.bit(UTF8Scalar.folded(in: utf8, at: offset + length).scalar) != 0
  }

  private static func slot(_ first: UInt32) -> Int { Int(first & 1023) }
  private static func bit(_ second: UInt32) -> UInt64 { 1 << UInt64((second ^ second >> 6) & 63) }
}
