import Records

/// The records of one document as bytes: workers encode them, and from there on they are only compared and copied.
///
/// An entry is a header of 52 bytes (its length, the id, the lengths of three parts, the number of mentions, the key by which
/// records contradict each other, zero for none) and its parts:
/// the sort key, the name of the document, the fields of the fact as JSON and the mentions as JSON, each list without its
/// brackets.
struct RecordEntries: Sendable {
  let bytes: [UInt8]
  let count: Int

  init(_ document: DocumentRecords, name: String) {
    count = document.records.count
    var writer = JSONWriter()
    writer.reserveCapacity(document.records.count * 640)
    var digested = JSONWriter()
    for record in document.records { writer.entry(of: record, document: name, digesting: &digested) }
    bytes = writer.utf8
  }
}

extension JSONWriter {
  /// Adds one entry.
  fileprivate mutating func entry(
    of record: IndicatorRecord, document name: String, digesting digested: inout JSONWriter
  ) {
    let fact = record.fact
    let start = count
    var document = 0
    // Nothing comes before anything; a zero ends a text, which holds none.
    bytes { buffer in
      buffer.append(repeating: 0, count: RecordEntry.headerLength)
      if let subject = fact.subject {
        buffer.append(1)
        buffer.append(utf8Of: subject)
      }
      buffer.append(0)
      buffer.append(utf8Of: fact.indicator)
      buffer.append(0)
      if let period = fact.period {
        buffer.append(1)
        period.appendDescription(to: &buffer)
      }
      buffer.append(0)
      document = buffer.count
      buffer.append(utf8Of: name)
    }
    let fields = count
    self.fields(of: fact)
    let mentions = count
    bytes { _ in }
    for mention in record.mentions { object(mention) }
    let end = count
    // What is said about a figure with 超过 or 近 is told another way, not another fact: only exact values are compared.
    let contest = fact.bound == .exact ? ContestKey(fact, writer: &digested) : nil
    withBytes { bytes in
      func store(_ number: Int, at offset: Int) {
        bytes.storeBytes(of: UInt32(number).littleEndian, toByteOffset: start + offset, as: UInt32.self)
      }
      store(end - start, at: 0)
      bytes.storeBytes(of: record.id.high.bigEndian, toByteOffset: start + 4, as: UInt64.self)
      bytes.storeBytes(of: record.id.low.bigEndian, toByteOffset: start + 12, as: UInt64.self)
      store(document - start - RecordEntry.headerLength, at: 20)
      store(fields - document, at: 24)
      store(mentions - fields, at: 28)
      store(record.mentions.count, at: 32)
      bytes.storeBytes(of: contest?.high ?? 0, toByteOffset: start + 36, as: UInt64.self)
      bytes.storeBytes(of: contest?.low ?? 0, toByteOffset: start + 44, as: UInt64.self)
    }
    bytes { _ in }
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
