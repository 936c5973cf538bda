import Foundation
import Reading
import TestSupport
import Testing

@testable import Pipeline

/// A small input of a format.
struct FormatSample: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  /// It is well-formed only as a whole: what is cut off of it is a reject.
  var isStrict = true

  var testDescription: String { name }

  private static let text = "本报讯 2023年，东山区完成工业投资12.6亿元，同比增长8.1%。\n全区新开工项目138个，总投资68.3亿元。\n"

  private static func xml(_ name: String, _ body: String) -> FormatSample {
    FormatSample(name: name, bytes: Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(body)".utf8))
  }

  private static let line = "<String CONTENT=\"全区完成工业投资12.6亿元\" HPOS=\"0\" VPOS=\"0\" WIDTH=\"400\" HEIGHT=\"40\"/>"

  static let documents: [FormatSample] = [
    FormatSample(name: "a.txt", bytes: Array(text.utf8), isStrict: false),
    FormatSample(
      name: "wide.txt", bytes: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, isStrict: false
    ),
    FormatSample(
      name: "a.html", bytes: Array("<html><head><title>题</title></head><body><p>\(text)</p></body></html>".utf8),
      isStrict: false),
    FormatSample(
      name: "a.hocr",
      bytes: Array(
        "<html><body><div class='ocr_page' title='bbox 0 0 900 900'><span class='ocr_line' title='bbox 0 0 400 40'>\(text)</span></div></body></html>"
          .utf8), isStrict: false),
    xml(
      "alto.xml",
      "<alto><Layout><Page><PrintSpace><TextBlock><TextLine>\(line)</TextLine></TextBlock></PrintSpace></Page></Layout></alto>"
    ),
    xml(
      "page.xml",
      "<PcGts xmlns=\"http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15\"><Page><TextRegion><TextLine><Coords points=\"0,0 400,40\"/><TextEquiv><Unicode>\(text)</Unicode></TextEquiv></TextLine></TextRegion></Page></PcGts>"
    ),
    xml("nitf.xml", "<nitf><body><body.content><p>\(text)</p></body.content></body></nitf>"),
    xml("tei.xml", "<TEI><text><body><p>\(text)</p></body></text></TEI>"),
    xml(
      "newsml.xml",
      "<newsItem><contentSet><inlineXML><html><body><p>\(text)</p></body></html></inlineXML></contentSet></newsItem>"),
    xml(
      "stext.xml",
      "<document name=\"a.pdf\"><page id=\"page1\" width=\"200\" height=\"100\"><block><line wmode=\"0\" dir=\"1 0\"><font name=\"F\" size=\"10\"><char quad=\"20 41 30 41 20 51 30 51\" x=\"20\" y=\"50\" c=\"全\"/></font></line></block></page></document>"
    ),
    FormatSample(name: "a.jsonl", bytes: Array("{\"text\":\"甲乙丙丁\"}\n{\"text\":\"全区\"}".utf8)),
    FormatSample(name: "array.json", bytes: Array("[{\"text\":\"甲乙丙丁\"},{\"text\":\"全区\"}]".utf8)),
    FormatSample(name: "objects.json", bytes: Array("{\n\"text\":\"甲乙丙丁\"\n}\n{\n\"text\":\"全区\"\n}".utf8)),
  ]

  static let containers: [FormatSample] = {
    let files = [("a.txt", Array(text.utf8)), ("b.txt", Array(text.utf8))]
    let tar = Archive.tar(files)
    return [
      FormatSample(name: "a.txt.gz", bytes: Archive.gzip(Array(text.utf8))),
      FormatSample(name: "a.zip", bytes: Archive.zip(files)),
      // Behind the members stands what marks the end.
      FormatSample(name: "a.tar", bytes: Array(tar.dropLast(1024))),
      FormatSample(name: "a.tgz", bytes: Archive.gzip(tar)),
    ]
  }()
}

/// What must hold of the readers of all formats.
struct EveryFormatTests {
  /// `name: ok` or `name! reason` of each document.
  private func read(_ bytes: [UInt8], _ name: String, options: ReadingOptions = ReadingOptions()) -> [String] {
    let walk = ContainerWalk(bytes, name: name, options: options, sidecars: Sidecar.parse)
    var outcomes: [String] = []
    while let item = walk.next() {
      let content: InputDocument.Content =
        switch item.content {
        case .bytes(let bytes): .bytes(bytes)
        case .jsonLine(let bytes, _): .jsonLine(bytes)
        case .failure(let error): .failure(error)
        }
      do throws(ReadingError) {
        let document = InputDocument(name: name, content: content, given: item.given, input: 0)
        let page = try OpenedDocument(document, options: options).page
        outcomes.append("\(item.path): \(page.lines.isEmpty ? "no lines" : "ok")")
      } catch {
        #expect(!error.detail.isEmpty && !error.detail.hasSuffix("."))
        outcomes.append("\(item.path)! \(error.reason)")
      }
    }
    return outcomes
  }

  @Test(arguments: FormatSample.documents + FormatSample.containers) func aSampleIsRead(sample: FormatSample) {
    let outcomes = read(sample.bytes, sample.name)
    #expect(!outcomes.isEmpty && outcomes.allSatisfy { $0.hasSuffix(": ok") || sample.name == "a.tar" })
  }

  @Test(arguments: FormatSample.documents + FormatSample.containers)
  func whatIsCutOffEndsWithAReason(sample: FormatSample) {
    for length in stride(from: 0, to: sample.bytes.count, by: max(1, sample.bytes.count / 150)) {
      // Between objects nothing is missing.
      if sample.name.contains("json"), length < 2 || "}\n".utf8.contains(sample.bytes[length - 1]) { continue }
      let outcomes = read(Array(sample.bytes.prefix(length)), sample.name)
      #expect(!outcomes.isEmpty, "\(length)")
      #expect(!sample.isStrict || outcomes.contains { $0.contains("!") }, "\(length): \(outcomes)")
    }
  }

  @Test(arguments: FormatSample.documents + FormatSample.containers) func whatHasNoBytesIsEmpty(sample: FormatSample) {
    #expect(read([], sample.name) == ["! empty"])
  }

  /// Bytes are changed, left out and said twice: there is an end, and each document has a page or a reason.
  @Test(arguments: FormatSample.documents + FormatSample.containers) func damageEndsInPagesOrReasons(
    sample: FormatSample
  ) {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<150 {
      var bytes = sample.bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 40)], at: place)
        }
      }
      #expect(!read(bytes, sample.name).isEmpty)
    }
  }

  @Test(arguments: FormatSample.documents) func anEncodingThatIsNotTheirsIsRefused(sample: FormatSample) {
    var options = ReadingOptions()
    options.encoding = "klingon"
    let outcomes = read(sample.bytes, sample.name, options: options)
    #expect(outcomes.allSatisfy { $0.hasSuffix("! unknown-encoding") })
    options.encoding = "UTF-32BE"
    #expect(read(sample.bytes, sample.name, options: options).allSatisfy { $0.contains("!") })
  }

  @Test(arguments: FormatSample.documents) func controlCharactersPassOrAreRefused(sample: FormatSample) {
    guard sample.name != "wide.txt" else { return }
    let bytes = sample.bytes.flatMap { $0 == 0xE5 ? [0x01, 0x02, $0] : [$0] }
    let outcomes = read(bytes, sample.name)
    let isJSON = sample.name.contains(".json")
    #expect(outcomes.allSatisfy { isJSON ? $0.hasSuffix("! malformed") || $0.hasSuffix(": ok") : true })
    let zeros = sample.bytes.flatMap { $0 == 0xE5 ? [0x00, $0] : [$0] }
    #expect(read(zeros, sample.name).contains { $0.contains("! not-text") || $0.contains("! malformed") })
  }

  @Test func wideJSONIsRefusedByName() {
    let json: [UInt8] = [0xFF, 0xFE] + "{\"text\":\"甲\"}\r\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for name in ["a.jsonl", "a.json", "a"] { #expect(read(json, name) == ["! unsupported"]) }
  }

  @Test(.timeLimit(.minutes(1))) func depthIsRefusedInEveryTree() {
    let many = 60_000
    #expect(read(Array(("{\"text\":" + String(repeating: "[", count: many)).utf8), "a.jsonl") == ["1! malformed"])
    let closed = "{\"text\":" + String(repeating: "[", count: many) + String(repeating: "]", count: many) + "}"
    #expect(read(Array(closed.utf8), "a.jsonl") == ["1! malformed"])
    #expect(read(Array("[\(closed)]".utf8), "a.json") == ["1! malformed"])
    for (open, close) in [("[", "]"), ("{a: ", "}"), ("- ", "")] {
      let yaml = "title: " + String(repeating: open, count: 12_000) + String(repeating: close, count: 12_000)
      #expect(throws: ReadingError.self) { try Sidecar.parse(Array(yaml.utf8), name: "a") }
    }
  }
}
