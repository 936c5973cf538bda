import Layout
import Rules

/// Where the place or office ends that a name begins with.
extension SubjectFinder {
  /// Where a place ends that begins at an offset and is printed with its unit, or the office of one or of the state: 市粮食局,
  /// 国家能源局.
  func headEnd(in shadow: [UInt8], at offset: Int, limit: Int) -> (end: Int, isOffice: Bool)? {
    guard let topic = rules.topics.topic(in: shadow, at: offset, end: limit) else { return nil }
    switch topic.kind {
    case .state: return (topic.range.upperBound, true)
    // 汽车及零部件: an ending is not enough.
    case .authority(let places) where !places.isEmpty || rules.topics.isMunicipal(shadow, offset):
      return (topic.range.upperBound, true)
    default: return placeEnd(of: topic, in: shadow).map { ($0, false) }
    }
  }

  /// 荣成市区人口: of 市区 the first character could end the name of the place, but belongs to what is behind it.
  /// - Returns: Where the name ends without it.
  func beforeUnitWord(in shadow: [UInt8], at end: Int) -> Int {
    guard end > 6, case let unit = UTF8Scalar.start(before: end, in: shadow),
      let word = rules.organizations.unitWords.longestMatch(in: shadow, at: unit), word.end > end
    else { return end }
    return unit
  }

  /// Countries are no places here.
  func placeEnd(of topic: Topic, in shadow: [UInt8]) -> Int? {
    switch topic.kind {
    case .place(let places, let isShort):
      guard !isShort, rules.gazetteer.match(in: shadow, at: topic.range.lowerBound)?.isShort == false,
        !places.contains(where: { rules.gazetteer.places[$0].level == .country })
      else { return nil }
      return topic.range.upperBound
    case .body(.settlement): return topic.range.upperBound
    case .deictic: return topic.range.count >= 9 ? topic.range.upperBound : nil
    default: return nil
    }
  }
}
