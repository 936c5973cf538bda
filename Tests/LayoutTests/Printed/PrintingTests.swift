import Foundation
import Layout
import PrintedPages
import Rules
import Testing

/// Prints pages anew; by hand, as it needs Chromium or LibreOffice Writer (with Noto CJK fonts) and mutool:
///
///     EXTRACT_PRINT=FOLDER [EXTRACT_PRINT_SEED=1] [EXTRACT_PRINT_COUNT=12] swift test --filter PrintingTests
///     EXTRACT_PRINT=FOLDER EXTRACT_PRINT_WITH=writer … swift test --filter PrintingTests
///
/// A page and its truth can be copied from the folder to `Fixtures`.
@Suite struct PrintingTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let folder = environment["EXTRACT_PRINT"]

  private static func number(_ name: String, or usual: Int) -> Int { environment[name].flatMap { Int($0) } ?? usual }

  @Test(.enabled(if: folder != nil, "EXTRACT_PRINT names no folder to print to"))
  func printsPages() throws {
    let folder = try #require(Self.folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let printer = PagePrinter()
    let restorer = try LayoutRestorer(rules: .embedded)
    let first = Self.number("EXTRACT_PRINT_SEED", or: 1)
    let byWriter = Self.environment["EXTRACT_PRINT_WITH"] == "writer"
    var sum = PageMeasure()
    for seed in first..<first + Self.number("EXTRACT_PRINT_COUNT", or: 12) {
      let (number, columns) = (UInt64(seed), (seed - 1) % 6 + 1)
      let page =
        byWriter
        ? WriterPageSetter.page(seed: number, columns: columns) : PageSetter.page(seed: number, columns: columns)
      let pdf =
        byWriter ? try printer.pdfByLibreOffice(of: page.html, in: folder) : try printer.pdf(of: page.html, in: folder)
      let text = try printer.structuredText(of: pdf, in: folder)
      func write(_ data: Data, _ ending: String) throws {
        try data.write(to: URL(fileURLWithPath: "\(folder)/\(page.name).\(ending)"))
      }
      try write(pdf, "pdf")
      try write(Data(text), "stext")
      try write(Data(page.html.utf8), "html")
      try write(Data(PackedPage.pack(text).utf8), "page")
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      try write(encoder.encode(page.truth), "json")
      var measure = PageMeasure()
      measure.add(page.truth, found: try PrintedPageTests.paragraphs(of: text, restorer))
      print("\(page.name): \(measure)")
      sum = sum + measure
    }
    print("printed now: \(sum)")
    #expect(sum.shareInOrder >= 0.98)
  }
}
