/// Joins the sentence that is open at the end of a printed page with what goes on with it on the next.
enum PageTurn {
  /// A part of a paragraph, and the page that it stands on.
  typealias Part = (page: Int, paragraph: GeometricParagraph)

  /// How many paragraphs are looked at behind the open one, and on the next page before what goes on: imprints and heads.
  private static let reach = 6

  /// - Parameter pages: The paragraphs of each page in the order of reading.
  static func joined(_ pages: [[[Part]]]) -> [[Part]] {
    var joined: [[Part]] = []
    for (page, paragraphs) in pages.enumerated() {
      var paragraphs = paragraphs
      if let open = openParagraph(at: joined, page: page - 1), let last = joined[open].last?.paragraph,
        let next = continuation(of: last, in: paragraphs)
      {
        joined[open] += paragraphs.remove(at: next)
      }
      joined += paragraphs
    }
    return joined
  }

  /// The last running text of a page, if it fills its last line within a sentence.
  private static func openParagraph(at paragraphs: [[Part]], page: Int) -> Int? {
    for index in paragraphs.indices.suffix(reach).reversed() {
      guard let last = paragraphs[index].last, last.page == page else { return nil }
      guard last.paragraph.isFlow, !ParagraphWeaver.isLabel(last.paragraph) else { continue }
      if last.paragraph.endsFull, !last.paragraph.endsSentence { return index }
    }
    return nil
  }

  private static func continuation(of open: GeometricParagraph, in paragraphs: [[Part]]) -> Int? {
    for (index, parts) in paragraphs.prefix(reach).enumerated() {
      guard let first = parts.first?.paragraph, first.style != .heading else { return nil }
      if first.isFlow, ParagraphWeaver.isAlike(open, first) { return first.beginsFlush ? index : nil }
    }
    return nil
  }
}
