/// Works on documents with several workers at a time and hands over the outcomes in the order of the documents.
///
/// A worker takes a batch of small documents, or a large one, at a time. At most four batches for each worker are under way
/// or waiting for an earlier one, and those that workers have are of no more than a few megabytes, but for a document that
/// is larger by itself; so memory stays bounded however long the list is and however uneven its documents are.
struct OrderedPool {
  /// Bytes of documents that are worked on at a time; a page takes up some twenty-five times as much.
  private static let byteLimit = 12 << 20
  /// A batch ends with the document that makes it so large: handing one over costs as much as a page of a few lines.
  private static let batchBytes = 1 << 15
  private static let batchCount = 32

  let workers: Int

  /// - Parameters:
  ///   - consume: Takes the next outcome; `false` ends the work.
  func process(
    _ source: inout DocumentSource, with worker: DocumentWorker, consume: (DocumentOutcome) -> Bool
  ) async {
    await withTaskGroup(of: (Int, [DocumentOutcome]).self) { group in
      var waiting: [Int: [DocumentOutcome]] = [:]
      var sizes: [Int: Int] = [:]
      var held = 0
      var next = 0
      var consumed = 0
      // Read while the workers work.
      var batch = Self.batch(of: &source)
      while true {
        while !batch.documents.isEmpty, sizes.count < workers, next - consumed < workers * 4,
          held + batch.bytes <= Self.byteLimit || sizes.isEmpty
        {
          let documents = batch.documents
          group.addTask { [next] in (next, documents.map(worker.process)) }
          sizes[next] = batch.bytes
          held += batch.bytes
          next += 1
          batch = Self.batch(of: &source)
        }
        guard let (index, outcomes) = await group.next() else { return }
        held -= sizes.removeValue(forKey: index) ?? 0
        waiting[index] = outcomes
        while let outcomes = waiting.removeValue(forKey: consumed) {
          consumed += 1
          guard outcomes.allSatisfy(consume) else {
            group.cancelAll()
            return
          }
        }
      }
    }
  }

  /// The next documents that one worker takes together; none at the end.
  private static func batch(of source: inout DocumentSource) -> (documents: [InputDocument], bytes: Int) {
    var documents: [InputDocument] = []
    var bytes = 0
    while bytes < batchBytes, documents.count < batchCount, let document = source.next() {
      documents.append(document)
      bytes += document.content.size
    }
    return (documents, bytes)
  }
}
