import Values

/// Reads ALTO, versions 2 to 4: recognized text with the box of each word.
struct AltoReader {
  let options: ReadingOptions
  private var pages: [[GeometricLine]] = []
  private var pageNumber = 0
  private var printedNumber: String?
  private var block = 0
  private var line: GeometricLine?
  private var followsSpace = false
  /// Around the words of the line so far.
  private var wordBox: Box?
  /// Of the image that was recognized: it often has the date.
  private var fileName = ""

  init(options: ReadingOptions) { self.options = options }

  /// - Parameter decoded: The document.
  /// - Throws: `malformed`, `empty`.
  mutating func read(_ decoded: DecodedText, name: String) throws(ReadingError) -> Page {
    let stream = try XMLStream(decoded.utf8)
    var isFileName = false
    while let event = try stream.next() {
      switch event {
      case .start(let isEmpty):
        isFileName = stream.name == "fileName"
        start(stream)
        if isEmpty { end(stream.name) }
      case .end: end(stream.name)
      case .text: if isFileName, fileName.isEmpty { fileName = stream.text }
      }
    }
    var metadata = PageMetadata(format: "alto", encoding: decoded.encoding)
    metadata.truncatedBytes = decoded.truncatedBytes
    var page = try GeometricPageBuilder.page(of: pages, metadata: metadata)
    page.metadata.readPrinted(on: page.lines, of: page.text.utf8, options: options, names: [name, fileName])
    page.metadata.pageNumber = printedNumber ?? page.metadata.pageNumber
    return page
  }

  private mutating func start(_ stream: XMLStream) {
    switch stream.name {
    case "Page":
      pageNumber += 1
      pages.append([])
      printedNumber = printedNumber ?? stream.attribute("PRINTED_IMG_NR")
    case "TextBlock": block += 1
    case "TextLine":
      line = GeometricLine(box: box(of: stream), block: block, number: stream.line)
      followsSpace = false
    case "SP": followsSpace = true
    case "String":
      guard let content = stream.attribute("CONTENT"), line != nil else { return }
      let box = box(of: stream)
      let isVertical = line?.isVertical ?? false
      let extent = isVertical ? (box.y0, box.y1) : (box.x0, box.x1)
      line?.words.append(
        GeometricLine.Word(
          utf8: Array(content.utf8), extent: extent.0 < extent.1 ? extent.0...extent.1 : nil, followsSpace: followsSpace
        ))
      followsSpace = false
    default: break
    }
  }

  private mutating func end(_ name: String) {
    guard name == "TextLine", var done = line else { return }
    line = nil
    // Version 2 lets a line leave out its box: its words have theirs.
    if done.box.x1 <= done.box.x0 || done.box.y1 <= done.box.y0 { done.box = wordBox ?? done.box }
    wordBox = nil
    if pages.isEmpty { pages.append([]) }
    pages[pages.count - 1].append(done)
  }

  private mutating func box(of stream: XMLStream) -> Box {
    let x = stream.number("HPOS") ?? 0
    let y = stream.number("VPOS") ?? 0
    let box = Box(
      page: max(1, pageNumber), x0: x, y0: y, x1: x + (stream.number("WIDTH") ?? 0),
      y1: y + (stream.number("HEIGHT") ?? 0))
    if stream.name == "String", box.x1 > box.x0, box.y1 > box.y0 {
      wordBox = wordBox?.enclosing(box) ?? box
    }
    return box
  }
}
