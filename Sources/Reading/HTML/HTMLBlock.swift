/// A run of text that the markup sets apart: a paragraph, a heading, a row of a table.
struct HTMLBlock {
  /// A part of a block between line breaks.
  struct Segment {
    var utf8: [UInt8] = []
    /// The line of the file on which it begins.
    var line = 0
    /// Begins with two or more spaces of any kind: the indent of a paragraph.
    var isIndented = false
    /// Line breaks between the segment before and this one.
    var breaks = 0
  }

  enum Kind: Hashable {
    case text
    case paragraph
    case heading(Int)
    case listItem
    case row
    case caption
  }

  var kind: Kind
  /// The index of the element that holds it.
  var node: Int
  var segments: [Segment] = []
  /// Scalars that are not white space.
  var length = 0
  /// Of them, those inside links.
  var linkLength = 0
  /// Of them, those in large type.
  var largeLength = 0
  /// Punctuation marks of sentences.
  var marks = 0
  /// Inside nav, footer, aside, or an element whose class says the like.
  var isAside = false
  var isHeadline = false
  /// An empty paragraph stands before it.
  var followsBlank = false

  /// Mostly links, and no sentence that happens to hold one.
  var isLink: Bool {
    linkShare > 0.5 && (linkShare > 0.9 || !(segments.last.map { HTMLParagraphs.endsSentence($0.utf8) } ?? false))
  }

  var linkShare: Double { length == 0 ? 0 : Double(linkLength) / Double(length) }

  /// The segments with nothing between.
  var utf8: [UInt8] { Array(segments.map(\.utf8).joined()) }

  var string: String { String(decoding: utf8, as: UTF8.self) }

  /// Every segment by itself.
  var strings: [String] { segments.map { String(decoding: $0.utf8, as: UTF8.self) } }
}
