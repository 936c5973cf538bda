import SourceText
import Values

/// Makes a page of the lines of a format with geometry: puts them in the order of reading and tells its paragraphs by
/// indent, short last lines and changes of size.
struct GeometricPageBuilder {
  private var text: [UInt8] = []
  private var lines: [Line] = []
  private var paragraph = -1

  /// - Parameter pages: The lines of each printed page, in the order of the file.
  /// - Throws: `empty` where there is no text.
  static func page(of pages: [[GeometricLine]], metadata: PageMetadata) throws(ReadingError) -> Page {
    var builder = GeometricPageBuilder()
    for lines in pages { builder.append(lines.filter { $0.utf8.contains { $0 > 0x20 } }) }
    guard builder.text.contains(where: { $0 > 0x20 }) else { throw .empty }
    return Page(text: SourceText(decoded: builder.text), lines: builder.lines, locator: .boxes, metadata: metadata)
  }

  private mutating func append(_ page: [GeometricLine]) {
    var before: Placed?
    for run in ReadingOrder(page).runs {
      let column = Column(run.map { page[$0] })
      for (position, index) in run.enumerated() {
        let placed = Placed(line: page[index], column: column, isFirst: position == 0)
        let begins = before.map { beginsParagraph(placed, after: $0) } ?? true
        add(page[index], begins: begins)
        before = placed
      }
    }
  }

  private mutating func add(_ line: GeometricLine, begins: Bool) {
    if begins {
      paragraph += 1
      // A blank line says the same to readers that know nothing of geometry.
      if !lines.isEmpty { lines.append(Line(range: text.count..<text.count, number: line.number)) }
      if !text.isEmpty { text.append(0x0A) }
    }
    let start = text.count
    text += line.utf8
    var placed = Line(range: start..<text.count, number: line.number, box: line.box)
    placed.paragraph = paragraph
    lines.append(placed)
    text.append(0x0A)
  }

  // MARK: Paragraphs

  /// The edges of a column and the usual distance of its lines.
  private struct Column {
    let left: Double
    let right: Double
    let pitch: Double

    init(_ lines: [GeometricLine]) {
      let starts = lines.map(\.start)
      left = starts.min() ?? 0
      right = lines.map(\.end).max() ?? 0
      let steps = zip(lines, lines.dropFirst()).map { abs($1.position - $0.position) }.sorted()
      pitch = steps.isEmpty ? 0 : steps[steps.count / 2]
    }
  }

  private struct Placed {
    let line: GeometricLine
    let column: Column
    let isFirst: Bool

    var size: Double { line.size }
    var width: Double { column.right - column.left }
    var indent: Double { line.start - column.left }
    var shortfall: Double { column.right - line.end }
  }

  private func beginsParagraph(_ placed: Placed, after before: Placed) -> Bool {
    let size = max(placed.size, before.size)
    // Another size of type is another kind of text. Boxes of recognizers differ a little from line to line.
    if min(placed.size, before.size) < size * 0.7 { return true }
    let ended = HTMLParagraphs.endsSentence(before.line.utf8)
    // The photographer's name closes a caption.
    if placed.line.block == before.line.block, placed.line.isCredit { return false }
    if placed.isFirst {
      // The next column goes on, unless it begins with an indent or the last one ended a paragraph.
      if placed.column.right - placed.column.left < size * 4 { return ended }
      if placed.indent >= size * 1.2 || ended && before.shortfall >= size * 1.5 { return true }
      // A headline or a caption has a column of its own, narrower than that of the text.
      if before.column.pitch == 0 || placed.column.pitch == 0 {
        return ended || min(before.width, placed.width) < max(before.width, placed.width) * 0.6
      }
      return false
    }
    if placed.indent >= size * 1.2, placed.indent <= size * 6, before.indent < size * 1.2 || ended { return true }
    if ended, before.shortfall >= size * 1.5 { return true }
    let step = abs(placed.line.position - before.line.position)
    if placed.column.pitch > 0, step > placed.column.pitch * 1.6 {
      return ended || placed.line.block != before.line.block
    }
    return placed.line.block != before.line.block && ended
  }
}

extension GeometricLine {
  /// Where it begins and ends along the line, and its place across.
  fileprivate var start: Double { isVertical ? box.y0 : box.x0 }
  fileprivate var end: Double { isVertical ? box.y1 : box.x1 }
  fileprivate var position: Double { isVertical ? -(box.x0 + box.x1) / 2 : (box.y0 + box.y1) / 2 }

  /// A short line that ends with 摄.
  fileprivate var isCredit: Bool {
    let text = utf8
    return text.count <= 36 && (text.suffix(3).elementsEqual("摄".utf8) || text.suffix(3).elementsEqual("攝".utf8))
  }
}
