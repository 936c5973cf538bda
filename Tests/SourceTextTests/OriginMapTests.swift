import SourceText
import TestSupport
import Testing

@Suite struct OriginMapTests {
  @Test func joinsRunsThatGoOnFromEachOther() {
    var map = OriginMap()
    map.append(source: 0..<3, length: 3)
    map.append(source: 3..<6, length: 3)
    #expect(map.runs == [.init(output: 0..<6, source: 0..<6)])
  }

  @Test func keepsAFoldedWidthWhole() {
    var map = OriginMap()
    map.append(source: 0..<3, length: 1)
    map.append(source: 3..<6, length: 3)
    #expect(map.runs == [.init(output: 0..<1, source: 0..<3), .init(output: 1..<4, source: 3..<6)])
    #expect(map.source(of: 0..<1) == 0..<3)
    #expect(map.source(of: 2..<3) == 4..<5)
  }

  @Test func leavesOutEmptyRuns() {
    var map = OriginMap()
    map.append(source: 5..<9, length: 0)
    #expect(map.runs.isEmpty)
    #expect(map.source(of: 0..<0) == nil)
  }

  @Test func spansWhatWasDroppedBetween() {
    var map = OriginMap()
    map.append(source: 0..<3, length: 3)
    map.append(source: 10..<13, length: 3)
    #expect(map.source(of: 1..<5) == 1..<12)
  }

  @Test func spansPartsThatWerePutInOrder() {
    var map = OriginMap()
    map.append(source: 10..<13, length: 3)
    map.append(source: 0..<3, length: 3)
    #expect(map.source(of: 0..<6) == 0..<13)
    #expect(map.runs(in: 2..<4).map(\.source) == [12..<13, 0..<1])
  }

  /// Composition is right when each byte of the last text goes back to where two steps lead it.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func composesAsTwoStepsDo(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let source = SourceText(decoded: randomText(using: &random))
    let middle = randomEdit(of: source, using: &random)
    let detached = SourceText(decoded: middle.utf8)
    let last = randomEdit(of: detached, using: &random)
    let composed = last.origins.composed(with: middle.origins)
    #expect(composed.length == last.utf8.count)
    for offset in last.utf8.indices {
      let once = last.origins.source(of: offset..<offset + 1)
      let twice = once.flatMap { middle.origins.source(of: $0) }
      #expect(composed.source(of: offset..<offset + 1) == twice)
    }
  }
}

/// Copies parts in any order, drops others and folds full-width digits.
private func randomEdit(of text: SourceText, using random: inout SeededGenerator) -> SourceText {
  var edited = SourceText()
  var starts = text.utf8.indices.filter { text.utf8[$0] & 0xC0 != 0x80 }
  starts.append(text.utf8.count)
  for _ in 0..<Int.random(in: 1...6, using: &random) where starts.count > 1 {
    let first = Int.random(in: 0..<starts.count - 1, using: &random)
    let last = min(starts.count - 1, first + Int.random(in: 1...5, using: &random))
    if Bool.random(using: &random) {
      edited.append(starts[first]..<starts[last], of: text)
    } else {
      edited.append([UInt8(ascii: "7")], standingFor: starts[first]..<starts[first + 1], of: text)
    }
  }
  return edited
}

private func randomText(using random: inout SeededGenerator) -> [UInt8] {
  let alphabet = ["亿", "７", "a", "é", "𠮷", " "]
  return (0..<Int.random(in: 1...30, using: &random)).flatMap { _ in
    Array(alphabet[Int.random(in: 0..<alphabet.count, using: &random)].utf8)
  }
}
