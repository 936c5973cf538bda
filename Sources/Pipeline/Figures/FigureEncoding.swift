import Figures
import Records
import Values

extension JSONWriter {
  /// A figure with its place, as `extract figures` prints it.
  /// - Parameter period: The period that its words mean where they stand, if the figure alone does not tell.
  mutating func object(
    _ figure: Figure, text: ArraySlice<UInt8>, scalars: Range<Int>, period: TimePeriod? = nil
  ) {
    beginObject()
    key("start")
    number(scalars.lowerBound)
    key("end")
    number(scalars.upperBound)
    key("text")
    string(utf8: text)
    key("kind")
    string(figure.kind.rawValue)
    if let amount = figure.amount {
      self.amount(amount) { $0.string($1) }
      key("unit")
      string(figure.unit)
    }
    if let normalized = figure.normalized {
      key("normalized")
      object(normalized)
    }
    if let period = figure.period ?? period {
      key("time_period")
      string(period.description)
    }
    if figure.amount != nil {
      key("bound")
      string(figure.bound.rawValue)
    }
    if let reason = figure.reason {
      key("reason")
      string(reason)
    }
    endObject()
  }
}
