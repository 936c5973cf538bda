import Figures
import Rules
import Values

/// What the tests read figures with, and how they write them down.
enum FigureReading {
  static let recognizer = try! FigureRecognizer(rules: .embedded)

  static func figures(_ text: String, published: String? = nil) -> [Figure] {
    recognizer.figures(in: Array(text.utf8), published: published.flatMap { CalendarDate(iso8601: $0) })
  }

  /// `68.3 亿元`, `3..5 家`; amounts of names left out unless asked for.
  static func amounts(_ text: String, names: Bool = false) -> [String] {
    figures(text).compactMap { figure in
      guard let amount = figure.amount, names || figure.kind != .name, figure.kind != .ordinal else { return nil }
      return written(amount) + (figure.unit.isEmpty ? "" : " " + figure.unit)
    }
  }

  static func written(_ amount: Figure.Amount) -> String {
    switch amount {
    case .value(let value): "\(value)"
    case .range(let low, let high): "\(low)..\(high)"
    }
  }

  static func text(of range: Range<Int>, in text: String) -> String {
    String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }
}
