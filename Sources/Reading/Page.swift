import SourceText
import Values

/// One input as it was printed: decoded lines, their places, and what is known of the page as a whole.
public struct Page: Sendable {
  /// The decoded text of the whole input; its origins are the decoded input itself.
  public var text: SourceText
  /// In the order of the input; blank lines are kept, line ends are not part of a line.
  public var lines: [Line]
  public var locator: Locator
  public var metadata: PageMetadata

  public init(text: SourceText, lines: [Line], locator: Locator, metadata: PageMetadata = PageMetadata()) {
    self.text = text
    self.lines = lines
    self.locator = locator
    self.metadata = metadata
  }
}

/// How a place in the input is told to the user.
public enum Locator: Hashable, Sendable {
  /// Unicode scalars of the decoded file.
  case scalars
  /// The line number of the input file: HTML, whose text is not the file's characters in a row.
  case lines
  /// Page number and box, from formats with geometry.
  case boxes
}

/// One line of a page.
public struct Line: Sendable {
  /// Bytes of the page's text.
  public var range: Range<Int>
  /// The line number in the input file, from 1.
  public var number: Int
  /// Where the line stands on the printed page, where the format has geometry.
  public var box: Box?
  /// The input format says that a paragraph begins and ends with this line (`<p>`): nothing is joined or cut.
  public var isWholeParagraph: Bool
  /// Which paragraph of the page the geometry says it belongs to, from 0; lines of one paragraph follow each other.
  /// A blank line, whose paragraph is `nil`, stands between two. `nil` throughout where the format has no geometry.
  public var paragraph: Int?
  /// The type shows where its paragraph begins and ends: nothing is joined to the paragraph or cut off.
  public var isSettled = false
  /// What its type says it is; `nil` where that is not known.
  public var style: Style?

  /// Told by the size of the type and its place.
  public enum Style: Sendable { case heading, caption }

  public init(range: Range<Int>, number: Int, box: Box? = nil, isWholeParagraph: Bool = false) {
    self.range = range
    self.number = number
    self.box = box
    self.isWholeParagraph = isWholeParagraph
  }
}

/// A rectangle on a page, in the units of the input format; y grows downwards.
public struct Box: Hashable, Sendable {
  /// From 1.
  public var page: Int
  public var x0: Double
  public var y0: Double
  public var x1: Double
  public var y1: Double

  public init(page: Int, x0: Double, y0: Double, x1: Double, y1: Double) {
    self.page = page
    self.x0 = x0
    self.y0 = y0
    self.x1 = x1
    self.y1 = y1
  }
}

/// What an input says of itself.
public struct PageMetadata: Hashable, Sendable {
  /// `text`, `html`, `alto`, …
  public var format: String
  /// The IANA name of the encoding the input was decoded from.
  public var encoding: String
  /// Publication date: printed on the page, in the file's name, or given by the user.
  public var published: CalendarDate?
  public var title: String?
  /// The page number as printed, without 第, 版 and the like: `3`, `A06`.
  public var pageNumber: String?
  /// Where it was taken from, and the place that it is of: said beside the document only.
  public var source: String?
  public var region: String?
  /// Bytes at the end of the input that begin a character and do not end it: left out.
  public var truncatedBytes = 0
  /// Malformed sequences of a web page that U+FFFD stands for.
  public var replacedSequences = 0
  /// Characters printed over themselves, as shadows or to make them bold: left out.
  public var overprintedCharacters = 0

  public init(
    format: String = "text", encoding: String = "UTF-8", published: CalendarDate? = nil, title: String? = nil,
    pageNumber: String? = nil
  ) {
    self.format = format
    self.encoding = encoding
    self.published = published
    self.title = title
    self.pageNumber = pageNumber
  }

  /// What is said beside the document goes before what it says itself.
  mutating func take(_ given: GivenMetadata) {
    published = given.published ?? published
    title = given.title ?? title
    pageNumber = given.page ?? pageNumber
    source = given.source
    region = given.region
  }
}
