import Figures
import Layout
import Rules
import SourceText
import Values

/// The examples and counterexamples that stand beside the constructions, run as tests.
public struct ConstructionExamples: RuleChecking {
  public let files = ["lexicon.yaml"] + ConstructionSet.fileNames

  public init() {}

  /// Runs all examples of a rule pack. Errors: `RuleError` where a rule file is wrong.
  public static func run(_ rules: RulePack) throws(RuleError) -> RuleTestReport {
    try ConstructionExamples().test(rules)
  }

  public func test(_ rules: RulePack) throws(RuleError) -> RuleTestReport {
    let reader = try SentenceReader(rules: rules)
    var report = RuleTestReport()
    for construction in reader.interpreter.constructions.constructions {
      for example in construction.examples {
        report.examples += 1
        // What rejects a figure may leave others to be read.
        let reading = construction.emission.rejection == nil ? construction.id : nil
        if let message = failure(of: example, by: reading, reader: reader) {
          report.failures.append(finding(message, example: example, construction: construction))
        }
      }
      for example in construction.counterexamples {
        report.examples += 1
        let found = reader.observations(in: example.text, published: example.published)
        if let wrong = found.first(where: { $0.rule == construction.id }), example.records.isEmpty {
          report.failures.append(
            finding(
              "'\(example.text)' is read as \(wrong.exampleNotation)", example: example, construction: construction))
        } else if !example.records.isEmpty,
          let message = failure(of: example, by: nil, reader: reader)
        {
          report.failures.append(finding(message, example: example, construction: construction))
        }
      }
    }
    return report
  }

  public func lint(_ rules: RulePack) throws(RuleError) -> [RuleFinding] {
    let reader = try SentenceReader(rules: rules)
    var findings: [RuleFinding] = []
    var winners: Set<String> = []
    let constructions = reader.interpreter.constructions.constructions
    for construction in constructions {
      for example in construction.examples + construction.counterexamples {
        let trace = reader.explain(example.text, published: example.published)
        for observation in trace.observations { winners.insert(observation.rule) }
        for clause in trace.traces.flatMap(\.clauses) {
          for rejection in clause.rejections {
            if let id = rejection.reason.split(separator: ":").first { winners.insert(String(id)) }
          }
        }
      }
    }
    for construction in constructions {
      if construction.examples.isEmpty {
        findings.append(
          RuleFinding(
            .warning, file: construction.file, line: construction.line, column: 1,
            message: "'\(construction.id)' has no examples"))
      } else if !winners.contains(construction.id) {
        findings.append(
          RuleFinding(
            .error, file: construction.file, line: construction.line, column: 1,
            message: "'\(construction.id)' never wins, not even in its own examples: another construction shadows it"))
      }
    }
    return findings
  }

  private func failure(
    of example: Construction.Example, by id: String?, reader: SentenceReader
  ) -> String? {
    let found = reader.observations(in: example.text, published: example.published)
    var open = found
    for text in example.records {
      guard let expected = ExpectedRecord(text) else { return "'\(text)' is not written as a record" }
      guard let index = open.firstIndex(where: { expected.matches($0) }) else {
        let read = found.map(\.exampleNotation).joined(separator: "; ")
        return "'\(example.text)' should give '\(text)' but gives '\(read)'"
      }
      open.remove(at: index)
    }
    if let extra = open.first {
      return "'\(example.text)' gives '\(extra.exampleNotation)' too"
    }
    if let id, !found.contains(where: { $0.rule == id }), !example.records.isEmpty {
      let rules = Set(found.map(\.rule)).sorted().joined(separator: ", ")
      return "'\(example.text)' is read by \(rules), not by this construction"
    }
    return nil
  }

  private func finding(
    _ message: String, example: Construction.Example, construction: Construction
  ) -> RuleFinding {
    RuleFinding(
      .error, file: construction.file, line: example.line, column: example.column,
      message: "\(construction.id): \(message)")
  }
}

/// Reads single sentences, as tests of rules do.
struct SentenceReader: Sendable {
  let interpreter: IndicatorInterpreter
  private let recognizer: FigureRecognizer

  init(rules: RulePack) throws(RuleError) {
    interpreter = try IndicatorInterpreter(rules: rules)
    recognizer = try FigureRecognizer(rules: rules)
  }

  func observations(in text: String, published: String?) -> [Observation] {
    explain(text, published: published, isTracing: false).observations
  }

  func explain(
    _ text: String, published: String?, isTracing: Bool = true
  ) -> (observations: [Observation], traces: [ReadingTrace]) {
    let paragraph = Paragraph(text: SourceText(decoded: text), kind: .body)
    let date = published.flatMap { CalendarDate(iso8601: $0) }
    let figures = [recognizer.figures(in: paragraph.text.utf8, published: date)]
    guard isTracing else {
      return (interpreter.observations(in: [paragraph], figures: figures, published: date), [])
    }
    return interpreter.explain([paragraph], figures: figures, published: date)
  }
}
