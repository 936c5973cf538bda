import Values

/// Reads PAGE XML (PcGts): recognized or transcribed text with outlines of regions, lines and words.
struct PageXMLReader {
  let options: ReadingOptions
  private var pages: [[GeometricLine]] = []
  private var block = 0
  /// Elements that are open, with what is known of them.
  private var open: [(name: String, outline: Box?)] = []
  private var words: [GeometricLine.Word] = []
  private var lineText: String?
  private var wordText: String?
  private var pending = ""
  private var fileName = ""

  init(options: ReadingOptions) { self.options = options }

  /// - Throws: `malformed`, `empty`.
  mutating func read(_ decoded: DecodedText, name: String) throws(ReadingError) -> Page {
    let stream = try XMLStream(decoded.utf8)
    while let event = try stream.next() {
      switch event {
      case .start(let isEmpty):
        start(stream)
        if isEmpty { end(line: stream.line) }
      case .end: end(line: stream.line)
      case .text: if open.last?.name == "Unicode" { pending += stream.text }
      }
    }
    var metadata = PageMetadata(format: "page", encoding: decoded.encoding)
    metadata.truncatedBytes = decoded.truncatedBytes
    var page = try GeometricPageBuilder.page(of: pages, metadata: metadata)
    page.metadata.readPrinted(on: page.lines, of: page.text.utf8, options: options, names: [name, fileName])
    return page
  }

  private mutating func start(_ stream: XMLStream) {
    let name = stream.name
    switch name {
    case "Page":
      pages.append([])
      if fileName.isEmpty { fileName = stream.attribute("imageFilename") ?? "" }
    case "TextRegion": block += 1
    case "TextLine":
      words = []
      lineText = nil
    case "Word": wordText = nil
    case "Coords":
      if let last = open.indices.last { open[last].outline = Self.outline(stream.attribute("points")) }
    case "Point":
      // Older versions name each corner.
      if open.count >= 2, let x = stream.number("x"), let y = stream.number("y") {
        let point = Box(page: max(1, pages.count), x0: x, y0: y, x1: x, y1: y)
        open[open.count - 2].outline = open[open.count - 2].outline?.enclosing(point) ?? point
      }
    case "Unicode": pending = ""
    default: break
    }
    open.append((name, nil))
  }

  private mutating func end(line number: Int) {
    guard let done = open.popLast() else { return }
    switch done.name {
    case "Unicode":
      // Of several readings the first is the best.
      switch open.dropLast().last?.name {
      case "TextLine": lineText = lineText ?? pending
      case "Word": wordText = wordText ?? pending
      default: break
      }
    case "Word":
      guard let text = wordText, !text.isEmpty else { return }
      words.append(
        GeometricLine.Word(
          utf8: Array(text.utf8), extent: done.outline.map { $0.x0...$0.x1 }, followsSpace: !words.isEmpty))
    case "TextLine":
      guard var box = done.outline else { return }
      box.page = max(1, pages.count)
      var line = GeometricLine(box: box, block: block, number: number)
      // The text of the line is what was proofread; its words come from before.
      line.words = lineText.map { [GeometricLine.Word(utf8: Array($0.utf8))] } ?? words
      if pages.isEmpty { pages.append([]) }
      pages[pages.count - 1].append(line)
    default: break
    }
  }

  /// The box around `x,y x,y …`.
  private static func outline(_ points: String?) -> Box? {
    guard let points else { return nil }
    var box: Box?
    for pair in points.split(separator: " ") {
      let parts = pair.split(separator: ",").compactMap { Double($0) }
      guard parts.count == 2, parts.allSatisfy({ $0.isFinite && abs($0) < 1e9 }) else { continue }
      let point = Box(page: 1, x0: parts[0], y0: parts[1], x1: parts[0], y1: parts[1])
      box = box?.enclosing(point) ?? point
    }
    return box
  }
}
