/// Cuts an HTML tree into blocks and normalises their white space.
///
/// A line break in the source between characters of which one is not ASCII is nothing; elsewhere it is a space, as runs
/// of spaces are. No-break and ideographic spaces at the beginning of a line are an indent, not text.
struct HTMLBlockBuilder {
  private let tree: HTMLTree
  private(set) var blocks: [HTMLBlock] = []
  private var block: HTMLBlock?
  private var segment = HTMLBlock.Segment()
  private var gap = Gap()
  private var breaks = 0
  private var sawBlank = false
  /// Ends of the elements that are open: link, aside, headline, hidden, row.
  private var linkEnd = 0
  private var asideEnd = 0
  private var headlineEnd = 0
  private var largeEnd = 0
  private var rowEnd = 0
  private var preformattedEnd = 0

  /// White space that has been read and not written yet.
  private struct Gap {
    var spaces = 0
    var hasNewline = false
    var noBreakSpaces = 0
    var ideographicSpaces = 0

    var isEmpty: Bool { spaces + noBreakSpaces + ideographicSpaces == 0 && !hasNewline }
    var isIndent: Bool { noBreakSpaces + ideographicSpaces * 2 + (noBreakSpaces > 0 ? spaces : 0) >= 2 }
  }

  init(_ tree: HTMLTree) {
    self.tree = tree
    build()
  }

  private mutating func build() {
    let rowsOfData = Set(Self.rowsOfData(in: tree))
    var index = 1
    // Elements whose end cuts the run of text, innermost last.
    var breaking: [Int] = []
    while index < tree.nodes.count {
      while let end = breaking.last, end <= index {
        breaking.removeLast()
        flush()
      }
      let node = tree.nodes[index]
      guard let element = node.element else {
        append(node, at: index)
        index += 1
        continue
      }
      if element == .skipped || element == .title || isHidden(node) {
        index = node.end
        continue
      }
      if isAside(node) { asideEnd = max(asideEnd, node.end) }
      if node.hints.contains(.headline) { headlineEnd = max(headlineEnd, node.end) }
      if node.hints.contains(.large) { largeEnd = max(largeEnd, node.end) }
      if node.hints.contains(.link) { linkEnd = max(linkEnd, node.end) }
      if element == .preformatted { preformattedEnd = max(preformattedEnd, node.end) }
      let isInRow = index < rowEnd
      switch element {
      case .lineBreak: lineBreak()
      case .cell where isInRow: nextCell()
      case .row where rowsOfData.contains(index):
        flush()
        rowEnd = node.end
        breaking.append(node.end)
        begin(at: index, kind: .row)
      case _ where isInRow: if element.breaksText { gap.spaces += 1 }
      case _ where element.breaksText || node.hints.contains(.headline):
        flush()
        breaking.append(node.end)
        begin(at: index, kind: Self.kind(of: element))
      default: break
      }
      index += 1
    }
    flush()
  }

  /// What holds most of the text is shown by a script, whatever its style says.
  private func isHidden(_ node: HTMLTree.Node) -> Bool {
    let share = node.content.count * 100 / max(1, tree.text.count)
    return node.hints.contains(.hidden) && share < 80 || node.hints.contains(.invisible) && share < 50
  }

  private func isAside(_ node: HTMLTree.Node) -> Bool {
    if node.element == .aside { return true }
    guard !node.hints.contains(.mainText) else { return false }
    // What holds most of the text is the page itself, whatever it is called.
    let share = node.content.count * 100 / max(1, tree.text.count)
    return node.hints.contains(.aside) && share < 70 || node.hints.contains(.maybeAside) && share < 30
  }

  private static func kind(of element: HTMLElement) -> HTMLBlock.Kind {
    switch element {
    case .paragraph: .paragraph
    case .heading(let level): .heading(level)
    case .listItem: .listItem
    case .caption: .caption
    default: .text
    }
  }

  // MARK: Blocks

  private mutating func begin(at node: Int, kind: HTMLBlock.Kind) {
    block = HTMLBlock(kind: kind, node: node)
  }

  private mutating func flush() {
    endSegment()
    if let done = block, !done.segments.isEmpty {
      blocks.append(done)
      sawBlank = false
    } else if block?.kind == .paragraph {
      sawBlank = true
    }
    block = nil
    breaks = 0
    gap = Gap()
  }

  private mutating func endSegment() {
    while segment.utf8.last == 0x20 { segment.utf8.removeLast() }
    if !segment.utf8.isEmpty { block?.segments.append(segment) }
    segment = HTMLBlock.Segment()
    gap = Gap()
  }

  private mutating func lineBreak() {
    if segment.utf8.isEmpty {
      breaks += 1
      gap = Gap()
    } else {
      endSegment()
      breaks = 1
    }
  }

  private mutating func nextCell() {
    gap = Gap()
    if !segment.utf8.isEmpty { segment.utf8 += [0x20, 0x20] }
  }

  // MARK: Text

  private mutating func append(_ node: HTMLTree.Node, at position: Int) {
    if block == nil { begin(at: node.parent, kind: .text) }
    var line = node.line
    var index = node.text.lowerBound
    let bytes = tree.text
    let isPreformatted = position < preformattedEnd
    while index < node.text.upperBound {
      let byte = bytes[index]
      let length = Self.length(ofLead: byte)
      switch byte {
      case 0x0A, 0x0D:
        if byte == 0x0A { line += 1 }
        if isPreformatted, byte == 0x0A { lineBreak() } else { gap.hasNewline = true }
      case 0x00...0x20: gap.spaces += 1
      case 0xC2 where Self.matches(bytes, index, [0xC2, 0xA0]): gap.noBreakSpaces += 1
      case 0xC2 where Self.matches(bytes, index, [0xC2, 0xAD]): break
      case 0xE3 where Self.matches(bytes, index, [0xE3, 0x80, 0x80]): gap.ideographicSpaces += 1
      case 0xE2 where Self.isOtherSpace(bytes, index): gap.spaces += 1
      case 0xE2 where Self.matches(bytes, index, [0xE2, 0x80, 0x8B]): break
      case 0xEF where Self.matches(bytes, index, [0xEF, 0xBB, 0xBF]): break
      default:
        write(bytes[index..<min(index + length, node.text.upperBound)], line: line, at: position)
      }
      index += length
    }
  }

  private mutating func write(_ scalar: ArraySlice<UInt8>, line: Int, at position: Int) {
    guard let lead = scalar.first else { return }
    if segment.utf8.isEmpty {
      segment.line = line
      segment.isIndented = gap.isIndent
      segment.breaks = breaks
      breaks = 0
      if block?.segments.isEmpty ?? false {
        block?.isAside = position < asideEnd
        block?.isHeadline = position < headlineEnd
        block?.followsBlank = sawBlank
      }
    } else if !gap.isEmpty, let last = segment.utf8.last {
      // A number cut by the end of a source line is one number.
      let isWide = last >= 0x80 || lead >= 0x80 || isWithinNumber(before: lead)
      if gap.ideographicSpaces > 0 {
        segment.utf8 += [0xE3, 0x80, 0x80]
      } else if gap.noBreakSpaces > 1 {
        segment.utf8 += [0x20, 0x20]
      } else if gap.noBreakSpaces > 0 || !(gap.hasNewline && isWide), last != 0x20 {
        segment.utf8.append(0x20)
      }
    }
    gap = Gap()
    segment.utf8 += scalar
    block?.length += 1
    if position < linkEnd { block?.linkLength += 1 }
    if position < largeEnd { block?.largeLength += 1 }
    if Self.isMark(scalar) { block?.marks += 1 }
  }

  /// Whether the segment ends and the next byte goes on within 96.5%.
  private func isWithinNumber(before lead: UInt8) -> Bool {
    guard let last = segment.utf8.last else { return false }
    if Self.isDigit(last) { return Self.isDigit(lead) || ".,%".utf8.contains(lead) }
    return ".,".utf8.contains(last) && Self.isDigit(lead) && segment.utf8.dropLast().last.map(Self.isDigit) ?? false
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func length(ofLead byte: UInt8) -> Int {
    switch byte {
    case 0xC0...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xFF: 4
    default: 1
    }
  }

  private static func matches(_ bytes: [UInt8], _ index: Int, _ wanted: [UInt8]) -> Bool {
    index + wanted.count <= bytes.count && bytes[index..<index + wanted.count].elementsEqual(wanted)
  }

  /// U+2000 to U+200A, U+2028, U+2029, U+202F.
  private static func isOtherSpace(_ bytes: [UInt8], _ index: Int) -> Bool {
    guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return false }
    return bytes[index + 2] <= 0x8A || [0xA8, 0xA9, 0xAF].contains(bytes[index + 2])
  }

  /// ， 。 ； ！ ？ 、 and their half-width forms between characters.
  private static func isMark(_ scalar: ArraySlice<UInt8>) -> Bool {
    switch scalar.count {
    case 1: [0x2C, 0x3B].contains(scalar[scalar.startIndex])
    case 3: marks.contains(Array(scalar))
    default: false
    }
  }

  private static let marks: Set<[UInt8]> = Set("，。；！？、".map { Array(String($0).utf8) })

  // MARK: Tables

  /// The rows of tables that hold data rather than the layout of the page.
  private static func rowsOfData(in tree: HTMLTree) -> [Int] {
    var rows: [Int] = []
    for (index, node) in tree.nodes.enumerated() where node.element == .table {
      var rowIndices: [Int] = []
      var cells = 0
      var isLayout = false
      var run = 0
      for inner in index + 1..<node.end {
        let child = tree.nodes[inner]
        switch child.element {
        case .table: isLayout = true
        case .row: rowIndices.append(inner)
        case .cell:
          cells += 1
          run = 0
        case .lineBreak: run += 20
        case .paragraph, .heading: run += 20
        case nil: run += child.text.count
        default: break
        }
        // A cell of more than about 80 characters is a column of the page.
        if run > 240 { isLayout = true }
        if isLayout { break }
      }
      if !isLayout, rowIndices.count >= 2, cells >= rowIndices.count * 2 { rows += rowIndices }
    }
    return rows
  }
}
