/// One statistical fact and every place that states it.
public struct IndicatorRecord: Sendable {
  public let id: RecordIdentity
  /// As the first mention words it.
  public private(set) var fact: Fact
  /// In order, without repetition, at least one.
  public private(set) var mentions: [Mention]

  public init(id: RecordIdentity, fact: Fact, mention: Mention) {
    self.id = id
    self.fact = fact
    mentions = [mention]
  }

  /// Takes over the mentions of another record of the same fact; the wording follows the first mention of both.
  mutating func formUnion(_ other: IndicatorRecord) {
    if let ours = mentions.first, let theirs = other.mentions.first, theirs < ours { fact = other.fact }
    addMentions(other.mentions)
  }

  /// Takes over mentions that say the same with less; the wording stays.
  mutating func addMentions(_ others: [Mention]) {
    if let last = mentions.last, let first = others.first, last < first {
      mentions += others
      return
    }
    var merged: [Mention] = []
    merged.reserveCapacity(mentions.count + others.count)
    var left = mentions[...]
    var right = others[...]
    while let ours = left.first, let theirs = right.first {
      if theirs < ours {
        merged.append(right.removeFirst())
      } else {
        merged.append(left.removeFirst())
        if ours == theirs { right.removeFirst() }
      }
    }
    mentions = merged + left + right
  }
}

extension IndicatorRecord: Comparable {
  /// By subject, indicator and period (each by bytes, nothing before anything), then by id.
  public static func < (left: IndicatorRecord, right: IndicatorRecord) -> Bool {
    if let ordered = precedes(left.fact.subject, right.fact.subject) { return ordered }
    if let ordered = precedes(left.fact.indicator, right.fact.indicator) { return ordered }
    if left.fact.period != right.fact.period,
      let ordered = precedes(left.fact.period?.description, right.fact.period?.description)
    {
      return ordered
    }
    return left.id < right.id
  }

  /// There is one record of a fact, so the id settles it.
  public static func == (left: IndicatorRecord, right: IndicatorRecord) -> Bool { left.id == right.id }

  private static func precedes(_ left: String?, _ right: String?) -> Bool? {
    switch (left, right) {
    case (nil, nil): nil
    case (nil, _): true
    case (_, nil): false
    case (let left?, let right?):
      left.utf8.elementsEqual(right.utf8) ? nil : left.precedesByBytes(right)
    }
  }
}
