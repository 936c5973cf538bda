import Rules
import Values

/// Finds the figures of a text.
public struct FigureRecognizer: Sendable {
  /// Errors: `RuleError` where a rule file about units, numerals, bounds or periods is wrong.
  public init(rules: RulePack) throws(RuleError) {}

  /// The figures of one paragraph or line, in order, not overlapping; periods, ordinals and names included.
  /// Offsets are bytes of `text`, which is valid UTF-8. Relative periods are resolved against `published`.
  public func figures(in text: [UInt8], published: CalendarDate?) -> [Figure] { [] }
}
