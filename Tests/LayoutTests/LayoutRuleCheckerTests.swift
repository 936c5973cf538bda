import Rules
import Testing

@testable import Layout

@Suite struct LayoutRuleCheckerTests {
  private let checker = LayoutRuleChecker()

  @Test func theEmbeddedRulesAreClean() throws {
    #expect(try checker.lint(.embedded).map(\.description) == [])
  }

  @Test func theEmbeddedExamplesHold() throws {
    let report = try checker.test(.embedded)
    #expect(report.examples >= 8)
    #expect(report.failures.map(\.description) == [])
  }

  @Test(arguments: [
    ("version: 1\nbulets: [●]\n", "layout.yaml:2:1: error: unknown key 'bulets'"),
    ("version: 1\nbullets: []\n", "layout.yaml:2:10: error: the list is empty"),
    ("version: 1\nbullets: [●, ○, ●]\n", "layout.yaml:2:17: error: '●' stands twice"),
    ("version: 1\nbullets: [●●]\n", "layout.yaml:2:11: error: '●●' is more than one character"),
    (
      "version: 1\ncredits: [攝]\n",
      "layout.yaml:2:11: error: '攝' is traditional: rules are written in simplified characters"
    ),
    (
      "version: 1\nfurniture: [本版 编辑]\n",
      "layout.yaml:2:13: error: '本版 编辑' has white space, which is left out where words are compared"
    ),
    ("version: 1\njoin:\n  comma: 2200\n", "layout.yaml:3:10: error: the weight 2200 is not within -1000 to 1000"),
    ("version: 1\njoin:\n  comma: 0\n", "layout.yaml:3:10: warning: 'comma' weighs nothing"),
    ("version: 1\njoin:\n  coma: 220\n", "layout.yaml:3:3: error: unknown evidence 'coma'"),
    ("version: 1\nexamples: []\n", "layout.yaml:2:11: error: the list is empty"),
  ])
  func findingsNameFileLineAndColumn(text: String, finding: String) throws {
    #expect(try checker.lint(Self.pack(text)).map(\.description).contains(finding))
  }

  @Test func anExampleThatDoesNotHoldIsNamed() throws {
    let embedded = try #require(RulePack.embedded.files.first { $0.name == "layout.yaml" })
    let wrong = "  - {lines: [老港口换上新吊机], paragraphs: [老港口换了新吊机], kinds: [body]}\n"
    let text = String(decoding: embedded.utf8, as: UTF8.self) + wrong
    let report = try checker.test(Self.pack(text))
    #expect(report.failures.count == 2)
    #expect(
      report.failures.allSatisfy { $0.line == text.split(separator: "\n", omittingEmptySubsequences: false).count - 1 })
  }

  private static func pack(_ text: String) -> RulePack {
    RulePack(
      files: RulePack.embedded.files.map {
        $0.name == "layout.yaml" ? RulePack.File(name: $0.name, utf8: Array(text.utf8)) : $0
      })
  }
}
