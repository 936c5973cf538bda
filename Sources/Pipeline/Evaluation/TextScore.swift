import Records

/// Repaired text against gold text: how much of each page a reader gets back, and how much is said twice. White space
/// and width are ignored on both sides.
public struct TextScore: Sendable {
  /// Gold sentences found whole inside one predicted paragraph.
  public private(set) var sentences = Rate()
  /// Gold paragraphs that equal a predicted one.
  public private(set) var paragraphs = Rate()
  /// Predicted sentences seen again in the same document although the gold has them once.
  public private(set) var repeated = Rate()

  init(gold: GoldFolder, documents: [JSONValue]) {
    var predictedByPage: [String: [String]] = [:]
    for document in documents {
      let paragraphs = (document["paragraphs"]?.items ?? []).map { ComparableText.squeezed($0["text"]?.text ?? "") }
      predictedByPage[GoldFolder.page(of: document["document"]?.text ?? "")] = paragraphs
    }
    for (page, document) in gold.texts {
      let paragraphs = (document["paragraphs"]?.items ?? [])
        .filter { ["body", "list", "caption"].contains($0["kind"]?.text ?? "body") }
        .map { ComparableText.squeezed($0["text"]?.text ?? "") }
      add(gold: paragraphs, predicted: predictedByPage[page] ?? [])
    }
  }

  private mutating func add(gold: [String], predicted: [String]) {
    let goldSentences = gold.flatMap(Self.sentences)
    for sentence in goldSentences { sentences.count(predicted.contains { Self.contains($0, sentence) }) }
    let whole = Set(predicted)
    for paragraph in gold { paragraphs.count(whole.contains(paragraph)) }

    let predictedSentences = predicted.flatMap(Self.sentences)
    let allowed = Dictionary(goldSentences.map { ($0, 1) }, uniquingKeysWith: +)
    repeated.tries += predictedSentences.count
    for (sentence, count) in Dictionary(predictedSentences.map { ($0, 1) }, uniquingKeysWith: +) {
      repeated.hits += max(0, count - max(1, allowed[sentence] ?? 0))
    }
  }

  /// The sentences of eight characters or more, each with its closing marks.
  private static func sentences(_ text: String) -> [String] {
    let enders: Set<Unicode.Scalar> = ["。", "!", "?", ";", "…"]
    let closers: Set<Unicode.Scalar> = ["”", "’", "」", "』", ")"]
    let scalars = Array(text.unicodeScalars)
    var sentences: [String] = []
    var index = 0
    while index < scalars.count {
      let start = index
      while index < scalars.count, !enders.contains(scalars[index]) { index += 1 }
      guard index > start else {
        index += 1
        continue
      }
      while index < scalars.count, enders.contains(scalars[index]) { index += 1 }
      while index < scalars.count, closers.contains(scalars[index]) { index += 1 }
      if index - start >= 8 { sentences.append(String(String.UnicodeScalarView(scalars[start..<index]))) }
    }
    return sentences
  }

  private static func contains(_ text: String, _ part: String) -> Bool {
    let text = Array(text.utf8)
    let part = Array(part.utf8)
    guard let head = part.first, part.count <= text.count else { return false }
    return (0...text.count - part.count).contains {
      text[$0] == head && text[$0..<$0 + part.count].elementsEqual(part)
    }
  }
}
