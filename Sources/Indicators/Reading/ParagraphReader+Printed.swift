import Figures
import Values

/// What a match asks a name for.
struct NameRequest {
  let match: ConstructionMatch
  let emission: Construction.Emission
  /// The piece of the figures.
  let anchor: Int
  let clause: Clause
  let mention: SubjectMention?
  let piece: Piece
  let unit: String
  let filler: EllipsisFiller
}

/// What the pieces next to a figure name by themselves.
struct Printed {
  /// The clean noun phrase; `nil` where they name nothing that is measured.
  var name: IndicatorName?
  /// What a value is stated without: 房地产开发投资 of 扣除房地产开发投资后增长9.1%.
  var leftOut: Range<Int>?
  /// The name, where nothing is left out of it.
  var whole: IndicatorName?
}

/// Names as they stand before their figures or behind them.
extension ParagraphReader {
  /// What the pieces before a figure name.
  func printed(_ range: Range<Int>, _ ask: NameRequest) -> Printed {
    let pieces = cut.pieces
    let (clause, mention) = (ask.clause, ask.mention)
    var own = edges.name(range, of: pieces, from: cutStart(mention, in: range))
    if let name = own, let owner = ownerOfSize(name, before: range, clause: clause, mention: mention) {
      own = IndicatorName(flow: nil, parts: [.range(owner)] + name.parts)
    }
    if !ask.emission.emitsEarlier, let named = own.flatMap({ ofAspect($0) }) ?? withOrigin(range, clause: clause) {
      return Printed(whole: named)
    }
    let trimmed = edges.trimmed(range, of: pieces)
    if let flow = flowOfSame(range, trimmed: trimmed, ask) {
      own = flow
    } else if let name = own {
      own =
        beforePlan(name, range: range, clause: clause, mention: mention)
        ?? joinedOverPeriod(name, range: range, clause: clause, mention: mention)
    }
    // A verb alone names nothing that is measured where its object stands before it: 回到4.9%.
    if let trimmed, trimmed.allSatisfy({ pieces[$0].classes & lexicon.known.act != 0 }), let verb = trimmed.last,
      isComplement(pieces[verb].range.upperBound - 3)
    {
      own = nil
    }
    own = named(own, in: range, anchor: ask.anchor, clause: clause, mention: mention)
    if ask.piece.figureKind == .money, let verb = paidBy(range) { own = verb }
    if let name = own { own = withoutGain(withoutCountedPlace(withoutArticle(name), behind: range, clause: clause)) }
    var leftOut: Range<Int>?
    // 剔除留抵退税因素增长6.8%, 自然口径下降2.4%: on what basis a value is stated is not what is measured.
    if let trimmed, let last = trimmed.last, pieces[last].classes & lexicon.known.basis != 0 || leavesOut(range) {
      own = nil
      leftOut = leavingOut(trimmed)
    }
    // 剔除一次性因素后增长3.5%: a moment is not what is measured.
    if let name = own, name.flow == nil, case .range(let only)? = name.parts.last, only.count >= 15,
      shadow[only].suffix(3).elementsEqual(Self.after)
    {
      own = nil
      leftOut = trimmed.flatMap { leavingOut($0) }
    }
    if let name = own, namesNothing(name) || isTime(name, unit: ask.unit) { own = nil }
    if let name = own, let ranked = withRankFirst(name, range, anchor: ask.anchor, clause: clause) {
      return Printed(whole: ranked)
    }
    // One character names nothing, but a product at the head of its clause.
    if let name = own, let only = name.noun, isTooShort(only, clause: clause) { own = nil }
    return Printed(name: own, leftOut: leftOut)
  }

  /// 重点项目118个，总投资674亿元。已开工102个: a verb of flow alone is of those counted before, of the sentence before, too.
  private func flowOfSame(_ range: Range<Int>, trimmed: Range<Int>?, _ ask: NameRequest) -> IndicatorName? {
    let pieces = cut.pieces
    let isListed = link(ask.anchor, clause: ask.clause) == .enumeration
    let flow = isListed || isCounted(ask.piece) ? lexicon.flow : lexicon.known.flow | lexicon.known.flowChange
    guard let same = levels[ask.unit],
      isListed || same.sentence == sentence || same.sentence == sentence - 1 && same.base.isNoun, let trimmed,
      trimmed.allSatisfy({
        pieces[$0].classes & flow != 0
          || trimmed.upperBound == range.upperBound && lexicon.isDeed(pieces[$0].range, in: shadow)
      }),
      !ask.filler.isBareFlow(same.base), !(same.base.noun.map { lexicon.isDeed($0, in: shadow) } ?? false),
      // 1人受伤，600余人紧急转移; 达成意向的740人，签约126人: others do it.
      !countsPeople(ask.unit) || !ask.filler.isDeed(same.base) && !ask.filler.isFollowedByParticle(same.base)
    else { return nil }
    return ask.filler.filledFlow(withoutAlready(pieces[trimmed.lowerBound].range), after: same.base)
  }

  /// What the pieces behind a figure name, without what the construction adds; empty where they name nothing.
  func namesBehind(_ ask: NameRequest) -> [IndicatorName] {
    let pieces = cut.pieces
    let (emission, match, anchor, clause) = (ask.emission, ask.match, ask.anchor, ask.clause)
    guard let captured = match.capture(Slots.right) else { return [] }
    let range =
      isWhole(emission)
      ? captured : rightRange(captured, isShare: emission.measure == .fixed(.share), clause: clause)
    let printed = edges.name(range, of: pieces, keepsPlaces: true)
    guard var name = flowOfSame(range, trimmed: edges.trimmed(range, of: pieces), ask) ?? printed,
      !withoutDone(name).isEmpty
    else { return [] }
    if edges.behindExtent(captured, of: pieces) != nil { return [edges.withoutInside(name)] }
    if let use = usedAs(name) { name = use }
    if emission.measure != .fixed(.share), let noun = beforeWhereto(name) { return [noun] }
    if let doing = doing(range, anchor: anchor, clause: clause) { return [doing] }
    if let done = doneByCounted(range, anchor: anchor, clause: clause) { return [done] }
    if let places = placesThatDo(name, anchor: anchor, clause: clause) { return [places] }
    if let split = splitAtDone(name, emission: emission, clause: clause) { return [split] }
    if var people = peopleAlone(range, of: figures[ask.piece.index]) {
      people.flow = match.capture(Slots.flow).map { pieces[$0.lowerBound].range }
      return [people]
    }
    if let limited = meetingLimit(anchor, clause: clause) { return [limited] }
    if let counted = thoseMeasured(name, in: captured) { return [counted] }
    if let head = headBehindNext(name, range, in: clause) { name.parts.append(.range(head)) }
    if let modifier = modifier(before: anchor, clause: clause, mention: ask.mention), name.flow == nil {
      name.parts.insert(.range(modifier), at: 0)
    } else if let flow = match.capture(Slots.flow), name.flow == nil {
      name.flow = pieces[flow.lowerBound].range
    } else if let verb = listedBy(anchor, clause: clause), let noun = name.noun, noun.count <= 9 {
      name.flow = verb
    } else if let flow = sharedFlow(anchor, clause: clause), name.flow == nil {
      name.flow = flow
    } else if !isWhole(emission) {
      name = withPredicate(name, behind: range, emission: emission, clause: clause)
    }
    return [name]
  }

  /// 划出十五万亩作水禽栖息地: what the figure is used as.
  private func usedAs(_ name: IndicatorName) -> IndicatorName? {
    guard let noun = name.noun, noun.count >= 9, shadow[noun].starts(with: Self.usedAs),
      lexicon.longestMatch(in: shadow, at: noun.lowerBound, end: noun.upperBound).map({
        $0.end <= noun.lowerBound + 3
      }) ?? true
    else { return nil }
    return IndicatorName(flow: name.flow, parts: [.range(noun.lowerBound + 3..<noun.upperBound)])
  }

  private static let usedAs = Array("作".utf8)

  /// 3家国家级、18家省级农业产业化龙头企业: the noun that the next modifier leads is of both.
  private func headBehindNext(_ name: IndicatorName, _ range: Range<Int>, in clause: Clause) -> Range<Int>? {
    let pieces = cut.pieces
    let next = range.lowerBound + 3
    guard let noun = name.noun, noun == pieces[range.lowerBound].range,
      pieces[range.lowerBound].classes & lexicon.known.rank != 0,
      next + 1 < clause.pieces.upperBound, pieces[next - 1].kind == .figures,
      pieces[next].classes & lexicon.known.rank != 0,
      pieces[next - 2].kind == .enumeration || pieces[next - 2].classes & lexicon.known.conjunction != 0
    else { return nil }
    var end = next + 1
    while end < clause.pieces.upperBound, pieces[end].isNameable, pieces[end].kind != .enumeration { end += 1 }
    guard end > next + 1 else { return nil }
    return pieces[next + 1].range.lowerBound..<pieces[end - 1].range.upperBound
  }

  /// 8600万元用于老旧管网改造: all that stands behind the figure is one name.
  private func isWhole(_ emission: Construction.Emission) -> Bool {
    emission.usesRight && emission.measure == .fixed(.level) && emission.name.count > 1
  }

  /// True for a character that verbs end in which have their object before them: 来, 出, 回.
  func isComplement(_ offset: Int) -> Bool {
    lexicon.longestMatch(in: shadow, at: offset, end: offset + 3).map {
      lexicon.entries[$0.word].beforeFigure & lexicon.known.complement != 0
    } ?? false
  }

  private static let after = Array("后".utf8)
}
