/// Reads PDF files: MuPDF's `mutool` tells every character with its place, the geometry puts the page back.
///
/// `mutool` (Debian package `mupdf-tools`) is found at run time on `PATH`. It is run without a shell on a file of its own
/// that has no name any more, with limits on time, memory and output. It opens nothing but that file.
struct PDFReader {
  let options: ReadingOptions

  /// Seconds that one document may take; a newspaper page takes about a third of one.
  static let timeLimit = 120
  /// Bytes of structured text that one document may give; a newspaper page gives about two million.
  static let outputLimit = 1 << 29

  /// - Throws: `unsupported` where `mutool` is missing or a password is asked for, `notText` for scanned pages,
  ///   `malformed` for broken files and those that exceed a limit.
  func read(_ bytes: [UInt8], name: String) throws(ReadingError) -> Page {
    guard let tool = Self.path(of: "mutool") else {
      throw .unsupported(detail: "a PDF file: to read it, install mutool (Debian package mupdf-tools)")
    }
    let child = ChildProcess(program: tool, arguments: ["draw", "-q", "-F", "stext", ChildProcess.inputPath])
    let result: ChildProcess.Result
    do {
      result = try child.run(input: bytes, seconds: Self.timeLimit, outputLimit: Self.outputLimit)
    } catch {
      switch error {
      case .timeLimit: throw .malformed(detail: "mutool did not finish within \(Self.timeLimit) seconds")
      case .outputLimit: throw .malformed(detail: "its text has more than \(Self.outputLimit) bytes, the limit")
      case .failed(let detail): throw .unreadable(detail: "mutool could not be run: \(detail)")
      }
    }
    let complaint = Self.complaint(result.errors)
    guard result.status == 0 else {
      if complaint.contains("password") { throw .unsupported(detail: "an encrypted PDF file that asks for a password") }
      throw .malformed(detail: "no sound PDF file: \(complaint.isEmpty ? "mutool fails" : complaint)")
    }
    var reader = StructuredTextReader(options: options)
    do {
      return try reader.read(DecodedText(utf8: result.output, encoding: "UTF-8"), name: name, format: "pdf")
    } catch {
      guard error == .empty else { throw error }
      throw .notText(detail: "a PDF file without text, as scanners make them: recognize its pages first (OCR)")
    }
  }

  /// The first thing that mutool says of the file, in one line.
  private static func complaint(_ errors: [UInt8]) -> String {
    let text = String(decoding: errors.prefix(4096), as: UTF8.self)
    let lines = text.split(separator: "\n").map(String.init)
    let line = lines.first { $0.hasPrefix("error:") } ?? lines.first { !$0.hasPrefix("warning:") } ?? ""
    let words = line.replacing("error: ", with: "").replacing(ChildProcess.inputPath, with: "the file")
    return String(words.unicodeScalars.filter { $0.value >= 0x20 }.prefix(200).map(Character.init))
  }

  private static func path(of program: String) -> String? {
    ChildProcess.searchPath.first { ChildProcess.isExecutable("\($0)/\(program)") }.map { "\($0)/\(program)" }
  }
}
