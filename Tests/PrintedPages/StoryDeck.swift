import GeneratedPages

/// Deals out stories of generated pages, cut to the length that is wanted.
struct StoryDeck {
  private let generator: PageGenerator
  private var next = 0
  private var waiting: [PrintedStory] = []

  init(seed: UInt64) { generator = PageGenerator(seed: seed) }

  /// - Parameter length: How many body paragraphs at most.
  mutating func story(length: Int) -> PrintedStory {
    if waiting.isEmpty {
      waiting = Self.stories(generator.paragraphs(at: next))
      next += 1
    }
    var story = waiting.removeLast()
    var count = 0
    story.parts = story.parts.filter { part in
      count += 1
      return count <= length
    }
    // A subhead with nothing under it is none.
    while case .subhead? = story.parts.last { story.parts.removeLast() }
    return story
  }

  private static func stories(_ paragraphs: [GeneratedParagraph]) -> [PrintedStory] {
    var stories: [PrintedStory] = []
    var titles: [String] = []
    for paragraph in paragraphs {
      switch paragraph.kind {
      case .title: titles.append(paragraph.text)
      case .byline:
        stories.append(
          PrintedStory(
            kicker: titles.count > 1 ? titles[0] : nil, title: titles.last ?? "", byline: paragraph.text, parts: []))
        titles = []
      case .furniture, .sign: break
      case .body: stories[stories.count - 1].parts.append(.body(paragraph.text))
      case .heading: stories[stories.count - 1].parts.append(.subhead(paragraph.text))
      case .item: stories[stories.count - 1].parts.append(.item(paragraph.text))
      case .caption: stories[stories.count - 1].parts.append(.picture(caption: paragraph.text))
      }
    }
    return stories
  }
}
