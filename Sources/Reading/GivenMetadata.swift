import Values

/// What is said of a document beside its text, by a file next to it or by the fields of its record; it goes before what
/// the document itself prints.
public struct GivenMetadata: Hashable, Sendable {
  public var published: CalendarDate?
  public var title: String?
  /// The page number as printed: `3`, `A06`.
  public var page: String?
  /// Where it was taken from: the name of the paper, an address.
  public var source: String?
  /// The place that the page is of: what 全市 and 全区 mean where the text does not say.
  public var region: String?

  public init() {}

  /// What this leaves open is filled in from another.
  public func completed(by other: GivenMetadata) -> GivenMetadata {
    var completed = self
    completed.published = published ?? other.published
    completed.title = title ?? other.title
    completed.page = page ?? other.page
    completed.source = source ?? other.source
    completed.region = region ?? other.region
    return completed
  }

  /// The date that a text names, written in any of the usual ways: `2024-02-08 10:30`, `20240208`, `2024年2月8日`.
  public static func date(in text: String) -> CalendarDate? {
    CalendarDateParser.dates(in: FoldedLine(Array(text.utf8.prefix(256)))).first?.date
      ?? FileNameDate.find(in: String(text.prefix(64)))
  }
}
