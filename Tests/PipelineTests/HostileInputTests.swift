import Foundation
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

/// What people and their enemies leave in folders: each ends as a reject with its reason, and the rest is read.
struct HostileInputTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("本报讯 全区完成工业投资12.6亿元。", to: "in/good.txt")
  }

  private func run(_ inputs: [String]) async throws -> RunCounts {
    var reading = ReadingOptions(sizeLimit: 32 << 20)
    reading.limits.ratio = 100
    return try await CorpusRun(rules: .embedded, options: RunOptions(reading: reading, workers: 2))
      .run(InputDiscovery(inputs: inputs), output: folder.path("out"), observer: SilentObserver())
  }

  private func rejects() throws -> [String: String] {
    try JSONValue.lines(Array(folder.read("out/rejects.jsonl").utf8)).reduce(into: [:]) { rejects, line in
      if let document = line["document"]?.text { rejects[document] = line["reason"]?.text }
    }
  }

  private func write(_ name: [UInt8], size: off_t) throws {
    let path = SystemPath(folder.path("in")).appending(name)
    let descriptor = path.withCString { open($0, O_CREAT | O_WRONLY, 0o600) }
    try #require(descriptor >= 0)
    #expect(ftruncate(descriptor, size) == 0)
    close(descriptor)
  }

  @Test(.timeLimit(.minutes(1))) func filesOfEveryBadKindAreRejected() async throws {
    try write(Array("zero.txt".utf8), size: 0)
    try write(Array("sparse.xml".utf8), size: 1 << 30)
    try write(Array("line\nbreak.txt".utf8), size: 0)
    try write([0x61, 0xFF, 0x2E, 0x74], size: 3)
    let node = Array("<nitf><p>".utf8) + [UInt8](repeating: 0x78, count: 12 << 20)
    try folder.write(Data(Archive.gzip(node)), to: "in/node.xml.gz")
    try folder.write(Data(Archive.zip([("a.txt", [])]).dropLast(5)), to: "in/cut.zip")
    try folder.write(Data(Archive.gzip(Array("正文".utf8)).dropLast(9)), to: "in/cut.txt.gz")
    try folder.write(
      "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><nitf><p>&x;</p></nitf>", to: "in/entity.xml")
    try folder.write("<nitf><p>正文", to: "in/cut.xml")
    try folder.write(Data([0xE6, 0x96, 0x87, 0xFF, 0xE6, 0x96, 0x87] + Array("正文正文".utf8)), to: "in/mixed.txt")
    try folder.write(String(repeating: "\u{1}\u{2}甲", count: 300), to: "in/controls.txt")
    let counts = try await run([folder.path("in")])
    #expect(counts.documents == 1)
    #expect(
      try rejects() == [
        "zero.txt": "empty", "sparse.xml": "too-large", "line\nbreak.txt": "empty", "a\\xFF.t": "not-text",
        "node.xml.gz": "over-limit", "cut.zip": "malformed", "cut.txt.gz": "malformed", "entity.xml": "malformed",
        "cut.xml": "malformed", "mixed.txt": "undecodable", "controls.txt": "not-text",
      ])
  }

  @Test(.timeLimit(.minutes(1))) func devicesAndPipesThatAreNamedAreRejected() async throws {
    #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
    let counts = try await run([folder.path("in"), folder.path("pipe"), "/dev/zero", "/dev/null"])
    #expect(counts.documents == 1)
    #expect(Set(try rejects().values) == ["not-a-file"])
    #expect(counts.rejects == 3)
  }

  @Test func linksInLoopsEnd() async throws {
    #expect(symlink(folder.path("in"), folder.path("in/up")) == 0)
    #expect(symlink("b", folder.path("in/a")) == 0 && symlink("a", folder.path("in/b")) == 0)
    let counts = try await run([folder.path("in")])
    #expect(counts.documents == 1 && counts.rejects == 0 && counts.passedOver == 3)
    let error = #expect(throws: InputError.self) { try InputDiscovery(inputs: [folder.path("in/a")]) }
    #expect(error?.description.contains("symbolic links") == true)
  }

  @Test func mixedLineEndsAreLines() async throws {
    try folder.write("标题一行\r\n第一行文字。\r第二行文字。\n第三行文字。\u{85}第四行文字。\u{2028}第五行文字。", to: "in/ends.txt")
    #expect(try await run([folder.path("in")]).documents == 2)
  }
}
