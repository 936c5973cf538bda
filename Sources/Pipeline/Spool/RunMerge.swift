import Records

/// Merges sorted runs of a file into one sequence of lines.
///
/// A run is a row of records, each with the lengths of its key and its line (four bytes each), the key and the line. The
/// key ends with the id and the contest, sixteen bytes each.
struct RunMerge {
  private var cursors: [RunCursor] = []
  /// A heap of indices of cursors: the one with the least key is first.
  private var heap: [Int] = []

  /// - Parameter memory: Bytes for the buffers of all runs together.
  init(_ runs: [Range<Int>], of file: SpillFile, memory: Int) throws(OutputError) {
    let block = max(1 << 12, memory / max(1, runs.count))
    for run in runs where !run.isEmpty {
      var cursor = RunCursor(run, of: file, block: block)
      if try cursor.advance() { cursors.append(cursor) }
    }
    heap = Array(cursors.indices)
    for position in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(position) }
  }

  /// What records of other values would contradict the next line.
  var nextContest: ContestKey? { heap.first.flatMap { cursors[$0].contest } }

  /// Adds the next line to the output; `false` where there is none.
  mutating func appendNext(to out: inout [UInt8]) throws(OutputError) -> Bool {
    guard let least = heap.first else { return false }
    cursors[least].appendLine(to: &out)
    if try !cursors[least].advance() {
      let last = heap.removeLast()
      if heap.isEmpty { return true }
      heap[0] = last
    }
    sink(0)
    return true
  }

  private mutating func sink(_ start: Int) {
    var position = start
    while true {
      var least = position
      for child in [2 * position + 1, 2 * position + 2] where child < heap.count {
        if RunCursor.precedes(cursors[heap[child]], cursors[heap[least]]) { least = child }
      }
      guard least != position else { return }
      heap.swapAt(position, least)
      position = least
    }
  }
}

/// Reads one run from its beginning to its end.
private struct RunCursor {
  private let file: SpillFile
  private let block: Int
  private var rest: Range<Int>
  private var buffer: [UInt8] = []
  private var next = 0
  private var key = 0..<0
  private var line = 0..<0
  private var prefix: UInt64 = 0

  init(_ run: Range<Int>, of file: SpillFile, block: Int) {
    self.file = file
    self.block = block
    rest = run
  }

  /// Goes to the next record; `false` at the end.
  mutating func advance() throws(OutputError) -> Bool {
    guard next < buffer.count || !rest.isEmpty else { return false }
    try need(8)
    let keyLength = number(at: next)
    let lineLength = number(at: next + 4)
    try need(8 + keyLength + lineLength)
    key = next + 8..<next + 8 + keyLength
    line = key.upperBound..<key.upperBound + lineLength
    next = line.upperBound
    prefix = buffer.withUnsafeBytes { prefixNumber(UnsafeRawBufferPointer(rebasing: $0[key])) }
    return true
  }

  var contest: ContestKey? {
    let place = key.upperBound - 16
    let (high, low) = buffer.withUnsafeBytes {
      (
        UInt64(bigEndian: $0.loadUnaligned(fromByteOffset: place, as: UInt64.self)),
        UInt64(bigEndian: $0.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self))
      )
    }
    return high == 0 && low == 0 ? nil : ContestKey(high: high, low: low)
  }

  func appendLine(to out: inout [UInt8]) { out.append(contentsOf: buffer[line]) }

  static func precedes(_ left: RunCursor, _ right: RunCursor) -> Bool {
    if left.prefix != right.prefix { return left.prefix < right.prefix }
    return left.buffer.withUnsafeBytes { leftBytes in
      right.buffer.withUnsafeBytes { rightBytes in
        compareBytes(
          UnsafeRawBufferPointer(rebasing: leftBytes[left.key]), UnsafeRawBufferPointer(rebasing: rightBytes[right.key])
        )
          < 0
      }
    }
  }

  /// Sees to it that so many bytes stand in the buffer from `next` on.
  private mutating func need(_ count: Int) throws(OutputError) {
    let left = buffer.count - next
    guard left < count else { return }
    let length = min(rest.count, max(block, count) - left)
    // A buffer of its own size: one that grew would be twice as large, and there are as many as there are runs.
    buffer = try file.read(rest.prefix(length), behind: buffer[next...])
    next = 0
    rest = rest.dropFirst(length)
    precondition(buffer.count >= count, "a run ends inside a record")
  }

  private func number(at offset: Int) -> Int {
    buffer.withUnsafeBytes { Int(UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self))) }
  }
}
