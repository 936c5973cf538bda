import Rules

/// Checks the rule files about units, counters, numerals, bounds, periods, names and script.
public struct FigureRuleChecker: RuleChecking {
  public let files = [
    "units.yaml", "counters.yaml", "numerals.yaml", "bounds.yaml", "periods.yaml", "names.yaml", "script.yaml",
  ]

  public init() {}

  public func lint(_ rules: RulePack) throws(RuleError) -> [RuleFinding] {
    RuleLint.check(rules).map { RuleFinding(.error, at: $0) }
  }

  public func test(_ rules: RulePack) throws(RuleError) -> RuleTestReport {
    let (examples, failures) = try FigureExamples.runCounted(rules)
    return RuleTestReport(examples: examples, failures: failures.map { RuleFinding(.error, at: $0.error) })
  }
}
