/// Numbers filed under keys, of which nearly all that are asked for are new: the latest in a table, those before them in
/// sorted runs of a file, each behind a filter of about eleven bits a key.
struct SpilledKeyIndex {
  private struct Run {
    /// Where its first block stands in the file.
    let start: Int
    let count: Int
    let filter: KeyFilter
  }

  private typealias Entry = (key: UInt64, number: Int32)

  /// A key and a number, little-endian.
  private static let entrySize = 12
  /// Entries that are read from the file at a time.
  private static let blockLength = 512

  private let runLength: Int
  private let makeFile: () throws(OutputError) -> SpillFile
  /// By open addressing; below zero where a slot is free.
  private var numbers: [Int32]
  private var keys: [UInt64]
  private var recent = 0
  private var runs: [Run] = []
  private var file: SpillFile?
  private var fileEnd = 0

  /// - Parameters:
  ///   - runLength: Entries that are held in memory at most.
  ///   - makeFile: Gives a file for what is more.
  init(runLength: Int, makeFile: @escaping () throws(OutputError) -> SpillFile) {
    self.runLength = max(1, runLength)
    self.makeFile = makeFile
    numbers = Array(repeating: -1, count: 64)
    keys = Array(repeating: 0, count: 64)
  }

  /// Adds the numbers filed under a key, in no order.
  /// - Parameter key: Keys are spread evenly over all values.
  func find(_ key: UInt64, into found: inout [Int32]) throws(OutputError) {
    var slot = slot(of: key)
    while numbers[slot] >= 0 {
      if keys[slot] == key { found.append(numbers[slot]) }
      slot = (slot + 1) & (numbers.count - 1)
    }
    guard let file else { return }
    for run in runs where run.filter.mayContain(key) { try Self.find(key, in: run, of: file, into: &found) }
  }

  mutating func insert(_ number: Int32, under key: UInt64) throws(OutputError) {
    if recent == runLength { try spill() }
    if (recent + 1) * 4 > numbers.count * 3 { grow() }
    place(number, under: key)
    recent += 1
  }

  // MARK: Table

  private func slot(of key: UInt64) -> Int { Int(truncatingIfNeeded: key) & (numbers.count - 1) }

  private mutating func place(_ number: Int32, under key: UInt64) {
    var slot = slot(of: key)
    while numbers[slot] >= 0 { slot = (slot + 1) & (numbers.count - 1) }
    numbers[slot] = number
    keys[slot] = key
  }

  private mutating func grow() {
    let old = (numbers: numbers, keys: keys)
    numbers = Array(repeating: -1, count: old.numbers.count * 2)
    keys = Array(repeating: 0, count: old.keys.count * 2)
    for slot in old.numbers.indices where old.numbers[slot] >= 0 { place(old.numbers[slot], under: old.keys[slot]) }
  }

  // MARK: Runs

  /// Makes a run of the table and empties it.
  private mutating func spill() throws(OutputError) {
    let file: SpillFile
    if let opened = self.file { file = opened } else { file = try makeFile() }
    self.file = file
    var entries: [Entry] = []
    entries.reserveCapacity(recent)
    for slot in numbers.indices where numbers[slot] >= 0 { entries.append((keys[slot], numbers[slot])) }
    entries.sort { $0.key < $1.key }
    var filter = KeyFilter(expecting: entries.count)
    let start = fileEnd
    for first in stride(from: 0, to: entries.count, by: Self.blockLength) {
      var block: [UInt8] = []
      block.reserveCapacity(Self.blockLength * Self.entrySize)
      for (key, number) in entries[first..<min(first + Self.blockLength, entries.count)] {
        filter.insert(key)
        block.append(number: key)
        block.append(number: number)
      }
      try file.write(block, at: fileEnd)
      fileEnd += block.count
    }
    runs.append(Run(start: start, count: entries.count, filter: filter))
    for slot in numbers.indices { numbers[slot] = -1 }
    recent = 0
  }

  private static func find(
    _ key: UInt64, in run: Run, of file: SpillFile, into found: inout [Int32]
  ) throws(OutputError) {
    let last = (run.count - 1) / blockLength
    // Keys are spread evenly, so that its size tells nearly where one stands.
    var index = Int(key.multipliedFullWidth(by: UInt64(run.count)).high) / blockLength
    var block = try Self.block(index, of: run, in: file)
    while index > 0, let first = block.first, first.key >= key {
      index -= 1
      block = try Self.block(index, of: run, in: file)
    }
    while true {
      for entry in block where entry.key == key { found.append(entry.number) }
      guard index < last, let end = block.last, end.key <= key else { return }
      index += 1
      block = try Self.block(index, of: run, in: file)
    }
  }

  private static func block(_ index: Int, of run: Run, in file: SpillFile) throws(OutputError) -> [Entry] {
    let entries = index * blockLength..<min((index + 1) * blockLength, run.count)
    let start = run.start + entries.lowerBound * entrySize
    let bytes = try file.read(start..<start + entries.count * entrySize, behind: [])
    return stride(from: 0, to: bytes.count, by: entrySize).map { (bytes.number(at: $0), bytes.number(at: $0 + 8)) }
  }
}
