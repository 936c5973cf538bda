import Figures
import Layout
import Rules
import Values

/// Reads what the figures of a document measure.
public struct IndicatorInterpreter: Sendable {
  /// Errors: `RuleError` where a rule file about words, constructions, places or organisations is wrong.
  public init(rules: RulePack) throws(RuleError) {}

  /// The observations of a document, in reading order.
  /// - Parameter figures: The figures of each paragraph, as `FigureRecognizer` gave them.
  public func observations(
    in paragraphs: [Paragraph], figures: [[Figure]], published: CalendarDate?
  ) -> [Observation] { [] }
}
