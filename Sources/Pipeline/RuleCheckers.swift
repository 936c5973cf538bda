import Figures
import Indicators
import Layout
import Reading
import Rules

/// The checkers of all targets that read rule files.
public enum RuleCheckers {
  static let all: [any RuleChecking] = [
    SiteWordsChecker(), LayoutRuleChecker(), FigureRuleChecker(), ConstructionExamples(), ContextRuleChecker(),
  ]

  /// The findings of all checkers, by file and place. Errors: `RuleError` where a file cannot be read at all.
  public static func lint(_ rules: RulePack) throws(RuleError) -> [RuleFinding] {
    _ = try DocumentRoad(rules: rules)
    var findings: [RuleFinding] = []
    for checker in all { findings += try checker.lint(rules) }
    return findings.sorted { ($0.file, $0.line, $0.column, $0.message) < ($1.file, $1.line, $1.column, $1.message) }
  }

  /// The examples of all rule files. Errors: `RuleError` where a file cannot be read at all.
  public static func test(_ rules: RulePack) throws(RuleError) -> RuleTestReport {
    _ = try DocumentRoad(rules: rules)
    var report = RuleTestReport()
    for checker in all { report.add(try checker.test(rules)) }
    return report
  }
}
