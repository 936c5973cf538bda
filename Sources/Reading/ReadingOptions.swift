import Values

/// What the user says of the inputs beforehand.
public struct ReadingOptions: Hashable, Sendable {
  /// The encoding of text inputs by any of its IANA names; `nil` to find it out.
  public var encoding: String?
  /// The publication date of all inputs; overrides dates printed on the page and in its name.
  public var published: CalendarDate?
  /// The elements of XML inputs that hold paragraphs, as a path without predicates: `//body/p`; `nil` for those of the
  /// formats that are known.
  public var xmlText: String?
  /// Bytes that an input may have at most.
  public var sizeLimit: Int

  public static let defaultSizeLimit = 256 << 20

  public init(
    encoding: String? = nil, published: CalendarDate? = nil, sizeLimit: Int = ReadingOptions.defaultSizeLimit,
    xmlText: String? = nil
  ) {
    self.encoding = encoding
    self.published = published
    self.sizeLimit = sizeLimit
    self.xmlText = xmlText
  }
}
