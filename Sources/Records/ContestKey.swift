import Indicators

/// The digest of what two facts must share to be about the same thing: all that identifies a fact but its value and bound.
///
/// It is the first 16 bytes of the SHA-256 of the JSON array
/// `["contest/1", indicator, measure, unit, status, comparison, time_period, subject]`, in the words of `RecordIdentity`, but
/// that counts keep the word they are counted in: 3120户 and 4075名 of one indicator agree.
public struct ContestKey: Hashable, Sendable {
  /// The first eight bytes of the digest.
  public let high: UInt64
  /// The next eight.
  public let low: UInt64

  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// `nil` where the fact is of no known time or of nobody known, because then two of them need not be about the same.
  public init?(_ fact: Fact) {
    var writer = JSONWriter()
    self.init(fact, writer: &writer)
  }

  /// - Parameter writer: What it wrote is lost; its memory serves for one key after another.
  public init?(_ fact: Fact, writer: inout JSONWriter) {
    guard let period = fact.period, let subject = fact.subject else { return nil }
    writer.removeAll()
    writer.beginArray()
    writer.string("contest/1")
    writer.name(of: fact)
    writer.string(fact.measure.rawValue)
    writer.string(fact.normalized.unit == "1" ? Self.counter(fact.unit) : fact.normalized.unit)
    writer.string(fact.status.rawValue)
    writer.string(fact.comparison?.rawValue)
    writer.string(period)
    writer.string(folding: subject)
    writer.endArray()
    let digest = RecordIdentity(digesting: writer)
    self.init(high: digest.high, low: digest.low)
  }

  /// The unit without the scale words that count it in larger numbers: 户 of 万户.
  private static func counter(_ unit: String) -> String {
    let utf8 = Array(unit.utf8)
    var start = 0
    while start + 3 <= utf8.count, scales.contains(where: { utf8[start..<start + 3].elementsEqual($0) }) { start += 3 }
    return start == 0 ? unit : String(decoding: utf8[start...], as: UTF8.self)
  }

  private static let scales = ["百", "千", "万", "亿"].map { Array($0.utf8) }
}

extension ContestKey: Comparable {
  public static func < (left: ContestKey, right: ContestKey) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}
