import SourceText
import Values

/// Turns the bytes of an input into a page.
public struct DocumentReader: Sendable {
  public let options: ReadingOptions

  public init(options: ReadingOptions = ReadingOptions()) {
    self.options = options
  }

  /// Reads a whole input. The page's text is the decoded file without its byte order mark; offsets count from there.
  /// - Parameter name: The path relative to the input folder: a date in it is the page's, if the page prints none.
  /// - Throws: `ReadingError`, with the reason why it is no page.
  public func read(_ bytes: [UInt8], name: String) throws(ReadingError) -> Page {
    guard bytes.count <= options.sizeLimit else { throw .tooLarge(limit: options.sizeLimit) }
    guard !bytes.isEmpty else { throw .empty }
    if let format = ForeignFormat(of: bytes) { throw format.error }
    switch InputFormat(of: bytes) {
    case .text: return try TextReader(options: options).read(bytes, name: name)
    case .html, .hocr: return try HTMLReader(options: options).read(bytes, name: name)
    case .alto, .page, .xml: return try XMLReader(options: options).read(bytes, name: name)
    }
  }
}
