/// Hits among what was predicted and what was asked for.
public struct Score: Hashable, Sendable {
  public var hits = 0
  public var predicted = 0
  public var asked = 0

  public init() {}

  public var precision: Double { predicted == 0 ? 0 : Double(hits) / Double(predicted) }
  public var recall: Double { asked == 0 ? 0 : Double(hits) / Double(asked) }
  public var f1: Double {
    precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
  }

  mutating func add(_ other: Score) {
    hits += other.hits
    predicted += other.predicted
    asked += other.asked
  }
}

/// Hits out of a number of tries.
public struct Rate: Hashable, Sendable {
  public var hits = 0
  public var tries = 0

  public init() {}

  public var share: Double? { tries == 0 ? nil : Double(hits) / Double(tries) }

  mutating func count(_ isHit: Bool) {
    hits += isHit ? 1 : 0
    tries += 1
  }

  mutating func add(_ other: Rate) {
    hits += other.hits
    tries += other.tries
  }
}
