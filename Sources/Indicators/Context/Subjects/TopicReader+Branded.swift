import Figures
import Rules

/// Bodies whose name has a brand in quotes, and events that are told by which of them it is.
extension TopicReader {
  /// “金穗”水稻专业合作社, 「好鄰居」連鎖超市: a short name in quotes and the body that it names.
  /// - Parameters:
  ///   - quote: Where the opening quote stands.
  ///   - start: Where the name of the body begins, with the place that it lies in.
  func branded(in text: [UInt8], quote: Int, from start: Int, end: Int, _ periods: PeriodPlaces) -> Topic? {
    guard let after = brandEnd(in: text, at: quote, end: end) else { return nil }
    if let body = body(in: text, from: start, coreStart: after, end: end, hasPlace: true, periods),
      Self.bearsBrand(body.bodyClass), !isCountedAlone(text, behind: body.range.upperBound, end)
    {
      return body.topic(places: [])
    }
    // “红叶”艺术团: what is a body only behind a name of its own.
    var offset = after
    let limit = min(end, after + Self.longestTrade, periods.start(from: after))
    while offset < limit {
      if let ending = rules.brandEndings.longestMatch(in: text, at: offset, end: end) {
        guard !rules.isException(.company, in: text, at: ending.end), !isCountedAlone(text, behind: ending.end, end)
        else { return nil }
        return Topic(kind: .body(.company), range: start..<ending.end, isSource: false)
      }
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      guard (0x4E00...0x9FFF).contains(scalar) else { return nil }
      // 志愿服务队: a verb that belongs to the ending.
      let verb = rules.tradeVerbs.longestMatch(in: text, at: offset, end: end)
      if let verb, rules.brandEndings.longestMatch(in: text, at: verb.end, end: end) != nil {
        offset = verb.end
        continue
      }
      if rules.stops.longestMatch(in: text, at: offset, end: end) != nil { return nil }
      offset += size
    }
    return nil
  }

  /// The body that bears the brand in quotes which stands at an offset or was skipped before it.
  func branded(in text: [UInt8], at start: Int, end: Int, _ periods: PeriodPlaces) -> Topic? {
    if start < end, Self.closing(of: UTF8Scalar.folded(in: text, at: start).scalar) != nil {
      return branded(in: text, quote: start, from: start, end: end, periods)
    }
    guard start > 0, start < end else { return nil }
    var quote = UTF8Scalar.start(before: start, in: text)
    let before = UTF8Scalar.folded(in: text, at: quote).scalar
    // 看到“薯源”合作社: where what stands behind the quotes is read by itself.
    if Self.isClosing(before) {
      let limit = max(0, quote - Self.longestBrand)
      while quote > limit, Self.closing(of: UTF8Scalar.folded(in: text, at: quote).scalar) != before {
        quote = UTF8Scalar.start(before: quote, in: text)
      }
      guard brandEnd(in: text, at: quote, end: end) == start else { return nil }
    } else if Self.closing(of: before) == nil {
      return nil
    }
    return branded(in: text, quote: quote, from: quote, end: end, periods)
  }

  /// 监利县“金穗”水稻专业合作社, 我市“老船长”养殖公司: the same behind where it lies.
  func branded(behind place: Topic, in text: [UInt8], end: Int, _ periods: PeriodPlaces) -> Topic? {
    let quote = place.range.upperBound
    guard quote < end, Self.closing(of: UTF8Scalar.folded(in: text, at: quote).scalar) != nil else { return nil }
    switch place.kind {
    case .place, .body(.settlement), .body(.zone), .body(.region):
      return branded(in: text, quote: quote, from: place.range.lowerBound, end: end, periods)
    case .deictic(.division), .deictic(.named):
      return branded(in: text, quote: quote, from: quote, end: end, periods)
    default: return nil
    }
  }

  /// Where a brand in quotes ends with its quote: two to eight characters, and no kind of bodies (“空壳”公司).
  private func brandEnd(in text: [UInt8], at quote: Int, end: Int) -> Int? {
    let (opening, size) = UTF8Scalar.folded(in: text, at: quote)
    guard let closing = Self.closing(of: opening) else { return nil }
    let first = quote + size
    var offset = first
    while offset < min(end, first + Self.longestBrand) {
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      if scalar == closing {
        guard offset - first >= 6, offset + size < end,
          rules.generic.longestMatch(in: text, at: first, end: offset)?.end != offset,
          rules.brandless.longestMatch(in: text, at: first, end: offset)?.end != offset
        else { return nil }
        return offset + size
      }
      // 一村一品, 百企联百村, 5G: no brand has numerals.
      guard (0x4E00...0x9FFF).contains(scalar) || (0x41...0x5A).contains(scalar) || (0x61...0x7A).contains(scalar),
        !isDigit(text, offset)
      else { return nil }
      offset += size
    }
    return nil
  }

  private static func bearsBrand(_ bodyClass: OrganizationRules.Class) -> Bool {
    switch bodyClass {
    case .company, .bank, .school, .hospital, .facility, .society, .zone: true
    case .court, .event, .settlement, .authority, .project, .region: false
    }
  }

  /// Up to eight characters.
  private static let longestBrand = 27
  /// Up to eight characters between the brand and the ending.
  private static let longestTrade = 27
  /// What closes an opening quote: “”, ‘’, 「」, 『』, "". Asked wherever a topic may begin.
  private static func closing(of opening: UInt32) -> UInt32? {
    switch opening {
    case 0x201C, 0x2018, 0x300C, 0x300E: opening + 1
    case 0x22: opening
    default: nil
    }
  }

  private static func isClosing(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x201D, 0x2019, 0x300D, 0x300F: true
    default: false
    }
  }

  /// 第25届中国古镇国际灯饰博览会, 首届龙虾节, 2018宜昌国际马拉松: an event that is told by which of them it is.
  func edition(in text: [UInt8], at start: Int, end: Int, _ periods: PeriodPlaces) -> Topic? {
    guard let core = editionEnd(in: text, at: start, end: end) else { return nil }
    var offset = core
    let limit = min(end, core + Self.longestName + 30, periods.start(from: core))
    while offset < limit {
      // 第七届运动会, and no 第七届展.
      if let ending = rules.eventEndings.longestMatch(in: text, at: offset, end: end),
        offset > core || ending.end - core >= 9
      {
        // 第十五届人民代表大会
        guard rules.noEvents.longestMatch(endingAt: ending.end, in: text, start: core) == nil else { return nil }
        var last = ending.end
        while let next = rules.eventEndings.longestMatch(in: text, at: last, end: end) { last = next.end }
        return Topic(kind: .body(.event), range: start..<last, isSource: false)
      }
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      switch scalar {
      // 第六届“金沙江”杯, 中国·古镇
      case 0x201C, 0x201D, 0x300C, 0x300D, 0xB7, 0x30FB, 0x2022, 0x28, 0x29: break
      case 0x4E00...0x9FFF, 0x41...0x5A, 0x61...0x7A:
        if rules.eventStops.longestMatch(in: text, at: offset, end: end) != nil { return nil }
      default: return nil
      }
      offset += size
    }
    return nil
  }

  /// 全市第七届运动会: the event, and not the city whose it is.
  func edition(behind division: Topic, in text: [UInt8], end: Int, _ periods: PeriodPlaces) -> Topic? {
    switch division.kind {
    case .deictic(.division): edition(in: text, at: division.range.upperBound, end: end, periods)
    case .place:
      edition(in: text, at: division.range.upperBound, end: end, periods).map {
        Topic(kind: $0.kind, range: division.range.lowerBound..<$0.range.upperBound, isSource: false)
      }
    default: nil
    }
  }

  /// Where the words end that tell which of several events: 第25届, 首届, 2018.
  private func editionEnd(in text: [UInt8], at start: Int, end: Int) -> Int? {
    guard start < end else { return nil }
    if let word = rules.editions.longestMatch(in: text, at: start, end: end) { return word.end < end ? word.end : nil }
    var offset = start
    let isOrdinal = PeriodMarker.begins(text, start, Self.ordinal)
    if isOrdinal { offset += Self.ordinal.count }
    let first = offset
    while offset < end, offset - first < 15, isDigit(text, offset) {
      offset += UTF8Scalar.folded(in: text, at: offset).length
    }
    guard offset > first, offset < end else { return nil }
    if isOrdinal {
      return PeriodMarker.begins(text, offset, Self.session) && offset + Self.session.count < end
        ? offset + Self.session.count : nil
    }
    // 2018宜昌国际马拉松, and no 2018年.
    let isYear =
      offset - first == 4 && (text[first] == 0x31 || text[first] == 0x32) && text[offset] >= 0xE4
      && gazetteer.length(in: text, at: offset) > 0
    return isYear ? offset : nil
  }

  private static let ordinal = Array("第".utf8)
  private static let session = Array("届".utf8)

  /// 投资方深圳华翔电子有限公司, 竞得人之一武汉恒达置业有限公司: the body or place behind what it is to a project.
  func behindRole(in text: [UInt8], at start: Int, end: Int, periods: PeriodPlaces) -> Topic? {
    guard let role = rules.roles.longestMatch(in: text, at: start, end: end), role.end < end else { return nil }
    var first = role.end
    if let among = rules.amongRoles.longestMatch(in: text, at: first, end: end) { first = among.end }
    guard first < end, let named = topic(in: text, at: first, end: end, periods: periods) else { return nil }
    switch named.kind {
    case .body(let bodyClass): return bodyClass == .region || bodyClass == .event ? nil : named
    case .place: return named
    default: return nil
    }
  }

  /// 首批试点企业之一荆州恒隆汽车公司: the body behind what it is one of.
  func behindOneOf(in text: [UInt8], _ clause: Range<Int>, from start: Int, periods: PeriodPlaces) -> Topic? {
    let end = clause.upperBound
    var offset = start
    let limit = min(end, start + Self.longestRole)
    while offset < limit {
      if let among = rules.amongRoles.longestMatch(in: text, at: offset, end: end) {
        guard offset > start, among.end < end, let named = topic(in: text, at: among.end, end: end, periods: periods),
          named.isBody, named.bodyClass != .region, named.bodyClass != .event
        else { return nil }
        return named
      }
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      guard (0x4E00...0x9FFF).contains(scalar) || isDigit(text, offset) else { return nil }
      offset += size
    }
    return nil
  }

  /// Up to fifteen characters.
  private static let longestRole = 45
}
