import SourceText

/// Keeps what a page says twice once: equal paragraphs, parts of paragraphs, and versions that hardly differ.
struct Deduplicator {
  private static let span = 16
  /// Shorter paragraphs may well be said twice: refrains, labels, ellipses.
  private static let least = 20
  private static let leastPart = 24

  struct Draft {
    var glyphs: [Glyph]
    var kind: Paragraph.Kind
    /// For comparison: shadows without white space.
    var codes: [UInt32]
    var copies: [[Glyph]] = []
  }

  struct Result {
    var drafts: [Draft]
    var repairs: [Repair]
  }

  func reduce(_ drafts: [Draft]) -> Result {
    var text: [UInt32] = []
    var starts: [Int] = []
    for draft in drafts {
      starts.append(text.count)
      if isCompared(draft) { text += draft.codes }
    }
    let index = TextIndex(text, span: Self.span)
    var keeper = [Int?](repeating: nil, count: drafts.count)
    var kinds = [String](repeating: "", count: drafts.count)
    for position in drafts.indices where isCompared(drafts[position]) {
      let range = starts[position]..<starts[position] + drafts[position].codes.count
      for place in index.occurrences(of: range) where place.lowerBound != range.lowerBound {
        let other = owner(of: place, starts)
        guard other != position, place.upperBound <= starts[other] + drafts[other].codes.count else { continue }
        let isEqual = drafts[other].codes.count == drafts[position].codes.count
        if isEqual, other < position {
          keeper[position] = other
          kinds[position] = "repeated_paragraph"
          break
        }
        if !isEqual, drafts[position].codes.count >= Self.leastPart, isFragment(drafts[position]) {
          keeper[position] = other
          kinds[position] = "repeated_tail_fragment"
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

  private func remove(_ drafts: [Draft], _ keeper: [Int?], _ kinds: [String]) -> Result {
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

  /// Marks paragraphs that share nearly all their four-character strings, and all their figures, with an earlier one.
  private func markNearCopies(_ drafts: [Draft], _ keeper: inout [Int?], _ kinds: inout [String]) {
    var samples: [UInt64: [Int]] = [:]
    for position in drafts.indices
    where keeper[position] == nil && isCompared(drafts[position]) && drafts[position].codes.count >= 40 {
      let shingles = Self.shingles(of: drafts[position].codes)
      var votes: [Int: Int] = [:]
      let sampled = Set(shingles.filter { $0 % 8 == 0 })
      for sample in sampled {
        for other in (samples[sample] ?? []).prefix(8) { votes[other, default: 0] += 1 }
      }
      let candidates = votes.filter { $0.value * 2 >= sampled.count }.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
      for (other, _) in candidates.prefix(4) {
        let own = Set(shingles)
        let theirs = Set(Self.shingles(of: drafts[other].codes))
        let common = own.intersection(theirs).count
        let isNear = common * 100 >= max(own.count, theirs.count) * 86
        guard isNear, Self.figures(drafts[position].codes) == Self.figures(drafts[other].codes) else { continue }
        // The longer one stays: the shorter lost something.
        let (kept, dropped) =
          drafts[position].codes.count > drafts[other].codes.count ? (position, other) : (other, position)
        keeper[dropped] = kept
        kinds[dropped] = "near_copy"
        break
      }
      if keeper[position] == nil {
        for sample in sampled { samples[sample, default: []].append(position) }
      }
    }
  }

  private static func shingles(of codes: [UInt32]) -> [UInt64] {
    guard codes.count >= shingle else { return [] }
    return (0...(codes.count - shingle)).map { place in
      var hash = codes[place..<place + shingle].reduce(14_695_981_039_346_656_037 as UInt64) {
        ($0 ^ UInt64($1)) &* 1_099_511_628_211
      }
      hash ^= hash >> 29
      return hash
    }
  }

  private static func figures(_ codes: [UInt32]) -> [UInt32] {
    codes.filter { CharacterClass.isDigit($0) || CharacterClass.isChineseNumeral($0) }
  }
}
