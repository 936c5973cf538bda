import Foundation
import Reading
import Records
import Rules
import SourceText
import TestSupport
import Testing

@testable import Pipeline

/// Each mention can be traced: the characters of the input that it names, with white space and overprints removed and
/// widths folded, are the figure as quoted.
struct ProvenanceTests {
  private static let inputs = (try? InputDiscovery(inputs: [Project.path("corpus")]).files).map { Array($0) } ?? []

  @Test func theCorpusIsThere() {
    #expect(Self.inputs.count >= 20)
  }

  @Test(arguments: inputs.map(\.name))
  func everyMentionLeadsToItsFigure(name: String) throws {
    let bytes = try FileReader().read(path: Project.path("corpus/\(name)"))
    guard let page = try? DocumentReader().read(bytes, name: name) else { return }
    let document = try Self.road.get().extract(page, name: name)
    let decoded = Array(page.text.string.unicodeScalars)
    for record in document.records.records {
      for mention in record.mentions {
        let paragraph = Array(document.paragraphs[mention.paragraph].text.string.unicodeScalars)
        try #require(mention.range.upperBound <= paragraph.count)
        let figure = Self.squeezed(paragraph[mention.range])
        #expect(!figure.isEmpty)
        let source: [Range<Int>]
        switch mention.source {
        case .scalars(let range): source = [range]
        case .pieces(let pieces): source = pieces
        case .line(let number):
          guard page.metadata.encoding == "UTF-8" else { continue }
          let printed = Self.squeezed(Self.text(ofLine: number, in: bytes))
          #expect(printed.contains(figure), "\(figure) is not in line \(number) of \(name)")
          continue
        case .box(let box):
          #expect(box.page >= 1 && box.x0 < box.x1 && box.y0 < box.y1, "\(mention)")
          continue
        }
        try #require(source.allSatisfy { $0.upperBound <= decoded.count }, "\(mention)")
        let printed = source.map { Self.squeezed(decoded[$0]) }.joined()
        #expect(Self.isFigure(figure, in: printed), "\(figure) is printed as \(printed) in \(name)")
      }
    }
  }

  private static let road = Result { try DocumentRoad(rules: .embedded) }

  /// A line of a marked-up file and the two after it, without tags and entities: a figure may run on.
  private static func text(ofLine number: Int, in bytes: [UInt8]) -> ArraySlice<Unicode.Scalar> {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.dropFirst(number - 1).prefix(3).joined(separator: "\n")
      .replacing(/<[^>]*>/, with: "").replacing("&nbsp;", with: "").replacing("&mdash;", with: "—")
      .replacing(/&#(\d+);/) { match in
        UInt32(match.1).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? String(match.0)
      }
    return Array(text.unicodeScalars)[...]
  }

  /// Without white space, in half width, in simplified script where a rule unit may be quoted.
  private static func squeezed(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    let kept = scalars.filter { !$0.properties.isWhitespace }
    return String(String.UnicodeScalarView(kept)).precomposedStringWithCompatibilityMapping
  }

  /// Equal, or equal once characters printed twice over are taken once.
  private static func isFigure(_ figure: String, in printed: String) -> Bool {
    var rest = figure.unicodeScalars[...]
    var last: Unicode.Scalar?
    for scalar in printed.unicodeScalars {
      if scalar == rest.first {
        rest.removeFirst()
      } else if scalar != last {
        // A whole run may be overprinted (68.368.3): then the printed text repeats the figure's beginning.
        return printed == figure + figure
      }
      last = scalar
    }
    return rest.isEmpty || printed == figure + figure
  }
}
