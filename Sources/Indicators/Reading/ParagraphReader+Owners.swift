import Figures

/// Who has what is measured: subjects at the head of a name, and nouns that stand apart from theirs.
extension ParagraphReader {
  /// Where the name begins behind a subject that stands at its head.
  func cutStart(_ mention: SubjectMention?, in range: Range<Int>) -> Int? {
    guard let trimmed = edges.trimmed(range, of: cut.pieces), let first = trimmed.first, let last = range.last else {
      return nil
    }
    let low = cut.pieces[first].range.lowerBound
    let start = cut.pieces[range.lowerBound].range.lowerBound
    let high = cut.pieces[last].range.upperBound
    let end = mention.flatMap { subjectEnd($0, start: start, low: low, high: high) } ?? headEnd(mention, low..<high)
    return end.map { context.beforeUnitWord(paragraph: paragraph, at: $0) }
  }

  /// Where the subject ends that was found at the head of a name.
  private func subjectEnd(_ mention: SubjectMention, start: Int, low: Int, high: Int) -> Int? {
    // What stands before it makes it something else than a subject: 对美国出口.
    // 首批开工的下马关水库设计总库容: what is said of it before 的 belongs to it.
    // The range may be one of another paragraph: it is compared before it is looked at.
    guard let subject = mention.range, subject.lowerBound >= start, subject.upperBound <= high,
      subject.lowerBound <= low || isDescribed(subject)
        || context.isRole(paragraph: paragraph, low..<subject.lowerBound), names(subject, mention)
    else { return nil }
    // A project that is all there is, is what is measured.
    if subject.upperBound == high, mention.kind == .project || mention.kind == .market { return nil }
    // 哈密 of 哈密瓜 is a part of a longer word.
    if let word = lexicon.longestMatch(in: shadow, at: subject.lowerBound), word.end > subject.upperBound { return nil }
    var end = subject.upperBound
    if goesOn(at: end, to: high) { return nil }
    let isWord =
      lexicon.longestMatch(in: shadow, at: subject.lowerBound).map {
        $0.end == end && lexicon.entries[$0.word].always & lexicon.known.place != 0
      } ?? false
    if !isWord, let match = lexicon.longestMatch(in: shadow, at: end, end: high),
      lexicon.entries[match.word].always & lexicon.known.placeTail != 0, match.end < high
    {
      end = match.end
    }
    return end
  }

  private func isDescribed(_ subject: Range<Int>) -> Bool {
    subject.lowerBound >= 3 && shadow[subject.lowerBound - 3..<subject.lowerBound].elementsEqual(Self.particle)
  }

  private static let particle = Array("的".utf8)

  /// Where a place ends that the name begins with, though the figure's subject was found elsewhere: 凤庆县红茶产量.
  private func headEnd(_ mention: SubjectMention?, _ name: Range<Int>) -> Int? {
    var end: Int?
    if let mention, mention.name.utf8.count >= 9, utf8[name].starts(with: mention.name.utf8) {
      end = name.lowerBound + mention.name.utf8.count
    } else if let mention, mention.kind == .place, mention.areaCode != nil, mention.name.utf8.count >= 9,
      utf8[name].starts(with: mention.name.utf8.dropLast(3))
    {
      // 中山进出口 on a page of 中山市.
      end = name.lowerBound + mention.name.utf8.count - 3
    } else {
      let head = context.headEnd(paragraph: paragraph, at: name.lowerBound, limit: name.upperBound)
      // 市粮食局备足收购资金: an office of whom no figure is leaves its name to what it does.
      end = head.flatMap { $0.isOffice && $0.end + 12 > name.upperBound ? nil : $0.end }
    }
    guard let end, end + 6 <= name.upperBound, !goesOn(at: end, to: name.upperBound) else { return nil }
    if let word = lexicon.longestMatch(in: shadow, at: name.lowerBound), word.end > end { return nil }
    return end
  }

  /// 天然气门站价: the subject is a part of a longer word, which no word of its own begins.
  private func goesOn(at end: Int, to high: Int) -> Bool {
    guard end + 3 <= high, lexicon.wordEnds.contains(where: { shadow[end..<end + 3].elementsEqual($0) }) else {
      return false
    }
    return lexicon.longestMatch(in: shadow, at: end, end: high).map { $0.end <= end + 3 } ?? true
  }

  /// True where a range of the paragraph is what a mention says it is.
  func names(_ range: Range<Int>, _ mention: SubjectMention) -> Bool {
    guard range.upperBound <= utf8.count else { return false }
    if utf8[range].elementsEqual(mention.name.utf8) { return true }
    // 该项目 of what is called otherwise.
    if mention.kind == .project, mention.range == range { return true }
    // 市教育局 of a city that is named elsewhere.
    if mention.kind == .place, mention.range == range,
      let head = context.headEnd(paragraph: paragraph, at: range.lowerBound, limit: range.upperBound),
      head.isOffice, head.end == range.upperBound
    {
      return true
    }
    // 丹东海关 and 铁岭银州区 are whole names of what is called 丹东 and 银州区.
    if mention.kind == .place, mention.range == range,
      utf8[range].starts(with: mention.name.utf8)
        || Array(mention.name.utf8).count < range.count
          && utf8[range].suffix(mention.name.utf8.count).elementsEqual(mention.name.utf8)
    {
      return true
    }
    guard utf8[range.lowerBound] & 0xC0 != 0x80, range.upperBound == utf8.count || utf8[range.upperBound] & 0xC0 != 0x80
    else { return false }
    if let match = lexicon.longestMatch(in: shadow, at: range.lowerBound), match.end == range.upperBound,
      lexicon.entries[match.word].always & lexicon.known.place != 0
    {
      return true
    }
    // A short form of the name: 江安 for 江安县.
    return mention.name.utf8.starts(with: utf8[range])
      || Array(mention.name.utf8).suffix(range.count).elementsEqual(utf8[range])
  }

  /// The name with the noun that its verb needs, or that the subject took away from it.
  /// - Parameter own: The name without its subject; `nil` where nothing is left of it.
  func named(
    _ own: IndicatorName?, in range: Range<Int>, anchor: Int, clause: Clause, mention: SubjectMention?
  ) -> IndicatorName? {
    let piece = cut.pieces[anchor]
    let isBare = own.map { isBareVerb($0) } ?? false
    guard own == nil || isBare else { return own }
    if own == nil, isPart(ofWholeIn: unit(of: piece)) { return nil }
    // 特殊教育学校4所, 通信基站修复1140座: a body of no proper name is what is counted.
    if piece.figureKind == .count, let mention, mention.kind == .organization, let subject = mention.range,
      cut.pieces[range.lowerBound].range.lowerBound <= subject.lowerBound,
      utf8[subject].elementsEqual(mention.name.utf8), own == nil || !isAgent(subject)
    {
      return edges.name(range, of: cut.pieces)
    }
    // 学校77所: a word for a body that is all of the name is what is counted.
    if own == nil, piece.figureKind == .count, let mention, mention.kind == .organization, let subject = mention.range,
      !countsPeople(unit(of: piece)), let trimmed = edges.trimmed(range, of: cut.pieces),
      cut.pieces[trimmed.lowerBound].range.lowerBound == subject.lowerBound,
      cut.pieces[trimmed.upperBound - 1].range.upperBound == subject.upperBound
    {
      return edges.name(range, of: cut.pieces)
    }
    // 板房计划搭建1.2万套, 春城牌自行车1—5月出境3.2万辆: what is done to it stands behind 计划 or a period.
    guard isBare, let verb = own else { return own }
    let between =
      lexicon.known.target | lexicon.known.will | lexicon.known.must | lexicon.known.forecast | lexicon.known.adverb
    var end = range.lowerBound
    while end > clause.pieces.lowerBound,
      cut.pieces[end - 1].kind == .period || cut.pieces[end - 1].classes & between != 0
    { end -= 1 }
    guard end < range.lowerBound else { return own }
    var start = end
    while start > clause.pieces.lowerBound, cut.pieces[start - 1].isNameable, cut.pieces[start - 1].kind != .bracket {
      start -= 1
    }
    guard start < end, start == clause.pieces.lowerBound || cut.pieces[start - 1].kind == .period,
      let lead = edges.name(start..<end, of: cut.pieces, from: cutStart(mention, in: start..<end)),
      let noun = lead.noun, noun.count >= 6, noun.count <= 36,
      mention?.range.map({ !$0.overlaps(noun) }) ?? true, !isAgent(noun)
    else { return own }
    return IndicatorName(flow: nil, parts: lead.parts + (verb.flow.map { [.range($0)] } ?? []) + verb.parts)
  }

  /// 修复, 出境: a name that is one verb.
  private func isBareVerb(_ name: IndicatorName) -> Bool {
    name.noun.map {
      lexicon.isWord($0, in: shadow, of: lexicon.flow | lexicon.known.act) || lexicon.isDeed($0, in: shadow)
    } ?? false
  }

  private func isAgent(_ range: Range<Int>) -> Bool {
    if lexicon.listPlaces.contains(where: { shadow[range].starts(with: $0) }) { return true }
    return lexicon.agents.contains { $0.count <= range.count && shadow[range].suffix($0.count).elementsEqual($0) }
  }

  /// 汽车、电子、医药三大产业分别完成产值…: those who have a size, as many as there are figures.
  func toldApart(
    before range: Range<Int>, wanted: Int, clause: Clause, mention: SubjectMention?
  ) -> [IndicatorName]? {
    let skipped = lexicon.known.plan | lexicon.known.attain | lexicon.known.verb | lexicon.known.adverb
    var end = range.lowerBound
    while end > clause.pieces.lowerBound, cut.pieces[end - 1].classes & skipped != 0 { end -= 1 }
    guard end > clause.pieces.lowerBound, cut.pieces[end - 1].classes & lexicon.known.distribute != 0 else {
      return nil
    }
    end -= 1
    var start = end
    while start > clause.pieces.lowerBound, cut.pieces[start - 1].isNameable { start -= 1 }
    guard start < end,
      let owners = edges.name(start..<end, of: cut.pieces, from: cutStart(mention, in: start..<end)),
      owners.flow == nil
    else { return nil }
    return Coordination(lexicon: lexicon, shadow: shadow).names(in: owners, wanted: wanted)
  }

  /// 民营企业前三季度进出口: what stands before a period belongs to the name where it is no subject.
  func joinedOverPeriod(
    _ name: IndicatorName, range: Range<Int>, clause: Clause, mention: SubjectMention?
  ) -> IndicatorName {
    let pieces = cut.pieces
    var index = range.lowerBound - 1
    guard name.flow == nil, index > clause.pieces.lowerBound, pieces[index].kind == .period else { return name }
    index -= 1
    let end = index + 1
    while index >= clause.pieces.lowerBound, pieces[index].isNameable { index -= 1 }
    guard index + 1 < end, index < clause.pieces.lowerBound || pieces[index].kind == .period else { return name }
    let before = index + 1..<end
    guard let lead = edges.name(before, of: pieces, from: cutStart(mention, in: before)), lead.flow == nil,
      case .range(let lean)? = lead.parts.first, lean.count <= 36, lean.count > 3,
      mention?.range.map({ !$0.overlaps(lean) }) ?? true
    else { return name }
    return IndicatorName(flow: nil, parts: lead.parts + name.parts)
  }

  /// 对美国出口跌21.7%，对欧盟跌23.4%: what is traded with the place before is traded with this one, too.
  func withTradeOf(_ name: IndicatorName) -> IndicatorName? {
    guard let own = name.noun,
      let known = last, known.sentence == sentence, known.base.flow == nil,
      case .range(let before)? = known.base.parts.first, before.upperBound <= own.lowerBound,
      own.count >= 9, before.count > 9,
      shadow[own.lowerBound..<own.lowerBound + 3]
        .elementsEqual(shadow[before.lowerBound..<before.lowerBound + 3]),
      lexicon.prepositions.contains(where: { shadow[own].starts(with: $0) }),
      context.placeLength(paragraph: paragraph, at: own.lowerBound + 3) == own.count - 3
    else { return nil }
    let place = context.placeLength(paragraph: paragraph, at: before.lowerBound + 3)
    let rest = before.lowerBound + 3 + place..<before.upperBound
    guard place > 0, rest.count >= 6 else { return nil }
    return IndicatorName(flow: nil, parts: name.parts + [.range(rest)])
  }

  /// 186名骨干医生到上级医院进修: where they go is no part of what they are.
  func beforeWhereto(_ name: IndicatorName) -> IndicatorName? {
    guard let range = name.noun, range.count >= 15 else {
      return nil
    }
    var offset = range.lowerBound
    while offset + 9 <= range.upperBound {
      let length = UTF8Shadow.scalar(in: shadow, at: offset).length
      if offset >= range.lowerBound + 6, length == 3,
        Self.whereto.contains(where: { shadow[offset..<offset + 3].elementsEqual($0) }),
        lexicon.longestMatch(in: shadow, at: offset, end: range.upperBound).map({ $0.end <= offset + 3 }) ?? true
      {
        return IndicatorName(flow: nil, parts: [.range(range.lowerBound..<offset)])
      }
      offset = lexicon.longestMatch(in: shadow, at: offset, end: range.upperBound)?.end ?? offset + length
    }
    return nil
  }

  private static let whereto = ["到", "赴", "在"].map { Array($0.utf8) }
}
