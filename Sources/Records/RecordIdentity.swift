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
    self.init(digesting: CanonicalFact(fact).utf8)
  }

  init(digesting utf8: [UInt8]) {
    var high: UInt64 = 0
    var low: UInt64 = 0
    for (index, byte) in SHA256.hash(data: utf8).prefix(16).enumerated() {
      if index < 8 { high = high << 8 | UInt64(byte) } else { low = low << 8 | UInt64(byte) }
    }
    self.high = high
    self.low = low
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

/// The bytes that identify a fact, and those of them that stand for the fields that are never empty.
struct CanonicalFact {
  let utf8: [UInt8]
  /// Everything up to and including the status: the fields before those that a mention may leave open.
  let core: ArraySlice<UInt8>

  init(_ fact: Fact) {
    var writer = JSONWriter()
    writer.beginArray()
    writer.string(RecordIdentity.version)
    if let concept = fact.concept {
      writer.string("=" + concept)
    } else {
      writer.string(utf8: NameFolding.folded(fact.indicator))
    }
    writer.string(fact.measure.rawValue)
    writer.string(fact.normalized.unit)
    switch fact.normalized.amount {
    case .value(let value):
      writer.string(value.description)
      writer.string(value.description)
    case .range(let low, let high):
      writer.string(low.description)
      writer.string(high.description)
    }
    writer.string(fact.bound.rawValue)
    writer.string(fact.status.rawValue)
    let coreEnd = writer.utf8.count
    writer.string(fact.comparison?.rawValue)
    writer.string(fact.period?.description)
    if let subject = fact.subject { writer.string(utf8: NameFolding.folded(subject)) } else { writer.null() }
    writer.endArray()
    utf8 = writer.utf8
    core = writer.utf8[..<coreEnd]
  }
}
