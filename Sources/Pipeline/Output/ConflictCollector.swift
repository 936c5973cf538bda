import Records
import Values

/// Keeps the lines of records that share a contest, and tells in the end which of them contradict each other, in bounded
/// memory: lines are dealt out by their contests, and the conflicts found by the places of their first records.
struct ConflictCollector {
  private static let partCount = 1 << 10

  private struct Candidate {
    let contest: ContestKey
    /// The place of the line among all that were kept, which are in the order of the output file.
    let order: UInt64
    let line: ArraySlice<UInt8>
  }

  private let memory: Int
  private let makeFile: (String) throws(OutputError) -> SpillFile
  private var candidates: PartedBytes
  private var count: UInt64 = 0

  /// - Parameters:
  ///   - memory: Bytes of lines that may be held, about.
  ///   - makeFile: Gives a file for what is too much, named for messages.
  init(memory: Int, makeFile: @escaping (String) throws(OutputError) -> SpillFile) {
    self.memory = memory
    self.makeFile = makeFile
    candidates = PartedBytes(parts: Self.partCount, memory: memory) { () throws(OutputError) in
      try makeFile("candidates.spill")
    }
  }

  /// Keeps a line of `indicators.jsonl` if another may contradict it.
  mutating func consider(
    _ line: ArraySlice<UInt8>, _ contest: ContestKey?, _ filter: ContestFilter
  ) throws(OutputError) {
    guard let contest, filter.isShared(contest) else { return }
    // Bits that the filter does not tell apart lines by.
    try candidates.append(to: Int(contest.low >> 54)) { bytes in
      for number in [contest.high, contest.low, count, UInt64(line.count)] { bytes.append(number: number) }
      bytes += line
    }
    count += 1
  }

  /// Gives out the lines of `conflicts.jsonl`, in the order of their first records.
  /// - Returns: Their number.
  mutating func finish(_ emit: ([UInt8]) throws(OutputError) -> Void) throws(OutputError) -> Int {
    var found = PartedBytes(parts: Self.partCount, memory: memory) { [makeFile] () throws(OutputError) in
      try makeFile("conflicts.spill")
    }
    let partLength = count / UInt64(Self.partCount) + 1
    var conflicts = 0
    for part in 0..<candidates.partCount {
      for conflict in Self.conflicts(among: try candidates.take(part)) {
        let line = Self.line(of: conflict)
        try found.append(to: Int(conflict[0].order / partLength)) { bytes in
          for number in [conflict[0].order, UInt64(line.count)] { bytes.append(number: number) }
          bytes += line
        }
        conflicts += 1
      }
    }
    for part in 0..<found.partCount {
      let bytes = try found.take(part)
      var lines: [(order: UInt64, place: Range<Int>)] = []
      var offset = 0
      while offset < bytes.count {
        let line = offset + 16..<offset + 16 + Int(bytes.number(at: offset + 8) as UInt64)
        lines.append((bytes.number(at: offset), line))
        offset = line.upperBound
      }
      lines.sort { $0.order < $1.order }
      for line in lines { try emit(Array(bytes[line.place])) }
    }
    return conflicts
  }

  /// The groups of lines that contradict each other, each in the order of the output file.
  private static func conflicts(among bytes: [UInt8]) -> [[Candidate]] {
    var candidates: [Candidate] = []
    var offset = 0
    while offset < bytes.count {
      let line = offset + 32..<offset + 32 + Int(bytes.number(at: offset + 24) as UInt64)
      candidates.append(
        Candidate(
          contest: ContestKey(high: bytes.number(at: offset), low: bytes.number(at: offset + 8)),
          // Without the line break.
          order: bytes.number(at: offset + 16), line: bytes[line].dropLast()))
      offset = line.upperBound
    }
    candidates.sort { ($0.contest, $0.order) < ($1.contest, $1.order) }
    var conflicts: [[Candidate]] = []
    var first = 0
    while first < candidates.count {
      var end = first + 1
      while end < candidates.count, candidates[end].contest == candidates[first].contest { end += 1 }
      if end - first > 1 {
        let disputed = disputed(candidates[first..<end])
        if !disputed.isEmpty { conflicts.append(disputed) }
      }
      first = end
    }
    return conflicts
  }

  /// Those whose value no value of some other meets: above the least upper end or below the greatest lower one.
  private static func disputed(_ group: ArraySlice<Candidate>) -> [Candidate] {
    var values: [(low: ExactDecimal, high: ExactDecimal, candidate: Candidate)] = []
    for candidate in group {
      guard let amount = normalized(candidate) else { continue }
      func end(_ name: String) -> ExactDecimal? { (amount["value"]?.text ?? amount[name]?.text).flatMap { .init($0) } }
      guard let low = end("low"), let high = end("high") else { continue }
      values.append((low, high, candidate))
    }
    guard let least = values.map(\.high).min(), let greatest = values.map(\.low).max() else { return [] }
    return values.filter { $0.low > least || $0.high < greatest }.map(\.candidate)
  }

  private static func line(of conflict: [Candidate]) -> [UInt8] {
    let first = parsed(conflict[0].line)
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
      line += candidate.line
    }
    line += Array("]}\n".utf8)
    return line
  }

  /// The normalized amount of a record, without reading the rest of its line: no string holds a quotation mark unescaped.
  private static func normalized(_ candidate: Candidate) -> JSONValue? {
    let line = candidate.line
    guard let start = line.firstIndex(of: beforeAmount, from: line.startIndex),
      let end = line.firstIndex(of: afterAmount, from: start)
    else { return nil }
    return parsed(line[start + beforeAmount.count - 1...end])
  }

  private static let beforeAmount = Array(",\"normalized\":{".utf8)
  private static let afterAmount = Array("},\"mentions\":[".utf8)

  private static func parsed(_ json: ArraySlice<UInt8>) -> JSONValue {
    do throws(JSONError) {
      return try JSONValue(json)
    } catch {
      preconditionFailure("a line of this run is no JSON: \(error)")
    }
  }
}

extension ArraySlice<UInt8> {
  /// Where a piece begins first, at or after an offset.
  fileprivate func firstIndex(of piece: [UInt8], from start: Int) -> Int? {
    guard let head = piece.first else { return nil }
    var index = start
    while index + piece.count <= endIndex {
      if self[index] == head, self[index..<index + piece.count].elementsEqual(piece) { return index }
      index += 1
    }
    return nil
  }
}
