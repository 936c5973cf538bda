import Figures
import Values

/// A record as an example writes it: `规模以上工业增加值 | growth | -3.2 % | yoy target at_least period=2024`.
///
/// The parts are the name (or several, parted by `/`), the measure, value and unit, and then in any order what differs
/// from an exact, actual record without comparison. Period and subject are compared only where they are given.
struct ExpectedRecord: Hashable, Sendable {
  var names: [String]
  var measure: Observation.Measure
  var low: String
  var high: String?
  var unit: String
  var bound = Figure.Bound.exact
  var status = Observation.Status.actual
  var comparison: Observation.Comparison?
  var period: String?
  var subject: String?

  /// `nil` where the text is no such record.
  init?(_ text: String) {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false).map { Self.trimmed($0) }
    guard parts.count == 3 || parts.count == 4, let measure = Observation.Measure(rawValue: parts[1]) else {
      return nil
    }
    names = parts[0].split(separator: "/").map { Self.trimmed($0) }
    self.measure = measure
    let amount = parts[2].split(separator: " ", maxSplits: 1)
    guard let value = amount.first else { return nil }
    unit = amount.count > 1 ? Self.trimmed(amount[1]) : ""
    let ends = value.split(separator: "~")
    guard let first = ends.first, ExactDecimal(first) != nil else { return nil }
    low = String(first)
    if ends.count > 1 { high = String(ends[1]) }
    for flag in parts.count == 4 ? parts[3].split(separator: " ") : [] {
      let flag = String(flag)
      if let bound = Figure.Bound(rawValue: flag) {
        self.bound = bound
      } else if let status = Observation.Status(rawValue: flag) {
        self.status = status
      } else if let comparison = Observation.Comparison(rawValue: flag) {
        self.comparison = comparison
      } else if flag.hasPrefix("period=") {
        period = String(flag.dropFirst(7))
      } else if flag.hasPrefix("subject=") {
        subject = String(flag.dropFirst(8))
      } else {
        return nil
      }
    }
  }

  func matches(_ observation: Observation) -> Bool {
    guard names.contains(observation.indicator), measure == observation.measure, unit == observation.unit,
      bound == observation.bound, status == observation.status, comparison == observation.comparison,
      matchesAmount(observation.amount)
    else { return false }
    if let period, period != (observation.period?.description ?? "null") { return false }
    if let subject, subject != (observation.subject ?? "null") { return false }
    return true
  }

  private func matchesAmount(_ amount: Figure.Amount) -> Bool {
    switch amount {
    case .value(let value): high == nil && ExactDecimal(low) == value
    case .range(let one, let other): ExactDecimal(low) == one && high.flatMap { ExactDecimal($0) } == other
    }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var text = text[...]
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}

extension Observation {
  /// The record in the notation of examples.
  public var exampleNotation: String {
    let value: String
    switch amount {
    case .value(let one): value = one.description
    case .range(let low, let high): value = "\(low)~\(high)"
    }
    var flags: [String] = []
    if bound != .exact { flags.append(bound.rawValue) }
    if status != .actual { flags.append(status.rawValue) }
    if let comparison { flags.append(comparison.rawValue) }
    let record = "\(indicator) | \(measure.rawValue) | \(value) \(unit)"
    return flags.isEmpty ? record : record + " | " + flags.joined(separator: " ")
  }
}
