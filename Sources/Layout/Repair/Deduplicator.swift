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
    // For each sampled string the index of the paragraphs that have it.
    var samples = KeyTable(capacity: drafts.reduce(0) { $0 + $1.codes.count } / 8)
    var counts: [Int] = []
    var owners: [Int] = []
    var sampled: [UInt64] = []
    for position in drafts.indices
    where keeper[position] == nil && isCompared(drafts[position]) && drafts[position].codes.count >= 40 {
      let codes = drafts[position].codes
      sampled.removeAll(keepingCapacity: true)
      for place in 0...(codes.count - Self.shingle) {
        let hash = Self.shingle(codes, place)
        if hash % 8 == 0 { sampled.append(hash) }
      }
      Self.removeRepeats(&sampled)
      var votes: [Int] = []
      for sample in sampled {
        guard let list = samples.value(of: sample).map(Int.init) else { continue }
        votes += owners[list * Self.most..<list * Self.most + counts[list]]
      }
      if votes.count * 2 >= sampled.count {
        findNearCopy(of: position, candidates(votes, least: sampled.count), drafts, &keeper, &kinds)
      }
      guard keeper[position] == nil else { continue }
      for sample in sampled {
        if let list = samples.value(of: sample).map(Int.init) {
          guard counts[list] < Self.most else { continue }
          owners[list * Self.most + counts[list]] = position
          counts[list] += 1
        } else {
          samples.replace(sample, by: Int32(counts.count))
          counts.append(1)
          owners.append(position)
          owners.append(contentsOf: repeatElement(0, count: Self.most - 1))
        }
      }
    }
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
  private static func shingle(_ codes: Codes, _ place: Int) -> UInt64 {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for index in place..<place + shingle { hash = (hash ^ UInt64(codes[index])) &* 1_099_511_628_211 }
    return hash ^ hash >> 29
  }

  private static func shingles(of codes: Codes) -> [UInt64] {
    codes.count < shingle ? [] : (0...(codes.count - shingle)).map { shingle(codes, $0) }
  }

  private static func figures(_ codes: Codes) -> [UInt32] {
    codes.filter { CharacterClass.isDigit($0) || CharacterClass.isChineseNumeral($0) }
  }
}
