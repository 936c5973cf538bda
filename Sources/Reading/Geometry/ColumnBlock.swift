/// Lines of one column that are set alike.
struct ColumnBlock {
  var lines: [ColumnLine]
  var edges: ColumnEdges
  /// Set in on both sides of its column: a box.
  var isInset = false
  /// Nothing stands between it and the block before but white.
  var run: Int

  /// Cuts the lines of a run where the size of the type changes, and sets boxes apart.
  static func blocks(of lines: [ColumnLine], run: Int, isExact: Bool) -> [ColumnBlock] {
    guard isExact else {
      return lines.isEmpty ? [] : [ColumnBlock(lines: lines, edges: ColumnEdges(lines[...]), run: run)]
    }
    var blocks: [ColumnBlock] = []
    var start = 0
    for end in 1..<max(2, lines.count + 1) where end <= lines.count {
      if end < lines.count, abs(lines[end].size - lines[start].size) <= lines[start].size * 0.02 { continue }
      blocks.append(ColumnBlock(lines: Array(lines[start..<end]), edges: ColumnEdges(lines[start..<end]), run: run))
      start = end
    }
    // Lines of one size above and below others stand in the same column.
    for index in blocks.indices where blocks[index].lines.count < 4 {
      let size = blocks[index].edges.size
      let alike = blocks.filter { abs($0.edges.size - size) <= size * 0.02 }.flatMap(\.lines)
      let edges = ColumnEdges(alike[...])
      if edges.count > blocks[index].lines.count, edges.left <= blocks[index].edges.left + size * 3 {
        blocks[index].edges = edges
      }
    }
    return blocks.flatMap { $0.partedFromBoxes() }
  }

  /// Runs of lines that begin and end inside the edges of their column.
  private func partedFromBoxes() -> [ColumnBlock] {
    let unit = edges.size
    var parts: [ColumnBlock] = []
    var start = 0
    func isInside(_ line: ColumnLine) -> Bool {
      line.start > edges.left + unit * 0.35 && line.x1 < edges.right - unit * 0.35
    }
    while start < lines.count {
      var end = start + 1
      let inside = isInside(lines[start])
      while end < lines.count, isInside(lines[end]) == inside { end += 1 }
      let part = Array(lines[start..<end])
      let own = ColumnEdges(part[...])
      let isBox =
        inside && part.count >= 3 && part.count { abs($0.start - own.left) < unit * 0.2 } >= 2
        && own.left - edges.left < unit * 4 && part.count { abs($0.x1 - own.right) < unit * 0.6 } >= 2
      if isBox {
        parts.append(ColumnBlock(lines: part, edges: own, isInset: true, run: run))
      } else if let last = parts.last, !last.isInset {
        parts[parts.count - 1].lines += part
      } else {
        parts.append(ColumnBlock(lines: part, edges: edges, run: run))
      }
      start = end
    }
    return parts
  }
}
