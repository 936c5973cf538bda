/// Joins what goes on in another column, also across a box, a picture's caption or a headline that stands between; what
/// stood between follows behind.
struct ParagraphWeaver {
  private let paragraphs: [GeometricParagraph]
  private let isIndented: Bool
  private let isJustified: Bool
  /// How many paragraphs may stand between.
  private static let reach = 16
  /// What is shorter and stands alone is no column.
  private static let leastColumn = 8.0

  private let unit: Double

  /// - Parameter unit: The size of the running text.
  init(_ paragraphs: [GeometricParagraph], manner: ParagraphManner, unit: Double) {
    self.unit = unit
    self.paragraphs = paragraphs
    isIndented = manner.isIndented
    isJustified = manner.isJustified
  }

  /// The paragraphs in the order of reading, each with its parts.
  func woven() -> [[GeometricParagraph]] {
    var next = [Int?](repeating: nil, count: paragraphs.count)
    var isTaken = [Bool](repeating: false, count: paragraphs.count)
    for index in paragraphs.indices {
      if let other = continuation(of: index, isTaken) {
        next[index] = other
        isTaken[other] = true
      }
    }
    var woven: [[GeometricParagraph]] = []
    for index in paragraphs.indices where !isTaken[index] {
      var parts: [GeometricParagraph] = []
      var cursor: Int? = index
      while let place = cursor {
        parts.append(paragraphs[place])
        cursor = next[place]
      }
      woven.append(parts)
    }
    return withBoxesBehind(woven)
  }

  /// Boxes in the columns of a story are read behind it, so that what follows them does not come under their headings.
  private func withBoxesBehind(_ woven: [[GeometricParagraph]]) -> [[GeometricParagraph]] {
    var ordered: [[GeometricParagraph]] = []
    var boxes: [[GeometricParagraph]] = []
    var index = 0
    while index < woven.count {
      if let end = endOfBox(index, woven), end < woven.count, woven[end][0].isFlow {
        boxes += woven[index..<end]
        index = end
        continue
      }
      if isHeadline(woven[index][0]), index > 0, !isHeadline(woven[index - 1][0]) {
        ordered += boxes
        boxes = []
      }
      ordered.append(woven[index])
      index += 1
    }
    return ordered + boxes
  }

  private func isHeadline(_ paragraph: GeometricParagraph) -> Bool {
    paragraph.style == .heading && paragraph.edges.size >= unit * 1.4
  }

  /// Behind a heading and text that is set otherwise than the running text; `nil` where no box begins.
  private func endOfBox(_ start: Int, _ woven: [[GeometricParagraph]]) -> Int? {
    var index = start
    let first = woven[start][0]
    // A subheading above the box belongs to what is around.
    while index < woven.count, woven[index][0].style == .heading, woven[index][0].run == first.run,
      abs(woven[index][0].edges.size - first.edges.size) < first.edges.size * 0.02
    {
      index += 1
    }
    let text = index
    while index < woven.count, woven[index][0].style == nil, isBoxed(woven[index][0]) { index += 1 }
    return text > start && index > text ? index : nil
  }

  private func isBoxed(_ paragraph: GeometricParagraph) -> Bool {
    paragraph.isInset || abs(paragraph.edges.size - unit) > unit * 0.02 && paragraph.edges.size < unit * 1.15
  }

  private func continuation(of index: Int, _ isTaken: [Bool]) -> Int? {
    let paragraph = paragraphs[index]
    // In ragged setting the end of a line tells little.
    guard paragraph.isFlow, !Self.isLabel(paragraph), paragraph.endsFull || !paragraph.endsSentence && !isJustified
    else { return nil }
    var isInterrupted = false
    // A headline whose own text has not been seen.
    var isUnderHeadline = false
    for other in (index + 1)..<min(paragraphs.count, index + 1 + Self.reach) {
      let candidate = paragraphs[other]
      if isTaken[other] { continue }
      guard candidate.isFlow, Self.isAlike(paragraph, candidate) else {
        isInterrupted = true
        if candidate.style == .heading { isUnderHeadline = true }
        // The text of a box.
        if candidate.style == nil { isUnderHeadline = false }
        continue
      }
      // An imprint far below.
      if candidate.run == paragraph.run, !isInterrupted, isFar(paragraph, candidate) { continue }
      // An own paragraph of the same column cannot be what goes on, unless something stood between.
      if candidate.run == paragraph.run, !isInterrupted { return nil }
      // What stands under a headline begins there.
      if !candidate.beginsFlush || isUnderHeadline { return nil }
      if !paragraph.endsSentence { return other }
      return isIndented && paragraph.endsFull ? other : nil
    }
    return nil
  }

  private func isFar(_ one: GeometricParagraph, _ other: GeometricParagraph) -> Bool {
    guard let last = one.lines.last, let first = other.lines.first else { return false }
    return first.y0 - last.y1 > one.edges.size * 3
  }

  /// One line of which no column is known, as of the head of a page.
  static func isLabel(_ paragraph: GeometricParagraph) -> Bool {
    paragraph.edges.count < 2 && paragraph.edges.width < paragraph.edges.size * leastColumn
  }

  /// Set alike. Of what is shorter than a line nobody knows the width of its column: it may be the end of a sentence.
  static func isAlike(_ one: GeometricParagraph, _ other: GeometricParagraph) -> Bool {
    let size = max(one.edges.size, other.edges.size)
    guard abs(one.edges.size - other.edges.size) <= size * 0.02, one.edges.isVertical == other.edges.isVertical else {
      return false
    }
    if other.lines.count == 1, other.edges.count < 4, other.endsSentence, !one.endsSentence,
      other.edges.width <= one.edges.width
    {
      return true
    }
    return min(one.edges.width, other.edges.width) >= max(one.edges.width, other.edges.width) * 0.8
  }
}
