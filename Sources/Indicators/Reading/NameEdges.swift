/// Finds the clean noun phrase in the pieces that a construction took for the name.
struct NameEdges {
  let lexicon: Lexicon
  let shadow: [UInt8]

  private static let particle = Array("的".utf8)
  private static let closingQuote = Array("”".utf8)
  private static let closingCorner = Array("」".utf8)

  /// The pieces without the words that belong to no name at their ends; `nil` where nothing is left.
  func trimmed(_ range: Range<Int>, of pieces: [Piece]) -> Range<Int>? {
    var range = range
    let place = lexicon.known.place
    while let last = range.last,
      isStripped(pieces[last]) && pieces[last].classes & place == 0 || pieces[last].kind == .bracket
    {
      range = range.lowerBound..<last
    }
    while let first = range.first, isStripped(pieces[first]) || pieces[first].kind == .bracket {
      if leadsClause(first, of: range, pieces) { break }
      range = first + 1..<range.upperBound
    }
    return range.isEmpty ? nil : range
  }

  private func isStripped(_ piece: Piece) -> Bool {
    piece.kind == .enumeration
      || piece.kind == .word && piece.classes & (lexicon.inner | lexicon.known.of) != 0
  }

  /// 有进出口实绩的企业: 有 leads a clause that says which, and stays.
  private func leadsClause(_ first: Int, of range: Range<Int>, _ pieces: [Piece]) -> Bool {
    pieces[first].classes & lexicon.known.have != 0
      && range.dropFirst().dropLast().contains { pieces[$0].classes & lexicon.known.of != 0 }
  }

  /// The name in these pieces: a leading verb of flow apart, the particle at both ends cut off.
  func name(_ range: Range<Int>, of pieces: [Piece], from start: Int? = nil) -> IndicatorName? {
    guard var range = trimmed(range, of: pieces) else { return nil }
    if let start {
      while let first = range.first, pieces[first].range.upperBound <= start {
        range = first + 1..<range.upperBound
      }
      guard let rest = trimmed(range, of: pieces) else { return nil }
      range = rest
    }
    let flow = lexicon.flow
    var name = IndicatorName()
    // What stands before a verb of flow is who does it, unless the verb ends the name: 城镇新增就业 is one word.
    let strong = lexicon.known.flow
    if let index = range.first(where: {
      pieces[$0].classes & ($0 == range.lowerBound ? flow : strong) != 0
    }), index < range.upperBound - 1, index == range.lowerBound || !belongs(pieces[index - 1]) {
      var end = index + 1
      while end < range.upperBound - 1, pieces[end].classes & flow != 0 || joinsFlows(end, pieces, range) { end += 1 }
      name.flow = pieces[index].range.lowerBound..<pieces[end - 1].range.upperBound
      range = end..<range.upperBound
    }
    guard let first = range.first, let last = range.last else { return nil }
    var low = max(pieces[first].range.lowerBound, name.flow == nil ? start ?? 0 : 0)
    var high = pieces[last].range.upperBound
    if name.flow == nil {
      while low + 3 <= high, shadow[low..<low + 3].elementsEqual(Self.particle) { low += 3 }
    }
    // A word of the lexicon is whole: 施工许可 does not end in 可.
    var isCut = pieces[last].kind == .text
    while isCut {
      isCut = false
      for trailer in lexicon.tails where high - trailer.count > low {
        if shadow[high - trailer.count..<high].elementsEqual(trailer) {
          high -= trailer.count
          isCut = true
        }
      }
    }
    guard low < high else { return nil }
    // Brackets inside stay: 村（社区）便民服务站.
    name.parts = [.range(low..<high)]
    return name
  }

  /// 、 between two verbs of flow: 新建、改建.
  private func joinsFlows(_ index: Int, _ pieces: [Piece], _ range: Range<Int>) -> Bool {
    pieces[index].kind == .enumeration && index + 1 < range.upperBound - 1
      && pieces[index + 1].classes & lexicon.flow != 0
  }

  /// True for a piece that the verb of flow behind it is a part of: 重点的新建项目, “免申即享”兑付.
  private func belongs(_ piece: Piece) -> Bool {
    if piece.classes & lexicon.known.of != 0 { return true }
    let tail = shadow[piece.range].suffix(3)
    return tail.elementsEqual(Self.closingQuote) || tail.elementsEqual(Self.closingCorner)
  }
}
