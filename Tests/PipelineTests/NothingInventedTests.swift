import Foundation
import Layout
import Reading
import SourceText
import TestSupport
import Testing

@testable import Pipeline

/// On every page of the corpus: what comes out of Layout are characters of the page at the places that it names, each
/// once, and every printed character of the page is in a paragraph, in a dropped copy, or in a repair that drops.
struct NothingInventedTests {
  private static let inputs = (try? InputDiscovery(inputs: [Project.path("corpus")]).files).map { Array($0) } ?? []
  private static let road = Result { try DocumentRoad(rules: .embedded) }
  /// The kinds of repair that drop characters; all others drop white space at most.
  private static let overprints: Set<Repair.Kind> = [.overprintHeading, .overprintPiecewise, .overprintDigits]

  @Test(arguments: inputs.map(\.name))
  func everyCharacterIsOfThePage(name: String) throws {
    guard let page = try Self.page(name) else { return }
    let bytes = page.text.utf8
    let restored = try Self.road.get().restorer.restore(page)
    var used = [Bool](repeating: false, count: bytes.count)
    for text in restored.paragraphs.flatMap({ [$0.text] + $0.copies }) {
      var output = 0
      for run in text.origins.runs {
        #expect(run.output.lowerBound == output, "the runs leave a gap")
        output = run.output.upperBound
        try #require(run.source.upperBound <= bytes.count)
        let written = Self.squeezed(text.utf8[run.output])
        let printed = Self.squeezed(bytes[run.source])
        // A run in one piece is byte by byte; one that was folded stands for one character.
        #expect(written == printed, "\(written) is printed as \(printed) in \(name)")
        if run.output.count != run.source.count { #expect(Self.scalars(bytes[run.source]) == 1) }
        for place in run.source where bytes[place] & 0xC0 != 0x80 {
          #expect(!used[place], "byte \(place) of \(name) comes out twice")
        }
        for place in run.source { used[place] = true }
      }
      #expect(output == text.utf8.count)
    }

    for repair in restored.repairs where repair.kind == .runningFurniture || Self.overprints.contains(repair.kind) {
      if Self.overprints.contains(repair.kind) {
        let kept = Set(Self.squeezed(repair.source.filter { used[$0] }.map { bytes[$0] }))
        let dropped = Set(Self.squeezed(repair.source.filter { !used[$0] }.map { bytes[$0] }))
        #expect(dropped.isSubset(of: kept), "\(repair) drops what is not printed twice in \(name)")
      }
      for place in repair.source { used[place] = true }
    }
    for line in page.lines {
      let lost = line.range.filter { !used[$0] }
      let text = Self.squeezed(lost.map { bytes[$0] })
      #expect(text.isEmpty, "line \(line.number) of \(name) loses \(text)")
    }
  }

  /// A page whose text is its own source, so that origins are places in it.
  private static func page(_ name: String) throws -> Page? {
    let bytes = try FileReader().read(path: Project.path("corpus/\(name)"))
    guard var page = try? DocumentReader().read(bytes, name: name) else { return nil }
    page.text = SourceText(decoded: page.text.utf8)
    return page
  }

  private static func scalars(_ bytes: some Sequence<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }

  /// Without white space and in half width.
  private static func squeezed(_ bytes: some Collection<UInt8>) -> String {
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { !$0.properties.isWhitespace }
    return String(String.UnicodeScalarView(scalars)).precomposedStringWithCompatibilityMapping
  }
}
