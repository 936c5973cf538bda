import Figures
import Values

/// One figure linked to what it measures, at one place of one document.
public struct Observation: Hashable, Sendable {
  public enum Measure: String, CaseIterable, Sendable {
    case level, growth, change, share, ratio
  }

  public enum Status: String, CaseIterable, Sendable {
    case actual, target, forecast
  }

  public enum Comparison: String, CaseIterable, Sendable {
    case yoy, mom
    case averageAnnual = "avg_annual"
  }

  /// The name of what is measured, as the page words it, cleaned.
  public var indicator: String
  public var measure: Measure
  /// Negative for a fall.
  public var amount: Figure.Amount
  /// As written, half-width and simplified, scale word included.
  public var unit: String
  public var bound: Figure.Bound
  public var normalized: Figure.Normalized
  public var status: Status
  public var comparison: Comparison?
  public var period: TimePeriod?
  public var subject: String?
  /// GB/T 2260, six digits, where the subject is a place of the gazetteer.
  public var areaCode: String?
  /// The code of the standard statistical indicator in `rules/concepts.yaml`; `nil` where none fits.
  public var concept: String?

  /// Index of the paragraph in its document.
  public var paragraph: Int
  /// Bytes of the paragraph's text that the figure takes up.
  public var range: Range<Int>
  /// Bytes of the paragraph's text that say the fact: the clause from the name to the figure.
  public var quote: Range<Int>
  /// The id of the rule that read it: `count.verb-name-figure`.
  public var rule: String

  public init(
    indicator: String, measure: Measure, amount: Figure.Amount, unit: String, bound: Figure.Bound,
    normalized: Figure.Normalized, status: Status, comparison: Comparison?, period: TimePeriod?, subject: String?,
    paragraph: Int, range: Range<Int>, quote: Range<Int>, rule: String,
    areaCode: String? = nil, concept: String? = nil
  ) {
    self.indicator = indicator
    self.measure = measure
    self.amount = amount
    self.unit = unit
    self.bound = bound
    self.normalized = normalized
    self.status = status
    self.comparison = comparison
    self.period = period
    self.subject = subject
    self.paragraph = paragraph
    self.range = range
    self.quote = quote
    self.rule = rule
    self.areaCode = areaCode
    self.concept = concept
  }
}
