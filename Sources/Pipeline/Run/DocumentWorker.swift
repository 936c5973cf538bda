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

  func process(_ input: InputFile) -> Result<ProcessedDocument, Reject> {
    do {
      return .success(try processed(input))
    } catch {
      return .failure(Reject(document: input.name, reason: error.reason, detail: error.detail))
    }
  }

  private func processed(_ input: InputFile) throws(ReadingError) -> ProcessedDocument {
    let bytes = try bytes(of: input)
    let page = try DocumentReader(options: reading).read(bytes, name: input.name)
    let document = road.extract(page, name: input.name)
    var writer = JSONWriter()
    writer.beginLine(document, sha256: SHA256.hash(data: bytes).hexadecimal)
    return ProcessedDocument(
      name: input.name, line: writer, signature: ShingleSignature(document.paragraphs),
      records: RecordEntries(document.records, name: input.name), bytes: bytes.count,
      paragraphs: document.paragraphs.count,
      figures: document.figures.reduce(0) { $0 + $1.count }, observations: document.observations.count,
      repairs: document.repairCounts)
  }

  private func bytes(of input: InputFile) throws(ReadingError) -> [UInt8] {
    let reader = FileReader(sizeLimit: reading.sizeLimit)
    switch input.origin {
    case .file(let path): return try reader.read(path: path.utf8)
    case .standardInput: return try reader.readStandardInput()
    case .unlistable(let detail): throw .unreadable(detail: detail)
    }
  }
}
