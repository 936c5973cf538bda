import Rules
import Values

/// Finds the figures of a text.
public struct FigureRecognizer: Sendable {
  private let lexicon: FigureLexicon
  private let folding: ScriptFolding
  private let triggers: TriggerTable

  /// Errors: `RuleError` where a rule file about units, numerals, bounds or periods is wrong.
  public init(rules: RulePack) throws(RuleError) {
    try self.init(rules: rules, folding: ScriptFolding(rules: rules))
  }

  /// - Parameter folding: That of the same rules, where it is loaded already.
  public init(rules: RulePack, folding: ScriptFolding) throws(RuleError) {
    self.folding = folding
    lexicon = try FigureLexicon(rules: rules)
    triggers = TriggerTable(lexicon: lexicon)
  }

  /// The figures of one paragraph or line, in order, not overlapping; periods, ordinals and names included.
  /// Offsets are bytes of `text`, which is valid UTF-8. Relative periods are resolved against `published`.
  public func figures(in text: [UInt8], published: CalendarDate?) -> [Figure] {
    read(shadow(of: text), published: published, keepsRejected: false)
  }

  /// The same, and in their places the words that have a numeral in them and are no figures, as names with the reason.
  public func figuresAndRejected(in text: [UInt8], published: CalendarDate?) -> [Figure] {
    read(shadow(of: text), published: published, keepsRejected: true)
  }

  /// The figures of a text whose shadow is known.
  public func figures(in shadow: ScriptFolding.Shadow, published: CalendarDate?) -> [Figure] {
    read(shadow, published: published, keepsRejected: false)
  }

  /// The shadow of a text, for those who need it beside its figures.
  public func shadow(of text: [UInt8]) -> ScriptFolding.Shadow { folding.shadowAndScript(of: text) }

  private func read(
    _ shadowed: ScriptFolding.Shadow, published: CalendarDate?, keepsRejected: Bool
  ) -> [Figure] {
    let (shadow, isTraditional) = shadowed
    guard triggers.next(in: shadow, from: 0) != nil else { return [] }
    let tracked = TrackedText(shadow)
    var scanner = FigureScanner(
      utf8: tracked?.utf8 ?? shadow, isTraditional: isTraditional, published: published, lexicon: lexicon,
      triggers: triggers, keepsRejected: keepsRejected)
    scanner.scan()
    var figures = scanner.figures
    if keepsRejected, !scanner.rejected.isEmpty {
      figures = (figures + scanner.rejected).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
    guard let tracked else { return figures }
    return figures.map { $0.moved(by: tracked.original) }
  }

  /// How many bytes of numerals are read for a text, those read again counted again.
  func steps(in text: [UInt8]) -> Int {
    let steps = StepCounter()
    var scanner = FigureScanner(
      utf8: folding.shadow(of: text), isTraditional: false, published: nil, lexicon: lexicon, triggers: triggers,
      steps: steps)
    scanner.scan()
    return steps.count
  }
}
