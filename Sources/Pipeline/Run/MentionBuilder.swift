import Indicators
import Layout
import Reading
import Records
import SourceText

/// Traces the figures of one document's observations back to its input.
struct MentionBuilder {
  private let document: String
  private let paragraphs: [Paragraph]
  private let locator: SourceLocator
  /// Of each paragraph that has been asked for.
  private var indices: [ScalarIndex?]

  init(document: String, locator: SourceLocator, paragraphs: [Paragraph]) {
    self.document = document
    self.locator = locator
    self.paragraphs = paragraphs
    indices = Array(repeating: nil, count: paragraphs.count)
  }

  /// Adds the mention of an observation, and one more for each dropped copy of its paragraph that has the figure too.
  mutating func append(_ observation: Observation, to statements: inout [(fact: Fact, mention: Mention)]) {
    let paragraph = paragraphs[observation.paragraph]
    let text = paragraph.text
    if indices[observation.paragraph] == nil { indices[observation.paragraph] = ScalarIndex(text.utf8) }
    let range = indices[observation.paragraph]?.scalars(in: observation.range) ?? observation.range
    let quote = String(decoding: text.utf8[observation.quote], as: UTF8.self)
    func mention(_ source: Mention.Source) -> Mention {
      Mention(
        document: document, paragraph: observation.paragraph, range: range, quote: quote, source: source,
        rule: observation.rule)
    }
    if let source = locator.source(of: observation.range, in: text) {
      statements.append((Fact(observation), mention(source)))
    }
    for copy in paragraph.copies {
      guard let place = Self.place(of: observation, from: text.utf8, in: copy.utf8),
        let source = locator.source(of: place, in: copy)
      else { continue }
      statements.append((Fact(observation), mention(source)))
    }
  }

  /// Where a copy has the figure: at the same place where it is the same text, else where it has the same quote with the
  /// most of the same text around it.
  private static func place(of observation: Observation, from text: [UInt8], in copy: [UInt8]) -> Range<Int>? {
    if copy == text { return observation.range }
    guard observation.quote.lowerBound <= observation.range.lowerBound,
      observation.range.upperBound <= observation.quote.upperBound,
      let start = copy.occurrences(of: text[observation.quote]).max(by: {
        copy.agreement(at: $0, with: text, at: observation.quote.lowerBound)
          < copy.agreement(at: $1, with: text, at: observation.quote.lowerBound)
      })
    else { return nil }
    let lower = start + observation.range.lowerBound - observation.quote.lowerBound
    return lower..<lower + observation.range.count
  }
}

extension [UInt8] {
  /// The offsets at which a piece begins; the first few.
  fileprivate func occurrences(of piece: ArraySlice<UInt8>) -> [Int] {
    guard let head = piece.first, piece.count <= count else { return [] }
    let places = (0...count - piece.count).lazy.filter {
      self[$0] == head && self[$0..<$0 + piece.count].elementsEqual(piece)
    }
    return [Int](places.prefix(16))
  }

  /// How many bytes before and behind a place are those around a place of another text.
  fileprivate func agreement(at place: Int, with text: [UInt8], at other: Int) -> Int {
    let before = zip(self[..<place].reversed(), text[..<other].reversed()).prefix { $0 == $1 }.count
    let behind = zip(self[place...], text[other...]).prefix { $0 == $1 }.count
    return before + behind
  }
}
