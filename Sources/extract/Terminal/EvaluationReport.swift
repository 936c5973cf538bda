import Foundation
import Pipeline
import Records

/// The outcome of an evaluation for people and for machines.
enum EvaluationReport {
  static func text(_ evaluation: Evaluation) -> String {
    var lines: [String] = []
    if let records = evaluation.records {
      lines += table(
        ["page", "asked", "predicted", "figure", "record", "full"],
        records.pages.map { page, levels in
          [page]
            + [
              levels.figure.asked, levels.figure.predicted, levels.figure.hits, levels.record.hits, levels.full.hits,
            ].map(String.init)
        })
      lines.append("")
      lines += table(
        ["rule", "predicted", "figure", "record", "full"],
        records.byRule.sorted { $0.key < $1.key }.map { rule, levels in
          [rule] + [levels.figure.predicted, levels.figure.hits, levels.record.hits, levels.full.hits].map(String.init)
        })
      lines.append("")
      lines += table(
        ["field", "right where the figure is"],
        RecordScore.fields.map { [$0, digits(records.byField[$0]?.share)] })
      lines.append("")
      lines += table(
        ["level", "precision", "recall", "F1"],
        levels(records.total).map { [$0, digits($1.precision), digits($1.recall), digits($1.f1)] })
    }
    if let text = evaluation.text {
      lines.append("")
      lines += table(
        ["text", "share"],
        [
          ["sentences", digits(text.sentences.share)], ["paragraphs", digits(text.paragraphs.share)],
          ["repeated", digits(text.repeated.share)],
        ])
    }
    lines += ["", "gold sha256:\(evaluation.goldDigest)"]
    return lines.joined(separator: "\n")
  }

  static func json(_ evaluation: Evaluation) -> String {
    var writer = JSONWriter()
    writer.beginObject()
    if let records = evaluation.records {
      writer.key("levels")
      writer.beginObject()
      for (name, score) in levels(records.total) {
        writer.key(named: name)
        writer.beginObject()
        for (key, value) in [("precision", score.precision), ("recall", score.recall), ("f1", score.f1)] {
          writer.key(named: key)
          writer.number(rounded(value))
        }
        writer.endObject()
      }
      writer.endObject()
      writer.key("fields")
      writer.rates(RecordScore.fields.map { ($0, records.byField[$0]?.share) })
    }
    if let text = evaluation.text {
      writer.key("text")
      writer.rates([
        ("sentences", text.sentences.share), ("paragraphs", text.paragraphs.share), ("repeated", text.repeated.share),
      ])
    }
    writer.key("gold")
    writer.string("sha256:" + evaluation.goldDigest)
    writer.endObject()
    return String(decoding: writer.utf8, as: UTF8.self)
  }

  static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }

  private static func levels(_ total: RecordScore.Levels) -> [(String, Score)] {
    [("figure", total.figure), ("record", total.record), ("full", total.full)]
  }

  private static func digits(_ value: Double?) -> String { value.map { String(format: "%.4f", $0) } ?? "-" }

  /// Columns of equal width: the first to the left, the others to the right.
  private static func table(_ head: [String], _ rows: [[String]]) -> [String] {
    let widths = head.indices.map { column in ([head] + rows).map { $0[column].count }.max() ?? 0 }
    return ([head] + rows).map { row in
      zip(row.indices, row).map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + space : space + cell
      }.joined(separator: "  ")
    }
  }
}

extension JSONWriter {
  fileprivate mutating func rates(_ rates: [(String, Double?)]) {
    beginObject()
    for (name, rate) in rates {
      key(named: name)
      if let rate { number(EvaluationReport.rounded(rate)) } else { null() }
    }
    endObject()
  }
}
