import Rules
import Values

/// The examples that stand beside units, counters, bounds, names and periods in the rule files, run as tests.
public enum FigureExamples {
  public struct Failure: Hashable, Sendable {
    /// Where the example stands, and what it should have been.
    public let error: RuleError
  }

  /// The examples that the recogniser reads otherwise. Errors: `RuleError` where the pack does not load.
  public static func run(_ rules: RulePack) throws(RuleError) -> [Failure] { [] }
}
