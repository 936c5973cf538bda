import Figures
import Indicators
import Values

/// Records that cannot all be true: the same indicator, measure, unit, status, comparison, period and subject, and
/// values that exclude each other.
public struct Contradiction: Sendable {
  /// In the order of records, two or more.
  public let records: [IndicatorRecord]
}

/// Finds records that contradict each other. All of them are kept; nothing here decides which is right.
///
/// Only facts whose period and subject are known are compared: what is of no known time can differ. 超3亿吨 and
/// 3.02亿吨 agree, and so do 约 and 近 with what lies within a tenth.
public enum Contradictions {
  /// The contradictions among records, in the order of their first record.
  public static func find(in records: some Sequence<IndicatorRecord>) -> [Contradiction] {
    var groups: [ContestKey: [IndicatorRecord]] = [:]
    for record in records {
      guard let key = ContestKey(record.fact) else { continue }
      groups[key, default: []].append(record)
    }
    return groups.values.compactMap { group -> Contradiction? in
      let sorted = group.sorted()
      let disputed = sorted.filter { record in
        sorted.contains { other in
          other.id != record.id && !ValueSpan(of: record.fact).meets(ValueSpan(of: other.fact))
        }
      }
      return disputed.isEmpty ? nil : Contradiction(records: disputed)
    }.sorted { left, right in
      guard let first = left.records.first, let second = right.records.first else { return false }
      return first < second
    }
  }
}

/// The values that a fact allows: both ends exact, open where it has none.
struct ValueSpan {
  private let low: ExactDecimal?
  private let high: ExactDecimal?
  /// An end that itself is not allowed: 超过3 does not allow 3.
  private let isOpenBelow: Bool

  init(of fact: Fact) {
    var isOpenBelow = false
    switch fact.normalized.amount {
    case .range(let low, let high):
      (self.low, self.high) = (low, high)
    case .value(let value):
      switch fact.bound {
      case .exact: (low, high) = (value, value)
      case .atLeast: (low, high) = (value, nil)
      case .moreThan:
        (low, high) = (value, nil)
        isOpenBelow = true
      case .atMost: (low, high) = (nil, value)
      case .nearly: (low, high) = Self.ordered(value, Self.tenths(9, of: value))
      case .about: (low, high) = Self.ordered(Self.tenths(9, of: value), Self.tenths(11, of: value))
      }
    }
    self.isOpenBelow = isOpenBelow
  }

  /// Whether some value is allowed by both.
  func meets(_ other: ValueSpan) -> Bool {
    reaches(other) && other.reaches(self)
  }

  /// Whether this begins at or before the end of the other.
  private func reaches(_ other: ValueSpan) -> Bool {
    guard let low, let high = other.high else { return true }
    return low < high || low == high && !isOpenBelow
  }

  private static func tenths(_ count: Int, of value: ExactDecimal) -> ExactDecimal {
    value.multiplied(by: ExactDecimal(count))?.scaled(byPowerOfTen: -1) ?? value
  }

  private static func ordered(_ first: ExactDecimal, _ second: ExactDecimal) -> (ExactDecimal, ExactDecimal) {
    first < second ? (first, second) : (second, first)
  }
}

extension JSONWriter {
  /// One line of `conflicts.jsonl`: the records that contradict each other, as in `indicators.jsonl`.
  public mutating func line(_ contradiction: Contradiction) {
    beginObject()
    if let fact = contradiction.records.first?.fact {
      key("indicator")
      string(fact.indicator)
      key("concept")
      string(fact.concept)
      key("measure")
      string(fact.measure.rawValue)
      key("status")
      string(fact.status.rawValue)
      key("comparison")
      string(fact.comparison?.rawValue)
      key("time_period")
      string(fact.period?.description)
      key("subject")
      string(fact.subject)
      key("unit")
      string(fact.normalized.unit)
    }
    key("records")
    beginArray()
    for record in contradiction.records { object(record) }
    endArray()
    endObject()
    endLine()
  }
}
