import Rules

/// What the words for a division stand for: 全县, 市统计局.
extension SubjectFinder {
  /// A place named, and its full name in simplified characters: 乐至 is a 县.
  struct Division {
    let mention: SubjectMention
    let fullName: [UInt8]
    /// Whether the page prints the full name of what a paragraph begins with or a heading names, so that the place is known
    /// beyond its paragraph.
    let isKnown: Bool
    let paragraph: Int
    var place: Int? = nil
    var isHeading = false
    /// Whether its paragraph begins with it.
    var opens = false
    /// 诸城全市: whether the word for its division stands behind it, so that the page means it by that word.
    var isMeant = false
  }

  func division(_ mention: SubjectMention, _ topic: Topic, _ index: Int, isFirst: Bool) -> Division {
    let name = rules.folding.shadow(of: Array(mention.name.utf8))
    if case .place(let places, let isShort) = topic.kind,
      let found = evidence.place(of: places, isShort: isShort, isAmbiguous: isShort)
    {
      let fullName = Array(rules.gazetteer.places[found.place].name.utf8)
      let isPrinted = fullName.suffix(3).elementsEqual(name.suffix(3))
      let isMeant = isWhole(behind: topic.range.upperBound, fullName, index)
      // 株洲 in the course of a paragraph is an example; 乐至 at its head is what 全县 stands for.
      return Division(
        mention: mention, fullName: isPrinted || isFirst || isMeant ? fullName : name,
        isKnown: isPrinted && isFirst || isMeant,
        paragraph: index, place: found.place,
        isHeading: paragraphs[index].kind != .body && paragraphs[index].kind != .list, opens: isFirst,
        isMeant: isMeant)
    }
    return Division(mention: mention, fullName: name, isKnown: isFirst, paragraph: index)
  }

  /// Whether a word for a division that a name can have stands behind it: 诸城全市.
  private func isWhole(behind offset: Int, _ fullName: [UInt8], _ index: Int) -> Bool {
    let text = paragraphs[index].shadow
    // An item of short news is of its own place only: ▲诸城 全市….
    guard paragraphs[index].kind == .body, let first = text.first, first >= 0xE4,
      PeriodMarker.begins(text, offset, TopicReader.whole),
      case .division(let unit)? = rules.organizations.deictic(in: text, at: offset, end: text.count)?.value
    else { return false }
    return fullName.suffix(unit.count).elementsEqual(unit)
  }

  /// 大荔县农业银行, 海南州人民医院: the division in full that the name of a body begins with is what 全县 stands for.
  func county(of topic: Topic, _ index: Int) -> Division? {
    let text = paragraphs[index].shadow
    guard !topic.isSource else { return nil }
    // 漯河市临颍县南街村: the innermost.
    var start = topic.range.lowerBound
    var county: (range: Range<Int>, place: Int, isCertain: Bool)?
    while let match = rules.gazetteer.match(in: text, at: start), start + match.length < topic.range.upperBound {
      let range = start..<start + match.length
      start = range.upperBound
      guard !match.isShort,
        let found = evidence.place(of: match.places, isShort: false, isAmbiguous: match.isAmbiguous),
        rules.gazetteer.places[found.place].level > .province,
        Self.ownUnits.contains(where: { evidence.has(found.place, $0) })
      else { continue }
      county = (range, found.place, found.isCertain)
    }
    // 沂北县体育场
    if county == nil, let own = ownPlace(of: topic, index), own.name.hasSuffix("县") {
      return Division(
        mention: own, fullName: rules.folding.shadow(of: Array(own.name.utf8)),
        isKnown: topic.range.lowerBound <= Self.head, paragraph: index)
    }
    return county.map { range, place, isCertain in
      Division(
        mention: SubjectMention(
          name: evidence.name(of: place) ?? self.text(index, range), kind: .place, range: range,
          areaCode: isCertain ? rules.gazetteer.places[place].code : nil),
        fullName: Array(text[range]), isKnown: false, paragraph: index)
    }
  }

  /// 莒阳县地税局, 滕南市公安局: the county or city that the name of an office begins with and that no list of places knows.
  func ownPlace(of office: Topic, _ index: Int) -> SubjectMention? {
    let text = paragraphs[index].shadow
    let start = office.range.lowerBound
    for length in [6, 9] {
      let end = start + length + 3
      guard end + 6 <= office.range.upperBound,
        Self.countyUnits.contains(where: { PeriodMarker.follows(text, end, $0) }),
        isOwnName(text, start..<end - 3)
      else { continue }
      return SubjectMention(name: self.text(index, start..<end), kind: .place, range: office.range, areaCode: nil)
    }
    return nil
  }

  /// No 市城 of 市城市抽样调查队 and no 按湛江 of 按湛江市交通局: whether a name of a place may stand before its unit.
  private func isOwnName(_ text: [UInt8], _ name: Range<Int>) -> Bool {
    guard !rules.topics.isMunicipal(text, name.lowerBound), !PeriodMarker.follows(text, name.upperBound, Self.town),
      rules.organizations.countyStops.longestMatch(in: text, at: name.lowerBound) == nil,
      rules.organizations.countyKinds.longestMatch(endingAt: name.upperBound, in: text, start: name.lowerBound) == nil
    else { return false }
    var offset = name.lowerBound
    while offset < name.upperBound {
      if rules.topics.parts(text, offset) || rules.topics.isDigit(text, offset) { return false }
      if offset > name.lowerBound, rules.gazetteer.length(in: text, at: offset) > 0 { return false }
      offset += UTF8Scalar.folded(in: text, at: offset).length
    }
    return true
  }

  /// The place that 市国税局 is of; one that only tells something is of none, but on a page about a body: 县财政局介绍 below a
  /// text of its library.
  func ownSeat(_ office: Topic, _ index: Int, _ divisions: [Division]) -> SubjectMention? {
    guard !office.isSource || isOfBody(index) || rules.topics.isTeller(office, paragraphs[index].shadow) else {
      return nil
    }
    return seat(office, index, divisions)
  }

  /// Whether a paragraph stands in the text about a company, a school or another body that no office speaks for.
  private func isOfBody(_ index: Int) -> Bool {
    switch (scores[stories.stories[index]].main ?? pageScores.main)?.bodyClass {
    case .company, .hospital, .school, .court, .bank, .facility: true
    default: false
    }
  }

  /// 镇工业公司: a company that has only the unit of the town for a name.
  func isOfTown(_ company: Topic, _ index: Int) -> Bool {
    let text = paragraphs[index].shadow
    return Self.townUnits.contains { PeriodMarker.begins(text, company.range.lowerBound, $0) }
  }

  /// 中铁七局: a builder that has a number for a name.
  func isBuilder(_ company: Topic, _ index: Int) -> Bool {
    rules.organizations.numberHeads.longestMatch(in: paragraphs[index].shadow, at: company.range.lowerBound) != nil
  }

  private static let countyUnits = ["县", "市", "旗"].map { Array($0.utf8) }
  /// Where the first name of a paragraph begins, behind its mark or blanks.
  private static let head = 6
  private static let town = Array("城".utf8)
  private static let townUnits = ["镇", "乡"].map { Array($0.utf8) }

  /// Divisions of which a paper has one: 全市 may as well be the city that a page is about.
  private static let ownUnits = ["县", "州", "旗", "盟"].map { Array($0.utf8) }

  /// 市统计局, 县农业局: the place of an office that names none.
  func seat(_ topic: Topic, _ index: Int, _ divisions: [Division]) -> SubjectMention? {
    let shadow = paragraphs[index].shadow
    guard
      let unit = rules.organizations.seatUnits.longestMatch(in: shadow, at: topic.range.lowerBound)
    else { return nil }
    let found = division(Array(shadow[topic.range.lowerBound..<unit.end]), topic, index, divisions)
    return found.kind == .unresolved
      ? nil : SubjectMention(name: found.name, kind: found.kind, range: topic.range, areaCode: found.areaCode)
  }

  /// 全县: the last place of the section whose name ends so, else the page's, else as printed.
  func division(_ unit: [UInt8], _ topic: Topic, _ index: Int, _ divisions: [Division]) -> SubjectMention {
    if unit.elementsEqual("国".utf8) {
      if let last = divisions.last(where: { isCountry($0.mention.name) })?.mention {
        return SubjectMention(name: last.name, kind: .place, range: topic.range, areaCode: nil)
      }
      return SubjectMention(name: text(index, topic.range), kind: .unresolved, range: topic.range, areaCode: nil)
    }
    if let last = divisions.last(where: {
      ($0.isKnown || $0.paragraph == index) && $0.fullName.suffix(unit.count).elementsEqual(unit)
    }) {
      // 英德市红茶…。全市接待游客…: in a paper of 清远 the city that the page is about, which the other lies in.
      if !last.isHeading, !last.isMeant, last.paragraph != index,
        let whole = scores[stories.stories[index]].main ?? pageScores.main,
        let city = whole.place, let place = last.place, city != place, evidence.has(city, unit),
        rules.gazetteer.isPlace(place, within: city)
      {
        return SubjectMention(
          name: whole.name, kind: whole.kind, range: topic.range, areaCode: rules.gazetteer.places[city].code)
      }
      if let whole = whole(around: last, topic, index, unit) {
        return SubjectMention(name: whole.name, kind: whole.kind, range: topic.range, areaCode: whole.areaCode)
      }
      let last = last.mention
      return SubjectMention(name: last.name, kind: last.kind, range: topic.range, areaCode: last.areaCode)
    }
    if let best = scores[stories.stories[index]].division(unit: unit, evidence)
      ?? pageScores.division(unit: unit, evidence)
    {
      return SubjectMention(
        name: best.name, kind: best.kind, range: topic.range,
        areaCode: best.place.flatMap { rules.gazetteer.places[$0].code })
    }
    let name = pageScores.word(for: unit) ?? text(index, topic.range)
    return SubjectMention(name: name, kind: .unresolved, range: topic.range, areaCode: nil)
  }

  /// 南通市造林18万亩。如东县5.2万亩，启东市3.6万亩。全市…: in a sentence of its own the city that the others lie in, where they were
  /// told of in the course of the paragraph.
  private func whole(around last: Division, _ topic: Topic, _ index: Int, _ unit: [UInt8]) -> SubjectMention? {
    guard last.paragraph == index, !last.opens, !last.isMeant, let place = last.place, let range = last.mention.range,
      let main = scores[stories.stories[index]].main ?? pageScores.main, let city = main.place, city != place,
      evidence.has(city, unit), rules.gazetteer.isPlace(place, within: city)
    else { return nil }
    let clauses = paragraphs[index].clauses
    guard clauses.sentence(at: range.lowerBound) != clauses.sentence(at: topic.range.lowerBound) else { return nil }
    return SubjectMention(
      name: main.name, kind: main.kind, range: nil, areaCode: rules.gazetteer.places[city].code)
  }

  /// 襄樊市柑橘丰收。近日，在宜城市流水镇…。全市: a city that lies in the one that is told of is only where somebody went.
  func isScene(_ topic: Topic, _ index: Int) -> Bool {
    guard PeriodMarker.follows(paragraphs[index].shadow, topic.range.lowerBound, Self.setting),
      let place = topic.places.first,
      let whole = (scores[stories.stories[index]].main ?? pageScores.main)?.place
    else { return false }
    return place != whole && rules.gazetteer.isPlace(place, within: whole)
  }

  func isCountry(_ name: String) -> Bool {
    let bytes = rules.folding.shadow(of: Array(name.utf8))
    guard let match = rules.gazetteer.match(in: bytes, at: 0), let place = match.places.first else { return false }
    return rules.gazetteer.places[place].level == .country
  }
}
