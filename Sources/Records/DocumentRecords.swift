/// The records of one document: equal facts are one, and a mention that says the same with less joins it.
///
/// A headline repeats the body and leaves out period, subject or comparison. A fact A joins a fact B of the same
/// document where their other fields agree, each of the three is equal or left open by A, and B is the only such fact
/// that is not itself joined to another. Where two facts would fit, A stays a record of its own. The outcome does not
/// depend on the order of the statements.
public struct DocumentRecords: Sendable {
  /// In order of identity.
  public let records: [IndicatorRecord]

  public init(_ statements: [(fact: Fact, mention: Mention)]) {
    var byIdentity: [RecordIdentity: IndicatorRecord] = [:]
    var families: [ArraySlice<UInt8>: [RecordIdentity]] = [:]
    for (fact, mention) in statements {
      let canonical = CanonicalFact(fact)
      let id = RecordIdentity(digesting: canonical.utf8)
      let record = IndicatorRecord(id: id, fact: fact, mention: mention)
      if byIdentity[id]?.formUnion(record) == nil {
        byIdentity[id] = record
        families[canonical.core, default: []].append(id)
      }
    }
    for family in families.values where family.count > 1 {
      for (poorer, richer) in Self.joins(of: family.compactMap { byIdentity[$0] }) {
        guard let joined = byIdentity.removeValue(forKey: poorer) else { continue }
        byIdentity[richer]?.addMentions(joined.mentions)
      }
    }
    records = byIdentity.values.sorted { $0.id < $1.id }
  }

  /// Which of some facts, equal but for comparison, period and subject, join which other.
  private static func joins(of family: [IndicatorRecord]) -> [(poorer: RecordIdentity, richer: RecordIdentity)] {
    var wider: [RecordIdentity: [RecordIdentity]] = [:]
    for record in family {
      wider[record.id] = family.filter { $0.id != record.id && record.fact.leavesOpenOrAgrees(with: $0.fact) }.map(\.id)
    }
    return family.compactMap { record in
      let fullest = wider[record.id, default: []].filter { wider[$0, default: []].isEmpty }
      guard let only = fullest.first, fullest.count == 1 else { return nil }
      return (record.id, only)
    }
  }
}

extension Fact {
  /// Says nothing of the fields a mention may leave open that the other does not say too.
  fileprivate func leavesOpenOrAgrees(with other: Fact) -> Bool {
    (comparison == nil || comparison == other.comparison)
      && (period == nil || period == other.period)
      && (subject == nil || other.subject.map(NameFolding.folded) == subject.map(NameFolding.folded))
  }
}
