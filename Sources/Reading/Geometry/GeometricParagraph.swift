/// Lines that make a paragraph, as far as one column shows it.
struct GeometricParagraph {
  var lines: [ColumnLine]
  let edges: ColumnEdges
  let style: Line.Style?
  let isInset: Bool
  let run: Int
  /// Its first line is not set in, its last one fills the column, its text ends a sentence.
  var beginsFlush: Bool
  var endsFull: Bool
  var endsSentence: Bool

  /// Running text, which goes on from column to column.
  var isFlow: Bool { style == nil && !isInset }
}

/// How the paragraphs of a page are told from each other.
struct ParagraphManner {
  /// By first lines that are set in.
  var isIndented: Bool
  /// Lines end at one edge.
  var isJustified: Bool

  init(_ blocks: [ColumnBlock], unit: Double) {
    var lines = 0
    var indented = 0
    var full = 0
    for block in blocks where block.lines.count >= 3 && abs(block.edges.size - unit) <= unit * 0.25 {
      let size = block.edges.size
      for line in block.lines {
        lines += 1
        let indent = line.start - block.edges.left
        if indent >= size * 1.5, indent <= size * 2.6 { indented += 1 }
        if abs(block.edges.right - line.x1) <= size * 0.3 { full += 1 }
      }
    }
    isIndented = indented >= 2 && indented * 25 >= lines
    isJustified = full * 100 >= lines * 62
  }
}

/// What a line begins with, which is not cut at the end of the line before.
enum LineStart {
  /// The sign of an item in a list.
  static func isBullet(_ utf8: [UInt8]) -> Bool {
    String(decoding: utf8.prefix(4), as: UTF8.self).unicodeScalars.first.map(bullets.contains) ?? false
  }

  private static let bullets = Set("●○■□▲△◆◇★☆▪•▶►◎※✦▼▽➤✓√".unicodeScalars)

  /// In sizes of the type: a character and the closing marks behind it, or a numeral or a word.
  static func width(of utf8: [UInt8]) -> Double {
    let scalars = String(decoding: utf8.prefix(90), as: UTF8.self).unicodeScalars
    var width = 0.0
    var wide = 0
    for scalar in scalars {
      if scalar.value < 0x2E80, !"“‘”’—…·".unicodeScalars.contains(scalar) {
        if wide > 0 { break }
        if scalar.properties.isWhitespace { break }
        width += 0.55
        continue
      }
      let isCloser = "，。、；：！？”’）》」』】〉…—·％".unicodeScalars.contains(scalar)
      let isOpener = "“‘（《「『【〈".unicodeScalars.contains(scalar)
      if wide > 0 || width > 0, !isCloser { break }
      width += 1
      if !isOpener { wide += 1 }
    }
    return min(width, 12)
  }
}

/// Finds the paragraphs of blocks.
struct ParagraphFinder {
  let page: [GeometricLine]
  let manner: ParagraphManner
  let unit: Double
  let columns: [ColumnEdges]

  init(page: [GeometricLine], blocks: [ColumnBlock], unit: Double) {
    self.page = page
    self.unit = unit
    manner = ParagraphManner(blocks, unit: unit)
    columns = blocks.map(\.edges).filter { $0.count >= 4 }
  }

  func paragraphs(of block: ColumnBlock) -> [GeometricParagraph] {
    let edges = block.edges.within(columns)
    let style = style(of: block)
    var paragraphs: [GeometricParagraph] = []
    var start = 0
    for end in block.lines.indices.dropFirst() where begins(block.lines, end, edges, style) {
      paragraphs.append(paragraph(block.lines[start..<end], block, edges, style))
      start = end
    }
    if start < block.lines.count { paragraphs.append(paragraph(block.lines[start...], block, edges, style)) }
    return paragraphs
  }

  private func paragraph(
    _ lines: ArraySlice<ColumnLine>, _ block: ColumnBlock, _ edges: ColumnEdges, _ style: Line.Style?
  ) -> GeometricParagraph {
    let size = edges.size
    let first = lines.first.map { $0.start - edges.left } ?? 0
    let last = lines.last.map { edges.right - $0.x1 } ?? 0
    return GeometricParagraph(
      lines: Array(lines), edges: edges, style: style, isInset: block.isInset, run: block.run,
      beginsFlush: first < size * 1.2, endsFull: last < size * (manner.isJustified ? Self.justified : 2.5),
      endsSentence: lines.last.map { SentenceEnd.isAt(endOf: $0.utf8(of: page)) } ?? true)
  }

  /// How far justified lines end from the edge; the last one of a paragraph seldom comes so near.
  private static let justified = 0.25

  private func style(of block: ColumnBlock) -> Line.Style? {
    let size = block.edges.size
    if size >= unit * 1.15 { return .heading }
    if size >= unit * 1.04, block.lines.count <= 3,
      !block.lines.contains(where: { SentenceEnd.isAt(endOf: $0.utf8(of: page)) })
    {
      return .heading
    }
    if size <= unit * 0.93, block.lines.count <= 6 { return .caption }
    return nil
  }

  /// Whether a line begins a paragraph, though the line before it is set alike.
  private func begins(_ lines: [ColumnLine], _ index: Int, _ edges: ColumnEdges, _ style: Line.Style?) -> Bool {
    let before = lines[index - 1]
    let line = lines[index]
    let size = edges.size
    let step = abs(line.position - before.position)
    if step < size * 0.5 { return true }
    if style != nil { return step > size * 2.2 }
    let left = Self.left(lines, index, edges)
    let indent = line.start - left
    let shortfall = Self.right(lines, index - 1, edges) - before.x1
    let ended = SentenceEnd.isAt(endOf: before.utf8(of: page))
    // White between lines, more than the lines of a block have.
    if edges.pitch > 0, step > edges.pitch + size * 0.45 {
      return !manner.isIndented || ended || step > edges.pitch + size * 1.2 || shortfall >= size * 1.5
        || indent >= size * 1.2
    }
    if indent >= size * 1.2 { return true }
    let text = line.utf8(of: page)
    if LineStart.isBullet(text) { return true }
    // A line stops early only where what comes next does not fit in.
    let next = LineStart.width(of: text) * size
    return shortfall >= next + size * (ended ? 0.5 : 1.2)
  }

  /// The left edge around a line: of the column, unless a few lines around stand beside a picture.
  private static func left(_ lines: [ColumnLine], _ index: Int, _ edges: ColumnEdges) -> Double {
    let around = lines[max(0, index - 2)...min(lines.count - 1, index + 2)]
    let least = around.map(\.start).min() ?? edges.left
    return around.count >= 3 && least - edges.left > edges.size * 3 ? least : edges.left
  }

  private static func right(_ lines: [ColumnLine], _ index: Int, _ edges: ColumnEdges) -> Double {
    let around = lines[max(0, index - 2)...min(lines.count - 1, index + 2)]
    let most = around.map(\.x1).max() ?? edges.right
    guard edges.right - most > edges.size, around.count(where: { most - $0.x1 < edges.size * 0.4 }) >= 3 else {
      return edges.right
    }
    return most
  }
}
