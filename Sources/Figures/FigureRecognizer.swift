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
    let (shadow, isTraditional) = folding.shadowAndScript(of: text)
    if let tracked = TrackedText(shadow) {
      var scanner = FigureScanner(
        utf8: tracked.utf8, isTraditional: isTraditional, published: published, lexicon: lexicon, triggers: triggers)
      scanner.scan()
      return scanner.figures.map { $0.moved(by: tracked.original) }
    }
    var scanner = FigureScanner(
      utf8: shadow, isTraditional: isTraditional, published: published, lexicon: lexicon, triggers: triggers)
    scanner.scan()
    return scanner.figures
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
