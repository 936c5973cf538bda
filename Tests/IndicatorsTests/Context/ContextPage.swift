import Figures
import Layout
import Rules
import SourceText
import Values

@testable import Indicators

/// A page of paragraphs and what its context says of figures, for tests.
struct ContextPage {
  private static let rules = Result { try ContextRules(rules: .embedded) }
  private static let recognizer = Result { try FigureRecognizer(rules: .embedded) }

  private let paragraphs: [Paragraph]
  private let context: DocumentContext

  init(_ lines: [(Paragraph.Kind, String)], published: String? = nil, region: String? = nil) throws {
    let rules = try Self.rules.get()
    let recognizer = try Self.recognizer.get()
    let date = published.flatMap { CalendarDate(iso8601: $0) }
    paragraphs = lines.map { Paragraph(text: SourceText(decoded: $0.1), kind: $0.0) }
    let figures = paragraphs.map { recognizer.figures(in: $0.text.utf8, published: date) }
    context = DocumentContext(
      paragraphs: paragraphs, figures: figures, published: date, region: region, rules: rules)
  }

  init(_ text: String, published: String? = nil) throws {
    try self.init([(.body, text)], published: published)
  }

  private func place(_ figure: String) -> (paragraph: Int, range: Range<Int>)? {
    let bytes = Array(figure.utf8)
    for (index, paragraph) in paragraphs.enumerated() {
      let text = paragraph.text.utf8
      guard text.count >= bytes.count else { continue }
      for start in 0...(text.count - bytes.count) where text[start..<start + bytes.count].elementsEqual(bytes) {
        return (index, start..<start + bytes.count)
      }
    }
    return nil
  }

  func period(_ figure: String, role: PeriodRole = .current) -> String? {
    guard let (paragraph, range) = place(figure) else { return "no such figure" }
    return context.period(paragraph: paragraph, clause: range, figure: range, role: role)?.description
  }

  func subject(_ figure: String) -> SubjectMention? {
    guard let (paragraph, range) = place(figure) else { return nil }
    return context.subject(paragraph: paragraph, clause: range, figure: range, nameStart: range.lowerBound)
  }

  /// Who a figure is of whose indicator's name begins with some words.
  func subject(_ figure: String, named name: String) -> SubjectMention? {
    guard let (paragraph, range) = place(figure), let start = place(name)?.range.lowerBound else { return nil }
    return context.subject(paragraph: paragraph, clause: range, figure: range, nameStart: start)
  }

  func status(_ figure: String) -> Observation.Status? {
    guard let (paragraph, range) = place(figure) else { return nil }
    return context.sectionStatus(paragraph: paragraph, at: range.lowerBound)
  }
}
