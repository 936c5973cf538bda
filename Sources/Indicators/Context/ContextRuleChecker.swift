import Rules

/// Checks the rule files about places, organisations, sections and concepts.
public struct ContextRuleChecker: RuleChecking {
  public init() {}

  public var files: [String] { ["places.yaml", "organizations.yaml", "sections.yaml", "concepts.yaml"] }

  /// Classes of bodies without an example, and standard names that the reader of concepts does not find again.
  public func lint(_ rules: RulePack) throws(RuleError) -> [RuleFinding] {
    let context = try ContextRules(rules: rules)
    var findings: [RuleFinding] = []
    for item in try classes(rules) {
      let entry = try item.fields(OrganizationRules.classKeys)
      if entry["examples"] == nil { findings.append(RuleFinding(.warning, at: item.error("the class has no example"))) }
    }
    for concept in context.concepts.concepts.concepts
    where context.concepts.concepts.concept(ofName: Array(concept.name.utf8)) != concept {
      findings.append(
        RuleFinding(
          .error, file: "concepts.yaml", line: 0, column: 0, message: "\(concept.code) is not found by its name"))
    }
    return findings
  }

  /// Reads the sentence of each example and compares the name it begins with.
  public func test(_ rules: RulePack) throws(RuleError) -> RuleTestReport {
    let context = try ContextRules(rules: rules)
    var report = RuleTestReport()
    for item in try classes(rules) {
      let entry = try item.fields(OrganizationRules.classKeys)
      guard let examples = entry["examples"] else { continue }
      for example in try examples.items() {
        let fields = try example.fields(["sentence", "name"])
        let sentence = Array(try example.required("sentence", in: fields).text().utf8)
        let name = try example.required("name", in: fields).text()
        report.examples += 1
        let clause = 0..<sentence.count
        let start = context.topics.subjectStart(in: sentence, clause: clause, periods: PeriodPlaces())
        let topic = context.topics.topic(
          in: sentence, clause: clause, from: start, periods: PeriodPlaces(),
          words: HeadWords(in: sentence, context.organizations))
        let found = topic.map { String(decoding: sentence[$0.range], as: UTF8.self) }
        if found != name {
          report.failures.append(
            RuleFinding(.error, at: example.error("expected '\(name)', found \(found.map { "'\($0)'" } ?? "nothing")")))
        }
      }
    }
    return report
  }

  private func classes(_ rules: RulePack) throws(RuleError) -> [RuleNode] {
    let root = try rules.root(of: "organizations.yaml")
    for (key, value) in try root.entries() where try key.text() == "classes" { return try value.items() }
    throw root.error("'classes' is missing")
  }
}
