import Dispatch
import Figures
import Indicators
import Layout
import Reading
import Records
import Rules
import SourceText
import Synchronization
import Values

/// The road of one document, from a page to its records: built once from the rules, used by every worker.
public struct DocumentRoad: Sendable {
  /// For the reader of the page.
  public let siteWords: SiteWords
  public let restorer: LayoutRestorer
  public let recognizer: FigureRecognizer
  public let interpreter: IndicatorInterpreter

  /// Errors: `RuleError` where a rule file is wrong.
  public init(rules: RulePack) throws(RuleError) {
    let folding = try ScriptFolding(rules: rules)
    let (text, indicators) = try Self.loadTogether(
      { () throws(RuleError) in
        (
          try LayoutRestorer(rules: rules, folding: folding), try FigureRecognizer(rules: rules, folding: folding),
          try SiteWords(rules: rules, folding: folding)
        )
      },
      { () throws(RuleError) in try IndicatorRules(rules: rules, folding: folding) })
    (restorer, recognizer, siteWords) = text
    interpreter = IndicatorInterpreter(rules: indicators, recognizer: recognizer)
  }

  /// Loads two halves of the rules side by side: parsing them is what the start of a run waits for.
  private static func loadTogether<First: Sendable, Second: Sendable>(
    _ first: @Sendable () throws(RuleError) -> First, _ second: @Sendable () throws(RuleError) -> Second
  ) throws(RuleError) -> (First, Second) {
    let loaded = Mutex<(first: Result<First, RuleError>?, second: Result<Second, RuleError>?)>((nil, nil))
    DispatchQueue.concurrentPerform(iterations: 2) { half in
      if half == 0 {
        let result = Result(catching: first)
        loaded.withLock { $0.first = result }
      } else {
        let result = Result(catching: second)
        loaded.withLock { $0.second = result }
      }
    }
    let results = loaded.withLock { $0 }
    guard let first = results.first, let second = results.second else { preconditionFailure("both halves were run") }
    return (try first.get(), try second.get())
  }

  /// Everything that the page says, with its place.
  /// - Parameter name: The name of the document in its mentions.
  public func extract(_ page: consuming Page, name: String) -> ExtractedDocument {
    let restored = restorer.restore(page, explains: false)
    let paragraphs = restored.paragraphs
    let repairs = restored.repairCounts
    let metadata = page.metadata
    let published = metadata.published
    // The lines of a large page take up much, and are needed no more.
    let locator = SourceLocator(copy page)
    _ = consume page
    let shadows = paragraphs.map { recognizer.shadow(of: $0.text.utf8) }
    let figures = shadows.map { recognizer.figures(in: $0, published: published) }
    let observations = interpreter.observations(
      in: paragraphs, shadows: shadows.map(\.shadow), figures: figures, published: published, region: metadata.region)
    var mentions = MentionBuilder(document: name, locator: locator, paragraphs: paragraphs)
    var statements: [(fact: Fact, mention: Mention)] = []
    statements.reserveCapacity(observations.count)
    observations.withUnsafeBufferPointer { observations in
      for index in observations.indices { mentions.append(observations[index], to: &statements) }
    }
    return ExtractedDocument(
      name: name, metadata: metadata, paragraphs: paragraphs, repairs: repairs,
      figures: figures, observations: observations, records: DocumentRecords(statements))
  }
}

/// What was read out of one document.
public struct ExtractedDocument: Sendable {
  public let name: String
  public let metadata: PageMetadata
  public let paragraphs: [Paragraph]
  /// How many of each kind.
  public let repairs: [(kind: Repair.Kind, count: Int)]
  /// Of each paragraph.
  public let figures: [[Figure]]
  public let observations: [Observation]
  public let records: DocumentRecords

  /// Number of repairs by kind, those of the decoder among them: what it mended must not pass in silence.
  public var repairCounts: [String: Int] {
    var counts = Dictionary(uniqueKeysWithValues: repairs.map { ($0.kind.rawValue, $0.count) })
    if metadata.truncatedBytes > 0 { counts["truncated_character"] = 1 }
    if metadata.replacedSequences > 0 { counts["replaced_sequence"] = metadata.replacedSequences }
    if metadata.overprintedCharacters > 0 { counts["overprinted_character"] = metadata.overprintedCharacters }
    return counts
  }
}
