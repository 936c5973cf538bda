/// A paragraph of a generated page as it was written, before any layout.
public struct GeneratedParagraph: Hashable, Sendable {
  public enum Kind: Sendable {
    case furniture, title, heading, byline, body, item, caption, sign
  }

  public var kind: Kind
  public var text: String
}

extension PageGenerator {
  /// The paragraphs of the page of an index, in the order of reading.
  public func paragraphs(at index: Int) -> [GeneratedParagraph] {
    var mixer = SplitMix64(seed: seed ^ (UInt64(index) &* 0xD1B5_4A32_D192_ED03))
    var story = StoryWriter(vocabulary: vocabulary, random: SplitMix64(seed: mixer.next()))
    return story.page().map { block in
      let kind: GeneratedParagraph.Kind =
        switch block.kind {
        case .furniture: .furniture
        case .title: .title
        case .heading: .heading
        case .byline: .byline
        case .body: .body
        case .item: .item
        case .caption: .caption
        case .sign: .sign
        }
      return GeneratedParagraph(kind: kind, text: String(decoding: block.utf8, as: UTF8.self))
    }
  }
}
