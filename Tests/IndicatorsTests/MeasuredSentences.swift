import Foundation
import Records

@testable import Pipeline

extension SentenceSet {
  /// What was read from a set of sentences, with its scores.
  struct Measured {
    let set: SentenceSet
    let score: RecordScore
    let read: [String: [IndicatorRecord]]

    var total: RecordScore.Levels { score.total }

    func summary(_ name: String) -> String {
      let fields = RecordScore.fields.compactMap { field in
        score.byField[field]?.share.map { "\(field) \(digits($0))" }
      }
      return """
        \(name): \(set.sentences.count) sentences; F1 figure \(digits(total.figure.f1)), \
        record \(digits(total.record.f1)), full \(digits(total.full.f1)); \(fields.joined(separator: ", "))
        """
    }

    /// Hits of each level, what was read and what was asked, construction by construction.
    var table: String {
      let levels = Dictionary(uniqueKeysWithValues: score.pages.map { ($0.page, $0.levels) })
      return Dictionary(grouping: set.sentences, by: \.construction).sorted { $0.key < $1.key }
        .map { construction, sentences in
          let own = sentences.compactMap { levels[$0.id] }
          let hits = [\RecordScore.Levels.figure, \.record, \.full].map { level in
            own.reduce(0) { $0 + $1[keyPath: level].hits }
          }
          let predicted = own.reduce(0) { $0 + $1.figure.predicted }
          let asked = own.reduce(0) { $0 + $1.figure.asked }
          return
            "  \(construction): figure \(hits[0]), record \(hits[1]), full \(hits[2]) of \(asked), read \(predicted)"
        }.joined(separator: "\n")
    }

    /// The sentences that were not read in full, with what was asked and what was read.
    var misses: String {
      zip(set.sentences, set.sentences.map { sentence in score.pages.first { $0.page == sentence.id }?.levels })
        .filter { _, levels in
          guard let full = levels?.full else { return true }
          return full.hits < full.asked || full.hits < full.predicted
        }
        .map { sentence, _ in
          let asked = sentence.records.map { "    asked \($0.description)" }
          let records = (read[sentence.id] ?? []).map { record in
            var writer = JSONWriter()
            writer.line(record)
            return "    read  " + String(decoding: writer.utf8.dropLast(), as: UTF8.self)
          }
          return (["  \(sentence.id) \(sentence.construction): \(sentence.text)"] + asked + records)
            .joined(separator: "\n")
        }.joined(separator: "\n")
    }

    private func digits(_ value: Double) -> String { String(format: "%.4f", value) }
  }
}
