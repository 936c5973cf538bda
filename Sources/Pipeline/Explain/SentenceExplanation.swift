import Figures
import Indicators
import Records
import SourceText

/// How the clauses of a sentence were cut and read: pieces, the rules that fitted each figure, the records they gave with the
/// origin of their fields, or why they gave none.
public struct SentenceExplanation: Sendable {
  let document: ExtractedDocument
  let traces: [ReadingTrace]

  /// - Parameter traces: Of each paragraph.
  init(_ document: ExtractedDocument, traces: [ReadingTrace]) {
    self.document = document
    self.traces = traces
  }

  /// Paragraph by paragraph: the text, its clauses with their pieces, and each figure with what was read from it.
  public var text: String {
    var lines: [String] = []
    for (number, paragraph) in document.paragraphs.enumerated() {
      lines.append("\(paragraph.kind.rawValue): \(paragraph.text.string)")
      var told: Set<Int> = []
      for clause in traces[number].clauses {
        lines.append("  clause: \(words(clause.range, in: number))")
        lines.append("    pieces: " + clause.pieces.map { describe($0, in: number) }.joined(separator: " | "))
        for rejection in clause.rejections where rejection.figure == nil {
          lines.append("    no record: \(rejection.reason)")
        }
        for (index, figure) in document.figures[number].enumerated()
        where clause.range.contains(figure.range.lowerBound) {
          guard told.insert(index).inserted else { continue }
          lines += describe(figure, in: number, clause: clause).map { "    " + $0 }
        }
      }
      for (index, figure) in document.figures[number].enumerated() where !told.contains(index) {
        lines += describe(figure, in: number, clause: nil).map { "  " + $0 }
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The records of a figure.
  func observations(of figure: Figure, in paragraph: Int) -> [Observation] {
    document.observations.filter { $0.paragraph == paragraph && $0.range.overlaps(figure.range) }
  }

  func words(_ range: Range<Int>, in paragraph: Int) -> String {
    String(decoding: document.paragraphs[paragraph].text.utf8[range], as: UTF8.self)
  }

  private func describe(_ piece: ReadingTrace.TracedPiece, in paragraph: Int) -> String {
    let text = words(piece.range, in: paragraph)
    let classes = piece.classes.isEmpty ? "" : ": " + piece.classes.joined(separator: ", ")
    return "\(text) [\(piece.kind)\(classes)]"
  }

  private func describe(_ figure: Figure, in paragraph: Int, clause: ReadingTrace.TracedClause?) -> [String] {
    let values = [
      figure.amount.map { "\($0.text) \(figure.unit)" }, figure.period.map { "\($0)" },
      figure.amount == nil || figure.bound == .exact ? nil : figure.bound.rawValue,
      figure.normalized.map { "= \($0.amount.text) \($0.unit)" }, figure.reason,
    ]
    var lines = [
      "\(words(figure.range, in: paragraph)): "
        + ([figure.kind.rawValue] + values.compactMap { $0 }).joined(separator: ", ")
    ]
    let attempts = clause?.attempts.filter { $0.figure.overlaps(figure.range) }.flatMap(\.constructions) ?? []
    if !attempts.isEmpty { lines.append("  rules that fit: " + attempts.joined(separator: ", ")) }
    let observations = observations(of: figure, in: paragraph)
    for observation in observations {
      lines += describe(observation, clause: clause?.range ?? observation.quote).map { "  " + $0 }
    }
    let rejections = clause?.rejections.filter { $0.figure?.overlaps(figure.range) == true } ?? []
    for rejection in rejections where observations.isEmpty { lines.append("  no record: \(rejection.reason)") }
    if observations.isEmpty, clause?.observations.contains(where: { $0.range.overlaps(figure.range) }) == true {
      lines.append("  no record: a headline's figure that the text below does not repeat")
    }
    return lines
  }

  private func describe(_ observation: Observation, clause: Range<Int>) -> [String] {
    let fact = Fact(observation)
    func said(_ origin: FieldOrigin?, else other: String) -> String {
      guard let origin else { return other }
      return "«\(origin.text)» in the \(origin.reach(from: observation, clause: clause))"
    }
    let name = fact.concept.map { "\(fact.indicator) (concept \($0))" } ?? fact.indicator
    return [
      "→ \(name): \(fact.measure.rawValue) \(fact.amount.text) \(fact.unit)",
      "    rule         \(observation.rule), read from «\(words(observation.quote, in: observation.paragraph))»",
      "    bound        \(fact.bound.rawValue)",
      "    status       \(fact.status.rawValue)",
      "    comparison   \(fact.comparison?.rawValue ?? "null")",
      "    time_period  "
        + (fact.period.map {
          "\($0), " + said(FieldOrigin(periodOf: observation, in: document), else: "worked out from its context")
        } ?? "null"),
      "    subject      "
        + (fact.subject.map {
          "\($0), " + said(FieldOrigin(subjectOf: observation, in: document), else: "worked out from its context")
        } ?? "null"),
    ]
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
