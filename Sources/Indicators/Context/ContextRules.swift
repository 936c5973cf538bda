import Rules

/// The word lists that periods, subjects and section frames are read with.
public struct ContextRules: Sendable {
  /// Errors: `RuleError` where a rule file about places, organisations or sections is wrong.
  public init(rules: RulePack) throws(RuleError) {}
}
