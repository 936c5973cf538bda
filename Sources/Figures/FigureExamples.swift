import Rules
import Values

/// The examples that stand beside units, counters, bounds, words and periods in the rule files, run as tests.
///
/// An example is a text, an arrow and what its figure is: `总投资68.3亿元 → 68.3 亿元`, `3至5家 → 3..5 家`,
/// `超100亿元 → 100 亿元 more_than`, `今年一季度 → 2024-Q1` on a page of 2024-03-15, `与上年持平 → none`.
public enum FigureExamples {
  public struct Failure: Hashable, Sendable {
    /// Where the example stands, and what was read instead.
    public let error: RuleError
  }

  private static let pageDate = "2024-03-15"

  /// The examples that the recogniser reads otherwise. Errors: `RuleError` where the pack does not load.
  public static func run(_ rules: RulePack) throws(RuleError) -> [Failure] {
    try runCounted(rules).failures
  }

  /// The same, with the number of examples.
  static func runCounted(_ rules: RulePack) throws(RuleError) -> (examples: Int, failures: [Failure]) {
    let recognizer = try FigureRecognizer(rules: rules)
    var examples = 0
    var failures: [Failure] = []
    for (file, lists) in [
      ("units.yaml", ["units"]), ("counters.yaml", ["counters"]), ("numerals.yaml", ["words"]),
      ("bounds.yaml", ["before", "after"]), ("periods.yaml", ["years", "spans", "moments", "feasts", "new_year"]),
    ] {
      for (key, list) in try rules.root(of: file).entries() where lists.contains(try key.text()) {
        for entry in try list.items() {
          for (name, value) in try entry.entries() where try name.text() == "example" {
            examples += 1
            if let message = try check(value.text(), with: recognizer, isPeriod: file == "periods.yaml") {
              failures.append(Failure(error: value.error(message)))
            }
          }
        }
      }
    }
    return (examples, failures)
  }

  /// What is wrong with an example; `nil` where it is read as it says.
  private static func check(_ example: String, with recognizer: FigureRecognizer, isPeriod: Bool) -> String? {
    guard let arrow = example.range(of: " → ") else { return "expected 'text → figure'" }
    let text = String(example[..<arrow.lowerBound])
    let expected = String(example[arrow.upperBound...])
    let figures = recognizer.figures(in: Array(text.utf8), published: CalendarDate(iso8601: pageDate))
    let read: [String] =
      if isPeriod {
        figures.compactMap { $0.period?.description }
      } else {
        figures.compactMap { figure in
          guard let amount = figure.amount, figure.kind != .name else { return nil }
          let value =
            switch amount {
            case .value(let value): "\(value)"
            case .range(let low, let high): "\(low)..\(high)"
            }
          return "\(value) \(figure.unit)"
        }
      }
    if expected == "none" { return read.isEmpty ? nil : "read as \(read.joined(separator: ", "))" }
    let parts = expected.split(separator: " ")
    if !isPeriod, parts.count == 3 {
      let figure = "\(parts[0]) \(parts[1])"
      let bounds = zip(figures.filter { $0.amount != nil && $0.kind != .name }, read).filter { $0.1 == figure }
        .map { $0.0.bound.rawValue }
      return bounds.contains(String(parts[2])) ? nil : "read as \(read.joined(separator: ", ")) \(bounds)"
    }
    return read.contains(expected) ? nil : "read as \(read.joined(separator: ", "))"
  }
}

extension String {
  /// The first place of another text.
  fileprivate func range(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
