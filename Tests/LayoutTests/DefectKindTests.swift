import Foundation
import Reading
import SourceText
import TestSupport
import Testing

@testable import Layout

/// Each kind of defect, and each kind of text that looks like one and is none, on several pages of its own: the files in
/// `Kinds`, one a kind.
@Suite("Kinds of defects")
struct DefectKindTests {
  static let fixtures = (try? DefectFixture.all()) ?? []

  /// The kinds of the layout notes, and by which names the repair is counted. Kinds without a name need none: their text is
  /// left as it is, in paragraphs of their own.
  static let kinds: [String: [Repair.Kind]] = [
    "hard_wrap": [.hardWrap], "sentence_end_at_line_end_no_break": [.sentenceEndAtLineEndNoBreak],
    "blank_line_mid_sentence": [.blankLineMidSentence], "blank_line_every_line": [.blankLineEveryLine],
    "displaced_paragraph_break": [.displacedParagraphBreak], "missing_paragraph_break": [.missingParagraphBreak],
    "figure_cut_by_line": [.figureCutByLine], "open_pair_cut_by_line": [.openPairCutByLine],
    "spaced_cjk_line": [.spacedCjkLine], "digit_cjk_space": [.digitCjkSpace],
    "spaced_expression": [.spacedExpression], "overprint_heading": [.overprintHeading],
    "overprint_piecewise": [.overprintPiecewise], "overprint_digits": [.overprintDigits],
    "lost_display_digit": [.lostDisplayDigit], "orphan_display_digit": [.orphanDisplayDigit], "scattered_heading": [],
    "heading_after_body": [], "two_clause_heading_on_two_lines": [.twoClauseHeadingOnTwoLines],
    "wrapped_heading": [.wrappedHeading], "wrapped_list_item": [.wrappedListItem], "list_item_without_bullet": [],
    "bullet_space": [.bulletSpace], "narrow_drop_intro": [.narrowDropIntro],
    "column_width_change": [.columnWidthChange],
    "hanging_quote_blank": [.hangingQuoteBlank], "two_blocks_on_one_line": [.twoBlocksOnOneLine],
    "vertical_heading": [.verticalHeading], "name_spacing": [.nameSpacing], "furniture": [],
    "leading_space": [.leadingSpace], "blank_run": [.blankRun], "caption_interleaved": [], "text_in_photo": [],
    "title_in_body": [], "page_break_mid_word": [.pageBreakMidWord], "repeated_paragraph": [.repeatedParagraph],
    "repeated_tail_fragment": [.repeatedTailFragment], "side_story_interleaved": [],
    "space_only_line": [.spaceOnlyLine],
    "missing_headline": [], "misplaced_label": [], "detached_byline": [],
    // What looks like a defect and is none.
    "short_heading": [], "headline_space": [], "ellipsis_paragraph": [], "paragraph_without_full_stop": [], "typo": [],
    "shared_sentence": [], "punctuation_width": [], "repetition": [],
    // Beyond the notes.
    "interrupted_paragraph": [.interruptedParagraph], "running_furniture": [.runningFurniture],
    "near_copy": [.nearCopy],
    "width_folded": [.widthFolded], "radical_form": [.radicalForm], "vertical_form": [.verticalForm],
    "table_gap": [.tableGap], "columns_side_by_side": [.columnsSideBySide], "interleaved_lines": [.interleavedLines],
    "interleaved_column": [.interleavedColumn],
  ]

  /// Kinds that are beyond the notes have other tests too.
  static let few: Set<String> = [
    "interrupted_paragraph", "running_furniture", "width_folded", "radical_form", "vertical_form", "table_gap",
    "columns_side_by_side", "interleaved_lines", "interleaved_column",
  ]

  @Test("Paragraphs and the counts of repairs", arguments: fixtures)
  func comesBack(_ fixture: DefectFixture) {
    let restoration = Restoration(fixture.page)
    #expect(restoration.restored.paragraphs.map { "\($0.kind.rawValue): \($0.text.string)" } == fixture.paragraphs)
    let counts = restoration.restored.repairCounts.map { ($0.kind.rawValue, $0.count) }
    #expect(Dictionary(uniqueKeysWithValues: counts) == fixture.repairs)
    InvariantTests.expectOrigins(restoration)
  }

  @Test("Each repair is listed with its place and with what decided", arguments: fixtures)
  func isListed(_ fixture: DefectFixture) {
    let page = Restoration.page(fixture.page)
    let restored = Restoration.restorer.restore(page, explains: true)
    #expect(restored.paragraphs.map(\.text.string) == Restoration(fixture.page).texts)
    #expect(restored.repairs.count == fixture.repairs.values.reduce(0, +))
    for repair in restored.repairs {
      #expect(!repair.evidence.isEmpty, "\(repair.kind)")
      #expect(repair.source.lowerBound >= 0 && repair.source.upperBound <= page.text.utf8.count)
      #expect(!repair.source.isEmpty, "\(repair.kind) has no place")
    }
  }

  @Test("There are several pages of each kind, and most of a kind have its repair", arguments: kinds.keys.sorted())
  func areCovered(kind: String) throws {
    let own = Self.fixtures.filter { $0.kind == kind }
    #expect(own.count >= (Self.few.contains(kind) ? 1 : 3), "\(own.count) pages of \(kind)")
    let names = try #require(Self.kinds[kind]).map(\.rawValue)
    guard !names.isEmpty else { return }
    let repaired = own.count { fixture in names.contains { fixture.repairs[$0] != nil } }
    #expect(
      repaired >= min(3, own.count) || Self.few.contains(kind) && repaired >= 1, "\(repaired) pages with \(names)")
  }

  @Test("Every name that a repair is counted by is the repair of a kind")
  func namesAreComplete() {
    let named = Set(Self.kinds.values.flatMap(\.self))
    #expect(named == Set(Repair.Kind.allCases).subtracting([.paragraphEnd]))
    #expect(Set(Self.fixtures.map(\.kind)) == Set(Self.kinds.keys))
  }
}

/// A page, what it reads as, and which repairs are counted.
///
/// Several stand in one file: `=== title`, the page, `---`, a line `kind: text` for each paragraph (`⏎` is a line end of a
/// table), `--- repair count, …`. In pages `␠` is a space and `⇥` a tab where an editor would not show them.
struct DefectFixture: Sendable, CustomTestStringConvertible {
  let kind: String
  let title: String
  let page: String
  let paragraphs: [String]
  let repairs: [String: Int]

  var testDescription: String { "\(kind): \(title)" }

  static func all() throws -> [DefectFixture] {
    let folder = Project.path("Tests/LayoutTests/Kinds")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }.sorted()
    return try files.flatMap { file in
      let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
      return parse(text.split(separator: "\n", omittingEmptySubsequences: false), kind: String(file.dropLast(4)))
    }
  }

  private static func parse(_ lines: [Substring], kind: String) -> [DefectFixture] {
    var fixtures: [DefectFixture] = []
    var title = ""
    var page: [String] = []
    var paragraphs: [String]?
    for line in lines {
      if line.hasPrefix("=== ") {
        title = String(line.dropFirst(4))
        page = []
        paragraphs = nil
      } else if line == "---" {
        paragraphs = []
      } else if line.hasPrefix("--- ") {
        fixtures.append(
          DefectFixture(
            kind: kind, title: title, page: page.joined(separator: "\n"), paragraphs: paragraphs ?? [],
            repairs: counts(line.dropFirst(4))))
      } else if paragraphs != nil {
        paragraphs?.append(String(line.replacing("⏎", with: "\n")))
      } else {
        page.append(String(line.replacing("␠", with: " ").replacing("⇥", with: "\t")))
      }
    }
    return fixtures
  }

  private static func counts(_ text: Substring) -> [String: Int] {
    guard text != "nothing" else { return [:] }
    var counts: [String: Int] = [:]
    for part in text.split(separator: ", ") {
      let words = part.split(separator: " ")
      if words.count == 2, let count = Int(words[1]) { counts[String(words[0])] = count }
    }
    return counts
  }
}
