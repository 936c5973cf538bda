import Figures
import Values

/// Which names the figures of a match belong to.
extension ParagraphReader {
  /// The names that the figures of a match belong to.
  func names(
    _ match: ConstructionMatch, emission: Construction.Emission, anchor: Int, clause: Clause,
    mention: SubjectMention?
  ) -> [IndicatorName] {
    let pieces = cut.pieces
    let piece = pieces[anchor]
    let unit = unit(of: piece)
    let filler = EllipsisFiller(lexicon: lexicon, shadow: shadow, figures: figures)
    if let range = match.capture(Slots.name), !emission.usesRight,
      emission.emitsEarlier || emission.measure == .fixed(.growth) || emission.measure == .fixed(.change),
      let moved = moved(range, mention: mention)
    {
      return [compose(emission, own: moved, match: match)]
    }
    // 审结涉毒案件41件56人: of the same as the count before.
    if let lastLevel, lastLevel.sentence == sentence, anchor - 1 > clause.pieces.lowerBound,
      pieces[anchor - 1].kind == .figures, pieces[anchor - 1].figureKind == .count,
      match.capture(Slots.name).map({ $0.upperBound < anchor - 1 || $0.upperBound == anchor - 1 }) ?? false,
      emission.name == [.nameOrPrevious], emission.measure == .fixed(.level)
    {
      // 全村286户1130口人: each is called by its own unit.
      if case .literal? = lastLevel.name.parts.first, let noun = countedNoun(unit) {
        return [IndicatorName(flow: nil, parts: [.literal(noun)])]
      }
      return [lastLevel.name]
    }
    if let listed = listed(anchor, clause: clause, mention: mention) {
      return [compose(emission, own: listed, match: match)]
    }
    if let more = moreOfSame(match, emission: emission, unit: unit) { return [more] }
    var own: IndicatorName?
    var leftOut: Range<Int>?
    let captured = match.capture(emission.usesRight ? Slots.right : Slots.name)
    var range = captured
    if let found = captured {
      range =
        emission.usesRight
        ? isWhole(emission)
          ? found : rightRange(found, isShare: emission.measure == .fixed(.share), clause: clause)
        : withClause(towards(behindFigure(found, clause: clause), clause: clause), clause: clause)
    }
    if let range {
      let from = emission.usesRight ? nil : cutStart(mention, in: range)
      own = edges.name(range, of: pieces, from: from, keepsPlaces: emission.usesRight)
      if !emission.usesRight, let name = own,
        let owner = ownerOfSize(name, before: range, clause: clause, mention: mention)
      {
        own = IndicatorName(flow: nil, parts: [.range(owner)] + name.parts)
      }
      if !emission.usesRight, !emission.emitsEarlier,
        let named = own.flatMap(ofAspect) ?? withOrigin(range, clause: clause)
      {
        return [compose(emission, own: named, match: match)]
      }
      let isListed = link(anchor, clause: clause) == .enumeration
      let flow = isListed || isCounted(piece) ? lexicon.flow : lexicon.known.flow | lexicon.known.flowChange
      // 重点项目118个，总投资674亿元。已开工102个: of those of the sentence before, too.
      if let same = levels[unit],
        isListed || same.sentence == sentence || same.sentence == sentence - 1 && same.base.isNoun,
        let trimmed = edges.trimmed(range, of: pieces),
        trimmed.allSatisfy({
          pieces[$0].classes & flow != 0
            || trimmed.upperBound == range.upperBound && lexicon.isDeed(pieces[$0].range, in: shadow)
        }),
        !filler.isBareFlow(same.base),
        // 1人受伤，600余人紧急转移; 达成意向的740人，签约126人: others do it.
        !countsPeople(unit) || !filler.isDeed(same.base) && !filler.isFollowedByParticle(same.base)
      {
        own = filler.filledFlow(withoutAlready(pieces[trimmed.lowerBound].range), after: same.base)
      } else if !emission.usesRight, let name = own {
        own =
          beforePlan(name, range: range, clause: clause, mention: mention)
          ?? joinedOverPeriod(name, range: range, clause: clause, mention: mention)
      }
      // A verb alone names nothing that is measured where its object stands before it: 回到4.9%.
      if let trimmed = edges.trimmed(range, of: pieces), !emission.usesRight,
        trimmed.allSatisfy({ pieces[$0].classes & lexicon.known.act != 0 }), let verb = trimmed.last,
        isComplement(pieces[verb].range.upperBound - 3)
      {
        own = nil
      }
      if !emission.usesRight { own = named(own, in: range, anchor: anchor, clause: clause, mention: mention) }
      if !emission.usesRight, piece.figureKind == .money, let verb = paidBy(range) { own = verb }
      if !emission.usesRight, let name = own {
        own = withoutGain(withoutCountedPlace(withoutArticle(name), behind: range, clause: clause))
      }
      // 剔除留抵退税因素增长6.8%, 自然口径下降2.4%: on what basis a value is stated is not what is measured.
      if !emission.usesRight, let trimmed = edges.trimmed(range, of: pieces), let last = trimmed.last,
        pieces[last].classes & lexicon.known.basis != 0 || leavesOut(range)
      {
        own = nil
        leftOut = leavingOut(trimmed)
      }
      // 剔除一次性因素后增长3.5%: a moment is not what is measured.
      if !emission.usesRight, let name = own, name.flow == nil, case .range(let only)? = name.parts.last,
        only.count >= 15, shadow[only].suffix(3).elementsEqual(Self.after)
      {
        own = nil
        leftOut = edges.trimmed(range, of: pieces).flatMap(leavingOut)
      }
      if !emission.usesRight, let name = own, namesNothing(name) || isTime(name, unit: unit) { own = nil }
      if !emission.usesRight, let name = own,
        let ranked = withRankFirst(name, range, anchor: anchor, clause: clause)
      {
        return [compose(emission, own: ranked, match: match)]
      }
      // One character names nothing, but a product at the head of its clause.
      if !emission.usesRight, let name = own, let only = name.noun, isTooShort(only, clause: clause) {
        own = nil
      }
    }
    if emission.usesRight {
      guard var name = own, !withoutDone(name).isEmpty else { return [] }
      if emission.measure != .fixed(.share), let noun = beforeWhereto(name) {
        return [compose(emission, own: noun, match: match)]
      }
      if let range, let doing = doing(range, anchor: anchor, clause: clause) {
        return [compose(emission, own: doing, match: match)]
      }
      if let range, let done = doneByCounted(range, anchor: anchor, clause: clause) {
        return [compose(emission, own: done, match: match)]
      }
      if let places = placesThatDo(name, anchor: anchor, clause: clause) {
        return [compose(emission, own: places, match: match)]
      }
      if let split = splitAtDone(name, emission: emission, clause: clause) {
        return [compose(emission, own: split, match: match)]
      }
      if let range, var people = peopleAlone(range, of: figures[piece.index]) {
        people.flow = match.capture(Slots.flow).map { pieces[$0.lowerBound].range }
        return [compose(emission, own: people, match: match)]
      }
      if let limited = meetingLimit(anchor, clause: clause) {
        return [compose(emission, own: limited, match: match)]
      }
      if let captured, let counted = thoseMeasured(name, in: captured) {
        return [compose(emission, own: counted, match: match)]
      }
      if let range, let head = headBehindNext(name, range, in: clause) { name.parts.append(.range(head)) }
      if let modifier = modifier(before: anchor, clause: clause, mention: mention), name.flow == nil {
        name.parts.insert(.range(modifier), at: 0)
      } else if let flow = match.capture(Slots.flow), name.flow == nil {
        name.flow = pieces[flow.lowerBound].range
      } else if let verb = listedBy(anchor, clause: clause), let noun = name.noun, noun.count <= 9 {
        name.flow = verb
      } else if let flow = sharedFlow(anchor, clause: clause), name.flow == nil {
        name.flow = flow
      } else if let range, !isWhole(emission) {
        name = withPredicate(name, behind: range, emission: emission, clause: clause)
      }
      return [compose(emission, own: name, match: match)]
    }
    // 在外贸大盘里的份额由70.9%提升到75.2%: whose share it is was said before.
    if let range, let first = range.first, shadow[pieces[first].range].elementsEqual("在".utf8), let name = own,
      let last,
      pieces[range].contains(where: { $0.classes & lexicon.known.shareName != 0 }), name.flow == nil
    {
      own = IndicatorName(flow: last.base.flow, parts: last.base.parts + [.range(pieces[first].range)] + name.parts)
    }
    // 人均4200元: of what was counted before.
    if let name = own, let last, emission.name == [.nameOrPrevious], let only = name.noun,
      let match = lexicon.longestMatch(in: shadow, at: only.lowerBound), match.end == only.upperBound,
      lexicon.entries[match.word].always & lexicon.known.meanHead != 0, !shadow[only].starts(with: "平均每".utf8)
    {
      // 资助矿工子女563人，人均4200元: what is done to each is enough.
      let flow = last.base.flow.map { [IndicatorName.Part.range($0)] } ?? []
      let rest = piece.figureKind == .money && !flow.isEmpty ? [] : last.base.parts
      // 日均赌收4335万元，比6月日均2387万元多: the name begins so already.
      let isSaid = last.base.utf8(in: shadow).starts(with: shadow[only])
      own = isSaid ? last.base : IndicatorName(flow: nil, parts: name.parts + flow + rest)
    }
    // A place is a part of a whole as anything else: 日本占三成.
    if own == nil, let range, emission.measure == .fixed(.share) { own = edges.name(range, of: pieces) }
    if let name = own {
      // 韭菜跌幅最大，价格为每公斤4.2元: a clause that told its rate told what it is about.
      let topic =
        pending?.isStrong == true || pendingRate != nil
        ? pending?.name : topicOwner.map { IndicatorName(flow: nil, parts: [.range($0)]) }
      let endsInParticle = range?.last.map { pieces[$0].classes & lexicon.known.of != 0 } ?? false
      let same = levels[unit]
      if endsInParticle, countsPeople(unit), saysWhatIsDone(range) {
        own = name
      } else if endsInParticle, piece.figureKind == .count, let known = same?.name ?? carried(unit) {
        own =
          isComparedWith(anchor, clause: clause)
          ? known : filler.filledNoun(name, after: known, link: link(anchor, clause: clause))
      } else if endsInParticle, emission.measure == .fixed(.share), piece.figureKind == .percentage,
        let pending, pending.isStrong
      {
        // 受害人中，50岁以上的占37%: of those that the clause before was about.
        own = filler.filledNoun(name, after: pending.name, link: link(anchor, clause: clause))
      } else if piece.figureKind == .count, isState(name), let known = same?.name ?? carried(unit) {
        own = filler.filledNoun(name, after: known, link: .sequence)
      } else if endsInParticle, piece.figureKind == .money, let same, same.sentence == sentence {
        own = filler.filledNoun(name, after: same.name, link: link(anchor, clause: clause))
      } else if let stock = filler.stock(name, after: same?.sentence == sentence ? same?.name : nil) {
        own = stock
      } else if let labelled = underLabel(name, filler: filler) {
        own = labelled
      } else if !emission.name.contains(.capture(Slots.base)) {
        own = filler.filledHead(
          filler.filled(
            name, after: same?.name ?? lastLevel?.name,
            flow: emission.measure == .byName && piece.figureKind != .percentage
              && (countedMoney || newlyCame(name, filler: filler) ? piece.figureKind == .money : isCounted(piece))
              ? countedFlow : nil,
            link: link(anchor, clause: clause), goesOn: goesOnTrade(name)), topic: topic,
          isLead: pending?.isLead ?? false, label: pendingIsLabel ? pending?.name : nil,
          previous: lastLevel?.name, link: link(anchor, clause: clause))
        // 职工医保报销比例为73%，居民医保为52%
        if same == nil, piece.figureKind == .percentage, emission.measure == .byName, let filled = own, let last,
          last.measure == .share, last.sentence == sentence
        {
          own = filler.filledTail(filled, after: last.name)
        }
        let other = same == nil && piece.figureKind == .money && countedMoney ? lastLevel : nil
        if let filled = own, let tail = same ?? other,
          tail.sentence == sentence || same != nil && tail.sentence == sentence - 1 && recent.isEmpty
        {
          own = filler.filledTail(filled, after: tail.name, isOtherUnit: same == nil)
        }
      }
    }
    if let name = own, let traded = withTradeOf(name) { own = traded }
    if let name = own, emission.measure == .fixed(.growth) || emission.measure == .fixed(.change) {
      own = asViewed(name)
    }
    if let name = own, !emission.distributes, piece.count == 1 {
      switch emission.measure {
      case .fixed(.growth): own = withSizeOfParallel(name, filler: filler) ?? name
      case .byName, .fixed(.level): own = ofKind(name, unit: unit, anchor: anchor, clause: clause) ?? name
      case .fixed, .asBefore: break
      }
    }
    let wanted = piece.count
    if wanted > 1 || emission.distributes {
      let coordination = Coordination(lexicon: lexicon, shadow: shadow)
      // 长沙、株洲、湘潭规模以上工业增加值分别增长…，岳阳、衡阳分别增长…: the places are whose the figures are.
      if wanted > 1, emission.name == [.nameOrPrevious], let list = own?.noun,
        let measured = namesOfPlaces(in: list, wanted: wanted)
      {
        return measured.map { compose(emission, own: $0, match: match) }
      }
      if let source = own ?? pending?.name {
        let split =
          emission.distributes && wanted == 1
          ? coordination.names(in: source) : coordination.names(in: source, wanted: wanted)
        if let split {
          // 大理、昭通、楚雄等地分别接待游客…: the places are whose the figures are.
          if emission.name.count > 1, case .range(let places)? = source.parts.first, coordination.arePlaces(places) {
            return split.map { _ in compose(emission, own: IndicatorName(), match: match) }
          }
          let size = sizeOfSectors(split, unit: unit, filler: filler)
          return split.map { name in
            var name = name
            if let size { name.parts.append(.range(size)) }
            if let flow = match.capture(Slots.flow), name.flow == nil { name.flow = pieces[flow.lowerBound].range }
            return compose(emission, own: name, match: match)
          }
        }
      }
      if let name = own, let range, wanted > 1,
        let owners = toldApart(before: range, wanted: wanted, clause: clause, mention: mention)
      {
        return owners.map { compose(emission, own: $0.adding(name.parts), match: match) }
      }
      // 褐藻胶、甘露醇，售价依次是每公斤52元、31元: those that the clause before was about.
      if let name = own, name.flow == nil, wanted > 1, let topic = pending?.name,
        let split = coordination.names(in: topic, wanted: wanted)
      {
        return split.map { compose(emission, own: $0.adding(name.parts), match: match) }
      }
      // 产量分别增长5%和3%: of the things measured just before.
      if let name = own, let owned = ownedByFacts(name, wanted: wanted, filler: filler) {
        return owned.map { compose(emission, own: $0, match: match) }
      }
      // 两项收入分别增长31%和11.4%: those measured just before.
      if let name = own?.start, coordination.countsBack(before: name) { own = nil }
      if own == nil, wanted > 1, let dealt = dealtOut(anchor, clause: clause) {
        return dealt.map { compose(emission, own: $0, match: match) }
      }
      // 存款、贷款双双站上五十亿元，分别为58.2亿元、51.7亿元: those that had one figure together.
      if own == nil, wanted > 1, let last, last.sentence == sentence,
        recent.suffix(wanted).allSatisfy({ $0.base == last.base }),
        let split = coordination.names(in: last.base, wanted: wanted)
      {
        return split.map { compose(emission, own: $0, match: match) }
      }
      if own == nil, recent.count >= wanted, wanted > 1 {
        return recent.suffix(wanted).map { compose(emission, own: $0.base, match: match) }
      }
    }
    if let name = own, let meant = pointedBack(name) { own = meant }
    // 产销分别完成31.2万辆和29.9万辆，同比均增长43.9%: each of those in the clause before.
    if own == nil, emission.distributes, let told = toldTogether() {
      return told.map { compose(emission, own: $0, match: match) }
    }
    // 分别比上年减少0.08万人、提高1.7个百分点: each figure is of one of the records before.
    if own == nil, let dealt = dealtOut(anchor, clause: clause) {
      return dealt.map { compose(emission, own: $0, match: match) }
    }
    // 道路改造任务120公里，完成136公里，完成率113.3%: what was done is of the task.
    if let done = doneOfTask(own, piece: piece, match: match) { own = done }
    // 全村312户，1168口人: the same in a clause of its own.
    if own == nil, isCounted(piece), case .literal? = last?.name.parts.first, last?.name.parts.count == 1,
      levels[unit] == nil, let noun = countedNoun(unit)
    {
      own = IndicatorName(flow: nil, parts: [.literal(noun)])
    }
    // A place alone is whose the figure is: what is measured was said before with the same unit.
    if own == nil, let range, isCounted(piece) || piece.figureKind == .money, cutStart(mention, in: range) != nil,
      let known = levels[unit]?.name ?? carried(unit)
    {
      own = known
    }
    // 种子，60元；化肥，180元: a figure that is all of its clause is of the noun that is all of the one before.
    if own == nil, clause.pieces.count == 1, let bareTopic, bareTopic.upperBound == clause.pieces.lowerBound,
      let name = edges.name(bareTopic, of: pieces, from: cutStart(mention, in: bareTopic)), !namesNothing(name)
    {
      own = name
    }
    // 全村580户: those who live there.
    if own == nil, pending == nil, isCounted(piece), levels[unit] == nil, let range,
      pieces[range].allSatisfy({ $0.classes & lexicon.known.place != 0 }),
      let noun = countedNoun(unit)
    {
      // 全村312户、1168口人: each by its own unit.
      let nouns = (0..<piece.count).compactMap { countedNoun(figures[piece.index + $0].unit) }
      if nouns.count > 1, nouns.count == piece.count {
        return nouns.map { compose(emission, own: IndicatorName(flow: nil, parts: [.literal($0)]), match: match) }
      }
      own = IndicatorName(flow: nil, parts: [.literal(noun)])
    }
    // 拿出3000万元: all of the name is in the construction.
    let isWithin = emission.name.allSatisfy { part in
      switch part {
      case .nameOrPrevious, .previous: false
      case .capture, .literal: true
      }
    }
    guard
      let name = own
        ?? previous(for: piece, emission: emission, match: match).map({ name in
          let name = withoutNew(name, clause, anchor)
          // 私营企业势头最猛，增长了1.61倍: the clause before told whose exports grew.
          return emission.measure == .fixed(.growth) ? withSizeOfParallel(name, filler: filler) ?? name : name
        })
        ?? (isWithin ? IndicatorName() : nil)
    else { return [] }
    // 扣除房地产开发投资后增长9.1%: the same without that.
    if let leftOut, own == nil, name.flow == nil {
      return [compose(emission, own: IndicatorName(flow: nil, parts: [.range(leftOut)] + name.parts), match: match)]
    }
    return [compose(emission, own: name, match: match)]
  }

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

  /// 新增充电桩260个，累计达到1400个: all there are, not only the new ones.
  private func withoutNew(_ name: IndicatorName, _ clause: Clause, _ anchor: Int) -> IndicatorName {
    guard let flow = name.flow, !name.parts.isEmpty, shadow[flow].starts(with: "新".utf8),
      cut.pieces[max(clause.pieces.lowerBound, anchor - 12)..<anchor].contains(where: {
        shadow[$0.range].starts(with: "累计".utf8)
      })
    else { return name }
    return IndicatorName(flow: nil, parts: name.parts)
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
    else { return range }
    var start = range.lowerBound
    while start > clause.pieces.lowerBound {
      let piece = cut.pieces[start - 1]
      guard piece.isNameable && piece.kind != .bracket || piece.classes & verbs != 0 else { break }
      start -= 1
    }
    return start..<range.upperBound
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
    guard
      let verb = range.dropLast().first(where: { cut.pieces[$0].classes & lexicon.flow != 0 })
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
