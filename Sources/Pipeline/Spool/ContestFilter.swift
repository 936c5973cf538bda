import Records

/// Tells which contests more than one record has, in memory that does not grow with them. Of those that one record has it
/// takes a few for more, never the other way round.
struct ContestFilter {
  /// Two bits a slot: whether one record fell there, whether a second did.
  private var words: [UInt64]

  /// - Parameters:
  ///   - count: Records at most.
  ///   - memory: Bytes that may be used, about.
  init(expecting count: Int, memory: Int) {
    var size = 1 << 9
    while size < count / 4, size * 16 <= memory { size *= 2 }
    words = Array(repeating: 0, count: size)
  }

  mutating func insert(_ contest: ContestKey?) {
    guard let contest else { return }
    let (word, bit) = slot(of: contest)
    words[word] |= words[word] & bit != 0 ? bit << 1 : bit
  }

  func isShared(_ contest: ContestKey) -> Bool {
    let (word, bit) = slot(of: contest)
    return words[word] & (bit << 1) != 0
  }

  private func slot(of contest: ContestKey) -> (word: Int, bit: UInt64) {
    (Int(contest.high & UInt64(words.count - 1)), 1 << ((contest.high >> 59) << 1))
  }
}
