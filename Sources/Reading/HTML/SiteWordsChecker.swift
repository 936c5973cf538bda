import Rules

/// Checks `websites.yaml` and runs the examples that stand in it.
public struct SiteWordsChecker: RuleChecking {
  public let files = [SiteWords.file]

  public init() {}

  /// Unknown keys, empty lists, and words that stand twice in a list or are not written as the text is compared.
  public func lint(_ rules: RulePack) throws(RuleError) -> [RuleFinding] {
    var findings: [RuleFinding] = []
    let folding = try ScriptFolding(rules: rules)
    for (key, value) in try rules.root(of: SiteWords.file).entries() {
      switch try key.text() {
      case "version": _ = try value.integer()
      case "examples":
        if try value.items().isEmpty { findings.append(RuleFinding(.error, at: value.error("the list is empty"))) }
      case let name where SiteWords.lists.contains(name): findings += try lintWords(value, folding)
      case let name: findings.append(RuleFinding(.error, at: key.error("unknown key '\(name)'")))
      }
    }
    return findings
  }

  private func lintWords(_ node: RuleNode, _ folding: ScriptFolding) throws(RuleError) -> [RuleFinding] {
    try node.lintWords(folding) { word in
      FoldedLine(word.utf8).scalars == word.unicodeScalars.map(\.value)
        ? [] : ["'\(word)' has full-width marks or letters: they are compared in half width"]
    }
  }

  /// Each example is a block of a page, and what it is: `boilerplate`, `comments` or `text`.
  public func test(_ rules: RulePack) throws(RuleError) -> RuleTestReport {
    let words = try SiteWords(rules: rules, folding: ScriptFolding(rules: rules))
    var report = RuleTestReport()
    for (key, list) in try rules.root(of: SiteWords.file).entries() where try key.text() == "examples" {
      for example in try list.items() {
        report.examples += 1
        let fields = try example.fields(["text", "is"])
        let expected = try example.required("is", in: fields).text()
        let found = Self.role(of: try example.required("text", in: fields).text(), words)
        if found != expected { report.failures.append(RuleFinding(.error, at: example.error("it is \(found)"))) }
      }
    }
    return report
  }

  /// Of a block that holds nothing else.
  private static func role(of text: String, _ words: SiteWords) -> String {
    var block = HTMLBlock(kind: .text, node: 0)
    block.segments = [HTMLBlock.Segment(utf8: Array(text.utf8), line: 1)]
    block.length = text.unicodeScalars.count { !$0.properties.isWhitespace }
    if words.isCommentLabel(block) { return "comments" }
    return words.isBoilerplate(block) ? "boilerplate" : "text"
  }
}
