import TestSupport
import Testing

@testable import Layout

/// The tables of a page against the plain way to find the same.
struct PageTablesTests {
  @Test func traitsSayWhatTheClassesSay() {
    let table = TraitTable()
    for code in 0..<UInt32(0x32000) where table[code] != CharacterTraits(of: code) {
      Issue.record("the table is wrong at \(code)")
    }
  }

  @Test(arguments: [2, 5, 40], [30, 3000])
  func pairIndexFindsWhatStandsInALine(alphabet: Int, length: Int) {
    let memory = PageMemory()
    var random = SeededGenerator(seed: UInt64(alphabet * length))
    let texts = (0..<6).map { _ in Self.text(length / 6, alphabet, &random) }
    let index = PairIndex(texts.map { Self.line($0, memory) })
    for size in [2, 4, 12] {
      for _ in 0..<300 {
        let wanted =
          Bool.random(using: &random) ? Self.text(size, alphabet, &random) : Self.part(of: texts, size, &random)
        let isThere = texts.contains { Self.places(of: wanted, in: $0).first != nil }
        #expect(index.holds(before: size / 2, after: size / 2) { wanted[$0] } == isThere)
      }
    }
  }

  @Test(arguments: [2, 4])
  func textIndexFindsTheFirstCopies(alphabet: Int) {
    var random = SeededGenerator(seed: UInt64(alphabet))
    for _ in 0..<60 {
      let text = Self.text(400, alphabet, &random) + Self.text(60, 1, &random)
      let starts = (0..<12).map { _ in Int.random(in: 0..<440, using: &random) }
      let index = TextIndex(text, span: 6, starts: starts)
      for start in starts {
        let range = start..<min(text.count, start + Int.random(in: 6...20, using: &random))
        let heads = Self.places(of: Array(text[start..<start + 6]), in: text).prefix(8)
        let expected = heads.map { $0..<$0 + range.count }.filter {
          $0.upperBound <= text.count && text[$0].elementsEqual(text[range])
        }
        #expect(index.occurrences(of: range) == expected)
      }
    }
  }

  private static func text(_ count: Int, _ alphabet: Int, _ random: inout SeededGenerator) -> [UInt32] {
    (0..<count).map { _ in 0x4E00 + UInt32.random(in: 0..<UInt32(alphabet), using: &random) }
  }

  private static func part(of texts: [[UInt32]], _ size: Int, _ random: inout SeededGenerator) -> [UInt32] {
    let text = texts[Int.random(in: 0..<texts.count, using: &random)]
    guard text.count > size else { return Array(repeating: 0x4E00, count: size) }
    let start = Int.random(in: 0...(text.count - size), using: &random)
    return Array(text[start..<start + size])
  }

  private static func places(of wanted: [UInt32], in text: [UInt32]) -> [Int] {
    guard text.count >= wanted.count else { return [] }
    return (0...(text.count - wanted.count)).filter { text[$0..<$0 + wanted.count].elementsEqual(wanted) }
  }

  private static func line(_ codes: [UInt32], _ memory: PageMemory) -> TextLine {
    let glyphs = codes.enumerated().map { place, code in
      Glyph(code: code, shadow: code, start: place * 3, length: 3, traits: CharacterTraits(of: code))
    }
    return TextLine(
      source: 0, glyphs: memory.copy(glyphs), memory: memory, traits: TraitTable(), blanksBefore: 0, indent: 0,
      hasLeadingSpace: false, isWhole: false, usesASCIIStops: false)
  }
}
