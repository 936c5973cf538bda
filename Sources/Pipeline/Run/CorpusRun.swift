import Reading
import Records
import Rules

/// One run over a corpus: inputs in, the output files out.
public struct CorpusRun: Sendable {
  private let rules: RulePack
  private let road: DocumentRoad
  private let options: RunOptions

  /// Errors: `RuleError` where a rule file is wrong.
  public init(rules: RulePack, options: RunOptions) throws(RuleError) {
    self.rules = rules
    road = try DocumentRoad(rules: rules)
    var options = options
    options.reading.siteWords = road.siteWords
    self.options = options
  }

  /// Reads all inputs and replaces the files of the output folder.
  /// - Parameters:
  ///   - observer: Called in the order of the outputs with each document that is done.
  /// - Throws: `OutputError` where the outputs cannot be written or the task is cancelled; those of before are then left as
  ///   they are.
  public func run(
    _ inputs: InputDiscovery, output: String, observer: some RunObserver
  ) async throws(OutputError) -> RunCounts {
    let folder = try OutputFolder(output)
    let indicators = try folder.file(named: "indicators.jsonl")
    let documents = try folder.file(named: "documents.jsonl")
    let conflicts = try folder.file(named: "conflicts.jsonl")
    let rejects = try folder.file(named: "rejects.jsonl")
    let manifest = try folder.file(named: "manifest.json")

    var counts = RunCounts()
    counts.inputs = inputs.files.count
    counts.passedOver = inputs.passedOver
    var spool = RecordSpool(memory: options.memory, workers: options.workers) { name throws(OutputError) in
      try folder.spillFile(named: name)
    }
    try await readDocuments(
      of: inputs, in: folder, documents: documents, rejects: rejects, &spool, &counts, observer: observer)
    try checkCancellation(output)

    var collector: ConflictCollector
    var writer = JSONWriter()
    (counts.records, counts.mentions, collector) = try await spool.finish { lines throws(OutputError) in
      try indicators.append(lines)
    }
    counts.conflicts = try collector.finish { line throws(OutputError) in try conflicts.append(line) }
    writer.manifest(rules: rules, counts: counts)
    try manifest.append(writer.utf8)
    try checkCancellation(output)
    try folder.commit()
    return counts
  }

  /// Writes a line for each document; its records go to the spool.
  private func readDocuments(
    of inputs: InputDiscovery, in folder: OutputFolder, documents: OutputFile, rejects: OutputFile,
    _ spool: inout RecordSpool, _ counts: inout RunCounts, observer: some RunObserver
  ) async throws(OutputError) {
    var duplicates = DuplicateIndex { name throws(OutputError) in try folder.spillFile(named: name) }
    var writer = JSONWriter()
    var failure: OutputError?
    var source = DocumentSource(inputs.files, options: options.reading)
    await OrderedPool(workers: options.workers).process(&source, with: worker) { outcome in
      do throws(OutputError) {
        counts.inputsBegun = outcome.input + 1
        switch outcome.result {
        case .success(let document):
          var line = document.line
          let original: String? =
            if let signature = document.signature { try duplicates.original(of: document.name, signature) } else { nil }
          line.endLine(duplicateOf: original)
          try documents.append(line.utf8)
          try spool.append(document.records)
          counts.add(document)
        case .failure(let reject):
          writer.removeAll()
          writer.line(reject)
          try rejects.append(writer.utf8)
          counts.rejects += 1
          observer.rejected(reject)
        }
        counts.records = spool.count
        observer.progressed(counts)
        return !Task.isCancelled
      } catch {
        failure = error
        return false
      }
    }
    if let failure { throw failure }
    counts.passedOver += source.passedOver
  }

  private func checkCancellation(_ output: String) throws(OutputError) {
    if Task.isCancelled { throw OutputError(path: output, message: "interrupted, nothing was written") }
  }

  private var worker: DocumentWorker { DocumentWorker(road: road, reading: options.reading) }
}

/// Watches a run.
public protocol RunObserver: Sendable {
  func rejected(_ reject: Reject)
  func progressed(_ counts: RunCounts)
}
