import Figures
import Values

extension FigureReading {
  /// All that is said of the figures of a text, on a page of 24 July 2024:
  /// `68.3亿元 money 68.3 亿元 = 6830000000 CNY at_least`, `元至11月 period 2024-01/2024-11`.
  static func described(_ text: String) -> [String] {
    var spoken: TimePeriod? = .single(CalendarUnit(year: 2024))
    return figures(text, published: "2024-07-24").map { figure in
      var words = [self.text(of: figure.range, in: text), figure.kind.rawValue]
      if let amount = figure.amount {
        words.append(written(amount))
        if !figure.unit.isEmpty { words.append(figure.unit) }
      }
      if let normalized = figure.normalized { words += ["=", written(normalized.amount), normalized.unit] }
      if figure.bound != .exact { words.append(figure.bound.rawValue) }
      let published = CalendarDate(iso8601: "2024-07-24")
      if let period = figure.period ?? figure.periodExpression?.resolve(published: published, previous: spoken) {
        words.append(period.description)
        spoken = period
      }
      return words.joined(separator: " ")
    }
  }
}
