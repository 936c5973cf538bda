import Rules

/// The members that a list behind 其中 tells of one after another, and whom a figure is of that stands before the name.
extension SubjectFinder {
  /// 集团有3家企业…。其中，重型机械厂完成…；徐工科技完成…; 从企业看，东方电机出口…；宏华石油出口…: who each part of the list begins with, also where its name has no ending that
  /// tells who it is.
  /// - Parameters:
  ///   - found: The topics at the heads of the clauses.
  ///   - starts: Where the subject of each clause would begin.
  func members(
    of paragraph: ParagraphShadow, _ found: [(topic: Topic, clause: Int)], starts: [Int]
  ) -> [(topic: Topic, clause: Int)] {
    guard let which = paragraph.firstListLead(rules.organizations.memberLeads) else { return [] }
    let clauses = paragraph.clauses
    var added: [(topic: Topic, clause: Int)] = []
    var clause = which
    while clause < clauses.clauses.count {
      let sentence = clauses.sentenceOfClause[clause]
      let first = clause
      var heads: [Int] = []
      var isOfCompanies = false
      while clause < clauses.clauses.count, clauses.sentenceOfClause[clause] == sentence {
        let isWhich = PeriodMarker.begins(paragraph.shadow, clauses.clauses[clause], Self.which)
        if isWhich {
          // 其中，: what it leads is the next clause.
          let isAlone = clauses.range(ofClause: clause).count <= Self.which.count + 3
          heads = [isAlone ? clause + 1 : clause]
        } else if rules.organizations.memberLeads.longestMatch(in: paragraph.shadow, at: clauses.clauses[clause]) != nil
        {
          heads = [clause + 1]
          isOfCompanies = true
        } else if clauses.opensAfterSemicolon[clause], !heads.isEmpty {
          heads.append(clause)
        }
        clause += 1
      }
      heads.removeAll { $0 >= clause }
      if !heads.isEmpty {
        added += members(
          at: heads, whole: first, in: paragraph, found, starts: starts, isOfCompanies: isOfCompanies)
      }
    }
    return added
  }

  /// - Parameters:
  ///   - heads: The clauses that the parts of a list begin with.
  ///   - first: The first clause of the sentence that the list stands in.
  ///   - isOfCompanies: What leads the list says that it is one of companies: 从企业看，.
  private func members(
    at heads: [Int], whole first: Int, in paragraph: ParagraphShadow, _ found: [(topic: Topic, clause: Int)],
    starts: [Int], isOfCompanies: Bool
  ) -> [(topic: Topic, clause: Int)] {
    func known(_ clause: Int) -> Topic? {
      let place = found.indices.first(notBefore: clause) { found[$0].clause }
      return place < found.count && found[place].clause == clause ? found[place].topic : nil
    }
    let hasCompany = heads.contains { known($0)?.bodyClass == .company }
    let end = found.indices.first(notBefore: heads[0]) { found[$0].clause }
    let whole = found[max(0, end - 8)..<end].last { !$0.topic.isSource }?.topic
    let isOfCompany: Bool
    switch whole?.kind {
    case .body(.company), .alias(_, .company), .deictic(.body(.company)): isOfCompany = true
    default: isOfCompany = false
    }
    guard hasCompany || isOfCompany || isOfCompanies else { return [] }
    let names = heads.map { clause -> Range<Int>? in
      if let topic = known(clause), topic.isBody || topic.bodyClass != nil { return nil }
      return nameBeforeVerb(in: paragraph, from: starts[clause], paragraph.clauses.range(ofClause: clause).upperBound)
    }
    // 有3家企业销售收入超过16亿元: as many as are told of.
    let isCounted =
      heads.count > 1 && counted(before: heads[0], first, in: paragraph) == heads.count
      && zip(heads, names).allSatisfy { known($0)?.isBody ?? false || $1 != nil }
    var added: [(topic: Topic, clause: Int)] = []
    for (clause, name) in zip(heads, names) {
      guard let name else { continue }
      let isOfGroup = whole.map { sharesBrand(name, with: $0, in: paragraph) } ?? false
      guard isCounted || isOfCompanies || isOfGroup || hasCompany && endsInTrade(paragraph.shadow, name) else {
        continue
      }
      added.append((Topic(kind: .body(.company), range: name, isSource: false), clause))
    }
    return added
  }

  /// Three to ten characters before the verb of what is told of them.
  private func nameBeforeVerb(in paragraph: ParagraphShadow, from start: Int, _ end: Int) -> Range<Int>? {
    let text = paragraph.shadow
    var offset = start
    let period = paragraph.periods.start(from: start)
    while offset < min(end, start + 33), offset < period {
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      guard (0x4E00...0x9FFF).contains(scalar) else { return nil }
      if offset >= start + 9, rules.organizations.stops.longestMatch(in: text, at: offset, end: end) != nil { break }
      offset += size
    }
    guard (9...30).contains(offset - start), offset < end, rules.gazetteer.length(in: text, at: start) < offset - start,
      rules.organizations.generic.longestMatch(in: text, at: start, end: end) == nil,
      rules.organizations.stops.longestMatch(in: text, at: start, end: end) == nil,
      rules.organizations.deictic(in: text, at: start, end: end) == nil,
      rules.organizations.industries.longestMatch(endingAt: offset, in: text, start: start) == nil,
      // 民营企业, 三资企业
      rules.organizations.makers.longestMatch(endingAt: offset, in: text, start: start) == nil
    else { return nil }
    return start..<offset
  }

  /// 徐工科技: a brand and a trade; 工程机械 are two trades.
  private func endsInTrade(_ text: [UInt8], _ name: Range<Int>) -> Bool {
    let trades = rules.organizations.trades
    var start = name.lowerBound
    start += rules.gazetteer.length(in: text, at: start)
    guard trades.longestMatch(in: text, at: start, end: name.upperBound) == nil || start > name.lowerBound else {
      return false
    }
    var offset = max(start, name.lowerBound + 6)
    while offset < name.upperBound {
      if trades.longestMatch(in: text, at: offset, end: name.upperBound)?.end == name.upperBound { return true }
      offset += UTF8Scalar.folded(in: text, at: offset).length
    }
    return false
  }

  /// 华菱涟钢 of 华菱集团: the first two characters are the same.
  private func sharesBrand(_ name: Range<Int>, with whole: Topic, in paragraph: ParagraphShadow) -> Bool {
    let text = paragraph.shadow
    let brand = text[name.lowerBound..<name.lowerBound + 6]
    guard rules.gazetteer.length(in: text, at: name.lowerBound) == 0 else { return false }
    if case .alias(let other, _) = whole.kind {
      return rules.folding.shadow(of: Array(other.utf8)).starts(with: brand)
    }
    guard whole.isBody else { return false }
    // 广西柳钢集团
    let place = rules.gazetteer.length(in: text, at: whole.range.lowerBound)
    return text[whole.range].starts(with: brand)
      || place < whole.range.count && text[whole.range].dropFirst(place).starts(with: brand)
  }

  /// How many bodies the clauses say there are that stand before a list: 3 of 集团有3家企业销售收入超过16亿元.
  private func counted(before head: Int, _ first: Int, in paragraph: ParagraphShadow) -> Int? {
    let clauses = paragraph.clauses
    let text = paragraph.shadow
    let sentence = clauses.sentenceOfClause[first]
    var start = first
    while start > 0, sentence - clauses.sentenceOfClause[start - 1] <= 1 { start -= 1 }
    var offset = max(clauses.clauses[start], clauses.clauses[head] - 300)
    while offset < text.count, text[offset] & 0xC0 == 0x80 { offset += 1 }
    var found: Int?
    while offset < clauses.clauses[head] {
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      let count: Int? =
        (0x32...0x39).contains(scalar) ? Int(scalar) - 0x30 : Self.numerals.firstIndex(of: scalar).map { $0 + 2 }
      let before = offset > 0 ? UTF8Scalar.folded(in: text, at: UTF8Scalar.start(before: offset, in: text)).scalar : 0
      if let count, !(0x30...0x39).contains(before), before != 0x2E, before != 0x5341,
        let counter = rules.organizations.counters.longestMatch(in: text, at: offset + size)
      {
        var noun = counter.end
        // 3家下属企业
        for _ in 0..<5 {
          if rules.organizations.countedBodies.longestMatch(in: text, at: noun) != nil { found = count }
          guard noun < text.count, text[noun] >= 0xE4 else { break }
          noun += UTF8Scalar.folded(in: text, at: noun).length
        }
      }
      offset += size
    }
    return found
  }

  /// 两 to 九.
  private static let numerals: [UInt32] = [0x4E24, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D]

  /// 总投资6.5亿元的滨海医院: whom a figure is said of that stands before the name, with 的 between.
  /// - Parameter next: The first topic behind the figure.
  func described(by figure: Range<Int>, _ index: Int, next: Int) -> SubjectMention? {
    let topics = resolved[index]
    let paragraph = paragraphs[index]
    guard next < topics.count, let bodyClass = topics[next].bodyClass, bodyClass != .settlement,
      topics[next].clause == paragraph.clauses.clause(at: figure.lowerBound), !topics[next].isSetting,
      topics[next].start - figure.upperBound <= Self.longestDescription,
      PeriodMarker.follows(paragraph.shadow, topics[next].start, PeriodMarker.of)
    else { return nil }
    let between = figure.upperBound..<max(figure.upperBound, topics[next].start - PeriodMarker.of.count)
    guard !PeriodMarker.contains(paragraph.shadow, between, PeriodMarker.of) else { return nil }
    return topics[next].mention
  }

  private static let longestDescription = 60

  /// 笔者在赣榆区沙河镇三合村看到…。“亩产有700公斤。”村民说: the village that a quotation in the next sentence is of.
  /// - Parameter next: The first topic behind the figure.
  func scene(around figure: Range<Int>, _ index: Int, next: Int) -> SubjectMention? {
    let paragraph = paragraphs[index]
    let clauses = paragraph.clauses
    let sentence = clauses.sentence(at: figure.lowerBound)
    // Few figures stand in a quotation, and few paragraphs have a scene.
    let near = next > 0 ? resolved[index][next - 1] : nil
    let last = asides[index].indices.first(notBefore: figure.lowerBound) { asides[index][$0].range.lowerBound }
    let aside = last > 0 ? asides[index][last - 1] : nil
    guard aside?.bodyClass == .settlement || near?.bodyClass == .settlement && near?.isSetting == true,
      let opening = paragraph.quoteStart(before: figure.lowerBound)
    else { return nil }
    if let near, near.isSetting, near.bodyClass == .settlement, near.start < opening, sentence - near.sentence <= 2 {
      return SubjectMention(name: near.mention.name, kind: .place, range: nil, areaCode: nil)
    }
    guard let seen = aside, seen.bodyClass == .settlement, seen.range.lowerBound < opening,
      sentence - clauses.sentence(at: seen.range.lowerBound) <= 2,
      near.map({ $0.start < seen.range.lowerBound }) ?? true
    else { return nil }
    return SubjectMention(name: text(index, seen.range), kind: .place, range: nil, areaCode: nil)
  }
}

extension SubjectFinder.Resolved {
  /// Of several subjects the one whose figure this is: 签约额依次为41.2亿元、38亿元和29.5亿元.
  func member(
    at figure: Range<Int>, in paragraph: ParagraphShadow, _ respectively: WordTable<Bool>
  ) -> SubjectMention? {
    guard members.count > 1 else { return nil }
    let clause = paragraph.clauses.range(ofClause: paragraph.clauses.clause(at: figure.lowerBound))
    let window = clause.clamped(to: figure.lowerBound - PeriodFinder.window..<figure.lowerBound + PeriodFinder.window)
    // Figures before the word only tell how many they are: 两镇增幅分别为8.2%和6.9%.
    let before = window.lowerBound..<max(window.lowerBound, min(figure.lowerBound, window.upperBound))
    guard let start = respectively.firstOccurrence(in: paragraph.shadow, before) else {
      return dealtBefore(clause, in: paragraph, respectively)
        ? paragraph.place(of: figure, in: window, count: members.count).map { members[$0] } : nil
    }
    // 两站共发送旅客31.5万人，到达33.2万人，分别增长14.7%和16.3%: each of what was counted.
    let first = mention.range?.upperBound ?? self.start
    let told = first..<max(first, min(start, clause.lowerBound))
    if paragraph.hasFigure(startingIn: told), !respectively.occurs(in: paragraph.shadow, told) { return nil }
    return paragraph.place(of: figure, in: start..<window.upperBound, count: members.count).map { members[$0] }
  }

  /// 浙江、上海收购额分别增长83%和40%，今年又增长70%和31%: whether a clause before one in the sentence deals out figures to the
  /// subjects.
  private func dealtBefore(
    _ clause: Range<Int>, in paragraph: ParagraphShadow, _ respectively: WordTable<Bool>
  ) -> Bool {
    let first = mention.range?.upperBound ?? start
    guard first < clause.lowerBound, clause.lowerBound - first <= PeriodFinder.window else { return false }
    return respectively.firstOccurrence(in: paragraph.shadow, first..<clause.lowerBound).map {
      paragraph.hasFigure(startingIn: $0..<clause.lowerBound)
    } ?? false
  }
}
