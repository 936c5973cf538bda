import Figures
import Rules

/// Subjects told by what is said of them: a place by what it is called, companies by their results.
extension TopicReader {
  /// 这个江汉古镇: a word that points, and what the place told of is said to be.
  /// - Parameter start: Where the subject of the clause would begin, behind the word or with it.
  func placeTold(in text: [UInt8], _ clause: Range<Int>, from start: Int) -> Topic? {
    var first = start
    if rules.placePointers.longestMatch(endingAt: start, in: text, start: clause.lowerBound) == nil {
      // 这座 stands before no place that a text names.
      let limit = min(clause.upperBound, start + 6)
      guard limit == start + 6,
        rules.placePointers.longestMatch(endingAt: limit, in: text, start: start)?.start == start
      else {
        // 这个只有2.1万人口的: where a word that leads in stands behind it.
        let first = clause.lowerBound + 6
        guard first < start,
          rules.placePointers.longestMatch(endingAt: first, in: text, start: clause.lowerBound) != nil
        else { return nil }
        return placeMeasured(in: text, clause, from: first)
      }
      first = limit
    }
    var offset = first
    while offset < min(clause.upperBound, first + Self.longestDescription) {
      if let noun = rules.placeNouns.longestMatch(in: text, at: offset, end: clause.upperBound) {
        guard rules.placeNounExceptions.longestMatch(in: text, at: noun.end) == nil else { return nil }
        let pointer = rules.placePointers.longestMatch(endingAt: first, in: text, start: clause.lowerBound)?.start
        return Topic(kind: .deictic(.body(.settlement)), range: (pointer ?? first)..<noun.end, isSource: false)
      }
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      guard (0x4E00...0x9FFF).contains(scalar), rules.stops.longestMatch(in: text, at: offset) == nil else { break }
      offset += size
    }
    return placeMeasured(in: text, clause, from: first)
  }

  /// 这个只有2.1万人口、1.6万亩耕地的水乡集镇，: what the place told of is said to be and to have.
  private func placeMeasured(in text: [UInt8], _ clause: Range<Int>, from first: Int) -> Topic? {
    let limit = min(clause.upperBound, first + Self.longestMeasure)
    var offset = first
    while offset < limit {
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      offset += size
      guard scalar == 0x7684 else { continue }
      var noun = offset
      // 水乡集镇: up to two characters before what it is.
      while noun < min(limit, offset + 9) {
        if let match = rules.placeNouns.longestMatch(in: text, at: noun, end: clause.upperBound),
          match.end == clause.upperBound || Self.isBreak(UTF8Scalar.folded(in: text, at: match.end).scalar)
        {
          let pointer = rules.placePointers.longestMatch(endingAt: first, in: text, start: clause.lowerBound)?.start
          return Topic(kind: .deictic(.body(.settlement)), range: (pointer ?? first)..<match.end, isSource: false)
        }
        noun += UTF8Scalar.folded(in: text, at: noun).length
      }
    }
    return nil
  }

  private static let longestMeasure = 120

  /// Up to five characters of description.
  private static let longestDescription = 18

  /// 武陵酒业、桃江矿业增幅最大，分别实现净利润2310万元、1890万元: names side by side that end in trades, where results of
  /// companies are told.
  func companies(in text: [UInt8], at start: Int, end: Int) -> Topic? {
    guard start + 12 < end, Self.nameLengths.contains(where: { start + $0 < end && parts(text, start + $0) }) else {
      return nil
    }
    var last = start
    var names = 0
    var offset = start
    while let name = company(in: text, at: offset, end: end) {
      names += 1
      last = name
      guard let next = afterConnective(text, name, end) else { break }
      offset = next
    }
    guard names > 1, tellsResults(text, last) else { return nil }
    return Topic(kind: .several, range: start..<last, isSource: false)
  }

  /// 降幅最大的是汾水煤化，净利润…: a company that ends its clause, where results are told.
  func company(in text: [UInt8], behind copula: Int, _ clause: Range<Int>) -> Topic? {
    guard let end = company(in: text, at: copula, end: clause.upperBound), end == Self.endOfHan(in: text, clause),
      tellsResults(text, end)
    else { return nil }
    return Topic(kind: .body(.company), range: copula..<end, isSource: false)
  }

  /// Where a name ends that begins at an offset: two or three characters that are no trade themselves, and a trade.
  private func company(in text: [UInt8], at start: Int, end: Int) -> Int? {
    for brand in [6, 9] where start + brand + 6 <= end {
      guard let trade = rules.trades.longestMatch(in: text, at: start + brand, end: end) else { continue }
      guard isName(text, start..<start + brand),
        rules.trades.longestMatch(in: text, at: start, end: start + brand) == nil,
        rules.generic.longestMatch(in: text, at: start, end: end) == nil
      else { return nil }
      return trade.end
    }
    return nil
  }

  /// Whether what only companies report stands in what follows.
  private func tellsResults(_ text: [UInt8], _ offset: Int) -> Bool {
    rules.resultWords.occurs(in: text, offset..<min(text.count, offset + Self.reach), end: text.count)
  }

  private static let reach = 120
  /// Of names of four to six characters.
  private static let nameLengths = [12, 15, 18]
}
