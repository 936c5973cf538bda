import Foundation
import Records
import TestSupport
import Testing

struct CommandLineTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("本报讯 2023年，东山区完成工业投资12.6亿元，同比增长8.1%。\n", to: "in/a.txt")
  }

  private func extract(_ arguments: String..., input: String = "") throws -> Tool.Outcome {
    try Tool.run(arguments, input: input)
  }

  @Test func aRunWritesItsFilesAndSumsUp() throws {
    let outcome = try extract(folder.path("in"), "-o", folder.path("out"))
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("documents 1, rejects 0, figures "))
    #expect(!outcome.errors.contains("\r"))
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path("out")).sorted()
    #expect(
      files == ["conflicts.jsonl", "documents.jsonl", "indicators.jsonl", "manifest.json", "rejects.jsonl"])
    let records = try JSONValue.lines(Array(folder.read("out/indicators.jsonl").utf8))
    #expect(records.contains { $0["value"]?.description == "12.6" && $0["unit"]?.text == "亿元" })
  }

  @Test func quietSaysNothing() throws {
    let outcome = try extract("run", folder.path("in"), "-o", folder.path("out"), "--quiet")
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty && outcome.errors.isEmpty)
  }

  @Test func standardInputIsADocument() throws {
    let outcome = try extract("-", "-o", folder.path("out"), "-q", input: "全区完成工业投资12.6亿元。")
    #expect(outcome.status == 0)
    #expect(try folder.read("out/documents.jsonl").hasPrefix("{\"document\":\"-\","))
  }

  /// 全市 is the place that the sidecar names, or that the object of JSON Lines does.
  @Test func theRegionOfASidecarIsTheSubject() throws {
    let text = "今年，全市完成工业投资12.6亿元。"
    try folder.write(text, to: "pages/a.txt")
    try folder.write("published: 2024-02-08\nregion: 江苏省苏州市\n", to: "pages/a.txt.meta.yaml")
    try folder.write("{\"text\":\"\(text)\",\"region\":\"无锡市\"}", to: "pages/b.jsonl")
    try folder.write(text, to: "pages/c.txt")
    #expect(try extract(folder.path("pages"), "-o", folder.path("out"), "-q").status == 0)
    let records = try JSONValue.lines(Array(folder.read("out/indicators.jsonl").utf8))
    func record(_ document: String) -> JSONValue? {
      records.first { $0["mentions"]?.items.first?["document"]?.text == document }
    }
    #expect(record("a.txt")?["subject"]?.text == "苏州市" && record("a.txt")?["area_code"]?.text == "320500")
    #expect(record("a.txt")?["time_period"]?.text == "2024")
    #expect(record("b.jsonl/1")?["subject"]?.text == "无锡市")
    #expect(record("c.txt")?["subject"]?.text == "全市" && record("c.txt")?["area_code"]?.text == nil)
  }

  /// Of what is too large no more is held than it takes to see that.
  @Test(.timeLimit(.minutes(2))) func inputsWithoutEndTakeLittleMemory() throws {
    for (name, beginning) in [
      ("line.jsonl", "{\"text\":\"甲"), ("array.json", "[{\"text\":\"甲"), ("node.xml", "<nitf><p>甲"),
      ("page.html", "<html><p>甲"),
    ] {
      let path = try folder.write(beginning, to: "large/\(name)")
      #expect(truncate(path, 160 << 20) == 0)
    }
    let zeros = [UInt8](repeating: 0x20, count: 48 << 20)
    try folder.write(Data(Archive.gzip(zeros)), to: "large/bomb.gz")
    try folder.write(Data(Archive.zip([("bomb.txt", zeros), ("a.txt", Array("正文".utf8))])), to: "large/bomb.zip")
    let outcome = try Tool.run(
      [folder.path("large"), "-o", folder.path("out"), "-q", "--max-size", "1M", "-j", "2"], kilobytes: 200_000)
    #expect(outcome.status == 3)
    let rejects = try JSONValue.lines(Array(folder.read("out/rejects.jsonl").utf8))
    #expect(
      rejects.map { "\($0["document"]?.text ?? "") \($0["reason"]?.text ?? "")" } == [
        "array.json/1 malformed", "bomb.gz too-large", "bomb.zip/bomb.txt too-large", "line.jsonl/1 too-large",
        "node.xml too-large", "page.html too-large",
      ])
  }

  @Test func rejectsGiveStatusThreeAndVerboseNamesThem() throws {
    try folder.write("", to: "in/empty.txt")
    let outcome = try extract(folder.path("in"), "-o", folder.path("out"), "-v")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("empty.txt"))
    #expect(try folder.read("out/rejects.jsonl").contains("\"reason\":\"empty\""))
    #expect(try !folder.read("out/documents.jsonl").isEmpty)
  }

  @Test(arguments: [
    [], ["a"], ["nothing-there", "-o", "x"], ["a", "-o", "x", "--jobs", "0"], ["a", "-o", "x", "--no-such-option"],
    ["a", "-o", "x", "--published", "2024-2-30"], ["a", "-o", "x", "--max-size", "many"], ["eval", "--gold", "x"],
    ["check", "a", "--golden", "/nonexistent", "-q", "-v"],
  ])
  func wrongUsageIsStatusTwo(arguments: [String]) throws {
    let outcome = try Tool.run(arguments)
    #expect(outcome.status == 2)
    #expect(!outcome.errors.isEmpty)
    #expect(outcome.output.isEmpty)
  }

  @Test func wrongRulesAreStatusTwoWithTheirPlace() throws {
    #expect(try extract("rules", "export", folder.path("rules")).status == 0)
    try folder.write("version: 1\nunits: [\n", to: "rules/units.yaml")
    let outcome = try extract(folder.path("in"), "-o", folder.path("out"), "--rules", folder.path("rules"))
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(#/units\.yaml:\d+:\d+: /#))
    #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
  }

  @Test func exportedRulesAreTheBuiltInOnes() throws {
    #expect(try extract("rules", "export", folder.path("rules")).status == 0)
    let own = try extract("rules", "list", "--rules", folder.path("rules")).output
    #expect(try extract("rules", "list").output == own)
  }

  @Test func anOutputThatCannotBeWrittenIsStatusFour() throws {
    try folder.write("x", to: "file")
    let outcome = try extract(folder.path("in"), "-o", folder.path("file/out"))
    #expect(outcome.status == 4)
    #expect(outcome.errors.contains("file"))
  }

  @Test func checkFindsWhatChangedAndWritesNothing() throws {
    #expect(try extract(folder.path("in"), "-o", folder.path("golden"), "-q").status == 0)
    let same = try extract("check", folder.path("in"), "--golden", folder.path("golden"))
    #expect(same.status == 0)
    let golden = try folder.read("golden/indicators.jsonl")
    let changed = golden.replacing("\"value\":12.6", with: "\"value\":12.5")
    try #require(changed != golden)
    try folder.write(changed, to: "golden/indicators.jsonl")
    let outcome = try extract("check", folder.path("in"), "--golden", folder.path("golden"))
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("value: 12.5 → 12.6"))
    #expect(try folder.read("golden/indicators.jsonl") == changed)
  }

  @Test func figuresOfLinesAreJSONLines() throws {
    let outcome = try extract("figures", input: "总投资68.3亿元\n\n无\r\n增长8%")
    #expect(outcome.status == 0)
    let lines = try JSONValue.lines(Array(outcome.output.utf8))
    #expect(lines.map { $0["line"]?.description } == ["0", "1", "2", "3"])
    #expect(lines[1]["figures"]?.items.isEmpty == true)
    let figure = try #require(lines[0]["figures"]?.items.first)
    #expect(figure["start"]?.description == "3")
    #expect(figure["end"]?.description == "9")
    #expect(figure["text"]?.text == "68.3亿元")
    #expect(figure["value"]?.text == "68.3")
    #expect(figure["normalized"]?["value"]?.text == "6830000000")
  }

  @Test func relativeWordsAreReadAgainstTheDateOfPublication() throws {
    let words = [
      ("今年", "2024"), ("去年", "2023"), ("前年", "2022"), ("上月", "2024-02"), ("上季度", "2023-Q4"), ("去年底", "2023-12"),
      ("今年一季度，去年同期", "2024-Q1 2023-Q1"), ("上半年，比上年同期", "2024-H1 2023-H1"), ("年初以来", "2024-01/2024-03"),
      ("昨日", "2024-03-14"), ("近三年", "2022/2024"), ("目前", "2024-03"), ("截至2月末", "../2024-02"), ("明年", "2025"),
    ]
    let outcome = try extract(
      "figures", "--published", "2024-03-15", input: words.map(\.0).joined(separator: "\n"))
    #expect(outcome.status == 0)
    let periods = try JSONValue.lines(Array(outcome.output.utf8)).map { line in
      (line["figures"]?.items ?? []).compactMap { $0["time_period"]?.text }.joined(separator: " ")
    }
    #expect(periods == words.map(\.1))
  }

  @Test func allShowsWhatWasRejectedWithTheReason() throws {
    let plain = try extract("figures", input: "一带一路项目3个")
    let all = try extract("figures", "--all", input: "一带一路项目3个")
    func texts(_ output: String) throws -> [String] {
      try JSONValue.lines(Array(output.utf8)).first?["figures"]?.items.compactMap { $0["text"]?.text } ?? []
    }
    #expect(try texts(plain.output) == ["3个"])
    #expect(try texts(all.output) == ["一带一路", "3个"])
    #expect(all.output.contains(#""reason":"a word with a numeral in it""#))
  }

  @Test func linesThatAreNoUTF8AreReadAllTheSame() throws {
    try folder.write(Data([0xFF, 0xFE, 0x31, 0x0A] + Array("总投资68.3亿元".utf8)), to: "lines")
    let outcome = try extract("figures", folder.path("lines"))
    #expect(outcome.status == 0)
    #expect(try JSONValue.lines(Array(outcome.output.utf8)).count == 2)
    #expect(outcome.errors.contains("1 line is not UTF-8, the first is line 0"))
  }

  @Test func figuresOfSeveralFilesAreNumberedThrough() throws {
    try folder.write(Data("\u{FEFF}总投资68.3亿元\r\n\r\n".utf8), to: "a")
    try folder.write(Data(), to: "b")
    try folder.write(Data("🙂𠮷增长8%".utf8), to: "c")
    let outcome = try extract("figures", folder.path("a"), folder.path("b"), "-", folder.path("c"), input: "3家\n")
    let lines = try JSONValue.lines(Array(outcome.output.utf8))
    #expect(lines.map { $0["line"]?.description } == ["0", "1", "2", "3"])
    #expect(lines.map { $0["figures"]?.items.compactMap { $0["start"]?.description } } == [["3"], [], ["0"], ["4"]])
  }

  @Test func aMissingFileLosesNothingOfThoseBeforeIt() throws {
    try folder.write(Data("总投资68.3亿元".utf8), to: "a")
    let outcome = try extract("figures", folder.path("a"), folder.path("none"))
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("none"))
    #expect(try JSONValue.lines(Array(outcome.output.utf8)).count == 1)
  }

  @Test func aLineOfTenMegabytesIsRead() throws {
    let outcome = try extract("figures", input: String(repeating: "总投资68.3亿元，", count: 500_000))
    #expect(outcome.status == 0)
    #expect(outcome.output.hasSuffix("\"bound\":\"exact\"}]}\n"))
  }

  @Test func explainNamesTheRule() throws {
    let outcome = try extract("explain", "2023年，东山区完成工业投资12.6亿元，增长8.1%")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("12.6亿元: money"))
    #expect(outcome.output.contains(#/rule +level\.[a-z-]+/#))
    #expect(outcome.output.contains(#/time_period +2023, «2023年»/#))
    let json = try extract("explain", "东山区完成工业投资12.6亿元", "--json")
    #expect(try !JSONValue.lines(Array(json.output.utf8)).isEmpty)
  }

  @Test func helpAndVersionAreNoErrors() throws {
    for arguments in [["--help"], ["help", "check"], ["--version"]] {
      let outcome = try Tool.run(arguments)
      #expect(outcome.status == 0)
      #expect(!outcome.output.isEmpty)
    }
  }
}
