/// A whole line of a column, in the direction of reading.
struct ColumnLine {
  /// Of the page's lines, from the start of the line on.
  var pieces: [Int]
  var x0: Double
  var x1: Double
  var y0: Double
  var y1: Double
  let size: Double
  let isVertical: Bool
  /// Lines beside a large initial begin where it begins.
  var margin: Double?

  /// Where it begins, an initial beside it taken into account.
  var start: Double { margin ?? x0 }
  var position: Double { (y0 + y1) / 2 }

  fileprivate init(_ item: LayoutItem, isVertical: Bool) {
    pieces = [item.index]
    (x0, x1, y0, y1) = (item.x0, item.x1, item.y0, item.y1)
    size = item.size
    self.isVertical = isVertical
  }

  /// The lines of a run: pieces on one line put together, large initials set before the line that they begin.
  /// - Parameter isExact: The boxes are those of type. Recognizers' boxes beside each other may be of tilted lines.
  static func lines(of run: ReadingOrder.Run, of page: [GeometricLine], isExact: Bool) -> [ColumnLine] {
    let items = run.lines.map { LayoutItem(page[$0], index: $0, vertical: run.isVertical) }
      .sorted { ($0.center, $0.x0, $0.index) < ($1.center, $1.x0, $1.index) }
    guard isExact else { return items.map { ColumnLine($0, isVertical: run.isVertical) } }
    let unit = LayoutItem.usualSize(items)
    var initials: [LayoutItem] = []
    var lines: [ColumnLine] = []
    for item in items {
      if item.size > unit * 1.6, page[item.index].isInitial, isInitial(item, among: items, unit: unit) {
        initials.append(item)
      } else if let last = lines.last, isOneLine(last, item) {
        lines[lines.count - 1].append(item)
      } else {
        lines.append(ColumnLine(item, isVertical: run.isVertical))
      }
    }
    for initial in initials { place(initial, in: &lines, unit: unit) }
    let places = Dictionary(items.map { ($0.index, $0) }) { first, _ in first }
    return lines.flatMap { $0.parts(places) }
  }

  /// The line cut where the white in it is wider than any space.
  private func parts(_ items: [Int: LayoutItem]) -> [ColumnLine] {
    guard pieces.count > 1, margin == nil else { return [self] }
    var parts: [ColumnLine] = []
    for piece in pieces {
      guard let item = items[piece] else { continue }
      if let last = parts.last, item.x0 - last.x1 < size * 1.8 {
        parts[parts.count - 1].append(item)
      } else {
        parts.append(ColumnLine(item, isVertical: isVertical))
      }
    }
    return parts
  }

  private static func isOneLine(_ line: ColumnLine, _ item: LayoutItem) -> Bool {
    let overlap = min(line.y1, item.y1) - max(line.y0, item.y0)
    guard overlap > min(line.y1 - line.y0, item.height) * 0.6 else { return false }
    return item.x0 >= line.x1 - item.size * 0.5 || item.x1 <= line.x0 + item.size * 0.5
  }

  private mutating func append(_ item: LayoutItem) {
    if item.x0 >= x1 - item.size * 0.5 { pieces.append(item.index) } else { pieces.insert(item.index, at: 0) }
    x0 = min(x0, item.x0)
    x1 = max(x1, item.x1)
    y0 = min(y0, item.y0)
    y1 = max(y1, item.y1)
  }

  // MARK: Initials

  /// A large character with two lines or more on its right.
  private static func isInitial(_ item: LayoutItem, among items: [LayoutItem], unit: Double) -> Bool {
    items.count {
      $0.size < unit * 1.2 && $0.center > item.y0 && $0.center < item.y1 && $0.x0 >= item.x1 - unit * 0.3
        && $0.x0 <= item.x1 + unit * 1.5
    } >= 2
  }

  private static func place(_ initial: LayoutItem, in lines: inout [ColumnLine], unit: Double) {
    var beside = lines.indices.filter {
      lines[$0].position > initial.y0 && lines[$0].position < initial.y1 && lines[$0].x0 >= initial.x1 - unit * 0.3
    }
    guard let first = beside.first, let last = beside.last else {
      // The lines beside it begin further left: it is a line of its own.
      let place = lines.firstIndex { $0.position > initial.center } ?? lines.count
      lines.insert(ColumnLine(initial, isVertical: lines.first?.isVertical ?? false), at: place)
      return
    }
    // White below it may hold one more line away from the edge.
    if last + 1 < lines.count, abs(lines[last + 1].x0 - lines[last].x0) < unit * 0.3,
      lines[last + 1].y0 < initial.y1 + unit
    {
      beside.append(last + 1)
    }
    lines[first].pieces.insert(initial.index, at: 0)
    for index in beside { lines[index].margin = initial.x0 }
  }

  /// The text, with spaces where the type leaves room for one.
  func utf8(of page: [GeometricLine]) -> [UInt8] {
    var text: [UInt8] = []
    for (place, index) in pieces.enumerated() {
      if place > 0 {
        let before = LayoutItem(page[pieces[place - 1]], index: 0, vertical: isVertical)
        let here = LayoutItem(page[index], index: 0, vertical: isVertical)
        if here.x0 - before.x1 >= size * 0.5, before.size < size * 1.6 { text.append(0x20) }
      }
      text += page[index].utf8
    }
    return text
  }
}

extension GeometricLine {
  /// A character, or two of which one may be a quotation mark.
  fileprivate var isInitial: Bool {
    words.count == 1 && words[0].utf8.count <= 6 && words[0].utf8.count { $0 & 0xC0 != 0x80 } <= 2
  }
}
