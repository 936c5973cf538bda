import Indicators
import Values

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

  /// Which of some facts, equal but for comparison, period and subject, join which other; linear in their number.
  private static func joins(of family: [IndicatorRecord]) -> [(poorer: RecordIdentity, richer: RecordIdentity)] {
    let byContext = Dictionary(family.map { (Context($0.fact), $0.id) }) { first, _ in first }
    var wider: [RecordIdentity: [RecordIdentity]] = [:]
    for record in family {
      for poorer in Context(record.fact).poorer {
        if let id = byContext[poorer] { wider[id, default: []].append(record.id) }
      }
    }
    return family.compactMap { record in
      let fullest = wider[record.id, default: []].filter { wider[$0] == nil }
      guard let only = fullest.first, fullest.count == 1 else { return nil }
      return (record.id, only)
    }
  }
}

/// The fields that a mention may leave open.
private struct Context: Hashable {
  private var comparison: Observation.Comparison?
  private var period: TimePeriod?
  private var subject: [UInt8]?

  init(_ fact: Fact) {
    comparison = fact.comparison
    period = fact.period
    subject = fact.subject.map(NameFolding.folded)
  }

  /// This with one field or more left open, at most seven.
  var poorer: Set<Context> {
    var contexts: Set<Context> = [self]
    for context in contexts { contexts.insert(context.opening(\.comparison)) }
    for context in contexts { contexts.insert(context.opening(\.period)) }
    for context in contexts { contexts.insert(context.opening(\.subject)) }
    contexts.remove(self)
    return contexts
  }

  private func opening<Value>(_ field: WritableKeyPath<Context, Value?>) -> Context {
    var context = self
    context[keyPath: field] = nil
    return context
  }
}
