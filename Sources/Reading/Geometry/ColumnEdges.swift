/// Where the lines of a column begin and end, and how they follow each other.
struct ColumnEdges {
  let left: Double
  let right: Double
  /// From one line to the next; 0 where there is one line only.
  let pitch: Double
  let size: Double
  let isVertical: Bool
  let count: Int

  var width: Double { right - left }

  /// - Parameter lines: Of one size, in order.
  init(_ lines: ArraySlice<ColumnLine>) {
    size = lines.first?.size ?? 1
    isVertical = lines.first?.isVertical ?? false
    count = lines.count
    let unit = max(size, 0.1)
    left = Self.edge(lines.map(\.start), unit: unit, isLower: true)
    right = Self.edge(lines.map(\.x1), unit: unit, isLower: false)
    let steps = zip(lines, lines.dropFirst()).map { abs($1.position - $0.position) }.sorted()
    pitch = steps.isEmpty ? 0 : steps[steps.count / 2]
  }

  private init(left: Double, right: Double, of other: ColumnEdges) {
    (self.left, self.right) = (left, right)
    (pitch, size, isVertical, count) = (other.pitch, other.size, other.isVertical, other.count)
  }

  /// The outermost place where two lines begin, or end; of few lines the outermost.
  private static func edge(_ values: [Double], unit: Double, isLower: Bool) -> Double {
    let sorted = isLower ? values.sorted() : values.sorted(by: >)
    guard let first = sorted.first else { return 0 }
    guard sorted.count >= 4 else { return first }
    for (one, next) in zip(sorted, sorted.dropFirst()) where abs(next - one) <= unit * 0.25 { return one }
    return first
  }

  /// The edges of a few lines, by those of longer columns of the page that the lines stand in.
  func within(_ columns: [ColumnEdges]) -> ColumnEdges {
    guard count < 4 else { return self }
    let unit = size
    let candidates = columns.filter {
      $0.isVertical == isVertical && abs($0.size - size) <= unit * 0.03
        && $0.left <= left + unit * 0.3 && left - $0.left <= unit * 3 && $0.right >= right - unit * 0.3
    }
    guard let best = candidates.min(by: { $0.width < $1.width }) else { return self }
    return ColumnEdges(left: best.left, right: best.right, of: pitch > 0 ? self : best)
  }
}
