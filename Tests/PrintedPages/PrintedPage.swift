import GeneratedPages

/// A newspaper page made to be printed: what stands on it is known, and how it is set comes from a seed.
public struct PrintedPage: Sendable {
  public var name: String
  public var html: String
  public var truth: PageTruth
}

/// What a page says: paragraphs that belong together, each group in the order of reading.
public struct PageTruth: Codable, Hashable, Sendable {
  /// A story with its headline, a side box, a caption, a line of the head of the page.
  public struct Group: Codable, Hashable, Sendable {
    public var paragraphs: [String]
    /// The first paragraphs are headlines: kicker, title, subtitle.
    public var headlines: Int

    /// Stands among the text of another story.
    public var isBox: Bool

    public init(_ paragraphs: [String], headlines: Int = 0, isBox: Bool = false) {
      self.paragraphs = paragraphs
      self.headlines = headlines
      self.isBox = isBox
    }
  }

  public var groups: [Group] = []
}

/// How a page is set.
public struct PageDesign: Sendable {
  public var columns = 4
  /// In points.
  public var size = 10.0
  public var columnWidth = 14
  public var gutter = 1.8
  public var leading = 1.55
  public var isJustified = true
  /// Paragraphs by a first line set in by two characters; by space between them where not.
  public var isIndented = true
  public var serif = true
  public var hasRules = false
  /// Between stories above each other.
  public var storyGap = 2.0
  /// First lines are set in by two wide spaces instead of by the style.
  public var indentsBySpaces = false
  /// Subheadings are as large as the text.
  public var hasPlainSubheads = false
  /// Headlines are spaced out.
  public var headlineSpacing = 0.0
  /// All stories are in vertical writing, in bands.
  public var isVertical = false

  public init() {}

  /// A design of a seed.
  public init(random: inout some RandomNumberGenerator, columns: Int) {
    self.columns = columns
    size = Double.random(in: 8.5...11.5, using: &random)
    columnWidth = Int.random(in: columns == 1 ? 24...36 : 11...18, using: &random)
    gutter = Double.random(in: 1.0...2.4, using: &random)
    leading = Double.random(in: 1.3...1.75, using: &random)
    isJustified = Int.random(in: 0..<10, using: &random) < 8
    isIndented = Int.random(in: 0..<10, using: &random) < 8
    serif = Int.random(in: 0..<10, using: &random) < 7
    hasRules = Int.random(in: 0..<10, using: &random) < 3
    storyGap = Double.random(in: 1.3...2.4, using: &random)
    indentsBySpaces = Int.random(in: 0..<10, using: &random) < 3
    hasPlainSubheads = Int.random(in: 0..<10, using: &random) < 3
    headlineSpacing = Int.random(in: 0..<10, using: &random) < 2 ? 0.12 : 0
    isVertical = columns > 1 && Int.random(in: 0..<12, using: &random) == 0
  }
}

/// A story to be set.
struct PrintedStory {
  enum Part {
    case body(String)
    case subhead(String)
    case item(String)
    case picture(caption: String)
    case box(title: String, paragraphs: [String])
  }

  var kicker: String?
  var title: String
  var byline: String?
  var parts: [Part]
}
