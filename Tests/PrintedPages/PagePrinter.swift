import Foundation

/// Prints pages with the programs of this machine, for the tests that are run by hand.
public struct PagePrinter: Sendable {
  public enum Failure: Error {
    case missing(String)
    case failed(String)
  }

  public init() {}

  /// PDF by headless Chromium.
  public func pdf(of html: String, in folder: String) throws -> Data {
    let page = folder + "/page.html"
    let pdf = folder + "/page.pdf"
    try html.write(toFile: page, atomically: true, encoding: .utf8)
    try? FileManager.default.removeItem(atPath: pdf)
    _ = try run(
      "chromium",
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--user-data-dir=\(folder)/profile",
        "--print-to-pdf=\(pdf)", page,
      ])
    return try Data(contentsOf: URL(fileURLWithPath: pdf))
  }

  /// PDF by LibreOffice Writer, by way of its own format: it leaves marks out of the PDF that hang over the edge of a column,
  /// which only there can be turned off.
  public func pdfByLibreOffice(of html: String, in folder: String) throws -> Data {
    try html.write(toFile: folder + "/page.html", atomically: true, encoding: .utf8)
    try convert("page.html", to: "fodt:OpenDocument Text Flat XML", in: folder, filter: "HTML (StarWriter)")
    let document = folder + "/page.fodt"
    let text = try String(contentsOfFile: document, encoding: .utf8)
    try text.replacingOccurrences(of: "punctuation-wrap=\"hanging\"", with: "punctuation-wrap=\"simple\"")
      .write(toFile: document, atomically: true, encoding: .utf8)
    try convert("page.fodt", to: "pdf:writer_pdf_Export", in: folder)
    return try Data(contentsOf: URL(fileURLWithPath: folder + "/page.pdf"))
  }

  private func convert(_ file: String, to format: String, in folder: String, filter: String? = nil) throws {
    let filters = filter.map { ["--infilter=\($0)"] } ?? []
    _ = try run(
      "soffice",
      ["-env:UserInstallation=file://\(folder)/office", "--headless"] + filters + [
        "--convert-to", format, "--outdir", folder, "\(folder)/\(file)",
      ])
  }

  /// What mutool reads in a PDF.
  public func structuredText(of pdf: Data, in folder: String) throws -> [UInt8] {
    let path = folder + "/page.pdf"
    try pdf.write(to: URL(fileURLWithPath: path))
    return Array(try run("mutool", ["draw", "-q", "-F", "stext", path]))
  }

  public static func path(of program: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(program)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private func run(_ program: String, _ arguments: [String]) throws -> Data {
    guard let path = Self.path(of: program) else { throw Failure.missing(program) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure.failed(program) }
    return data
  }
}
