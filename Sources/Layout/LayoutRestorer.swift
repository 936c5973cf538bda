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
      var read = self.lines(of: page, in: lineMemory)
      read.repairs += InterleavedLines(continuity: LineContinuity(rules: rules)).sort(&read.lines)
      RepeatedOpenings.mark(&read.lines, rules: rules)
      if !WholeParagraphs.areLines(read.lines) { ColumnWidths(read.lines).assign(to: &read.lines) }
      StoryOpening.mark(&read.lines, rules: rules)
      HeadlineLines.mark(&read.lines, rules: rules)
      ItemRuns.mark(&read.lines, rules: rules)
      DoubleSpacing.mark(&read.lines)

      let joined = join(read, of: page, in: memory, log: log)
      let drafts = joined.assembly.drafts()
      return Assembly(
        drafts: drafts, repairs: read.repairs + joined.assembly.repairs(),
        paragraphEnds: log == nil ? [] : joined.assembly.paragraphEnds(),
        unfinished: joined.unfinished.areAmong(drafts) ? joined.unfinished : nil)
    }
  }

  /// Decides which lines go on with which. What the page says of its characters is forgotten then, but for what
  /// unfinished paragraphs are joined by.
  private func join(
    _ read: LineReader.Result, of page: Page, in memory: PageMemory, log: JoinLog?
  ) -> (assembly: ParagraphAssembly, unfinished: UnfinishedParagraphs) {
    let lines = read.lines
    let scorer = JoinScorer(rules: rules, statistics: PageStatistics(lines), log: log)
    let built = FragmentBuilder(lines: lines, scorer: scorer).build()
    let links = FragmentMatcher(lines: lines, scorer: scorer).links(built.fragments)
    let assembly = ParagraphAssembly(
      lines: lines, fragments: built.fragments, joins: built.joins, links: links, page: page, rules: rules,
      scorer: log == nil ? nil : scorer, memory: memory)
    let unfinished = UnfinishedParagraphs(
      page: page, memory: memory, scorer: scorer, usesASCIIStops: read.usesASCIIStops)
    return (assembly, unfinished)
  }

  /// The lines of a page without the heads that are printed again, and what was done to them.
  private func lines(of page: Page, in memory: PageMemory) -> LineReader.Result {
    let plain = PlainForms(page.text.utf8, script: script)
    var read = reader.read(page, plain: plain, memory: memory)
    TableFinder.mark(&read.lines)
    VerticalText.mark(&read.lines)
    let furniture = RunningFurniture.find(in: read.lines)
    read.repairs = plain.repairs + read.repairs
    for index in furniture.sorted() {
      read.repairs.append(
        Repair(
          kind: .runningFurniture, source: read.lines[index].start..<read.lines[index].end,
          evidence: "the head of the page is printed again"))
    }
    RunningFurniture.remove(furniture, from: &read.lines)
    return read
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
