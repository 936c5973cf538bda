import Values

/// Reads hOCR: recognized text as HTML, with boxes in the titles of its elements.
struct HOCRReader {
  let options: ReadingOptions

  /// - Throws: `malformed`, `empty`.
  func read(_ decoded: DecodedText, name: String) throws(ReadingError) -> Page {
    let tree = try HTMLTreeBuilder.parse(decoded.utf8)
    var pages: [[GeometricLine]] = []
    var block = 0
    var fileName = ""
    var index = 1
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      if let (kind, properties) = tree.recognized[index] {
        let classes = kind.split(separator: " ")
        if classes.contains("ocr_page") {
          pages.append([])
          if fileName.isEmpty { fileName = Self.property("image", in: properties) ?? "" }
        } else if classes.contains("ocr_carea") || classes.contains("ocr_par") {
          block += 1
        } else if !Self.lineClasses.isDisjoint(with: classes), let box = Self.box(properties, page: max(1, pages.count))
        {
          var line = GeometricLine(box: box, block: block, number: node.line)
          line.words = Self.words(in: tree, of: index, isVertical: line.isVertical)
          if pages.isEmpty { pages.append([]) }
          pages[pages.count - 1].append(line)
          index = node.end
          continue
        }
      }
      index += 1
    }
    var metadata = PageMetadata(format: "hocr", encoding: decoded.encoding)
    metadata.truncatedBytes = decoded.truncatedBytes
    var page = try GeometricPageBuilder.page(of: pages, metadata: metadata)
    page.metadata.readPrinted(on: page.lines, of: page.text.utf8, options: options, names: [name, fileName])
    return page
  }

  private static let lineClasses: Set<Substring> = [
    "ocr_line", "ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat", "ocr_pageno",
  ]

  /// The texts below a line; those inside a word element with its place.
  private static func words(in tree: HTMLTree, of line: Int, isVertical: Bool) -> [GeometricLine.Word] {
    var words: [GeometricLine.Word] = []
    var followsSpace = false
    var word: (end: Int, extent: ClosedRange<Double>?) = (0, nil)
    for index in line + 1..<max(line + 1, tree.nodes[line].end) {
      let node = tree.nodes[index]
      if let (kind, properties) = tree.recognized[index], kind.hasPrefix("ocrx_word") || kind.hasPrefix("ocr_word") {
        let extent = box(properties, page: 1).map { isVertical ? $0.y0...$0.y1 : $0.x0...$0.x1 }
        word = (node.end, extent)
        continue
      }
      guard node.element == nil else { continue }
      let text = tree.text[node.text]
      let trimmed = text.drop { $0 <= 0x20 }
      if trimmed.count < text.count { followsSpace = true }
      var kept = Array(trimmed)
      while let last = kept.last, last <= 0x20 { kept.removeLast() }
      guard !kept.isEmpty else { continue }
      words.append(
        GeometricLine.Word(
          utf8: kept, extent: index < word.end ? word.extent : nil, followsSpace: followsSpace && !words.isEmpty))
      followsSpace = kept.count < trimmed.count
    }
    return words
  }

  private static func box(_ properties: String, page: Int) -> Box? {
    guard let value = property("bbox", in: properties) else { return nil }
    let numbers = value.split(separator: " ").compactMap { Double($0) }
    guard numbers.count == 4, numbers.allSatisfy({ $0.isFinite && abs($0) < 1e9 }), numbers[0] <= numbers[2],
      numbers[1] <= numbers[3]
    else { return nil }
    return Box(page: page, x0: numbers[0], y0: numbers[1], x1: numbers[2], y1: numbers[3])
  }

  /// The value of one of the properties that are parted by semicolons.
  private static func property(_ name: String, in properties: String) -> String? {
    for part in properties.split(separator: ";") {
      let trimmed = part.trimmed
      if trimmed.hasPrefix(name + " ") { return trimmed.dropFirst(name.count + 1).trimmed }
    }
    return nil
  }
}
