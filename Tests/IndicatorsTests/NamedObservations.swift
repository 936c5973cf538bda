import Rules

@testable import Indicators

extension SentenceReader {
  /// The names and measures of what a sentence on a page of July 2024 states, in their order.
  static func named(in text: String) throws -> [String] {
    try SentenceReader(rules: .embedded).observations(in: text, published: "2024-07-10")
      .map { "\($0.indicator) \($0.measure.rawValue)" }
  }
}
