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
    var writer = JSONWriter()
    var keys: [Key] = []
    keys.reserveCapacity(statements.count)
    // What families have in common, one after another.
    var cores: [UInt8] = []
    cores.reserveCapacity(statements.count * 128)
    for index in statements.indices {
      writer.removeAll()
      let end = statements.withUnsafeBufferPointer { writer.identity(of: $0[index].fact) }
      let start = cores.count
      writer.buffer.withUnsafeBytes { cores.append(contentsOf: $0[..<end]) }
      keys.append(Key(id: RecordIdentity(digesting: writer), index: index, core: start..<cores.count))
    }
    keys.sort { $0.id != $1.id ? $0.id < $1.id : $0.index < $1.index }
    var found: [IndicatorRecord] = []
    found.reserveCapacity(keys.count)
    var members: [Member] = []
    members.reserveCapacity(keys.count)
    for key in keys {
      let (fact, mention) = statements[key.index]
      let record = IndicatorRecord(id: key.id, fact: fact, mention: mention)
      if let last = found.indices.last, found[last].id == key.id {
        found[last].formUnion(record)
      } else {
        members.append(Member(hash: Self.hash(cores[key.core]), core: key.core, record: found.count))
        found.append(record)
      }
    }
    let joins = Self.families(members, cores).flatMap { family in Self.joins(of: family.map { found[$0] }) }
    records = Self.joined(found, joins)
  }

  private struct Key {
    let id: RecordIdentity
    let index: Int
    let core: Range<Int>
  }

  /// A record and what it has in common with its family.
  private struct Member {
    let hash: UInt64
    let core: Range<Int>
    let record: Int
  }

  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }

  /// The records of one core that are more than one.
  private static func families(_ members: [Member], _ cores: [UInt8]) -> [[Int]] {
    let members = members.sorted { left, right in
      if left.hash != right.hash { return left.hash < right.hash }
      return cores[left.core].lexicographicallyPrecedes(cores[right.core])
    }
    var families: [[Int]] = []
    var first = 0
    while first < members.count {
      var end = first + 1
      while end < members.count, members[end].hash == members[first].hash,
        cores[members[end].core] == cores[members[first].core]
      {
        end += 1
      }
      if end - first > 1 { families.append(members[first..<end].map(\.record)) }
      first = end
    }
    return families
  }

  /// The records, those that join another as mentions of it.
  private static func joined(
    _ records: [IndicatorRecord], _ joins: [(poorer: RecordIdentity, richer: RecordIdentity)]
  ) -> [IndicatorRecord] {
    guard !joins.isEmpty else { return records }
    var places: [RecordIdentity: Int] = [:]
    for index in records.indices { places[records[index].id] = index }
    var records = records
    var isJoined = [Bool](repeating: false, count: records.count)
    for (poorer, richer) in joins {
      guard let from = places[poorer], let to = places[richer], !isJoined[from] else { continue }
      isJoined[from] = true
      records[to].addMentions(records[from].mentions)
    }
    return records.indices.filter { !isJoined[$0] }.map { records[$0] }
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
