import Reading
import Records

/// A document with its page.
struct OpenedDocument {
  /// The bytes that the page was read from: of a file or member, or the text of a JSON object as UTF-8.
  let bytes: [UInt8]
  let page: Page
  /// Fields of a JSON object that are neither its text nor said of the page.
  let fields: [String: JSONValue]

  init(_ document: InputDocument, options: ReadingOptions) throws(ReadingError) {
    var options = options
    var given = document.given
    switch document.content {
    case .failure(let error): throw error
    case .file(let path, _):
      bytes = try FileReader(sizeLimit: options.sizeLimit).read(path: path.utf8)
      fields = [:]
    case .bytes(let held):
      bytes = held
      fields = [:]
    case .jsonLine(let line):
      let object = try JSONDocument(line, options: options)
      bytes = object.text
      fields = object.fields
      given = object.given.completed(by: given)
      // The object has been decoded; its text may be of any format.
      options.encoding = "UTF-8"
      if options.format == .jsonLines { options.format = nil }
    }
    options.published = given.published ?? options.published
    page = try DocumentReader(options: options).read(bytes, name: document.name, given: given)
  }
}
