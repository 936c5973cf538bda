import Layout
import SourceText
import TestSupport
import Testing

@testable import Pipeline

struct DuplicateTests {
  private func signature(_ text: String) -> ShingleSignature? {
    ShingleSignature([Paragraph(text: SourceText(decoded: text), kind: .body)])
  }

  /// A text of random ideographs.
  private func text(length: Int, using random: inout SeededGenerator) -> [Unicode.Scalar] {
    (0..<length).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0x4E00...0x9FA5, using: &random)) }
  }

  private func string(_ scalars: [Unicode.Scalar]) -> String { String(String.UnicodeScalarView(scalars)) }

  @Test func nearCopiesNameTheFirst() throws {
    var random = SeededGenerator(seed: 5)
    var index = DuplicateIndex()
    for number in 0..<50 {
      let story = text(length: 800, using: &random)
      var edited = story
      for _ in 0..<8 { edited[Int.random(in: 0..<edited.count, using: &random)] = "改" }
      #expect(index.original(of: "a\(number)", try #require(signature(string(story)))) == nil)
      let copy = string(text(length: 12, using: &random) + edited)
      #expect(index.original(of: "b\(number)", try #require(signature(copy))) == "a\(number)")
      #expect(index.original(of: "c\(number)", try #require(signature(string(story)))) == "a\(number)")
    }
  }

  @Test func storiesThatShareAParagraphAreTwo() throws {
    var random = SeededGenerator(seed: 6)
    var index = DuplicateIndex()
    for number in 0..<50 {
      let shared = text(length: 300, using: &random)
      let one = string(shared + text(length: 500, using: &random))
      let two = string(text(length: 500, using: &random) + shared)
      #expect(index.original(of: "a\(number)", try #require(signature(one))) == nil)
      #expect(index.original(of: "b\(number)", try #require(signature(two))) == nil)
    }
  }

  @Test func spacesPunctuationAndFurnitureDoNotCount() throws {
    var random = SeededGenerator(seed: 7)
    let story = string(text(length: 300, using: &random))
    let spaced = story.map { "\($0) " }.joined(separator: "，")
    #expect(signature(spaced) == signature(story))
    let furniture = Paragraph(text: SourceText(decoded: string(text(length: 50, using: &random))), kind: .furniture)
    #expect(
      ShingleSignature([furniture, Paragraph(text: SourceText(decoded: story), kind: .body)]) == signature(story))
  }

  @Test func shortTextsAreNotCompared() {
    #expect(signature("全区完成工业投资12.6亿元。") == nil)
    #expect(signature("") == nil)
  }

  @Test func theEstimateIsNearTheTrueSimilarity() throws {
    var random = SeededGenerator(seed: 8)
    var total = 0.0
    for _ in 0..<100 {
      let shared = text(length: 800, using: &random)
      let one = try #require(signature(string(shared + text(length: 100, using: &random))))
      let two = try #require(signature(string(shared + text(length: 100, using: &random))))
      total += one.similarity(to: two)
    }
    #expect(abs(total / 100 - 0.8) < 0.03)
  }
}
