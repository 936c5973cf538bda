import Figures
import Indicators
import Records
import TestSupport
import Testing
import Values

@testable import Pipeline

/// The spool against `RecordStore`, which holds everything in plain tables.
struct RecordSpoolTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test(arguments: [Int.max, 1 << 18, 1 << 14, 0], [1, 3])
  func givesTheLinesOfTheStore(memory: Int, workers: Int) async throws {
    let documents = Self.documents(400)
    var store = RecordStore()
    for (_, records) in documents { store.insert(records) }
    var expected = JSONWriter()
    for record in store.sorted() { expected.line(record) }
    var conflicts = JSONWriter()
    for found in Contradictions.find(in: store.sorted().filter({ $0.fact.bound == .exact })) { conflicts.line(found) }

    let outcome = try await spooled(documents.shuffled(), memory: memory, workers: workers)
    #expect(outcome.hasSpilled == (memory < Int.max))
    #expect(outcome.records == store.count)
    #expect(outcome.mentions == store.sorted().reduce(0) { $0 + $1.mentions.count })
    #expect(outcome.lines == expected.utf8)
    #expect(!conflicts.utf8.isEmpty)
    #expect(outcome.conflicts == conflicts.utf8)
    #expect(outcome.conflictCount == conflicts.utf8.count { $0 == UInt8(ascii: "\n") })
  }

  @Test func nothingGivesNothing() async throws {
    for memory in [0, Int.max] {
      let outcome = try await spooled([], memory: memory, workers: 1)
      #expect(outcome.lines.isEmpty && outcome.records == 0 && outcome.mentions == 0 && outcome.conflicts.isEmpty)
    }
  }

  @Test func leavesNoFile() async throws {
    _ = try await spooled(Self.documents(40), memory: 0, workers: 1)
    #expect(try folder.entries().isEmpty)
  }

  private func spooled(
    _ documents: [(name: String, records: DocumentRecords)], memory: Int, workers: Int
  ) async throws -> Outcome {
    let root = SystemPath(folder.path)
    var spool = RecordSpool(memory: memory, workers: workers) { name throws(OutputError) in
      try SpillFile(at: root.appending(name.utf8))
    }
    for (name, records) in documents { try spool.append(RecordEntries(records, name: name)) }
    let hasSpilled = spool.hasSpilled
    var lines: [UInt8] = []
    var (records, mentions, collector) = try await spool.finish { block throws(OutputError) in lines += block }
    var conflicts: [UInt8] = []
    let count = try collector.finish { line throws(OutputError) in conflicts += line }
    return Outcome(
      lines: lines, records: records, mentions: mentions, conflicts: conflicts, conflictCount: count,
      hasSpilled: hasSpilled)
  }

  private struct Outcome {
    let lines: [UInt8]
    let records: Int
    let mentions: Int
    let conflicts: [UInt8]
    let conflictCount: Int
    let hasSpilled: Bool
  }

  /// Documents that share many facts, word them differently, and leave out what others say.
  private static func documents(_ count: Int) -> [(name: String, records: DocumentRecords)] {
    var random = SeededGenerator(seed: 7)
    return (0..<count).map { number in
      let name = "\(number % 7)/第\(number)版.txt"
      let statements = (0..<12).map { place in
        (fact: fact(&random), mention: mention(in: name, at: place, &random))
      }
      return (name, DocumentRecords(statements))
    }
  }

  private static func fact(_ random: inout SeededGenerator) -> Fact {
    let names = ["工业投资", "“四上”企业", "四上企业", "粮食产量", "出口额", "出口额\u{2028}"]
    let value = ExactDecimal("\(Int.random(in: 1...60, using: &random))")!
    let subjects = [nil, "澜川县", "沅陵区", "瑞麦"]
    let periods: [TimePeriod?] = [nil, .single(CalendarUnit(year: 2023)), .single(CalendarUnit(year: 2024))]
    return Fact(
      Observation(
        indicator: names.randomElement(using: &random)!, measure: .level, amount: .value(value), unit: "亿元",
        bound: .exact,
        normalized: Figure.Normalized(amount: .value(value.scaled(byPowerOfTen: 8)), unit: "CNY"), status: .actual,
        comparison: nil, period: periods.randomElement(using: &random)!,
        subject: subjects.randomElement(using: &random)!,
        paragraph: 0, range: 0..<1, quote: 0..<1, rule: "test"))
  }

  private static func mention(in document: String, at place: Int, _ random: inout SeededGenerator) -> Mention {
    Mention(
      document: document, paragraph: place / 3, range: place * 10..<place * 10 + 4, quote: "达到\(place)亿元",
      source: .scalars(place * 11..<place * 11 + 4), rule: Bool.random(using: &random) ? "a" : "b")
  }
}
