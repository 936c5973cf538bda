/// The order in which the lines of one printed page are read, by recursive cuts.
///
/// A region with a white strip from top to bottom is cut into columns, read from left to right. A region without one is
/// cut into rows; rows that can be cut into the same columns stay together, so that a headline across columns parts
/// what is above it from what is below, and a blank between paragraphs does not. Vertical writing is turned first: its
/// lines run down and follow each other from right to left.
struct ReadingOrder {
  /// A line box in the direction of reading: `x` along the line, `y` from line to line.
  private struct Item {
    let index: Int
    let x0: Double
    let x1: Double
    let y0: Double
    let y1: Double
    var size: Double { y1 - y0 }
  }

  /// Groups of line indices: each a run of lines that follow each other in one column.
  private(set) var runs: [[Int]] = []
  /// Of most of the characters.
  private let bodySize: Double

  /// Deeper nesting than any page has.
  private static let deepest = 60

  init(_ lines: [GeometricLine]) {
    let vertical = lines.reduce(0) { $0 + ($1.isVertical ? $1.utf8.count : -$1.utf8.count) } > 0
    let items = lines.enumerated().map { index, line in
      let box = line.box
      return vertical
        ? Item(index: index, x0: box.y0, x1: box.y1, y0: -box.x1, y1: -box.x0)
        : Item(index: index, x0: box.x0, x1: box.x1, y0: box.y0, y1: box.y1)
    }
    bodySize = Self.median(of: items.map(\.size), weights: lines.map { Double($0.utf8.count) })
    read(items, depth: 0)
  }

  private static func median(of values: [Double], weights: [Double]) -> Double {
    let sorted = zip(values, weights).sorted { $0.0 < $1.0 }
    let half = weights.reduce(0, +) / 2
    var sum = 0.0
    for (value, weight) in sorted {
      sum += weight
      if sum >= half { return value }
    }
    return sorted.last?.0 ?? 0
  }

  // MARK: Cuts

  private mutating func read(_ items: [Item], depth: Int) {
    guard items.count > 1, depth < Self.deepest else {
      if !items.isEmpty { runs.append(Self.downwards(items).map(\.index)) }
      return
    }
    let columns = columns(of: items)
    if columns.count > 1 {
      for column in columns { read(column, depth: depth + 1) }
      return
    }
    let groups = rowGroups(of: items)
    if groups.count > 1 {
      for group in groups { read(group, depth: depth + 1) }
    } else {
      runs.append(Self.downwards(items).map(\.index))
    }
  }

  private static func downwards(_ items: [Item]) -> [Item] {
    items.sorted { ($0.y0 + $0.y1, $0.x0, $0.index) < ($1.y0 + $1.y1, $1.x0, $1.index) }
  }

  /// The parts between white strips along the direction of the columns, from left to right.
  private func columns(of items: [Item]) -> [[Item]] {
    let gutter = bodySize * 0.6
    var parts: [[Item]] = []
    var reach = -Double.infinity
    for item in items.sorted(by: { ($0.x0, $0.index) < ($1.x0, $1.index) }) {
      if item.x0 - reach >= gutter || parts.isEmpty { parts.append([]) }
      parts[parts.count - 1].append(item)
      reach = max(reach, item.x1)
    }
    return parts
  }

  /// Rows of the region, those together that can be cut into columns together.
  private func rowGroups(of items: [Item]) -> [[Item]] {
    var groups: [[Item]] = []
    var spans = Spans()
    for row in rows(of: items) {
      let rowSpans = Spans(row, gutter: bodySize * 0.6)
      guard let last = groups.last, !isBarrier(row), !isBarrier(last) else {
        groups.append(row)
        spans = rowSpans
        continue
      }
      let together = spans.joined(with: rowSpans, gutter: bodySize * 0.6)
      let isSplit = spans.count > 1 || rowSpans.count > 1
      // Two single columns stay together where one is below the other.
      if isSplit ? together.count > 1 : together.count == 1 {
        groups[groups.count - 1] += row
        spans = together
      } else {
        groups.append(row)
        spans = rowSpans
      }
    }
    return groups
  }

  /// The columns that boxes take up: intervals with at least a gutter between.
  private struct Spans {
    private var intervals: [(x0: Double, x1: Double)] = []

    var count: Int { intervals.count }

    init() {}

    init(_ items: [Item], gutter: Double) {
      merge(items.map { ($0.x0, $0.x1) }, gutter: gutter)
    }

    func joined(with other: Spans, gutter: Double) -> Spans {
      var joined = Spans()
      joined.merge(intervals + other.intervals, gutter: gutter)
      return joined
    }

    private mutating func merge(_ parts: [(x0: Double, x1: Double)], gutter: Double) {
      for part in parts.sorted(by: { $0.x0 < $1.x0 }) {
        if let last = intervals.last, part.x0 - last.x1 < gutter {
          intervals[intervals.count - 1].x1 = max(last.x1, part.x1)
        } else {
          intervals.append(part)
        }
      }
    }
  }

  /// The parts between white strips across the direction of the columns. Boxes of tilted lines touch: they are taken a
  /// little smaller.
  private func rows(of items: [Item]) -> [[Item]] {
    var parts: [[Item]] = []
    var reach = -Double.infinity
    for item in items.sorted(by: { ($0.y0 + $0.size * 0.15, $0.index) < ($1.y0 + $1.size * 0.15, $1.index) }) {
      let margin = item.size * 0.15
      if item.y0 + margin >= reach || parts.isEmpty { parts.append([]) }
      parts[parts.count - 1].append(item)
      reach = max(reach, item.y1 - margin)
    }
    return parts
  }

  /// A headline in a row of its own parts what is above from what is below, even where it is not wider than a column.
  private func isBarrier(_ row: [Item]) -> Bool {
    row.count <= 3 && row.allSatisfy { $0.size >= bodySize * 1.35 }
  }
}
