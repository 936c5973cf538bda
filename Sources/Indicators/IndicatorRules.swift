import Rules

/// The rules that indicators are read with, but for those of figures.
public struct IndicatorRules: Sendable {
  let lexicon: Lexicon
  let constructions: ConstructionSet
  let folding: ScriptFolding
  let context: ContextRules

  /// - Parameter folding: That of the same rules.
  /// - Throws: `RuleError` where a rule file about words, constructions, places or organisations is wrong.
  public init(rules: RulePack, folding: ScriptFolding) throws(RuleError) {
    let lexicon = try Lexicon(rules: rules)
    self.lexicon = lexicon
    constructions = try ConstructionSet(rules: rules, lexicon: lexicon)
    context = try ContextRules(rules: rules, folding: folding, aims: lexicon.aims)
    self.folding = folding
  }
}
