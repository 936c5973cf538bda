import Rules

/// Names of companies without an ending, told by what stands beside them: who speaks for them, what they are, where they
/// work.
extension IntroducedNames {
  mutating func addCompanies(_ paragraph: ParagraphShadow, _ starts: [Int], _ rules: ContextRules) {
    let text = paragraph.shadow
    for clause in paragraph.clauses.clauses.indices {
      let end = paragraph.clauses.range(ofClause: clause).upperBound
      guard starts[clause] < end else { continue }
      let opens =
        clause == 0 || paragraph.clauses.sentenceOfClause[clause - 1] != paragraph.clauses.sentenceOfClause[clause]
      if opens, let name = Self.endsBefore(paragraph, starts[clause], rules) { addCompany(name, paragraph, rules) }
      if clause == 0, let name = Self.pointedAt(paragraph, starts[0], end, rules) { addCompany(name, paragraph, rules) }
      if let name = Self.spokenFor(paragraph, starts[clause], end, rules)
        ?? (opens ? Self.described(text, starts[clause], end, rules) : nil)
      {
        addCompany(name, paragraph, rules)
      }
    }
    for site in paragraph.sites where site.reasons.contains(.setting) {
      let offset = Int(site.offset)
      guard let word = rules.organizations.settings.longestMatch(in: text, at: offset) else { continue }
      let end = paragraph.clauses.range(ofClause: paragraph.clauses.clause(at: offset)).upperBound
      guard word.end < end else { continue }
      let isVisit = !PeriodMarker.begins(text, offset, SubjectFinder.setting)
      // Who works somewhere is read before a place of work only.
      guard isVisit || rules.organizations.workplaces.occurs(in: text, word.end..<end) else { continue }
      var start = word.end
      if let place = rules.topics.topic(in: text, at: start, end: end) {
        guard let inner = rules.topics.afterPlace(place, in: text, end: end) else { continue }
        start = inner
      }
      if let name = Self.workedAt(text, start, end, isVisit: isVisit, rules) { addCompany(name, paragraph, rules) }
    }
  }

  private mutating func addCompany(_ name: Range<Int>, _ paragraph: ParagraphShadow, _ rules: ContextRules) {
    let text = paragraph.shadow
    let organizations = rules.organizations
    guard (9...24).contains(name.count), rules.topics.isName(text, name),
      organizations.generic.longestMatch(in: text, at: name.lowerBound) == nil,
      organizations.deictic(in: text, at: name.lowerBound, end: name.upperBound) == nil,
      organizations.householders.longestMatch(in: text, at: name.lowerBound, end: name.upperBound) == nil,
      organizations.makers.longestMatch(endingAt: name.upperBound, in: text, start: name.lowerBound) == nil,
      !Self.isKnown(text, name, rules)
    else { return }
    add(text[name], meaning: paragraph.original[name])
  }

  /// Whether a name tells by itself who it is, or is no name: 天元集团, 两家; 德昌农机 only begins with a place.
  private static func isKnown(_ text: [UInt8], _ name: Range<Int>, _ rules: ContextRules) -> Bool {
    if rules.topics.isCounted(text, name.lowerBound, name.upperBound) { return true }
    guard let topic = rules.topics.topic(in: text, at: name.lowerBound, end: name.upperBound) else { return false }
    guard case .place = topic.kind, case let rest = topic.range.upperBound, rest + 6 <= name.upperBound else {
      return true
    }
    return rules.organizations.generic.longestMatch(in: text, at: rest, end: name.upperBound) != nil
      || rules.topics.isCounted(text, rest, name.upperBound)
  }

  /// 三友食品变废为宝。该公司去年出口创汇5500万元: what a paragraph begins with and ends in a trade, where 该公司 follows.
  private static func pointedAt(
    _ paragraph: ParagraphShadow, _ start: Int, _ end: Int, _ rules: ContextRules
  ) -> Range<Int>? {
    guard start + 6 < end,
      let trade = rules.organizations.trades.longestMatch(in: paragraph.shadow, at: start + 6, end: end),
      // 美臣纺织有限公司 tells by its ending who it is.
      rules.topics.topic(in: paragraph.shadow, at: start, end: end)?.range.upperBound ?? 0 <= trade.end
    else { return nil }
    let isMeant = paragraph.sites.contains { site in
      Int(site.offset) > trade.end && site.reasons.contains(.deictic)
        && rules.organizations.deictic(in: paragraph.shadow, at: Int(site.offset), end: paragraph.shadow.count)?.value
          == .body(.company)
    }
    return isMeant ? start..<trade.end : nil
  }

  /// 例外的是澄江特钢。该公司去年产钢142万吨: a brand of two characters and its trade that end a sentence before 该公司.
  private static func endsBefore(_ paragraph: ParagraphShadow, _ start: Int, _ rules: ContextRules) -> Range<Int>? {
    let text = paragraph.shadow
    guard start >= 18, rules.organizations.deictic(in: text, at: start, end: text.count)?.value == .body(.company)
    else { return nil }
    let end = UTF8Scalar.start(before: start, in: text)
    guard UTF8Scalar.folded(in: text, at: end).scalar == 0x3002 else { return nil }
    for length in stride(from: 12, through: 18, by: 3) where end - length > 6 {
      let brand = end - length
      guard text[brand] >= 0xE4 else { return nil }
      let before = UTF8Scalar.start(before: brand, in: text)
      let isTrade = rules.organizations.trades.longestMatch(in: text, at: brand + 6)?.end == end
      switch UTF8Scalar.folded(in: text, at: before).scalar {
      // 最难看的是渤联船配: whatever it ends in.
      case 0x662F where isTrade || PeriodMarker.follows(text, before, PeriodMarker.of): return brand..<end
      case 0x7684 where isTrade, 0x3A where isTrade, 0x2C where isTrade: return brand..<end
      default: break
      }
    }
    return nil
  }

  /// 江南专汽副总经理江光连: what stands before an office that companies have.
  private static func spokenFor(
    _ paragraph: ParagraphShadow, _ start: Int, _ end: Int, _ rules: ContextRules
  ) -> Range<Int>? {
    let text = paragraph.shadow
    let limit = max(start, min(end, start + longest))
    guard let title = paragraph.headWords.firstCompanyTitle(in: text, start..<limit, end: end, rules.organizations)
    else { return nil }
    var offset = start
    while offset <= title {
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      guard (0x4E00...0x9FFF).contains(scalar) else { return nil }
      offset += size
    }
    return start..<title
  }

  /// 重汽华威是全国重型渣土车专业生产企业: what stands before 是, where the clause ends in what it is.
  private static func described(_ text: [UInt8], _ start: Int, _ end: Int, _ rules: ContextRules) -> Range<Int>? {
    let last = TopicReader.endOfHan(in: text, start..<max(start, end))
    guard rules.organizations.makers.longestMatch(endingAt: last, in: text, start: start) != nil else { return nil }
    var offset = start
    let limit = min(last, start + longest)
    while offset < limit {
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      guard (0x4E00...0x9FFF).contains(scalar) else { return nil }
      if scalar == 0x662F { return start..<offset }
      offset += size
    }
    return nil
  }

  /// 司比轴承的厂区, 双鹏纺机 behind 走进: what stands before a place of work, or a visited name that ends in its trade.
  private static func workedAt(
    _ text: [UInt8], _ start: Int, _ end: Int, isVisit: Bool, _ rules: ContextRules
  ) -> Range<Int>? {
    var offset = start
    let limit = min(end, start + longest)
    while offset < limit {
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      guard (0x4E00...0x9FFF).contains(scalar) else { break }
      let next = scalar == 0x7684 ? offset + size : offset
      if offset > start, rules.organizations.workplaces.longestMatch(in: text, at: next, end: end) != nil {
        return start..<offset
      }
      if scalar == 0x7684 { return nil }
      if isVisit, offset > start + 3,
        let trade = rules.organizations.trades.longestMatch(in: text, at: offset, end: end), trade.end < end,
        !(0x4E00...0x9FFF).contains(UTF8Scalar.folded(in: text, at: trade.end).scalar)
      {
        return start..<trade.end
      }
      offset += size
    }
    return nil
  }

  /// How far a name may go, in bytes.
  private static let longest = 27
}
