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

  /// 引大济湟调水总干渠工程传来消息…。该工程: the name in the sentence before that ends like the word.
  func projectBefore(_ word: Range<Int>, _ index: Int) -> Range<Int>? {
    let paragraph = paragraphs[index]
    let text = paragraph.shadow
    let head = Array(text[max(word.lowerBound, word.upperBound - 6)..<word.upperBound])
    guard head.count == 6 else { return nil }
    var clause = paragraph.clauses.clause(at: word.lowerBound)
    let sentence = paragraph.clauses.sentenceOfClause[clause]
    for _ in 0..<8 where clause > 0 && sentence - paragraph.clauses.sentenceOfClause[clause - 1] <= 1 {
      clause -= 1
      let range = paragraph.clauses.range(ofClause: clause)
      var offset = rules.topics.subjectStart(in: text, clause: range, periods: paragraph.periods)
      var start = offset
      let limit = min(range.upperBound, offset + 200)
      while offset < limit {
        let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
        offset += size
        // 一个大项目, 新上了项目: no name.
        guard (0x4E00...0x9FFF).contains(scalar) || (0x41...0x7A).contains(scalar),
          ![0x4E2A, 0x6279, 0x4E86, 0x662F, 0x6709].contains(scalar)
        else {
          start = offset
          continue
        }
        if scalar == 0x7684 { start = offset }
        if (15...60).contains(offset - start), PeriodMarker.follows(text, offset, head),
          rules.organizations.generic.longestMatch(in: text, at: start) == nil
        {
          return start..<offset
        }
      }
    }
    return nil
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
    if let end = printed.unicodeScalars.last, Self.plantWords.contains(end), let last = bodies.last[.company],
      last.paragraph == index
    {
      return SubjectMention(name: last.mention.name, kind: last.mention.kind, range: topic.range, areaCode: nil)
    }
    guard topic.range.count >= 12, classOfEnding(topic, index) != nil else { return nil }
    return SubjectMention(name: printed, kind: .organization, range: topic.range, areaCode: nil)
  }

  /// Of which class the last two characters of a topic make it: 公司 of 热力公司.
  func classOfEnding(_ topic: Topic, _ index: Int) -> OrganizationRules.Class? {
    let end = topic.range.upperBound
    return rules.organizations.endings.longestMatch(in: paragraphs[index].shadow, at: end - 6).flatMap {
      $0.end == end ? $0.value : nil
    }
  }
}
