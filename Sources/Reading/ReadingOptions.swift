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
  /// The format of all documents; `nil` to tell it from the content, then from the name. What is packed is unpacked first.
  public var format: InputFormat?
  /// Bytes that a document may have at most.
  public var sizeLimit: Int
  /// Which fields of JSON objects say what.
  public var fields = FieldNames()
  /// What archives and compressed files may unpack to.
  public var limits = ContainerLimits()
  /// What tells the site from the article on web pages; `nil` for the words inside the binary.
  public var siteWords: SiteWords?

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

/// The fields of JSON objects that are read; of several names the first that an object has.
public struct FieldNames: Hashable, Sendable {
  /// The text of the document.
  public var text: [String]
  /// What names it; `nil` for the number of the line or object.
  public var id: String?
  /// When it was published.
  public var date: [String]

  public static let defaultText = ["text", "content"]
  public static let defaultDate = ["published", "date"]

  public init(
    text: [String] = FieldNames.defaultText, id: String? = nil, date: [String] = FieldNames.defaultDate
  ) {
    self.text = text
    self.id = id
    self.date = date
  }
}
