import Rules

/// The word lists that periods, subjects and section frames are read with.
public struct ContextRules: Sendable {
  let folding: ScriptFolding
  let gazetteer: Gazetteer
  let organizations: OrganizationRules
  let sections: SectionRules
  let topics: TopicReader
  let concepts: ConceptFinder

  /// Errors: `RuleError` where a rule file about places, organisations, sections or concepts is wrong.
  public init(rules: RulePack) throws(RuleError) {
    try self.init(rules: rules, folding: ScriptFolding(rules: rules))
  }

  /// - Parameter folding: That of the same rules, where it is loaded already.
  public init(rules: RulePack, folding: ScriptFolding) throws(RuleError) {
    self.folding = folding
    gazetteer = try Gazetteer(rules: rules)
    organizations = try OrganizationRules(rules: rules)
    sections = try SectionRules(rules: rules)
    topics = TopicReader(gazetteer: gazetteer, rules: organizations)
    concepts = ConceptFinder(concepts: try ConceptTable(rules: rules), folding: folding)
  }
}
