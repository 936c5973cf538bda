/// Who does what a name says, how often and by what means: what stands before the verb and is no part of the name.
extension NameEdges {
  /// The verb whose agent stands before the word for how often it is done: 公交专线日均运送旅客. 门诊日均接诊量 is one name.
  func pacedVerb(in range: Range<Int>, of pieces: [Piece]) -> Int? {
    let sizes = lexicon.known.quantityNoun | lexicon.known.measureNoun | lexicon.known.bareHead
    return range.dropFirst(2).dropLast().first { index in
      pieces[index].classes & (lexicon.flow | lexicon.known.act) != 0
        && lexicon.paces.contains { shadow[pieces[index - 1].range].elementsEqual($0) }
        && pieces[index + 1].classes & sizes == 0 && !endsWord(pieces[index + 1])
        && !isMeasured(index, of: pieces, in: range)
    }
  }

  /// The verb behind the means by which something is done: 依托乡镇成校免费培训, 借助直播平台销售脐橙.
  func behindMeans(in range: Range<Int>, of pieces: [Piece]) -> Int? {
    guard let first = range.first, let last = range.last, range.count > 2 else { return nil }
    let low = pieces[first].range.lowerBound
    let high = pieces[last].range.upperBound
    guard
      let means = lexicon.byMeans.first(where: { shadow[low..<high].starts(with: $0) }),
      lexicon.longestMatch(in: shadow, at: low, end: high).map({ $0.end <= low + means.count }) ?? true
    else { return nil }
    // The object of the word may stand in a piece with it.
    let rest = range.dropFirst(pieces[first].range.count > means.count ? 1 : 2)
    // 利用公共服务平台销售: what may be a noun, too, is the verb only where it comes last.
    let verb =
      rest.first { pieces[$0].classes & (lexicon.known.flow | lexicon.known.act) != 0 }
      ?? rest.last { pieces[$0].classes & lexicon.flow != 0 }
    guard let verb, !pieces[verb..<range.upperBound].contains(where: { $0.classes & lexicon.known.of != 0 }) else {
      return nil
    }
    return verb
  }

  /// The pieces without the verb behind what is sold or carried: 新上市的自行车卖出. 合作社卖出 says who did it.
  func withoutHandover(_ range: Range<Int>, of pieces: [Piece]) -> Range<Int>? {
    guard let last = range.last, range.count > 1,
      lexicon.handovers.contains(where: { shadow[pieces[last].range].elementsEqual($0) })
    else { return nil }
    let verbs = lexicon.flow | lexicon.known.act | lexicon.known.verb | lexicon.known.predicate
    // 日均卖出, 最多卖出: what was sold was said before.
    let before = pieces[last - 1]
    guard !isAdverb(before) || before.classes & lexicon.known.habit != 0,
      before.classes & (lexicon.known.meanHead | lexicon.known.mean | lexicon.known.superlative) == 0,
      let rest = trimmed(range.lowerBound..<last, of: pieces), let noun = rest.last,
      pieces[noun].classes & verbs == 0, !isAgent(rest, of: pieces)
    else { return nil }
    return rest
  }

  /// What has to be paid for each, without the verb: 每个摊位每月只收保洁费. 每月交通费 has none.
  func charged(in range: Range<Int>, of pieces: [Piece], from start: Int?) -> IndicatorName? {
    guard let first = range.first, let last = range.last, range.count > 1,
      shadow[pieces[first].range].starts(with: Self.each)
    else { return nil }
    let high = pieces[last].range.upperBound
    for index in range.dropFirst() {
      let low = pieces[index].range.lowerBound
      guard let verb = lexicon.charges.first(where: { shadow[low..<high].starts(with: $0) }),
        low + verb.count + 6 <= high,
        // 每人每月交通补贴: one character is a verb only behind 只 or 要.
        verb.count > 3 || saysHowMuch(pieces[index - 1]),
        lexicon.longestMatch(in: shadow, at: low, end: high).map({ $0.end <= low + verb.count }) ?? true
      else { continue }
      var end = index - 1
      while end > first, pieces[end].classes & (lexicon.known.adverb | lexicon.known.must) != 0,
        !shadow[pieces[end].range].starts(with: Self.each)
      { end -= 1 }
      let head = max(pieces[first].range.lowerBound, start ?? 0)..<pieces[end].range.upperBound
      guard !head.isEmpty, head.upperBound <= low else { return nil }
      return IndicatorName(flow: nil, parts: [.range(head), .range(low + verb.count..<high)])
    }
    return nil
  }

  /// What was done, behind who did it: 公社打了机井 is 机井, 街道开设了老年食堂 is 开设老年食堂.
  func behindDone(in range: Range<Int>, of pieces: [Piece]) -> IndicatorName? {
    guard let first = range.first, let last = range.last else { return nil }
    let low = pieces[first].range.lowerBound
    let high = pieces[last].range.upperBound
    // Hardly a name has it, and all are asked.
    guard PeriodMarker.contains(shadow, low..<high, Self.done) else { return nil }
    var offset = low
    var word = low..<low
    while offset + 9 <= high {
      let match = lexicon.longestMatch(in: shadow, at: offset, end: high)
      let end = match?.end ?? offset + UTF8Shadow.scalar(in: shadow, at: offset).length
      if end == offset + 3, offset > low, shadow[offset..<end].elementsEqual(Self.done) {
        return done(verb: word, rest: end..<high, in: range, of: pieces)
      }
      // 领取了 may be a word of its own.
      if end >= offset + 6, end + 6 <= high, shadow[end - 3..<end].elementsEqual(Self.done) {
        return done(verb: offset..<end - 3, rest: end..<high, in: range, of: pieces)
      }
      word = offset..<end
      offset = end
    }
    return nil
  }

  private func done(verb: Range<Int>, rest: Range<Int>, in range: Range<Int>, of pieces: [Piece]) -> IndicatorName? {
    let behind = pieces[range].filter { $0.range.upperBound > rest.lowerBound }
    let ends = lexicon.known.of | lexicon.known.attain | lexicon.known.rise | lexicon.known.fall
    guard rest.count >= 6, !behind.contains(where: { $0.classes & ends != 0 || $0.kind == .enumeration }),
      !lexicon.isNoName(rest, in: shadow)
    else { return nil }
    return IndicatorName(flow: verb.count > 3 ? verb : nil, parts: [.range(rest)])
  }

  private static let done = Array("了".utf8)

  private func saysHowMuch(_ piece: Piece) -> Bool {
    piece.classes & (lexicon.known.adverb | lexicon.known.must) != 0 && piece.classes & lexicon.known.habit == 0
  }

  /// 每天用水量: of a size how often it is told stays.
  func isPacedSize(_ first: Int, of range: Range<Int>, _ pieces: [Piece]) -> Bool {
    guard range.count > 1, let last = range.last, pieces[first].classes & lexicon.known.habit != 0,
      shadow[pieces[first].range].starts(with: Self.each), pieces[first + 1].isNameable,
      !pieces[first + 1..<range.upperBound].contains(where: { $0.classes & (lexicon.flow | lexicon.known.act) != 0 })
    else { return false }
    return pieces[last].classes & lexicon.known.quantityNoun != 0
      || lexicon.wordEnds.contains { $0.count == 3 && shadow[pieces[last].range].suffix(3).elementsEqual($0) }
  }

  /// Where the noun begins that is so long: 408公里长的风沙线.
  func behindExtent(_ range: Range<Int>, of pieces: [Piece]) -> Int? {
    guard let first = range.first, range.count > 2, pieces[first + 1].classes & lexicon.known.of != 0,
      lexicon.extents.contains(where: { shadow[pieces[first].range].elementsEqual($0) })
    else { return nil }
    return first + 2
  }

  /// 河堤 of 河堤上, where what is so long is meant and not what is on it.
  func withoutInside(_ name: IndicatorName) -> IndicatorName {
    guard name.flow == nil, let noun = name.noun, noun.count >= 9,
      Self.insides.contains(where: { shadow[noun].suffix(3).elementsEqual($0.word) }), !endsInUnit(noun)
    else { return name }
    return IndicatorName(flow: nil, parts: [.range(noun.lowerBound..<noun.upperBound - 3)])
  }
}
