import Figures

/// What a figure takes over from the records before it.
extension ParagraphReader {
  /// 完工 of 已完工.
  func withoutAlready(_ verb: Range<Int>) -> Range<Int> {
    shadow[verb].starts(with: "已".utf8) && verb.count > 6 ? verb.lowerBound + 3..<verb.upperBound : verb
  }

  /// The things that the clause before measured side by side.
  func toldTogether() -> [IndicatorName]? {
    guard let last = clauseFacts.last, last.measure == .level else { return nil }
    let together = clauseFacts.reversed().prefix { $0.clause == last.clause && $0.measure == .level }
    return (2...4).contains(together.count) ? together.reversed().map(\.base) : nil
  }

  /// 前者增长1.9%，后者下降0.6%: of the last two things whose size was told.
  func pointedBack(_ name: IndicatorName) -> IndicatorName? {
    guard let word = name.noun else { return nil }
    let isFormer = shadow[word].elementsEqual(Self.former)
    guard isFormer || shadow[word].elementsEqual(Self.latter) else { return nil }
    let sizes = recent.suffix(Self.reach).filter { $0.measure == .level }.suffix(2)
    guard sizes.count == 2 else { return nil }
    return isFormer ? sizes.first?.base : sizes.last?.base
  }

  private static let former = Array("前者".utf8)
  private static let latter = Array("后者".utf8)

  /// The records before that figures belong to where 分别 deals several out, each with a verb of its own or of another kind.
  func dealtOut(_ anchor: Int, clause: Clause) -> [IndicatorName]? {
    let anchors = clause.pieces.filter { cut.pieces[$0].kind == .figures && cut.pieces[$0].figureKind != .duration }
    guard anchors.count > 1, let first = anchors.first, anchors.contains(anchor),
      cut.pieces[clause.pieces.lowerBound..<first].contains(where: { $0.classes & lexicon.known.distribute != 0 })
    else { return nil }
    let dealt = anchors.reduce(0) { $0 + cut.pieces[$1].count }
    let facts = clauseFacts.suffix(dealt)
    guard facts.count == dealt else { return nil }
    let before = anchors.prefix { $0 < anchor }.reduce(0) { $0 + cut.pieces[$1].count }
    return facts.dropFirst(before).prefix(cut.pieces[anchor].count).map(\.base)
  }

  /// What an earlier paragraph measured in a unit.
  func carried(_ unit: String) -> IndicatorName? {
    carriedLevels[unit].map { IndicatorName(flow: nil, parts: [.literal($0)]) }
  }

  /// 与第六次人口普查的30.4万人相比: where the figure of a base comes from is not what it counts.
  func isComparedWith(_ anchor: Int, clause: Clause) -> Bool {
    let than = lexicon.known.than
    return anchor + 1 < clause.pieces.upperBound && cut.pieces[anchor + 1].classes & than != 0
      && cut.pieces[clause.pieces.lowerBound].classes & than != 0
  }

  /// ■住宅：卖出330套，均价5640元: in a row, verbs of flow and nouns of size alone are of its label.
  func underLabel(_ name: IndicatorName, filler: EllipsisFiller) -> IndicatorName? {
    guard let owner = label, name.flow == nil, let only = name.noun, owner.upperBound <= only.lowerBound else {
      return nil
    }
    if filler.isBareHead(only) { return IndicatorName(flow: nil, parts: [.range(owner), .range(only)]) }
    return lexicon.isWord(only, in: shadow, of: lexicon.known.flow)
      ? IndicatorName(flow: only, parts: [.range(owner)]) : nil
  }

  /// The indicator in force.
  func previous(for piece: Piece, emission: Construction.Emission, match: ConstructionMatch) -> IndicatorName? {
    if let whole = wholeOfPlan(match) { return whole }
    // 工业增速居全省第三，比全国高3.2个百分点: what lies above is the rate.
    if let pending, pendingRate != nil, let pendingRateNoun, piece.figureKind == .points,
      emission.measure == .fixed(.change)
    {
      return pending.name.adding([.range(pendingRateNoun)])
    }
    if let pending, pending.isStrong || pendingIsLabel || recent.isEmpty || pendingRate != nil {
      return pending.name
    }
    // 占比提升1.2个百分点至61%: the share itself.
    if piece.figureKind == .percentage, let last, last.measure == .change,
      ShareNames(lexicon: lexicon).isShare(last.name.utf8(in: shadow))
    {
      return last.name
    }
    // 优良天数362天，优良率99.2%，比上年多4天: what changes by days was measured in days.
    if emission.measure == .fixed(.change), isCounted(piece) || piece.figureKind == .duration, let last,
      let same = levels[unit(of: piece)], same.sentence == sentence, same.name != last.name
    {
      return same.base
    }
    if piece.figureKind == .points, let last {
      // 增速16.2%，比上月末回落0.3个百分点: the rate itself fell.
      if let rate = last.rate { return last.name.adding([.range(rate)]) }
      // 生产总值增长6.5%，比一季度加快0.4个百分点: what moved is how fast it grows.
      let isPlain = emission.name.allSatisfy { part in
        switch part {
        case .nameOrPrevious: true
        case .capture(let slot): match.capture(slot) == nil
        case .previous, .literal: false
        }
      }
      guard isPlain, last.measure == .growth, !ShareNames(lexicon: lexicon).isRate(last.name.utf8(in: shadow)) else {
        return last.name
      }
      let falls = observations.last.map { if case .value(let value) = $0.amount { value < .zero } else { false } }
      return last.name.adding([.literal(falls ?? false ? Self.rateOfFall : Self.rateOfGrowth)])
    }
    // 每户造价12万元，首批300户完工: what is counted is no sum said before.
    if emission.measure == .byName || emission.measure == .fixed(.level), piece.figureKind == .count, countedMoney,
      let last, last.measure == .level, levels[unit(of: piece)] == nil
    {
      return pending?.name
    }
    // 59.5万户企业建立了党组织，占99.6%: those of whom that was said.
    if emission.measure == .fixed(.share), let last, last.measure == .level, last.name.parts.contains(.literal("的")) {
      return last.name
    }
    return last?.base ?? pending?.name
  }

  /// The indicator of whose growth a name tells how fast it is; what follows is of the indicator again.
  func withoutRate(_ name: IndicatorName) -> IndicatorName {
    guard case .literal(let word)? = name.parts.last, word == Self.rateOfGrowth || word == Self.rateOfFall else {
      return name
    }
    return IndicatorName(flow: name.flow, parts: name.parts.dropLast())
  }

  private static let rateOfGrowth = "增速"
  private static let rateOfFall = "降幅"
}
