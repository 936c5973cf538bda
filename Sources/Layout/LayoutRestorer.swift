import Reading
import Rules
import SourceText

/// Puts a page back: joins, cuts and drops lines until the text reads as it was printed.
public struct LayoutRestorer: Sendable {
  private let rules: LayoutRules
  private let script: ScriptFolding
  private let reader: LineReader

  /// Errors: `RuleError` where `layout.yaml`, `pairs.yaml` or `script.yaml` is wrong.
  public init(rules: RulePack) throws(RuleError) {
    try self.init(rules: rules, folding: ScriptFolding(rules: rules))
  }

  /// - Parameter folding: That of the same rules, where it is loaded already.
  public init(rules: RulePack, folding: ScriptFolding) throws(RuleError) {
    self.rules = try LayoutRules(rules: rules)
    script = folding
    reader = LineReader(rules: self.rules, classifier: LineClassifier(rules: self.rules))
  }

  /// The paragraphs of a page in reading order, and what was done to get them. Nothing is added: every character of the
  /// result is a character of the page, up to its width.
  ///
  /// - Parameter explains: Whether the ends of paragraphs are listed too, with what decided; repairs always are.
  public func restore(_ page: Page, explains: Bool = false) -> RestoredPage {
    let plain = PlainForms(page.text.utf8, script: script)
    let read = reader.read(page, utf8: plain.utf8, shadow: plain.shadow)
    var lines = read.lines
    var repairs = plain.repairs + read.repairs
    TableFinder.mark(&lines)
    VerticalText.mark(&lines)
    let furniture = RunningFurniture.find(in: lines)
    for index in furniture.sorted() {
      repairs.append(
        Repair(
          kind: "running_furniture", source: lines[index].start..<lines[index].end,
          evidence: "the head of the page is printed again"))
    }
    lines = RunningFurniture.remove(furniture, from: lines)
    let sorted = InterleavedLines(continuity: LineContinuity(rules: rules)).sort(lines)
    lines = sorted.lines
    repairs += sorted.repairs
    ColumnWidths(lines).assign(to: &lines)
    StoryOpening.mark(&lines, rules: rules)
    ItemRuns.mark(&lines, pairs: rules.pairs)

    let scorer = JoinScorer(rules: rules, statistics: PageStatistics(lines))
    let fragments = FragmentBuilder(lines: lines, scorer: scorer).build()
    let links = FragmentMatcher(lines: lines, scorer: scorer).links(fragments)
    let assembly = ParagraphAssembly(lines: lines, fragments: fragments, links: links, page: page, scorer: scorer)
    let reduced = Deduplicator().reduce(assembly.drafts())
    repairs += assembly.repairs() + reduced.repairs

    let cleaner = ParagraphCleaner(rules: rules)
    var paragraphs: [Paragraph] = []
    for draft in reduced.drafts {
      let cleaned = cleaner.clean(draft.glyphs, kind: draft.kind)
      repairs += cleaned.repairs
      var text = SourceText()
      text.append(cleaned.glyphs, of: page.text)
      guard !text.isEmpty else { continue }
      let copies = draft.copies.map { glyphs in
        var copy = SourceText()
        copy.append(cleaner.clean(glyphs, kind: draft.kind).glyphs, of: page.text)
        return copy
      }
      paragraphs.append(Paragraph(text: text, kind: draft.kind, copies: copies))
    }
    repairs.sort {
      ($0.source.lowerBound, $0.source.upperBound, $0.kind) < ($1.source.lowerBound, $1.source.upperBound, $1.kind)
    }
    return RestoredPage(
      paragraphs: paragraphs, repairs: repairs, paragraphEnds: explains ? assembly.paragraphEnds() : [])
  }
}

extension ParagraphCleaner {
  /// Cleans a paragraph of a kind.
  func clean(_ glyphs: [Glyph], kind: Paragraph.Kind) -> Result {
    switch kind {
    case .body, .list: clean(glyphs, isRunning: true)
    case .caption: clean(glyphs, isRunning: true, isCaption: true)
    case .table: table(glyphs)
    case .title, .heading, .byline, .furniture: clean(glyphs, isRunning: false)
    }
  }
}
