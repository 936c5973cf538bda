import Crypto
import Figures
import Indicators
import Values

/// The digest of what makes two mentions the same fact.
///
/// It is the first 16 bytes of the SHA-256 of a canonical JSON array, so that anyone can compute it again:
/// `["record/2", indicator, measure, unit, low, high, bound, status, comparison, time_period, subject]`,
/// with names as `NameFolding` gives them, for a standard indicator `=` and its code in place of the name, `unit`, `low`
/// and `high` of the normalized amount (low equals high for a single value) as decimal strings, and `null` where a field
/// has no value. 1200万元 and 0.12亿元 are therefore one.
public struct RecordIdentity: Hashable, Sendable {
  /// Changes whenever the array or the folding does, because every id then changes.
  public static let version = "record/2"

  /// The first eight bytes of the digest.
  public let high: UInt64
  /// The next eight.
  public let low: UInt64

  public init(_ fact: Fact) {
    var writer = JSONWriter()
    _ = writer.identity(of: fact)
    self.init(digesting: writer)
  }

  init(digesting writer: JSONWriter) {
    var hash = SHA256()
    writer.buffer.withUnsafeBytes { hash.update(bufferPointer: $0) }
    (high, low) = hash.finalize().withUnsafeBytes { bytes in
      (
        UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      )
    }
  }
}

extension RecordIdentity: Comparable {
  public static func < (left: RecordIdentity, right: RecordIdentity) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

extension RecordIdentity: CustomStringConvertible {
  /// 32 hexadecimal digits.
  public var description: String {
    func hex(_ number: UInt64) -> String {
      let digits = String(number, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
    return hex(high) + hex(low)
  }
}

extension JSONWriter {
  /// The array that identifies a fact.
  /// - Returns: Where the fields end that are never empty, those up to and including the status: what follows may be left
  ///   open by a mention.
  mutating func identity(of fact: Fact) -> Int {
    beginArray()
    string(RecordIdentity.version)
    name(of: fact)
    string(fact.measure.rawValue)
    string(fact.normalized.unit)
    switch fact.normalized.amount {
    case .value(let value):
      string(value)
      string(value)
    case .range(let low, let high):
      string(low)
      string(high)
    }
    string(fact.bound.rawValue)
    string(fact.status.rawValue)
    let coreEnd = count
    string(fact.comparison?.rawValue)
    string(fact.period)
    if let subject = fact.subject { string(folding: subject) } else { null() }
    endArray()
    return coreEnd
  }

  /// What stands for the indicator in a digest.
  mutating func name(of fact: Fact) {
    if let concept = fact.concept {
      string(concept, after: "=")
    } else {
      string(folding: fact.indicator)
    }
  }
}
