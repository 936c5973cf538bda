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
  /// - Parameter explains: Whether the repairs tell what decided, and the ends of paragraphs are listed too.
  public func restore(_ page: Page, explains: Bool = false) -> RestoredPage {
    let memory = PageMemory()
    return withExtendedLifetime(memory) {
      finish(assemble(page, in: memory, log: explains ? JoinLog() : nil), of: page, in: memory)
    }
  }

  /// The lines of a page put together.
  private struct Assembly {
    let drafts: [Deduplicator.Draft]
    let repairs: [Repair]
    let paragraphEnds: [Repair]
    /// Where some paragraph ends in the middle of a sentence.
    let unfinished: UnfinishedParagraphs?
  }

  /// Joins the lines of a page. What they and all that was learnt of them take up, most of the memory of a large page, is
  /// given back before the paragraphs are worked on.
  /// - Parameter memory: Where the characters of the drafts are kept.
  private func assemble(_ page: Page, in memory: PageMemory, log: JoinLog?) -> Assembly {
    let lineMemory = PageMemory()
    return withExtendedLifetime(lineMemory) {
      let read = self.lines(of: page, in: lineMemory)
      let sorted = InterleavedLines(continuity: LineContinuity(rules: rules)).sort(read.lines)
      var lines = sorted.lines
      RepeatedOpenings.mark(&lines, rules: rules)
      if !WholeParagraphs.areLines(lines) { ColumnWidths(lines).assign(to: &lines) }
      StoryOpening.mark(&lines, rules: rules)
      ItemRuns.mark(&lines, rules: rules)
      DoubleSpacing.mark(&lines)

      let scorer = JoinScorer(rules: rules, statistics: PageStatistics(lines), log: log)
      let assembly = join(lines, of: page, in: memory, scorer: scorer)
      let drafts = assembly.drafts()
      let unfinished = UnfinishedParagraphs(
        page: page, memory: memory, scorer: scorer, usesASCIIStops: read.usesASCIIStops)
      return Assembly(
        drafts: drafts, repairs: read.repairs + sorted.repairs + assembly.repairs(),
        paragraphEnds: log == nil ? [] : assembly.paragraphEnds(),
        unfinished: unfinished.areAmong(drafts) ? unfinished : nil)
    }
  }

  /// Decides which lines go on with which. What the page says of its characters is forgotten then, but for pages with
  /// unfinished paragraphs.
  private func join(
    _ lines: [TextLine], of page: Page, in memory: PageMemory, scorer: JoinScorer
  ) -> ParagraphAssembly {
    let built = FragmentBuilder(lines: lines, scorer: scorer).build()
    let links = FragmentMatcher(lines: lines, scorer: scorer).links(built.fragments)
    return ParagraphAssembly(
      lines: lines, fragments: built.fragments, joins: built.joins, links: links, page: page, rules: rules,
      scorer: scorer.log == nil ? nil : scorer, memory: memory)
  }

  /// The lines of a page without the heads that are printed again, and what was done to them.
  private func lines(
    of page: Page, in memory: PageMemory
  ) -> (
    lines: [TextLine], repairs: [Repair], usesASCIIStops: Bool
  ) {
    let plain = PlainForms(page.text.utf8, script: script)
    let read = reader.read(page, plain: plain, memory: memory)
    var lines = read.lines
    var repairs = plain.repairs + read.repairs
    TableFinder.mark(&lines)
    VerticalText.mark(&lines)
    let furniture = RunningFurniture.find(in: lines)
    for index in furniture.sorted() {
      repairs.append(
        Repair(
          kind: .runningFurniture, source: lines[index].start..<lines[index].end,
          evidence: "the head of the page is printed again"))
    }
    return (RunningFurniture.remove(furniture, from: lines), repairs, read.usesASCIIStops)
  }

  /// Drops what is said twice, joins what is unfinished still and cleans the paragraphs.
  private func finish(_ assembly: Assembly, of page: Page, in memory: PageMemory) -> RestoredPage {
    var repairs = assembly.repairs
    let reduced = Deduplicator().reduce(assembly.drafts)
    let finished =
      assembly.unfinished?.join(reduced.drafts) ?? Deduplicator.Result(drafts: reduced.drafts, repairs: [])
    repairs += reduced.repairs
    repairs += finished.repairs
    repairs += DisplayNumerals(rules: rules).notes(finished.drafts)

    let cleaner = ParagraphCleaner(rules: rules, memory: memory)
    var paragraphs: [Paragraph] = []
    paragraphs.reserveCapacity(finished.drafts.count)
    for draft in finished.drafts {
      let text = SourceText(cleaner.clean(draft.glyphs, kind: draft.kind, &repairs), of: page.text)
      guard !text.isEmpty else { continue }
      let copies = draft.copies.map { glyphs in
        var untold: [Repair] = []
        return SourceText(cleaner.clean(glyphs, kind: draft.kind, &untold), of: page.text)
      }
      paragraphs.append(Paragraph(text: text, kind: draft.kind, copies: copies))
    }
    return RestoredPage(paragraphs: paragraphs, repairs: repairs, paragraphEnds: assembly.paragraphEnds)
  }
}
