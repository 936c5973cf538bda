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
    return withExtendedLifetime(memory) { restore(page, in: memory, log: explains ? JoinLog() : nil) }
  }

  private func restore(_ page: Page, in memory: PageMemory, log: JoinLog?) -> RestoredPage {
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
    lines = RunningFurniture.remove(furniture, from: lines)
    let sorted = InterleavedLines(continuity: LineContinuity(rules: rules)).sort(lines)
    lines = sorted.lines
    repairs += sorted.repairs
    ColumnWidths(lines).assign(to: &lines)
    StoryOpening.mark(&lines, rules: rules)
    ItemRuns.mark(&lines, rules: rules)
    DoubleSpacing.mark(&lines)

    let scorer = JoinScorer(rules: rules, statistics: PageStatistics(lines), log: log)
    let built = FragmentBuilder(lines: lines, scorer: scorer).build()
    let links = FragmentMatcher(lines: lines, scorer: scorer).links(built.fragments)
    let assembly = ParagraphAssembly(
      lines: lines, fragments: built.fragments, joins: built.joins, links: links, page: page,
      scorer: scorer, memory: memory)
    let reduced = Deduplicator().reduce(assembly.drafts())
    repairs += assembly.repairs()
    repairs += reduced.repairs
    repairs += DisplayNumerals(rules: rules).notes(reduced.drafts)

    let cleaner = ParagraphCleaner(rules: rules, memory: memory)
    var paragraphs: [Paragraph] = []
    paragraphs.reserveCapacity(reduced.drafts.count)
    for draft in reduced.drafts {
      let text = SourceText(cleaner.clean(draft.glyphs, kind: draft.kind, &repairs), of: page.text)
      guard !text.isEmpty else { continue }
      let copies = draft.copies.map { glyphs in
        var untold: [Repair] = []
        return SourceText(cleaner.clean(glyphs, kind: draft.kind, &untold), of: page.text)
      }
      paragraphs.append(Paragraph(text: text, kind: draft.kind, copies: copies))
    }
    return RestoredPage(
      paragraphs: paragraphs, repairs: repairs, paragraphEnds: log == nil ? [] : assembly.paragraphEnds())
  }
}
