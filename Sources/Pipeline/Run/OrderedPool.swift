/// Works on a list with several workers at a time and hands over the outcomes in the order of the list.
///
/// At most four documents for each worker are under way or waiting for an earlier one, so memory stays bounded however
/// long the list is and however uneven its documents are.
struct OrderedPool {
  let workers: Int

  /// - Parameter consume: Takes the next outcome; `false` ends the work.
  func process(
    _ inputs: [InputFile], with worker: DocumentWorker,
    consume: (Result<ProcessedDocument, Reject>) -> Bool
  ) async {
    await withTaskGroup(of: (Int, Result<ProcessedDocument, Reject>).self) { group in
      var waiting: [Int: Result<ProcessedDocument, Reject>] = [:]
      var running = 0
      var next = 0
      var consumed = 0
      while consumed < inputs.count {
        while running < workers, next < inputs.count, next - consumed < workers * 4 {
          let index = next
          group.addTask { (index, worker.process(inputs[index])) }
          running += 1
          next += 1
        }
        guard let (index, outcome) = await group.next() else { return }
        running -= 1
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
