/// Words at the head of a name that are status elsewhere, and tell here which are meant.
extension NameEdges {
  private static let new = Array("新".utf8)

  /// Whether 已, 需, 经常 and their like make one modifier with the verb behind them: 已成家的职工, 已决赔款达到…. In 已发放贷款12亿元
  /// the verb is that of the figure.
  func modifies(_ first: Int, in range: Range<Int>, _ pieces: [Piece]) -> Bool {
    guard range.count > 1, lexicon.modifierLeads.holds(pieces[first].range, of: shadow) else { return false }
    let next = pieces[first + 1]
    let verbs = lexicon.known.act | lexicon.known.verb | lexicon.known.predicate | lexicon.flow
    guard next.kind == .text || next.classes & verbs != 0 else { return false }
    let inner = range.dropFirst(2).dropLast()
    if inner.contains(where: { pieces[$0].classes & lexicon.known.of != 0 }) { return true }
    // A verb follows that the figure belongs to, so that the one before is none of it.
    let told = lexicon.known.attain | lexicon.known.attainPast | lexicon.known.copula
    guard let last = range.last, range.upperBound < pieces.count, pieces[range.upperBound].classes & told != 0,
      next.classes & lexicon.flow == 0, last > first + 1 || next.kind == .text,
      pieces[last].classes & verbs == 0
    else { return false }
    return pieces[last].range.upperBound - next.range.lowerBound >= 12
  }

  /// Whether 在 tells whose they are that are counted: 在莆就业的台湾青年, 在甬高校毕业生. One character behind it that no longer word
  /// begins is the short name of a place.
  func standsWhere(_ first: Int, in range: Range<Int>, _ pieces: [Piece]) -> Bool {
    guard range.count > 1, let last = range.last else { return false }
    let verbs = lexicon.known.act | lexicon.known.verb | lexicon.known.doing | lexicon.flow
    if let particle = range.dropFirst(2).dropLast().first(where: { pieces[$0].classes & lexicon.known.of != 0 }),
      pieces[particle - 1].classes & verbs != 0
    {
      return true
    }
    let place = pieces[first].range.upperBound
    let high = pieces[last].range.upperBound
    guard place + 9 <= high, pieces[first + 1].kind == .text, pieces[first + 1].range.lowerBound == place,
      !lexicon.isNoName(place..<place + 3, in: shadow),
      lexicon.longestMatch(in: shadow, at: place, end: high).map({ $0.end <= place + 3 }) ?? true,
      let word = lexicon.longestMatch(in: shadow, at: place + 3, end: high), word.end >= place + 9
    else { return false }
    return lexicon.entries[word.word].always & (lexicon.barrier | lexicon.known.placeTail) == 0
  }

  /// A verb of flow with the 新 before it: 新招聘教师. The 新 of 高新 and 创新 is a part of another word.
  func withNew(_ verb: Range<Int>, _ index: Int, in range: Range<Int>, of pieces: [Piece]) -> Range<Int> {
    let start = verb.lowerBound - 3
    guard index > range.lowerBound, verb.lowerBound == pieces[index].range.lowerBound,
      pieces[index - 1].kind == .text, pieces[index - 1].range.upperBound == verb.lowerBound,
      start >= pieces[index - 1].range.lowerBound, shadow[start..<verb.lowerBound].elementsEqual(Self.new)
    else { return verb }
    let isPart =
      start - 3 >= pieces[index - 1].range.lowerBound
      && lexicon.longestMatch(in: shadow, at: start - 3, end: verb.lowerBound)?.end == verb.lowerBound
    return isPart ? verb : start..<verb.upperBound
  }
}
