import Figures
import Indicators
import Values

/// What a record states, whoever says it and wherever.
public struct Fact: Hashable, Sendable {
  public var indicator: String
  /// The code of the standard indicator, where the name is one of its names.
  public var concept: String?
  public var measure: Observation.Measure
  public var amount: Figure.Amount
  public var unit: String
  public var bound: Figure.Bound
  public var normalized: Figure.Normalized
  public var status: Observation.Status
  public var comparison: Observation.Comparison?
  public var period: TimePeriod?
  public var subject: String?
  /// GB/T 2260, six digits, where the subject is a place of the gazetteer.
  public var areaCode: String?

  public init(_ observation: borrowing Observation) {
    indicator = observation.indicator
    concept = observation.concept
    measure = observation.measure
    amount = observation.amount
    unit = observation.unit
    bound = observation.bound
    normalized = observation.normalized
    status = observation.status
    comparison = observation.comparison
    period = observation.period
    subject = observation.subject
    areaCode = observation.areaCode
  }
}
