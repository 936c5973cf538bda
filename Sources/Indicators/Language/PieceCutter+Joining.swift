import Figures

/// Figures that stand side by side.
extension PieceCutter {
  /// Joins figures of the clause that begins with a piece, where only 、 or 和 parts them: they are read together.
  mutating func joinFigures(from start: Int) {
    guard result.pieces.count - start > 2,
      let first = result.pieces[start...].firstIndex(where: { $0.kind == .figures }),
      result.pieces[(first + 1)...].dropFirst().contains(where: { $0.kind == .figures })
    else { return }
    let conjunction = lexicon.known.conjunction
    var joined: [Piece] = []
    joined.reserveCapacity(result.pieces.count - start)
    for piece in result.pieces[start...] {
      if piece.kind == .figures, joined.count >= 2 {
        let link = joined[joined.count - 1]
        let before = joined[joined.count - 2]
        if before.kind == .figures, link.kind == .enumeration || link.classes & conjunction != 0,
          before.index + before.count == piece.index,
          before.figureKind == piece.figureKind || areMoves(before, piece, after: joined.dropLast(2))
        {
          joined.removeLast()
          joined[joined.count - 1].range = before.range.lowerBound..<piece.range.upperBound
          joined[joined.count - 1].count += 1
          continue
        }
      }
      joined.append(piece)
    }
    if joined.count < result.pieces.count - start { result.pieces.replaceSubrange(start..., with: joined) }
  }

  /// 同比分别上升8.2%和1.3个百分点, 分别减少0.4亿元、0.2个百分点: moves of unlike things, told by one verb.
  private func areMoves(_ one: Piece, _ other: Piece, after pieces: ArraySlice<Piece>) -> Bool {
    guard one.figureKind == .points || other.figureKind == .points, let verb = pieces.last else { return false }
    return verb.classes & (lexicon.known.rise | lexicon.known.fall) != 0
      && pieces.contains { $0.classes & lexicon.known.distribute != 0 }
  }
}
