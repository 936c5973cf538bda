import Reading
import Records
import SourceText

/// Tells places of one page in the way of its format.
struct SourceLocator: Sendable {
  private let locator: Locator
  private let utf8: [UInt8]
  /// Where places are told by lines.
  private let pageLines: [Line]
  private let index: ScalarIndex?

  init(_ page: Page) {
    locator = page.locator
    utf8 = page.text.utf8
    pageLines = page.locator == .scalars ? [] : page.lines
    index = page.locator == .scalars ? ScalarIndex(page.text.utf8) : nil
  }

  /// The place of a part of a paragraph; `nil` for an empty one.
  /// - Parameter range: Bytes of the paragraph's text.
  func source(of range: Range<Int>, in text: SourceText) -> Mention.Source? {
    if let index {
      let pieces = pieces(of: range, in: text)
      guard pieces.count > 1 else { return pieces.first.map { .scalars(index.scalars(in: $0)) } }
      return .pieces(pieces.map(index.scalars(in:)))
    }
    return text.origins.source(of: range).map(source(of:))
  }

  /// Bytes of the input that the parts of a figure come from. Parts are one piece where between them stands nothing but
  /// white space or what the figure says itself: line breaks and overprints.
  private func pieces(of range: Range<Int>, in text: SourceText) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    text.origins.forEachRun(in: range) { run in
      if let last = pieces.last, run.source.lowerBound >= last.lowerBound,
        isBridge(last.upperBound, run.source, range, text)
      {
        pieces[pieces.count - 1] = last.lowerBound..<max(last.upperBound, run.source.upperBound)
      } else {
        pieces.append(run.source)
      }
    }
    return pieces
  }

  private func isBridge(_ start: Int, _ next: Range<Int>, _ range: Range<Int>, _ text: SourceText) -> Bool {
    guard start < next.lowerBound else { return true }
    if Self.isWhite(utf8[start..<next.lowerBound]) { return true }
    let gap = String(decoding: utf8[start..<next.lowerBound], as: UTF8.self).unicodeScalars
      .filter { !$0.properties.isWhitespace }
    let figure = String(decoding: text.utf8[range], as: UTF8.self)
    return gap.isEmpty || figure.contains(String(String.UnicodeScalarView(gap)))
  }

  /// Whether nothing but the usual white space stands there: line ends, spaces of one byte, ideographic spaces.
  private static func isWhite(_ gap: ArraySlice<UInt8>) -> Bool {
    var offset = gap.startIndex
    while offset < gap.endIndex {
      switch gap[offset] {
      case 0x09, 0x0A, 0x0D, 0x20: offset += 1
      case 0xE3 where gap.endIndex - offset >= 3 && gap[offset + 1] == 0x80 && gap[offset + 2] == 0x80: offset += 3
      default: return false
      }
    }
    return true
  }

  private func source(of range: Range<Int>) -> Mention.Source {
    let lines = lines(touching: range)
    let boxes = lines.compactMap(\.box)
    if locator == .boxes, let first = boxes.first {
      return .box(boxes.dropFirst().reduce(first) { $0.union($1) })
    }
    return .line(lines.first?.number ?? 1)
  }

  private func lines(touching range: Range<Int>) -> ArraySlice<Line> {
    var low = 0
    var high = pageLines.count
    while low < high {
      let middle = (low + high) / 2
      if pageLines[middle].range.upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < pageLines.count, pageLines[end].range.lowerBound < range.upperBound { end += 1 }
    return pageLines[low..<end]
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
