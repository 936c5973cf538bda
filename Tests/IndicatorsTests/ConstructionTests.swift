import Foundation
import Rules
import Testing

@testable import Indicators

struct ConstructionTests {
  @Test func readsTheExamplesOfTheRules() throws {
    let report = try ConstructionExamples.run(.embedded)
    #expect(report.examples > 100)
    for failure in report.failures { Issue.record("\(failure)") }
  }

  /// Sentences that no rule was tuned on. The floor only rises.
  @Test func readsSentencesThatWereHeldOut() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("HeldOut/sentences.txt")
    let reader = try SentenceReader(rules: .embedded)
    var asked = 0
    var found = 0
    var given = 0
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
      let sides = line.components(separatedBy: " =>")
      try #require(sides.count == 2, "\(line)")
      var open = reader.observations(in: sides[0], published: nil)
      given += open.count
      for text in sides[1].components(separatedBy: " ; ") where text.contains("|") {
        let expected = try #require(ExpectedRecord(text), "\(text)")
        asked += 1
        if let index = open.firstIndex(where: { expected.matches($0) }) {
          found += 1
          open.remove(at: index)
        }
      }
    }
    let score = 2 * Double(found) / Double(asked + given)
    print("held out: \(asked) asked, \(given) given, \(found) right, F1 \(score)")
    #expect(score >= 0.84)
  }

  /// Sentences of many fields for each construction, read as they are expected and by it.
  @Test func readsMoreSentencesByEachConstruction() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/constructions.txt")
    let reader = try SentenceReader(rules: .embedded)
    var id = ""
    var sentences = 0
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("@") {
        id = String(line.dropFirst())
        #expect(reader.interpreter.constructions.constructions.contains { $0.id == id }, "\(line)")
        continue
      }
      let sides = line.components(separatedBy: " =>")
      try #require(sides.count == 2, "\(line)")
      let expected = try sides[1].components(separatedBy: " ; ").filter { $0.contains("|") }.map { text in
        try #require(ExpectedRecord(text), "\(text)")
      }
      let observations = reader.observations(in: sides[0], published: nil)
      var open = observations
      for record in expected {
        let index = open.firstIndex { record.matches($0) }
        #expect(index != nil, "\(line)")
        if let index { open.remove(at: index) }
      }
      #expect(open.isEmpty, "\(line)")
      if !expected.isEmpty { #expect(observations.contains { $0.rule == id }, "\(id): \(line)") }
      sentences += 1
    }
    #expect(sentences > 150)
  }

  @Test func readsNothingTwice() throws {
    let reader = try SentenceReader(rules: .embedded)
    for text in ["全市新增企业12家，增长8%。", "由8%提高到31.6%", "甲、乙产量分别为3万吨、4万吨"] {
      let observations = reader.observations(in: text, published: nil)
      #expect(Set(observations.map(\.range)).count == observations.count)
    }
  }

  @Test(arguments: ["", "。", "，、；", "5%", "，5%。", "占的5%", "由5%到6%到7%", "（5%）", "分别5%、6%", "“5%", "\n5%\n"])
  func survivesFragments(_ text: String) throws {
    let reader = try SentenceReader(rules: .embedded)
    _ = reader.observations(in: text, published: nil)
  }

  @Test func quotesLieInsideTheParagraph() throws {
    let reader = try SentenceReader(rules: .embedded)
    let text = "上半年，全市港口完成货物吞吐量3.02亿吨，同比增长4.1%；其中外贸货物吞吐量1.76亿吨，增长2.6%。"
    let observations = reader.observations(in: text, published: "2024-07-24")
    #expect(observations.count == 4)
    for observation in observations {
      #expect(observation.quote.lowerBound >= 0 && observation.quote.upperBound <= text.utf8.count)
      #expect(observation.quote.contains(observation.range.lowerBound))
    }
  }
}
