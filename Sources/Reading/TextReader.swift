import SourceText
import Values

/// Reads text files.
struct TextReader {
  let options: ReadingOptions

  func read(_ bytes: [UInt8], name: String) throws(ReadingError) -> Page {
    let decoded = try TextDecoder().decode(bytes, encoding: options.encoding)
    let text = decoded.utf8
    if let offset = text.firstNull { throw .notText(detail: "a NUL at byte \(offset) of the decoded text") }
    guard text.contains(where: { $0 > 0x20 }) else { throw .empty }
    let splitter = LineSplitter(text)
    // Stray controls come with text out of PDFs, but one in twenty characters is something else.
    guard splitter.controls * 20 <= text.count else {
      throw .notText(detail: "\(splitter.controls) control characters in \(text.count) bytes")
    }
    var metadata = PageMetadata(format: "text", encoding: decoded.encoding)
    metadata.truncatedBytes = decoded.truncatedBytes
    metadata.readPrinted(on: splitter.lines, of: text, options: options, names: [name])
    return Page(text: SourceText(decoded: text), lines: splitter.lines, locator: .scalars, metadata: metadata)
  }
}
