import CLibXML2

/// Reads an XML document element by element, in constant memory, with libxml2's streaming reader.
///
/// Safe for hostile input: nothing is fetched, entities are refused before parsing (their quadratic expansion in
/// attributes passes libxml2's own guard), and its limits on depth, names and text nodes stay on.
final class XMLStream {
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let reader: xmlTextReaderPtr
  private var problem: (message: String, line: Int)?

  private static let initialized: Void = xmlInitParser()

  /// - Parameter utf8: The decoded document; what its declaration says of the encoding is passed over.
  /// - Throws: `malformed` where the document declares entities or cannot be begun.
  init(_ utf8: [UInt8]) throws(ReadingError) {
    _ = Self.initialized
    try Self.refuseEntities(in: utf8)
    try MarkupCost.check(utf8, isHTML: false)
    // libxml2 does not copy the bytes: they live as long as the reader.
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: utf8.count + 1)
    _ = bytes.initialize(from: utf8 + [0])
    Self.clean(bytes)
    let reader = bytes.withMemoryRebound(to: CChar.self) {
      xmlReaderForMemory(
        $0.baseAddress, Int32(utf8.count), nil, "UTF-8", Int32(XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue)
      )
    }
    guard let reader else {
      bytes.deallocate()
      throw .malformed(detail: "the XML parser has no memory")
    }
    self.bytes = bytes
    self.reader = reader
    xmlTextReaderSetStructuredErrorHandler(
      reader,
      { user, error in
        guard let user, let error else { return }
        Unmanaged<XMLStream>.fromOpaque(user).takeUnretainedValue().note(error.pointee)
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit {
    xmlFreeTextReader(reader)
    bytes.deallocate()
  }

  /// The name of the root element.
  static func root(of utf8: [UInt8]) throws(ReadingError) -> String {
    let stream = try XMLStream(utf8)
    while let event = try stream.next() {
      if case .start = event { return stream.name }
    }
    throw .empty
  }

  enum Event {
    /// An element begins; one without contents ends at once, without an event of its own.
    case start(isEmpty: Bool)
    case end
    case text
  }

  /// The next event, `nil` at the end of the document.
  /// - Throws: `malformed` with the line, where the document is not well-formed.
  func next() throws(ReadingError) -> Event? {
    while true {
      let status = xmlTextReaderRead(reader)
      if status == 0 { return nil }
      guard status == 1 else {
        let place =
          problem.map { "line \($0.line): \($0.message)" } ?? "line \(xmlTextReaderGetParserLineNumber(reader))"
        throw .malformed(detail: "no well-formed XML, \(place)")
      }
      switch UInt32(bitPattern: xmlTextReaderNodeType(reader)) {
      case XML_READER_TYPE_ELEMENT.rawValue: return .start(isEmpty: xmlTextReaderIsEmptyElement(reader) == 1)
      case XML_READER_TYPE_END_ELEMENT.rawValue: return .end
      case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
        XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
        return .text
      default: continue
      }
    }
  }

  /// Without namespace prefix.
  var name: String { xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? "" }

  /// Of the current element or text; the parser itself may have read on.
  var line: Int { xmlTextReaderCurrentNode(reader).map { Int(xmlGetLineNo($0)) } ?? 1 }

  /// The text of a text event.
  var text: String { xmlTextReaderConstValue(reader).map { String(cString: $0) } ?? "" }

  func attribute(_ name: String) -> String? {
    guard let value = xmlTextReaderGetAttribute(reader, name) else { return nil }
    defer { clibxml2_free(value) }
    return String(cString: value)
  }

  /// An attribute that is a finite number.
  func number(_ name: String) -> Double? {
    attribute(name).flatMap { Double($0.trimmed) }.flatMap { $0.isFinite && abs($0) < 1e9 ? $0 : nil }
  }

  // MARK: Hostile input

  private static func refuseEntities(in utf8: [UInt8]) throws(ReadingError) {
    var index = 0
    while let place = utf8[index...].firstIndex(of: UInt8(ascii: "<")) {
      if utf8[place...].starts(with: "<!ENTITY".utf8) {
        throw .malformed(detail: "it declares entities, which are refused")
      }
      if utf8[place...].starts(with: "<!DOCTYPE".utf8) {
        let end = utf8[place...].firstIndex(of: UInt8(ascii: ">")) ?? utf8.endIndex
        if utf8[place..<end].contains(UInt8(ascii: "[")) {
          throw .malformed(detail: "it has an internal document type, which is refused")
        }
      }
      index = place + 1
    }
  }

  /// Control characters are fatal in XML, but recognized text has them: they become spaces.
  private static func clean(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
    guard bytes.count > 1 else { return }
    for index in 0..<bytes.count - 1 {
      switch bytes[index] {
      case 0x09, 0x0A, 0x0D: break
      case 0x00..<0x20: bytes[index] = 0x20
      case 0xEF where index + 2 < bytes.count - 1 && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE:
        // U+FFFE and U+FFFF
        for offset in 0..<3 { bytes[index + offset] = 0x20 }
      default: break
      }
    }
  }

  private func note(_ error: xmlError) {
    guard problem == nil, error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
    var message = error.message.map { String(cString: $0).trimmed } ?? "an error"
    if message.hasSuffix(".") { message.removeLast() }
    problem = (message, Int(error.line))
  }
}
