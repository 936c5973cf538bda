/// The white of a region: for each narrow strip from top to bottom, what blocks it.
struct WhiteStrips {
  /// A stretch of the page between two heights.
  struct Span: Equatable {
    let y0: Double
    let y1: Double

    init(y0: Double, y1: Double) { (self.y0, self.y1) = (y0, y1) }

    init(of row: [LayoutItem]) {
      y0 = row.map(\.y0).min() ?? 0
      y1 = row.map(\.y1).max() ?? 0
    }
  }

  private let left: Double
  private let step: Double
  /// Of each strip, the items in it, from top to bottom.
  private var blocked: [[Span]]
  private let items: [LayoutItem]
  private let unit: Double

  /// More strips are no finer than they need be: hostile pages are as wide as a number can say.
  private static let most = 4000

  /// - Parameter unit: The size of the running text.
  init(_ items: [LayoutItem], unit: Double) {
    self.items = items
    self.unit = unit
    left = items.map(\.x0).min() ?? 0
    let right = items.map(\.x1).max() ?? 0
    step = max(unit * 0.2, (right - left) / Double(Self.most))
    let count = max(1, Int(((right - left) / step).rounded(.up)))
    blocked = Array(repeating: [], count: count)
    for item in items {
      let span = Span(y0: item.y0, y1: item.y1)
      // A strip that an item only touches is free.
      let first = Int(((item.x0 - left) / step + 0.4).rounded(.down))
      let last = Int(((item.x1 - left) / step - 0.4).rounded(.down))
      guard first <= last else { continue }
      for cell in max(0, first)...min(count - 1, max(first, last)) { blocked[cell].append(span) }
    }
    for cell in blocked.indices { blocked[cell].sort { $0.y0 < $1.y0 } }
  }

  private func position(_ cell: Int) -> Double { left + Double(cell) * step }

  /// The middles of the strips that part columns over the whole height.
  /// - Parameter least: The width that a strip has at least.
  func gutters(atLeast least: Double) -> [Double] {
    runs(where: { blocked[$0].isEmpty }, atLeast: least)
  }

  /// The strips that are white around a stretch of the page, high enough to part columns there, with text on both sides.
  func gutters(around span: Span, atLeast least: Double) -> [ClosedRange<Double>] {
    var found: [ClosedRange<Double>] = []
    var start = 0
    while start < blocked.count {
      guard let around = freeSpan(start, around: span) else {
        start += 1
        continue
      }
      var end = start + 1
      while end < blocked.count, freeSpan(end, around: span) == around { end += 1 }
      let range = position(start)...position(end)
      if partsText(at: (range.lowerBound + range.upperBound) / 2, around) {
        if let last = found.last, range.lowerBound - last.upperBound < step / 2 {
          found[found.count - 1] = last.lowerBound...range.upperBound
        } else {
          found.append(range)
        }
      }
      start = end
    }
    return found.filter { $0.upperBound - $0.lowerBound >= least }
  }

  /// Nothing stands in a strip within a stretch.
  func isWhite(_ strip: ClosedRange<Double>, in span: Span) -> Bool {
    !items.contains {
      $0.x0 < strip.upperBound && $0.x1 > strip.lowerBound && $0.y0 < span.y1 && $0.y1 > span.y0
    }
  }

  private func runs(where holds: (Int) -> Bool, atLeast least: Double) -> [Double] {
    var middles: [Double] = []
    var start: Int?
    for cell in 0...blocked.count {
      if cell < blocked.count, holds(cell) {
        start = start ?? cell
      } else if let first = start {
        if first > 0, cell < blocked.count, Double(cell - first) * step >= least {
          middles.append((position(first) + position(cell)) / 2)
        }
        start = nil
      }
    }
    return middles
  }

  /// The white of a strip above and below a stretch, `nil` where something stands in the stretch.
  private func freeSpan(_ cell: Int, around span: Span) -> Span? {
    var top = -Double.infinity
    var bottom = Double.infinity
    for other in blocked[cell] {
      if other.y1 <= span.y0 + unit * 0.2 {
        top = max(top, other.y1)
      } else if other.y0 >= span.y1 - unit * 0.2 {
        bottom = other.y0
        break
      } else {
        return nil
      }
    }
    return Span(y0: top, y1: bottom)
  }

  /// Three lines or more stand on both sides of a place, within a stretch and beside each other.
  private func partsText(at x: Double, _ span: Span) -> Bool {
    var left = (count: 0, y0: Double.infinity, y1: -Double.infinity)
    var right = left
    for item in items where item.y1 > span.y0 + unit * 0.2 && item.y0 < span.y1 - unit * 0.2 {
      let lines = max(1, item.isAlong ? 1 : Int(item.height / max(item.size, unit)))
      if item.x1 <= x {
        left = (left.count + lines, min(left.y0, item.y0), max(left.y1, item.y1))
      } else if item.x0 >= x {
        right = (right.count + lines, min(right.y0, item.y0), max(right.y1, item.y1))
      }
    }
    guard left.count >= 2, right.count >= 2, left.count + right.count >= 5 else { return false }
    return min(left.y1, right.y1) - max(left.y0, right.y0) >= unit * 2
  }
}
