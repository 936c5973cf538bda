import Layout
import Rules

/// Whom the topics of clauses stand for on this page.
extension SubjectFinder {
  /// The bodies named so far: the last of each class, and all in order, for words that point by the end of a name.
  struct NamedBodies {
    var last: [OrganizationRules.Class: (paragraph: Int, mention: SubjectMention)] = [:]
    private var all: [(story: Int, paragraph: Int, bodyClass: OrganizationRules.Class, mention: SubjectMention)] = []

    mutating func add(_ mention: SubjectMention, _ bodyClass: OrganizationRules.Class, paragraph: Int, story: Int) {
      last[bodyClass] = (paragraph, mention)
      all.append((story, paragraph, bodyClass, mention))
    }

    /// The plant, company or project that a paragraph named last: what 该项目 is of.
    func lastOwner(paragraph: Int) -> SubjectMention? {
      guard let last = all.last(where: { $0.bodyClass != .authority }), last.paragraph == paragraph else { return nil }
      switch last.bodyClass {
      case .company, .project, .facility, .hospital, .school: return last.mention
      default: return nil
      }
    }

    /// The last body of a class in a story, and the paragraph that names it.
    func last(
      of bodyClass: OrganizationRules.Class, story: Int
    ) -> (paragraph: Int, mention: SubjectMention)? {
      all.suffix(64).last { $0.story == story && $0.bodyClass == bodyClass }.map { ($0.paragraph, $0.mention) }
    }

    /// The last body of a story whose name ends in one of these.
    func last(endingIn ends: [[UInt8]], story: Int) -> SubjectMention? {
      for body in all.suffix(64).reversed() {
        if body.story == story, SubjectScores.ends(body.mention.name, in: ends) { return body.mention }
      }
      return nil
    }
  }

  mutating func resolve(_ topics: [[(topic: Topic, clause: Int)]]) {
    var bodies = NamedBodies()
    var lastDivisions: [Division] = []
    var heading: SubjectMention?
    var title: SubjectMention?
    var titleStory: Int?
    var isInHeadings = false
    for (index, found) in topics.enumerated() {
      let paragraph = paragraphs[index]
      let isHeading = paragraph.kind == .heading || paragraph.kind == .title
      if isHeading, !isInHeadings {
        heading = nil
        lastDivisions = []
      }
      isInHeadings = isHeading || isInHeadings && paragraph.kind == .byline
      var list: [Resolved] = []
      var aside = 0
      var parts = Parts()
      for (topic, clause) in found {
        while aside < asides[index].count, asides[index][aside].range.lowerBound < topic.range.lowerBound {
          remember(asides[index][aside], index, &bodies)
          // 走进岳西县来榜镇花墩村…。全县…
          if let county = county(of: asides[index][aside], index) { lastDivisions.append(county) }
          aside += 1
        }
        // 一期用地: the phase of the project just named and not of the zone.
        let followsZone = list.last.map { $0.bodyClass != .project && $0.bodyClass != .company } ?? true
        // 梧州海关负责人分析: 该关 behind it is the office and not its place.
        if case .authority = topic.kind {
          let office = SubjectMention(
            name: text(index, topic.range), kind: .organization, range: nil, areaCode: nil)
          bodies.add(office, .authority, paragraph: index, story: stories.stories[index])
        }
        if topic.isSource, topic.isBody, let seat = seat(ofSource: topic, index) { lastDivisions.append(seat) }
        guard !isSpread(topic, paragraph), !isShareKey(topic, clause, in: paragraph),
          let mention = mention(topic, index, bodies, lastDivisions, followsZone: followsZone)
            ?? inForce(topic, index, list, heading ?? title)
        else { continue }
        var bodyClass: OrganizationRules.Class?
        switch topic.kind {
        case .alias(_, let found), .body(let found):
          bodyClass = found
          // 黄松甸镇黑木耳批发市场: the town is what 全镇 stands for.
          if let town = settlement(before: topic, index) {
            bodies.add(town, .settlement, paragraph: index, story: stories.stories[index])
          }
          bodies.add(mention, found, paragraph: index, story: stories.stories[index])
          if let county = county(of: topic, index) { lastDivisions.append(county) }
        case .person:
          // 松岗镇显纲村村民陈伯: the village is what 全村 stands for.
          let start = rules.topics.subjectStart(
            in: paragraph.shadow, clause: paragraph.clauses.range(ofClause: clause), periods: paragraph.periods)
          if start < topic.range.lowerBound,
            let home = rules.topics.topic(in: paragraph.shadow, at: start, end: topic.range.lowerBound),
            home.bodyClass == .settlement
          {
            remember(home, index, &bodies)
          }
        case .deictic(.named) where mention.name.utf8.count == topic.range.count:
          // 热力公司 that the page knows one of: what 公司 stands for.
          if let found = classOfEnding(topic, index) {
            bodies.add(mention, found, paragraph: index, story: stories.stories[index])
          }
        default: break
        }
        if mention.kind == .place, topic.kind != .several, !isExample(topic, paragraph),
          !isScene(topic, index)
        {
          lastDivisions.append(division(mention, topic, index, isFirst: list.isEmpty))
        }
        var isCountry = false
        switch topic.kind {
        case .place(let places, _), .authority(let places):
          if let place = places.first { isCountry = rules.gazetteer.places[place].level == .country }
        default: break
        }
        let clauseStart = paragraph.clauses.clauses[clause]
        list.append(
          Resolved(
            mention: mention, bodyClass: bodyClass, isCountry: isCountry, start: topic.range.lowerBound,
            sentence: paragraph.clauses.sentenceOfClause[clause], clause: clause,
            opensClauseWithWhich: parts.hold(clause, in: paragraph)
              || clauseStart >= 9 && PeriodMarker.begins(paragraph.shadow, clauseStart - 9, Self.which),
            isSetting: isSetting(topic, paragraph) || isPremises(topic, paragraph),
            isPerson: topic.kind == .person,
            isExample: isExample(topic, paragraph) || isRealm(topic, index),
            isSource: topic.isSource,
            isCompared: rules.organizations.asideFollowers.longestMatch(
              in: paragraph.shadow, at: topic.range.upperBound) != nil,
            bracketEnd: paragraph.bracketEnd(around: topic.range.lowerBound),
            members: topic.kind == .several ? members(of: topic, index) : []))
      }
      for topic in asides[index][aside...] { remember(topic, index, &bodies) }
      resolved.append(list)
      // 塔城海关：巴克图口岸货运量…: whom the office tells of.
      let teller = found.first.map { rules.topics.isTeller($0.topic, paragraph.shadow) } ?? false
      let head = teller ? list.first { !$0.isSource } ?? list.first : list.first
      if isHeading, heading == nil { heading = head.flatMap { isTold(below: index, $0) ? $0.mention : nil } }
      if paragraph.kind == .title {
        title = head.flatMap { isBroad($0) || teller && isTold(below: index, $0) ? $0.mention : nil }
        titleStory = stories.stories[index]
      }
      // Another story that is about somebody is not of whom the page's title names.
      let isOther =
        stories.stories[index] != titleStory
        && (scores[stories.stories[index]].main != nil || stories.isOfColumn(stories.stories[index]))
      sections.append(isHeading ? head?.mention ?? heading : heading ?? (isOther ? nil : title))
    }
  }

  static let which: [UInt8] = Array("其中".utf8)

  static let setting: [UInt8] = Array("在".utf8)

  /// A body named as where something happens is what 园区 or 该公司 of the next clauses stands for.
  private func remember(_ topic: Topic, _ index: Int, _ bodies: inout NamedBodies) {
    guard case .body(let bodyClass) = topic.kind else { return }
    let mention = SubjectMention(
      name: text(index, topic.range), kind: SubjectScores.kind(bodyClass), range: nil, areaCode: nil)
    bodies.add(mention, bodyClass, paragraph: index, story: stories.stories[index])
  }

  /// The subjects named together: 德城区、齐河县、禹城市, 苏州和无锡两市.
  private func members(of topic: Topic, _ index: Int) -> [SubjectMention] {
    let shadow = paragraphs[index].shadow
    var members: [SubjectMention] = []
    var offset = topic.range.lowerBound
    while offset < topic.range.upperBound {
      // 和平区: no 和 between two.
      var end = offset + rules.gazetteer.length(in: shadow, at: offset)
      while end < topic.range.upperBound, !rules.topics.parts(shadow, end) {
        end += UTF8Scalar.folded(in: shadow, at: end).length
      }
      if end > offset {
        let range = offset..<end
        if let match = rules.gazetteer.match(in: shadow, at: offset), match.length == range.count {
          members.append(member(match, range, index))
        } else {
          members.append(SubjectMention(name: text(index, range), kind: .organization, range: nil, areaCode: nil))
        }
      }
      offset = end + 3
    }
    return members
  }

  /// One of several subjects named together.
  private func member(_ match: Gazetteer.Match, _ range: Range<Int>, _ index: Int) -> SubjectMention {
    let printed = text(index, range)
    guard let found = evidence.place(of: match.places, isShort: match.isShort, isAmbiguous: match.isAmbiguous) else {
      return SubjectMention(name: printed, kind: .organization, range: nil, areaCode: nil)
    }
    return SubjectMention(
      name: evidence.name(of: found.place) ?? printed, kind: .place, range: nil,
      areaCode: found.isCertain ? rules.gazetteer.places[found.place].code : nil)
  }

  func isSetting(_ topic: Topic, _ paragraph: ParagraphShadow) -> Bool {
    let start = topic.range.lowerBound
    guard start >= 3, PeriodMarker.begins(paragraph.shadow, start - 3, Self.setting),
      topic.range.upperBound < paragraph.shadow.count
    else { return false }
    let after = UTF8Scalar.folded(in: paragraph.shadow, at: topic.range.upperBound).scalar
    return after != 0x2C && after != 0x3A
  }

  /// 在上海、广州等12个城市设立了直销点: where somebody else does something.
  private func isSpread(_ topic: Topic, _ paragraph: ParagraphShadow) -> Bool {
    isSetting(topic, paragraph) && PeriodMarker.begins(paragraph.shadow, topic.range.upperBound, Self.among)
  }

  private static let among = Array("等".utf8)

  func isExample(_ topic: Topic, _ paragraph: ParagraphShadow) -> Bool {
    if rules.organizations.isExample(paragraph.shadow, after: topic.range.upperBound) { return true }
    // 市民赵女士: one of many.
    if topic.kind == .person, rules.topics.isAddress(paragraph.shadow, topic.range) { return true }
    // 相邻的龙岩市: nor is a neighbour told of any longer, but where a paragraph begins with it.
    if let word = rules.organizations.neighbours.longestMatch(endingAt: topic.range.lowerBound, in: paragraph.shadow) {
      return word.start > 0
    }
    guard let match = rules.gazetteer.match(in: paragraph.shadow, at: topic.range.lowerBound) else { return false }
    return rules.organizations.isExample(paragraph.shadow, after: topic.range.lowerBound + match.length)
  }

  func isBroad(_ topic: Resolved) -> Bool {
    switch topic.bodyClass {
    case nil, .company, .zone: true
    default: false
    }
  }

  func text(_ index: Int, _ range: Range<Int>) -> String {
    String(decoding: paragraphs[index].original[range], as: UTF8.self)
  }

  func mention(
    _ topic: Topic, _ index: Int, _ bodies: NamedBodies, _ divisions: [Division], followsZone: Bool
  ) -> SubjectMention? {
    switch topic.kind {
    case .place(let places, let isShort):
      guard let found = evidence.place(of: places, isShort: isShort || isShortForm(topic, index), isAmbiguous: isShort)
      else { return nil }
      return place(found, topic, index)
    case .person:
      return SubjectMention(name: text(index, topic.range), kind: .organization, range: topic.range, areaCode: nil)
    case .authority(let places):
      // 大连海关征收税款103.6亿元: what it does is its own, what it says is of its place.
      if topic.isSource, rules.organizations.isDoer(paragraphs[index].shadow, topic.range),
        let port = bodies.last(of: .facility, story: stories.stories[index]), port.paragraph + 2 >= index
      {
        // 据塔城海关统计，出口…: where a port was told of, of the port.
        return SubjectMention(name: port.mention.name, kind: port.mention.kind, range: topic.range, areaCode: nil)
      }
      if !topic.isSource,
        rules.organizations.isDoer(paragraphs[index].shadow, topic.range)
      {
        return SubjectMention(name: text(index, topic.range), kind: .organization, range: topic.range, areaCode: nil)
      }
      if places.isEmpty { return ownPlace(of: topic, index) ?? ownSeat(topic, index, divisions) }
      guard let found = evidence.place(of: places, isShort: false, isAmbiguous: false),
        rules.gazetteer.places[found.place].level > .province || isForeign(found.place)
      else { return nil }
      // 日本经济企划厅: the figures of the offices of a state are its own.
      if isForeign(found.place),
        let match = rules.gazetteer.match(in: paragraphs[index].shadow, at: topic.range.lowerBound)
      {
        let range = topic.range.lowerBound..<topic.range.lowerBound + match.length
        return SubjectMention(name: text(index, range), kind: .place, range: topic.range, areaCode: nil)
      }
      return place(found, topic, index)
    case .body(let bodyClass):
      if !evidence.isTraditional,
        rules.organizations.traditionalOperators.longestMatch(
          in: paragraphs[index].shadow, at: topic.range.lowerBound)?.end == topic.range.upperBound
      {
        return nil
      }
      switch bodyClass {
      case .society where topic.isSource: return nil
      // 中铁七局项目总工回忆: who builds something speaks of what he builds.
      case .company where topic.isSource && isBuilder(topic, index): return nil
      // 镇工业公司经理翻开账本：…: who keeps the books of a town tells of it.
      case .company where topic.isSource && isOfTown(topic, index):
        return bodies.last(of: .settlement, story: stories.stories[index]).map { town in
          SubjectMention(name: town.mention.name, kind: town.mention.kind, range: topic.range, areaCode: nil)
        }
      case .facility where topic.isSource && !tellsOfItself(topic, index),
        .school where topic.isSource && !tellsOfItself(topic, index):
        return nil
      default: break
      }
      let isMarket =
        rules.organizations.operators.longestMatch(in: paragraphs[index].shadow, at: topic.range.lowerBound)
        .map { $0.value == .facility && $0.end == topic.range.upperBound } ?? false
      return SubjectMention(
        name: text(index, topic.range), kind: isMarket ? .market : SubjectScores.kind(bodyClass), range: topic.range,
        areaCode: nil)
    case .alias(let name, _):
      return SubjectMention(name: name, kind: .organization, range: topic.range, areaCode: nil)
    case .several:
      return SubjectMention(name: text(index, topic.range), kind: .place, range: topic.range, areaCode: nil)
    case .state:
      guard topic.isSource else { return nil }
      return SubjectMention(name: "全国", kind: .place, range: nil, areaCode: nil)
    case .deictic(.place(let name, _)):
      if name == "全国" {
        let printed = text(index, topic.range)
        // 我国 in a paper of this country is 全国.
        if printed == "我国" {
          let isAbroad = pageScores.main.map { $0.place.map(rules.gazetteer.isAbroad) ?? false } ?? true
          return SubjectMention(name: isAbroad ? printed : name, kind: .place, range: topic.range, areaCode: nil)
        }
        if let last = divisions.last?.mention, isCountry(last.name) {
          return SubjectMention(name: last.name, kind: .place, range: topic.range, areaCode: nil)
        }
        return SubjectMention(name: text(index, topic.range), kind: .place, range: topic.range, areaCode: nil)
      }
      // 全港 behind 高雄港 is no 香港.
      if let end = text(index, topic.range).last,
        let meant = bodies.last(endingIn: [Array(String(end).utf8)], story: stories.stories[index])
      {
        return SubjectMention(name: meant.name, kind: meant.kind, range: topic.range, areaCode: nil)
      }
      let match = rules.gazetteer.match(in: Array(name.utf8), at: 0)?.places.first
      // 全港 on a page of 湛江 is its port.
      if let match, !evidence.mayMean(match) { return nil }
      let printed = match.flatMap { evidence.name(of: $0) } ?? text(index, topic.range)
      return SubjectMention(
        name: printed, kind: .place, range: topic.range, areaCode: match.flatMap { rules.gazetteer.places[$0].code })
    case .deictic(.division(let unit)):
      // 县域内就诊率 is of the county or the city that the text is about.
      if PeriodMarker.follows(paragraphs[index].shadow, topic.range.upperBound, Self.realm) {
        let own = scores[stories.stories[index]]
        // Of an interview in a hospital, of the county that the page is about.
        let about = [own.main, pageScores.main, own.place, pageScores.place].compactMap { $0 }
        guard let main = about.first(where: { $0.place != nil }), let place = main.place else { return nil }
        return SubjectMention(
          name: main.name, kind: main.kind, range: nil, areaCode: rules.gazetteer.places[place].code)
      }
      let found = division(unit, topic, index, divisions)
      // 省内 and 市里 are no names, as 全市 may be.
      return found.kind == .unresolved && isInside(topic, index) ? nil : found
    case .deictic(.named(let ends)):
      let story = scores[stories.stories[index]]
      if let last = bodies.last(endingIn: ends, story: stories.stories[index]) {
        return SubjectMention(name: last.name, kind: last.kind, range: topic.range, areaCode: nil)
      }
      if let main = story.main, SubjectScores.ends(main.name, in: ends) {
        return SubjectMention(name: main.name, kind: main.kind, range: topic.range, areaCode: nil)
      }
      // 景区门票收入 on a page of many: none of them.
      if topic.range.count == 6, !isPointing(topic, index), !story.hasOne(endingIn: ends) {
        return bodyWithoutName(topic, index, bodies)
      }
      guard
        let best = story.body(where: { SubjectScores.ends($0, in: ends) })
          ?? pageScores.body(where: { SubjectScores.ends($0, in: ends) })
      else { return bodyWithoutName(topic, index, bodies) }
      return SubjectMention(name: best.name, kind: best.kind, range: topic.range, areaCode: nil)
    case .deictic(.body(.settlement)): return placeTold(topic, index, bodies, divisions)
    case .deictic(.body(.project)): return projectMeant(topic.range, index, bodies)
    case .deictic(.body(let bodyClass)):
      let printed = text(index, topic.range)
      if let last = bodyMeant(bodyClass, index, bodies, word: printed) {
        if printed.hasSuffix("期"), printed.utf8.count == 6 {
          let name = last.name.hasSuffix("期") ? String(last.name.dropLast(2)) : last.name
          guard followsZone else { return nil }
          // The first phase is what stands.
          if printed.hasPrefix("一") {
            return SubjectMention(name: name, kind: last.kind, range: nil, areaCode: nil)
          }
          return SubjectMention(name: name + printed, kind: last.kind, range: topic.range, areaCode: nil)
        }
        return SubjectMention(name: last.name, kind: last.kind, range: topic.range, areaCode: nil)
      }
      guard !printed.hasSuffix("期") else { return nil }
      guard let best = body(bodyClass, index) else {
        // 其中，经开区1.2亿美元，高新区0.9亿美元: a zone of the place that has no other name.
        return bodyClass == .zone && isFigureNext(topic, index)
          ? SubjectMention(name: printed, kind: .organization, range: topic.range, areaCode: nil) : nil
      }
      return SubjectMention(name: best.name, kind: .organization, range: topic.range, areaCode: nil)
    }
  }

  private func isFigureNext(_ topic: Topic, _ index: Int) -> Bool {
    let text = paragraphs[index].shadow
    return topic.range.count == 9 && topic.range.upperBound < text.count
      && (0x30...0x39).contains(UTF8Scalar.folded(in: text, at: topic.range.upperBound).scalar)
  }

  func isShortForm(_ topic: Topic, _ index: Int) -> Bool {
    rules.gazetteer.match(in: paragraphs[index].shadow, at: topic.range.lowerBound)?.isShort ?? false
  }

  func place(_ found: (place: Int, isCertain: Bool), _ topic: Topic, _ index: Int) -> SubjectMention {
    // 铁岭银州区: the innermost of a chain.
    var start = topic.range.lowerBound
    if case .place = topic.kind {
      while let match = rules.gazetteer.match(in: paragraphs[index].shadow, at: start), match.isShort,
        start + match.length < topic.range.upperBound
      {
        start += match.length
      }
    }
    var end = topic.range.upperBound
    // 中山海关: of its place.
    if case .authority = topic.kind, let match = rules.gazetteer.match(in: paragraphs[index].shadow, at: start) {
      end = start + match.length
    }
    let printed = text(index, start..<end)
    let isChain = start > topic.range.lowerBound
    return SubjectMention(
      name: isChain ? printed : evidence.name(of: found.place) ?? printed, kind: .place, range: topic.range,
      areaCode: found.isCertain ? rules.gazetteer.places[found.place].code : nil)
  }

  /// 省内, 市里, 县上: where something is.
  private func isInside(_ topic: Topic, _ index: Int) -> Bool {
    let end = topic.range.upperBound
    return Self.insides.contains { PeriodMarker.follows(paragraphs[index].shadow, end, $0) }
  }

  /// 县域内就诊率: of the county in its sentence only, where the text tells of a body.
  private func isRealm(_ topic: Topic, _ index: Int) -> Bool {
    guard case .deictic(.division) = topic.kind else { return false }
    return guests[stories.stories[index]] != nil
      && PeriodMarker.follows(paragraphs[index].shadow, topic.range.upperBound, Self.realm)
  }

  static let realm = Array("域".utf8)
  static let insides = ["内", "里", "上", "域"].map { Array($0.utf8) }
}
