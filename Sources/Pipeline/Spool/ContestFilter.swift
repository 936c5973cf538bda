import Records

/// Tells which contests more than one record has, in memory that does not grow with them. Of those that one record has it
/// takes a few for more, never the other way round.
struct ContestFilter {
  private static let partCount = 1 << 8

  /// The first halves of the digests, dealt out by their first bits.
  private var digests: PartedBytes
  private var shared: KeyFilter

  /// - Parameters:
  ///   - count: Records at most.
  ///   - memory: Bytes that may be used, about.
  ///   - makeFile: Gives a file for what is too much, named for messages.
  init(expecting count: Int, memory: Int, makeFile: @escaping (String) throws(OutputError) -> SpillFile) {
    digests = PartedBytes(parts: Self.partCount, memory: memory / 2) { () throws(OutputError) in
      try makeFile("contests.spill")
    }
    // Seldom has more than one of four records a contest with another.
    shared = KeyFilter(expecting: min(count, memory) / 4)
  }

  mutating func insert(_ contest: ContestKey?) throws(OutputError) {
    guard let contest else { return }
    try digests.append(to: Int(contest.high >> 56)) { $0.append(number: contest.high) }
  }

  /// Learns which contests were inserted more than once; `isShared` knows nothing before.
  mutating func learnShared() throws(OutputError) {
    for part in 0..<digests.partCount {
      let bytes = try digests.take(part)
      var keys: [UInt64] = stride(from: 0, to: bytes.count, by: 8).map { bytes.number(at: $0) }
      keys.sort()
      for (key, next) in zip(keys, keys.dropFirst()) where key == next { shared.insert(key) }
    }
  }

  func isShared(_ contest: ContestKey) -> Bool { shared.mayContain(contest.high) }
}
