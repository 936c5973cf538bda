/// Works on documents with several workers at a time and hands over the outcomes in the order of the documents.
///
/// At most four documents for each worker are under way or waiting for an earlier one, and no more of them are taken while
/// many bytes are held, so memory stays bounded however long the list is and however uneven its documents are.
struct OrderedPool {
  /// Bytes of documents out of containers that may be under way.
  private static let byteLimit = 64 << 20

  let workers: Int

  /// - Parameters:
  ///   - consume: Takes the next outcome; `false` ends the work.
  func process(
    _ source: inout DocumentSource, with worker: DocumentWorker, consume: (DocumentOutcome) -> Bool
  ) async {
    await withTaskGroup(of: (Int, DocumentOutcome).self) { group in
      var waiting: [Int: DocumentOutcome] = [:]
      var sizes: [Int: Int] = [:]
      var held = 0
      var next = 0
      var consumed = 0
      var isAtEnd = false
      while true {
        while !isAtEnd, sizes.count < workers, next - consumed < workers * 4, held < Self.byteLimit || sizes.isEmpty {
          guard let document = source.next() else {
            isAtEnd = true
            break
          }
          let index = next
          group.addTask { (index, worker.process(document)) }
          sizes[index] = document.content.size
          held += document.content.size
          next += 1
        }
        guard let (index, outcome) = await group.next() else { return }
        held -= sizes.removeValue(forKey: index) ?? 0
        waiting[index] = outcome
        while let outcome = waiting.removeValue(forKey: consumed) {
          consumed += 1
          guard consume(outcome) else {
            group.cancelAll()
            return
          }
        }
      }
    }
  }
}
