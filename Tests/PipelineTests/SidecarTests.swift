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

struct SidecarTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private static let text = "本报讯 今年，东山区完成工业投资12.6亿元，同比增长8.1%。"
  private static let whole = """
    published: 2024-02-08
    title: "开门红: 一月"
    page: 02
    source: 江城日报
    region: 江城市
    """

  private func run(_ input: String = "in", reading: ReadingOptions = ReadingOptions()) async throws -> RunCounts {
    try await CorpusRun(rules: .embedded, options: RunOptions(reading: reading, workers: 1))
      .run(InputDiscovery(inputs: [folder.path(input)]), output: folder.path("out"), observer: SilentObserver())
  }

  private func lines(_ file: String) throws -> [JSONValue] { try JSONValue.lines(Array(folder.read(file).utf8)) }

  private func error(_ yaml: String) -> String? {
    do throws(ReadingError) {
      _ = try Sidecar.parse(Array(yaml.utf8), name: "a.txt.meta.yaml")
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: ["in", "in/a.txt"]) func whatStandsBesideAFileIsSaidOfIt(input: String) async throws {
    try folder.write(Self.text, to: "in/a.txt")
    try folder.write(Self.whole, to: "in/a.txt.meta.yaml")
    let counts = try await run(input)
    #expect(counts.inputs == 1 && counts.documents == 1 && counts.rejects == 0)
    let document = try #require(try lines("out/documents.jsonl").first)
    #expect(document["published"]?.text == "2024-02-08" && document["title"]?.text == "开门红: 一月")
    #expect(document["page"]?.text == "02" && document["source"]?.text == "江城日报")
    #expect(document["region"]?.text == "江城市")
    #expect(try lines("out/indicators.jsonl").first?["time_period"]?.text == "2024")
  }

  @Test func itGoesBeforeTheOptionAndHoldsForAllOfAContainer() async throws {
    let line = "{\"text\":\"\(Self.text)\"}\n"
    try folder.write(line + line.replacing("}", with: ",\"date\":\"2022-03-04\",\"region\":\"海城市\"}"), to: "in/a.jsonl")
    try folder.write("published: 2023-01-02\nregion: 江城市\n", to: "in/a.jsonl.meta.yaml")
    try folder.write(Self.text, to: "in/b.txt")
    var reading = ReadingOptions()
    reading.published = .init(year: 2021, month: 5, day: 6)
    _ = try await run(reading: reading)
    let documents = try lines("out/documents.jsonl")
    #expect(documents.map { $0["published"]?.text } == ["2023-01-02", "2022-03-04", "2021-05-06"])
    #expect(documents.map { $0["region"]?.text } == ["江城市", "海城市", nil])
  }

  /// What stands in the archive goes before what stands beside it, which goes for what the archive does not say.
  @Test(arguments: ["zip", "tar"]) func sidecarsStandInArchivesToo(kind: String) async throws {
    let members = [
      ("d/a.txt", Array(Self.text.utf8)), ("d/a.txt.meta.yaml", Array(Self.whole.utf8)),
      ("b.txt", Array(Self.text.utf8)),
    ]
    try folder.write(Data(kind == "zip" ? Archive.zip(members) : Archive.tar(members)), to: "in/x.\(kind)")
    try folder.write("published: 2021-05-06\nsource: 海城晚报\n", to: "in/x.\(kind).meta.yaml")
    let counts = try await run()
    #expect(counts.documents == 2 && counts.rejects == 0)
    let documents = try lines("out/documents.jsonl")
    #expect(documents.map { $0["published"]?.text } == ["2024-02-08", "2021-05-06"])
    #expect(documents.map { $0["source"]?.text } == ["江城日报", "海城晚报"])
    #expect(documents.map { $0["region"]?.text } == ["江城市", nil])
  }

  @Test func aSidecarWithAnErrorRejectsItsDocument() async throws {
    try folder.write(Self.text, to: "in/a.txt")
    try folder.write("published: 2024-02-08\ntitel: x\n", to: "in/a.txt.meta.yaml")
    try folder.write("title: x\n", to: "in/gone.txt.meta.yaml")
    let counts = try await run()
    #expect(counts.documents == 0 && counts.rejects == 2)
    let rejects = try lines("out/rejects.jsonl")
    #expect(rejects.allSatisfy { $0["reason"]?.text == "bad-metadata" })
    #expect(rejects[0]["document"]?.text == "a.txt")
    #expect(rejects[0]["detail"]?.text?.hasPrefix("a.txt.meta.yaml:2:1: unknown key 'titel'") == true)
    #expect(rejects[1]["detail"]?.text == "it describes 'gone.txt', which is not there")
  }

  @Test func errorsNameTheirPlace() {
    #expect(
      error("published: 2024-02-30")
        == "bad-metadata: a.txt.meta.yaml:1:12: '2024-02-30' is no date of the form 2024-02-08")
    #expect(error("title: a\npage: [1, 2]")?.hasPrefix("bad-metadata: a.txt.meta.yaml:2:7:") == true)
    #expect(error("title: a\ntitle: b")?.hasPrefix("bad-metadata: a.txt.meta.yaml:") == true)
    #expect(error("title: \"\"")?.contains("an empty text") == true)
    #expect(error("- title")?.contains("expected a mapping") == true)
    #expect(error("title: 'a")?.hasPrefix("bad-metadata: a.txt.meta.yaml:") == true)
    #expect(error("")?.contains("empty") == true)
    #expect(error("title: A&B *\nregion: 江城市") == nil)
  }

  @Test(.timeLimit(.minutes(1))) func aBombOfAliasesIsRefused() {
    var yaml = "a0: &a0 [x, x]\n"
    for level in 1...60 { yaml += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    #expect(error(yaml + "? *a60\n: 1\n? *a60\n: 2\n")?.contains("aliases") == true)
  }

  @Test func aLargeSidecarIsRefused() async throws {
    try folder.write(Self.text, to: "in/a.txt")
    try folder.write("title: " + String(repeating: "长", count: 100_000), to: "in/a.txt.meta.yaml")
    #expect(try await run().rejects == 1)
    #expect(try lines("out/rejects.jsonl").first?["reason"]?.text == "bad-metadata")
  }
}
