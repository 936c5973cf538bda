import Figures
import Rules

/// Bodies told by what is said of them before 的, and what only looks like a subject: kinds of bodies, and where things come
/// from.
extension TopicReader {
  /// 首批开工的下马关水库设计总库容153万立方米, 总投资6.5亿元的滨海医院是三级医院: the body with a name of its own that stands
  /// behind what is said of it, and that the clause goes on to tell of.
  func namedBehindParticle(
    in text: [UInt8], from start: Int, _ clause: Range<Int>, periods: PeriodPlaces
  ) -> Topic? {
    // 在新落成的嘉应中学: where something happens; 为全县最大的石门水库: whom something is done for.
    guard start < clause.upperBound, !PeriodMarker.follows(text, start, SubjectFinder.setting),
      !Self.prepositions.contains(UTF8Scalar.folded(in: text, at: start).scalar)
    else { return nil }
    var offset = start
    let limit = min(clause.upperBound, start + Self.longestClause)
    while offset < limit {
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      offset += size
      guard scalar == 0x7684, offset - start >= 9, offset < limit else { continue }
      guard
        let named = project(in: text, at: offset, end: clause.upperBound)
          ?? topic(in: text, at: offset, end: clause.upperBound, periods: periods),
        hasOwnName(named, text), leadsOn(text, named.range.upperBound, clause.upperBound)
      else { return nil }
      var topic = named
      topic.isSource = isSource(text, after: named.range.upperBound, clause.upperBound)
      return topic
    }
    return nil
  }

  /// 宜昌市去年动工的官渡水库设计总库容862万立方米: the same behind the place that it lies in.
  func namedBehindParticle(
    behind place: Topic, in text: [UInt8], _ clause: Range<Int>, periods: PeriodPlaces
  ) -> Topic? {
    switch place.kind {
    case .place, .deictic(.division): break
    default: return nil
    }
    let named = namedBehindParticle(in: text, from: place.range.upperBound, clause, periods: periods)
    guard let named, named.isBody, named.bodyClass != .settlement else { return nil }
    return named
  }

  /// 总投资96亿元的乌审旗煤制油项目: five characters or more up to the word for a project.
  private func project(in text: [UInt8], at start: Int, end: Int) -> Topic? {
    var offset = start
    let limit = min(end, start + 75)
    while offset < limit, UTF8Scalar.folded(in: text, at: offset).scalar != 0x7684 {
      offset += UTF8Scalar.folded(in: text, at: offset).length
      guard offset - start >= 15,
        rules.projectHeads.longestMatch(endingAt: offset, in: text, start: start) != nil
      else { continue }
      return isProject(text, start..<offset) && !isCounted(text, offset, end)
        ? Topic(kind: .body(.project), range: start..<offset, isSource: false) : nil
    }
    return nil
  }

  private func hasOwnName(_ topic: Topic, _ text: [UInt8]) -> Bool {
    switch topic.kind {
    case .body(let bodyClass):
      switch bodyClass {
      case .zone, .facility, .hospital, .school, .project, .bank, .settlement: return true
      // 印染厂, 边贸公司 and 企业集团 are kinds, 天冠集团 and 江汉机械厂 names.
      case .company: return isNamedCompany(text, topic.range)
      default: return false
      }
    // 增幅最大的东海县, 对口支援的新疆喀什地区, and no short name.
    case .place:
      return innermost(of: topic, in: text).map { !$0.match.isShort && $0.range.upperBound == topic.range.upperBound }
        ?? false
    default: return false
    }
  }

  /// The last place of those side by side that a topic begins with.
  private func innermost(of topic: Topic, in text: [UInt8]) -> (match: Gazetteer.Match, range: Range<Int>)? {
    var found: (match: Gazetteer.Match, range: Range<Int>)?
    var start = topic.range.lowerBound
    while let match = gazetteer.match(in: text, at: start), start + match.length <= topic.range.upperBound {
      found = (match, start..<start + match.length)
      start += match.length
    }
    return found
  }

  /// 芦山县重建学校23所: the place before a kind of bodies.
  func placeBefore(_ kind: Topic, in text: [UInt8]) -> Topic? {
    guard kind.isBody, let place = innermost(of: kind, in: text) else { return nil }
    return Topic(
      kind: .place(place.match.places, isShort: place.match.isShort && place.match.isAmbiguous),
      range: kind.range.lowerBound..<place.range.upperBound, isSource: false)
  }

  private func isNamedCompany(_ text: [UInt8], _ name: Range<Int>) -> Bool {
    if gazetteer.length(in: text, at: name.lowerBound) > 0 || isMunicipal(text, name.lowerBound) { return true }
    let isGroup = PeriodMarker.follows(text, name.upperBound, Self.group)
    return name.count >= (isGroup ? 12 : 15)
      && (name.count > 12 || rules.makers.longestMatch(endingAt: name.lowerBound + 6, in: text) == nil)
  }

  private static let group = Array("集团".utf8)

  /// No “长三角招商周” and no 川南2×60万千瓦机组: whether words for a region name it.
  func isRegion(_ text: [UInt8], _ name: Range<Int>) -> Bool {
    if name.lowerBound > 0 {
      switch UTF8Scalar.folded(in: text, at: UTF8Scalar.start(before: name.lowerBound, in: text)).scalar {
      case 0x201C, 0x300C, 0x300A: return false
      default: break
      }
    }
    guard name.upperBound < text.count else { return true }
    return !(0x30...0x39).contains(UTF8Scalar.folded(in: text, at: name.upperBound).scalar)
  }

  /// 敦煌种业出口创汇900万美元 behind another company: a trade behind the place, and what the company does.
  func company(behind place: Topic, in text: [UInt8], end: Int) -> Topic? {
    guard case .place = place.kind, gazetteer.match(in: text, at: place.range.lowerBound)?.isShort == true,
      let trade = rules.trades.longestMatch(in: text, at: place.range.upperBound, end: end),
      rules.stops.longestMatch(in: text, at: trade.end, end: end) != nil
    else { return nil }
    return Topic(kind: .body(.company), range: place.range.lowerBound..<trade.end, isSource: false)
  }

  /// 工程全长723公里, 项目达产后: the word for a project alone at the head of what only one has.
  func bareWork(in text: [UInt8], at start: Int, end: Int) -> Topic? {
    guard let work = rules.bareWorks.longestMatch(in: text, at: start, end: end),
      rules.workFollowers.longestMatch(in: text, at: work.end, end: end) != nil
    else { return nil }
    return Topic(kind: .deictic(.body(.project)), range: start..<work.end, isSource: false)
  }

  /// 豫南恒牧公司: what bears the name of the region that it lies in.
  func bodyOfRegion(
    in text: [UInt8], from start: Int, _ nameEnd: Int, _ end: Int, _ periods: PeriodPlaces
  ) -> Topic? {
    if let body = body(in: text, from: start, coreStart: nameEnd, end: end, hasPlace: true, periods) {
      return body.topic(places: [])
    }
    if let place = gazetteer.match(in: text, at: nameEnd), !place.isShort, nameEnd + place.length <= end {
      return topic(in: text, at: nameEnd, end: end, periods: periods)
    }
    return tradeName(in: text, from: nameEnd, end, afterParticle: false).map {
      Topic(kind: $0.kind, range: start..<$0.range.upperBound, isSource: false)
    }
  }

  /// Whether something is said of a name that ends at an offset: it is none of a list and has nothing.
  private func leadsOn(_ text: [UInt8], _ offset: Int, _ end: Int) -> Bool {
    guard offset < end else { return false }
    let next = UTF8Scalar.folded(in: text, at: offset).scalar
    // 的, 等
    return next != 0x7684 && next != 0x7B49 && !parts(text, offset)
  }

  /// How long what is said of a body before its name may be.
  private static let longestClause = 75

  private static let prepositions = Set("在为向对给把将与和同跟从据以让使由经按如".unicodeScalars.map(\.value))

  /// 中型水库8座, 九年制学校4所，, 片区小学及村级完小32所: a kind of body, whose number follows; it ends the clause or the part of it.
  func isKind(_ topic: Topic, in text: [UInt8], end: Int) -> Bool {
    switch topic.bodyClass {
    case .school, .hospital, .facility, .bank, .zone, .company: break
    default: return topic.kind == .several && endsInNumber(text, topic.range.upperBound, end)
    }
    var offset = topic.range.upperBound
    // 及村级完小
    if parts(text, offset), gazetteer.length(in: text, at: topic.range.lowerBound) == 0 {
      while offset < min(end, topic.range.upperBound + 36), text[offset] >= 0xE3, !isDigit(text, offset) {
        offset += UTF8Scalar.folded(in: text, at: offset).length
      }
    }
    return endsInNumber(text, offset, end)
  }

  /// As many as a number says, and nothing behind it: 4所，.
  private func endsInNumber(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    isCountedBody(text, start, end) && isCountedAlone(text, behind: start, end)
  }

  /// 江北公司…，位于潜江市，年产…: a place that ends its clause behind 位于 is only where whoever is told of lies.
  func isSite(_ topic: Topic, in text: [UInt8], _ clause: Range<Int>) -> Bool {
    switch topic.kind {
    case .place, .body(.settlement), .body(.zone), .body(.region): break
    default: return false
    }
    guard rules.sites.longestMatch(endingAt: topic.range.lowerBound, in: text, start: clause.lowerBound) != nil
    else { return false }
    // 位于大别山南麓的罗田县 is what is told of.
    return !PeriodMarker.contains(
      text, topic.range.upperBound..<max(topic.range.upperBound, clause.upperBound), PeriodMarker.of)
      && !rules.stops.occurs(in: text, topic.range.upperBound..<max(topic.range.upperBound, clause.upperBound))
  }

  /// 江苏运来的萝卜批发价, 来自云南的豌豆: the place where something comes from is not whose the figure is.
  func isOrigin(_ topic: Topic, in text: [UInt8], _ clause: Range<Int>) -> Bool {
    switch topic.kind {
    case .place, .body(.region): break
    default: return false
    }
    let end = topic.range.upperBound
    if rules.origins.longestMatch(in: text, at: end, end: clause.upperBound) != nil { return true }
    if PeriodMarker.begins(text, end, PeriodMarker.of), PeriodMarker.follows(text, topic.range.lowerBound, Self.from),
      !isSource(text, after: end, clause.upperBound)
    {
      return true
    }
    guard rules.pricedOrigins.longestMatch(in: text, at: end, end: clause.upperBound) != nil else { return false }
    return rules.priceWords.occurs(in: text, end..<max(end, clause.upperBound))
  }

  private static let from = Array("来自".utf8)
}
