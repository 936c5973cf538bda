/// The format of an input.
public enum InputFormat: String, CaseIterable, Sendable {
  case text
  case pdf
  case html
  case hocr
  case alto
  case page
  /// Structured text that MuPDF made of a PDF.
  case structuredText = "stext"
  /// XML without geometry: NITF, NewsML-G2, TEI and others.
  case xml
  /// Objects of JSON, one on each line or otherwise, each a document.
  case jsonLines = "jsonl"

  /// By content first; the name decides where the content does not.
  /// - Parameter bytes: The input as it is, in any encoding that keeps ASCII, or in UTF-16.
  init(of bytes: [UInt8], name: String) {
    self.init(of: bytes)
    guard self == .text else { return }
    let name = name.lowercased()
    let isHTML = [".html", ".htm", ".xhtml", ".shtml"].contains { name.hasSuffix($0) }
    guard isHTML || name.hasSuffix(".xml"), bytes.contains(UInt8(ascii: "<")) else { return }
    self = isHTML ? .html : .xml
  }

  /// By content alone.
  init(of bytes: [UInt8]) {
    if bytes.starts(with: "%PDF-".utf8) {
      self = .pdf
      return
    }
    let header = HTTPHeader.length(in: bytes)
    if header > 0, InputFormat(of: Array(bytes[header...].prefix(8192))) == .html {
      self = .html
      return
    }
    // Most inputs show with their first character that they are text.
    let beginning = Self.head(of: bytes.prefix(64))
    if beginning.count >= 8, beginning.first != UInt8(ascii: "<") {
      self = .text
      return
    }
    let head = Self.head(of: bytes.prefix(8192))
    guard head.first == UInt8(ascii: "<") else {
      self = .text
      return
    }
    func holds(_ words: String...) -> Bool { words.contains { Self.contains(head, $0) } }
    if holds("<alto", ":alto ", "loc.gov/standards/alto") {
      self = .alto
    } else if holds("<pcgts", ":pcgts", "primaresearch.org/page") {
      self = .page
    } else if holds("<document") && holds("<page id=\"page") {
      self = .structuredText
    } else if holds("ocr_page", "ocr-system", "ocr-capabilities") {
      self = .hocr
    } else if head.starts(with: "<?xml".utf8), !holds("<html", "<!doctype html") {
      self = .xml
    } else if holds("<nitf", "<newsitem", "<newsmessage", "<newsml", "<tei") {
      self = .xml
    } else if holds(
      "<!doctype html", "<html", "<head>", "<head ", "<body", "<meta ", "<title", "<div", "<p>", "<table", "<h1",
      "<script")
    {
      self = .html
    } else {
      self = .text
    }
  }

  /// Objects of JSON in UTF-16, whose ends cannot be told by their bytes. Errors: `unsupported`.
  static func refuseWideJSON(_ beginning: ArraySlice<UInt8>) throws(ReadingError) {
    guard beginning.prefix(4).contains(0) else { return }
    let shape = JSONShape(head: head(of: beginning), isNamedJSON: false)
    if shape != nil { throw .unsupported(detail: "JSON in UTF-16; convert it to UTF-8") }
  }

  /// The bytes without NULs, marks and white space before the first character, in lower case.
  private static func head(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var head = bytes.filter { $0 != 0 }.map { $0 | ((0x41...0x5A).contains($0) ? 0x20 : 0) }[...]
    for mark in [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]] where head.starts(with: mark) {
      head = head.dropFirst(mark.count)
    }
    return head.drop { $0 <= 0x20 }
  }

  private static func contains(_ head: ArraySlice<UInt8>, _ word: String) -> Bool {
    let word = Array(word.utf8)
    guard head.count >= word.count else { return false }
    for start in head.startIndex...head.endIndex - word.count where head[start] == word[0] {
      if head[start..<start + word.count].elementsEqual(word) { return true }
    }
    return false
  }
}
