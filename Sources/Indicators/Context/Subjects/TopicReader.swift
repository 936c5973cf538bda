import Figures
import Rules

/// Reads the place or body that stands where the subject of a clause stands.
///
/// A class, so that whoever asks it copies a reference and not its tables.
final class TopicReader: Sendable {
  let gazetteer: Gazetteer
  let rules: OrganizationRules
  /// What endings of names and the words that stop them begin with.
  let endingsOrStops: ScalarSet
  let sayingOrTitles: ScalarSet
  /// Digits in both widths and those of Chinese numerals.
  private let digits: ScalarSet
  /// What the numbers of bodies begin with.
  let numberBeginnings: ScalarSet
  static let longestName = 60

  init(gazetteer: Gazetteer, rules: OrganizationRules) {
    self.gazetteer = gazetteer
    self.rules = rules
    var breaks = ScalarSet(rules.endings, rules.stops, rules.titleBreaks, rules.roles, rules.amongRoles)
    for scalar in 0..<0x3100 where Self.isBreak(UInt32(scalar)) { breaks.insertBothWidths(scalar) }
    endingsOrStops = breaks
    sayingOrTitles = ScalarSet(rules.saying, rules.titles)
    var digits = ScalarSet()
    for digit in "0123456789零〇一二三四五六七八九十百".unicodeScalars { digits.insertBothWidths(Int(digit.value)) }
    self.digits = digits
    for ordinal in Self.ordinals { digits.insertBothWidths(Int(UTF8Scalar.folded(in: ordinal, at: 0).scalar)) }
    numberBeginnings = digits
  }

  /// The topic of a clause of a simplified text; `nil` where none is named.
  /// - Parameters:
  ///   - start: Where the subject of the clause would begin.
  ///   - periods: Where periods and dates begin and how far they go.
  ///   - words: Those of the text.
  func topic(
    in text: [UInt8], clause: Range<Int>, from start: Int, periods: PeriodPlaces, words: HeadWords
  ) -> Topic? {
    guard start < clause.upperBound else { return nil }
    if let named = behindCopula(in: text, clause, periods: periods, words) { return named }
    if let person = person(in: text, at: start, end: clause.upperBound, words) { return person }
    if let named = behindOneOf(in: text, clause, from: start, periods: periods) { return named }
    if let group = shortNames(in: text, at: start, end: clause.upperBound) { return group }
    if let told = placeTold(in: text, clause, from: start) { return told }
    if let companies = companies(in: text, at: start, end: clause.upperBound) { return companies }
    if var topic = topic(in: text, at: start, end: clause.upperBound, periods: periods) {
      // 河口村的茶农陈志鹏; the boss of a company is told of as the company.
      let home = homeEnd(of: topic, in: text)
      if let person = person(in: text, at: home, end: clause.upperBound, words) { return person }
      if let named = namedBehind(topic, in: text, clause, periods: periods, words) { topic = named }
      if let venue = venue(behind: topic, in: text, end: clause.upperBound, words, periods) { return venue }
      topic = joined(topic, text, clause.upperBound)
      if case .deictic(.division) = topic.kind,
        rules.rankFollowers.longestMatch(in: text, at: topic.range.upperBound, end: clause.upperBound) != nil
      {
        return nil
      }
      if topic.kind != .several, isEnumeration(text, topic, clause.upperBound) { return nil }
      if !topic.isBody, isTraveller(text, topic.range.upperBound) { return nil }
      // 学校77所: the word for a body is what is counted.
      if case .deictic(.body) = topic.kind, isCountedBody(text, topic.range.upperBound, clause.upperBound) {
        return nil
      }
      if isKind(topic, in: text, end: clause.upperBound) { return placeBefore(topic, in: text) }
      if isOrigin(topic, in: text, clause) { return nil }
      if isSite(topic, in: text, clause) { return nil }
      // 来自珠三角的占52%，长三角占31%
      if topic.bodyClass == .region, rules.shareVerbs.longestMatch(in: text, at: topic.range.upperBound) != nil {
        return nil
      }
      if rules.outsiders.longestMatch(in: text, at: topic.range.upperBound, end: clause.upperBound) != nil {
        return nil
      }
      if case .place = topic.kind, isSigned(text, topic.range.upperBound, clause.upperBound) { return nil }
      topic.isSource =
        isTeller(topic, text) || isSource(text, after: topic.range.upperBound, clause.upperBound)
      return topic
    }
    if let whole = beforeTotal(
      in: text, at: start, core: start, end: clause.upperBound, words, periods)
    {
      return whole
    }
    let hasParticle = words.mayHaveParticle(start..<clause.upperBound)
    if hasParticle || words.mayHaveEpithet(start..<clause.upperBound) {
      let last = Self.endOfHan(in: text, start..<clause.upperBound)
      if let described = described(in: text, from: start, last, clause, periods: periods, words) { return described }
      if let place = behindEpithet(in: text, from: start, last) { return place }
      if let named = namedBehindParticle(in: text, from: start, clause, periods: periods) { return named }
    }
    guard hasParticle,
      let topic = tradeName(in: text, from: start, clause.upperBound, afterParticle: true),
      rules.outsiders.longestMatch(in: text, at: topic.range.upperBound, end: clause.upperBound) == nil
    else { return nil }
    return topic
  }

  /// 地处秦巴山区的安康市, 在地震中遭到破坏的开滦煤矿: the place or body that all of the clause describes.
  private func described(
    in text: [UInt8], from start: Int, _ clause: Range<Int>, periods: PeriodPlaces, _ words: HeadWords
  ) -> Topic? {
    guard words.mayHaveParticle(start..<max(start, clause.upperBound)) else { return nil }
    let han = Self.endOfHan(in: text, start..<max(start, clause.upperBound))
    return described(in: text, from: start, han, clause, periods: periods, words)
  }

  /// - Parameter han: Where the last Chinese character of the clause ends.
  private func described(
    in text: [UInt8], from start: Int, _ han: Int, _ clause: Range<Int>, periods: PeriodPlaces, _ words: HeadWords
  ) -> Topic? {
    // All of it stands behind 的.
    guard words.mayHaveParticle(start..<clause.upperBound) else { return nil }
    // 东海岛的南风储能电站去年9月投运: a period ends it, too.
    let period = periods.start(from: start + 1)
    var end = min(han, period)
    let isEnded = end == period || end < clause.upperBound && UTF8Scalar.folded(in: text, at: end).scalar == 0x2C
    // 投资9.2亿元的秦锋精锻三期项目热试成功。: so does what was done with it.
    let said = beforeMilestones(text, start..<end)
    // A comma ends it: what is said of it follows.
    guard end < clause.upperBound || said < end, isEnded || said < end, said - start >= 18 else {
      return locatedTown(in: text, from: start, clause, periods: periods)
    }
    end = said
    var particle = end
    let limit = max(start + 6, end - 45)
    while particle > limit {
      particle = UTF8Scalar.start(before: particle, in: text)
      guard text[particle] == 0xE7, text[particle + 1] == 0x9A, text[particle + 2] == 0x84 else { continue }  // 的
      let name = particle + PeriodMarker.of.count..<end
      guard let topic = topic(in: text, at: name.lowerBound, end: end, periods: periods),
        topic.range.upperBound == end
      else {
        return isProject(text, name) ? Topic(kind: .body(.project), range: name, isSource: false) : nil
      }
      switch topic.kind {
      case .place, .body(.company), .body(.zone), .body(.settlement), .body(.facility), .body(.hospital),
        .body(.school), .body(.project), .body(.bank):
        return topic
      default: return nil
      }
    }
    return nil
  }

  /// 离县城四十里的仙槎桥镇打铁出身: the town behind where it lies.
  private func locatedTown(in text: [UInt8], from start: Int, _ clause: Range<Int>, periods: PeriodPlaces) -> Topic? {
    guard rules.locators.longestMatch(in: text, at: start, end: clause.upperBound) != nil else { return nil }
    var offset = start
    let limit = min(clause.upperBound, start + 60)
    while offset < limit {
      guard PeriodMarker.begins(text, offset, PeriodMarker.of) else {
        offset += UTF8Scalar.folded(in: text, at: offset).length
        continue
      }
      offset += PeriodMarker.of.count
      if offset < limit, let topic = topic(in: text, at: offset, end: clause.upperBound, periods: periods),
        topic.kind == .body(.settlement)
      {
        return topic
      }
    }
    return nil
  }

  /// Where the words begin that say what was done with what stands before: 开工, 热试成功, 正式投产.
  private func beforeMilestones(_ text: [UInt8], _ words: Range<Int>) -> Int {
    var end = words.upperBound
    for _ in 0..<3 {
      guard let word = rules.milestones.longestMatch(endingAt: end, in: text, start: words.lowerBound) else { break }
      end = word.start
    }
    return end
  }

  /// Where a section of what is built ends no longer: 改扩建工程 of 改扩建工程北安段.
  private func withoutSection(_ text: [UInt8], _ name: Range<Int>) -> Int {
    guard PeriodMarker.follows(text, name.upperBound, Self.section) else { return name.upperBound }
    var offset = name.upperBound - Self.section.count
    for _ in 0..<5 where offset > name.lowerBound {
      if rules.projectHeads.longestMatch(endingAt: offset, in: text, start: name.lowerBound) != nil { return offset }
      offset = UTF8Scalar.start(before: offset, in: text)
    }
    return name.upperBound
  }

  private static let section = Array("段".utf8)

  /// LED外延片项目: five characters or more before the end of a clause that name one.
  func isProject(_ text: [UInt8], _ name: Range<Int>) -> Bool {
    guard name.count >= 15,
      rules.projectHeads.longestMatch(
        endingAt: withoutSection(text, name), in: text, start: name.lowerBound) != nil,
      rules.generic.longestMatch(in: text, at: name.lowerBound) == nil,
      rules.stops.longestMatch(in: text, at: name.lowerBound) == nil,
      !isCounted(text, name.lowerBound, name.upperBound)
    else { return false }
    var offset = name.lowerBound
    while offset < name.upperBound {
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      guard scalar >= 0x4E00 && scalar <= 0x9FFF || scalar >= 0x30 && scalar < 0x7B else { return false }
      offset += size
    }
    return true
  }

  private static let settlements = ["镇", "乡", "村"].map { Array($0.utf8) }

  /// 青海高原上的西星农业社: the body that a place only tells where to find.
  private func namedBehind(
    _ topic: Topic, in text: [UInt8], _ clause: Range<Int>, periods: PeriodPlaces, _ words: HeadWords
  ) -> Topic? {
    let end = clause.upperBound
    switch topic.kind {
    case .place, .deictic(.division), .body(.zone), .body(.settlement): break
    // 镇上的东泰食品公司
    case .deictic(.named(let ends)) where ends.contains(where: Self.settlements.contains): break
    case .body(.region):
      // 苏北的沭阳县造林12万亩
      if let start = afterPlace(topic, in: text, end: end),
        let place = self.topic(in: text, at: start, end: end, periods: periods), !place.places.isEmpty
      {
        return place
      }
    case .authority, .state:
      // 由省水利厅牵头的碾盘山枢纽工程
      return described(in: text, from: topic.range.upperBound, clause, periods: periods, words)
        .flatMap { $0.bodyClass == .project ? $0 : nil }
    case .body(.company):
      // 由大唐公司投资建设的飞水岩风电项目
      return described(in: text, from: topic.range.upperBound, clause, periods: periods, words)
        .flatMap { $0.bodyClass == .project || $0.isBody && isFounded($0, in: text, by: topic) ? $0 : nil }
        // 兖州矿业集团所属的济宁三号煤矿年设计能力500万吨
        ?? namedBehindParticle(in: text, from: topic.range.upperBound, clause, periods: periods)
        .flatMap { $0.isBody && isFounded($0, in: text, by: topic) ? $0 : nil }
    default: return nil
    }
    if let owned = facility(of: topic, in: text, end: end, periods: periods) { return owned }
    // 位于湖北省东部的黄冈市，
    if rules.sites.longestMatch(endingAt: topic.range.lowerBound, in: text, start: clause.lowerBound) != nil,
      let start = afterPlace(topic, in: text, end: end),
      let inner = self.topic(in: text, at: start, end: end, periods: periods), !inner.places.isEmpty,
      inner.range.upperBound >= Self.endOfHan(in: text, start..<end)
    {
      return inner
    }
    guard let start = afterPlace(topic, in: text, end: end),
      let named = self.topic(in: text, at: start, end: end, periods: periods), let bodyClass = named.bodyClass
    else {
      // 县上与港商合资的恒鑫果汁公司
      return described(in: text, from: topic.range.upperBound, clause, periods: periods, words).flatMap { named in
        switch named.bodyClass {
        case .company, .hospital, .school, .project, .facility: named
        default: nil
        }
      } ?? namedBehindParticle(behind: topic, in: text, clause, periods: periods)
    }
    switch bodyClass {
    case .company, .school, .hospital, .court, .bank, .settlement: return named
    case .zone, .facility:
      // 由中国铁建承建的襄阳北编组站扩能工程完工
      return described(in: text, from: topic.range.upperBound, clause, periods: periods, words)
        .flatMap { $0.bodyClass == .project || $0.bodyClass == .facility ? $0 : nil }
    case .event, .society, .authority, .project, .region: return nil
    }
  }

  /// The set has all beyond the basic plane.
  func isDigit(_ text: [UInt8], _ offset: Int) -> Bool { text[offset] < 0xF0 && digits.contains(text, at: offset) }

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
      gazetteer.match(in: text, at: start) == nil,
      // 动力 of 北江动力股份有限公司
      range.upperBound - offset == Self.company.count || rules.trades.longestMatch(in: text, at: start)?.end != offset
    else { return nil }
    return String(decoding: text[start..<offset], as: UTF8.self)
  }

  /// The topic that begins at an offset.
  func topic(in text: [UInt8], at start: Int, end: Int, periods: PeriodPlaces = PeriodPlaces()) -> Topic? {
    guard start < end else { return nil }
    if let branded = branded(in: text, at: start, end: end, periods) { return branded }
    if let event = edition(in: text, at: start, end: end, periods) { return event }
    if let named = behindRole(in: text, at: start, end: end, periods: periods) { return named }
    guard let topic = plainTopic(in: text, at: start, end: end, periods: periods) else { return nil }
    return branded(behind: topic, in: text, end: end, periods)
      ?? edition(behind: topic, in: text, end: end, periods) ?? topic
  }

  /// A topic that is told by its ending, its number or by what it is called.
  private func plainTopic(in text: [UInt8], at start: Int, end: Int, periods: PeriodPlaces) -> Topic? {
    let deictic = rules.deictic(in: text, at: start, end: end)
    let place = gazetteer.match(in: text, at: start)
    // 本市和平区: the district.
    if let deictic, case .division = deictic.value, !PeriodMarker.begins(text, start, Self.whole),
      let inner = gazetteer.match(in: text, at: deictic.end), !inner.isShort, deictic.end + inner.length <= end
    {
      return topic(in: text, at: deictic.end, end: end, periods: periods)
    }
    // 该区玉泉镇: the town.
    if let deictic, case .division = deictic.value, !PeriodMarker.begins(text, start, Self.whole),
      let town = body(in: text, from: deictic.end, coreStart: deictic.end, end: end, hasPlace: false, periods),
      town.bodyClass == .settlement
    {
      return town.topic(places: [])
    }
    // 高新区火炬学校: the school of the zone.
    if let deictic, case .body(.zone) = deictic.value,
      let inner = body(in: text, from: start, coreStart: deictic.end, end: end, hasPlace: true, periods),
      inner.bodyClass == .school || inner.bodyClass == .hospital, inner.range.upperBound - deictic.end >= 12
    {
      return inner.topic(places: [])
    }
    if deictic == nil, let pointed = pointed(in: text, at: start, end: end) { return pointed }
    if deictic == nil, let work = bareWork(in: text, at: start, end: end) { return work }
    if let deictic, deictic.end - start >= place?.length ?? 0 {
      return Topic(kind: .deictic(deictic.value), range: start..<deictic.end, isSource: false)
    }
    if let match = rules.operators.longestMatch(in: text, at: start, end: end), match.end - start > place?.length ?? 0,
      match.value != .region || isRegion(text, start..<match.end)
    {
      if match.value == .region, let body = bodyOfRegion(in: text, from: start, match.end, end, periods) { return body }
      if match.value == .company, let body = bodyOfOperator(in: text, from: start, match.end, end, periods) {
        return body
      }
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
      if let numbered = numbered(in: text, from: start, numberStart: after, end: end) { return numbered }
      // 洛阳村, 常山庄村: a village that bears the name of a city, or one that begins so.
      for core in [after, after + 3] where last.isShort && last.length == 6 && core < end {
        if let ending = rules.endings.longestMatch(in: text, at: core, end: end),
          ending.value == .settlement, ending.end == core + 3, !PeriodMarker.begins(text, core, Self.county),
          !isTownships(text, core: core - after, core..<ending.end),
          !rules.isException(.settlement, in: text, ending: core..<ending.end, start: start),
          // 石门寨景区: what lies there.
          rules.endings.longestMatch(in: text, at: ending.end, end: end) == nil
        {
          return Topic(kind: .body(.settlement), range: start..<ending.end, isSource: false)
        }
      }
      // 天津市各长途客运站, 顺庆区小学
      if after < end,
        rules.collectives.longestMatch(in: text, at: after, end: end) != nil
          || !last.isShort && rules.ofMany.longestMatch(in: text, at: after, end: end) != nil
      {
        return Topic(kind: .place(last.places, isShort: isDoubtful), range: start..<after, isSource: false)
      }
      // 天山锦纺的车间: a brand that is a district's short name elsewhere.
      if isDoubtful, let trade = tradeName(in: text, from: start, end, afterParticle: false) { return trade }
      // 井陉矿务局: the last character of a short form may begin the ending.
      if last.isShort, last.length >= 9,
        let ending = rules.endings.longestMatch(in: text, at: after - 3, end: end), ending.end > after,
        ending.value == .company
      {
        return Topic(kind: .body(.company), range: start..<ending.end, isSource: false)
      }
      if let body = body(
        in: text, from: start, coreStart: isDoubtful ? start : after, end: end, hasPlace: !isDoubtful, periods)
      {
        return body.topic(places: last.places)
      }
      // 浙江金铎锁业: a company named by its trade behind where it is from.
      if let trade = tradeName(in: text, from: after, end, afterParticle: false) {
        return Topic(kind: trade.kind, range: start..<trade.range.upperBound, isSource: false)
      }
      return Topic(
        kind: .place(last.places, isShort: isDoubtful), range: start..<after, isSource: false)
    }
    if let numbered = numbered(in: text, from: start, numberStart: start, end: end) { return numbered }
    if let body = body(in: text, from: start, coreStart: start, end: end, hasPlace: false, periods) {
      // 方山镇庄沟煤业: a company named by its trade behind the town it lies in.
      if body.bodyClass == .settlement,
        let trade = tradeName(in: text, from: body.range.upperBound, end, afterParticle: false)
      {
        return trade
      }
      return body.topic(places: [])
    }
    return tradeName(in: text, from: start, end, afterParticle: false)
  }

  /// 高铁云林站, 中石油销售公司: what an operator has, named with its place or its work.
  private func bodyOfOperator(
    in text: [UInt8], from start: Int, _ nameEnd: Int, _ end: Int, _ periods: PeriodPlaces
  ) -> Topic? {
    let place = gazetteer.length(in: text, at: nameEnd)
    let core = nameEnd + place <= end ? nameEnd + place : nameEnd
    guard let body = body(in: text, from: start, coreStart: core, end: end, hasPlace: true, periods) else {
      return nil
    }
    switch body.bodyClass {
    case .company, .facility, .zone, .school, .hospital: return body.topic(places: [])
    default: return nil
    }
  }
}
