import Rules

/// Subjects that are named side by side.
extension TopicReader {
  /// Further names after 、 and 和 make several subjects of one: 福州、厦门、泉州三市, 兴国镇、经开区、滨湖新区.
  func joined(_ first: Topic, _ text: [UInt8], _ end: Int) -> Topic {
    var last = first
    var names = 1
    while let next = afterConnective(text, last.range.upperBound, end),
      let topic = topic(in: text, at: next, end: end), sameSort(first, topic)
    {
      last = topic
      names += 1
    }
    guard names > 1 else { return first }
    return Topic(kind: .several, range: first.range.lowerBound..<last.range.upperBound, isSource: false)
  }

  func sameSort(_ left: Topic, _ right: Topic) -> Bool {
    switch (left.kind, right.kind) {
    // 沈大高速、环渤海 are no two of a sort.
    case (.body(let one), .body(let other)): one == other || one != .region && other != .region
    case (.place, .place): true
    default: isDivision(left) && isDivision(right)
    }
  }

  /// 当阳市, 兴国镇, 滨湖新区, 高新区: what a city has for parts.
  private func isDivision(_ topic: Topic) -> Bool {
    switch topic.kind {
    case .place, .body(.zone), .body(.settlement): true
    // 高新区, and no 园区 or 一期.
    case .deictic(.body(.zone)): topic.range.count == 9
    default: false
    }
  }

  /// 北江动力 of 北江动力股份有限公司: a place, a trade and no ending.
  func placedStem(of text: [UInt8], _ range: Range<Int>) -> String? {
    guard let place = gazetteer.match(in: text, at: range.lowerBound), place.isShort else { return nil }
    let core = range.lowerBound + place.length
    var offset = core
    while offset < range.upperBound {
      if let trade = rules.trades.longestMatch(in: text, at: offset, end: range.upperBound),
        let ending = rules.endings.longestMatch(in: text, at: trade.end, end: range.upperBound),
        ending.end == range.upperBound, ending.value == .company
      {
        return String(decoding: text[range.lowerBound..<trade.end], as: UTF8.self)
      }
      offset += UTF8Scalar.folded(in: text, at: offset).length
    }
    return nil
  }
}
