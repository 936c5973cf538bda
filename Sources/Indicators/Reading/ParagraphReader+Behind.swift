import Figures
import Values

/// Names that stand behind their figures.
extension ParagraphReader {
  /// The verb that leads a list whose sum the figure is: 新开工湿地修复、种子库建设等6个子项目. `nil` for other figures.
  func listedBy(_ anchor: Int, clause: Clause) -> Range<Int>? {
    guard anchor > clause.pieces.lowerBound else { return nil }
    let before = cut.pieces[anchor - 1].range
    guard before.count >= 3, shadow[before.upperBound - 3..<before.upperBound].elementsEqual("等".utf8) else {
      return nil
    }
    let verbs = lexicon.flow | lexicon.known.verb
    return cut.pieces[clause.pieces.lowerBound..<anchor - 1].first { $0.classes & verbs != 0 }?.range
  }

  /// 32家企业完成备案, 三成以上的鲜果不出寨子就变成生豆: what is said of a bare noun tells which are meant.
  func withPredicate(
    _ name: IndicatorName, behind range: Range<Int>, emission: Construction.Emission, clause: Clause
  ) -> IndicatorName {
    let isShare = emission.measure == .fixed(.share)
    guard name.flow == nil || isShare, name.parts.count == 1, case .range(let noun)? = name.parts.first,
      isShare || noun.count <= 9
    else { return name }
    // 由53家农户组成: what they make up says nothing of them.
    if range.lowerBound > clause.pieces.lowerBound + 1,
      cut.pieces[range.lowerBound - 2].classes & lexicon.known.from != 0
    {
      return name
    }
    let adverbs =
      lexicon.known.adverb | lexicon.known.actual | lexicon.known.will | lexicon.known.copula | lexicon.known.endAdverb
    let negation = lexicon.known.negation
    var start = range.upperBound
    while start < clause.pieces.upperBound, cut.pieces[start].kind == .word, cut.pieces[start].classes & adverbs != 0,
      !saysWhere(start, clause: clause)
    { start += 1 }
    if wereSent(range.lowerBound, to: start, clause: clause) { return name }
    // 2100户果农户均增收: what each of them has is no predicate.
    if start < clause.pieces.upperBound, cut.pieces[start].classes & (lexicon.known.meanHead | lexicon.known.mean) != 0
    {
      return name
    }
    // 近半延误由信号老化引起: 信号老化引起的延误.
    if start < clause.pieces.upperBound, shadow[cut.pieces[start].range].elementsEqual("由".utf8) { start += 1 }
    var end = start
    while end < clause.pieces.upperBound, cut.pieces[end].kind != .figures, cut.pieces[end].kind != .bracket {
      // What describes a noun of its own is no predicate: 14个站共同构成的服务圈. 通过托管的方式启用 is one.
      if cut.pieces[end].classes & lexicon.known.of != 0, !isShare || !goesOnToVerb(end, clause: clause) { return name }
      end += 1
    }
    guard start < end, cut.pieces[start].range.lowerBound >= noun.upperBound, cut.pieces[start].kind != .enumeration
    else { return name }
    // 百家加工厂散在各个山头: where they are tells nothing apart.
    if !isShare, lexicon.whereabouts.contains(where: { shadow[cut.pieces[start].range].elementsEqual($0) }) {
      return name
    }
    // 花炮厂用工两万一千人: what the next figure measures says nothing of the plants.
    if end < clause.pieces.upperBound, cut.pieces[end].kind == .figures, measures(start) || measuresNext(end - 1) {
      return name
    }
    // A predicate with a figure of its own is told by that.
    if end < clause.pieces.upperBound, !isShare,
      cut.pieces[end - 1].classes & (lexicon.known.attain | lexicon.known.share) != 0
    {
      return name
    }
    // 31户房屋倒塌、62户房屋损坏: the mark of the list belongs to neither.
    if cut.pieces[end - 1].kind == .enumeration { end -= 1 }
    guard start < end else { return name }
    let length = cut.pieces[end - 1].range.upperBound - cut.pieces[start].range.lowerBound
    guard length >= 6, length <= (isShare ? 60 : 36) else { return name }
    var parts: [IndicatorName.Part] = []
    for piece in cut.pieces[start..<end] where piece.kind != .period {
      parts += piece.classes & negation == 0 ? withoutDone(piece.range) : [.range(piece.range)]
    }
    let flow = name.flow.map { [IndicatorName.Part.range($0)] } ?? []
    return parts.isEmpty ? name : IndicatorName(flow: nil, parts: parts + [.literal("的")] + flow + name.parts)
  }

  /// 复员官兵四百一十六人开进荒原: who they are stands before the figure, and what they did behind it.
  func whoDid(_ ask: NameRequest) -> IndicatorName? {
    let pieces = cut.pieces
    let lowest = ask.clause.pieces.lowerBound
    guard ask.emission.usesRight, ask.emission.measure == .fixed(.level), ask.piece.figureKind == .count,
      ask.piece.count == 1, countsPeople(ask.unit), ask.match.capture(Slots.flow) == nil,
      let right = ask.match.capture(Slots.right)?.first, pieces[right].classes & lexicon.known.act != 0,
      pieces[right].classes & lexicon.flow == 0, ask.anchor > lowest
    else { return nil }
    let verbs = lexicon.flow | lexicon.known.act | lexicon.known.verb | lexicon.known.attain | lexicon.known.have
    var start = ask.anchor
    while start > lowest, pieces[start - 1].isNameable, pieces[start - 1].kind != .enumeration { start -= 1 }
    let before = start..<ask.anchor
    guard !before.isEmpty,
      !pieces[before].contains(where: { $0.classes & (verbs | lexicon.known.of) != 0 || $0.kind == .bracket }),
      let name = edges.name(before, of: pieces, from: cutStart(ask.mention, in: before)), name.flow == nil,
      let noun = name.noun, noun.count >= 6, !namesNothing(name)
    else { return nil }
    return name
  }

  /// 在食堂吃饭: where it is done stands between 在 and the verb; 在亏损 says that it goes on.
  private func saysWhere(_ index: Int, clause: Clause) -> Bool {
    guard isAt(index), index + 2 < clause.pieces.upperBound else { return false }
    let verbs = lexicon.known.predicate | lexicon.known.act | lexicon.flow
    return cut.pieces[index + 1].classes & verbs == 0
      && cut.pieces[index + 2..<clause.pieces.upperBound].contains { $0.classes & verbs != 0 }
  }

  private func isAt(_ index: Int) -> Bool { shadow[cut.pieces[index].range].elementsEqual("在".utf8) }

  /// 抽调260名民警在路口疏导交通: where those go who were sent is no part of what they are.
  private func wereSent(_ noun: Int, to start: Int, clause: Clause) -> Bool {
    start < clause.pieces.upperBound && isAt(start)
      && cut.pieces[clause.pieces.lowerBound..<max(clause.pieces.lowerBound, noun - 1)]
        .contains { $0.isNameable && $0.classes & lexicon.known.place == 0 }
  }

  /// 10.2万亩蔬菜实现产值5.3亿元: the noun before the next figure is what that measures.
  private func measuresNext(_ index: Int) -> Bool {
    cut.pieces[index].classes & (lexicon.known.quantityNoun | lexicon.known.bareHead) != 0
      || endsInSize(index)
  }

  /// 2个县市区村级债务全面清零: as many places as what is said behind holds of.
  func placesThatDo(_ name: IndicatorName, anchor: Int, clause: Clause) -> IndicatorName? {
    guard cut.pieces[anchor].figureKind == .count, let noun = name.noun, let last = cut.pieces[clause.pieces].last,
      last.classes & (lexicon.known.predicate | lexicon.known.act) != 0,
      let place = lexicon.restOfPlaces.first(where: { shadow[noun].starts(with: $0) && $0.count >= 6 }),
      noun.lowerBound + place.count + 6 <= last.range.lowerBound, last.range.upperBound >= noun.upperBound,
      !cut.pieces[(anchor + 1)..<clause.pieces.upperBound].contains(where: { $0.kind == .figures })
    else { return nil }
    let end = noun.lowerBound + place.count
    guard lexicon.longestMatch(in: shadow, at: noun.lowerBound, end: noun.upperBound).map({ $0.end <= end }) ?? true
    else { return nil }
    return IndicatorName(
      flow: nil, parts: [.range(end..<last.range.upperBound), .literal("的"), .range(noun.lowerBound..<end)])
  }

  /// The noun phrase behind a figure ends before a verb.
  func rightRange(_ range: Range<Int>, isShare: Bool, clause: Clause) -> Range<Int> {
    if !isShare, let those = thoseWhoDo(range, clause: clause) { return those }
    if let noun = edges.behindExtent(range, of: cut.pieces) {
      return rightRange(noun..<range.upperBound, isShare: isShare, clause: clause)
    }
    // 11座瓦斯电厂装机24.6万千瓦: what the next figure measures is none of the plants' name.
    let isFollowed = isFollowed(range)
    let range = isTold(behind: range) ? withoutNext(range) : range
    if isFollowed, range.upperBound < clause.pieces.upperBound, let mark = listMark(in: range) {
      return range.lowerBound..<mark
    }
    let isLast = range.upperBound >= clause.pieces.upperBound || !cut.pieces[range.upperBound].isNameable
    let ends =
      (isFollowed || isShare && isLast ? lexicon.flow : lexicon.known.flow) | lexicon.known.predicate
      | lexicon.known.act | lexicon.known.negation | (isShare ? lexicon.known.have : 0)
    // 形成5000万吨的新增通过能力: the verb behind 的 leads the name as it does without it.
    let start = range.first { cut.pieces[$0].classes & (lexicon.flow | lexicon.known.of) == 0 } ?? range.lowerBound
    let stop = range.first {
      $0 > start && (cut.pieces[$0].classes & ends != 0 && !isDeed($0, in: range) || runsOn($0, in: range))
    }
    var end = stop ?? range.upperBound
    // 带动2100户果农户均增收4100元
    if stop != nil, end - 1 > range.lowerBound, cut.pieces[end - 1].classes & lexicon.known.meanHead != 0 { end -= 1 }
    return range.lowerBound..<end
  }

  /// 5家公司营收同比上升: a bare word for bodies, of which the rest of the clause says something.
  private func thoseWhoDo(_ range: Range<Int>, clause: Clause) -> Range<Int>? {
    let pieces = cut.pieces
    let first = range.lowerBound
    guard first + 2 < clause.pieces.upperBound, pieces[first].kind == .word, isBody(pieces[first].range),
      pieces[first].classes & lexicon.known.place == 0
    else { return nil }
    let rest = pieces[first + 1..<clause.pieces.upperBound]
    let verbs =
      lexicon.known.growthNoun | lexicon.known.fallNoun | lexicon.known.predicate | lexicon.known.act
      | lexicon.known.verb
    guard rest.contains(where: { $0.classes & verbs != 0 }),
      !rest.contains(where: { $0.kind == .figures || $0.kind == .bracket || $0.classes & lexicon.known.of != 0 })
    else { return nil }
    return first..<first + 1
  }

  private func isBody(_ word: Range<Int>) -> Bool {
    lexicon.agents.contains { shadow[word].elementsEqual($0) }
      || lexicon.owners.contains { shadow[word].elementsEqual($0) }
  }

  /// 26家企业平均每家公司, 180户村民家家养蜂: a word that no noun phrase goes on with, unless 的 makes all of it one.
  private func runsOn(_ index: Int, in range: Range<Int>) -> Bool {
    let piece = cut.pieces[index]
    let words =
      lexicon.known.adverb | lexicon.known.endAdverb | lexicon.known.mean | lexicon.known.meanHead | lexicon.known.runOn
    // 34个行业盈利: the state that all of them are in ends the noun.
    let isState = index == range.upperBound - 1 && lexicon.states.contains { shadow[piece.range].elementsEqual($0) }
    guard
      piece.classes & words != 0 && piece.classes & lexicon.known.conjunction == 0 || startsWithEach(piece) || isState
    else { return false }
    return !cut.pieces[index..<range.upperBound].contains { $0.classes & lexicon.known.of != 0 }
  }

  private func startsWithEach(_ piece: Piece) -> Bool {
    piece.kind == .text && piece.range.count > 3 && shadow[piece.range].starts(with: Self.each)
  }

  static let each = Array("每".utf8)

  /// 26个县贫困发生率为2.1%, 8个乡镇财政收入达到1000万元: a word for places, of which the next figure measures something.
  func thoseMeasured(_ name: IndicatorName, in found: Range<Int>) -> IndicatorName? {
    guard isTold(behind: found), endsInSize(found.upperBound - 1) || measures(found.upperBound - 1),
      let noun = name.noun, let end = placesEnd(in: noun)
    else { return nil }
    return IndicatorName(flow: nil, parts: [.range(noun.lowerBound..<end)])
  }

  /// Where the word for places ends that a noun begins with, 乡镇 of 乡镇财政收入; `nil` where it begins with none, or is
  /// no more than it.
  func placesEnd(in noun: Range<Int>) -> Int? {
    guard !goesOnFromPlace(noun) else { return nil }
    // 地级及以上城市: what is one character there begins other words as often.
    let places = lexicon.listPlaces + lexicon.restOfPlaces.filter { $0.count > 3 }
    let length = places.reduce(0) { max($0, shadow[noun].starts(with: $1) ? $1.count : 0) }
    guard length > 0, length < noun.count else { return nil }
    let end = noun.lowerBound + length
    let word = lexicon.longestMatch(in: shadow, at: noun.lowerBound, end: noun.upperBound)
    return word.map { $0.end <= end } ?? true ? end : nil
  }

  /// 村民, 县城: a word that only begins as one for places does.
  private func goesOnFromPlace(_ noun: Range<Int>) -> Bool {
    lexicon.placeCompounds.contains { shadow[noun].starts(with: $0) }
  }

  /// Whether a figure stands behind these pieces, or behind the verb that follows them.
  private func isTold(behind range: Range<Int>) -> Bool {
    let verbs =
      lexicon.known.attain | lexicon.known.adverb | lexicon.known.rise | lexicon.known.fall | lexicon.known.yoy
    var next = range.upperBound
    while next < cut.pieces.count, cut.pieces[next].classes & verbs != 0 { next += 1 }
    return next < cut.pieces.count && cut.pieces[next].kind == .figures
  }

  /// Whether a figure stands at once behind these pieces, or behind 各.
  private func isFollowed(_ range: Range<Int>) -> Bool {
    var next = range.upperBound
    if next < cut.pieces.count, cut.pieces[next].classes & lexicon.distributives != 0 { next += 1 }
    return next < cut.pieces.count && cut.pieces[next].kind == .figures
  }

  /// 贫困发生率 of 26个县贫困发生率: the places that were just counted lead no name.
  func withoutCountedPlace(_ name: IndicatorName, behind range: Range<Int>, clause: Clause) -> IndicatorName {
    guard range.lowerBound > clause.pieces.lowerBound, cut.pieces[range.lowerBound - 1].figureKind == .count,
      let noun = name.noun, noun.count >= 12, noun.lowerBound == cut.pieces[range.lowerBound].range.lowerBound,
      endsInSize(range.upperBound - 1) || measures(range.upperBound - 1), let end = placesEnd(in: noun)
    else { return name }
    return IndicatorName(flow: nil, parts: [.range(end..<noun.upperBound)])
  }

  /// 63家餐饮企业营业额4860万元, 12个商圈客流量219万人次: a noun without what the next figure measures.
  private func withoutNext(_ range: Range<Int>) -> Range<Int> {
    let last = range.upperBound - 1
    guard last > range.lowerBound else { return range }
    if measures(last) { return withoutSize(range.lowerBound..<last) }
    let piece = cut.pieces[last].range
    // 总收入, 总产值
    if cut.pieces[last].kind == .word, shadow[piece].starts(with: "总".utf8) { return range.lowerBound..<last }
    guard endsInSize(last) else { return range }
    // 客流 and 量 are two words of one name.
    let first = piece.count == 3 ? last - 1 : last
    return first > range.lowerBound ? withoutSize(range.lowerBound..<first) : range
  }

  /// 12家医院 of 12家医院床位使用率: what stands before the head of a name of a size may belong to it.
  private func withoutSize(_ range: Range<Int>) -> Range<Int> {
    let sizes =
      lexicon.known.quantityNoun | lexicon.known.bareHead | lexicon.known.meanHead | lexicon.known.mean
    var range = range
    while range.count > 1, let last = range.last, cut.pieces[last].classes & sizes != 0 {
      range = range.lowerBound..<last
    }
    return range
  }

  func endsInSize(_ index: Int) -> Bool {
    Self.sizes.contains { shadow[..<cut.pieces[index].range.upperBound].suffix(3).elementsEqual($0) }
  }

  /// What words for a size end in.
  private static let sizes = ["额", "量", "率", "价", "数"].map { Array($0.utf8) }

  /// 36个班、学生1620人: the mark behind which the name of the next figure begins. 种植、养殖大户 is one name.
  func listMark(in range: Range<Int>) -> Int? {
    let verbs = lexicon.flow | lexicon.known.act | lexicon.known.actual
    guard let mark = range.dropFirst().dropLast().last(where: { cut.pieces[$0].kind == .enumeration }),
      !range.contains(where: { cut.pieces[$0].classes & verbs != 0 })
    else { return nil }
    return mark
  }

  /// 招聘18名博士、46名硕士: the verb of the figure before, which is of this one too.
  func sharedFlow(_ anchor: Int, clause: Clause) -> Range<Int>? {
    guard isCounted(cut.pieces[anchor]), anchor - 2 > clause.pieces.lowerBound,
      cut.pieces[anchor - 1].kind == .enumeration
    else { return nil }
    var index = anchor - 2
    while index > clause.pieces.lowerBound, cut.pieces[index].kind != .figures {
      guard cut.pieces[index].isNameable, cut.pieces[index].classes & (lexicon.flow | lexicon.known.act) == 0 else {
        return nil
      }
      index -= 1
    }
    return index < anchor - 2 && cut.pieces[index].kind == .figures ? countedFlow : nil
  }

  /// 堤防加固、险段整治基本完成: verbs that name what was done, side by side or before their predicate.
  private func isDeed(_ index: Int, in range: Range<Int>) -> Bool {
    guard cut.pieces[index].classes & lexicon.flow != 0, index + 1 < cut.pieces.count else { return false }
    let next = cut.pieces[index + 1]
    return next.kind == .enumeration || next.classes & lexicon.known.predicate != 0
  }

  /// 通过名校托管的方式启用: a verb stands behind the noun that 的 leads to.
  private func goesOnToVerb(_ index: Int, clause: Clause) -> Bool {
    guard let last = cut.pieces[clause.pieces].last else { return false }
    let verbs = lexicon.flow | lexicon.known.predicate | lexicon.known.act | lexicon.known.verb
    return clause.pieces.upperBound > index + 2 && last.classes & verbs != 0
  }

  /// 装机, 用工, 年加工能力: what a figure measures.
  func measures(_ index: Int) -> Bool {
    cut.pieces[index].classes & (lexicon.known.quantityNoun | lexicon.known.bareHead | lexicon.known.rateName) != 0
  }

  /// As many periods as there are figures, said side by side before them: 2019年、2020年和2021年.
  func sidePeriods(_ count: Int, before anchor: Int, clause: Clause) -> [TimePeriod]? {
    var run: [TimePeriod] = []
    var index = anchor - 1
    let first = max(sentenceStart, anchor - 64)
    while index >= first {
      let piece = cut.pieces[index]
      if piece.kind == .period, let period = figures[piece.index].period {
        // 8月至10月分别为12.4%、9.1%、7.3%
        let between = cut.pieces[index + 1..<anchor]
        if run.isEmpty, let parts = period.parts(count),
          between.contains(where: { $0.classes & lexicon.known.distribute != 0 }),
          !between.contains(where: { $0.kind == .text || $0.kind == .figures })
        {
          return parts
        }
        run.append(period)
        if run.count == count { return run.reversed() }
      } else if piece.kind != .enumeration, piece.classes & lexicon.known.conjunction == 0, !run.isEmpty {
        return nil
      }
      index -= 1
    }
    return nil
  }
}
