import Figures
import Indicators
import Values

@testable import Records

/// Facts and mentions for tests, told apart by what a test names.
enum Sample {
  static func fact(
    _ indicator: String = "工业投资", _ value: String = "12.6", unit: String = "亿元", base: String? = nil,
    baseUnit: String = "CNY", measure: Observation.Measure = .level, bound: Figure.Bound = .exact,
    status: Observation.Status = .actual, comparison: Observation.Comparison? = nil, period: TimePeriod? = nil,
    subject: String? = nil
  ) -> Fact {
    let value = ExactDecimal(value)!
    let normalized = base.map { ExactDecimal($0)! } ?? value.scaled(byPowerOfTen: 8)
    return Fact(
      Observation(
        indicator: indicator, measure: measure, amount: .value(value), unit: unit, bound: bound,
        normalized: Figure.Normalized(amount: .value(normalized), unit: baseUnit), status: status,
        comparison: comparison, period: period, subject: subject, paragraph: 0, range: 0..<1, quote: 0..<1,
        rule: "test"))
  }

  static func mention(_ document: String = "a.txt", paragraph: Int = 0, at start: Int = 0) -> Mention {
    Mention(
      document: document, paragraph: paragraph, range: start..<start + 2, quote: "工业投资12.6亿元",
      source: .scalars(start..<start + 2), rule: "test")
  }

  static func year(_ year: Int) -> TimePeriod { .single(CalendarUnit(year: year)) }
}
