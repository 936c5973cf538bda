import Testing

@testable import Rules

/// The tables against the plain way: every word tried at every place.
@Suite struct WordTableTests {
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  /// Few characters, so that words begin and end with one another; of one, two, three and four bytes.
  private static let characters = ["同", "比", "增", "长", "%", "a", "é", "𠮷", "（", "(", "年", "同比"]

  private static func text(_ length: Int, _ generator: inout Generator) -> String {
    (0..<length).map { _ in characters[Int.random(in: 0..<characters.count, using: &generator)] }.joined()
  }

  @Test(arguments: 1...40)
  func findsTheLongestWordAtEveryPlace(seed: UInt64) {
    var generator = Generator(state: seed)
    var table = WordTable<Int>()
    var words: [[UInt8]] = []
    for _ in 0..<60 {
      let word = Self.text(Int.random(in: 1...4, using: &generator), &generator)
      // Full-width words are none: texts are folded before they are compared.
      // Words beyond the basic plane are not compressed.
      guard !word.contains("（"), seed % 2 == 0 || !word.contains("𠮷"), table.insert(word, words.count) else { continue }
      words.append(Array(word.utf8))
    }
    let compressed = table.compressed()
    #expect(Set(compressed.firstScalars) == Set(table.firstScalars))
    let printed = Self.text(200, &generator)
    let text = Array(printed.utf8)
    let folded = printed.replacing("（", with: "(")
    var offset = 0
    for (index, scalar) in printed.unicodeScalars.enumerated() {
      let rest = String(String.UnicodeScalarView(folded.unicodeScalars.dropFirst(index)))
      let expected = words.indices.filter { rest.utf8.starts(with: words[$0]) }.max {
        words[$0].count < words[$1].count
      }
      #expect(table.longestMatch(in: text, at: offset)?.value == expected)
      #expect(compressed.longestMatch(in: text, at: offset)?.value == expected)
      #expect(compressed.longestMatch(in: text, at: offset)?.end == table.longestMatch(in: text, at: offset)?.end)
      let limit = offset + 6
      #expect(
        compressed.longestMatch(in: text, at: offset, end: min(limit, text.count))?.value
          == table.longestMatch(in: text, at: offset, end: min(limit, text.count))?.value)
      if expected != nil { #expect(table.mayBegin(in: text, at: offset)) }
      offset += String(scalar).utf8.count
    }
  }

  @Test func findsTheLongestWordFromItsEnd() {
    var table = WordTable<Int>()
    for (index, word) in ["比", "同比", "较去年同比", "超过"].enumerated() { table.insertReversed(word, index) }
    let text = Array("较去年同比超过".utf8)
    for table in [table, table.compressed()] {
      #expect(table.longestMatch(endingAt: 15, in: text)?.value == 2)
      #expect(table.longestMatch(endingAt: 15, in: text, start: 3)?.value == 1)
      #expect(table.longestMatch(endingAt: 21, in: text)?.start == 15)
      #expect(table.longestMatch(endingAt: 9, in: text) == nil)
    }
  }

  @Test func findsWhereTheFirstWordOfARangeBegins() {
    var table = WordTable<Bool>()
    for word in ["分别", "依次"] { table.insert(word, true) }
    let text = Array("两镇增幅分别为8%，依次为9%".utf8)
    let respectively = Array("两镇增幅".utf8).count
    #expect(table.firstOccurrence(in: text, 0..<text.count) == respectively)
    // From within a character on, and with the word cut off by the end of the range.
    #expect(table.firstOccurrence(in: text, 4..<text.count) == respectively)
    #expect(table.firstOccurrence(in: text, 0..<respectively + 3) == nil)
    #expect(table.firstOccurrence(in: text, respectively + 3..<text.count) == Array("两镇增幅分别为8%，".utf8).count)
    #expect(!table.occurs(in: text, text.count..<text.count))
  }

  @Test func aSetOfBeginningsHasBothWidths() {
    var table = WordTable<Bool>()
    for word in ["%", "同比"] { table.insert(word, true) }
    let set = ScalarSet(table)
    for text in ["%", "％", "同"] { #expect(set.contains(Array(text.utf8), at: 0)) }
    for text in ["比", "a", "é"] { #expect(!set.contains(Array(text.utf8), at: 0)) }
  }

  /// Copies share their memory until one is changed.
  @Test(arguments: [false, true])
  func aCopyIsAValueOfItsOwn(isCompressed: Bool) {
    var table = WordTable<Int>()
    for (index, word) in ["同", "同比", "增长"].enumerated() { table.insert(word, index) }
    var copy = table
    if isCompressed { copy.compress() } else { copy.insert("较", 3) }
    table.insert("同比增", 4)
    let text = Array("较同比增长".utf8)
    #expect(table.longestMatch(in: text, at: 0) == nil)
    #expect(table.longestMatch(in: text, at: 3)?.value == 4)
    #expect(copy.longestMatch(in: text, at: 3)?.value == 1)
    #expect(copy.longestMatch(in: text, at: 0)?.value == (isCompressed ? nil : 3))
    #expect(ScalarSet(table).scalars == [0x540C, 0x589E])
  }

  @Test func aCopyOfASetIsAValueOfItsOwn() {
    var set = ScalarSet()
    set.insertBothWidths(0x35)
    var copy = set
    copy.insertBothWidths(0x5E74)
    set.formUnion(ScalarSet())
    #expect(set.scalars == [0x35, 0xFF15])
    #expect(copy.scalars == [0x35, 0x5E74, 0xFF15])
    for (text, offset) in [("5", 0), ("第５", 3), ("𠮷", 0)] { #expect(set.contains(Array(text.utf8), at: offset)) }
    #expect(!set.contains(Array("年".utf8), at: 0))
    #expect(copy.first(in: Array("今后三年".utf8), from: 3) == 9)
    #expect(set.first(in: Array("今后三年".utf8), from: 0) == nil)
  }

  @Test func saysWhatItsWordsBeginWith() {
    var table = WordTable<Bool>()
    for word in ["年", "年初", "年底前", "今年", "%", "上半年", "上年"] { table.insert(word, true) }
    let openings = table.openings.map { [$0.first, $0.second ?? 0] }.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
    let expected = ["%", "上半", "上年", "今年", "年", "年初", "年底"].map { word in
      Array(word.unicodeScalars.map(\.value) + [0]).prefix(2).map { $0 }
    }
    #expect(openings == expected)
  }
}
