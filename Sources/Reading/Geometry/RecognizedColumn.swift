/// A column of lines whose boxes a recognizer gave: they differ a little from line to line.
struct RecognizedColumn {
  private let left: Double
  private let right: Double
  private let pitch: Double

  init(_ lines: [ColumnLine]) {
    left = lines.map(\.x0).min() ?? 0
    right = lines.map(\.x1).max() ?? 0
    let steps = zip(lines, lines.dropFirst()).map { abs($1.position - $0.position) }.sorted()
    pitch = steps.isEmpty ? 0 : steps[steps.count / 2]
  }

  /// A line in its column.
  struct Placed {
    let line: ColumnLine
    let source: GeometricLine
    let column: RecognizedColumn
    let isFirst: Bool

    private var width: Double { column.right - column.left }
    private var indent: Double { line.x0 - column.left }
    private var shortfall: Double { column.right - line.x1 }

    func beginsParagraph(after before: Placed) -> Bool {
      let size = max(line.size, before.line.size)
      // Another size of type is another kind of text.
      if min(line.size, before.line.size) < size * 0.7 { return true }
      let ended = SentenceEnd.isAt(endOf: before.source.utf8)
      // The photographer's name closes a caption.
      if source.block == before.source.block, source.isCredit { return false }
      if isFirst {
        // The next column goes on, unless it begins with an indent or the last one ended a paragraph.
        if width < size * 4 { return ended }
        if indent >= size * 1.2 || ended && before.shortfall >= size * 1.5 { return true }
        // A headline or a caption has a column of its own, narrower than that of the text.
        if before.column.pitch == 0 || column.pitch == 0 {
          return ended || min(before.width, width) < max(before.width, width) * 0.6
        }
        return false
      }
      if indent >= size * 1.2, indent <= size * 6, before.indent < size * 1.2 || ended { return true }
      if ended, before.shortfall >= size * 1.5 { return true }
      let step = abs(line.position - before.line.position)
      if column.pitch > 0, step > column.pitch * 1.6 { return ended || source.block != before.source.block }
      return source.block != before.source.block && ended
    }
  }
}

extension GeometricLine {
  /// A short line that ends with 摄.
  fileprivate var isCredit: Bool {
    let text = utf8
    return text.count <= 36 && (text.suffix(3).elementsEqual("摄".utf8) || text.suffix(3).elementsEqual("攝".utf8))
  }
}
