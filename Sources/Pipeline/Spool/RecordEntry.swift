import Records

/// The records of one document as bytes: workers encode them, and from there on they are only compared and copied.
///
/// An entry is a header of 52 bytes (its length, the id, the lengths of three parts, the number of mentions, the key by which
/// records contradict each other, zero for none) and its parts:
/// the sort key, the name of the document, the fields of the fact as JSON and the mentions as JSON, each list without its
/// brackets.
struct RecordEntries: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var count = 0

  init(_ document: DocumentRecords, name: String) {
    guard !document.records.isEmpty else { return }
    bytes.reserveCapacity(document.records.count * 640)
    var writer = JSONWriter()
    for record in document.records { append(record, name: name, writer: &writer) }
    count = document.records.count
  }

  private mutating func append(_ record: IndicatorRecord, name: String, writer: inout JSONWriter) {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: RecordEntry.headerLength))
    bytes.append(sortable: record.fact.subject)
    bytes.append(contentsOf: record.fact.indicator.utf8)
    bytes.append(0)
    bytes.append(sortable: record.fact.period?.description)
    let document = bytes.count
    bytes.append(contentsOf: name.utf8)
    let fields = bytes.count
    writer.removeAll()
    writer.beginObject()
    writer.fields(of: record.fact)
    bytes.append(contentsOf: writer.utf8.dropFirst())
    let mentions = bytes.count
    writer.removeAll()
    writer.array(record.mentions)
    bytes.append(contentsOf: writer.utf8.dropFirst().dropLast())
    bytes.withUnsafeMutableBytes { bytes in
      func store(_ number: Int, at offset: Int) {
        bytes.storeBytes(of: UInt32(number).littleEndian, toByteOffset: start + offset, as: UInt32.self)
      }
      store(bytes.count - start, at: 0)
      bytes.storeBytes(of: record.id.high.bigEndian, toByteOffset: start + 4, as: UInt64.self)
      bytes.storeBytes(of: record.id.low.bigEndian, toByteOffset: start + 12, as: UInt64.self)
      store(document - start - RecordEntry.headerLength, at: 20)
      store(fields - document, at: 24)
      store(mentions - fields, at: 28)
      store(record.mentions.count, at: 32)
      // What is said about a figure with 超过 or 近 is told another way, not another fact: only exact values are compared.
      let contest = record.fact.bound == .exact ? ContestKey(record.fact) : nil
      bytes.storeBytes(of: contest?.high ?? 0, toByteOffset: start + 36, as: UInt64.self)
      bytes.storeBytes(of: contest?.low ?? 0, toByteOffset: start + 44, as: UInt64.self)
    }
  }
}

/// Reads one entry of `RecordEntries` in place.
struct RecordEntry {
  static let headerLength = 52

  private let base: UnsafeRawPointer

  init(at offset: Int, in bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress, offset >= 0, offset + Self.headerLength <= bytes.count else {
      preconditionFailure("no entry at \(offset) of \(bytes.count) bytes")
    }
    base = start + offset
  }

  var length: Int { number(at: 0) }
  /// The id, so that comparing it as numbers is comparing it as bytes.
  var high: UInt64 { UInt64(bigEndian: base.loadUnaligned(fromByteOffset: 4, as: UInt64.self)) }
  var low: UInt64 { UInt64(bigEndian: base.loadUnaligned(fromByteOffset: 12, as: UInt64.self)) }
  var mentionCount: Int { number(at: 32) }
  /// What records of other values contradict; `nil` where none can.
  var contest: ContestKey? {
    let key = ContestKey(
      high: base.loadUnaligned(fromByteOffset: 36, as: UInt64.self),
      low: base.loadUnaligned(fromByteOffset: 44, as: UInt64.self))
    return key.high == 0 && key.low == 0 ? nil : key
  }

  /// Subject, indicator and period, so that comparing the bytes is the order of the output file.
  var key: UnsafeRawBufferPointer { part(at: 0, count: number(at: 20)) }
  var document: UnsafeRawBufferPointer { part(at: number(at: 20), count: number(at: 24)) }
  var fields: UnsafeRawBufferPointer { part(at: number(at: 20) + number(at: 24), count: number(at: 28)) }
  var mentions: UnsafeRawBufferPointer {
    let start = number(at: 20) + number(at: 24) + number(at: 28)
    return part(at: start, count: length - Self.headerLength - start)
  }

  private func number(at offset: Int) -> Int {
    Int(UInt32(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }

  private func part(at offset: Int, count: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: base + Self.headerLength + offset, count: count)
  }
}

extension [UInt8] {
  /// Nothing comes before anything; a zero ends a text, which holds none.
  fileprivate mutating func append(sortable text: String?) {
    guard let text else { return append(0) }
    append(1)
    append(contentsOf: text.utf8)
    append(0)
  }
}
