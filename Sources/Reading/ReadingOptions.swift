import Values

/// What the user says of the inputs beforehand.
public struct ReadingOptions: Hashable, Sendable {
  /// The encoding of text inputs by any of its IANA names; `nil` to find it out.
  public var encoding: String?
  /// The publication date of all inputs; overrides dates printed on the page and in its name.
  public var published: CalendarDate?
  /// Bytes that an input may have at most.
  public var sizeLimit: Int

  public static let defaultSizeLimit = 256 << 20

  public init(
    encoding: String? = nil, published: CalendarDate? = nil, sizeLimit: Int = ReadingOptions.defaultSizeLimit
  ) {
    self.encoding = encoding
    self.published = published
    self.sizeLimit = sizeLimit
  }
}
