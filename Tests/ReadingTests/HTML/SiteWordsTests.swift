import Reading
import Rules
import Testing

@Suite struct SiteWordsTests {
  private let checker = SiteWordsChecker()

  private static func pack(_ change: (String) -> String) -> RulePack {
    RulePack(
      files: RulePack.embedded.files.map {
        guard $0.name == "websites.yaml" else { return $0 }
        return RulePack.File(name: $0.name, utf8: Array(change(String(decoding: $0.utf8, as: UTF8.self)).utf8))
      })
  }

  @Test func theEmbeddedRulesAreCleanAndTheirExamplesHold() throws {
    #expect(try checker.lint(.embedded).map(\.description) == [])
    let report = try checker.test(.embedded)
    #expect(report.examples >= 14)
    #expect(report.failures.map(\.description) == [])
  }

  @Test(arguments: [
    ("version: 1\nimprit: [备案]\n", "websites.yaml:2:1: error: unknown key 'imprit'"),
    ("version: 1\nimprint: []\n", "websites.yaml:2:10: error: the list is empty"),
    ("version: 1\ncontrols: [打印, 打印]\n", "websites.yaml:2:16: error: '打印' stands twice"),
    (
      "version: 1\ncontrols: [列表, 關閉]\n",
      "websites.yaml:2:16: error: '關閉' is traditional: rules are written in simplified characters"
    ),
    (
      "version: 1\nimprint: [主办：]\n",
      "websites.yaml:2:11: error: '主办：' has full-width marks or letters: they are compared in half width"
    ),
  ])
  func findingsNameFileLineAndColumn(text: String, finding: String) throws {
    #expect(try checker.lint(Self.pack { _ in text }).map(\.description).contains(finding))
  }

  @Test func anExampleThatDoesNotHoldIsNamed() throws {
    let rules = Self.pack { $0 + "  - {text: 全年工业增加值增长8%。, is: boilerplate}\n" }
    #expect(try checker.test(rules).failures.map(\.message) == ["it is text"])
  }

  /// A rule author adds a button of a site; no Swift is needed.
  @Test(arguments: ["一键转到掌上版", "一鍵轉到掌上版"]) func aWordMoreIsLeftOut(button: String) throws {
    let article = Article.school
    let html =
      "<html><body><h1>\(article.title)</h1><div>\(article.paragraphs.map { "<p>\($0)</p>" }.joined())<p>\(button)</p></div></body></html>"
    #expect(try page(Array(html.utf8), name: "a.html").strings.contains(button))
    var options = ReadingOptions()
    let rules = Self.pack { $0.replacing("controls:\n  [\n", with: "controls:\n  [\n    一键转到掌上版,\n") }
    options.siteWords = try SiteWords(rules: rules, folding: ScriptFolding(rules: rules))
    let strings = try page(Array(html.utf8), name: "a.html", options).strings
    #expect(!strings.contains(button))
    #expect(strings.filter(article.paragraphs.contains) == article.paragraphs)
  }
}
