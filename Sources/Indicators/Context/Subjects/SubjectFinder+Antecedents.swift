import Layout
import Rules

/// Which body or place that a text named before a word of it stands for.
extension SubjectFinder {
  /// 要数厦门海峡数控公司的伺服电机产业园。这个项目…: the zone or plant that the sentence before ends with.
  func bodyEnding(before offset: Int, _ index: Int) -> Range<Int>? {
    let paragraph = paragraphs[index]
    let clause = paragraph.clauses.clause(at: offset)
    guard clause > 0, paragraph.clauses.sentenceOfClause[clause - 1] + 1 == paragraph.clauses.sentenceOfClause[clause]
    else { return nil }
    let range = paragraph.clauses.range(ofClause: clause - 1)
    let end = TopicReader.endOfHan(in: paragraph.shadow, range)
    var offset = max(range.lowerBound, end - 60)
    while offset < end, paragraph.shadow[offset] & 0xC0 == 0x80 { offset += 1 }
    while offset < end {
      if let topic = rules.topics.topic(in: paragraph.shadow, at: offset, end: end), topic.range.upperBound == end,
        topic.bodyClass == .zone || topic.bodyClass == .project || topic.bodyClass == .facility
      {
        return topic.range
      }
      offset += UTF8Scalar.folded(in: paragraph.shadow, at: offset).length
    }
    return nil
  }

  /// 引大济湟调水总干渠工程传来消息…。该工程: the name that ends like the word, the nearest before it in its story.
  func nameBefore(_ word: Range<Int>, _ index: Int) -> (paragraph: Int, range: Range<Int>)? {
    let text = paragraphs[index].shadow
    let pointer = rules.organizations.pointingPrefixes.longestMatch(in: text, at: word.lowerBound)?.end
    // 桥 of 该桥, 公路 of 该公路
    let head = Array(text[max(pointer ?? word.lowerBound, word.upperBound - 6)..<word.upperBound])
    guard head.count == 6 || Self.bridges.contains(head) else { return nil }
    if let named = nameBefore(word, endingIn: head, index) { return named }
    // 航运工程…。该项目: one word for the other.
    guard let other = Self.works.firstIndex(of: head) else { return nil }
    return nameBefore(word, endingIn: Self.works[1 - other], index)
  }

  /// What a name may end in that is told by one character.
  private static let bridges = ["桥", "盘"].map { Array($0.utf8) }
  private static let works = ["工程", "项目"].map { Array($0.utf8) }

  private func nameBefore(
    _ word: Range<Int>, endingIn head: [UInt8], _ index: Int
  ) -> (paragraph: Int, range: Range<Int>)? {
    var clause = paragraphs[index].clauses.clause(at: word.lowerBound)
    var read = 0
    for before in stride(from: index, through: max(0, index - Self.reach), by: -1)
    where stories.stories[before] == stories.stories[index] && paragraphs[before].kind != .furniture {
      let paragraph = paragraphs[before]
      if before < index { clause = paragraph.clauses.clauses.count }
      while clause > 0, read < 40 {
        clause -= 1
        read += 1
        if let name = name(endingIn: head, paragraph.clauses.range(ofClause: clause), in: paragraph) {
          return (before, name)
        }
      }
    }
    return nil
  }

  /// How many paragraphs a word points back over.
  private static let reach = 4

  /// Three characters or more before the ending, as far as they can be one name.
  private func name(endingIn head: [UInt8], _ clause: Range<Int>, in paragraph: ParagraphShadow) -> Range<Int>? {
    let text = paragraph.shadow
    guard PeriodMarker.contains(text, clause, head) else { return nil }
    var offset = rules.topics.subjectStart(in: text, clause: clause, periods: paragraph.periods)
    var start = offset
    // Where a verb ends, behind which the name may as well begin: 实施南水北调配套工程.
    var verbEnd: Int?
    // 4.95亿元投向数字电视项目: what follows a figure begins with its unit.
    var followsFigure = false
    let limit = min(clause.upperBound, offset + 200)
    while offset < limit {
      if offset > start, let verb = rules.organizations.stops.longestMatch(in: text, at: offset, end: limit),
        verb.end - offset >= 6
      {
        verbEnd = verb.end
      }
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      offset += size
      // 一个大项目, 新上了项目: no name.
      guard (0x4E00...0x9FFF).contains(scalar) || (0x41...0x7A).contains(scalar),
        ![0x4E2A, 0x6279, 0x4E86, 0x662F, 0x6709, 0x9879].contains(scalar)
          || PeriodMarker.follows(text, offset + 3, head)
          // 有限公司
          || rules.organizations.endings.longestMatch(in: text, at: offset - size, end: limit) != nil
      else {
        start = offset
        verbEnd = nil
        followsFigure = (0x30...0x39).contains(scalar)
        continue
      }
      if scalar == 0x7684 {
        start = offset
        verbEnd = nil
        followsFigure = false
      }
      guard !followsFigure, offset - start >= Self.shortestName, PeriodMarker.follows(text, offset, head) else {
        continue
      }
      if let verbEnd, offset - verbEnd >= Self.shortestName { start = verbEnd }
      // “薯源”马铃薯专业合作社
      if let brand = rules.topics.branded(in: text, at: start, end: limit, paragraph.periods),
        brand.range.upperBound >= offset
      {
        return brand.range
      }
      if offset - start <= 75, isName(start..<offset, in: text, end: limit) { return start..<offset }
    }
    return nil
  }

  private static let shortestName = 15

  /// No 老旧小区改造项目 46个, of which there are many, and none that begins with a common word.
  private func isName(_ name: Range<Int>, in text: [UInt8], end: Int) -> Bool {
    guard !rules.topics.isCounted(text, name.upperBound, end),
      rules.organizations.deictic(in: text, at: name.lowerBound, end: name.upperBound) == nil
    else { return false }
    return rules.gazetteer.length(in: text, at: name.lowerBound) > 0
      || rules.organizations.generic.longestMatch(in: text, at: name.lowerBound) == nil
  }

  /// What 该工程 and 这个项目 stand for: the project named last, or what the text before names with the same ending, or the plant or
  /// company that the paragraph named; `nil` where none is named, so that the place in force stays.
  func projectMeant(_ word: Range<Int>, _ index: Int, _ bodies: NamedBodies) -> SubjectMention? {
    // 工程全长723公里, and no word that points: what its paragraph named.
    if rules.organizations.bareWorks.longestMatch(in: paragraphs[index].shadow, at: word.lowerBound)?.end
      == word.upperBound
    {
      if let last = bodies.last[.project], last.paragraph == index {
        return SubjectMention(name: last.mention.name, kind: .project, range: word, areaCode: nil)
      }
      return nameBefore(word, index).flatMap { named in
        named.paragraph != index
          ? nil : SubjectMention(name: text(index, named.range), kind: .project, range: word, areaCode: nil)
      }
    }
    func meant(_ name: String) -> SubjectMention {
      SubjectMention(name: name, kind: .project, range: word, areaCode: nil)
    }
    let known = bodyMeant(.project, index, bodies, word: text(index, word))
    let last = bodies.last[.project]?.paragraph
    if let known, last == index { return meant(known.name) }
    if let named = bodyEnding(before: word.lowerBound, index) { return meant(text(index, named)) }
    if let named = nameBefore(word, index), last.map({ named.paragraph > $0 }) ?? true {
      return meant(text(named.paragraph, named.range))
    }
    if let known { return meant(known.name) }
    if let owner = bodies.lastOwner(paragraph: index) ?? bodies.lastOwner(paragraph: index - 1) {
      return meant(owner.name)
    }
    return nil
  }

  /// 该工程 of none that is named is of whoever the text tells of.
  func inForce(
    _ topic: Topic, _ index: Int, _ told: [Resolved], _ above: SubjectMention?
  ) -> SubjectMention? {
    guard topic.kind == .deictic(.body(.project)), topic.range.count > 6 else { return nil }
    let last = told.last { !$0.isSetting && !$0.isSource && $0.members.count < 2 }?.mention
    return (last ?? above ?? mains[stories.stories[index]]).map {
      SubjectMention(name: $0.name, kind: .project, range: topic.range, areaCode: $0.areaCode)
    }
  }

  /// The body that 公司 stands for: the last named in the paragraph, else the page's, else the last on the page; 该厂 and
  /// 全矿 stand for a name that ends so, and 公司 for none of these where another is named.
  func bodyMeant(
    _ bodyClass: OrganizationRules.Class, _ index: Int, _ bodies: NamedBodies, word: String
  ) -> SubjectMention? {
    let last = bodies.last[bodyClass]
    let kind = word.unicodeScalars.last.flatMap { Self.plantWords.contains($0) ? $0 : nil }
    func fits(_ name: String) -> Bool {
      // 该企业 may be a plant.
      guard bodyClass == .company, !word.hasSuffix("企业"), let end = name.unicodeScalars.last else { return true }
      return kind.map { $0 == end } ?? !Self.plantWords.contains(end)
    }
    if let last, last.paragraph == index, fits(last.mention.name) { return last.mention }
    if let main = scores[stories.stories[index]].main ?? pageScores.main, main.bodyClass == bodyClass {
      return SubjectMention(name: main.name, kind: main.kind, range: nil, areaCode: nil)
    }
    if bodyClass == .company, let last, last.paragraph == index, let other = body(bodyClass, index, where: fits) {
      return SubjectMention(name: other.name, kind: .organization, range: nil, areaCode: nil)
    }
    return last?.mention
  }

  /// 这个江汉古镇: the town or place that the paragraph named before, else what the story is about.
  func placeTold(
    _ topic: Topic, _ index: Int, _ bodies: NamedBodies, _ divisions: [Division]
  ) -> SubjectMention? {
    func meant(_ name: String, _ kind: SubjectMention.Kind) -> SubjectMention {
      SubjectMention(name: name, kind: kind, range: topic.range, areaCode: nil)
    }
    let town = bodies.last(of: .settlement, story: stories.stories[index])
    if let town, town.paragraph == index { return meant(town.mention.name, town.mention.kind) }
    if let place = divisions.last, place.paragraph == index {
      return SubjectMention(
        name: place.mention.name, kind: .place, range: topic.range, areaCode: place.mention.areaCode)
    }
    if let town { return meant(town.mention.name, town.mention.kind) }
    guard let main = scores[stories.stories[index]].main ?? pageScores.main, main.kind == .place else { return nil }
    return SubjectMention(
      name: main.name, kind: .place, range: topic.range,
      areaCode: main.place.flatMap { rules.gazetteer.places[$0].code })
  }

  /// The best body of a class in the story of a paragraph, else on the page.
  func body(
    _ bodyClass: OrganizationRules.Class, _ index: Int, where fits: (String) -> Bool = { _ in true }
  ) -> SubjectScores.Candidate? {
    scores[stories.stories[index]].body(bodyClass, where: fits) ?? pageScores.body(bodyClass, where: fits)
  }

  /// The town or village that the name of a body begins with.
  func settlement(before topic: Topic, _ index: Int) -> SubjectMention? {
    guard case .body = topic.kind else { return nil }
    let text = paragraphs[index].shadow
    var start = topic.range.lowerBound
    while let place = rules.gazetteer.match(in: text, at: start), start + place.length < topic.range.upperBound {
      start += place.length
    }
    var offset = start
    while offset < topic.range.upperBound {
      if offset >= start + 6, let ending = rules.organizations.endings.longestMatch(in: text, at: offset),
        ending.value == .settlement, ending.end < topic.range.upperBound
      {
        let range = start..<ending.end
        return SubjectMention(name: self.text(index, range), kind: .place, range: nil, areaCode: nil)
      }
      offset += UTF8Scalar.folded(in: text, at: offset).length
    }
    return nil
  }

  static let plantWords: [Unicode.Scalar] = ["厂", "廠", "矿", "礦", "店", "社", "场", "場"]

  /// 浸会大学透露, 省博物馆昨日公布: what a body says itself is of itself; a professor or a study of it tells of others.
  func tellsOfItself(_ topic: Topic, _ index: Int) -> Bool {
    let text = paragraphs[index].shadow
    var offset = topic.range.upperBound
    if let end = paragraphs[index].periods[offset] { offset = end }
    return rules.organizations.telling.longestMatch(in: text, at: offset) != nil
  }

  func isForeign(_ place: Int) -> Bool {
    rules.gazetteer.places[place].level == .country && rules.gazetteer.places[place].name != "中国"
  }

  /// 人民银行唐山分行统计，全市…: who tells it bears the name of the place it tells of.
  func seat(ofSource topic: Topic, _ index: Int) -> Division? {
    let shadow = paragraphs[index].shadow
    var offset = topic.range.lowerBound
    while offset < topic.range.upperBound {
      if let match = rules.gazetteer.match(in: shadow, at: offset),
        let found = evidence.place(of: match.places, isShort: match.isShort, isAmbiguous: match.isAmbiguous),
        rules.gazetteer.places[found.place].level > .country
      {
        let place = rules.gazetteer.places[found.place]
        let mention = SubjectMention(
          name: evidence.name(of: found.place) ?? text(index, offset..<offset + match.length), kind: .place, range: nil,
          areaCode: found.isCertain ? place.code : nil)
        return Division(mention: mention, fullName: Array(place.name.utf8), isKnown: false, paragraph: index)
      }
      offset += UTF8Scalar.folded(in: shadow, at: offset).length
    }
    return nil
  }

  /// 该镇 and 全镇, which stand for one even where many are named.
  func isPointing(_ topic: Topic, _ index: Int) -> Bool {
    rules.organizations.pointingPrefixes.longestMatch(in: paragraphs[index].shadow, at: topic.range.lowerBound) != nil
  }

  /// 这家矿 of a company whose name ends otherwise; 热力公司 of a page that knows of one.
  func bodyWithoutName(_ topic: Topic, _ index: Int, _ bodies: NamedBodies) -> SubjectMention? {
    let printed = text(index, topic.range)
    // 该公路: a name that ends so, whatever it is.
    if isPointing(topic, index), let named = nameBefore(topic.range, index) {
      return SubjectMention(
        name: text(named.paragraph, named.range), kind: .organization, range: topic.range, areaCode: nil)
    }
    if let end = printed.unicodeScalars.last, Self.plantWords.contains(end), let last = bodies.last[.company],
      last.paragraph == index
    {
      return SubjectMention(name: last.mention.name, kind: last.mention.kind, range: topic.range, areaCode: nil)
    }
    // 本届农博会 of a page that calls it so only.
    if topic.range.count >= 12, isEvent(topic, index) {
      return SubjectMention(name: printed, kind: .organization, range: topic.range, areaCode: nil)
    }
    // 这座大桥 of none that is named stands for nobody.
    guard topic.range.count >= 12, !isPointing(topic, index), classOfEnding(topic, index) != nil else { return nil }
    return SubjectMention(name: printed, kind: .organization, range: topic.range, areaCode: nil)
  }

  /// Of which class the last two characters of a topic make it: 公司 of 热力公司.
  func classOfEnding(_ topic: Topic, _ index: Int) -> OrganizationRules.Class? {
    let end = topic.range.upperBound
    return rules.organizations.endings.longestMatch(in: paragraphs[index].shadow, at: end - 6).flatMap {
      $0.end == end ? $0.value : nil
    }
  }

  /// 本届农博会, 此次大会.
  private func isEvent(_ topic: Topic, _ index: Int) -> Bool {
    let end = topic.range.upperBound
    return [3, 6, 9].contains { length in
      length < topic.range.count
        && rules.organizations.eventEndings.longestMatch(in: paragraphs[index].shadow, at: end - length)?.end == end
    }
  }
}
