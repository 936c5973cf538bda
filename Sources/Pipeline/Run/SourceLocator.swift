import Reading
import Records
import SourceText

/// Tells places of one page in the way of its format.
struct SourceLocator: Sendable {
  private let page: Page
  private let index: ScalarIndex?

  init(_ page: Page) {
    self.page = page
    index = page.locator == .scalars ? ScalarIndex(page.text.utf8) : nil
  }

  /// - Parameter range: Bytes of the decoded input.
  func source(of range: Range<Int>) -> Mention.Source {
    if let index { return .scalars(index.scalars(in: range)) }
    let lines = lines(touching: range)
    let boxes = lines.compactMap(\.box)
    if page.locator == .boxes, let first = boxes.first {
      return .box(boxes.dropFirst().reduce(first) { $0.union($1) })
    }
    return .line(lines.first?.number ?? 1)
  }

  private func lines(touching range: Range<Int>) -> ArraySlice<Line> {
    var low = 0
    var high = page.lines.count
    while low < high {
      let middle = (low + high) / 2
      if page.lines[middle].range.upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < page.lines.count, page.lines[end].range.lowerBound < range.upperBound { end += 1 }
    return page.lines[low..<end]
  }
}

extension Box {
  /// The smallest box around both; on the page of the first.
  fileprivate func union(_ other: Box) -> Box {
    guard other.page == page else { return self }
    return Box(
      page: page, x0: min(x0, other.x0), y0: min(y0, other.y0), x1: max(x1, other.x1), y1: max(y1, other.y1))
  }
}
