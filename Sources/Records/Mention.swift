import Reading

/// One place that states a fact.
public struct Mention: Hashable, Sendable {
  /// Where the figure stands in the input.
  public enum Source: Hashable, Sendable {
    /// Unicode scalars of the decoded file.
    case scalars(Range<Int>)
    /// The same for a figure whose parts have something else printed between them (a caption in the middle of a
    /// column): each part, in the order of the figure.
    case pieces([Range<Int>])
    /// Line of the input file, from 1.
    case line(Int)
    /// Place on a page, in the units of the input format.
    case box(Box)
  }

  /// The name of the document: its path relative to the input folder.
  public var document: String
  /// Index of the paragraph in its document.
  public var paragraph: Int
  /// Unicode scalars of the paragraph's text that the figure takes up.
  public var range: Range<Int>
  /// The words that say the fact, as repaired.
  public var quote: String
  public var source: Source
  /// The id of the rule that read it.
  public var rule: String

  public init(document: String, paragraph: Int, range: Range<Int>, quote: String, source: Source, rule: String) {
    self.document = document
    self.paragraph = paragraph
    self.range = range
    self.quote = quote
    self.source = source
    self.rule = rule
  }
}

extension Mention: Comparable {
  /// By document (bytes of its name), paragraph and place; what is left is settled by source, quote and rule.
  public static func < (left: Mention, right: Mention) -> Bool {
    if left.document != right.document { return left.document.precedesByBytes(right.document) }
    if left.paragraph != right.paragraph { return left.paragraph < right.paragraph }
    if left.range != right.range {
      return (left.range.lowerBound, left.range.upperBound) < (right.range.lowerBound, right.range.upperBound)
    }
    if left.source != right.source { return left.source.order.lexicographicallyPrecedes(right.source.order) }
    if left.quote != right.quote { return left.quote.precedesByBytes(right.quote) }
    return left.rule.precedesByBytes(right.rule)
  }
}

extension Mention.Source {
  fileprivate var order: [Double] {
    switch self {
    case .scalars(let range): [0, Double(range.lowerBound), Double(range.upperBound)]
    case .pieces(let pieces): pieces.reduce(into: [0]) { $0 += [Double($1.lowerBound), Double($1.upperBound)] }
    case .line(let line): [1, Double(line)]
    case .box(let box): [2, Double(box.page), box.y0, box.x0, box.y1, box.x1]
    }
  }
}
