import Reading
import Rules
import SourceText

/// Checks `layout.yaml` and runs the examples that stand in it.
public struct LayoutRuleChecker: RuleChecking {
  public let files = ["layout.yaml"]

  /// Weights beyond it would decide alone, whatever else is known.
  private static let greatestWeight = 1000

  public init() {}

  /// Unknown keys, empty lists, words that stand twice or are not written as the text is compared, weights that weigh
  /// nothing or outweigh everything, and lists without an example where the file must have one.
  public func lint(_ rules: RulePack) throws(RuleError) -> [RuleFinding] {
    var findings: [RuleFinding] = []
    let folding = try ScriptFolding(rules: rules)
    for (key, value) in try rules.root(of: "layout.yaml").entries() {
      switch try key.text() {
      case "version": _ = try value.integer()
      case "join": findings += try lintWeights(value)
      case "examples":
        if try value.items().isEmpty { findings.append(RuleFinding(.error, at: value.error("the list is empty"))) }
      case let name where LayoutRules.lists.contains(name):
        findings += try lintWords(value, folding, isCharacters: LayoutRules.characterLists.contains(name))
      case let name: findings.append(RuleFinding(.error, at: key.error("unknown key '\(name)'")))
      }
    }
    return findings
  }

  private func lintWeights(_ node: RuleNode) throws(RuleError) -> [RuleFinding] {
    var findings: [RuleFinding] = []
    for (key, value) in try node.entries() {
      let name = try key.text()
      guard JoinEvidence(rawValue: name) != nil else {
        findings.append(RuleFinding(.error, at: key.error("unknown evidence '\(name)'")))
        continue
      }
      let weight = try value.integer()
      if abs(weight) > Self.greatestWeight {
        let limits = "-\(Self.greatestWeight) to \(Self.greatestWeight)"
        findings.append(RuleFinding(.error, at: value.error("the weight \(weight) is not within \(limits)")))
      }
      if weight == 0 { findings.append(RuleFinding(.warning, at: value.error("'\(name)' weighs nothing"))) }
    }
    return findings
  }

  private func lintWords(
    _ node: RuleNode, _ folding: ScriptFolding, isCharacters: Bool
  ) throws(RuleError) -> [RuleFinding] {
    try node.lintWords(folding) { word in
      var messages: [String] = []
      if isCharacters, word.unicodeScalars.count > 1 { messages.append("'\(word)' is more than one character") }
      if word.unicodeScalars.contains(where: { CharacterClass.isSpace($0.value) }) {
        messages.append("'\(word)' has white space, which is left out where words are compared")
      }
      return messages
    }
  }

  /// Puts back the page of each example and compares its paragraphs, and their kinds where the example names them.
  public func test(_ rules: RulePack) throws(RuleError) -> RuleTestReport {
    let restorer = try LayoutRestorer(rules: rules)
    var report = RuleTestReport()
    let root = try rules.root(of: "layout.yaml")
    for (key, list) in try root.entries() where try key.text() == "examples" {
      for example in try list.items() {
        report.examples += 1
        let fields = try example.fields(["lines", "paragraphs", "kinds"])
        let page = Self.page(try example.required("lines", in: fields).texts())
        let paragraphs = restorer.restore(page).paragraphs
        let texts = try example.required("paragraphs", in: fields).texts()
        if paragraphs.map(\.text.string) != texts {
          let found = paragraphs.map { "'\($0.text.string)'" }.joined(separator: ", ")
          report.failures.append(RuleFinding(.error, at: example.error("the paragraphs are \(found)")))
        }
        guard let kinds = try fields["kinds"]?.texts() else { continue }
        if paragraphs.map(\.kind.rawValue) != kinds {
          let found = paragraphs.map(\.kind.rawValue).joined(separator: ", ")
          report.failures.append(RuleFinding(.error, at: example.error("the kinds are \(found)")))
        }
      }
    }
    return report
  }

  /// A page of these lines.
  private static func page(_ texts: [String]) -> Page {
    var utf8: [UInt8] = []
    var lines: [Line] = []
    for text in texts {
      let start = utf8.count
      utf8 += text.utf8
      lines.append(Line(range: start..<utf8.count, number: lines.count + 1))
      utf8.append(0x0A)
    }
    return Page(text: SourceText(decoded: utf8), lines: lines, locator: .scalars)
  }
}
