/// The name of an indicator as ranges of its paragraph, so that its text is made once, when the record is.
struct IndicatorName: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    case range(Range<Int>)
    case literal(String)
  }

  /// The verb of flow that leads the name: 新增, 引进; it is repeated where a list leaves it out.
  var flow: Range<Int>?
  /// The rest.
  var parts: [Part] = []

  var isEmpty: Bool { parts.isEmpty && flow == nil }

  /// Whether it is one stretch of the text without a verb of flow before it: 重点项目.
  var isNoun: Bool { flow == nil && parts.count == 1 }

  /// Where that stretch stands; `nil` where the name is more than one, or is an added word.
  var noun: Range<Int>? {
    guard isNoun, case .range(let range)? = parts.first else { return nil }
    return range
  }

  /// The name and what is added behind it.
  func adding(_ more: [Part]) -> IndicatorName {
    var name = self
    name.parts += more
    return name
  }

  /// The name without the 的 that led to it: 两县的投资完成率 of which the counties were taken.
  func withoutParticle(in shadow: [UInt8]) -> IndicatorName {
    guard flow == nil, case .range(let range)? = parts.first, range.count > 3,
      shadow[range.lowerBound..<range.lowerBound + 3].elementsEqual("的".utf8)
    else { return self }
    return IndicatorName(flow: nil, parts: [.range(range.lowerBound + 3..<range.upperBound)] + parts.dropFirst())
  }

  /// The bytes of the name, cut from the paragraph or from its shadow.
  func utf8(in text: [UInt8]) -> [UInt8] {
    if let noun { return Array(text[noun]) }
    var bytes: [UInt8] = []
    if let flow { bytes += text[flow] }
    for part in parts {
      switch part {
      case .range(let range): bytes += text[range]
      case .literal(let literal): bytes += literal.utf8
      }
    }
    return bytes
  }

  /// The first byte of the paragraph that the name takes up; `nil` where it is all added words.
  var start: Int? {
    var start = flow?.lowerBound
    for case .range(let range) in parts { start = min(start ?? range.lowerBound, range.lowerBound) }
    return start
  }
}
