import Crypto
import Reading
import Records
import SourceText

/// What is kept of a document once its worker is done with it.
struct ProcessedDocument: Sendable {
  let name: String
  /// Its line of `documents.jsonl`, up to `duplicate_of`, which is known in the order of the documents only.
  let line: JSONWriter
  /// `nil` for a text too short to compare.
  let signature: ShingleSignature?
  let records: RecordEntries
  let bytes: Int
  let paragraphs: Int
  let figures: Int
  let observations: Int
  let repairs: [String: Int]
}

/// Takes one input down the whole road.
struct DocumentWorker: Sendable {
  let road: DocumentRoad
  let reading: ReadingOptions

  func process(_ document: InputDocument) -> DocumentOutcome {
    do {
      return DocumentOutcome(input: document.input, result: .success(try processed(document)))
    } catch {
      let reject = Reject(document: document.name, reason: error.reason, detail: error.detail)
      return DocumentOutcome(input: document.input, result: .failure(reject))
    }
  }

  private func processed(_ input: InputDocument) throws(ReadingError) -> ProcessedDocument {
    let opened = try OpenedDocument(input, options: reading)
    let (bytes, fields, page) = (opened.bytes, opened.fields, opened.page)
    _ = consume opened
    let document = road.extract(consume page, name: input.name)
    var writer = JSONWriter()
    writer.beginLine(document, sha256: SHA256.hash(data: bytes).hexadecimal, fields: fields)
    return ProcessedDocument(
      name: input.name, line: writer, signature: ShingleSignature(document.paragraphs),
      records: RecordEntries(document.records, name: input.name), bytes: bytes.count,
      paragraphs: document.paragraphs.count,
      figures: document.figures.reduce(0) { $0 + $1.count }, observations: document.observations.count,
      repairs: document.repairCounts)
  }
}

/// What became of one document.
struct DocumentOutcome: Sendable {
  /// Which of the inputs it comes from, from 0.
  let input: Int
  let result: Result<ProcessedDocument, Reject>
}
