import Foundation
import Reading
import Testing

@Suite struct PDFTests {
  /// `mutool` is optional: without it PDF files are rejects.
  static let hasTool = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .contains { FileManager.default.isExecutableFile(atPath: "\($0)/mutool") }

  /// A file of one page with the operators given.
  private func pdf(_ operators: String) -> [UInt8] {
    let objects = [
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
      "<</Length \(operators.utf8.count)>>\nstream\n\(operators)\nendstream",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    var file = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (number, object) in objects.enumerated() {
      offsets.append(file.utf8.count)
      file += "\(number + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets { file += String(repeating: "0", count: 10 - "\(offset)".count) + "\(offset) 00000 n \n" }
    file += "trailer\n<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
    return Array(file.utf8)
  }

  private func failure(_ bytes: [UInt8]) -> ReadingError? {
    do {
      _ = try page(bytes, name: "a.pdf")
      return nil
    } catch {
      return error as? ReadingError
    }
  }

  @Test(.enabled(if: hasTool, "mutool (Debian package mupdf-tools) is not on PATH"))
  func readsTextWithItsPlace() throws {
    let page = try page(pdf("BT /F 10 Tf 20 50 Td (GDP 4.1%) Tj ET"), name: "a.pdf")
    #expect(page.metadata.format == "pdf")
    #expect(page.strings == ["GDP 4.1%"])
    let box = try #require(page.lines.first?.box)
    #expect(box.page == 1)
    #expect(abs(box.x0 - 20) < 0.01)
    // From the top of a page 100 points high; the em box begins 0.88 above the baseline.
    #expect(abs(box.y0 - 41.2) < 0.01)
  }

  @Test(.enabled(if: hasTool, "mutool (Debian package mupdf-tools) is not on PATH"))
  func saysWhyAFileIsNoPage() {
    let scanned = failure(pdf("0 0 m 100 100 l S"))
    #expect(scanned?.reason == "not-text")
    #expect(scanned?.detail.contains("OCR") == true)
    #expect(failure(Array("%PDF-1.7\n".utf8))?.reason == "malformed")
  }

  @Test(.enabled(if: !hasTool, "mutool is on PATH"))
  func namesThePackageThatIsMissing() {
    #expect(failure(pdf(""))?.detail.contains("mupdf-tools") == true)
  }
}
