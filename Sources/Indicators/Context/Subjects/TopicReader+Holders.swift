import Figures
import Rules

/// Subjects that have no ending of their own: told by what they do, or by the verb that names them.
extension TopicReader {
  /// 庐山累计接待游客16万人次, 月亮湾生态园5月1日接待游客: whoever stands before the verb of a total, or what is named like a
  /// venue before what is done there.
  /// - Parameter core: Where its name goes on behind the short name of the place that it lies in; else `start`.
  func beforeTotal(
    in text: [UInt8], at start: Int, core: Int, end: Int, _ words: HeadWords, _ periods: PeriodPlaces
  ) -> Topic? {
    // Few clauses have such a verb: what stands before it is asked of these alone.
    let limit = min(end, core + Self.longestVenue + 18)
    guard core + 6 < limit, let verb = words.firstTotal(in: text, core + 6..<limit, end: end, rules),
      let total = rules.totals.longestMatch(in: text, at: verb, end: end),
      rules.generic.longestMatch(in: text, at: core, end: end) == nil
    else { return nil }
    let name = core..<withoutTimes(text, core..<min(verb, periods.start(from: core)))
    var isSeveral = false
    var offset = name.lowerBound
    while offset < name.upperBound {
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      // 海韵岛、古船城景区累计接待
      if scalar == 0x3001, offset > core {
        isSeveral = true
      } else if !(0x4E00...0x9FFF).contains(scalar) || rules.stops.longestMatch(in: text, at: offset, end: end) != nil {
        return nil
      }
      offset += size
    }
    guard (6...Self.longestVenue).contains(name.count), gazetteer.length(in: text, at: core) < name.count else {
      return nil
    }
    let isVenue =
      rules.venues.longestMatch(endingAt: name.upperBound, in: text, start: core).map {
        // 恩施大峡谷, and no 武汉酒店.
        $0.start > core || core > start && name.count >= 9
      } ?? false
    guard
      isVenue
        || total.value && core == start && !isSeveral
          && rules.nameless.longestMatch(endingAt: name.upperBound, in: text, start: core) == nil
    else { return nil }
    if isSeveral { return Topic(kind: .several, range: start..<name.upperBound, isSource: false) }
    return Topic(kind: .body(.facility), range: start..<name.upperBound, isSource: false)
  }

  private static let longestVenue = 36

  /// 恩施大峡谷景区接待游客2.3万人次，腾龙洞1.1万人次; 桂岭中学新增学位900个，新亨学校750个: a venue or a school right before its
  /// figure, behind another in the sentence.
  func venueBeforeFigure(in text: [UInt8], from start: Int, end: Int, behind last: Topic) -> Topic? {
    guard last.bodyClass == .facility || last.bodyClass == .zone || last.bodyClass == .school else { return nil }
    var offset = start
    while offset < min(end, start + Self.longestVenue),
      (0x4E00...0x9FFF).contains(UTF8Scalar.folded(in: text, at: offset).scalar)
    {
      offset += 3
    }
    guard offset - start >= 9, offset < end, (0x30...0x39).contains(UTF8Scalar.folded(in: text, at: offset).scalar),
      rules.generic.longestMatch(in: text, at: start, end: end) == nil, isName(text, start..<offset)
    else { return nil }
    if last.bodyClass == .school {
      guard
        let ending = [6, 9].first(where: {
          rules.endings.longestMatch(in: text, at: offset - $0, end: offset).map {
            $0.end == offset && $0.value == .school
          } ?? false
        }),
        offset - ending - start >= 6,
        !rules.isException(.school, in: text, ending: offset - ending..<offset, start: start),
        !isCountedBody(text, offset, end)
      else { return nil }
      return Topic(kind: .body(.school), range: start..<offset, isSource: false)
    }
    guard let kind = rules.venues.longestMatch(endingAt: offset, in: text, start: start), kind.start > start
    else { return nil }
    return Topic(kind: .body(.facility), range: start..<offset, isSource: false)
  }

  /// 西岛初一接待, 古船城景区假日里累计接待: where a name ends before the time that stands behind it.
  private func withoutTimes(_ text: [UInt8], _ name: Range<Int>) -> Int {
    var end = name.upperBound
    while let time = rules.venueTimes.longestMatch(endingAt: end, in: text, start: name.lowerBound) { end = time.start }
    return end
  }

  /// 文登昆嵛人家接待游客: a venue behind the name of the place that it lies in.
  func venue(behind place: Topic, in text: [UInt8], end: Int, _ words: HeadWords, _ periods: PeriodPlaces) -> Topic? {
    guard case .place = place.kind else { return nil }
    return beforeTotal(
      in: text, at: place.range.lowerBound, core: place.range.upperBound, end: end, words, periods)
  }

  /// 第三位是华光电子公司，纳税1800万元; 全县最高的要数红星乡: whoever a clause names as the first or the last is whom it
  /// goes on to tell of.
  func behindCopula(in text: [UInt8], _ clause: Range<Int>, periods: PeriodPlaces, _ words: HeadWords) -> Topic? {
    guard let verb = words.copula(in: clause),
      let copula = rules.rankCopulas.longestMatch(in: text, at: verb, end: clause.upperBound)
    else { return nil }
    if let listed = listed(in: text, behind: copula.end, before: verb, clause) { return listed }
    if rules.rankLeads.longestMatch(endingAt: verb, in: text, start: clause.lowerBound) != nil,
      let company = company(in: text, behind: copula.end, clause)
    {
      return company
    }
    guard let first = topic(in: text, at: copula.end, end: clause.upperBound, periods: periods) else { return nil }
    let named = joined(first, text, clause.upperBound)
    switch named.kind {
    case .place, .several: break
    case .body(let bodyClass) where bodyClass != .authority && bodyClass != .society: break
    default: return nil
    }
    // A figure or the end of the clause follows.
    let last = Self.endOfHan(in: text, clause)
    let next = named.range.upperBound
    guard next == last || next < last && UTF8Scalar.folded(in: text, at: next).scalar < 0x3000 else { return nil }
    return named
  }

  /// 研发投入居前三的公司分别是久立特材、美欣达、诺力股份; 前两名是北江新材、飞来光电: names side by side, of what the clause says
  /// that they are or told by the trades that they end in.
  private func listed(in text: [UInt8], behind start: Int, before verb: Int, _ clause: Range<Int>) -> Topic? {
    guard let lead = rules.rankLeads.longestMatch(endingAt: verb, in: text, start: clause.lowerBound) else {
      return nil
    }
    let isHeaded = [verb, lead.start].contains {
      rules.listHeads.longestMatch(endingAt: $0, in: text, start: clause.lowerBound) != nil
    }
    let end = Self.endOfHan(in: text, start..<clause.upperBound)
    var names = 0
    var trades = 0
    var first = start
    var offset = start
    while offset <= end {
      let (scalar, size) = offset < end ? UTF8Scalar.folded(in: text, at: offset) : (0x3001, 3)
      if scalar == 0x3001 || scalar == 0x548C && offset - first >= 6 {
        guard (6...24).contains(offset - first) else { return nil }
        names += 1
        if offset - first >= 12, rules.trades.longestMatch(in: text, at: offset - 6, end: offset)?.end == offset {
          trades += 1
        }
        first = offset + size
      } else if !(0x4E00...0x9FFF).contains(scalar) {
        return nil
      }
      offset += size
    }
    guard names > 1, isHeaded || trades * 2 > names else { return nil }
    return Topic(kind: .several, range: start..<end, isSource: false)
  }

  /// 至于勐腊的公路口岸，: what a place has, where a comma ends it.
  func facility(of place: Topic, in text: [UInt8], end: Int, periods: PeriodPlaces) -> Topic? {
    guard let start = afterPlace(place, in: text, end: end),
      let owned = body(in: text, from: start, coreStart: start, end: end, hasPlace: true, periods),
      owned.bodyClass == .facility || owned.bodyClass == .zone, owned.range.count >= 12, owned.range.upperBound < end,
      UTF8Scalar.folded(in: text, at: owned.range.upperBound).scalar == 0x2C
    else { return nil }
    // 位于巢湖之滨的合肥滨湖新区，: only where it lies.
    let isOwner = start == place.range.upperBound + PeriodMarker.of.count
    return Topic(
      kind: .body(owned.bodyClass),
      range: (isOwner ? place.range.lowerBound : owned.range.lowerBound)..<owned.range.upperBound, isSource: false)
  }

  /// 迁西县食品公司与东洋商社合资兴办的板栗加工厂: whether a company only founds what stands behind 的.
  func isFounded(_ named: Topic, in text: [UInt8], by founder: Topic) -> Bool {
    let particle = named.range.lowerBound - PeriodMarker.of.count
    return PeriodMarker.follows(text, named.range.lowerBound, PeriodMarker.of)
      && rules.founders.longestMatch(endingAt: particle, in: text, start: founder.range.upperBound) != nil
  }
}
