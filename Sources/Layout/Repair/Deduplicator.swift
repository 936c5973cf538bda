import SourceText

/// Keeps what a page says twice once: equal paragraphs, parts of paragraphs, and versions that hardly differ.
struct Deduplicator {
  private static let span = 16
  /// Shorter paragraphs may well be said twice: refrains, labels, ellipses.
  private static let least = 20
  private static let leastPart = 24

  struct Draft {
    var glyphs: Glyphs
    var kind: Paragraph.Kind
    /// For comparison: shadows without white space.
    var codes: Codes
    var copies: [Glyphs] = []
    /// It is running text that may go on with what stands before it, and with which what stands behind it may.
    var mayGoOn = false
  }

  struct Result {
    var drafts: [Draft]
    var repairs: [Repair]
  }

  func reduce(_ drafts: [Draft]) -> Result {
    var text: [UInt32] = []
    text.reserveCapacity(drafts.reduce(0) { $0 + $1.codes.count })
    var starts: [Int] = []
    var asked: [Int] = []
    for draft in drafts {
      starts.append(text.count)
      guard isCompared(draft) else { continue }
      asked.append(text.count)
      text.append(contentsOf: draft.codes)
    }
    let index = TextIndex(text, span: Self.span, starts: asked)
    var keeper = [Int?](repeating: nil, count: drafts.count)
    var kinds = [Repair.Kind](repeating: .repeatedParagraph, count: drafts.count)
    for position in drafts.indices where isCompared(drafts[position]) {
      let range = starts[position]..<starts[position] + drafts[position].codes.count
      for place in index.occurrences(of: range) where place.lowerBound != range.lowerBound {
        let other = owner(of: place, starts)
        guard other != position, place.upperBound <= starts[other] + drafts[other].codes.count else { continue }
        let isEqual = drafts[other].codes.count == drafts[position].codes.count
        if isEqual, other < position {
          keeper[position] = other
          kinds[position] = .repeatedParagraph
          break
        }
        if !isEqual, drafts[position].codes.count >= Self.leastPart, isFragment(drafts[position]) {
          keeper[position] = other
          kinds[position] = .repeatedTailFragment
          break
        }
      }
    }
    markNearCopies(drafts, &keeper, &kinds)
    return remove(drafts, keeper, kinds)
  }

  private func isCompared(_ draft: Draft) -> Bool {
    (draft.kind == .body || draft.kind == .list || draft.kind == .caption) && draft.codes.count >= Self.least
  }

  /// A part that the setting repeated ends where a paragraph ends.
  private func isFragment(_ draft: Draft) -> Bool { draft.kind != .caption }

  private func owner(of place: Range<Int>, _ starts: [Int]) -> Int {
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle] <= place.lowerBound { low = middle } else { high = middle }
    }
    return low
  }

  private func remove(_ drafts: [Draft], _ keeper: [Int?], _ kinds: [Repair.Kind]) -> Result {
    var result = Result(drafts: [], repairs: [])
    var kept = drafts
    for position in drafts.indices {
      guard var target = keeper[position] else { continue }
      var steps = 0
      while let next = keeper[target], steps < drafts.count {
        target = next
        steps += 1
      }
      kept[target].copies.append(drafts[position].glyphs)
      kept[target].copies += drafts[position].copies
      if let first = drafts[position].glyphs.first, let last = drafts[position].glyphs.last {
        result.repairs.append(
          Repair(
            kind: kinds[position], source: min(first.start, last.start)..<max(first.end, last.end),
            evidence: "said by another paragraph of the page"))
      }
    }
    for position in drafts.indices where keeper[position] == nil { result.drafts.append(kept[position]) }
    return result
  }

  // MARK: Versions that hardly differ

  private static let shingle = 4

  /// Paragraphs that have a sampled string: the first of them are looked at.
  private static let most = 8

  /// Marks paragraphs that share nearly all their four-character strings, and all their figures, with an earlier one.
  private func markNearCopies(_ drafts: [Draft], _ keeper: inout [Int?], _ kinds: inout [Repair.Kind]) {
    // For each sampled string the last of the paragraphs that have it, and before each the one before.
    var samples = KeyTable(capacity: drafts.reduce(0) { $0 + $1.codes.count } / 8)
    var owners: [Owner] = []
    owners.reserveCapacity(drafts.reduce(0) { $0 + $1.codes.count } / 7)
    var sampled: [UInt64] = []
    var votes: [Int] = []
    for position in drafts.indices
    where keeper[position] == nil && isCompared(drafts[position]) && drafts[position].codes.count >= 40 {
      Self.sample(drafts[position].codes, &sampled)
      votes.removeAll(keepingCapacity: true)
      for sample in sampled {
        var next = samples.value(of: sample).map(Int.init) ?? -1
        while next >= 0 {
          votes.append(Int(owners[next].paragraph))
          next = Int(owners[next].previous)
        }
      }
      if votes.count * 2 >= sampled.count {
        findNearCopy(of: position, candidates(votes, least: sampled.count), drafts, &keeper, &kinds)
      }
      guard keeper[position] == nil else { continue }
      for sample in sampled {
        let last = samples.value(of: sample) ?? -1
        let number = last < 0 ? 1 : owners[Int(last)].number + 1
        guard number <= Self.most else { continue }
        samples.replace(sample, by: Int32(owners.count))
        owners.append(Owner(paragraph: Int32(position), previous: last, number: number))
      }
    }
  }

  /// A paragraph that has a sampled string.
  private struct Owner {
    let paragraph: Int32
    /// Index of another one that has the string, or -1.
    let previous: Int32
    /// How many have it, this one included.
    let number: Int32
  }

  /// One in eight of the strings of a paragraph, each once, in order of their hashes.
  private static func sample(_ codes: Codes, _ sampled: inout [UInt64]) {
    sampled.removeAll(keepingCapacity: true)
    guard codes.count >= shingle else { return }
    codes.withContiguousStorageIfAvailable { codes in
      var (first, second, third) = (codes[0], codes[1], codes[2])
      for fourth in codes[3...] {
        let hash = hash(first, second, third, fourth)
        if hash & 7 == 0 { sampled.append(hash) }
        (first, second, third) = (second, third, fourth)
      }
    }
    removeRepeats(&sampled)
  }

  /// The paragraphs that have at least half of the samples, those with the most first.
  private func candidates(_ votes: [Int], least: Int) -> [Int] {
    var counts: [Int: Int] = [:]
    for vote in votes { counts[vote, default: 0] += 1 }
    let frequent = counts.filter { $0.value * 2 >= least }.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    return frequent.prefix(4).map(\.key)
  }

  private func findNearCopy(
    of position: Int, _ candidates: [Int], _ drafts: [Draft], _ keeper: inout [Int?], _ kinds: inout [Repair.Kind]
  ) {
    for other in candidates {
      let own = Set(Self.shingles(of: drafts[position].codes))
      let theirs = Set(Self.shingles(of: drafts[other].codes))
      let common = own.intersection(theirs).count
      let isNear = common * 100 >= max(own.count, theirs.count) * 86
      guard isNear, Self.figures(drafts[position].codes) == Self.figures(drafts[other].codes) else { continue }
      // The longer one stays: the shorter lost something.
      let (kept, dropped) =
        drafts[position].codes.count > drafts[other].codes.count ? (position, other) : (other, position)
      keeper[dropped] = kept
      kinds[dropped] = .nearCopy
      return
    }
  }

  /// Keeps each number once.
  private static func removeRepeats(_ numbers: inout [UInt64]) {
    numbers.sort()
    var count = 0
    for index in numbers.indices where index == 0 || numbers[index] != numbers[count - 1] {
      numbers[count] = numbers[index]
      count += 1
    }
    numbers.removeSubrange(count...)
  }

  @inline(__always)
  private static func hash(_ first: UInt32, _ second: UInt32, _ third: UInt32, _ fourth: UInt32) -> UInt64 {
    var hash = (14_695_981_039_346_656_037 ^ UInt64(first)) &* 1_099_511_628_211
    hash = (hash ^ UInt64(second)) &* 1_099_511_628_211
    hash = (hash ^ UInt64(third)) &* 1_099_511_628_211
    hash = (hash ^ UInt64(fourth)) &* 1_099_511_628_211
    return hash ^ hash >> 29
  }

  private static func shingles(of codes: Codes) -> [UInt64] {
    guard codes.count >= shingle else { return [] }
    return (0...(codes.count - shingle)).map { hash(codes[$0], codes[$0 + 1], codes[$0 + 2], codes[$0 + 3]) }
  }

  private static func figures(_ codes: Codes) -> [UInt32] {
    codes.filter { CharacterClass.isDigit($0) || CharacterClass.isChineseNumeral($0) }
  }
}
