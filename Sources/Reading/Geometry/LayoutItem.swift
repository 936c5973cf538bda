/// A line, or a piece of one, in the direction of reading: `x` runs along the lines, `y` from line to line. Vertical
/// writing is turned, so that what is said of columns holds for it too.
struct LayoutItem {
  /// Of the line among those of the page.
  let index: Int
  let x0: Double
  let x1: Double
  let y0: Double
  let y1: Double
  /// Of its type.
  let size: Double
  /// Bytes of its text.
  let weight: Int
  /// Its writing runs the way the page is read.
  let isAlong: Bool
  /// Lines of the other direction, which are read together where this stands.
  var inner: [Int] = []
  /// The size of the type that is read first.
  let leadSize: Double

  var height: Double { y1 - y0 }
  var width: Double { x1 - x0 }
  var center: Double { (y0 + y1) / 2 }

  /// - Parameters:
  ///   - vertical: The page is read in vertical lines.
  ///   - isTrimmed: The white halves of marks at its ends are no part of it: in a headline they reach over a gutter.
  init(_ line: GeometricLine, index: Int, vertical: Bool, isTrimmed: Bool = false) {
    let box = line.box
    self.index = index
    let ends = isTrimmed && line.isVertical == vertical ? line.whiteHalves : (start: 0, end: 0)
    (x0, x1) =
      vertical
      ? (box.y0 + ends.start, box.y1 - ends.end) : (box.x0 + ends.start, box.x1 - ends.end)
    (y0, y1) = vertical ? (-box.x1, -box.x0) : (box.y0, box.y1)
    size = line.size
    leadSize = size
    weight = line.words.reduce(0) { $0 + $1.utf8.count }
    isAlong = line.isVertical == vertical
  }

  /// What stands together in the other direction, as one.
  /// - Parameter vertical: The page is read in vertical lines, and so the block in level ones.
  init(block items: [LayoutItem], vertical: Bool) {
    index = items[0].index
    x0 = items.map(\.x0).min() ?? 0
    x1 = items.map(\.x1).max() ?? 0
    y0 = items.map(\.y0).min() ?? 0
    y1 = items.map(\.y1).max() ?? 0
    weight = items.reduce(0) { $0 + $1.weight }
    size = LayoutItem.usualSize(items)
    isAlong = false
    inner = items.map(\.index)
    let first = vertical ? items.min { $0.x0 < $1.x0 } : items.max { $0.x1 < $1.x1 }
    leadSize = first?.size ?? size
  }

  /// The size of most of the text.
  static func usualSize(_ items: [LayoutItem]) -> Double {
    let sorted = items.sorted { $0.size < $1.size }
    let half = sorted.reduce(0) { $0 + $1.weight } / 2
    var sum = 0
    for item in sorted {
      sum += item.weight
      if sum >= half { return item.size }
    }
    return 0
  }
}
