/// The records of a corpus, one for each fact.
public struct RecordStore: Sendable {
  private var byIdentity: [RecordIdentity: IndicatorRecord] = [:]

  public init() {}

  public var count: Int { byIdentity.count }

  /// Adds the records of a document; the outcome does not depend on the order of the documents.
  public mutating func insert(_ document: DocumentRecords) {
    for record in document.records where byIdentity[record.id]?.formUnion(record) == nil {
      byIdentity[record.id] = record
    }
  }

  /// In the order of the output file.
  public func sorted() -> [IndicatorRecord] { byIdentity.values.sorted() }
}
