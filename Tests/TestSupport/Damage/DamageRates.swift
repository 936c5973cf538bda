/// How often each kind of damage is done, in percent of the places where it can be done.
public struct DamageRates: Sendable {
  /// Blank lines before lines that hold digits, and before lines that begin with a quote.
  public var blankBeforeDigits = 25
  public var blankBeforeQuote = 40
  /// Blank lines in the middle of a sentence elsewhere.
  public var blankElsewhere = 2
  /// Paragraphs with a blank line after every line.
  public var blankEveryLine = 3
  /// Paragraphs whose blank line stands after their first line, and paragraphs without one.
  public var displacedBreak = 10
  public var missingBreak = 25
  public var leadingSpace = 4
  /// Lines with their letters set apart, and spaces between figures and text.
  public var spacedLine = 8
  public var digitSpace = 15
  /// Spaces inside numerals.
  public var spacedNumeral = 4
  /// Pages with full-width figures.
  public var fullWidthPage = 15
  public var overprint = 40
  public var piecewiseOverprint = 10
  public var verticalHeading = 10
  public var narrowIntro = 8
  /// Paragraphs cut in the middle of a sentence by a heading or a caption, or by the head of the page.
  public var interruption = 8
  public var runningFurniture = 6
  public var repeatedParagraph = 4
  public var repeatedTail = 4
  public var bylineOnLastLine = 5
  public var bulletSpace = 40
  public var spaceOnlyLine = 3
  /// Headings of two clauses set on two lines, and long ones that are wrapped.
  public var twoClauseLines = 30
  public var wrappedHeading = 50
  /// Display numerals: doubled beside an overprinted heading, alone, and lost.
  public var doubledDigits = 8
  public var orphanDigit = 3
  public var lostDigit = 4
  /// Headings that stand behind the first paragraph, behind the story, or at the end of the page; and none.
  public var titleInBody = 5
  public var headingAfterBody = 6
  public var scatteredHeading = 6
  public var missingHeadline = 5
  public var misplacedLabel = 4
  public var detachedByline = 15
  public var sideStory = 8
  /// Names of two characters with a space in them.
  public var nameSpacing = 50
  /// Banners and signs read out of a picture.
  public var photoText = 25
  public var columnChange = 5
  public var nearCopy = 3
  public var ellipsis = 3

  public init() {}

  /// As on the real pages.
  public static let real = DamageRates()
}
