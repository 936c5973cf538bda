import Figures

/// Lists whose members are told in the same words: what the first says in full, the later ones leave out.
extension ParagraphReader {
  /// 空调销量增长41.2%，冰箱增长20.5%: what grew of the one thing grew of the other; `nil` where the name is of a size
  /// itself.
  func withSizeOfParallel(_ name: IndicatorName, filler: EllipsisFiller) -> IndicatorName? {
    guard let last, last.measure == .growth, last.sentence == sentence, last.base.flow == nil,
      last.base.parts.count <= 2, let own = name.noun, own.count <= 24, !isOfSize(own),
      case .range(let before)? = last.base.parts.first, before.upperBound <= own.lowerBound
    else { return nil }
    // 国有企业出口增长6.9%，集体企业增长35.4%: what follows the noun that both have.
    let filled = filler.filledTail(name, after: last.base)
    if filled != name { return filled }
    let size: Range<Int>
    let thing: Range<Int>
    if last.base.parts.count == 2 {
      guard case .range(let second)? = last.base.parts.last, sizeStart(of: second) == second.lowerBound else {
        return nil
      }
      (thing, size) = (before, second)
    } else {
      guard let start = sizeStart(of: before), start - before.lowerBound >= 6 else { return nil }
      // 同店销售: what only says which of the sizes it is goes with it.
      let kind = lexicon.sizeKinds.first { shadow[before.lowerBound..<start].suffix($0.count).elementsEqual($0) }
      let border = start - (kind?.count ?? 0)
      (thing, size) = (before.lowerBound..<border, border..<before.upperBound)
    }
    // 旅客增长5%: those who are counted grow by themselves, unless both are of one sort.
    let isOfSort = own.count >= 9 && shadow[own].suffix(6).elementsEqual(shadow[thing].suffix(6))
    guard isOfSort || !endsInHead(own) else { return nil }
    return IndicatorName(flow: nil, parts: [.range(own), .range(size)])
  }

  /// Where the noun of size begins that a name ends with, 出口 of 服装出口; `nil` where it ends with none.
  private func sizeStart(of range: Range<Int>) -> Int? {
    let sizes = lexicon.known.quantityNoun | lexicon.known.bareHead | lexicon.known.bareFlow
    var start: Int?
    lexicon.forEachWord(in: range, of: shadow) { word, classes in
      let isSize =
        classes & sizes != 0
        || classes & lexicon.known.head != 0 && word.count > 3
          && isSizeCharacter(word.upperBound - 3..<word.upperBound)
      start = isSize ? start ?? word.lowerBound : nil
    }
    return start
  }

  /// Whether a name says by itself what of a thing is measured: 税收, 收购价, 综合能耗.
  private func isOfSize(_ range: Range<Int>) -> Bool {
    let sizes =
      lexicon.known.quantityNoun | lexicon.known.bareHead | lexicon.known.bareFlow | lexicon.known.rateName
      | lexicon.known.measureNoun | lexicon.known.shareName | lexicon.flow | lexicon.known.act
      | lexicon.known.growthNoun
    var isOfSize = isSizeCharacter(range.upperBound - 3..<range.upperBound)
    lexicon.forEachWord(in: range, of: shadow) { word, classes in
      if classes & sizes != 0, word.upperBound == range.upperBound || classes & lexicon.flow != 0 { isOfSize = true }
    }
    return isOfSize
  }

  private func endsInHead(_ range: Range<Int>) -> Bool {
    var isHead = false
    lexicon.forEachWord(in: range, of: shadow) { word, classes in
      isHead = word.upperBound == range.upperBound && classes & lexicon.known.head != 0
    }
    return isHead
  }

  private func isSizeCharacter(_ range: Range<Int>) -> Bool {
    lexicon.wordEnds.contains { shadow[range].elementsEqual($0) }
  }

  /// 高中2所，在校生3741人；初中11所，在校生8899人: what the list tells of each kind is of the kind that its member
  /// began with.
  func ofKind(_ name: IndicatorName, unit: String, anchor: Int, clause: Clause) -> IndicatorName? {
    guard let kind, kind.segment == clause.segment, kind.clause != clause.pieces.lowerBound,
      kind.unit != unit, let own = name.noun, own.count <= 24, kind.noun.upperBound <= own.lowerBound,
      !shadow[own].starts(with: shadow[kind.noun]),
      !shadow[own].suffix(6).elementsEqual(shadow[kind.noun].suffix(6)), !isDone(own),
      !opensWithBreakdown(clause), isRepeated(own, anchor: anchor), !isRepeated(kind.noun, anchor: anchor)
    else { return nil }
    return IndicatorName(flow: nil, parts: [.range(kind.noun), .range(own)])
  }

  /// 结案: a verb of what is done, which is of all that was counted before.
  private func isDone(_ range: Range<Int>) -> Bool {
    let verbs = lexicon.flow & ~lexicon.known.bareFlow | lexicon.known.act | lexicon.known.meanHead
    var isDone = false
    lexicon.forEachWord(in: range, of: shadow) { _, classes in isDone = isDone || classes & verbs != 0 }
    return isDone
  }

  /// Whether another member of the list tells of the same. 今年亏损630万元，去年同期亏损410万元 is one.
  private func isRepeated(_ name: Range<Int>, anchor: Int) -> Bool {
    let pieces = cut.pieces
    let low = max(sentenceStart, anchor - Self.farthestMember)
    let high = min(pieces.count, anchor + Self.farthestMember)
    return (low..<high).contains { index in
      guard index != anchor, pieces[index].kind == .figures else { return false }
      let before = pieces[index].range.lowerBound
      return before - name.count >= 0 && !name.contains(before - 1)
        && shadow[before - name.count..<before].elementsEqual(shadow[name]) && isOfOtherMember(index)
    }
  }

  private func isOfOtherMember(_ piece: Int) -> Bool {
    let place = cut.clauses.indices.first(notBefore: piece + 1) { cut.clauses[$0].pieces.upperBound }
    return place < cut.clauses.count && cut.clauses[place].segment != segment && cut.clauses[place].sentence == sentence
  }

  /// How many pieces away the same is looked for in another member.
  private static let farthestMember = 64

  /// Notes what the list goes on to tell about: the things that a member counts, which no other member does.
  mutating func noteKind(_ name: IndicatorName, figure: Figure, anchor: Int, clause: Clause) {
    guard figure.kind == .count, !countsPeople(figure.unit), kind?.clause != clause.pieces.lowerBound,
      let noun = name.noun, noun.count >= 6, noun.count <= 36, !isDone(noun), !isOfSize(noun),
      !isRepeated(noun, anchor: anchor),
      context.placeLength(paragraph: paragraph, at: noun.lowerBound) == 0
    else { return }
    kind = Kind(noun: noun, unit: figure.unit, segment: clause.segment, clause: clause.pieces.lowerBound)
  }

  /// What a member of a list is about.
  struct Kind: Sendable {
    let noun: Range<Int>
    let unit: String
    /// Its part of the paragraph, which no other sentence has.
    let segment: Int
    /// The first piece of the clause that counts it.
    let clause: Int
  }

  /// 3家企业销售收入超过16亿元: those that were counted are told apart by a size and its limit.
  func meetingLimit(_ anchor: Int, clause: Clause) -> IndicatorName? {
    guard let (border, limit) = limit(behind: anchor, clause: clause) else { return nil }
    let low = cut.pieces[anchor + 1].range.lowerBound
    return IndicatorName(
      flow: nil, parts: [.range(border..<cut.pieces[limit].range.upperBound), .literal("的"), .range(low..<border)])
  }

  /// Whether a figure only tells which were counted before it, 16亿元 of 3家企业销售收入超过16亿元, and is no fact of its own.
  func isLimitOfCounted(_ anchor: Int, clause: Clause) -> Bool {
    guard isLimit(figures[cut.pieces[anchor].index].bound),
      let counted = cut.pieces[clause.pieces.lowerBound..<anchor].lastIndex(where: { $0.kind == .figures })
    else { return false }
    return limit(behind: counted, clause: clause)?.limit == anchor
  }

  /// Behind a figure that counts: where the name of those counted ends, and the figure of the limit that they meet.
  private func limit(behind anchor: Int, clause: Clause) -> (border: Int, limit: Int)? {
    let pieces = cut.pieces
    guard pieces[anchor].figureKind == .count else { return nil }
    let leads = lexicon.known.adverb | lexicon.known.attain | lexicon.known.actual
    var end = anchor + 1
    while end < clause.pieces.upperBound, pieces[end].isNameable, pieces[end].classes & leads == 0 { end += 1 }
    let found = anchor + 1..<end
    var limit = end
    while limit < clause.pieces.upperBound, pieces[limit].kind == .word, pieces[limit].classes & leads != 0 {
      limit += 1
    }
    guard found.count > 0, limit < clause.pieces.upperBound, pieces[limit].kind == .figures, pieces[limit].count == 1,
      limit + 1 == clause.pieces.upperBound || pieces[limit + 1].kind == .enumeration,
      isLimit(figures[pieces[limit].index].bound),
      measures(end - 1) || endsInSize(end - 1) || pieces[end - 1].classes & lexicon.known.bareFlow != 0,
      !pieces[found].contains(where: {
        $0.classes & (lexicon.flow & ~lexicon.known.bareFlow | lexicon.known.act | lexicon.known.of) != 0
          && $0.classes & lexicon.known.bareFlow == 0 || $0.kind == .enumeration
      }),
      let border = counted(in: found)
    else { return nil }
    return (border, limit)
  }

  private func isLimit(_ bound: Figure.Bound) -> Bool {
    switch bound {
    case .moreThan, .atLeast, .atMost: true
    case .exact, .about, .nearly: false
    }
  }

  /// Where those end who were counted, and what is measured of them begins: 企业 of 企业销售收入.
  private func counted(in found: Range<Int>) -> Int? {
    let pieces = cut.pieces
    guard let first = found.first, let last = found.last else { return nil }
    let low = pieces[first].range.lowerBound
    let high = pieces[last].range.upperBound
    if let end = placesEnd(in: low..<high) { return end }
    // 7万人人均纯收入超过1000元: what each has is measured, and nobody told apart.
    let means = lexicon.known.meanHead | lexicon.known.mean
    guard found.count >= 2, pieces[first].range.count >= 6, pieces[first].isNameable, !measures(first),
      !endsInSize(first), pieces[first].classes & means == 0
    else { return nil }
    return pieces[first].range.upperBound
  }
}
