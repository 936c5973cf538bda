import Figures
import Indicators
import Layout
import Reading
import Records
import Rules
import SourceText
import Values

/// The road of one document, from a page to its records: built once from the rules, used by every worker.
public struct DocumentRoad: Sendable {
  public let restorer: LayoutRestorer
  public let recognizer: FigureRecognizer
  public let interpreter: IndicatorInterpreter

  /// Errors: `RuleError` where a rule file is wrong.
  public init(rules: RulePack) throws(RuleError) {
    restorer = try LayoutRestorer(rules: rules)
    recognizer = try FigureRecognizer(rules: rules)
    interpreter = try IndicatorInterpreter(rules: rules)
  }

  /// Reads the pages of one document.
  /// - Parameter published: Stands in where the pages name no date of their own.
  public func extract(_ pages: [Page], name: String, published: CalendarDate? = nil) -> ExtractedDocument {
    let metadata = pages.first?.metadata ?? PageMetadata()
    let date = published ?? metadata.published
    var paragraphs: [Paragraph] = []
    var pageOfParagraph: [Int] = []
    var repairs: [String: Int] = [:]
    for (index, page) in pages.enumerated() {
      let restored = restorer.restore(page)
      paragraphs += restored.paragraphs
      pageOfParagraph += Array(repeating: index, count: restored.paragraphs.count)
      for repair in restored.repairs { repairs[repair.kind, default: 0] += 1 }
    }
    let figures = paragraphs.map { recognizer.figures(in: $0.text.utf8, published: date) }
    let observations = interpreter.observations(in: paragraphs, figures: figures, published: date)
    let locators = pages.map { SourceLocator($0) }
    let statements = observations.flatMap { observation in
      let locator = locators[pageOfParagraph[observation.paragraph]]
      let fact = Fact(observation)
      return Self.mentions(of: observation, in: paragraphs[observation.paragraph], document: name, locator: locator)
        .map { (fact: fact, mention: $0) }
    }
    return ExtractedDocument(
      name: name, metadata: metadata, published: date, paragraphs: paragraphs, repairs: repairs,
      figures: figures.reduce(0) { $0 + $1.count }, observations: observations.count,
      records: DocumentRecords(statements))
  }

  /// The mention of an observation, and one more for each copy of its paragraph that says the same figure.
  private static func mentions(
    of observation: Observation, in paragraph: Paragraph, document: String, locator: SourceLocator
  ) -> [Mention] {
    let text = paragraph.text
    let scalars = ScalarIndex(text.utf8).scalars(in: observation.range)
    let quote = String(decoding: text.utf8[observation.quote], as: UTF8.self)
    func mention(_ source: Range<Int>?) -> Mention? {
      source.map {
        Mention(
          document: document, paragraph: observation.paragraph, range: scalars, quote: quote,
          source: locator.source(of: $0), rule: observation.rule)
      }
    }
    return [mention(text.origins.source(of: observation.range))].compactMap { $0 }
  }
}

/// What was read out of one document.
public struct ExtractedDocument: Sendable {
  public let name: String
  public let metadata: PageMetadata
  /// The date that relative words were read against.
  public let published: CalendarDate?
  public let paragraphs: [Paragraph]
  /// Number of repairs by kind.
  public let repairs: [String: Int]
  public let figures: Int
  public let observations: Int
  public let records: DocumentRecords
}
