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
    for story in 0..<Int.random(in: 2...3, using: &generator) {
      page.append(CleanParagraph(headings.removeLast(), .heading))
      if story == 0 {
        page.append(CleanParagraph("本报记者 " + SentenceBank.names.randomElement(using: &generator)!, .byline))
      }
      for place in 0..<Int.random(in: 2...4, using: &generator) {
        let count = min(sentences.count, Int.random(in: 2...5, using: &generator))
        page.append(CleanParagraph(sentences.suffix(count).joined(), .body))
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
    return page
  }
}
