import Figures
import Rules

/// The names of bodies: companies, zones, schools, offices.
extension TopicReader {
  struct Body {
    let bodyClass: OrganizationRules.Class
    var range: Range<Int>
    var isState = false
    /// Where an office of the state has its branch: 国家统计局荆州调查队.
    var branchPlaces: [Int] = []

    func topic(places: [Int]) -> Topic {
      let kind: Topic.Kind =
        bodyClass == .authority
        ? (isState ? .state : .authority(branchPlaces.isEmpty ? places : branchPlaces)) : .body(bodyClass)
      return Topic(kind: kind, range: range, isSource: false)
    }
  }

  /// The body whose name begins at `start`: the first ending after `coreStart` that no stop word stands before, and
  /// further endings that follow it directly.
  func body(
    in text: [UInt8], from start: Int, coreStart: Int, end: Int, hasPlace: Bool, _ periods: PeriodPlaces
  ) -> Body? {
    // No name begins with a common word, or with one that would end it.
    if !hasPlace, beginsNoName(text, start, end) { return nil }
    // 浙江省经宁波口岸出口: what stands behind 经 is only what goods go through.
    if hasPlace, coreStart > start, PeriodMarker.begins(text, coreStart, Self.through),
      gazetteer.length(in: text, at: coreStart + Self.through.count) > 0
        || rules.deictic(in: text, at: coreStart + Self.through.count, end: end) != nil
    {
      return nil
    }
    // Most clauses have no ending at all.
    guard rules.endings.occurs(in: text, coreStart..<max(coreStart, end), end: end) else { return nil }
    // 经漳州口岸往返的旅客: of what they go through.
    if !hasPlace, PeriodMarker.begins(text, start, Self.through),
      case let port = start + Self.through.count, case let place = gazetteer.length(in: text, at: port), place > 0
    {
      return body(in: text, from: port, coreStart: port + place, end: end, hasPlace: true, periods)
        .flatMap { $0.bodyClass == .facility ? $0 : nil }
    }
    var found: Body?
    var offset = coreStart
    var core = coreStart
    var hasNumber = false
    let isCounted = isCounted(text, hasPlace ? coreStart : start, end)
    // 依兰县三十一处公社卫生院: as many as there are in the place.
    if hasPlace, isCounted { return nil }
    let limit = min(end, start + Self.longestName)
    var nextPeriod = periods.start(from: offset)
    while offset < limit {
      if offset >= nextPeriod {
        nextPeriod = periods.start(from: offset)
        if offset == nextPeriod { break }
      }
      // 城南镇中心幼儿园: no 中心 of the town.
      if offset == core, found != nil, let kind = rules.onlyKinds.longestMatch(in: text, at: offset, end: end),
        rules.endings.longestMatch(in: text, at: kind.end, end: end)?.value == .school
      {
        offset = kind.end
        continue
      }
      guard endingsOrStops.contains(text, at: offset) else {
        let next = offset + UTF8Scalar.folded(in: text, at: offset).length
        offset = endingsOrStops.first(in: text, from: next, to: min(limit, nextPeriod)) ?? min(limit, nextPeriod)
        continue
      }
      // 弥玉高速公路运营方云路新能公司
      if offset > start,
        let role = rules.roles.longestMatch(in: text, at: offset, end: end)
          ?? rules.amongRoles.longestMatch(in: text, at: offset, end: end), role.end < limit,
        let body = body(in: text, from: role.end, coreStart: role.end, end: end, hasPlace: false, periods)
      {
        return body
      }
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      if let ending = rules.endings.longestMatch(in: text, at: offset, end: end),
        !hasNumber || ending.value == .project,
        // 八个大队 is no name; 七家鞋服公司 is who.
        !isCounted || ending.value == .company,
        accepts(
          ending.value, text, core: offset - core, start: start, ending: offset..<ending.end,
          hasPlace: hasPlace || found != nil,
          isOfPlace: found.map { $0.bodyClass == .settlement || $0.bodyClass == .zone } ?? hasPlace)
      {
        // 港务区管委会: the zone is who its office speaks for.
        if ending.value == .authority, let zone = found, zone.bodyClass == .zone { return extended(zone, text, end) }
        // 国家统计局清平调查队 is of 清平, whether that is known or not.
        let isBranch = found?.isState == true && offset - core >= 6
        found = Body(
          bodyClass: ending.value, range: start..<ending.end,
          isState: ending.value == .authority && !isBranch
            && rules.stateWords.longestMatch(in: text, at: start) != nil,
          branchPlaces: isBranch ? gazetteer.match(in: text, at: core)?.places ?? [] : [])
        offset = ending.end
        core = offset
        // 人保财险临沧市分公司到小湾镇查勘: where a body goes.
        if offset < end, Self.goings.contains(UTF8Scalar.folded(in: text, at: offset).scalar) { break }
        // 三峡库区首座跨江大桥: what a region has and is not named by it.
        if ending.value == .region, rules.generic.longestMatch(in: text, at: offset, end: end) != nil { break }
        // 人民法庭联合皮革商会
        if rules.jointWords.longestMatch(in: text, at: offset, end: end) != nil,
          rules.stopsNot.longestMatch(in: text, at: offset, end: end) == nil
        {
          break
        }
        continue
      }
      // 金谷丰农业30万吨玉米深加工项目: a project may be named by its size.
      if offset > start, (0x30...0x39).contains(scalar) {
        hasNumber = true
        offset += size
        continue
      }
      // 江北钢铁（集团）公司
      if scalar == 0x28, let inner = rules.endings.longestMatch(in: text, at: offset + size, end: limit),
        inner.value == .company, inner.end < limit, UTF8Scalar.folded(in: text, at: inner.end).scalar == 0x29
      {
        offset = inner.end + UTF8Scalar.folded(in: text, at: inner.end).length
        continue
      }
      // 格瑞达智能家电（宿迁）有限公司
      if scalar == 0x28, let place = gazetteer.match(in: text, at: offset + size),
        case let closing = offset + size + place.length, closing < limit,
        UTF8Scalar.folded(in: text, at: closing).scalar == 0x29
      {
        offset = closing + UTF8Scalar.folded(in: text, at: closing).length
        continue
      }
      // 绿野丰种植专业合作社, 大河建设有限公司
      if offset > start, let trade = rules.tradeVerbs.longestMatch(in: text, at: offset, end: end),
        let ending = rules.endings.longestMatch(in: text, at: trade.end, end: end), ending.value == .company,
        ending.end - trade.end >= 9, ending.end == end || !isDigit(text, ending.end)
      {
        offset = trade.end
        continue
      }
      // 市劳动就业管理局
      if offset > start, let word = rules.stopsNot.longestMatch(in: text, at: offset, end: limit), word.end < nextPeriod
      {
        offset = word.end
        continue
      }
      if rules.stops.longestMatch(in: text, at: offset, end: end) != nil || Self.isBreak(scalar) { break }
      if offset > start, rules.titleBreaks.longestMatch(in: text, at: offset, end: end) != nil { break }
      offset += size
    }
    // 黄泥岭林业局 fells and sells timber; 市林业局 and 禹州市林业局 are offices.
    if let office = found, office.bodyClass == .authority, !hasPlace, !isMunicipal(text, start),
      office.range.count >= 15,
      ![9, 12].contains(where: { PeriodMarker.follows(text, start + $0, Self.county) }),
      rules.works.longestMatch(endingAt: office.range.upperBound, in: text, start: start) != nil
    {
      found = Body(bodyClass: .company, range: office.range)
    }
    // 经杨广镇集散的蔬菜: nor is a town that things go through.
    if found?.bodyClass == .settlement, !hasPlace, PeriodMarker.begins(text, start, Self.through) { return nil }
    // 清淤水库8座: what was done to as many; 和平社区3600户 are those who live there.
    if let body = found, !hasPlace, body.bodyClass != .settlement,
      isCountedAlone(text, behind: body.range.upperBound, end)
    {
      return nil
    }
    return found.map { extended($0, text, end) }
  }

  /// Whether no name without the place it lies in begins at an offset.
  private func beginsNoName(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    guard start < end, rules.generic.longestMatch(in: text, at: start, end: end) == nil else { return true }
    guard endingsOrStops.contains(text, at: start) else { return false }
    let scalar = UTF8Scalar.folded(in: text, at: start).scalar
    // A place in brackets may be a part of a name.
    return rules.stops.longestMatch(in: text, at: start, end: end) != nil || Self.isBreak(scalar) && scalar != 0x28
  }

  /// The phase of a zone and the quoted name of an estate belong to the name: 园区二期, 新盘「瀧岸」.
  func extended(_ body: Body, _ text: [UInt8], _ end: Int) -> Body {
    let after = body.range.upperBound
    var upper = after
    // 京深高速公路保定段
    if let section = sectionEnd(text, after, end) {
      upper = section
    } else if body.bodyClass == .zone, let phase = rules.phases.longestMatch(in: text, at: after, end: end) {
      upper = phase.end
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
    var extended = body
    extended.range = body.range.lowerBound..<upper
    return extended
  }

  private func sectionEnd(_ text: [UInt8], _ after: Int, _ end: Int) -> Int? {
    guard after >= 3, Self.ways.contains(UTF8Scalar.folded(in: text, at: after - 3).scalar) else { return nil }
    var offset = after
    while offset < min(end, after + 15) {
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      guard (0x4E00...0x9FFF).contains(scalar) else { return nil }
      offset += size
      if scalar == 0x6BB5, offset - after >= 9 { return offset }
    }
    return nil
  }

  /// What the names of roads, railways and dykes end in: 路, 速, 铁, 线, 堤.
  private static let ways: Set<UInt32> = [0x8DEF, 0x901F, 0x94C1, 0x7EBF, 0x5824]

  func accepts(
    _ bodyClass: OrganizationRules.Class, _ text: [UInt8], core: Int, start: Int, ending: Range<Int>, hasPlace: Bool,
    isOfPlace: Bool = false
  ) -> Bool {
    if isOfPlace, isOnlySchool(bodyClass, text, start: ending.lowerBound - core, ending) { return true }
    guard !rules.isException(bodyClass, in: text, ending: ending, start: start) else { return false }
    // 销往香港: the ending is that of a place.
    if bodyClass == .facility, ending.count == 3, ending.lowerBound - 3 > start,
      let match = gazetteer.match(in: text, at: ending.lowerBound - 3), match.length == 6,
      match.places.contains(where: { gazetteer.places[$0].level < .county })
    {
      return false
    }
    // 青海湖水位, and no more than where it is in 黄墩湖生态园.
    if bodyClass == .facility, rules.isWater(text, ending),
      rules.waterFollowers.longestMatch(in: text, at: ending.upperBound) == nil
        || rules.watersUnless.longestMatch(endingAt: ending.upperBound, in: text, start: start) != nil
    {
      return false
    }
    // 京沪高铁, 沪宁高速; no 上海铁路, which is the railway of the place.
    if rules.isLine(text, ending) {
      if hasPlace { return core >= 3 }
      return (6...12).contains(core) && isOwnName(text, start..<ending.lowerBound)
        || isMunicipal(text, start) && core >= 3
    }
    if !hasPlace, rules.isWeak(text, ending) {
      let isNamed =
        (9...21).contains(core) && (bodyClass == .zone || bodyClass == .school)
        && isOwnName(text, start..<ending.lowerBound) || core == 6 && bodyClass == .zone
        || (6...12).contains(core) && rules.isNameable(text, ending) && isOwnName(text, start..<ending.lowerBound)
        || bodyClass == .hospital && (6...9).contains(core) && isOwnName(text, start..<ending.lowerBound)
      guard isMunicipal(text, start) && core >= 3 || isNamed else { return false }
    }
    switch bodyClass {
    case .settlement where PeriodMarker.follows(text, ending.upperBound, Self.county):
      // 松林县: two characters of a name that say nothing of it.
      return core == 6 && rules.countyStops.longestMatch(in: text, at: ending.lowerBound - core) == nil
        && rules.countyKinds.longestMatch(endingAt: ending.lowerBound, in: text, start: start) == nil
        && !parts(text, ending.lowerBound - core) && !parts(text, ending.lowerBound - 3)
        && !isDigit(text, ending.lowerBound - core) && !isDigit(text, ending.lowerBound - 3)
    case .settlement where hasPlace && isTownships(text, core: core, ending): return false
    case .settlement:
      // One or two characters of name, more only after the place it lies in.
      // 务川县镇南完小: no town is called by its county alone.
      return core >= (ending.count == 3 ? 6 : 3) && core <= 12
        || core == 0 && start < ending.lowerBound && gazetteer.match(in: text, at: start)?.isShort ?? true
    // 河西走廊, 四川盆地
    case .region:
      // 四川盆地, and no 雷山县山区.
      if hasPlace, core == 0 { return !PeriodMarker.follows(text, ending.upperBound, Self.area) }
      return hasPlace && core > 0 || (3...12).contains(core) && core + ending.count >= Self.shortestRegion
    case .authority: return core >= 0 && (hasPlace || core >= 3)
    case .facility:
      return core >= 6 || isMunicipal(text, start) && core >= 3
        || hasPlace && (core >= (ending.count == 3 ? 3 : 0) || rules.standsBehindPlaces(text, ending))
    case .project:
      return ending.lowerBound - start >= 9 || core >= 9
        || core >= 6 && (hasPlace || text[ending.upperBound - 3..<ending.upperBound].elementsEqual(Self.estate))
    // 造船公司 is any of its trade.
    case .company where !hasPlace && isTradeAlone(text, start, ending): return false
    default: return core >= 6 || hasPlace && (core >= 0) || isMunicipal(text, start) && core >= 3
    }
  }

  /// 无锡乡镇工业: the towns and townships of a place, of which none is named.
  func isTownships(_ text: [UInt8], core: Int, _ ending: Range<Int>) -> Bool {
    core == Self.township.count && PeriodMarker.follows(text, ending.lowerBound, Self.township)
  }

  /// 城南镇中心幼儿园, 平乐县实验小学: the one of its kind in a place.
  private func isOnlySchool(
    _ bodyClass: OrganizationRules.Class, _ text: [UInt8], start: Int, _ ending: Range<Int>
  ) -> Bool {
    bodyClass == .school && rules.onlyKinds.longestMatch(in: text, at: start)?.end == ending.lowerBound
      && !rules.isException(.school, in: text, at: ending.upperBound)
  }

  private func isTradeAlone(_ text: [UInt8], _ start: Int, _ ending: Range<Int>) -> Bool {
    text[ending].elementsEqual(Self.company)
      && rules.trades.longestMatch(in: text, at: start)?.end == ending.lowerBound
  }

  /// 市第三医院, 县经济开发区: the division alone before the ending.
  func isMunicipal(_ text: [UInt8], _ start: Int) -> Bool {
    rules.seatUnits.longestMatch(in: text, at: start) != nil
  }

  static let whole = Array("全".utf8)
  private static let area = Array("区".utf8)
  private static let shortestRegion = 12
  static let county = Array("县".utf8)
  /// 到, 赴, 往
  private static let goings: Set<UInt32> = [0x5230, 0x8D74, 0x5F80]
  private static let through = Array("经".utf8)
  private static let township = Array("乡".utf8)
  static let company = Array("公司".utf8)
  static let estate = Array("盘".utf8)
  /// Whether a mark ends a name, in half width.
  static func isBreak(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x20, 0x3001, 0x28, 0x29, 0x3A, 0x2C, 0x3B, 0x3002, 0x201C, 0x201D, 0x300C, 0x300D, 0x300A,
      0x300B, 0x0A:
      true
    default: false
    }
  }

  /// 江淮航运, 凌云精密: a brand of two characters, a trade and a word that follows only companies.
  func tradeName(in text: [UInt8], from start: Int, _ end: Int, afterParticle: Bool) -> Topic? {
    let limit = min(end, start + 30)
    if afterParticle, !PeriodMarker.contains(text, start..<max(start, limit), PeriodMarker.of) { return nil }
    var offset = start
    var mayBegin = !afterParticle
    while offset < limit {
      if mayBegin, offset + 6 < end, let trade = rules.trades.longestMatch(in: text, at: offset + 6, end: end),
        rules.generic.longestMatch(in: text, at: offset, end: end) == nil,
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

  /// No 星级 of 星级饭店 and no 飲食及 of 飲食及酒店業: what stands before an ending and is no common word.
  private func isOwnName(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    while offset < range.upperBound {
      if rules.generic.longestMatch(in: text, at: offset, end: range.upperBound)?.end == range.upperBound {
        return false
      }
      if parts(text, offset) { return false }
      offset += UTF8Scalar.folded(in: text, at: offset).length
    }
    return true
  }

  func isName(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      guard size == 3, scalar >= 0x4E00, scalar < 0xA000 else { return false }
      if rules.stops.longestMatch(in: text, at: offset) != nil { return false }
      offset += size
    }
    return offset == range.upperBound
  }
}
