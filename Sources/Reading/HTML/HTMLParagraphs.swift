/// Turns the kept blocks of a page into lines, each a whole paragraph.
struct HTMLParagraphs {
  struct Paragraph {
    var utf8: [UInt8]
    var line: Int
  }

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
      add(
        block.segments.reduce([]) { $0.isEmpty ? $1.utf8 : $0 + [0x20, 0x20] + $1.utf8 }, line: block.segments[0].line)
    case .heading, .caption:
      var text: [UInt8] = []
      for segment in block.segments { text = Self.joined(text, segment.utf8, isHeading: true) }
      add(text, line: block.segments[0].line)
    case .text, .paragraph, .listItem:
      let isContinuation = before.map { continues($0, block) } ?? false
      for (index, segment) in block.segments.enumerated() {
        let joins = index == 0 ? isContinuation : continues(segment, in: block)
        if joins, !paragraphs.isEmpty {
          let last = paragraphs.count - 1
          paragraphs[last].utf8 = Self.joined(paragraphs[last].utf8, segment.utf8, isHeading: false)
        } else {
          add(segment.utf8, line: segment.line)
        }
      }
    }
  }

  private mutating func add(_ utf8: [UInt8], line: Int) {
    if !utf8.isEmpty { paragraphs.append(Paragraph(utf8: utf8, line: line)) }
  }

  /// A line after `<br>` goes on the sentence, or begins a paragraph where `<br>` stands for `<p>`.
  private func continues(_ segment: HTMLBlock.Segment, in block: HTMLBlock) -> Bool {
    guard segment.breaks == 1, !segment.isIndented else { return false }
    if block.segments.contains(where: { $0.isIndented && $0.breaks > 0 }) { return true }
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
  private static func joined(_ first: [UInt8], _ second: [UInt8], isHeading: Bool) -> [UInt8] {
    guard let last = first.last, let next = second.first else { return first + second }
    let bothASCII = last < 0x80 && next < 0x80
    let needsSpace = isHeading ? !endsPhrase(first) : bothASCII && isLetter(last) && isLetter(next)
    return needsSpace ? first + [0x20] + second : first + second
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
