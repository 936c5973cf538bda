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

/// One repair of a page.
public struct Repair: Hashable, Sendable {
  /// The kind as `LAYOUT` names it: `hard_wrap`, `overprint_heading`, …
  public let kind: String
  /// Bytes of the decoded input that were joined, cut or dropped.
  public let source: Range<Int>
  /// Why, for people: the evidence that decided.
  public let evidence: String

  public init(kind: String, source: Range<Int>, evidence: String) {
    self.kind = kind
    self.source = source
    self.evidence = evidence
  }
}

/// A page put back: paragraphs in reading order and what was done to get them.
public struct RestoredPage: Sendable {
  public var paragraphs: [Paragraph]
  /// In the order of the input.
  public var repairs: [Repair]
  /// Where paragraphs end at a blank line, in the order of the input: no repairs, but with what decided; empty where nobody
  /// asked for them.
  public var paragraphEnds: [Repair]

  public init(paragraphs: [Paragraph], repairs: [Repair], paragraphEnds: [Repair] = []) {
    self.paragraphs = paragraphs
    self.repairs = repairs
    self.paragraphEnds = paragraphEnds
  }
}
