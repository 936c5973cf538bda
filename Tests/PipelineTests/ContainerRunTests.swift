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

struct ContainerRunTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @discardableResult
  private func run(
    _ input: String, to output: String = "out", workers: Int = 2, reading: ReadingOptions = ReadingOptions()
  )
    async throws -> RunCounts
  {
    try await CorpusRun(rules: .embedded, options: RunOptions(reading: reading, workers: workers))
      .run(InputDiscovery(inputs: [folder.path(input)]), output: folder.path(output), observer: SilentObserver())
  }

  private func lines(_ file: String) throws -> [JSONValue] { try JSONValue.lines(Array(folder.read(file).utf8)) }

  private func names(_ file: String) throws -> [String?] { try lines(file).map { $0["document"]?.text } }

  /// An archive gives what its folder gives, but for the names.
  @Test(arguments: ["zip", "tar", "tar.gz"]) func anArchiveIsAFolder(kind: String) async throws {
    let files = [
      ("a.txt", "本报讯 2023年，东山区完成工业投资12.6亿元，同比增长8.1%。"), ("b/c.txt", "本报讯 2023年，东山区完成工业投资12.6亿元。"),
      ("b/d.html", "<html><body><p>全区完成进出口总额3.5亿元，增长5%，好于预期。</p></body></html>"), ("e.txt", ""),
    ]
    for (name, text) in files { try folder.write(text, to: "in/\(name)") }
    let members = files.map { ($0.0, Array($0.1.utf8)) }
    let archive =
      switch kind {
      case "zip": Archive.zip(members)
      case "tar": Archive.tar(members)
      default: Archive.gzip(Archive.tar(members))
      }
    try folder.write(Data(archive), to: "in.\(kind)")
    let expected = try await run("in", to: "folder")
    let counts = try await run("in.\(kind)", to: "archive", workers: 1)
    #expect(counts.documents == 3 && counts.rejects == 1 && counts.inputs == 1)
    #expect(counts.records == expected.records && counts.mentions == expected.mentions)
    for name in ["indicators.jsonl", "documents.jsonl", "rejects.jsonl", "conflicts.jsonl"] {
      let inside = try folder.read("archive/" + name).replacing("\"in.\(kind)/", with: "\"")
      #expect(try inside == folder.read("folder/" + name), "\(name)")
    }
    try await run("in.\(kind)", to: "again", workers: 7)
    #expect(try folder.read("again/documents.jsonl") == folder.read("archive/documents.jsonl"))
  }

  @Test func fieldsOfJSONLinesAreCarriedThrough() async throws {
    let line =
      #"{"id":"n7","content":"本报讯 今年，东山区完成工业投资\u0031\u0032.6亿元。\n","date":"2024-02-08 10:30","url":"http://x","#
      + #""n":1.50,"big":123456789012345678901234567890,"ok":true,"none":null,"tags":["a"],"title":"标题","page":"A02","#
      + #""source":"某报","region":"江城市"}"#
    try folder.write(line + "\n", to: "in/a.jsonl")
    try await run("in")
    let document = try #require(try lines("out/documents.jsonl").first)
    #expect(document["document"]?.text == "a.jsonl/1")
    #expect(document["published"]?.text == "2024-02-08")
    #expect(document["title"]?.text == "标题" && document["page"]?.text == "A02")
    #expect(document["source"]?.text == "某报" && document["region"]?.text == "江城市")
    #expect(
      document["fields"]?.description
        == #"{"big":123456789012345678901234567890,"id":"n7","n":1.5,"none":null,"ok":true,"url":"http://x"}"#)
    let record = try #require(try lines("out/indicators.jsonl").first)
    #expect(record["time_period"]?.text == "2024")
    // Places count in the text of the field as it reads, without escapes.
    let source = record["mentions"]?.items.first?["source"]
    let start = try #require(source?["start"]?.number.flatMap { Int($0.description) })
    let text = Array("本报讯 今年，东山区完成工业投资12.6亿元。\n".unicodeScalars)
    #expect(String(String.UnicodeScalarView(text[start..<start + 6])) == "12.6亿元")
  }

  @Test func documentsAreNamedByTheirIdentifiers() async throws {
    let lines = [
      #"{"nr":5,"body":"一则消息，写了几个字。","when":1700000000}"#, #"{"nr":"x/y","body":"又一则消息，写了几个字。","when":"20240208"}"#,
      #"{"nr":5,"body":"第三则消息，写了几个字。","when":"昨天"}"#, #"{"body":"第四则消息，写了几个字。"}"#,
    ]
    try folder.write(lines.joined(separator: "\n"), to: "in/a.jsonl")
    var reading = ReadingOptions()
    reading.fields = FieldNames(text: ["body"], id: "nr", date: ["when"])
    try await run("in", reading: reading)
    let documents = try self.lines("out/documents.jsonl")
    #expect(documents.map { $0["document"]?.text } == ["a.jsonl/5", "a.jsonl/x/y", "a.jsonl/5#2", "a.jsonl/4"])
    #expect(documents.map { $0["published"]?.text } == ["2023-11-15", "2024-02-08", nil, nil])
    #expect(documents[2]["fields"]?.description == #"{"when":"昨天"}"#)
  }

  @Test func aLineThatIsNoDocumentIsARejectOfItsOwn() async throws {
    let lines = [
      #"{"text":"一则消息，写了几个字。"}"#, "{broken", "[1]", #"{"body":"x"}"#, #"{"text":3}"#, #"{"text":" "}"#,
      String(repeating: "[", count: 100_000), #"{"text":"\ud800"}"#, #"{"text":"a","text":"b"}"#,
    ]
    try folder.write(Data(lines.joined(separator: "\n").utf8) + Data([0x0A, 0x7B, 0x22, 0xFF, 0x22]), to: "in/a.jsonl")
    let counts = try await run("in")
    #expect(counts.documents == 1)
    let rejects = try self.lines("out/rejects.jsonl")
    #expect(rejects.map { $0["document"]?.text } == (2...10).map { "a.jsonl/\($0)" })
    #expect(
      rejects.map { $0["reason"]?.text } == [
        "malformed", "malformed", "malformed", "malformed", "empty", "malformed", "malformed", "malformed",
        "undecodable",
      ])
  }

  @Test func linesInAnotherEncodingAreRead() async throws {
    // 全区完成工业投资 in GB18030.
    let name: [UInt8] = [
      0xC8, 0xAB, 0xC7, 0xF8, 0xCD, 0xEA, 0xB3, 0xC9, 0xB9, 0xA4, 0xD2, 0xB5, 0xCD, 0xB6, 0xD7, 0xCA,
    ]
    let text = Array(#"{"text":""#.utf8) + name + Array(#"12.6"}"#.utf8)
    try folder.write(Data(text + [0x0A] + text), to: "in/a.jsonl")
    let counts = try await run("in")
    #expect(counts.documents == 2)
    #expect(try folder.read("out/documents.jsonl").contains("全区完成工业投资12.6"))
  }

  @Test func htmlInAFieldIsRead() async throws {
    let html = "<p>本报讯 东山区完成工业投资12.6亿元。</p><p>同比增长8.1%，好于预期。</p>"
    try folder.write("{\"text\":\"\(html)\"}", to: "in/a.jsonl")
    try await run("in")
    let document = try #require(try lines("out/documents.jsonl").first)
    #expect(document["format"]?.text == "html")
    #expect(document["paragraphs"]?.items.count == 2)
  }

  @Test func documentsOfAManyMegabyteFileAreTakenOneByOne() async throws {
    let line = #"{"text":"全区完成工业投资12.6亿元，增长8.1%。"}"# + "\n"
    try folder.write(String(repeating: line, count: 3000), to: "in/a.jsonl")
    let counts = try await run("in", workers: 3)
    #expect(counts.documents == 3000 && counts.inputs == 1)
    #expect(try lines("out/documents.jsonl").map { $0["document"]?.text } == (1...3000).map { "a.jsonl/\($0)" })
  }
}
