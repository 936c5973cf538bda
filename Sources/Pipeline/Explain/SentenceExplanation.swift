import Figures
import Records
import SourceText

/// The figures of a sentence and the records they gave, or why they gave none.
public struct SentenceExplanation: Sendable {
  private let document: ExtractedDocument

  init(_ document: ExtractedDocument) {
    self.document = document
  }

  /// Paragraph by paragraph: the text, its figures, then what was read from each.
  public var text: String {
    var lines: [String] = []
    for (number, paragraph) in document.paragraphs.enumerated() {
      lines.append("\(paragraph.kind.rawValue): \(paragraph.text.string)")
      let observations = document.observations.filter { $0.paragraph == number }
      for figure in document.figures[number] {
        let text = String(decoding: paragraph.text.utf8[figure.range], as: UTF8.self)
        let values = [
          figure.amount.map { "\($0.text) \(figure.unit)" }, figure.period.map { "\($0)" },
          figure.amount == nil || figure.bound == .exact ? nil : figure.bound.rawValue,
          figure.normalized.map { "= \($0.amount.text) \($0.unit)" }, figure.reason,
        ]
        lines.append("  \(text): " + ([figure.kind.rawValue] + values.compactMap { $0 }).joined(separator: ", "))
        for observation in observations where observation.range.overlaps(figure.range) {
          let fact = Fact(observation)
          lines.append("    → \(fact.indicator): \(fact.measure.rawValue) \(fact.amount.text) \(fact.unit)")
          lines.append(
            "      bound \(fact.bound.rawValue), status \(fact.status.rawValue), comparison "
              + "\(fact.comparison?.rawValue ?? "null"), time_period \(fact.period?.description ?? "null"), subject "
              + (fact.subject ?? "null"))
          lines.append("      rule \(observation.rule)")
        }
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// One JSON object a paragraph.
  public var json: String {
    var writer = JSONWriter()
    for (number, paragraph) in document.paragraphs.enumerated() {
      let index = ScalarIndex(paragraph.text.utf8)
      writer.beginObject()
      writer.key("text")
      writer.string(utf8: paragraph.text.utf8)
      writer.key("kind")
      writer.string(paragraph.kind.rawValue)
      writer.key("figures")
      writer.beginArray()
      for figure in document.figures[number] {
        writer.object(figure, text: paragraph.text.utf8[figure.range], scalars: index.scalars(in: figure.range))
      }
      writer.endArray()
      writer.key("records")
      writer.beginArray()
      for observation in document.observations where observation.paragraph == number {
        let place = index.scalars(in: observation.range)
        writer.beginObject()
        writer.key("start")
        writer.number(place.lowerBound)
        writer.key("end")
        writer.number(place.upperBound)
        writer.fields(of: Fact(observation))
        writer.key("rule")
        writer.string(observation.rule)
        writer.endObject()
      }
      writer.endArray()
      writer.endObject()
      writer.endLine()
    }
    return String(decoding: writer.utf8, as: UTF8.self)
  }
}

extension Figure.Amount {
  /// `12.6`, `3…5`.
  fileprivate var text: String {
    switch self {
    case .value(let value): value.description
    case .range(let low, let high): "\(low)…\(high)"
    }
  }
}
