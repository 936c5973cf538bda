/// A paragraph of a page as it was printed.
public struct CleanParagraph: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case heading, body, list, caption, byline, furniture
  }

  public var text: String
  public var kind: Kind

  public init(_ text: String, _ kind: Kind) {
    self.text = text
    self.kind = kind
  }
}

/// Invented pages: sentences drawn without repetition, with figures of their own.
public enum CleanPage {
  /// A page of a seed: furniture, then stories of a heading, a byline and paragraphs, a list or a caption among them.
  public static func random(using generator: inout SeededGenerator) -> [CleanParagraph] {
    var sentences = SentenceBank.sentences.shuffled(using: &generator).map {
      SentenceBank.filled($0, using: &generator)
    }
    var headings = SentenceBank.headings.shuffled(using: &generator)
    var captions = SentenceBank.captions.shuffled(using: &generator)
    var items = SentenceBank.items.shuffled(using: &generator).map { SentenceBank.filled($0, using: &generator) }
    var page = [CleanParagraph("第\(Int.random(in: 1...8, using: &generator))版", .furniture)]
    page.append(CleanParagraph("2023年\(Int.random(in: 1...12, using: &generator))月18日 星期二", .furniture))
    if Int.random(in: 0..<2, using: &generator) == 0 {
      page.append(CleanParagraph(SentenceBank.imprints.randomElement(using: &generator)!, .furniture))
    }
    let sharesSentence = Int.random(in: 0..<6, using: &generator) == 0
    for story in 0..<Int.random(in: 2...3, using: &generator) {
      page.append(CleanParagraph(heading(story, &headings, using: &generator), .heading))
      if story == 0 {
        page.append(CleanParagraph("本报记者 " + SentenceBank.names.randomElement(using: &generator)!, .byline))
      }
      for place in 0..<Int.random(in: 2...4, using: &generator) {
        let count = min(sentences.count, Int.random(in: 2...5, using: &generator))
        // The first story and the last share a sentence on some pages.
        let isShared = sharesSentence && place == 1 && story < 2
        let text = sentences.suffix(count).joined()
        page.append(CleanParagraph(isShared ? text + SentenceBank.shared : text, .body))
        sentences.removeLast(count)
        if place == 1, Int.random(in: 0..<3, using: &generator) == 0 {
          page.append(CleanParagraph(captions.removeLast(), .caption))
        }
      }
      if Int.random(in: 0..<4, using: &generator) == 0 {
        page.append(CleanParagraph(headings.removeLast(), .heading))
        for _ in 0..<3 { page.append(CleanParagraph("●" + items.removeLast(), .list)) }
      }
    }
    page += list(using: &generator)
    return page
  }

  /// The headline of a story: of one clause, of two, or of more than one line.
  private static func heading(
    _ story: Int, _ headings: inout [String], using generator: inout SeededGenerator
  ) -> String {
    switch Int.random(in: 0..<6, using: &generator) {
    case 0, 1: SentenceBank.pairedHeadings[(story * 2 + Int.random(in: 0..<2, using: &generator)) % 6]
    case 2: SentenceBank.longHeadings[story % 4]
    default: headings.removeLast()
    }
  }

  /// At the end of some pages: goals without marks, or items that begin with a dash.
  private static func list(using generator: inout SeededGenerator) -> [CleanParagraph] {
    let texts =
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: SentenceBank.goals
      case 1: SentenceBank.dashed
      default: [String]()
      }
    guard !texts.isEmpty else { return [] }
    return [CleanParagraph("今年的主要预期目标", .heading)]
      + texts.map { CleanParagraph(SentenceBank.filled($0, using: &generator), .list) }
  }
}
