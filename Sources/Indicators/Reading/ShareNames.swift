/// Names that tell what a percentage of them is.
struct ShareNames {
  let lexicon: Lexicon

  /// True for a part of a whole: 占比, 比重.
  func isShare(_ name: [UInt8]) -> Bool { has(lexicon.known.shareName, name) }

  /// True for a rate of its own: 失业率, 优良天数比例.
  func isRate(_ name: [UInt8]) -> Bool {
    if has(lexicon.known.rateName, name) { return true }
    // The 率 of a longer word: 贫困发生率.
    guard let last = name.lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return false }
    return lexicon.longestMatch(in: name, at: last).map {
      lexicon.entries[$0.word].always & lexicon.known.rateName != 0
    } ?? false
  }

  private func has(_ classes: WordClasses, _ name: [UInt8]) -> Bool {
    var offset = 0
    while offset < name.count {
      if let match = lexicon.longestMatch(in: name, at: offset) {
        if lexicon.entries[match.word].always & classes != 0 { return true }
        offset = match.end
      } else {
        offset += UTF8Shadow.scalar(in: name, at: offset).length
      }
    }
    return false
  }
}
