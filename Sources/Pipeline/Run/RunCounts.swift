/// What a run has read and found so far.
public struct RunCounts: Hashable, Sendable {
  /// Inputs that were found, read or not.
  public var inputs = 0
  /// Inputs that a document has come from so far: one that holds many is begun with its first.
  public var inputsBegun = 0
  public var documents = 0
  public var rejects = 0
  /// Links and special files that were passed over.
  public var passedOver = 0
  /// Bytes of the inputs that were read.
  public var bytes = 0
  public var paragraphs = 0
  public var figures = 0
  public var observations = 0
  /// While the run goes on: records of documents, before the same facts of several are brought together.
  public var records = 0
  public var mentions = 0
  /// Groups of records that contradict each other.
  public var conflicts = 0
  /// Number of repairs by kind.
  public var repairs: [String: Int] = [:]

  public init() {}

  mutating func add(_ document: ProcessedDocument) {
    documents += 1
    bytes += document.bytes
    paragraphs += document.paragraphs
    figures += document.figures
    observations += document.observations
    repairs.merge(document.repairs, uniquingKeysWith: +)
  }
}
