/// Turns the kept blocks of a page into lines, each a whole paragraph.
struct HTMLParagraphs {
  struct Paragraph {
    var utf8: [UInt8]
    var line: Int
    /// What the markup says it is.
    var style: Line.Style?
  }

  /// No heading has more bytes, whatever its element.
  private static let longestHeading = 180

  private(set) var paragraphs: [Paragraph] = []
  /// Whether paragraphs of this page begin with an indent of spaces.
  private let usesIndents: Bool

  init(_ blocks: [HTMLBlock]) {
    var indented = 0
    var sentences = 0
    for block in blocks where block.marks > 0 {
      sentences += 1
      if block.segments[0].isIndented { indented += 1 }
    }
    usesIndents = indented >= 2 && indented * 2 >= sentences
    var before: HTMLBlock?
    for block in blocks {
      append(block, after: before)
      before = block
    }
  }

  private mutating func append(_ block: HTMLBlock, after before: HTMLBlock?) {
    switch block.kind {
    case .row:
      add(Array(block.segments.map(\.utf8).joined(separator: [0x20, 0x20])), line: block.segments[0].line)
    case .heading, .caption:
      var text: [UInt8] = []
      for segment in block.segments { Self.join(segment.utf8, to: &text, isHeading: true) }
      add(text, line: block.segments[0].line, style: Self.style(of: block.kind, text))
    case .text, .paragraph, .listItem:
      let isContinuation = before.map { continues($0, block) } ?? false
      let hasIndents = block.segments.contains { $0.isIndented && $0.breaks > 0 }
      for (index, segment) in block.segments.enumerated() {
        let joins = index == 0 ? isContinuation : continues(segment, hasIndents: hasIndents)
        if joins, !paragraphs.isEmpty {
          let last = paragraphs.count - 1
          Self.join(segment.utf8, to: &paragraphs[last].utf8, isHeading: false)
        } else {
          add(segment.utf8, line: segment.line)
        }
      }
    }
  }

  private mutating func add(_ utf8: [UInt8], line: Int, style: Line.Style? = nil) {
    if !utf8.isEmpty { paragraphs.append(Paragraph(utf8: utf8, line: line, style: style)) }
  }

  /// Some pages set sentences in heading elements, for their type.
  private static func style(of kind: HTMLBlock.Kind, _ text: [UInt8]) -> Line.Style? {
    guard case .heading = kind, text.count <= longestHeading, !text.suffix(3).elementsEqual("。".utf8) else {
      return nil
    }
    return .heading
  }

  /// A line after `<br>` goes on the sentence, or begins a paragraph where `<br>` stands for `<p>`.
  /// - Parameter hasIndents: Lines of the block begin with an indent.
  private func continues(_ segment: HTMLBlock.Segment, hasIndents: Bool) -> Bool {
    guard segment.breaks == 1, !segment.isIndented else { return false }
    if hasIndents { return true }
    guard let last = paragraphs.last else { return false }
    // Lists and verses set with <br> have short lines.
    return !Self.endsSentence(last.utf8) && last.utf8.count >= 45
  }

  /// A paragraph that a page maker cut in two: the first half ends within a sentence, the second has no indent although
  /// paragraphs here have one.
  private func continues(_ before: HTMLBlock, _ block: HTMLBlock) -> Bool {
    guard before.kind == .paragraph, block.kind == .paragraph, !block.followsBlank, let last = before.segments.last,
      let first = block.segments.first, !first.isIndented, last.utf8.count >= 30, !Self.endsSentence(last.utf8)
    else { return false }
    if usesIndents { return block.marks > 0 }
    // Without indents only a comma shows it.
    return last.utf8.suffix(3).elementsEqual("，".utf8) || last.utf8.suffix(3).elementsEqual("、".utf8)
  }

  /// Nothing between Chinese characters, one space between words of letters and between the lines of a headline.
  private static func join(_ second: [UInt8], to first: inout [UInt8], isHeading: Bool) {
    if let last = first.last, let next = second.first {
      let bothASCII = last < 0x80 && next < 0x80
      if isHeading ? !endsPhrase(first) : bothASCII && isLetter(last) && isLetter(next) { first.append(0x20) }
    }
    first += second
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

  static func endsSentence(_ utf8: [UInt8]) -> Bool { ends(utf8, with: sentenceEnds) }

  private static func endsPhrase(_ utf8: [UInt8]) -> Bool { ends(utf8, with: phraseEnds) }

  private static func ends(_ utf8: [UInt8], with ends: Set<[UInt8]>) -> Bool {
    ends.contains(Array(utf8.suffix(3))) || ends.contains(Array(utf8.suffix(1)))
  }

  private static let sentenceEnds = bytes("。！？；：…”』」）》—.!?;:)\"")
  private static let phraseEnds = bytes("。！？；：…，、—.!?;:,“‘「")

  private static func bytes(_ marks: String) -> Set<[UInt8]> { Set(marks.map { Array(String($0).utf8) }) }
}
