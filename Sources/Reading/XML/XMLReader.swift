/// Reads XML: decodes it and hands it to the reader of its format.
struct XMLReader {
  let options: ReadingOptions

  func read(_ bytes: [UInt8], as format: InputFormat, name: String) throws(ReadingError) -> Page {
    let declared = options.encoding ?? HTMLCharset.declared(in: bytes)
    // A declaration may be wrong; what the user says is not.
    let isKnown = options.encoding != nil || declared.map { Encoding(named: $0) != nil } ?? false
    let isMarked = ByteOrderMark(of: bytes) != nil
    let decoded = try TextDecoder().decode(bytes, encoding: isKnown && !isMarked ? declared : options.encoding)
    if let offset = decoded.utf8.firstNull {
      throw .notText(detail: "a NUL at byte \(offset) of the decoded text")
    }
    switch format {
    case .alto:
      var reader = AltoReader(options: options)
      return try reader.read(decoded, name: name)
    case .page:
      var reader = PageXMLReader(options: options)
      return try reader.read(decoded, name: name)
    case .structuredText:
      var reader = StructuredTextReader(options: options)
      return try reader.read(decoded, name: name, format: "stext")
    default:
      let root = try XMLStream.root(of: decoded.utf8)
      guard var reader = XMLTextReader(options: options, root: root) else {
        throw .unsupported(detail: "an XML document '\(root)'; name the elements that hold its text (--xml-text)")
      }
      return try reader.read(decoded, name: name)
    }
  }
}
