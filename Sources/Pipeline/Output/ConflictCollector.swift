import Records
import Values

/// Keeps the lines of records that share a contest, and tells in the end which of them contradict each other. What outgrows
/// the memory goes to a file.
struct ConflictCollector {
  private struct Candidate {
    let contest: ContestKey
    /// The place of the line among all that were kept, which are in the order of the output file.
    let order: Int
    /// Bytes of what was kept.
    let line: Range<Int>
  }

  private let memory: Int
  private let makeFile: (String) throws(OutputError) -> SpillFile
  private var candidates: [Candidate] = []
  private var held: [UInt8] = []
  private var spill: SpillFile?
  private var spilled = 0

  /// - Parameters:
  ///   - memory: Bytes of lines that may be held, about.
  ///   - makeFile: Gives a file for what is too much, named for messages.
  init(memory: Int, makeFile: @escaping (String) throws(OutputError) -> SpillFile) {
    self.memory = memory
    self.makeFile = makeFile
  }

  /// Keeps a line of `indicators.jsonl` if another may contradict it.
  mutating func consider(
    _ line: ArraySlice<UInt8>, _ contest: ContestKey?, _ filter: ContestFilter
  ) throws(OutputError) {
    guard let contest, filter.isShared(contest) else { return }
    let start = spilled + held.count
    // Without the line break.
    held += line[..<(line.endIndex - 1)]
    candidates.append(Candidate(contest: contest, order: candidates.count, line: start..<spilled + held.count))
    guard held.count > memory else { return }
    let file: SpillFile
    if let spill { file = spill } else { file = try makeFile("conflicts.spill") }
    spill = file
    try file.write(held, at: spilled)
    spilled += held.count
    held.removeAll(keepingCapacity: true)
  }

  /// Gives out the lines of `conflicts.jsonl`, in the order of their first records.
  /// - Returns: Their number.
  mutating func finish(_ emit: ([UInt8]) throws(OutputError) -> Void) throws(OutputError) -> Int {
    candidates.sort { ($0.contest, $0.order) < ($1.contest, $1.order) }
    var conflicts: [[Candidate]] = []
    var first = 0
    while first < candidates.count {
      var end = first + 1
      while end < candidates.count, candidates[end].contest == candidates[first].contest { end += 1 }
      if end - first > 1 {
        let disputed = try disputed(candidates[first..<end])
        if !disputed.isEmpty { conflicts.append(disputed) }
      }
      first = end
    }
    conflicts.sort { $0[0].order < $1[0].order }
    for conflict in conflicts { try emit(line(of: conflict)) }
    return conflicts.count
  }

  /// Those whose value no value of some other meets: above the least upper end or below the greatest lower one.
  private func disputed(_ group: ArraySlice<Candidate>) throws(OutputError) -> [Candidate] {
    var values: [(low: ExactDecimal, high: ExactDecimal, candidate: Candidate)] = []
    for candidate in group {
      guard let amount = try normalized(candidate) else { continue }
      func end(_ name: String) -> ExactDecimal? { (amount["value"]?.text ?? amount[name]?.text).flatMap { .init($0) } }
      guard let low = end("low"), let high = end("high") else { continue }
      values.append((low, high, candidate))
    }
    guard let least = values.map(\.high).min(), let greatest = values.map(\.low).max() else { return [] }
    return values.filter { $0.low > least || $0.high < greatest }.map(\.candidate)
  }

  private func line(of conflict: [Candidate]) throws(OutputError) -> [UInt8] {
    let first = try record(conflict[0])
    var writer = JSONWriter()
    writer.beginObject()
    for field in ["indicator", "concept", "measure", "status", "comparison", "time_period", "subject"] {
      writer.key(named: field)
      writer.string(first[field]?.text)
    }
    writer.key("unit")
    writer.string(first["normalized"]?["unit"]?.text)
    writer.key("records")
    var line = writer.utf8
    for (index, candidate) in conflict.enumerated() {
      line.append(UInt8(ascii: index == 0 ? "[" : ","))
      line += try bytes(of: candidate)
    }
    line += Array("]}\n".utf8)
    return line
  }

  /// The normalized amount of a record, without reading the rest of its line: no string holds a quotation mark unescaped.
  private func normalized(_ candidate: Candidate) throws(OutputError) -> JSONValue? {
    let line = try bytes(of: candidate)
    guard let start = line.firstIndex(of: Self.beforeAmount, from: 0),
      let end = line.firstIndex(of: Self.afterAmount, from: start)
    else { return nil }
    return Self.parsed(line[start + Self.beforeAmount.count - 1...end])
  }

  private static let beforeAmount = Array(",\"normalized\":{".utf8)
  private static let afterAmount = Array("},\"mentions\":[".utf8)

  private func record(_ candidate: Candidate) throws(OutputError) -> JSONValue {
    Self.parsed(try bytes(of: candidate)[...])
  }

  private static func parsed(_ json: ArraySlice<UInt8>) -> JSONValue {
    do throws(JSONError) {
      return try JSONValue(json)
    } catch {
      preconditionFailure("a line of this run is no JSON: \(error)")
    }
  }

  private func bytes(of candidate: Candidate) throws(OutputError) -> [UInt8] {
    if candidate.line.lowerBound >= spilled {
      return Array(held[candidate.line.lowerBound - spilled..<candidate.line.upperBound - spilled])
    }
    var bytes: [UInt8] = []
    try spill?.read(candidate.line, appendingTo: &bytes)
    return bytes
  }
}

extension [UInt8] {
  /// Where a piece begins first, at or after an offset.
  fileprivate func firstIndex(of piece: [UInt8], from start: Int) -> Int? {
    guard let head = piece.first else { return nil }
    var index = start
    while index + piece.count <= count {
      if self[index] == head, self[index..<index + piece.count].elementsEqual(piece) { return index }
      index += 1
    }
    return nil
  }
}
