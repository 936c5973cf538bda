/// 多 and 少 before a verb: how much more or less was done than in another time.
extension PieceCutter {
  private static let more: UInt32 = 0x591A  // 多
  private static let less: UInt32 = 0x5C11  // 少
  /// Bytes that a verb and what it does something to may have.
  private static let verbLimit = 15

  /// Whether a scalar may stand before a verb so.
  @inline(__always)
  static func saysMore(_ scalar: UInt32) -> Bool { scalar == more || scalar == less }

  /// The 多 of 同比多办9件: a word of comparison stands before it, a verb and its figure behind it. What is a word with it,
  /// 多数, and verbs that the lexicon knows before their figures, 多收入, stay whole.
  func moreBeforeVerb(at offset: Int, from first: Int, in range: Range<Int>) -> Piece? {
    let pieces = result.pieces[first...]
    guard let last = pieces.last, last.range.upperBound == offset, compares(pieces),
      spans[nextFigure].isText != true, !spans[nextFigure].isTime, spans[nextFigure].upper <= range.upperBound
    else { return nil }
    switch figures[nextFigure].kind {
    case .count, .quantity, .money: break
    default: return nil
    }
    let verb = offset + 3..<spans[nextFigure].lower
    guard (3...Self.verbLimit).contains(verb.count), isOneClause(verb),
      let match = lexicon.longestMatch(in: shadow, at: offset, end: verb.upperBound), match.end < verb.upperBound,
      let alone = lexicon.longestMatch(in: shadow, at: offset, end: verb.lowerBound)
    else { return nil }
    if match.end > verb.lowerBound {
      let entry = lexicon.entries[match.word]
      let takesObject = entry.always & lexicon.known.moreVerb != 0
      guard entry.beforeFigure & (lexicon.known.rise | lexicon.known.fall) != 0 || takesObject else { return nil }
      // 少收药费: what stands behind the verb is a noun of its own.
      if takesObject, verb.upperBound - match.end >= 6 { return nil }
    }
    let classes = lexicon.entries[alone.word].beforeFigure
    guard classes & (lexicon.known.rise | lexicon.known.fall) != 0 else { return nil }
    return Piece(kind: .word, range: offset..<verb.lowerBound, classes: classes, index: alone.word)
  }

  /// Whether pieces end in what something is compared with: 同比, 比上年.
  private func compares(_ pieces: ArraySlice<Piece>) -> Bool {
    guard let last = pieces.last else { return false }
    if last.classes & (lexicon.known.yoy | lexicon.known.mom | lexicon.known.otherBase) != 0 { return true }
    guard last.kind == .period, let lead = pieces.dropLast().last else { return false }
    return lead.classes & (lexicon.known.than | lexicon.known.thanLead) != 0
  }
}
