import Figures

/// What names leave out because it was said before.
extension ParagraphReader {
  /// The name before a figure with what it left out.
  func completed(_ printed: IndicatorName?, in range: Range<Int>?, _ ask: NameRequest) -> IndicatorName? {
    let (emission, piece) = (ask.emission, ask.piece)
    var own = printed.map { ofMean(sharePart($0, in: range), ask) }
    // A place is a part of a whole as anything else: 日本占三成.
    if own == nil, let range, emission.measure == .fixed(.share) { own = edges.name(range, of: cut.pieces) }
    own = own.map { filled($0, in: range, ask) }
    if let name = own, let traded = withTradeOf(name) { own = traded }
    if let name = own, emission.measure == .fixed(.growth) || emission.measure == .fixed(.change) {
      own = asViewed(name)
    }
    if let name = own, !emission.distributes, piece.count == 1 {
      switch emission.measure {
      case .fixed(.growth): own = withSizeOfParallel(name, filler: ask.filler) ?? name
      case .byName, .fixed(.level): own = ofKind(name, unit: ask.unit, anchor: ask.anchor, clause: ask.clause) ?? name
      case .fixed, .asBefore: break
      }
    }
    return own
  }

  /// 在外贸大盘里的份额由70.9%提升到75.2%: whose share it is was said before.
  private func sharePart(_ name: IndicatorName, in range: Range<Int>?) -> IndicatorName {
    guard let range, let first = range.first, shadow[cut.pieces[first].range].elementsEqual("在".utf8), let last,
      cut.pieces[range].contains(where: { $0.classes & lexicon.known.shareName != 0 }), name.flow == nil
    else { return name }
    return IndicatorName(
      flow: last.base.flow, parts: last.base.parts + [.range(cut.pieces[first].range)] + name.parts)
  }

  /// 人均4200元: of what was counted before.
  private func ofMean(_ name: IndicatorName, _ ask: NameRequest) -> IndicatorName {
    guard let last, ask.emission.name == [.nameOrPrevious], let only = name.noun,
      let match = lexicon.longestMatch(in: shadow, at: only.lowerBound), match.end == only.upperBound,
      lexicon.entries[match.word].always & lexicon.known.meanHead != 0, !shadow[only].starts(with: "平均每".utf8)
    else { return name }
    // 日均赌收4335万元，比6月日均2387万元多: the name begins so already.
    if last.base.utf8(in: shadow).starts(with: shadow[only]) { return last.base }
    // 资助矿工子女563人，人均4200元: what is done to each is enough.
    let flow = last.base.flow.map { [IndicatorName.Part.range($0)] } ?? []
    let rest = ask.piece.figureKind == .money && !flow.isEmpty ? [] : last.base.parts
    return IndicatorName(flow: nil, parts: name.parts + flow + rest)
  }

  /// What a list, a label or the record before says of a name.
  private func filled(_ name: IndicatorName, in range: Range<Int>?, _ ask: NameRequest) -> IndicatorName {
    let (emission, piece, filler) = (ask.emission, ask.piece, ask.filler)
    let same = levels[ask.unit]
    func link() -> EllipsisFiller.Link { self.link(ask.anchor, clause: ask.clause) }
    let endsInParticle = range?.last.map { cut.pieces[$0].classes & lexicon.known.of != 0 } ?? false
    if endsInParticle, countsPeople(ask.unit), saysWhatIsDone(range) { return name }
    if endsInParticle, piece.figureKind == .count, let known = same?.name ?? carried(ask.unit) {
      return isComparedWith(ask.anchor, clause: ask.clause)
        ? known : filler.filledNoun(name, after: known, link: link())
    }
    // 受害人中，50岁以上的占37%: of those that the clause before was about.
    if endsInParticle, emission.measure == .fixed(.share), piece.figureKind == .percentage, let pending,
      pending.isStrong
    {
      return filler.filledNoun(name, after: pending.name, link: link())
    }
    if piece.figureKind == .count, isState(name), let known = same?.name ?? carried(ask.unit) {
      return filler.filledNoun(name, after: known, link: .sequence)
    }
    if endsInParticle, piece.figureKind == .money, let same, same.sentence == sentence {
      return filler.filledNoun(name, after: same.name, link: link())
    }
    if let stock = filler.stock(name, after: same?.sentence == sentence ? same?.name : nil) { return stock }
    if let labelled = underLabel(name, filler: filler) { return labelled }
    guard !emission.name.contains(.capture(Slots.base)) else { return name }
    // 韭菜跌幅最大，价格为每公斤4.2元: a clause that told its rate told what it is about.
    let topic =
      pending?.isStrong == true || pendingRate != nil
      ? pending?.name : topicOwner.map { IndicatorName(flow: nil, parts: [.range($0)]) }
    var filled = filler.filledHead(
      filler.filled(
        name, after: same?.name ?? lastLevel?.name,
        flow: emission.measure == .byName && piece.figureKind != .percentage
          && (countedMoney || newlyCame(name, filler: filler) ? piece.figureKind == .money : isCounted(piece))
          ? countedFlow : nil,
        link: link(), goesOn: goesOnTrade(name)), topic: topic,
      isLead: pending?.isLead ?? false, label: pendingIsLabel ? pending?.name : nil,
      previous: lastLevel?.name, link: link())
    // 职工医保报销比例为73%，居民医保为52%; 小学生近视率38.6%，初中生71.2%
    if piece.figureKind == .percentage, emission.measure == .byName, let last, last.sentence == sentence,
      same == nil && last.measure == .share
        || last.measure == .level && ShareNames(lexicon: lexicon).isRate(last.name.utf8(in: shadow))
    {
      filled = filler.filledTail(filled, after: last.name)
    }
    let other = same == nil && piece.figureKind == .money && countedMoney ? lastLevel : nil
    if let tail = same ?? other,
      tail.sentence == sentence || same != nil && tail.sentence == sentence - 1 && recent.isEmpty
    {
      filled = filler.filledTail(filled, after: tail.name, isOtherUnit: same == nil)
    }
    return filled
  }

  /// The names of several figures that stand side by side, or of one that each of several things has; `nil` where they
  /// have one name. A word that only counts what was told, 两项收入, is no name any more.
  func dealt(_ own: inout IndicatorName?, in range: Range<Int>?, _ ask: NameRequest) -> [IndicatorName]? {
    let (emission, match, clause) = (ask.emission, ask.match, ask.clause)
    let wanted = ask.piece.count
    let coordination = Coordination(lexicon: lexicon, shadow: shadow)
    func composed(_ names: [IndicatorName]) -> [IndicatorName] {
      names.map { compose(emission, own: $0, match: match) }
    }
    // 长沙、株洲、湘潭规模以上工业增加值分别增长…，岳阳、衡阳分别增长…: the places are whose the figures are.
    if let range, let measured = namesOfPlaces(in: range, ask) { return composed(measured) }
    if let split = split(own ?? pending?.name, coordination, ask) { return composed(split) }
    if let name = own, let range, wanted > 1,
      let owners = toldApart(before: range, wanted: wanted, clause: clause, mention: ask.mention)
    {
      return composed(owners.map { $0.adding(name.parts) })
    }
    // 褐藻胶、甘露醇，售价依次是每公斤52元、31元: those that the clause before was about.
    if let name = own, name.flow == nil, wanted > 1, let topic = pending?.name,
      let split = coordination.names(in: topic, wanted: wanted)
    {
      return composed(split.map { $0.adding(name.parts) })
    }
    // 产量分别增长5%和3%: of the things measured just before.
    if let name = own, let owned = ownedByFacts(name, wanted: wanted, filler: ask.filler) { return composed(owned) }
    // 两项收入分别增长31%和11.4%: those measured just before.
    if let name = own?.start, coordination.countsBack(before: name) { own = nil }
    guard own == nil, wanted > 1 else { return nil }
    if let dealt = dealtOut(ask.anchor, clause: clause) { return composed(dealt) }
    // 存款、贷款双双站上五十亿元，分别为58.2亿元、51.7亿元: those that had one figure together.
    if let last, last.sentence == sentence, recent.suffix(wanted).allSatisfy({ $0.base == last.base }),
      let split = coordination.names(in: last.base, wanted: wanted)
    {
      return composed(split)
    }
    return recent.count >= wanted ? composed(recent.suffix(wanted).map(\.base)) : nil
  }

  /// The names that stand side by side in one, each with the verb of flow and the size that all have.
  private func split(
    _ source: IndicatorName?, _ coordination: Coordination, _ ask: NameRequest
  ) -> [IndicatorName]? {
    let wanted = ask.piece.count
    guard let source,
      let split = ask.emission.distributes && wanted == 1
        ? coordination.names(in: source) : coordination.names(in: source, wanted: wanted)
    else { return nil }
    // 大理、昭通、楚雄等地分别接待游客…: the places are whose the figures are.
    if ask.emission.name.count > 1, case .range(let places)? = source.parts.first, coordination.arePlaces(places) {
      return split.map { _ in IndicatorName() }
    }
    let size = sizeOfSectors(split, unit: ask.unit, filler: ask.filler)
    return split.map { name in
      var name = name
      if let size { name.parts.append(.range(size)) }
      if let flow = ask.match.capture(Slots.flow), name.flow == nil { name.flow = cut.pieces[flow.lowerBound].range }
      return name
    }
  }
}
