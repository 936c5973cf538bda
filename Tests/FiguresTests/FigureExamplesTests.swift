import Figures
import Rules
import Testing

@Suite struct FigureExamplesTests {
  @Test func theExamplesOfTheRulesHold() throws {
    #expect(try FigureExamples.run(.embedded).map(\.error.description) == [])
  }

  @Test func aWrongExampleIsFound() throws {
    let text = "version: 1\ncounters:\n  - {words: [个], example: 62个 → 63 个}\n"
    let files = RulePack.embedded.files.map {
      $0.name == "counters.yaml" ? RulePack.File(name: $0.name, utf8: Array(text.utf8)) : $0
    }
    let failures = try FigureExamples.run(RulePack(files: files)).map(\.error).filter { $0.file == "counters.yaml" }
    #expect(failures.map(\.description) == ["counters.yaml:3:27: read as 62 个"])
  }

  @Test func aNewUnitIsOneEntry() throws {
    let file = try #require(RulePack.embedded.files.first { $0.name == "counters.yaml" })
    let entry = "\n  - {words: [哩哩], example: 新增3哩哩 → 3 哩哩}\n"
    let files = RulePack.embedded.files.map {
      $0.name == file.name ? RulePack.File(name: file.name, utf8: file.utf8 + Array(entry.utf8)) : $0
    }
    let recognizer = try FigureRecognizer(rules: RulePack(files: files))
    #expect(recognizer.figures(in: Array("新增3哩哩".utf8), published: nil).first?.unit == "哩哩")
  }
}
