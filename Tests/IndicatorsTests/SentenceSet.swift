import Figures
import Indicators
import Layout
import Reading
import Records
import Rules
import SourceText
import TestSupport
import Values

@testable import Pipeline

/// A file of sentences with the records that a careful reader takes from each.
struct SentenceSet {
  struct Sentence {
    let id: String
    let construction: String
    let published: CalendarDate?
    let text: String
    let records: [JSONValue]
  }

  struct Malformed: Error {
    let line: String
  }

  let sentences: [Sentence]

  init(file: String) throws {
    let bytes = try FileReader(sizeLimit: .max).read(path: Project.path("Tests/IndicatorsTests/Fixtures/" + file))
    sentences = try JSONValue.lines(bytes).map { line in
      guard let id = line["id"]?.text, let construction = line["construction"]?.text, let text = line["text"]?.text,
        let records = line["records"]?.items
      else { throw Malformed(line: line.description) }
      let published = (line["published"]?.text).flatMap(Self.date)
      return Sentence(id: id, construction: construction, published: published, text: text, records: records)
    }
  }

  private static func date(_ text: String) -> CalendarDate? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return parts.count == 3 ? CalendarDate(year: parts[0], month: parts[1], day: parts[2]) : nil
  }

  /// Reads every sentence as a page of one paragraph and scores what was read.
  func measured() throws -> Measured {
    let recognizer = try FigureRecognizer(rules: .embedded)
    let interpreter = try IndicatorInterpreter(rules: .embedded)
    let folder = try TemporaryFolder()
    var output = JSONWriter()
    var read: [String: [IndicatorRecord]] = [:]
    for sentence in sentences {
      let paragraph = Paragraph(text: SourceText(decoded: sentence.text), kind: sentence.kind)
      let figures = recognizer.figures(in: paragraph.text.utf8, published: sentence.published)
      let observations = interpreter.observations(
        in: [paragraph], figures: [figures], published: sentence.published)
      let index = ScalarIndex(paragraph.text.utf8)
      let statements = observations.map { observation in
        let range = index.scalars(in: observation.range)
        let mention = Mention(
          document: sentence.id + ".txt", paragraph: 0, range: range,
          quote: String(decoding: paragraph.text.utf8[observation.quote], as: UTF8.self), source: .scalars(range),
          rule: observation.rule)
        return (fact: Fact(observation), mention: mention)
      }
      let records = DocumentRecords(statements).records
      read[sentence.id] = records
      for record in records { output.line(record) }
      let gold = sentence.records.map { $0.description + "\n" }.joined()
      try folder.write(gold, to: "gold/records/\(sentence.id).jsonl")
    }
    try folder.write(String(decoding: output.utf8, as: UTF8.self), to: "output/indicators.jsonl")
    let evaluation = try Evaluation(gold: GoldFolder(folder.path("gold")), output: folder.path("output"))
    guard let score = evaluation.records else { throw Malformed(line: "no gold") }
    return Measured(set: self, score: score, read: read)
  }
}

extension SentenceSet.Sentence {
  fileprivate var kind: Paragraph.Kind {
    switch construction {
    case "headline": .heading
    case "list-item": .list
    default: .body
    }
  }
}
