import GeneratedPages
import Reading
import Records
import Rules
import TestSupport
import Testing

@testable import Pipeline

private struct SilentObserver: RunObserver {
  func rejected(_ reject: Reject) {}
  func progressed(_ counts: RunCounts) {}
}

/// A run over generated pages gives the bytes of the plain path: one document after another, everything in memory.
struct GeneratedCorpusTests {
  #if DEBUG
  private static let pages = 40
  #else
  private static let pages = 500
  #endif

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func workersOrderAndMemoryChangeNoByte() async throws {
    let generator = PageGenerator(seed: 20_240_208)
    let pages = (0..<Self.pages).map(generator.page)
    for page in pages { try folder.write(String(decoding: page.utf8, as: UTF8.self), to: "in/\(page.name)") }
    let expected = try reference(pages)
    #expect(expected.records > pages.count)

    let files = pages.map { folder.path("in/\($0.name)") }
    try await run([folder.path("in")], to: "plain", workers: 1)
    #expect(try folder.read("plain/indicators.jsonl") == expected.lines)
    for (name, inputs, workers, memory) in [
      ("workers", [folder.path("in")], 4, RunOptions.defaultMemory),
      ("spilled", [folder.path("in")], 1, 1 << 16),
      ("shuffled", files.shuffled(), 3, 1 << 18),
    ] {
      try await run(inputs, to: name, workers: workers, memory: memory)
      for output in ["indicators.jsonl", "conflicts.jsonl", "documents.jsonl", "rejects.jsonl", "manifest.json"] {
        #expect(try folder.read("\(name)/\(output)") == folder.read("plain/\(output)"), "\(output), \(name)")
      }
    }
  }

  @Test func aSeedGivesTheSamePages() {
    let pages = (0..<40).map(PageGenerator(seed: 1).page)
    #expect(pages.map(\.utf8) == (0..<40).reversed().map { PageGenerator(seed: 1).page(at: $0).utf8 }.reversed())
    #expect(PageGenerator(seed: 2).page(at: 0).utf8 != PageGenerator(seed: 1).page(at: 0).utf8)
    #expect(pages.allSatisfy { String(validating: $0.utf8, as: UTF8.self) != nil })
  }

  private func reference(_ pages: [GeneratedPage]) throws -> (lines: String, records: Int) {
    let road = try DocumentRoad(rules: .embedded)
    var store = RecordStore()
    for page in pages {
      let read = try DocumentReader().read(page.utf8, name: page.name)
      store.insert(road.extract(read, name: page.name).records)
    }
    var writer = JSONWriter()
    for record in store.sorted() { writer.line(record) }
    return (String(decoding: writer.utf8, as: UTF8.self), store.count)
  }

  private func run(
    _ inputs: [String], to output: String, workers: Int, memory: Int = RunOptions.defaultMemory
  ) async throws {
    _ = try await CorpusRun(rules: .embedded, options: RunOptions(workers: workers, memory: memory))
      .run(
        InputDiscovery(inputs: inputs, excluding: [folder.path(output)]), output: folder.path(output),
        observer: SilentObserver())
  }
}
