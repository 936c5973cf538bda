import Figures
import Indicators
import Layout
import SourceText

/// The nearest place that says a field of an observation, looked for from its figure backwards and then forwards.
struct FieldOrigin {
  let paragraph: Int
  /// Bytes of the paragraph.
  let range: Range<Int>
  let text: String

  /// Where the period stands; `nil` where it was worked out from a word such as 同期 or from the date of the page.
  init?(periodOf observation: Observation, in document: ExtractedDocument) {
    guard let period = observation.period else { return nil }
    let places = document.figures.enumerated().flatMap { paragraph, figures in
      figures.filter { $0.period == period }.map { (paragraph: paragraph, range: $0.range) }
    }
    self.init(nearest: places, to: observation, in: document)
  }

  /// Where the subject's name stands.
  init?(subjectOf observation: Observation, in document: ExtractedDocument) {
    guard let subject = observation.subject, !subject.isEmpty else { return nil }
    let name = Array(subject.utf8)
    let places = document.paragraphs.enumerated().flatMap { paragraph, text in
      Self.occurrences(of: name, in: text.text.utf8).map { (paragraph: paragraph, range: $0) }
    }
    self.init(nearest: places, to: observation, in: document)
  }

  /// - Parameter places: In reading order.
  private init?(
    nearest places: [(paragraph: Int, range: Range<Int>)], to observation: Observation, in document: ExtractedDocument
  ) {
    let before = places.last {
      ($0.paragraph, $0.range.lowerBound) < (observation.paragraph, observation.range.lowerBound)
    }
    guard let place = before ?? places.first else { return nil }
    paragraph = place.paragraph
    range = place.range
    text = String(decoding: document.paragraphs[place.paragraph].text.utf8[place.range], as: UTF8.self)
  }

  private static func occurrences(of name: [UInt8], in text: [UInt8]) -> [Range<Int>] {
    guard name.count <= text.count else { return [] }
    return (0...text.count - name.count).filter {
      text[$0] == name[0] && text[$0..<$0 + name.count].elementsEqual(name)
    }
    .map { $0..<$0 + name.count }
  }

  /// `clause`, `paragraph` or `page`: how far from the figure it stands.
  func reach(from observation: Observation, clause: Range<Int>) -> String {
    if paragraph != observation.paragraph { return "page" }
    return clause.contains(range.lowerBound) ? "clause" : "paragraph"
  }
}
