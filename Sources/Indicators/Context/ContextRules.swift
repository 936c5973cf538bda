import Rules

/// The word lists that periods, subjects and section frames are read with.
///
/// A class, so that what reads a document holds one reference to them.
public final class ContextRules: Sendable {
  let folding: ScriptFolding
  let gazetteer: Gazetteer
  let organizations: OrganizationRules
  let sections: SectionRules
  let topics: TopicReader
  let concepts: ConceptFinder
  let triggers: ContextTriggers

  /// Errors: `RuleError` where a rule file about places, organisations, sections or concepts is wrong.
  public convenience init(rules: RulePack) throws(RuleError) {
    try self.init(rules: rules, folding: ScriptFolding(rules: rules))
  }

  /// - Parameter folding: That of the same rules, where it is loaded already.
  public init(rules: RulePack, folding: ScriptFolding) throws(RuleError) {
    self.folding = folding
    let gazetteer = try Gazetteer(rules: rules)
    let organizations = try OrganizationRules(rules: rules)
    let sections = try SectionRules(rules: rules)
    self.gazetteer = gazetteer
    self.organizations = organizations
    self.sections = sections
    triggers = ContextTriggers(gazetteer: gazetteer, organizations: organizations, sections: sections)
    topics = TopicReader(gazetteer: gazetteer, rules: organizations)
    concepts = ConceptFinder(concepts: try ConceptTable(rules: rules), folding: folding)
  }
}
