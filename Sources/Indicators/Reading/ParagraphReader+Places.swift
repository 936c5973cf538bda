/// Figures side by side that are each of one of the places listed before them.
extension ParagraphReader {
  /// What is measured of each of several places: what stands behind the last of them, or what was measured before.
  /// - Parameter range: The pieces before the figures.
  func namesOfPlaces(in range: Range<Int>, _ ask: NameRequest) -> [IndicatorName]? {
    let wanted = ask.piece.count
    guard wanted > 1, ask.emission.name.first == .nameOrPrevious,
      case let text = cut.pieces[range.lowerBound].range.lowerBound..<cut.pieces[range.upperBound - 1].range.upperBound,
      let end = endOfPlaces(in: text, wanted: wanted)
    else { return nil }
    if end == text.upperBound {
      // 大冶市、阳新县分别完成投资46亿元、32亿元: the construction says what.
      if ask.emission.name.contains(.capture(Slots.base)) { return Array(repeating: IndicatorName(), count: wanted) }
      guard let name = measuredBefore() else { return nil }
      return Array(repeating: name, count: wanted)
    }
    // 南城、黎川两县的投资完成率
    guard text.upperBound - end >= 6,
      !lexicon.restOfPlaces.contains(where: { rest in
        end + 3 <= text.upperBound && shadow[end + 3..<text.upperBound].starts(with: rest)
      }), !shadow[end..<text.upperBound].starts(with: "等".utf8),
      let name = edges.name(range, of: cut.pieces, from: end)
    else { return nil }
    return Array(repeating: name, count: wanted)
  }

  /// 成交占比最高，达36.5%；兴国镇、经开区依次为24.3%、18.1%: what the sentence measured last, or what it is about.
  private func measuredBefore() -> IndicatorName? {
    if let last, last.sentence == sentence { return last.base }
    if let pending { return pending.name }
    return last.flatMap { $0.sentence == sentence - 1 ? $0.base : nil }
  }

  private func endOfPlaces(in text: Range<Int>, wanted: Int) -> Int? {
    var offset = text.lowerBound
    for place in 0..<wanted {
      if place > 0 {
        guard let mark = separatorEnd(at: offset, before: text.upperBound) else { return nil }
        offset = mark
      }
      guard let end = endOfPlace(at: offset, before: text.upperBound) else { return nil }
      offset = end
    }
    return offset
  }

  /// Where a place ends that is known, 黎川, or printed with what it is: 兴国镇, 滨湖新区.
  private func endOfPlace(at offset: Int, before limit: Int) -> Int? {
    let known = offset + context.divisionLength(paragraph: paragraph, at: offset)
    let isKnown = known > offset && known <= limit
    if isKnown, isUnit(known, before: limit) { return known + 3 }
    if isKnown, isUnit(known - 3, before: limit) || known == limit || separatorEnd(at: known, before: limit) != nil {
      return known
    }
    var end = offset
    for _ in 0..<Self.longestPlace where end < limit {
      if separatorEnd(at: end, before: limit) != nil { break }
      if end > offset, isUnit(end, before: limit) { return isKind(offset..<end + 3) ? nil : end + 3 }
      end += UTF8Shadow.scalar(in: shadow, at: end).length
    }
    return isKnown ? known : nil
  }

  /// Where a mark or a word ends that parts two places; `nil` where none begins.
  private func separatorEnd(at offset: Int, before limit: Int) -> Int? {
    Self.separators.first { shadow[offset..<limit].starts(with: $0) }.map { offset + $0.count }
  }

  /// 城镇, 农村: a word of two characters that ends like a place and tells what kind; 城区 may be one.
  private func isKind(_ word: Range<Int>) -> Bool {
    word.count <= 6 && !shadow[word].suffix(3).elementsEqual(Self.district)
  }

  /// 县, 镇, 区.
  private func isUnit(_ offset: Int, before limit: Int) -> Bool {
    offset + 3 <= limit && lexicon.listPlaces.contains { shadow[offset..<offset + 3].elementsEqual($0) }
  }

  private static let separators = ["、", "和", "与", "及", "以及"].map { Array($0.utf8) }
  private static let district = Array("区".utf8)
  private static let longestPlace = 8
}
