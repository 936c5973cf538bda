import Figures
import Rules

/// Reads the place or body that stands where the subject of a clause stands.
struct TopicReader: Sendable {
  private let gazetteer: Gazetteer
  private let rules: OrganizationRules
  /// What endings of names and the words that stop them begin with.
  private let endingsOrStops: ScalarSet
  private let sayingOrTitles: ScalarSet
  private static let longestName = 60

  init(gazetteer: Gazetteer, rules: OrganizationRules) {
    self.gazetteer = gazetteer
    self.rules = rules
    var breaks = ScalarSet(rules.endings, rules.stops)
    for scalar in Self.breaks { breaks.insertBothWidths(scalar) }
    endingsOrStops = breaks
    sayingOrTitles = ScalarSet(rules.saying, rules.titles)
  }

  /// The topic of a clause of a simplified text; `nil` where none is named.
  /// - Parameters:
  ///   - start: Where the subject of the clause would begin.
  ///   - periods: Where periods and dates begin and how far they go.
  func topic(in text: [UInt8], clause: Range<Int>, from start: Int, periods: PeriodPlaces) -> Topic? {
    guard start < clause.upperBound else { return nil }
    if var topic = topic(in: text, at: start, end: clause.upperBound, periods: periods) {
      topic = joined(topic, text, clause.upperBound)
      if topic.kind != .several, isEnumeration(text, topic, clause.upperBound) { return nil }
      if !topic.isBody, isTraveller(text, topic.range.upperBound) { return nil }
      if case .place = topic.kind, isSigned(text, topic.range.upperBound, clause.upperBound) { return nil }
      topic.isSource = isSource(text, after: topic.range.upperBound, clause.upperBound)
      return topic
    }
    return tradeName(in: text, from: start, clause.upperBound, afterParticle: true)
  }

  /// Where the subject of a clause would begin.
  func subjectStart(in text: [UInt8], clause: Range<Int>, periods: PeriodPlaces) -> Int {
    skipLeadIns(text, clause, periods)
  }

  /// The name of a body without its place and its ending, where two to four characters are left that are no word.
  func stem(of text: [UInt8], _ range: Range<Int>) -> String? {
    var start = range.lowerBound
    while let place = gazetteer.match(in: text, at: start), start + place.length < range.upperBound {
      start += place.length
    }
    var offset = start
    while offset < range.upperBound {
      let isEnding = rules.endings.longestMatch(in: text, at: offset, end: range.upperBound) != nil
      let isTrade = rules.trades.longestMatch(in: text, at: offset, end: range.upperBound) != nil
      if isEnding || isTrade, offset > start { break }
      offset += UTF8Scalar.folded(in: text, at: offset).length
    }
    guard offset < range.upperBound, (6...12).contains(offset - start),
      rules.generic.longestMatch(in: text, at: start) == nil, isName(text, start..<offset),
      gazetteer.match(in: text, at: start) == nil
    else { return nil }
    return String(decoding: text[start..<offset], as: UTF8.self)
  }

  /// The topic that begins at an offset.
  func topic(in text: [UInt8], at start: Int, end: Int, periods: PeriodPlaces = PeriodPlaces()) -> Topic? {
    let deictic = rules.deictics.longestMatch(in: text, at: start, end: end)
    let place = gazetteer.match(in: text, at: start)
    // 本市和平区: the district.
    if let deictic, case .division = deictic.value, !PeriodMarker.begins(text, start, Self.whole),
      let inner = gazetteer.match(in: text, at: deictic.end), !inner.isShort, deictic.end + inner.length <= end
    {
      return topic(in: text, at: deictic.end, end: end, periods: periods)
    }
    if let deictic, deictic.end - start >= place?.length ?? 0 {
      return Topic(kind: .deictic(deictic.value), range: start..<deictic.end, isSource: false)
    }
    if let match = rules.operators.longestMatch(in: text, at: start, end: end), match.end - start > place?.length ?? 0 {
      return Topic(kind: .body(match.value), range: start..<match.end, isSource: false)
    }
    if let place, start + place.length <= end {
      var last = place
      var after = start + place.length
      while after < end, let inner = gazetteer.match(in: text, at: after), !inner.isAmbiguous || !inner.isShort,
        inner.places.contains(where: { child in last.places.contains { gazetteer.isPlace(child, within: $0) } })
      {
        last = inner
        after += inner.length
      }
      let isDoubtful = last.isShort && last.isAmbiguous
      // 洛阳村: a village that bears the name of a city.
      if last.isShort, last.length == 6, let ending = rules.endings.longestMatch(in: text, at: after, end: end),
        ending.value == .settlement, ending.end == after + 3,
        !rules.isException(.settlement, in: text, at: ending.end)
      {
        return Topic(kind: .body(.settlement), range: start..<ending.end, isSource: false)
      }
      // 天山锦纺的车间: a brand that is a district's short name elsewhere.
      if isDoubtful, let trade = tradeName(in: text, from: start, end, afterParticle: false) { return trade }
      if let body = body(
        in: text, from: start, coreStart: isDoubtful ? start : after, end: end, hasPlace: !isDoubtful, periods)
      {
        return body.topic(places: last.places)
      }
      return Topic(
        kind: .place(last.places, isShort: isDoubtful), range: start..<after, isSource: false)
    }
    if let body = body(in: text, from: start, coreStart: start, end: end, hasPlace: false, periods) {
      return body.topic(places: [])
    }
    return tradeName(in: text, from: start, end, afterParticle: false)
  }

  private struct Body {
    let bodyClass: OrganizationRules.Class
    let range: Range<Int>
    let isState: Bool

    func topic(places: [Int]) -> Topic {
      let kind: Topic.Kind =
        bodyClass == .authority ? (isState ? .state : .authority(places)) : .body(bodyClass)
      return Topic(kind: kind, range: range, isSource: false)
    }
  }

  /// The body whose name begins at `start`: the first ending after `coreStart` that no stop word stands before, and
  /// further endings that follow it directly.
  private func body(
    in text: [UInt8], from start: Int, coreStart: Int, end: Int, hasPlace: Bool, _ periods: PeriodPlaces
  ) -> Body? {
    var found: Body?
    var offset = coreStart
    var core = coreStart
    var hasNumber = false
    if !hasPlace, rules.generic.longestMatch(in: text, at: start, end: end) != nil { return nil }
    let limit = min(end, start + Self.longestName)
    var nextPeriod = periods.start(from: offset)
    while offset < limit {
      if offset >= nextPeriod {
        nextPeriod = periods.start(from: offset)
        if offset == nextPeriod { break }
      }
      guard endingsOrStops.contains(text, at: offset) else {
        offset += UTF8Scalar.folded(in: text, at: offset).length
        continue
      }
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      if let ending = rules.endings.longestMatch(in: text, at: offset, end: end),
        !hasNumber || ending.value == .project,
        accepts(
          ending.value, text, core: offset - core, start: start, ending: offset..<ending.end,
          hasPlace: hasPlace || found != nil)
      {
        // 港务区管委会: the zone is who its office speaks for.
        if ending.value == .authority, let zone = found, zone.bodyClass == .zone { return extended(zone, text, end) }
        found = Body(
          bodyClass: ending.value, range: start..<ending.end,
          isState: ending.value == .authority && isState(text, start))
        offset = ending.end
        core = offset
        continue
      }
      // 金谷丰农业30万吨玉米深加工项目: a project may be named by its size.
      if offset > start, (0x30...0x39).contains(scalar) {
        hasNumber = true
        offset += size
        continue
      }
      if rules.stops.longestMatch(in: text, at: offset, end: end) != nil || isBreak(scalar) { break }
      offset += size
    }
    return found.map { extended($0, text, end) }
  }

  /// The phase of a zone and the quoted name of an estate belong to the name: 园区二期, 新盘「瀧岸」.
  private func extended(_ body: Body, _ text: [UInt8], _ end: Int) -> Body {
    let after = body.range.upperBound
    var upper = after
    if body.bodyClass == .zone, after + 6 <= end,
      Self.phases.contains(where: { text[after..<after + 6].elementsEqual($0) })
    {
      upper = after + 6
    } else if body.bodyClass == .project, after + 3 < end, text[(after - 3)..<after].elementsEqual(Self.estate) {
      let opening = UTF8Scalar.folded(in: text, at: after).scalar
      let closing: UInt32? = opening == 0x300C ? 0x300D : opening == 0x201C ? 0x201D : nil
      var offset = after + 3
      while let closing, offset < min(end, after + 30) {
        let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
        offset += size
        if scalar == closing {
          upper = offset
          break
        }
      }
    }
    return Body(bodyClass: body.bodyClass, range: body.range.lowerBound..<upper, isState: body.isState)
  }

  private func accepts(
    _ bodyClass: OrganizationRules.Class, _ text: [UInt8], core: Int, start: Int, ending: Range<Int>, hasPlace: Bool
  ) -> Bool {
    guard !rules.isException(bodyClass, in: text, at: ending.upperBound) else { return false }
    if !hasPlace, rules.isWeak(text[ending]) {
      let isNamed = (9...21).contains(core) && (bodyClass == .zone || bodyClass == .school)
      guard isMunicipal(text, start) && core >= 3 || isNamed else { return false }
    }
    switch bodyClass {
    case .settlement:
      // One or two characters of name, more only after the place it lies in.
      return core >= (ending.count == 3 ? 6 : 3) && core <= 12
    case .authority: return core >= 0 && (hasPlace || core >= 3)
    case .facility:
      return core >= 6 || isMunicipal(text, start) && core >= 3 || hasPlace && core >= (ending.count == 3 ? 3 : 0)
    case .project:
      return ending.lowerBound - start >= 9 || core >= 9
        || core >= 6 && (hasPlace || text[ending.upperBound - 3..<ending.upperBound].elementsEqual(Self.estate))
    default: return core >= 6 || hasPlace && (core >= 0) || isMunicipal(text, start) && core >= 3
    }
  }

  /// 市第三医院, 县经济开发区: the division alone before the ending.
  private func isMunicipal(_ text: [UInt8], _ start: Int) -> Bool {
    Self.unitWords.contains { text.count >= start + 3 && text[start..<start + 3].elementsEqual($0) }
  }

  private static let whole = Array("全".utf8)
  private static let estate = Array("盘".utf8)
  private static let phases = ["一期", "二期", "三期"].map { Array($0.utf8) }
  private static let unitWords = ["市", "县", "区", "省", "州", "镇", "乡"].map { Array($0.utf8) }
  private static let stateWords = ["国家", "全国", "财政部", "商务部", "交通", "工信部", "中国", "央行"].map { Array($0.utf8) }

  private func isState(_ text: [UInt8], _ start: Int) -> Bool {
    Self.stateWords.contains { text.count >= start + $0.count && text[start..<start + $0.count].elementsEqual($0) }
  }

  private func isBreak(_ scalar: UInt32) -> Bool { Self.breaks.contains(Int(scalar)) }

  /// What ends a name, in half width.
  private static let breaks: [Int] =
    Array(0x30...0x39) + [
      0x20, 0x3001, 0x28, 0x29, 0x3A, 0x2C, 0x3B, 0x3002, 0x201C, 0x201D, 0x300C, 0x300D, 0x300A, 0x300B, 0x0A,
    ]

  /// Further names after 、 and 和 make several subjects of one: 福州、厦门、泉州三市.
  private func joined(_ first: Topic, _ text: [UInt8], _ end: Int) -> Topic {
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

  /// 跨境电商产业园、… is the beginning of a list of things and no subject.
  private func isEnumeration(_ text: [UInt8], _ topic: Topic, _ end: Int) -> Bool {
    guard topic.range.upperBound < end else { return false }
    if case .deictic(.division) = topic.kind { return false }
    return UTF8Scalar.folded(in: text, at: topic.range.upperBound).scalar == 0x3001
  }

  /// 台湾客, 韩国旅客: who comes from there.
  private func isTraveller(_ text: [UInt8], _ offset: Int) -> Bool {
    guard offset < text.count else { return false }
    return [0x5BA2, 0x7C4D, 0x65C5, 0x6E38].contains(UTF8Scalar.folded(in: text, at: offset).scalar)
  }

  /// 武汉汉正街邱长发 州交通局答复: who asked, before the answer.
  private func isSigned(_ text: [UInt8], _ offset: Int, _ end: Int) -> Bool {
    var position = offset
    while position < min(end, offset + 90) {
      if rules.answers.longestMatch(in: text, at: position, end: end) != nil { return true }
      position += UTF8Scalar.folded(in: text, at: position).length
    }
    return false
  }

  private func sameSort(_ left: Topic, _ right: Topic) -> Bool {
    switch (left.kind, right.kind) {
    case (.place, .place), (.body, .body), (.place, .body(.zone)), (.body(.zone), .place): true
    default: false
    }
  }

  private func afterConnective(_ text: [UInt8], _ offset: Int, _ end: Int) -> Int? {
    guard offset + 3 < end else { return nil }
    switch UTF8Scalar.folded(in: text, at: offset).scalar {
    case 0x3001, 0x548C, 0x4E0E, 0x53CA: return offset + 3
    default: return nil
    }
  }

  /// Whether a title or a verb of saying follows, with a date or a name of up to six characters between.
  private func isSource(_ text: [UInt8], after offset: Int, _ end: Int) -> Bool {
    if rules.titles.longestMatch(in: text, at: offset, end: end) != nil { return true }
    var position = offset
    let limit = min(end, offset + 36)
    while position < limit {
      guard sayingOrTitles.contains(text, at: position) else {
        position += UTF8Scalar.folded(in: text, at: position).length
        continue
      }
      if rules.saying.longestMatch(in: text, at: position, end: end) != nil { return true }
      if rules.titles.longestMatch(in: text, at: position, end: end) != nil { return true }
      position += UTF8Scalar.folded(in: text, at: position).length
    }
    return false
  }

  /// 江淮航运, 凌云精密: a brand of two characters, a trade and a word that follows only companies.
  private func tradeName(in text: [UInt8], from start: Int, _ end: Int, afterParticle: Bool) -> Topic? {
    var offset = start
    let limit = min(end, start + 30)
    var mayBegin = !afterParticle
    while offset < limit {
      if mayBegin, offset + 6 < end, rules.generic.longestMatch(in: text, at: offset, end: end) == nil,
        let trade = rules.trades.longestMatch(in: text, at: offset + 6, end: end),
        rules.tradeFollowers.longestMatch(in: text, at: trade.end) != nil, isName(text, offset..<offset + 6)
      {
        return Topic(kind: .body(.company), range: offset..<trade.end, isSource: false)
      }
      if !afterParticle { return nil }
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      mayBegin = scalar == 0x7684
      offset += size
    }
    return nil
  }

  private func isName(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      guard size == 3, scalar >= 0x4E00, scalar < 0xA000 else { return false }
      if rules.stops.longestMatch(in: text, at: offset) != nil { return false }
      offset += size
    }
    return offset == range.upperBound
  }

  /// What stands before the subject: marks, quotes, periods, 其中, 在.
  private func skipLeadIns(_ text: [UInt8], _ clause: Range<Int>, _ periods: PeriodPlaces) -> Int {
    var offset = clause.lowerBound
    if isInstance(text, clause) { offset += 3 }
    while offset < clause.upperBound {
      if let end = periods[offset], end > offset {
        offset = end
        continue
      }
      if rules.leadIns.mayBegin(in: text, at: offset), gazetteer.length(in: text, at: offset) == 0,
        rules.deictics.longestMatch(in: text, at: offset) == nil,
        let word = rules.leadIns.longestMatch(in: text, at: offset, end: clause.upperBound)
      {
        offset = word.end
        continue
      }
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      // 【工商快讯】 is a label.
      if scalar == 0x3010, let end = closingLabel(text, offset, clause.upperBound) {
        offset = end
        continue
      }
      guard isSkipped(scalar) else { break }
      offset += size
    }
    return offset
  }

  /// 以信微通讯为例.
  private func isInstance(_ text: [UInt8], _ clause: Range<Int>) -> Bool {
    guard PeriodMarker.begins(text, clause.lowerBound, Self.taking) else { return false }
    var end = clause.upperBound
    if end > clause.lowerBound, UTF8Scalar.folded(in: text, at: UTF8Scalar.start(before: end, in: text)).scalar == 0x2C
    {
      end = UTF8Scalar.start(before: end, in: text)
    }
    return PeriodMarker.follows(text, end, Self.asInstance)
  }

  private static let taking = Array("以".utf8)
  private static let asInstance = Array("为例".utf8)

  private func closingLabel(_ text: [UInt8], _ offset: Int, _ end: Int) -> Int? {
    var position = offset
    while position < min(end, offset + 40) {
      let (scalar, size) = UTF8Scalar.folded(in: text, at: position)
      position += size
      if scalar == 0x3011 { return position }
    }
    return nil
  }

  private func isSkipped(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x22, 0x27, 0x201C, 0x2018, 0x300C, 0x300E, 0x2014, 0x3001, 0x2026, 0x25CF, 0x25B2, 0x25A0, 0x25C6,
      0x3000:
      true
    default: false
    }
  }
}
