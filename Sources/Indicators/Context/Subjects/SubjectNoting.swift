import Layout
import Rules

/// Adds what the paragraphs of a page name to the scores of their stories.
struct SubjectNoting {
  let rules: ContextRules
  var evidence: PlaceEvidence
  let introduced: IntroducedNames
  /// Whether reports that were sent to the page's own paper tell of where they were sent from.
  let hasCorrespondents: Bool

  /// The weight of what a kind of paragraph names.
  static func weight(_ kind: Paragraph.Kind, isTitleRun: Bool) -> Double {
    switch kind {
    case .title: 5
    case .heading: isTitleRun ? 3 : 1.5
    case .furniture: 1.5
    default: 1
    }
  }

  /// The weight of a body without a place in its name that a clause is about.
  static func bodyWeight(_ kind: Paragraph.Kind, isTitleRun: Bool) -> Double {
    switch kind {
    case .title: 5
    case .heading: isTitleRun ? 3 : 1
    default: 1
    }
  }

  /// Adds what a paragraph names.
  /// - Parameter topicStarts: Where the topics of its clauses begin, in order.
  mutating func note(
    _ paragraph: ParagraphShadow, topicStarts: [Int], isTitleRun: Bool, to scores: inout SubjectScores
  ) {
    let shadow = paragraph.shadow
    let original = paragraph.original
    let kind = paragraph.kind
    // ——对话敦城市医院院长: whoever a title says was talked to is what the page is about.
    let isInterview =
      isTitleRun && kind == .heading
      && rules.organizations.interviews.occurs(in: shadow, 0..<min(shadow.count, 9), end: shadow.count)
    let weight = isInterview ? 5 : Self.weight(kind, isTitleRun: isTitleRun)
    let end = kind == .furniture ? Self.addressStart(shadow) : shadow.count
    var past = 0
    var localDatelineEnd = 0
    switch rules.topics.dateline(in: shadow) {
    // 本报厦门9月25日电: where a report was sent from is not what it tells of.
    case .sent(let end):
      if hasCorrespondents, rules.topics.placeOfOwnDateline(in: shadow, end: end) != nil {
        localDatelineEnd = end
      } else {
        past = end
      }
    case .local(let end): localDatelineEnd = end
    case nil: break
    }
    var nextTopic = 0
    for site in paragraph.sites {
      let offset = Int(site.offset)
      guard offset < end else { break }
      guard offset >= past, shadow[offset] >= 0xE4 else { continue }
      // 贵州茅台, where a heading makes it a name, is no 贵州.
      if let name = introduced.match(in: shadow, at: offset, end: end) {
        past = name.end
        continue
      }
      if site.reasons.contains(.deictic),
        let deictic = rules.organizations.deictic(in: shadow, at: offset, end: end),
        evidence.gazetteer.length(in: shadow, at: offset) < deictic.end - offset
      {
        // 医院 inside 公立医院 and 水库 inside 青龙山水库 stand for nobody.
        if isPartOfName(deictic.value), !opensWord(shadow, offset) {
          past = deictic.end
          continue
        }
        // 比全省平均高5.3个百分点, 全省排第5位: only what is compared with.
        if case .division = deictic.value, isYardstick(shadow, offset..<deictic.end) {
          past = deictic.end
          continue
        }
        note(deictic.value, original[offset..<deictic.end], to: &scores)
        past = deictic.end
        continue
      }
      guard site.reasons.contains(.place), let match = evidence.gazetteer.match(in: shadow, at: offset) else {
        continue
      }
      let clauses = paragraph.clauses
      let clauseEnd = min(end, clauses.range(ofClause: clauses.clause(at: offset)).upperBound)
      guard let topic = rules.topics.topic(in: shadow, at: offset, end: clauseEnd) else {
        past = offset + match.length
        continue
      }
      while nextTopic < topicStarts.count, topicStarts[nextTopic] < offset { nextTopic += 1 }
      let isTopic = nextTopic < topicStarts.count && topicStarts[nextTopic] == offset
      // What a clause is not about counts for less: 向成都学习.
      let isSubject = kind == .title || kind == .heading || kind == .furniture || isTopic
      // Nor is an example what the page is about: 成都的做法是….
      let isExample =
        kind == .body
        && (rules.organizations.isExample(shadow, after: topic.range.upperBound)
          || rules.organizations.isExample(shadow, after: offset + match.length))
      var own = isExample ? 0 : isSubject && !isDestination(shadow, offset) ? weight : weight * 0.4
      if offset < localDatelineEnd { own = 2 }
      // 大连海关 works in half a province.
      if case .authority = topic.kind,
        rules.organizations.isDoer(shadow, offset..<topic.range.upperBound)
      {
        own *= 0.2
      }
      note(topic, match: match, original, weight: own, kind, to: &scores)
      // 南京盐水鸭每公斤36元 in the course of what is told does not say where.
      let isInPassing =
        kind == .body && topic.range.count == match.length && match.isShort
        && match.places.allSatisfy { evidence.gazetteer.places[$0].level < .county }
        && paragraph.hasFigure(startingIn: 0..<offset)
      if !isInPassing {
        scores.noteFirm(match.places)
        scores.noteFirm(topic.places)
      }
      past = max(topic.range.upperBound, offset + match.length)
    }
  }

  private func isYardstick(_ text: [UInt8], _ word: Range<Int>) -> Bool {
    rules.sections.baseOpeners.longestMatch(endingAt: word.lowerBound, in: text, start: 0) != nil
      || rules.organizations.rankFollowers.longestMatch(in: text, at: word.upperBound) != nil
  }

  /// Whether a word that stands for a body may as well be the end of a name.
  private func isPartOfName(_ deictic: OrganizationRules.Deictic) -> Bool {
    switch deictic {
    case .named, .body(.hospital), .body(.school): true
    default: false
    }
  }

  /// Whether no character of a word stands before an offset, or one that words begin behind: 在园区.
  private func opensWord(_ text: [UInt8], _ offset: Int) -> Bool {
    guard offset > 0 else { return true }
    let before = UTF8Scalar.folded(in: text, at: UTF8Scalar.start(before: offset, in: text)).scalar
    return before < 0x3400 || before > 0x9FFF || Self.openers.contains(before)
  }

  /// 种薯俏到内蒙古: where something goes.
  private func isDestination(_ text: [UInt8], _ offset: Int) -> Bool {
    guard offset > 0 else { return false }
    let before = UTF8Scalar.folded(in: text, at: UTF8Scalar.start(before: offset, in: text)).scalar
    return Self.directions.contains(before)
  }

  private static let directions = Set("到往赴向至抵进闯销".unicodeScalars.map(\.value))

  private static let openers = Set("在对由与和到从向把给为是年月日前后末底份度".unicodeScalars.map(\.value))

  /// The place that a page comes from counts as one named in its masthead.
  mutating func noteRegion(_ place: Int, to scores: inout SubjectScores) {
    scores.note(place, 1.5, isImprint: true)
    scores.noteFirm([place])
    if evidence.name(of: place) == nil { evidence.print(evidence.gazetteer.places[place].name, of: place) }
  }

  private mutating func note(
    _ deictic: OrganizationRules.Deictic, _ printed: ArraySlice<UInt8>, to scores: inout SubjectScores
  ) {
    switch deictic {
    case .division(let unit): scores.note(unit: unit, printed: printed)
    case .body(let bodyClass): scores.note(bodyClass)
    case .named(let ends): scores.note(ends: ends)
    // 我国 is said in papers of any country.
    case .place(SubjectFinder.nation, _): if printed.starts(with: TopicReader.whole) { scores.noteNation() }
    case .place(let name, let traditional):
      guard let match = evidence.gazetteer.match(in: Array(name.utf8), at: 0), let place = match.places.first,
        evidence.mayMean(place)
      else { return }
      scores.note(place, 1.5)
      scores.noteFirm([place])
      if evidence.name(of: place) == nil { evidence.print(evidence.isTraditional ? traditional : name, of: place) }
    }
  }

  private mutating func note(
    _ topic: Topic, match: Gazetteer.Match, _ original: [UInt8], weight: Double, _ kind: Paragraph.Kind,
    to scores: inout SubjectScores
  ) {
    switch topic.kind {
    case .body(let bodyClass):
      scores.noteBody(
        String(decoding: original[topic.range], as: UTF8.self), bodyClass, weight: weight)
      // 迁西县食品公司 lies there; 贵州茅台 is no 贵州.
      if bodyClass != .zone, bodyClass != .company || !match.isShort {
        noteChain(match, original, topic.range, weight: weight / 2, .body, to: &scores)
      }
    case .authority(let places):
      if let place = places.first, places.count == 1 {
        scores.note(place, weight)
        // 湖南新田县林业局: the county is what 全县 stands for.
        let name = evidence.gazetteer.places[place].name
        if evidence.name(of: place) == nil, String(decoding: original[topic.range], as: UTF8.self).contains(name) {
          evidence.print(name, of: place)
        }
      }
      // 河南 is a province and a county's short name: which of them is meant is told by the page.
      noteChain(
        match, original, topic.range.lowerBound..<topic.range.lowerBound + match.length,
        weight: places.count == 1 ? weight / 2 : weight * 1.5, kind, to: &scores)
    case .place where topic.range.count > match.length:
      // 宝鸡市陇县农机公报 is of the county and not of its city.
      let isHeading = kind == .title || kind == .heading
      noteInner(topic, original, weight: isHeading ? weight : weight * 0.5, kind, to: &scores)
      noteChain(match, original, topic.range, weight: isHeading ? weight * 0.8 : weight, kind, to: &scores)
    default: noteChain(match, original, topic.range, weight: weight, kind, to: &scores)
    }
  }

  /// The innermost place of a chain: 陇县 of 宝鸡市陇县.
  private mutating func noteInner(
    _ topic: Topic, _ original: [UInt8], weight: Double, _ kind: Paragraph.Kind, to scores: inout SubjectScores
  ) {
    let text = rules.folding.shadow(of: Array(original[topic.range]))
    var offset = 0
    while let match = evidence.gazetteer.match(in: text, at: offset), offset + match.length <= text.count {
      let end = offset + match.length
      if end == text.count, !match.isShort, let place = topic.places.first, match.places.contains(place) {
        scores.note(place, weight, isInHeading: kind == .title || kind == .heading)
        let start = topic.range.lowerBound + offset
        evidence.print(String(decoding: original[start..<topic.range.upperBound], as: UTF8.self), of: place)
        return
      }
      offset = end
    }
  }

  private mutating func noteChain(
    _ match: Gazetteer.Match, _ original: [UInt8], _ range: Range<Int>, weight: Double, _ kind: Paragraph.Kind,
    to scores: inout SubjectScores
  ) {
    guard
      let found = evidence.place(of: match.places, isShort: match.isShort, isAmbiguous: match.isAmbiguous),
      !match.isAmbiguous || evidence.present.contains(found.place)
    else { return }
    scores.note(
      found.place, weight, isInHeading: kind == .title || kind == .heading, isImprint: kind == .furniture)
    evidence.print(
      String(decoding: original[range.lowerBound..<range.lowerBound + match.length], as: UTF8.self), of: found.place)
  }

  private static let address: [UInt8] = Array("地址".utf8)
  private static let owners = ["本报", "报社", "本社"].map { Array($0.utf8) }

  private static func addressStart(_ shadow: [UInt8]) -> Int {
    var offset = 0
    while offset + address.count <= shadow.count {
      // 本报地址：营口市站前区: where the paper is at home.
      if shadow[offset..<offset + address.count].elementsEqual(address),
        !owners.contains(where: { PeriodMarker.follows(shadow, offset, $0) })
      {
        return offset
      }
      offset += 1
    }
    return shadow.count
  }
}
