import Figures

/// Topics that clauses before figures set, and what is taken from them.
extension ParagraphReader {
  static let inRespect = Array("方面".utf8)
  private static let taken = Array("以".utf8)
  private static let mainly = Array("为主".utf8)
  private static let ordinal = Array("第".utf8)
  private static let moment = Array("时".utf8)
  private static let times = ["年", "月", "周", "天", "季", "期"].map { Array($0.utf8) }

  /// 进口商品以木材、铁矿石、铜矿粉为主，分别为…: those that the figures behind are of.
  func listed(in clause: Clause) -> IndicatorName? {
    let said = clause.range
    guard shadow[said].suffix(6).elementsEqual(Self.mainly) else { return nil }
    let end = said.upperBound - 6
    var start = end - 3
    while start > said.lowerBound, !shadow[start..<start + 3].elementsEqual(Self.taken) { start -= 1 }
    let list = start + 3..<end
    guard start >= said.lowerBound, list.count >= 6,
      cut.pieces[clause.pieces].contains(where: { $0.kind == .enumeration && list.contains($0.range.lowerBound) }),
      clause.pieces.upperBound < cut.pieces.count,
      cut.pieces[clause.pieces.upperBound].classes & (lexicon.known.distribute | lexicon.known.share) != 0
    else { return nil }
    return IndicatorName(flow: nil, parts: [.range(list)])
  }

  /// 住危房的，由1990年的900户降到180户: what ends in 的 before a move is what moved.
  func standsForMove(_ end: Int, clause: Clause) -> Bool {
    end == clause.pieces.upperBound && end < cut.pieces.count && cut.pieces[end].classes & lexicon.known.from != 0
      && cut.pieces[end - 1].classes & lexicon.known.of != 0
  }

  /// A verb or a noun of size alone behind a clause that says what it is of: 二手房方面，成交500套、均价8600元.
  func ofAspect(_ name: IndicatorName) -> IndicatorName? {
    guard let aspect, let word = name.noun ?? (name.parts.isEmpty ? name.flow : nil), word.count <= 9 else {
      return nil
    }
    let sizes = lexicon.known.bareHead | lexicon.known.quantityNoun | lexicon.known.head | lexicon.known.bareFlow
    // 价格方面，均价…: one size is not of another.
    guard !lexicon.isWord(aspect, in: shadow, of: sizes & ~lexicon.known.bareFlow) else { return nil }
    if lexicon.isWord(word, in: shadow, of: lexicon.flow | lexicon.known.act | lexicon.known.attain) {
      return IndicatorName(flow: word, parts: [.range(aspect)])
    }
    return lexicon.isWord(word, in: shadow, of: sizes)
      ? IndicatorName(flow: nil, parts: [.range(aspect), .range(word)]) : nil
  }

  /// Whether a piece makes its clause one of addresses or numbers; 接听咨询电话60个 counts them.
  func isNoise(_ index: Int) -> Bool {
    cut.pieces[index].classes & lexicon.known.noiseClause != 0
      && !(index + 1 < cut.pieces.count && cut.pieces[index + 1].figureKind == .count)
  }

  /// 价格下跌的品种和跌幅为桃子8.3%、西瓜5.1%: the percentages behind names are those of a rate that the clause names first.
  /// - Returns: Whether that rate falls; `nil` where there is none.
  func listedRate(in clause: Clause, before first: Int) -> Bool? {
    let rates = lexicon.known.rateRise | lexicon.known.rateFall
    guard let rate = (clause.pieces.lowerBound..<first).last(where: { cut.pieces[$0].classes & rates != 0 }),
      rate > clause.pieces.lowerBound + 1, rate + 2 < first,
      cut.pieces[rate - 1].classes & lexicon.known.conjunction != 0,
      cut.pieces[rate + 1].classes & (lexicon.known.copula | lexicon.known.distribute | lexicon.known.attain) != 0
    else { return nil }
    return cut.pieces[rate].classes & lexicon.known.rateFall != 0
  }

  /// 第三年涨到19万元, 高峰时超过600辆: when it was is nothing that is measured where the same was measured before.
  func isTime(_ name: IndicatorName, unit: String) -> Bool {
    guard let range = name.noun, (6...15).contains(range.count), levels[unit]?.sentence == sentence else {
      return false
    }
    if shadow[range].starts(with: Self.ordinal) {
      return Self.times.contains { shadow[range].suffix(3).elementsEqual($0) }
    }
    return shadow[range].suffix(3).elementsEqual(Self.moment)
      && lexicon.longestMatch(in: shadow, at: range.upperBound - 6, end: range.upperBound)
        .map { $0.end < range.upperBound } ?? true
  }

  /// 新认定示范机构省级6家、市级11家: the ranks that parts of a list are told by lead the noun.
  func withRankFirst(_ name: IndicatorName, _ range: Range<Int>, anchor: Int, clause: Clause) -> IndicatorName? {
    let pieces = cut.pieces
    let rank = lexicon.known.rank
    guard let last = range.last, last == anchor - 1, range.count > 1, pieces[last].classes & rank != 0,
      anchor + 2 < clause.pieces.upperBound, pieces[anchor + 1].kind == .enumeration,
      pieces[anchor + 2].classes & rank != 0, case .range(let noun)? = name.parts.last,
      noun.upperBound == pieces[last].range.upperBound, pieces[last].range.lowerBound - noun.lowerBound >= 6,
      pieces[last - 1].isNameable, pieces[last - 1].kind != .enumeration,
      pieces[last - 1].classes & (lexicon.known.of | lexicon.known.conjunction | rank) == 0
    else { return nil }
    return IndicatorName(
      flow: name.flow,
      parts: name.parts.dropLast() + [
        .range(pieces[last].range), .range(noun.lowerBound..<pieces[last].range.lowerBound),
      ])
  }

  /// Whether a figure behind a body is a part of what the sentence measured of all of them: 福州机场210万人次. What is counted in 家
  /// or 个 may be the bodies themselves.
  func isPart(ofWholeIn unit: String) -> Bool {
    guard hasBreakdown, let known = levels[unit], known.sentence >= sentence - 1,
      !known.base.utf8(in: shadow).starts(with: Self.ordinal)
    else { return false }
    var unit = unit
    return unit.withUTF8 { bytes in
      !lexicon.articles.contains { bytes.count >= $0.count && bytes.suffix($0.count).elementsEqual($0) }
    }
  }

  /// What those counted in a unit are called: 万人 as 人.
  func countedNoun(_ unit: String) -> String? {
    lexicon.countedAs[unit]
      ?? unit.first.flatMap { "万亿".contains($0) ? lexicon.countedAs[String(unit.dropFirst())] : nil }
  }

  /// 占年度目标任务25000人的113.8%: behind the parts of a whole, a plan is one for the whole.
  func wholeOfPlan(_ match: ConstructionMatch) -> IndicatorName? {
    let plans = lexicon.known.wholePlan | lexicon.known.targetNoun
    guard hasBreakdown, let whole,
      match.pieces.contains(where: { cut.pieces[$0].classes & lexicon.known.share != 0 }),
      match.pieces.contains(where: { cut.pieces[$0].classes & plans != 0 })
    else { return nil }
    return whole.base
  }

  /// 办结案件312件，同比多办9件: more of the same was done, where the verb says no more than that.
  func moreOfSame(_ match: ConstructionMatch, emission: Construction.Emission, unit: String) -> IndicatorName? {
    guard emission.measure == .fixed(.change), emission.name == [.capture(Slots.base)],
      let verb = match.capture(Slots.verb), cut.pieces[verb.lowerBound].range.count == 3,
      let base = match.capture(Slots.base)
    else { return nil }
    let said = cut.pieces[base.lowerBound].range
    let same = levels[unit].flatMap { $0.sentence == sentence ? $0.base : nil }
    if said.count == 3, base.count == 1 { return same ?? lastLevel.flatMap { $0.sentence == sentence ? $0.base : nil } }
    return [same, lastLevel?.base].first { name in
      guard let known = name?.utf8(in: shadow) else { return false }
      return known.indices.dropLast(2).contains { known[$0..<$0 + 3].elementsEqual(shadow[said].prefix(3)) }
    }.flatMap { $0 }
  }

  /// 自台进口12亿元, 从韩国引进设备: where trade comes from is a part of its name.
  func withOrigin(_ range: Range<Int>, clause: Clause) -> IndicatorName? {
    let pieces = cut.pieces
    guard range.lowerBound > clause.pieces.lowerBound, range.count > 1, let last = range.last,
      pieces[range.lowerBound - 1].classes & lexicon.known.from != 0,
      Self.origins.contains(where: { shadow[pieces[range.lowerBound - 1].range].elementsEqual($0) }),
      pieces[range.lowerBound].range.lowerBound == pieces[range.lowerBound - 1].range.upperBound,
      range.dropFirst().prefix(2).contains(where: { pieces[$0].classes & (lexicon.flow | lexicon.known.bareFlow) != 0 }
      ),
      !range.contains(where: { pieces[$0].classes & lexicon.known.of != 0 })
    else { return nil }
    return IndicatorName(
      flow: nil, parts: [.range(pieces[range.lowerBound - 1].range.lowerBound..<pieces[last].range.upperBound)])
  }

  private static let origins = ["自", "从"].map { Array($0.utf8) }
}
