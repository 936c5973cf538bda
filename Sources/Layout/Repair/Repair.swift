/// One repair of a page.
public struct Repair: Hashable, Sendable {
  /// What was wrong.
  public enum Kind: String, CaseIterable, Sendable {
    case hardWrap = "hard_wrap"
    case blankLineMidSentence = "blank_line_mid_sentence"
    case blankLineEveryLine = "blank_line_every_line"
    case displacedParagraphBreak = "displaced_paragraph_break"
    case blankRun = "blank_run"
    case pageBreakMidWord = "page_break_mid_word"
    case hangingQuoteBlank = "hanging_quote_blank"
    case sentenceEndAtLineEndNoBreak = "sentence_end_at_line_end_no_break"
    case figureCutByLine = "figure_cut_by_line"
    case openPairCutByLine = "open_pair_cut_by_line"
    case wrappedListItem = "wrapped_list_item"
    case columnWidthChange = "column_width_change"
    case narrowDropIntro = "narrow_drop_intro"
    case interruptedParagraph = "interrupted_paragraph"
    case interleavedColumn = "interleaved_column"
    case missingParagraphBreak = "missing_paragraph_break"
    case twoBlocksOnOneLine = "two_blocks_on_one_line"
    case leadingSpace = "leading_space"
    case spaceOnlyLine = "space_only_line"
    case runningFurniture = "running_furniture"
    case verticalHeading = "vertical_heading"
    case twoClauseHeadingOnTwoLines = "two_clause_heading_on_two_lines"
    case wrappedHeading = "wrapped_heading"
    case overprintHeading = "overprint_heading"
    case overprintPiecewise = "overprint_piecewise"
    case overprintDigits = "overprint_digits"
    case repeatedParagraph = "repeated_paragraph"
    case repeatedTailFragment = "repeated_tail_fragment"
    case nearCopy = "near_copy"
    case bulletSpace = "bullet_space"
    case digitCjkSpace = "digit_cjk_space"
    case spacedCjkLine = "spaced_cjk_line"
    case spacedExpression = "spaced_expression"
    case nameSpacing = "name_spacing"
    case tableGap = "table_gap"
    case columnsSideBySide = "columns_side_by_side"
    case interleavedLines = "interleaved_lines"
    case widthFolded = "width_folded"
    case radicalForm = "radical_form"
    case verticalForm = "vertical_form"
    /// No repair: a numeral of display type that stands apart from the heading it counts, which is left where it is.
    case orphanDisplayDigit = "orphan_display_digit"
    /// No repair: a heading whose numeral was no text, which is not made up.
    case lostDisplayDigit = "lost_display_digit"
    /// No repair: where a paragraph ends, for people who ask why.
    case paragraphEnd = "paragraph_end"

    /// The place of the case in the list.
    var ordinal: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
  }

  public let kind: Kind
  /// Bytes of the decoded input that were joined, cut or dropped.
  public let source: Range<Int>
  /// Why, for people: the evidence that decided; empty where it was not asked for.
  public let evidence: String

  public init(kind: Kind, source: Range<Int>, evidence: String = "") {
    self.kind = kind
    self.source = source
    self.evidence = evidence
  }
}

/// A page put back: paragraphs in reading order and what was done to get them.
public struct RestoredPage: Sendable {
  public let paragraphs: [Paragraph]
  /// Where paragraphs end at a blank line, in the order of the input: no repairs, but with what decided; empty where nobody
  /// asked for them.
  public let paragraphEnds: [Repair]
  private let unsorted: [Repair]

  public init(paragraphs: [Paragraph], repairs: [Repair], paragraphEnds: [Repair] = []) {
    self.paragraphs = paragraphs
    self.paragraphEnds = paragraphEnds
    unsorted = repairs
  }

  /// In the order of the input.
  public var repairs: [Repair] {
    unsorted.sorted {
      ($0.source.lowerBound, $0.source.upperBound, $0.kind.rawValue)
        < ($1.source.lowerBound, $1.source.upperBound, $1.kind.rawValue)
    }
  }

  /// How many repairs there are of each kind that there are any of.
  public var repairCounts: [(kind: Repair.Kind, count: Int)] {
    var counts = [Int](repeating: 0, count: Repair.Kind.allCases.count)
    for repair in unsorted { counts[repair.kind.ordinal] += 1 }
    return zip(Repair.Kind.allCases, counts).filter { $0.1 > 0 }.map { (kind: $0, count: $1) }
  }
}
