import Figures
import Values

/// Which names the figures of a match belong to.
extension ParagraphReader {
  /// The names that the figures of a match belong to.
  func names(
    _ match: ConstructionMatch, emission: Construction.Emission, anchor: Int, clause: Clause,
    mention: SubjectMention?
  ) -> [IndicatorName] {
    let piece = cut.pieces[anchor]
    let ask = NameRequest(
      match: match, emission: emission, anchor: anchor, clause: clause, mention: mention, piece: piece,
      unit: unit(of: piece), filler: filler)
    if let known = toldBySide(ask) { return [known] }
    if let who = whoDid(ask) { return [compose(emission, own: who, match: match)] }
    if emission.usesRight { return namesBehind(ask).map { compose(emission, own: $0, match: match) } }
    return namesBefore(ask)
  }

  /// The name that the figure before, the list or the construction tells without what stands before the figure.
  private func toldBySide(_ ask: NameRequest) -> IndicatorName? {
    let pieces = cut.pieces
    let emission = ask.emission
    let anchor = ask.anchor
    if let range = ask.match.capture(Slots.name), !emission.usesRight,
      emission.emitsEarlier || emission.measure == .fixed(.growth) || emission.measure == .fixed(.change),
      let moved = moved(range, mention: ask.mention)
    {
      return compose(emission, own: moved, match: ask.match)
    }
    // 审结涉毒案件41件56人: of the same as the count before.
    if let lastLevel, lastLevel.sentence == sentence, anchor - 1 > ask.clause.pieces.lowerBound,
      pieces[anchor - 1].kind == .figures, pieces[anchor - 1].figureKind == .count,
      ask.match.capture(Slots.name).map({ $0.upperBound < anchor - 1 || $0.upperBound == anchor - 1 }) ?? false,
      emission.name == [.nameOrPrevious], emission.measure == .fixed(.level)
    {
      // 全村286户1130口人: each is called by its own unit.
      if case .literal? = lastLevel.name.parts.first, let noun = countedNoun(ask.unit) {
        return IndicatorName(flow: nil, parts: [.literal(noun)])
      }
      return lastLevel.name
    }
    if let listed = listed(anchor, clause: ask.clause, mention: ask.mention) {
      return compose(emission, own: listed, match: ask.match)
    }
    return moreOfSame(ask.match, emission: emission, unit: ask.unit)
  }

  /// The names of figures that stand behind what they measure, or behind a clause that said it.
  private func namesBefore(_ ask: NameRequest) -> [IndicatorName] {
    let (emission, match, piece, clause) = (ask.emission, ask.match, ask.piece, ask.clause)
    let range = match.capture(Slots.name).map {
      withClause(towards(behindFigure($0, clause: clause), clause: clause), clause: clause)
    }
    let printed = range.map { self.printed($0, ask) } ?? Printed()
    if let whole = printed.whole { return [compose(emission, own: whole, match: match)] }
    var own = completed(printed.name, in: range, ask)
    if piece.count > 1 || emission.distributes, let dealt = dealt(&own, in: range, ask) { return dealt }
    if let name = own, let meant = pointedBack(name) { own = meant }
    // 产销分别完成31.2万辆和29.9万辆，同比均增长43.9%: each of those in the clause before.
    if own == nil, emission.distributes, let told = toldTogether() {
      return told.map { compose(emission, own: $0, match: match) }
    }
    // 分别比上年减少0.08万人、提高1.7个百分点: each figure is of one of the records before.
    if own == nil, let dealt = dealtOut(ask.anchor, clause: clause) {
      return dealt.map { compose(emission, own: $0, match: match) }
    }
    // 道路改造任务120公里，完成136公里，完成率113.3%: what was done is of the task.
    if let done = doneOfTask(own, piece: piece, match: match) { own = done }
    if own == nil {
      let called = calledByUnit(in: range, ask)
      if called.count > 1 { return called.map { compose(emission, own: $0, match: match) } }
      own = called.first
    }
    guard let name = own ?? inForce(ask) else { return [] }
    // 扣除房地产开发投资后增长9.1%: the same without that.
    if let leftOut = printed.leftOut, own == nil, name.flow == nil {
      return [compose(emission, own: IndicatorName(flow: nil, parts: [.range(leftOut)] + name.parts), match: match)]
    }
    return [compose(emission, own: name, match: match)]
  }

  /// What a figure is of whose clause names nothing but a place, or nothing at all: several where each of the figures side
  /// by side is called by its own unit.
  private func calledByUnit(in range: Range<Int>?, _ ask: NameRequest) -> [IndicatorName] {
    let (piece, clause) = (ask.piece, ask.clause)
    var own: IndicatorName?
    // 全村312户，1168口人: the same in a clause of its own.
    if isCounted(piece), case .literal? = last?.name.parts.first, last?.name.parts.count == 1,
      levels[ask.unit] == nil, let noun = countedNoun(ask.unit)
    {
      own = IndicatorName(flow: nil, parts: [.literal(noun)])
    }
    // A place alone is whose the figure is: what is measured was said before with the same unit.
    if own == nil, let range, isCounted(piece) || piece.figureKind == .money, cutStart(ask.mention, in: range) != nil,
      let known = levels[ask.unit]?.name ?? carried(ask.unit)
    {
      own = known
    }
    // 种子，60元；化肥，180元: a figure that is all of its clause is of the noun that is all of the one before.
    if own == nil, clause.pieces.count == 1, let bareTopic, bareTopic.upperBound == clause.pieces.lowerBound,
      let name = edges.name(bareTopic, of: cut.pieces, from: cutStart(ask.mention, in: bareTopic)), !namesNothing(name)
    {
      own = name
    }
    // 全村580户: those who live there.
    if own == nil, pending == nil, isCounted(piece), levels[ask.unit] == nil, let range,
      cut.pieces[range].allSatisfy({ $0.classes & lexicon.known.place != 0 }),
      let noun = countedNoun(ask.unit)
    {
      // 全村312户、1168口人: each by its own unit.
      let nouns = (0..<piece.count).compactMap { countedNoun(figures[piece.index + $0].unit) }
      if nouns.count > 1, nouns.count == piece.count {
        return nouns.map { IndicatorName(flow: nil, parts: [.literal($0)]) }
      }
      own = IndicatorName(flow: nil, parts: [.literal(noun)])
    }
    return own.map { [$0] } ?? []
  }

  /// The indicator in force; empty where all of the name is in the construction.
  private func inForce(_ ask: NameRequest) -> IndicatorName? {
    let emission = ask.emission
    if let known = previous(for: ask.piece, emission: emission, match: ask.match) {
      let name = withoutNew(known, ask.clause, ask.anchor)
      // 私营企业势头最猛，增长了1.61倍: the clause before told whose exports grew.
      return emission.measure == .fixed(.growth) ? withSizeOfParallel(name, filler: ask.filler) ?? name : name
    }
    // 拿出3000万元
    let isWithin = emission.name.allSatisfy { part in
      switch part {
      case .nameOrPrevious, .previous: false
      case .capture, .literal: true
      }
    }
    return isWithin ? IndicatorName() : nil
  }

  /// 新增充电桩260个，累计达到1400个: all there are, not only the new ones.
  private func withoutNew(_ name: IndicatorName, _ clause: Clause, _ anchor: Int) -> IndicatorName {
    guard let flow = name.flow, !name.parts.isEmpty, shadow[flow].starts(with: "新".utf8),
      cut.pieces[max(clause.pieces.lowerBound, anchor - 12)..<anchor].contains(where: {
        shadow[$0.range].starts(with: "累计".utf8)
      })
    else { return name }
    return IndicatorName(flow: nil, parts: name.parts)
  }

  /// 占 in the page's own script.
  func shareVerb(_ text: String, match: ConstructionMatch) -> IndicatorName.Part? {
    guard text == "占",
      let index = match.pieces.first(where: { cut.pieces[$0].classes & lexicon.known.share != 0 })
    else { return nil }
    var offset = cut.pieces[index].range.lowerBound
    while offset < cut.pieces[index].range.upperBound {
      if shadow[offset..<offset + 3].elementsEqual(text.utf8) { return .range(offset..<offset + 3) }
      offset += 3
    }
    return nil
  }

  func isCounted(_ piece: Piece) -> Bool { piece.figureKind == .count || piece.figureKind == .quantity }

  /// 经营活动产生的现金流量净额: a verb that ends names stands in a clause that 的 makes a part of the name.
  func withClause(_ range: Range<Int>, clause: Clause) -> Range<Int> {
    let verbs = lexicon.known.verb | lexicon.known.copula | lexicon.known.attain
    guard range.lowerBound > clause.pieces.lowerBound, cut.pieces[range.lowerBound - 1].classes & verbs != 0,
      range.dropLast().contains(where: { cut.pieces[$0].classes & lexicon.known.of != 0 })
        || tellsWhich(range, clause: clause)
    else { return range }
    var start = range.lowerBound
    while start > clause.pieces.lowerBound {
      let piece = cut.pieces[start - 1]
      guard piece.isNameable && piece.kind != .bracket || piece.classes & verbs != 0 else { break }
      start -= 1
    }
    return start..<range.upperBound
  }

  /// 领到上岗证的1960人: the clause that 的 ends right before the figure tells which are counted.
  private func tellsWhich(_ range: Range<Int>, clause: Clause) -> Bool {
    guard let last = range.last, range.count > 1, cut.pieces[last].classes & lexicon.known.of != 0,
      range.upperBound < clause.pieces.upperBound, cut.pieces[range.upperBound].kind == .figures,
      isCounted(cut.pieces[range.upperBound])
    else { return false }
    return cut.pieces[range.lowerBound - 1].classes & lexicon.known.verb != 0
  }

  /// 3200户小微企业减免利息1.4亿元: what belongs to the figure before ends where the next verb begins.
  func behindFigure(_ range: Range<Int>, clause: Clause) -> Range<Int> {
    guard range.lowerBound > clause.pieces.lowerBound, cut.pieces[range.lowerBound - 1].kind == .figures,
      cut.pieces[range.lowerBound].kind != .enumeration
    else { return range }
    let next = cut.pieces[range.upperBound..<clause.pieces.upperBound].first { $0.kind == .figures }
    if next?.figureKind != .percentage, let mark = listMark(in: range) {
      return mark + 1..<range.upperBound
    }
    // 在120公里长的河堤上栽种柳树40万株: where it is done is told by the figure before.
    let verbs = edges.behindExtent(range, of: cut.pieces) == nil ? lexicon.flow : lexicon.flow | lexicon.known.act
    guard
      let verb = range.dropLast().first(where: { cut.pieces[$0].classes & verbs != 0 })
    else { return range }
    return verb..<range.upperBound
  }

  func link(_ anchor: Int, clause: Clause) -> EllipsisFiller.Link {
    var index = anchor - 1
    while index >= clause.pieces.lowerBound {
      let piece = cut.pieces[index]
      if piece.classes & lexicon.known.breakdown != 0 { return .breakdown }
      if piece.kind == .figures {
        let next = cut.pieces[index + 1]
        return next.kind == .enumeration || next.classes & lexicon.known.conjunction != 0 ? .enumeration : .sequence
      }
      index -= 1
    }
    return breakdown ? .breakdown : .sequence
  }
}
