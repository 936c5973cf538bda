import SourceText
import Values

/// Turns the bytes of an input into a page.
public struct DocumentReader: Sendable {
  public let options: ReadingOptions

  public init(options: ReadingOptions = ReadingOptions()) {
    self.options = options
  }

  /// Reads a whole input. The page's text is the decoded file without its byte order mark; offsets count from there.
  /// - Parameters:
  ///   - name: The path relative to the input folder: a date in it is the page's, if the page prints none.
  ///   - given: What is said of it beside its text.
  /// - Throws: `ReadingError`, with the reason why it is no page.
  public func read(
    _ bytes: [UInt8], name: String, given: GivenMetadata = GivenMetadata()
  ) throws(ReadingError) -> Page {
    var page = try page(of: bytes, name: name)
    page.metadata.take(given)
    return page
  }

  /// The UTF-8 of text in the encoding that the options name, or that is found from its bytes.
  public func decoded(_ bytes: [UInt8]) throws(ReadingError) -> [UInt8] {
    try TextDecoder().decode(bytes, encoding: options.encoding).utf8
  }

  private func page(of bytes: [UInt8], name: String) throws(ReadingError) -> Page {
    guard bytes.count <= options.sizeLimit else { throw .tooLarge(limit: options.sizeLimit) }
    guard !bytes.isEmpty else { throw .empty }
    if let format = ForeignFormat(of: bytes) { throw format.error }
    if options.format == nil { try InputFormat.refuseWideJSON(bytes.prefix(64)) }
    let format = options.format ?? InputFormat(of: bytes, name: name)
    switch format {
    case .text: return try TextReader(options: options).read(bytes, name: name)
    case .pdf: return try PDFReader(options: options).read(bytes, name: name)
    case .html, .hocr: return try HTMLReader(options: options).read(bytes, as: format, name: name)
    case .alto, .page, .structuredText, .xml: return try XMLReader(options: options).read(bytes, as: format, name: name)
    case .jsonLines: throw .unsupported(detail: "JSON Lines hold documents and are none")
    }
  }
}
