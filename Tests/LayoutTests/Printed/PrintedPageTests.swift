import Foundation
import Layout
import PrintedPages
import Reading
import Rules
import TestSupport
import Testing

/// Pages that were set and printed for these tests, so that their paragraphs are known (`PrintingTests` prints them).
@Suite struct PrintedPageTests {
  static let fixtures = Project.path("Tests/LayoutTests/Printed/Fixtures")

  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: fixtures)) ?? [])
    .filter { $0.hasSuffix(".page") }.map { String($0.dropLast(5)) }.sorted()

  static func paragraphs(of structuredText: [UInt8], _ restorer: LayoutRestorer) throws -> [String] {
    let page = try DocumentReader().read(structuredText, name: "page.stext")
    return restorer.restore(page).paragraphs.map(\.text.string)
  }

  @Test func putsBackPrintedPages() throws {
    let restorer = try LayoutRestorer(rules: .embedded)
    var sum = PageMeasure()
    #expect(Self.names.count >= 10)
    for name in Self.names {
      let packed = try String(contentsOfFile: "\(Self.fixtures)/\(name).page", encoding: .utf8)
      let truth = try JSONDecoder().decode(
        PageTruth.self, from: Data(contentsOf: URL(fileURLWithPath: "\(Self.fixtures)/\(name).json")))
      var measure = PageMeasure()
      measure.add(truth, found: try Self.paragraphs(of: PackedPage.unpack(packed), restorer))
      print("\(name): \(measure)")
      sum = sum + measure
    }
    print("printed pages: \(sum)")
    #expect(sum.shareInOrder >= 0.98)
  }
}
