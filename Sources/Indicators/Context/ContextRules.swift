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
  /// Words that say that something is aimed at.
  let aims: WordTable<Bool>

  /// Errors: `RuleError` where a rule file about places, organisations, sections or concepts is wrong.
  public convenience init(rules: RulePack) throws(RuleError) {
    try self.init(rules: rules, folding: ScriptFolding(rules: rules), aims: WordTable())
  }

  /// - Parameters:
  ///   - folding: That of the same rules, where it is loaded already.
  ///   - aims: Words that say that something is aimed at.
  init(rules: RulePack, folding: ScriptFolding, aims: WordTable<Bool>) throws(RuleError) {
    self.folding = folding
    self.aims = aims
    let gazetteer = try Gazetteer(rules: rules)
    let organizations = try OrganizationRules(rules: rules)
    let sections = try SectionRules(rules: rules)
    self.gazetteer = gazetteer
    self.organizations = organizations
    self.sections = sections
    triggers = ContextTriggers(
      gazetteer: gazetteer, organizations: organizations, sections: sections, aims: aims)
    topics = TopicReader(gazetteer: gazetteer, rules: organizations)
    concepts = ConceptFinder(concepts: try ConceptTable(rules: rules), folding: folding)
  }
}
