import SourceText

/// A paragraph as the printed page had it.
public struct Paragraph: Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case title, heading, body, caption, byline, list, table, furniture
  }

  /// Repaired text; its origins are the decoded input, in bytes.
  public var text: SourceText
  public var kind: Kind
  /// Where the page says the same paragraph again: the dropped copies, each with its own origins.
  public var copies: [SourceText]

  public init(text: SourceText, kind: Kind, copies: [SourceText] = []) {
    self.text = text
    self.kind = kind
    self.copies = copies
  }
}
