import Reading
import Testing

@testable import Pipeline

/// Sentences without an end, each of whose clauses states a fact.
struct LongSentenceTests {
  private static let road = Result { try DocumentRoad(rules: .embedded) }

  /// Each clause may go on with what those before it told: looking back costs no more than the sentence is long.
  @Test(
    .timeLimit(.minutes(2)),
    arguments: [
      ("全县产量增长12%", "，水稻产量增长8%", 40_000),
      ("全县建设基地", "；茶叶基地12个，产值30万元", 20_000),
    ])
  func manyFactsInOneSentenceCostTheirLength(first: String, clause: String, count: Int) throws {
    let text = first + String(repeating: clause, count: count) + "。"
    let page = try DocumentReader().read(Array(text.utf8), name: "2024-03-05.txt")
    #expect(try Self.road.get().extract(page, name: "2024-03-05.txt").observations.count > count)
  }
}
