import SourceText
import Values

/// Makes a page of the lines of a format with geometry: puts them in the order of reading and tells its paragraphs by
/// indent, short last lines and changes of size.
struct GeometricPageBuilder {
  private var text: [UInt8] = []
  private var lines: [Line] = []
  private var paragraph = -1
  private let isExact: Bool

  /// - Parameters:
  ///   - pages: The lines of each printed page, in the order of the file.
  ///   - isExact: The boxes are those of type, not of a recognizer.
  /// - Throws: `empty` where there is no text.
  static func page(
    of pages: [[GeometricLine]], isExact: Bool = false, metadata: PageMetadata
  ) throws(ReadingError) -> Page {
    var builder = GeometricPageBuilder(isExact: isExact)
    let pages = pages.map { $0.filter { $0.utf8.contains { $0 > 0x20 } } }
    if isExact {
      builder.append(typeset: pages)
    } else {
      for lines in pages { builder.append(recognized: lines) }
    }
    guard builder.text.contains(where: { $0 > 0x20 }) else { throw .empty }
    return Page(text: SourceText(decoded: builder.text), lines: builder.lines, locator: .boxes, metadata: metadata)
  }

  private init(isExact: Bool) { self.isExact = isExact }

  private mutating func append(typeset pages: [[GeometricLine]]) {
    let paragraphs = pages.enumerated().map { number, page in
      Self.paragraphs(of: page).map { parts in parts.map { (page: number, paragraph: $0) } }
    }
    for parts in PageTurn.joined(paragraphs) {
      var begins = true
      for part in parts {
        for line in part.paragraph.lines {
          add(line, of: pages[part.page], begins: begins, style: part.paragraph.style)
          begins = false
        }
      }
    }
  }

  /// The paragraphs of a page in the order of reading, each with its parts.
  private static func paragraphs(of page: [GeometricLine]) -> [[GeometricParagraph]] {
    let items = page.enumerated().map { LayoutItem($1, index: $0, vertical: false) }
    let unit = max(LayoutItem.usualSize(items), 0.1)
    var blocks: [ColumnBlock] = []
    for (index, run) in ReadingOrder(page).runs.enumerated() {
      blocks += ColumnBlock.blocks(of: ColumnLine.lines(of: run, of: page, isExact: true), run: index, isExact: true)
    }
    let finder = ParagraphFinder(page: page, blocks: blocks, unit: unit)
    return ParagraphWeaver(blocks.flatMap { finder.paragraphs(of: $0) }, manner: finder.manner, unit: unit).woven()
  }

  private mutating func append(recognized page: [GeometricLine]) {
    var before: RecognizedColumn.Placed?
    for run in ReadingOrder(page).runs {
      let lines = ColumnLine.lines(of: run, of: page, isExact: false)
      let column = RecognizedColumn(lines)
      for (position, line) in lines.enumerated() {
        let placed = RecognizedColumn.Placed(
          line: line, source: page[line.pieces[0]], column: column, isFirst: position == 0)
        let begins = before.map { placed.beginsParagraph(after: $0) } ?? true
        add(line, of: page, begins: begins, style: nil)
        before = placed
      }
    }
  }

  private mutating func add(_ line: ColumnLine, of page: [GeometricLine], begins: Bool, style: Line.Style?) {
    let first = page[line.pieces[0]]
    if begins {
      paragraph += 1
      // A blank line says the same to readers that know nothing of geometry.
      if !lines.isEmpty { lines.append(Line(range: text.count..<text.count, number: first.number)) }
      if !text.isEmpty { text.append(0x0A) }
    }
    let start = text.count
    text += line.utf8(of: page)
    let box = line.pieces.dropFirst().reduce(first.box) { $0.enclosing(page[$1].box) }
    var placed = Line(range: start..<text.count, number: first.number, box: box)
    placed.paragraph = paragraph
    placed.style = style
    placed.isSettled = isExact
    lines.append(placed)
    text.append(0x0A)
  }
}
