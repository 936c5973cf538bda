import SourceText
import Values

/// Reads the text of XML documents without geometry: NITF, NewsML-G2, TEI, DocBook, JATS, and any other by the paths of
/// the elements that hold its paragraphs.
struct XMLTextReader {
  let options: ReadingOptions
  /// `nil` for the formats that are known by name.
  private let path: XMLPath?
  private let format: String
  private var open: [String] = []
  /// Depth of the element whose text is being gathered; 0 for none.
  private var gatheringDepth = 0
  private var skipDepth = 0
  private var gathered: [UInt8] = []
  private var gatheredLine = 1
  private var text: [UInt8] = []
  private var lines: [Line] = []
  private var metadata: PageMetadata
  private var published: CalendarDate?

  /// `nil` where neither the root element is known nor a path is given.
  init?(options: ReadingOptions, root: String) {
    self.options = options
    path = options.xmlText.map(XMLPath.init)
    guard let format = path == nil ? Self.formats[root] : Self.formats[root] ?? "xml" else { return nil }
    self.format = format
    metadata = PageMetadata(format: format)
  }

  /// - Throws: `malformed`, `empty`.
  mutating func read(_ decoded: DecodedText, name: String) throws(ReadingError) -> Page {
    let stream = try XMLStream(decoded.utf8)
    while let event = try stream.next() {
      switch event {
      case .start(let isEmpty):
        start(stream)
        if isEmpty { end() }
      case .end: end()
      case .text:
        if gatheringDepth > 0, skipDepth == 0 { gather(stream.text) }
        noteText(stream)
      }
    }
    guard !lines.isEmpty else { throw .empty }
    metadata.encoding = decoded.encoding
    metadata.truncatedBytes = decoded.truncatedBytes
    let title = metadata.title
    metadata.readPrinted(on: lines, of: text, options: options, names: [name])
    metadata.title = title
    if options.published == nil, let published { metadata.published = published }
    return Page(text: SourceText(decoded: text), lines: lines, locator: .lines, metadata: metadata)
  }

  // MARK: Events

  private mutating func start(_ stream: XMLStream) {
    let name = stream.name
    open.append(name)
    noteAttributes(stream)
    if path == nil, skipDepth == 0, Self.skipped.contains(name) || (name == "head" && format == "nitf") {
      skipDepth = open.count
    }
    guard skipDepth == 0, isParagraph(name) else { return }
    // A paragraph inside a paragraph ends the outer one's run of text.
    flush()
    gatheringDepth = open.count
    gatheredLine = stream.line
  }

  private mutating func end() {
    if open.count == gatheringDepth {
      flush()
      gatheringDepth = 0
    } else if open.last == "lb" || open.last == "br" {
      gathered.append(0x0A)
    }
    if open.count == skipDepth { skipDepth = 0 }
    _ = open.popLast()
  }

  private func isParagraph(_ name: String) -> Bool {
    if let path { return path.matches(open) }
    return Self.paragraphs.contains(name)
  }

  // MARK: Text

  private mutating func gather(_ part: String) { gathered += part.utf8 }

  /// White space as in HTML: nothing beside a Chinese character at a line's end, one space elsewhere.
  private mutating func flush() {
    defer { gathered = [] }
    var paragraph: [UInt8] = []
    var hasSpace = false
    var hasNewline = false
    for byte in gathered {
      if byte <= 0x20 {
        hasSpace = true
        hasNewline = hasNewline || byte == 0x0A
        continue
      }
      if hasSpace, let last = paragraph.last, !(hasNewline && (last >= 0x80 || byte >= 0x80)) { paragraph.append(0x20) }
      hasSpace = false
      hasNewline = false
      paragraph.append(byte)
    }
    var rest = paragraph[...]
    while rest.starts(with: [0xE3, 0x80, 0x80]) { rest = rest.dropFirst(3) }
    paragraph = Array(rest)
    guard !paragraph.isEmpty else { return }
    if !text.isEmpty { text.append(0x0A) }
    let start = text.count
    text += paragraph
    lines.append(Line(range: start..<text.count, number: gatheredLine, isWholeParagraph: true))
  }

  // MARK: Metadata

  /// Publication dates in attributes: `date.issue norm`, `pubdata date.publication`, `date when`.
  private mutating func noteAttributes(_ stream: XMLStream) {
    guard published == nil else { return }
    let value: String? =
      switch open.last {
      case "date.issue", "date.release": stream.attribute("norm")
      case "pubdata": stream.attribute("date.publication")
      case "date" where open.contains("teiHeader"): stream.attribute("when") ?? stream.attribute("when-iso")
      default: nil
      }
    if let value { published = FileNameDate.find(in: String(value.prefix { $0 != "T" })) }
  }

  private mutating func noteText(_ stream: XMLStream) {
    switch open.last {
    case "title", "headline", "HeadLine", "hl1", "article-title":
      if metadata.title == nil, !stream.text.trimmed.isEmpty { metadata.title = stream.text.trimmed }
    case "contentCreated", "versionCreated", "firstCreated", "DateAndTime":
      if published == nil { published = FileNameDate.find(in: String(stream.text.trimmed.prefix { $0 != "T" })) }
    default: break
    }
  }

  // MARK: Names

  /// The format by the local name of the root element.
  private static let formats = [
    "nitf": "nitf", "newsItem": "newsml-g2", "newsMessage": "newsml-g2", "packageItem": "newsml-g2", "NewsML": "newsml",
    "TEI": "tei", "TEI.2": "tei", "teiCorpus": "tei", "article": "jats", "book": "docbook",
  ]
  private static let paragraphs: Set<String> = [
    "p", "para", "hl1", "hl2", "head", "headline", "HeadLine", "byline", "dateline", "title", "caption",
    "media-caption",
    "ab", "l", "item", "li", "tr", "row", "article-title", "lead", "h1", "h2", "h3", "h4",
  ]
  private static let skipped: Set<String> = [
    "teiHeader", "itemMeta", "contentMeta", "docdata", "script", "style", "rightsInfo", "catalogRef", "fw", "note",
    "front-stub",
    "ref-list", "back",
  ]
}
