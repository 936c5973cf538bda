import Records

/// The outputs of a run measured against gold.
public struct Evaluation: Sendable {
  public let goldDigest: String
  /// `nil` where the gold has no records.
  public let records: RecordScore?
  /// `nil` where the gold has no texts.
  public let text: TextScore?

  /// - Parameter output: The output folder of a run.
  /// - Throws: `InputError` where a file cannot be read.
  public init(gold: GoldFolder, output: String) throws(InputError) {
    goldDigest = gold.digest
    records =
      gold.records.isEmpty
      ? nil : RecordScore(gold: gold, records: try OutputReader.entries(output, "indicators.jsonl"))
    text =
      gold.texts.isEmpty ? nil : TextScore(gold: gold, documents: try OutputReader.entries(output, "documents.jsonl"))
  }

  /// The measures that a floor file may name, to four digits as printed.
  public var measures: [(name: String, value: Double)] {
    var measures: [(name: String, value: Double)] = []
    if let total = records?.total {
      measures += [("figure", total.figure.f1), ("record", total.record.f1), ("full", total.full.f1)]
    }
    if let text {
      measures += [
        ("sentences", text.sentences.share ?? 0), ("paragraphs", text.paragraphs.share ?? 0),
        ("unrepeated", 1 - (text.repeated.share ?? 0)),
      ]
    }
    return measures
  }
}
