import Records

/// Brings the records of all documents together: one line a fact, in the order of the output file, in bounded memory.
///
/// Entries gather in memory. What outgrows it goes to a file, cut by the first bits of the ids, so that all entries of one
/// fact are in one part. At the end each part is loaded, its equal ids are brought together, and it is written out in
/// the order of the output file; these runs are then merged. A part that is itself too large is loaded in several passes.
/// The lines are the same bytes whether anything went to the file or not.
struct RecordSpool {
  /// Parts that the ids are cut into.
  private static let partCount = 1 << 10
  /// Bytes that are written to the file at a time.
  private static let blockSize = 1 << 20

  private let memory: Int
  private let workers: Int
  private let makeFile: (String) throws(OutputError) -> SpillFile
  private var pending: [[UInt8]] = []
  private var pendingBytes = 0
  private var spill: SpillFile?
  private var spillEnd = 0
  /// For each part the stretches of the file that hold it.
  private var extents: [[Range<Int>]] = []
  /// Records of documents so far.
  private(set) var count = 0

  /// - Parameters:
  ///   - memory: Bytes that may be held, about.
  ///   - makeFile: Gives a file for what is too much, named for messages.
  init(memory: Int, workers: Int, makeFile: @escaping (String) throws(OutputError) -> SpillFile) {
    self.memory = memory
    self.workers = workers
    self.makeFile = makeFile
  }

  var hasSpilled: Bool { spill != nil }

  mutating func append(_ entries: RecordEntries) throws(OutputError) {
    guard !entries.bytes.isEmpty else { return }
    count += entries.count
    pending.append(entries.bytes)
    pendingBytes += entries.bytes.count
    // As much again may be needed to put them in order in the end.
    if pendingBytes >= memory / 2 { try flush() }
  }

  /// Gives out all lines in order, in blocks of whole lines, and forgets them.
  /// - Returns: The number of records and of mentions, and the records that contradict each other.
  mutating func finish(
    _ emit: ([UInt8]) throws(OutputError) -> Void
  ) async throws(OutputError) -> (records: Int, mentions: Int, conflicts: ConflictCollector) {
    var filter = ContestFilter(expecting: count, memory: memory / 8, makeFile: makeFile)
    var conflicts = ConflictCollector(memory: memory / 16, makeFile: makeFile)
    var lines = LineBlock()
    if spill == nil {
      let sorted = SortedEntries(takePending())
      for index in 0..<sorted.count { try filter.insert(sorted.contest(of: index)) }
      try filter.learnShared()
      var mentions = 0
      for index in 0..<sorted.count {
        let start = lines.bytes.count
        mentions += sorted.appendLine(of: index, to: &lines.bytes)
        try conflicts.consider(lines.bytes[start...], sorted.contest(of: index), filter)
        if lines.isFull { try lines.give(emit) }
      }
      try lines.give(emit)
      return (sorted.count, mentions, conflicts)
    }
    try flush()
    let (runs, file, records, mentions) = try await makeRuns(&filter)
    try filter.learnShared()
    spill = nil
    var merge = try RunMerge(runs, of: file, memory: memory / 2)
    while true {
      let contest = merge.nextContest
      let start = lines.bytes.count
      guard try merge.appendNext(to: &lines.bytes) else { break }
      try conflicts.consider(lines.bytes[start...], contest, filter)
      if lines.isFull { try lines.give(emit) }
    }
    try lines.give(emit)
    return (records, mentions, conflicts)
  }

  private mutating func takePending() -> [UInt8] {
    if pending.count == 1 { return pending.removeLast() }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(pendingBytes)
    for entries in pending { bytes += entries }
    pending = []
    pendingBytes = 0
    return bytes
  }

  // MARK: Parts

  /// Writes the pending entries to the file, those of each part in one stretch.
  private mutating func flush() throws(OutputError) {
    guard !pending.isEmpty else { return }
    let file: SpillFile
    if let spill { file = spill } else { file = try makeFile("records.spill") }
    spill = file
    if extents.isEmpty { extents = Array(repeating: [], count: Self.partCount) }
    // The entries by their parts; they are copied a block at a time, as a copy of all would take as much again.
    var lengths = [Int](repeating: 0, count: Self.partCount)
    var next = [Int](repeating: 0, count: Self.partCount + 1)
    for entries in pending {
      Self.forEachEntry(of: entries) { part, range in
        lengths[part] += range.count
        next[part + 1] += 1
      }
    }
    for part in 0..<Self.partCount { next[part + 1] += next[part] }
    var places = [Place](repeating: Place(entries: 0, start: 0, length: 0), count: next[Self.partCount])
    for (number, entries) in pending.enumerated() {
      Self.forEachEntry(of: entries) { part, range in
        places[next[part]] = Place(
          entries: Int32(number), start: Int32(range.lowerBound), length: Int32(range.count))
        next[part] += 1
      }
    }
    var end = spillEnd
    for part in 0..<Self.partCount where lengths[part] > 0 {
      extents[part].append(end..<end + lengths[part])
      end += lengths[part]
    }
    var block: [UInt8] = []
    block.reserveCapacity(2 * Self.blockSize)
    for (number, place) in places.enumerated() {
      let start = Int(place.start)
      block += pending[Int(place.entries)][start..<start + Int(place.length)]
      guard block.count >= Self.blockSize || number == places.count - 1 else { continue }
      try file.write(block, at: spillEnd)
      spillEnd += block.count
      block.removeAll(keepingCapacity: true)
    }
    pending = []
    pendingBytes = 0
  }

  /// Where an entry stands among those that are pending.
  private struct Place {
    let entries: Int32
    let start: Int32
    let length: Int32
  }

  private static func forEachEntry(of entries: [UInt8], _ body: (Int, Range<Int>) -> Void) {
    entries.withUnsafeBytes { bytes in
      var offset = 0
      while offset < bytes.count {
        let entry = RecordEntry(at: offset, in: bytes)
        let length = entry.length
        body(Int(entry.high >> 54), offset..<offset + length)
        offset += length
      }
    }
  }

  // MARK: Runs

  /// A part, or what of it one pass takes.
  private struct Pass: Sendable {
    let extents: [Range<Int>]
    let pass: Int
    let passes: Int

    /// The pass that an id belongs to, by bits that do not tell the part.
    static func number(of high: UInt64, passes: Int) -> Int { Int(((high >> 22) & 0xFFFF_FFFF) * UInt64(passes) >> 32) }
  }

  private func makeRuns(
    _ filter: inout ContestFilter
  ) async throws(OutputError) -> (
    runs: [Range<Int>], file: SpillFile, records: Int, mentions: Int
  ) {
    guard let spill else { preconditionFailure("runs are made of what was spilled") }
    let runFile = try makeFile("records.runs")
    // A worker holds the entries of a pass and the run made of them.
    let share = max(1 << 16, memory / (3 * workers))
    let passes = extents.filter { !$0.isEmpty }.flatMap { extents in
      let size = extents.reduce(0) { $0 + $1.count }
      let passes = (size + share - 1) / share
      return (0..<passes).map { Pass(extents: extents, pass: $0, passes: passes) }
    }
    var runs: [Range<Int>] = []
    var end = 0
    var records = 0
    var mentions = 0
    var failure: OutputError?
    await withTaskGroup(of: Result<SortedRun, OutputError>.self) { group in
      var next = 0
      while next < passes.count || !group.isEmpty {
        while next < passes.count, next - runs.count < workers {
          let pass = passes[next]
          group.addTask {
            do throws(OutputError) {
              return .success(SortedRun(try Self.load(pass, of: spill)))
            } catch {
              return .failure(error)
            }
          }
          next += 1
        }
        do throws(OutputError) {
          guard let run = try await group.next()?.get() else { break }
          try runFile.write(run.bytes, at: end)
          runs.append(end..<end + run.bytes.count)
          end += run.bytes.count
          for contest in run.contests { try filter.insert(contest) }
          records += run.records
          mentions += run.mentions
        } catch {
          failure = error
          group.cancelAll()
          break
        }
      }
    }
    if let failure { throw failure }
    return (runs, runFile, records, mentions)
  }

  private static func load(_ pass: Pass, of file: SpillFile) throws(OutputError) -> [UInt8] {
    var bytes: [UInt8] = []
    // Ids are digests, so that all passes take about as much.
    let size = pass.extents.reduce(0) { $0 + $1.count } / pass.passes
    bytes.reserveCapacity(pass.passes > 1 ? size + size / 8 : size)
    for extent in pass.extents {
      guard pass.passes > 1 else {
        try file.read(extent, appendingTo: &bytes)
        continue
      }
      var stretch: [UInt8] = []
      try file.read(extent, appendingTo: &stretch)
      stretch.withUnsafeBytes { source in
        forEachEntry(of: stretch) { _, range in
          let entry = RecordEntry(at: range.lowerBound, in: source)
          if Pass.number(of: entry.high, passes: pass.passes) == pass.pass { bytes.append(contentsOf: source[range]) }
        }
      }
    }
    return bytes
  }

  /// The records of some entries as a run for `RunMerge`.
  private struct SortedRun: Sendable {
    private(set) var bytes: [UInt8] = []
    let records: Int
    private(set) var mentions = 0
    /// Of the records that have one.
    private(set) var contests: [ContestKey] = []

    init(_ entries: [UInt8]) {
      let sorted = SortedEntries(entries)
      records = sorted.count
      // A line with its key may be a little longer than its entry.
      bytes.reserveCapacity(entries.count + sorted.count * 64)
      for index in 0..<sorted.count {
        let start = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: 8))
        sorted.appendKey(of: index, to: &bytes)
        if let contest = sorted.contest(of: index) { contests.append(contest) }
        let line = bytes.count
        mentions += sorted.appendLine(of: index, to: &bytes)
        let end = bytes.count
        bytes.withUnsafeMutableBytes {
          $0.storeBytes(of: UInt32(line - start - 8).littleEndian, toByteOffset: start, as: UInt32.self)
          $0.storeBytes(of: UInt32(end - line).littleEndian, toByteOffset: start + 4, as: UInt32.self)
        }
      }
    }
  }
}

/// Lines that are given out together.
private struct LineBlock {
  private static let size = 1 << 18

  var bytes: [UInt8] = []

  var isFull: Bool { bytes.count >= Self.size }

  mutating func give(_ emit: ([UInt8]) throws(OutputError) -> Void) throws(OutputError) {
    try emit(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
