import Records

/// Entries of a buffer with equal ids brought together, in the order of the output file.
struct SortedEntries {
  private struct Record {
    /// The first sixteen bytes of the key.
    let prefix: UInt64
    let second: UInt64
    let high: UInt64
    let low: UInt64
    /// The entries of one id stand side by side in `offsets`, the one whose wording counts first.
    let first: Int
    let count: Int
  }

  private let bytes: [UInt8]
  private var offsets: [Int] = []
  private var records: [Record] = []

  /// - Parameter bytes: Whole entries, one after another.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    bytes.withUnsafeBytes { bytes in
      let placed = Self.orderedByID(bytes)
      offsets = placed.map(\.offset)
      records = Self.records(of: placed, in: bytes)
      records.sort { left, right in
        if left.prefix != right.prefix { return left.prefix < right.prefix }
        if left.second != right.second { return left.second < right.second }
        let order = compareBytes(
          RecordEntry(at: placed[left.first].offset, in: bytes).key,
          RecordEntry(at: placed[right.first].offset, in: bytes).key)
        if order != 0 { return order < 0 }
        return (left.high, left.low) < (right.high, right.low)
      }
    }
  }

  var count: Int { records.count }

  /// What records of other values would contradict this one.
  func contest(of index: Int) -> ContestKey? {
    bytes.withUnsafeBytes { RecordEntry(at: offsets[records[index].first], in: $0).contest }
  }

  /// Adds the line of one record to the output.
  /// - Returns: The number of its mentions.
  func appendLine(of index: Int, to out: inout [UInt8]) -> Int {
    let record = records[index]
    return bytes.withUnsafeBytes { bytes in
      var mentions = 0
      out.append(contentsOf: Self.opening)
      out.append(hexadecimal: record.high)
      out.append(hexadecimal: record.low)
      out.append(contentsOf: Self.afterID)
      out.append(contentsOf: RecordEntry(at: offsets[record.first], in: bytes).fields)
      out.append(contentsOf: Self.beforeMentions)
      for place in record.first..<record.first + record.count {
        let entry = RecordEntry(at: offsets[place], in: bytes)
        if place > record.first { out.append(UInt8(ascii: ",")) }
        out.append(contentsOf: entry.mentions)
        mentions += entry.mentionCount
      }
      out.append(contentsOf: Self.closing)
      return mentions
    }
  }

  /// Adds the sort key of one record and its id behind it, which together order the records of several runs, and its
  /// contest.
  func appendKey(of index: Int, to out: inout [UInt8]) {
    let record = records[index]
    bytes.withUnsafeBytes { bytes in
      out.append(contentsOf: RecordEntry(at: offsets[record.first], in: bytes).key)
      let contest = RecordEntry(at: offsets[record.first], in: bytes).contest
      for half in [record.high, record.low, contest?.high ?? 0, contest?.low ?? 0] {
        withUnsafeBytes(of: half.bigEndian) { out.append(contentsOf: $0) }
      }
    }
  }

  private typealias Placed = (high: UInt64, low: UInt64, offset: Int)

  /// By id, then by document, so that neither the order of the documents nor where they were kept makes a difference.
  private static func orderedByID(_ bytes: UnsafeRawBufferPointer) -> [Placed] {
    var placed: [Placed] = []
    placed.reserveCapacity(bytes.count / 512)
    var offset = 0
    while offset < bytes.count {
      let entry = RecordEntry(at: offset, in: bytes)
      placed.append((entry.high, entry.low, offset))
      offset += entry.length
    }
    // Ids are digests: dealt out by the first bits in which they differ, hardly two fall together.
    let (least, greatest) = placed.reduce((UInt64.max, 0)) { (min($0.0, $1.high), max($0.1, $1.high)) }
    let common = UInt64(min((least ^ greatest).leadingZeroBitCount, 63))
    var bits = 1
    while bits < 24, 1 << bits < placed.count { bits += 1 }
    let shift = UInt64(64 - bits)
    var ends = [Int](repeating: 0, count: 1 << bits + 1)
    for entry in placed { ends[Int((entry.high << common) >> shift) + 1] += 1 }
    for slot in 1..<ends.count { ends[slot] += ends[slot - 1] }
    var dealt = placed
    var next = ends
    for entry in placed {
      let slot = Int((entry.high << common) >> shift)
      dealt[next[slot]] = entry
      next[slot] += 1
    }
    placed = dealt
    for slot in 1..<ends.count where ends[slot] - ends[slot - 1] > 1 {
      placed[ends[slot - 1]..<ends[slot]].sort { Self.precedes($0, $1, in: bytes) }
    }
    return placed
  }

  private static func precedes(_ left: Placed, _ right: Placed, in bytes: UnsafeRawBufferPointer) -> Bool {
    if left.high != right.high { return left.high < right.high }
    if left.low != right.low { return left.low < right.low }
    let leftEntry = RecordEntry(at: left.offset, in: bytes)
    let rightEntry = RecordEntry(at: right.offset, in: bytes)
    let order = compareBytes(leftEntry.document, rightEntry.document)
    return (order != 0 ? order : compareBytes(leftEntry.mentions, rightEntry.mentions)) < 0
  }

  private static func records(of placed: [Placed], in bytes: UnsafeRawBufferPointer) -> [Record] {
    var records: [Record] = []
    records.reserveCapacity(placed.count)
    var first = 0
    while first < placed.count {
      var end = first + 1
      while end < placed.count, placed[end].high == placed[first].high, placed[end].low == placed[first].low {
        end += 1
      }
      let key = RecordEntry(at: placed[first].offset, in: bytes).key
      records.append(
        Record(
          prefix: prefixNumber(key),
          second: prefixNumber(UnsafeRawBufferPointer(rebasing: key.dropFirst(8))), high: placed[first].high,
          low: placed[first].low, first: first, count: end - first)
      )
      first = end
    }
    return records
  }

  private static let opening = Array("{\"id\":\"".utf8)
  private static let afterID = Array("\",".utf8)
  private static let beforeMentions = Array(",\"mentions\":[".utf8)
  private static let closing = Array("]}\n".utf8)
}

extension [UInt8] {
  private static let hexadecimal: [UInt16] = (0..<256).map { byte in
    let digits = [UInt8]("0123456789abcdef".utf8)
    return UInt16(digits[byte >> 4]) << 8 | UInt16(digits[byte & 15])
  }

  fileprivate mutating func append(hexadecimal number: UInt64) {
    let table = Self.hexadecimal
    func digits(_ half: UInt64) -> UInt64 {
      var digits: UInt64 = 0
      for shift in stride(from: 24 as UInt64, through: 0, by: -8) {
        digits = digits << 16 | UInt64(table[Int(half >> shift & 0xFF)])
      }
      return digits.bigEndian
    }
    Swift.withUnsafeBytes(of: (digits(number >> 32), digits(number & 0xFFFF_FFFF))) { append(contentsOf: $0) }
  }
}
