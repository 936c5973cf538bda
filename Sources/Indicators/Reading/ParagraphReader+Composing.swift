import Figures

/// How the name that a construction emits is put together.
extension ParagraphReader {
  func compose(
    _ emission: Construction.Emission, own: IndicatorName, match: ConstructionMatch
  ) -> IndicatorName {
    var name = IndicatorName()
    for part in emission.name {
      switch part {
      case .nameOrPrevious, .previous:
        // 接报火灾86起，其中七成发生在充电过程中: how they came to be known says nothing of the part.
        if emission.measure == .fixed(.share), emission.name.first == .capture(Slots.base) {
          let flow = own.flow.flatMap { shadow[$0].starts(with: Self.new) ? IndicatorName.Part.range($0) : nil }
          name.parts += [flow].compactMap { $0 } + withoutReport(own.parts)
          continue
        }
        name.flow = own.flow
        name.parts += own.parts
      case .capture(let slot):
        guard let range = match.capture(slot), let first = range.first, let last = range.last else { continue }
        // 占进出口总值的65%，比重提升2个百分点: the name has it already.
        if slot == Slots.share, emission.measure == .fixed(.change), emission.name.first == .previous {
          let isShare = cut.pieces[range].contains { $0.classes & lexicon.known.shareName != 0 }
          if !isShare || ShareNames(lexicon: lexicon).isShare(own.utf8(in: shadow)) { continue }
        }
        // 占其比重: of what was said before.
        if slot == Slots.share, shadow[cut.pieces[first].range].elementsEqual(Self.its), first < last,
          let whole = self.last?.base
        {
          name.parts += whole.parts
          name.parts.append(.range(cut.pieces[first].range.upperBound..<cut.pieces[last].range.upperBound))
          continue
        }
        let said = cut.pieces[first].range.lowerBound..<cut.pieces[last].range.upperBound
        name.parts += slot == Slots.base ? withoutDone(said) : [.range(said)]
      case .literal(let text):
        // The added word is in simplified script, and no name is in two.
        let verb = shareVerb(text, match: match)
        if verb == nil, text == "占比", name.utf8(in: utf8) != name.utf8(in: shadow) { continue }
        // 人均纯收入 and 收入 of 增收 are one.
        if verb == nil, name.utf8(in: shadow).suffix(text.utf8.count).elementsEqual(text.utf8) { continue }
        name.parts.append(verb ?? .literal(text))
      }
    }
    return name.withoutParticle(in: shadow)
  }

  private static let its = Array("其".utf8)
  private static let new = Array("新".utf8)

  /// 交通事故 of 发生交通事故.
  private func withoutReport(_ parts: [IndicatorName.Part]) -> [IndicatorName.Part] {
    guard case .range(let range)? = parts.first,
      let match = lexicon.longestMatch(in: shadow, at: range.lowerBound, end: range.upperBound),
      range.upperBound - match.end >= 6, lexicon.isDeed(range.lowerBound..<match.end, in: shadow)
    else { return parts }
    return [.range(match.end..<range.upperBound)] + parts.dropFirst()
  }

  /// The verb of flow that the next item of a list may leave out: 新增销售收入23亿元、税收1.1亿元.
  func carriedFlow(_ flow: Range<Int>?, figure: Figure) -> Range<Int>? {
    guard let flow else { return nil }
    if figure.kind == .count || figure.kind == .quantity { return flow }
    guard figure.kind == .money, let match = lexicon.longestMatch(in: shadow, at: flow.lowerBound),
      lexicon.entries[match.word].always & (lexicon.known.flow | lexicon.known.flowChange | lexicon.known.bareFlow) != 0
    else { return nil }
    return flow.lowerBound..<match.end
  }
}
