import Foundation
import Reading
import Records
import Rules
import TestSupport
import Testing

@testable import Pipeline

/// Keeps what a run reports.
private struct SilentObserver: RunObserver {
  func rejected(_ reject: Reject) {}
  func progressed(_ counts: RunCounts) {}
}

struct CorpusRunTests {
  private static let outputs = [
    "conflicts.jsonl", "documents.jsonl", "indicators.jsonl", "manifest.json", "rejects.jsonl",
  ]
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @discardableResult
  private func run(
    _ inputs: [String], to output: String, workers: Int = 2, reading: ReadingOptions = ReadingOptions()
  ) async throws -> RunCounts {
    let options = RunOptions(reading: reading, workers: workers)
    let discovery = try InputDiscovery(inputs: inputs, excluding: [folder.path(output)])
    return try await CorpusRun(rules: .embedded, options: options)
      .run(discovery, output: folder.path(output), observer: SilentObserver())
  }

  @Test func theSameBytesForAnyNumberOfWorkers() async throws {
    try await run([Project.path("corpus")], to: "1", workers: 1)
    for workers in [2, 3, 16] {
      try await run([Project.path("corpus")], to: "\(workers)", workers: workers)
      for name in Self.outputs {
        #expect(try folder.read("\(workers)/\(name)") == folder.read("1/\(name)"), "\(name) with \(workers) workers")
      }
    }
    #expect(try !folder.read("1/documents.jsonl").isEmpty)
  }

  @Test func theSameBytesForAnyOrderOfInputs() async throws {
    let parts = try FileManager.default.contentsOfDirectory(atPath: Project.path("corpus")).sorted()
      .map { Project.path("corpus/\($0)") }
    try await run(parts, to: "forward")
    try await run(parts.reversed(), to: "backward")
    for name in Self.outputs {
      #expect(try folder.read("forward/\(name)") == folder.read("backward/\(name)"), "\(name)")
    }
  }

  @Test func differentValuesOfOneFactAreAConflict() async throws {
    try folder.write("本报讯 2024年，日照市完成工业投资12.6亿元，进出口总额3.5亿元。", to: "in/a.txt")
    try folder.write("本报讯 2024年，日照市完成工业投资12.9亿元，进出口总额3.5亿元。", to: "in/b.txt")
    let counts = try await run([folder.path("in")], to: "out")
    let conflicts = try JSONValue.lines(Array(folder.read("out/conflicts.jsonl").utf8))
    #expect(counts.conflicts == 1 && conflicts.count == 1)
    let conflict = try #require(conflicts.first)
    #expect(conflict["indicator"]?.text == "工业投资" && conflict["time_period"]?.text == "2024")
    #expect(conflict["records"]?.items.map { $0["value"]?.number?.description } == ["12.6", "12.9"])
    let records = try JSONValue.lines(Array(folder.read("out/indicators.jsonl").utf8))
    #expect(conflict["records"]?.items.allSatisfy(records.contains) == true)
    let manifest = try JSONValue(folder.read("out/manifest.json").utf8)
    #expect(manifest["counts"]?["conflicts"]?.number?.description == "1")
  }

  @Test func aCancelledRunLeavesNothing() async throws {
    try folder.write("本报讯 全区完成工业投资12.6亿元。", to: "in/good.txt")
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      try await run([folder.path("in")], to: "out")
    }
    await #expect(throws: OutputError.self) { try await task.value }
    #expect(try !folder.entries().contains("out"))
  }

  @Test func anEmptyPathIsNotTheWorkingFolder() {
    #expect(throws: InputError.self) { try InputDiscovery(inputs: [""]) }
  }

  @Test func whatCannotBeReadIsALineAndTheRestIsDone() async throws {
    try folder.write("本报讯 全区完成工业投资12.6亿元。", to: "in/good.txt")
    try folder.write("", to: "in/empty.txt")
    try folder.write(" \n\t\n", to: "in/blank.txt")
    try folder.write(Data([0, 1, 2, 3, 0, 0xFF, 0xFE, 0, 9, 9]), to: "in/binary.dat")
    try folder.write(String(repeating: "长", count: 400), to: "in/long.txt")
    let counts = try await run([folder.path("in")], to: "out", reading: ReadingOptions(sizeLimit: 1000))
    #expect(counts.documents == 1)
    #expect(counts.rejects == 4)
    let rejects = try JSONValue.lines(Array(folder.read("out/rejects.jsonl").utf8))
    #expect(rejects.map { $0["document"]?.text } == ["binary.dat", "blank.txt", "empty.txt", "long.txt"])
    #expect(rejects.map { $0["reason"]?.text } == ["not-text", "empty", "empty", "too-large"])
    let documents = try JSONValue.lines(Array(folder.read("out/documents.jsonl").utf8))
    #expect(documents.map { $0["document"]?.text } == ["good.txt"])
  }

  @Test func whatTheDecoderMendedIsCounted() async throws {
    let text = Array("今年全市新增就业1.2万人，城镇登记失业率为2.8%。".utf8)
    try folder.write(Data(text.dropLast()), to: "in/cut.txt")
    try await run([folder.path("in")], to: "out")
    #expect(try folder.read("out/documents.jsonl").contains("\"truncated_character\":1"))
  }

  @Test func outputsHaveNoPlaceOrTimeInThem() async throws {
    try folder.write("全区完成工业投资12.6亿元。", to: "in/a.txt")
    try await run([folder.path("in")], to: "out")
    let whole = try Self.outputs.map { try folder.read("out/\($0)") }.joined()
    #expect(!whole.contains(folder.path))
    #expect(!whole.contains(ProcessInfo.processInfo.hostName) || ProcessInfo.processInfo.hostName.count < 4)
    try await run([folder.path("in")], to: "again")
    #expect(try Self.outputs.map { try folder.read("again/\($0)") }.joined() == whole)
  }

  @Test func aRunThatFailsLeavesTheOldOutputs() async throws {
    try folder.write("全区完成工业投资12.6亿元。", to: "in/a.txt")
    try await run([folder.path("in")], to: "out")
    let before = try folder.read("out/documents.jsonl")
    try FileManager.default.removeItem(atPath: folder.path("out/manifest.json"))
    try FileManager.default.createDirectory(
      atPath: folder.path("out/manifest.json"), withIntermediateDirectories: false)
    try folder.write("另有一篇。", to: "in/b.txt")
    await #expect(throws: OutputError.self) { try await run([folder.path("in")], to: "out") }
    #expect(try folder.read("out/documents.jsonl") == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("out")).allSatisfy { !$0.hasPrefix(".") })
  }

  @Test func aNearCopyNamesTheFirstAndIsKept() async throws {
    var random = SeededGenerator(seed: 21)
    let story = (0..<60).map { "第\($0)号车间在\(UInt16.random(in: 0...999, using: &random))天里做了改造，工人都说好。" }
    try folder.write(story.joined(), to: "in/a.txt")
    try folder.write(story.joined().replacing("第7号车间", with: "第七车间"), to: "in/b.txt")
    try folder.write(
      story.reversed().map { $0.replacing("车间", with: "班组").replacing("改造", with: "检修") }.joined(), to: "in/c.txt")
    try await run([folder.path("in")], to: "out")
    let documents = try JSONValue.lines(Array(folder.read("out/documents.jsonl").utf8))
    #expect(documents.map { $0["duplicate_of"] } == [.null, .string("a.txt"), .null])
    #expect(documents.allSatisfy { $0["paragraphs"]?.items.isEmpty == false })
  }

  /// The same story in two papers: set in columns of another width, with another headline and byline, shortened at the end.
  @Test func theStoryOfAnotherPaperIsMarkedAndNothingIsDropped() async throws {
    var generator = SeededGenerator(seed: 77)
    let story = CleanPage.random(using: &generator).filter { $0.kind == .body }.map(\.text)
    let other = CleanPage.random(using: &generator).filter { $0.kind == .body }.map(\.text)
    func set(_ paragraphs: [String], _ measure: Int, _ head: [String]) -> String {
      let columns = paragraphs.map { LineDamage.wrap($0, measure: measure, first: measure - 2).joined(separator: "\n") }
      return (head + columns).joined(separator: "\n\n")
    }
    try folder.write(set(story, 18, ["县里的事大家办", "本报记者 林一帆"]), to: "in/a/first.txt")
    try folder.write(set(other, 16, ["码头上的清晨"]), to: "in/a/other.txt")
    try folder.write(set(story.dropLast(), 14, ["众人拾柴火焰高", "记者 何青"]), to: "in/b/second.txt")
    try await run([folder.path("in")], to: "out")
    let documents = try JSONValue.lines(Array(folder.read("out/documents.jsonl").utf8))
    #expect(documents.map { $0["document"]?.text } == ["a/first.txt", "a/other.txt", "b/second.txt"])
    #expect(documents.map { $0["duplicate_of"] } == [.null, .null, .string("a/first.txt")])
    let paragraphs = documents.map { $0["paragraphs"]?.items.compactMap { $0["text"]?.text } ?? [] }
    #expect(Set(story).isSubset(of: paragraphs[0]) && Set(story.dropLast()).isSubset(of: paragraphs[2]))
    let records = try JSONValue.lines(Array(folder.read("out/indicators.jsonl").utf8))
    let mentioned = records.map { Set($0["mentions"]?.items.compactMap { $0["document"]?.text } ?? []) }
    #expect(mentioned.contains { $0.isSuperset(of: ["a/first.txt", "b/second.txt"]) })
  }

  @Test func noInputGivesEmptyOutputs() async throws {
    try FileManager.default.createDirectory(atPath: folder.path("in"), withIntermediateDirectories: false)
    let counts = try await run([folder.path("in")], to: "out")
    #expect(counts.inputs == 0)
    #expect(try folder.read("out/indicators.jsonl").isEmpty)
    #expect(try JSONValue(folder.read("out/manifest.json").utf8)["counts"]?["records"]?.description == "0")
  }
}
