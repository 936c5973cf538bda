/// A construction that fits a figure.
struct ConstructionMatch: Sendable {
  /// Index in `ConstructionSet.constructions`.
  let construction: Int
  /// Pieces that it takes up.
  let pieces: Range<Int>
  /// Pieces of each capture, start and end; -1 where it is empty.
  let captures: [Int32]

  /// The pieces of a capture; `nil` where it is empty.
  func capture(_ slot: Int) -> Range<Int>? {
    let start = Int(captures[2 * slot])
    let end = Int(captures[2 * slot + 1])
    return start >= 0 && end > start ? start..<end : nil
  }
}

extension ConstructionSet {
  /// The construction that reads a figure: the highest priority, then the longest match, then the earliest, then the
  /// first id.
  func best(
    for anchor: Int, in clause: Range<Int>, of pieces: [Piece], matcher: PatternMatcher,
    tried: ((ConstructionMatch) -> Void)? = nil
  ) -> ConstructionMatch? {
    var best: ConstructionMatch?
    let before = PieceUnion(pieces[clause.lowerBound..<anchor])
    let behind = PieceUnion(pieces[anchor + 1..<clause.upperBound])
    for index in candidates(for: anchor, in: clause, of: pieces) {
      if let best, tried == nil, outlines[best.construction].priority > outlines[index].priority { break }
      guard outlines[index].mayFit(anchor, in: clause, of: pieces, before: before, behind: behind) else { continue }
      let construction = constructions[index]
      if let test = construction.left.first {
        guard anchor > clause.lowerBound, test.accepts(pieces[anchor - 1]) else { continue }
      }
      if let test = construction.right.first {
        guard anchor + 1 < clause.upperBound, test.accepts(pieces[anchor + 1]) else { continue }
      }
      guard before.mayMatch(construction.left), behind.mayMatch(construction.right) else { continue }
      matcher.clearCaptures()
      guard
        let start = matcher.run(construction.left, pieces: pieces, from: anchor, limit: clause.lowerBound),
        let end = matcher.run(construction.right, pieces: pieces, from: anchor + 1, limit: clause.upperBound)
      else { continue }
      if tried == nil, let current = best {
        // Of the same priority, or it would not have been tried.
        let length = end - start
        guard
          length > current.pieces.count || length == current.pieces.count && start < current.pieces.lowerBound
        else { continue }
      }
      let match = ConstructionMatch(construction: index, pieces: start..<end, captures: matcher.captures)
      tried?(match)
      guard let current = best else {
        best = match
        continue
      }
      let isBetter =
        constructions[current.construction].priority == construction.priority
        && (match.pieces.count > current.pieces.count
          || match.pieces.count == current.pieces.count && match.pieces.lowerBound < current.pieces.lowerBound)
      if isBetter { best = match }
    }
    return best
  }
}
