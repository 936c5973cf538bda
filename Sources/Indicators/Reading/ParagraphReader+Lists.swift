import Figures

/// Names of figures that are told apart, described before them, or counted in passing.
extension ParagraphReader {
  /// 重箱率、货运量分别为99.7%和241.8万吨: figures of different kinds, each with its name of those said before 分别.
  func listed(_ anchor: Int, clause: Clause, mention: SubjectMention?) -> IndicatorName? {
    let pieces = cut.pieces
    func isLink(_ index: Int) -> Bool {
      pieces[index].kind == .enumeration || pieces[index].classes & lexicon.known.conjunction != 0
    }
    let moves = lexicon.known.rise | lexicon.known.fall
    /// The figure behind the mark before, or before the mark behind, past a verb of growth: 增长6%和下降3%.
    func next(_ index: Int, by step: Int) -> Int? {
      var index = index + step
      if step < 0, index > clause.pieces.lowerBound, pieces[index].classes & moves != 0 { index += step }
      guard clause.pieces.contains(index), isLink(index) else { return nil }
      index += step
      if step > 0, clause.pieces.contains(index), pieces[index].classes & moves != 0 { index += step }
      return clause.pieces.contains(index) && pieces[index].kind == .figures ? index : nil
    }
    var anchors = [anchor]
    while let before = next(anchors[0], by: -1) { anchors.insert(before, at: 0) }
    while let behind = next(anchors[anchors.count - 1], by: 1) { anchors.append(behind) }
    guard anchors.count > 1, anchors.allSatisfy({ pieces[$0].count == 1 }),
      let place = anchors.firstIndex(of: anchor)
    else { return nil }
    let first = anchors[0]
    guard
      let told = pieces[clause.pieces.lowerBound..<first].lastIndex(where: {
        $0.kind == .figures || $0.classes & lexicon.known.distribute != 0
      }), pieces[told].kind == .word
    else { return nil }
    var start = told
    while start > clause.pieces.lowerBound, pieces[start - 1].isNameable { start -= 1 }
    // 货物吞吐量、集装箱吞吐量双双超额，分别为2100万吨、38万标箱: those that the clause before was about.
    guard
      let name = start < told
        ? edges.name(start..<told, of: pieces, from: cutStart(mention, in: start..<told)) : pending?.name,
      let names = Coordination(lexicon: lexicon, shadow: shadow).names(in: name, wanted: anchors.count)
    else { return nil }
    return names[place]
  }

  /// The clause with 的 before a figure that says which of the things behind it are counted: 签下的27个项目.
  func modifier(before anchor: Int, clause: Clause, mention: SubjectMention?) -> Range<Int>? {
    let pieces = cut.pieces
    guard anchor - 2 >= clause.pieces.lowerBound, pieces[anchor - 1].classes & lexicon.known.of != 0 else { return nil }
    let ends = lexicon.known.attain & ~lexicon.known.have | lexicon.known.share | lexicon.known.from
    var start = anchor - 1
    while start > clause.pieces.lowerBound {
      let piece = pieces[start - 1]
      guard piece.kind != .figures, piece.kind != .period, piece.kind != .bracket,
        piece.isNameable || piece.classes & ends == 0 && piece.kind == .word
      else { break }
      start -= 1
    }
    let range = start..<anchor - 1
    guard let trimmed = edges.trimmed(range, of: pieces) else { return nil }
    var low = pieces[trimmed.lowerBound].range.lowerBound
    if let from = cutStart(mention, in: range), from > low { low = from }
    let verbs = lexicon.flow | lexicon.known.act | lexicon.known.predicate | lexicon.known.verb
    // A noun alone says whose they are: 公司的12家门店.
    guard pieces[trimmed].contains(where: { $0.classes & verbs != 0 && $0.range.lowerBound >= low }) else { return nil }
    let high = pieces[anchor - 1].range.upperBound
    guard high - low >= 9, high - low <= 72 else { return nil }
    return low..<high
  }

  /// 12万人口的各类常见病: people are counted, not what is of them.
  func peopleAlone(_ range: Range<Int>, of figure: Figure) -> IndicatorName? {
    guard figure.kind == .number || countsPeople(figure.unit),
      let particle = range.dropFirst().first(where: { cut.pieces[$0].classes & lexicon.known.of != 0 }),
      particle - range.lowerBound <= 2, particle + 1 < range.upperBound
    else { return nil }
    let said = cut.pieces[range.lowerBound].range.lowerBound..<cut.pieces[particle - 1].range.upperBound
    return lexicon.countedPeople.contains(where: { shadow[said].elementsEqual($0) })
      ? IndicatorName(flow: nil, parts: [.range(said)]) : nil
  }

  /// 36人考取了证书, 八家实现了盈亏平衡: what is done by as many as the figure says, up to the end of the clause.
  func doneByCounted(_ range: Range<Int>, anchor: Int, clause: Clause) -> IndicatorName? {
    let pieces = cut.pieces
    // 900余间不同程度损坏: how it is done may lead.
    let verbs = lexicon.known.act | lexicon.known.verb | lexicon.known.predicate | lexicon.known.runOn
    guard pieces[anchor].figureKind == .count, pieces[range.lowerBound].classes & verbs != 0,
      pieces[range.lowerBound].classes & lexicon.flow == 0
    else { return nil }
    var end = range.lowerBound
    while end < clause.pieces.upperBound, pieces[end].kind == .word || pieces[end].kind == .text {
      if pieces[end].classes & lexicon.known.of != 0 { return nil }
      end += 1
    }
    // 不同程度损坏 is one word.
    let isWhole = pieces[range.lowerBound].classes & lexicon.known.runOn != 0
    guard end == clause.pieces.upperBound, end - range.lowerBound > 1 || isWhole else { return nil }
    let length = pieces[end - 1].range.upperBound - pieces[range.lowerBound].range.lowerBound
    guard length >= 9, length <= 48 else { return nil }
    var parts = withoutDone(pieces[range.lowerBound].range.lowerBound..<pieces[end - 1].range.upperBound)
    let unit = unit(of: pieces[anchor])
    if !countsPeople(unit), let known = levels[unit], case .range(let noun)? = known.base.parts.last, noun.count <= 36,
      !filler.isDeed(known.base)
    {
      parts += [.literal("的"), .range(noun)]
    }
    return parts.isEmpty ? nil : IndicatorName(flow: nil, parts: parts)
  }

  private static let done = Array("了".utf8)

  /// Text without the particle of what is done: 摘掉了帽子 is 摘掉帽子.
  func withoutDone(_ text: Range<Int>) -> [IndicatorName.Part] {
    var parts: [IndicatorName.Part] = []
    var low = text.lowerBound
    var offset = low
    while offset < text.upperBound {
      let length = UTF8Shadow.scalar(in: shadow, at: offset).length
      if shadow[offset..<offset + length].elementsEqual(Self.done) {
        if low < offset { parts.append(.range(low..<offset)) }
        low = offset + length
      }
      offset += length
    }
    if low < text.upperBound { parts.append(.range(low..<text.upperBound)) }
    return parts
  }

  /// The parts of a name without the particle: 卖了近1万斤了 names nothing.
  func withoutDone(_ name: IndicatorName) -> [IndicatorName.Part] {
    name.parts.flatMap { part in
      if case .range(let range) = part { withoutDone(range) } else { [part] }
    }
  }

  func countsPeople(_ unit: String) -> Bool { lexicon.people.contains { unit.hasSuffixBytes(of: $0) } }

  /// 返村创业的达到460人: the verb says what they do.
  func saysWhatIsDone(_ range: Range<Int>?) -> Bool {
    guard let range else { return false }
    let verbs = lexicon.known.act | lexicon.flow
    return cut.pieces[range].contains { $0.classes & verbs != 0 }
  }

  /// 三件事, 两家企业: on a page that prints its figures in digits, a numeral of one character behind which its noun stands.
  func countsInPassing(_ figure: Figure) -> Bool {
    guard figure.kind == .count, figure.bound == .exact, let numeral = figure.numeral, numeral.count == 3,
      shadow[numeral.lowerBound] >= 0x80, UTF8Shadow.scalar(in: shadow, at: numeral.lowerBound).scalar < 0xFF00
    else { return false }
    return printsDigits
  }

  /// 主要靠三条：: a small number in words before a colon announces a list.
  func announcesList(_ anchor: Int, figure: Figure, clause: Clause) -> Bool {
    guard figure.kind == .count, figure.bound == .exact, let numeral = figure.numeral, numeral.count == 3,
      shadow[numeral.lowerBound] >= 0x80, anchor == clause.pieces.upperBound - 1
    else { return false }
    return standsBeforeColon(clause)
  }

  /// 城乡居民收入比由2.89缩小到2.81: such names have figures without a unit.
  func isIndex(_ name: IndicatorName) -> Bool {
    let tail = name.utf8(in: shadow).suffix(6)
    return lexicon.indices.contains { tail.elementsEqual($0) }
  }

  /// 三大产业分别完成61.2亿元: where sectors are told apart, what was measured before is measured of each.
  func sizeOfSectors(_ names: [IndicatorName], unit: String, filler: EllipsisFiller) -> Range<Int>? {
    guard let known = levels[unit], let size = filler.sizeNoun(of: known.base) else { return nil }
    let areSectors = names.allSatisfy { name in
      guard case .range(let tail)? = name.parts.last, tail.count >= 6 else { return false }
      return lexicon.sectors.contains { shadow[tail.upperBound - 6..<tail.upperBound].elementsEqual($0) }
    }
    return areSectors ? size : nil
  }

  /// 规模以上工业企业完成产值118.4亿元: a noun of size alone is of those who have it, where they are no subject.
  func ownerOfSize(
    _ name: IndicatorName, before range: Range<Int>, clause: Clause, mention: SubjectMention?
  ) -> Range<Int>? {
    let pieces = cut.pieces
    guard let noun = name.noun, noun.count <= 18, isSize(noun),
      range.lowerBound - 1 > clause.pieces.lowerBound,
      pieces[range.lowerBound - 1].classes & (lexicon.known.plan | lexicon.known.verb) != 0
    else { return nil }
    var start = range.lowerBound - 1
    while start > clause.pieces.lowerBound, pieces[start - 1].isNameable { start -= 1 }
    let before = start..<range.lowerBound - 1
    guard !before.isEmpty, let owner = edges.name(before, of: pieces, from: cutStart(mention, in: before)),
      let lead = owner.noun, lead.count >= 9,
      lead.count <= 36,
      lexicon.owners.contains(where: { shadow[lead].suffix($0.count).elementsEqual($0) })
    else { return nil }
    return lead
  }

  /// 产值, 保费收入: a noun of size, alone or behind two characters that are no word of the lexicon.
  private func isSize(_ noun: Range<Int>) -> Bool {
    let sizes = lexicon.known.bareHead | lexicon.known.quantityNoun | lexicon.known.doing
    return [noun.lowerBound, noun.lowerBound + 6].contains { start in
      start < noun.upperBound && lexicon.isWord(start..<noun.upperBound, in: shadow, of: sizes)
    }
  }

  /// 产量分别增长5%和3%: a noun of size alone, of each of the things measured last.
  func ownedByFacts(_ name: IndicatorName, wanted: Int, filler: EllipsisFiller) -> [IndicatorName]? {
    guard let noun = name.noun, filler.isBareHead(noun),
      recent.count >= wanted
    else { return nil }
    let facts = recent.suffix(wanted)
    guard facts.allSatisfy({ $0.measure == .level && filler.sizeNoun(of: $0.base) == nil }),
      Set(facts.map(\.base)).count == wanted
    else { return nil }
    return facts.map { IndicatorName(flow: nil, parts: filler.withoutDeed($0.base.parts) + name.parts) }
  }

  /// 相关部门投入1.2亿元: the verb, where who pays stands before it and nothing behind.
  func paidBy(_ range: Range<Int>) -> IndicatorName? {
    guard let trimmed = edges.trimmed(range, of: cut.pieces), let verb = trimmed.last, trimmed.count > 1,
      cut.pieces[verb].classes & lexicon.flow != 0 && cut.pieces[verb].classes & lexicon.known.bareFlow == 0
        || shadow[cut.pieces[verb].range].elementsEqual(Self.invested),
      edges.isAgent(trimmed.lowerBound..<verb, of: cut.pieces)
    else { return nil }
    return IndicatorName(flow: nil, parts: [.range(cut.pieces[verb].range)])
  }

  private static let invested = Array("投资".utf8)

  /// 从产量上看，大豆增长6.0%: a crop or the like, of which the clause before said what is measured.
  func asViewed(_ name: IndicatorName) -> IndicatorName {
    guard let viewed, let noun = name.noun, viewed.upperBound <= noun.lowerBound, noun.count <= 30 else { return name }
    let heads =
      lexicon.known.bareHead | lexicon.known.head | lexicon.known.quantityNoun | lexicon.known.rateName
      | lexicon.known.measureNoun
    let ends = lexicon.wordEnds.contains { shadow[noun].suffix($0.count).elementsEqual($0) }
    let isSize = noun.count >= 6 && lexicon.isWord(noun.upperBound - 6..<noun.upperBound, in: shadow, of: heads)
    return ends || isSize ? name : name.adding([.range(viewed)])
  }

  /// 一座占地6000平方米: an article at the head of a name counts nothing.
  func withoutArticle(_ name: IndicatorName) -> IndicatorName {
    guard name.flow == nil, case .range(let range)? = name.parts.first else { return name }
    let index = figures.indices.first(notBefore: range.lowerBound) { figures[$0].range.lowerBound }
    guard index < figures.count, figures[index].range.lowerBound == range.lowerBound, figures[index].role == .article
    else { return name }
    let end = figures[index].range.upperBound
    guard end + 6 <= range.upperBound,
      lexicon.articles.contains(where: { shadow[range.lowerBound + 3..<end].elementsEqual($0) })
    else { return name }
    var name = name
    name.parts[0] = .range(end..<range.upperBound)
    return name
  }

  /// 主要, 一家, 每斤: words that name nothing by themselves.
  func namesNothing(_ name: IndicatorName) -> Bool {
    guard let range = name.noun else { return false }
    if lexicon.isNoName(range, in: shadow) || last != nil && isFiveYearPlan(range) { return true }
    guard range.count > 3, shadow[range].starts(with: Self.each), last?.sentence == sentence || pending != nil else {
      return false
    }
    return lexicon.perUnits.contains(String(decoding: shadow[range.lowerBound + 3..<range.upperBound], as: UTF8.self))
  }

  /// “十二五”规划目标48%: what a plan of five years asked for is asked of what was measured.
  private func isFiveYearPlan(_ range: Range<Int>) -> Bool {
    var plan = range
    if shadow[plan].suffix(6).elementsEqual(Self.aim) { plan = plan.lowerBound..<plan.upperBound - 6 }
    guard (9...24).contains(plan.count), Self.plans.contains(where: { shadow[plan].suffix(6).elementsEqual($0) }) else {
      return false
    }
    // The closing quote may stand between: “十二五”规划.
    let before = shadow[plan.lowerBound..<plan.upperBound - 6]
    return before.suffix(3).elementsEqual(Self.five) || before.dropLast(3).suffix(3).elementsEqual(Self.five)
  }

  private static let aim = Array("目标".utf8)
  private static let plans = ["计划", "规划"].map { Array($0.utf8) }
  private static let five = Array("五".utf8)

  /// 新增产能120万只、营业收入3.2亿元: what came new goes on over to the money that a noun of size measures.
  func newlyCame(_ name: IndicatorName, filler: EllipsisFiller) -> Bool {
    guard let countedFlow, name.flow == nil,
      let match = lexicon.longestMatch(in: shadow, at: countedFlow.lowerBound, end: countedFlow.upperBound),
      lexicon.entries[match.word].beforeFigure & lexicon.known.flowChange != 0, let size = filler.sizeNoun(of: name)
    else { return false }
    return !shadow[size].contains("投资".utf8)
  }

  /// 在建6座: a word that tells some of the things counted before from the others.
  func isState(_ name: IndicatorName) -> Bool {
    guard let range = name.noun else { return false }
    return lexicon.states.contains { shadow[range].elementsEqual($0) }
  }

  /// 扣除期间价格变动则下跌6.1%: what is left out is not measured; 扣除非经常性损益后的净利润 is.
  func leavesOut(_ range: Range<Int>) -> Bool {
    guard let first = range.first, let last = range.last else { return false }
    let nouns = lexicon.known.head | lexicon.known.bareHead | lexicon.known.quantityNoun | lexicon.known.rateName
    return lexicon.excluding.contains { shadow[cut.pieces[first].range].starts(with: $0) }
      && cut.pieces[last].classes & nouns == 0
      && !range.contains { cut.pieces[$0].classes & lexicon.known.of != 0 }
  }

  /// 扣除房地产开发投资后: what a value leaves out, which tells it from the whole.
  func leavingOut(_ range: Range<Int>) -> Range<Int>? {
    guard let first = range.first, let last = range.last else { return nil }
    let said = cut.pieces[first].range.lowerBound..<cut.pieces[last].range.upperBound
    guard shadow[said].suffix(3).elementsEqual("后".utf8),
      lexicon.excluding.contains(where: { shadow[said].starts(with: $0) })
    else { return nil }
    return said
  }

  /// 门票收入 of 取得门票收入300万元: that money was gained says nothing of it.
  func withoutGain(_ name: IndicatorName) -> IndicatorName {
    guard let flow = name.flow, !name.parts.isEmpty, lexicon.gains.contains(where: { shadow[flow].elementsEqual($0) }),
      lexicon.isMoney(IndicatorName(flow: nil, parts: name.parts).utf8(in: shadow))
    else { return name }
    return IndicatorName(flow: nil, parts: name.parts)
  }

  /// 带动园区铝水就地转化率从23%升到41%: what moves is what stands behind the verb.
  func moved(_ range: Range<Int>, mention: SubjectMention?) -> IndicatorName? {
    guard let cause = range.dropLast().last(where: { cut.pieces[$0].classes & lexicon.known.cause != 0 }) else {
      return nil
    }
    return edges.name(
      cause + 1..<range.upperBound, of: cut.pieces, from: cutStart(mention, in: cause + 1..<range.upperBound))
  }

  /// 向国家交售二亿斤: to whom it goes belongs to a verb that has nothing else.
  func towards(_ range: Range<Int>, clause: Clause) -> Range<Int> {
    guard range.count > 1, range.count <= 3, range.lowerBound > clause.pieces.lowerBound, let verb = range.last,
      cut.pieces[verb].classes & (lexicon.known.act | lexicon.flow) != 0,
      shadow[cut.pieces[range.lowerBound - 1].range].elementsEqual(Self.to)
    else { return range }
    return range.lowerBound - 1..<range.upperBound
  }

  private static let to = Array("向".utf8)

  /// 七成三的人家添了消毒柜: a run of text that the particle of what is done shows to be a noun and its predicate.
  func splitAtDone(_ name: IndicatorName, emission: Construction.Emission, clause: Clause) -> IndicatorName? {
    guard let text = name.noun, text.count >= 18,
      text.upperBound == cut.pieces[clause.pieces.upperBound - 1].range.upperBound
    else { return nil }
    var offset = text.lowerBound + 9
    while offset + 6 <= text.upperBound {
      if shadow[offset..<offset + 3].elementsEqual(Self.done) {
        let verb = offset - 3
        guard
          !cut.pieces[clause.pieces].contains(where: {
            $0.kind == .word && $0.range.contains(verb) && $0.range.count > 3
          })
        else { return nil }
        return IndicatorName(
          flow: nil,
          parts: [
            .range(verb..<offset), .range(offset + 3..<text.upperBound), .literal("的"), .range(text.lowerBound..<verb),
          ])
      }
      offset += UTF8Shadow.scalar(in: shadow, at: offset).length
    }
    return nil
  }
}
