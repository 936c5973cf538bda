/// Finds the clean noun phrase in the pieces that a construction took for the name.
struct NameEdges {
  let lexicon: Lexicon
  let shadow: [UInt8]

  private static let particle = Array("的".utf8)
  private static let closingQuote = Array("”".utf8)
  private static let closingCorner = Array("」".utf8)
  static let each = Array("每".utf8)
  private static let ordinal = Array("第".utf8)
  private static let points = Array(".".utf8)
  private static let wholes = ["全", "我", "本", "该"].map { Array($0.utf8) }
  private static let forWhom = Array("为".utf8)
  private static let with = Array("与".utf8)
  static let at = Array("在".utf8)
  private static let one = Array("一".utf8)
  private static let patientMark = Array("把".utf8)

  /// The pieces without the words that belong to no name at their ends; `nil` where nothing is left.
  /// - Parameter keepsPlaces: True behind a figure, where a place is a part of what is counted: 12个全国重点镇.
  func trimmed(_ range: Range<Int>, of pieces: [Piece], keepsPlaces: Bool = false) -> Range<Int>? {
    var range = range
    let place = lexicon.known.place
    while let last = range.last,
      range.count > 1 && pieces[last].classes & (lexicon.known.endAdverb | lexicon.known.superlative) != 0
        || isStripped(pieces[last]) && pieces[last].classes & place == 0 && !isNounSuffix(last, of: range, pieces)
        || range.count > 1 && isTail(pieces[last])
        || pieces[last].kind == .bracket
    {
      range = range.lowerBound..<last
    }
    // 最贵的东区均价: which of them it is.
    if range.count > 2, pieces[range.lowerBound].classes & lexicon.known.superlative != 0,
      pieces[range.lowerBound + 1].classes & lexicon.known.of != 0,
      !shadow[pieces[range.lowerBound + 2].range].starts(with: Self.one)
    {
      range = range.lowerBound + 2..<range.upperBound
    }
    while let first = range.first, isStripped(pieces[first]) || pieces[first].kind == .bracket {
      if leadsClause(first, of: range, pieces) || isJoined(first, in: range, pieces)
        || modifies(first, in: range, pieces) || isPacedSize(first, of: range, pieces)
      {
        break
      }
      if keepsPlaces, pieces[first].classes & place != 0, range.count > 1 { break }
      range = first + 1..<range.upperBound
    }
    return range.isEmpty ? nil : range
  }

  /// 都, 已: a character before a verb that was cut off.
  private func isTail(_ piece: Piece) -> Bool {
    piece.range.count == 3 && piece.classes & lexicon.known.predicate != 0
      && lexicon.tails.contains { shadow[piece.range].elementsEqual($0) }
  }

  private func isStripped(_ piece: Piece) -> Bool {
    piece.kind == .enumeration
      || piece.kind == .word && piece.classes & (lexicon.inner | lexicon.known.of) != 0
  }

  /// 公司及子公司员工总数: the word for a place is one of two names.
  private func isJoined(_ first: Int, in range: Range<Int>, _ pieces: [Piece]) -> Bool {
    guard pieces[first].classes & lexicon.known.place != 0, first + 2 < range.upperBound else { return false }
    return pieces[first + 1].kind == .enumeration || pieces[first + 1].classes & lexicon.known.conjunction != 0
  }

  /// The 比 of 实际补偿比61.5%: right before its figure it compares nothing.
  private func isNounSuffix(_ last: Int, of range: Range<Int>, _ pieces: [Piece]) -> Bool {
    pieces[last].classes & lexicon.known.thanLead != 0 && last > range.lowerBound && last + 1 < pieces.count
      && pieces[last + 1].kind != .period && pieces[last].range.count == 3
  }

  /// 有进出口实绩的企业, 在公办学校就读的: 有 and 在 lead a clause that says which, and stay.
  private func leadsClause(_ first: Int, of range: Range<Int>, _ pieces: [Piece]) -> Bool {
    let isAt = shadow[pieces[first].range].elementsEqual(Self.at)
    // 与非洲的贸易额: with whom it is.
    if shadow[pieces[first].range].elementsEqual(Self.with), first == 0 || !pieces[first - 1].isNameable,
      range.dropFirst().dropLast().contains(where: { pieces[$0].classes & lexicon.known.of != 0 })
    {
      return true
    }
    if isAt, standsWhere(first, in: range, pieces) { return true }
    guard pieces[first].classes & lexicon.known.have != 0 || isAt, range.count > 1 else { return false }
    if !isAt, range.dropFirst().dropLast().contains(where: { pieces[$0].classes & lexicon.known.of != 0 }) {
      return true
    }
    return range.upperBound < pieces.count && pieces[range.upperBound].classes & lexicon.known.of != 0
  }

  /// The name in these pieces: a leading verb of flow apart, the particle at both ends cut off.
  func name(
    _ range: Range<Int>, of pieces: [Piece], from start: Int? = nil, keepsPlaces: Bool = false
  ) -> IndicatorName? {
    guard var range = trimmed(range, of: pieces, keepsPlaces: keepsPlaces) else { return nil }
    if let start {
      while let first = range.first, pieces[first].range.upperBound <= start {
        range = first + 1..<range.upperBound
      }
      guard let rest = trimmed(range, of: pieces) else { return nil }
      range = rest
    }
    // 92名帮扶干部每月入户两次: what those do who are counted is no part of their name.
    if keepsPlaces, let habit = range.dropFirst().first(where: { pieces[$0].classes & lexicon.known.habit != 0 }) {
      range = range.lowerBound..<habit
    }
    if !keepsPlaces, let charged = charged(in: range, of: pieces, from: start) { return charged }
    if !keepsPlaces, let done = behindDone(in: range, of: pieces) { return done }
    if !keepsPlaces, let handed = withoutHandover(range, of: pieces) { range = handed }
    if let rank = rankOfPeriod(in: range, of: pieces) { range = range.lowerBound..<rank }
    if !keepsPlaces, let led = ledUntil(in: range, of: pieces), let rest = trimmed(led..<range.upperBound, of: pieces) {
      range = rest
    }
    if !keepsPlaces, let deed = behindPlace(in: range, of: pieces), let last = range.last {
      guard let index = range.first(where: { pieces[$0].range.lowerBound == deed }) else {
        return IndicatorName(flow: nil, parts: [.range(deed..<pieces[last].range.upperBound)])
      }
      range = index..<range.upperBound
    }
    if !keepsPlaces, let place = placeInside(range, of: pieces) { range = place + 1..<range.upperBound }
    if let verb = leadingVerb(in: range, of: pieces),
      verb != range.lowerBound + 1 || !modifies(verb - 1, in: range, pieces)
    {
      // 日均新设企业: how often it is done stays.
      let isMean = verb > range.lowerBound && pieces[verb - 1].classes & lexicon.known.meanHead != 0
      range = (isMean ? verb - 1 : verb)..<range.upperBound
    } else if let whole = forWhomAlone(range, of: pieces) {
      return IndicatorName(flow: nil, parts: [.range(whole)])
    }
    // 像徐婧这样的代办员: what it is like says nothing of it.
    if let like = range.first(where: { pieces[$0].classes & lexicon.known.like != 0 }),
      let particle = range.last(where: { $0 > like && pieces[$0].classes & lexicon.known.of != 0 })
    {
      range = particle + 1..<range.upperBound
      guard !range.isEmpty else { return nil }
    }
    // 一项新工艺把镍回收率提高0.8个百分点: who did it is no part of what was done to.
    if let patient = range.dropFirst().dropLast().last(where: {
      shadow[pieces[$0].range].elementsEqual(Self.patientMark)
    }), !shadow[pieces[patient - 1].range].elementsEqual(Self.each) {
      range = patient + 1..<range.upperBound
    }
    if let moment = momentEnd(in: range, of: pieces) { return moment }
    if let agent = agentEnd(in: range, of: pieces) {
      // 12个国营农场生产干胶: behind its figure, who does it is what is counted.
      range = keepsPlaces ? range.lowerBound..<agent : agent..<range.upperBound
    }
    // 全区12所小学共有教师640名: behind its figure, who has it is what is counted.
    if let owned = ownedThing(in: range, of: pieces) {
      range = keepsPlaces && owned - 1 > range.lowerBound ? range.lowerBound..<owned - 1 : owned..<range.upperBound
    }
    if let all = allTogether(in: range, of: pieces) { range = all + 1..<range.upperBound }
    if let told = officeEnd(in: range, of: pieces) { range = told..<range.upperBound }
    let flow = lexicon.flow
    var name = IndicatorName()
    // 每百户拥有电视机63台、自行车171辆: what leads the list is repeated like a verb of flow.
    if let first = range.first, isPerHead(range, of: pieces),
      let have = range.dropLast().last(where: { pieces[$0].classes & lexicon.known.have != 0 })
    {
      name.flow = pieces[first].range.lowerBound..<pieces[have].range.upperBound
      range = have + 1..<range.upperBound
    } else if let verb = range.last, range.count > 2, isAdverb(pieces[verb - 1]),
      pieces[verb].classes & (flow | lexicon.known.act | lexicon.known.predicate) != 0
        || isDone(pieces[verb - 1]) && pieces[verb].kind == .text && pieces[verb].range.count == 6,
      let lead = trimmed(range.lowerBound..<verb - 1, of: pieces)
    {
      // “点亮心愿”项目累计募集3612万元, 场馆主体已完工95%: the adverb falls out.
      let said = pieces[lead.lowerBound].range.lowerBound..<pieces[lead.upperBound - 1].range.upperBound
      // 案发时仅追回31.5万元: when it was is no part of the name.
      if lexicon.moments.longestMatch(endingAt: said.upperBound, in: shadow, start: said.lowerBound) != nil {
        name.parts = [.range(pieces[verb].range)]
        return name
      }
      name.parts = [.range(said), .range(pieces[verb].range)]
      return name
    }
    // 社会体育指导员新增96名: what came new stands before the verb.
    if let verb = range.last, range.count > 1, pieces[verb].classes & lexicon.known.flowChange != 0,
      !pieces[range].contains(where: { $0.classes & lexicon.known.of != 0 })
    {
      name.flow = pieces[verb].range
      name.parts = [
        .range(max(pieces[range.lowerBound].range.lowerBound, start ?? 0)..<pieces[verb - 1].range.upperBound)
      ]
      return name
    }
    // What stands before a verb of flow is who does it, unless the verb ends the name: 城镇新增就业 is one word.
    let strong = lexicon.known.flow
    if let index = range.first(where: {
      pieces[$0].classes & ($0 == range.lowerBound ? flow : strong) != 0
    }), index < range.upperBound - 1,
      index == range.lowerBound
        ? !endsWord(pieces[index + 1])
        : !belongs(pieces[index - 1]) && !isMeasured(index, of: pieces, in: range),
      !isListedDeed(index, in: range, of: pieces), !isOfTrade(index, of: pieces, in: range)
    {
      var end = index + 1
      // 投放救助金: one character behind a second verb makes a noun with it.
      while end < range.upperBound - 1, pieces[end].classes & flow != 0 || joinsFlows(end, pieces, range),
        end + 2 != range.upperBound || pieces[end + 1].range.count != 3 || pieces[end].kind == .enumeration
      { end += 1 }
      let isMean = index > range.lowerBound && pieces[index - 1].classes & lexicon.known.meanHead != 0
      let verb =
        isMean ? pieces[index - 1].range : withNew(withoutAll(pieces[index].range), index, in: range, of: pieces)
      name.flow = verb.lowerBound..<pieces[end - 1].range.upperBound
      range = end..<range.upperBound
    }
    guard let first = range.first, let last = range.last else { return nil }
    var low = max(pieces[first].range.lowerBound, name.flow == nil ? start ?? 0 : 0)
    var high = pieces[last].range.upperBound
    if name.flow == nil {
      if first > 0, pieces[first - 1].kind == .period || pieces[first - 1].figureKind == .duration,
        let word = lexicon.afterPeriod.first(where: { shadow[low..<high].starts(with: $0) })
      {
        if high - low == word.count { return nil }
        // 后备 of 三年后备耕地 is a word of its own.
        let own = lexicon.longestMatch(in: shadow, at: low, end: high)?.end ?? low
        let next = lexicon.longestMatch(in: shadow, at: low + word.count, end: high)?.end ?? low
        if own <= low + word.count || next > own || high - own == 3, high - low > word.count + 3 { low += word.count }
      }
      if !keepsPlaces { low = pointedEnd(in: low..<high) }
      while low + 3 <= high, shadow[low..<low + 3].elementsEqual(Self.particle) { low += 3 }
      // The point of a number that leads a list: 1.城镇新增就业.
      while low < high, Self.points.contains(shadow[low]) { low += 1 }
      // ○蓬安县投入: the bullet of an item.
      while low < high, case let mark = UTF8Shadow.scalar(in: shadow, at: low), (0x25A0...0x25FF).contains(mark.scalar)
      {
        low += mark.length
      }
    }
    // 项目占地146亩: that it is the project's says nothing.
    if name.flow == nil, let work = lexicon.works.first(where: { shadow[low..<high].starts(with: $0) }),
      lexicon.workSizes.contains(where: { shadow[low + work.count..<high].starts(with: $0) })
    {
      low += work.count
    }
    // A word of the lexicon is whole: 施工许可 does not end in 可. So is a clause with 的: 住在机构里的.
    let isClause = last + 1 < pieces.count && pieces[last + 1].classes & lexicon.known.of != 0
    var isCut = pieces[last].kind == .text && !isClause
    while isCut {
      isCut = false
      for trailer in lexicon.tails where high - trailer.count > low {
        // Most end in another byte.
        if shadow[high - 1] == trailer.last, shadow[high - trailer.count..<high].elementsEqual(trailer),
          !endsInUnit(low..<high), !isPerHead(trailer, behind: low..<high - trailer.count)
        {
          high -= trailer.count
          isCut = true
        }
      }
    }
    guard low < high else { return nil }
    if last + 1 < pieces.count, standsFor(pieces[last + 1], behind: high) { high = pieces[last + 1].range.upperBound }
    // Brackets inside stay: 村（社区）便民服务站.
    name.parts = [.range(low..<high)]
    return name
  }

  /// 春运首日全省道路发送旅客: what stands before the word for the place tells when.
  private func placeInside(_ range: Range<Int>, of pieces: [Piece]) -> Int? {
    guard
      let place = range.dropFirst().dropLast().first(where: { index in
        pieces[index].classes & lexicon.known.place != 0
          && Self.wholes.contains { shadow[pieces[index].range].starts(with: $0) }
      })
    else { return nil }
    let before = range.lowerBound..<place
    let isPlain = before.allSatisfy { index in
      pieces[index].kind == .text
        || pieces[index].classes & lexicon.known.adverb != 0
          && pieces[index].classes & (lexicon.known.conjunction | lexicon.known.than) == 0
    }
    let end = pieces[place - 1].range.upperBound
    guard isPlain, pieces[place + 1].classes & (lexicon.known.of | lexicon.known.shareName) == 0,
      !lexicon.prepositions.contains(where: { shadow[..<end].suffix($0.count).elementsEqual($0) })
    else { return nil }
    return place
  }

  /// 为企业减、免、退税: where no verb is known among what is done for somebody, all of it is the name.
  private func forWhomAlone(_ range: Range<Int>, of pieces: [Piece]) -> Range<Int>? {
    // Behind a clause in brackets the piece before stands further on.
    guard range.lowerBound > 0, shadow[pieces[range.lowerBound - 1].range].elementsEqual(Self.forWhom),
      pieces[range.lowerBound - 1].range.upperBound <= pieces[range.lowerBound].range.lowerBound,
      let last = range.last, range.contains(where: { pieces[$0].kind == .enumeration }),
      !range.dropLast().contains(where: {
        pieces[$0].classes & (lexicon.flow | lexicon.known.act | lexicon.known.verb) != 0
      })
    else { return nil }
    return pieces[range.lowerBound - 1].range.lowerBound..<pieces[last].range.upperBound
  }

  /// Where the verb of flow begins whose agent is a body or a place: 渔业互保协会承保渔民, 街区接待游客.
  private func agentEnd(in range: Range<Int>, of pieces: [Piece]) -> Int? {
    guard
      let verb = range.dropFirst().dropLast().first(where: {
        pieces[$0].classes & (lexicon.flow | lexicon.known.act) != 0 || lexicon.isDeed(pieces[$0].range, in: shadow)
      })
    else { return nil }
    return isAgent(range.lowerBound..<verb, of: pieces) ? verb : nil
  }

  /// Where the name begins behind the office whose figure it is: 市劳动部门的登记失业率.
  private func officeEnd(in range: Range<Int>, of pieces: [Piece]) -> Int? {
    guard let particle = range.dropFirst().dropLast().first(where: { pieces[$0].classes & lexicon.known.of != 0 })
    else { return nil }
    let said = shadow[pieces[range.lowerBound].range.lowerBound..<pieces[particle - 1].range.upperBound]
    return lexicon.offices.contains { said.count > $0.count && said.suffix($0.count).elementsEqual($0) }
      ? particle + 1 : nil
  }

  /// True for the name of a person behind what he is: 书记韦国平.
  func isSpeaker(_ piece: Piece) -> Bool {
    guard piece.kind == .text, piece.range.count >= 12 else { return false }
    return lexicon.personTitles.contains { office in
      [6, 9].contains { length in
        let end = piece.range.upperBound - length
        return end - office.count >= piece.range.lowerBound && shadow[end - office.count..<end].elementsEqual(office)
      }
    }
  }

  /// True for pieces that end in a word for those who do things.
  func isAgent(_ range: Range<Int>, of pieces: [Piece]) -> Bool {
    guard let first = range.first, let last = range.last,
      !pieces[range].contains(where: { $0.classes & lexicon.known.of != 0 })
    else { return false }
    let end = pieces[last].range.upperBound
    return lexicon.agents.contains { agent in
      // Most end in another byte.
      shadow[end - 1] == agent.last && agent.count <= end - pieces[first].range.lowerBound
        && shadow[end - agent.count..<end].elementsEqual(agent)
    }
  }

  /// 扣掉公设后可售地: what stands behind the moment that a verb tells; 扣除损益后的净利润 is one name.
  private func momentEnd(in range: Range<Int>, of pieces: [Piece]) -> IndicatorName? {
    guard let first = range.first, let last = range.last,
      pieces[first].classes & (lexicon.known.act | lexicon.flow | lexicon.known.verb) != 0,
      !pieces[range].contains(where: { $0.kind == .enumeration })
    else { return nil }
    let high = pieces[last].range.upperBound
    var offset = pieces[first].range.upperBound
    while offset + 9 <= high, offset - pieces[first].range.lowerBound <= 24 {
      let match = lexicon.longestMatch(in: shadow, at: offset, end: high)
      if shadow[offset..<offset + 3].elementsEqual("后".utf8), match.map({ $0.end <= offset + 3 }) ?? true {
        guard !shadow[offset + 3..<high].starts(with: Self.particle) else { return nil }
        return IndicatorName(flow: nil, parts: [.range(offset + 3..<high)])
      }
      offset = match?.end ?? offset + UTF8Shadow.scalar(in: shadow, at: offset).length
    }
    return nil
  }

  /// Where the words begin that say the how manieth period it is: 成交量连续第九天站在400亿元之上.
  private func rankOfPeriod(in range: Range<Int>, of pieces: [Piece]) -> Int? {
    guard let last = range.last, range.count > 2, pieces[last].kind == .text,
      shadow[pieces[last].range].starts(with: Self.ordinal), isAdverb(pieces[last - 1])
    else { return nil }
    return last - 1
  }

  /// 每百户, 平均每千人: what a name counts its things for.
  private func isPerHead(_ range: Range<Int>, of pieces: [Piece]) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound - 1, pieces[index].classes & lexicon.known.mean != 0 { index += 1 }
    return shadow[pieces[index].range].starts(with: Self.each)
  }

  /// Where the thing begins that someone has: 产业园里有企业37家. 每百户拥有电视机 is one name.
  private func ownedThing(in range: Range<Int>, of pieces: [Piece]) -> Int? {
    guard let have = range.dropFirst().dropLast().last(where: { pieces[$0].classes & lexicon.known.have != 0 }),
      !isPerHead(range, of: pieces),
      // 新建的厂房里有织机: what says with 的 where it is may have a verb.
      !pieces[range.lowerBound..<have].reversed().prefix(while: { $0.classes & lexicon.known.of == 0 })
        .contains(where: { $0.classes & lexicon.flow != 0 }),
      !pieces[have..<range.upperBound].contains(where: { $0.classes & lexicon.known.of != 0 })
    else { return nil }
    return have + 1
  }

  /// Where the verb stands that an adverb, or the one it is for, shows to be the verb of the clause; who does it stands
  /// before and belongs to no name: 国家在那曲累计投入电网建设资金, 为企业兑现惠企资金.
  private func leadingVerb(in range: Range<Int>, of pieces: [Piece]) -> Int? {
    let verbs = lexicon.flow | lexicon.known.act | lexicon.known.verb
    let inner = range.dropFirst().dropLast()
    // 各厂已筹足蔗款周转金: what follows 已 is done, whatever its verb is.
    if let done = range.dropFirst().last(where: { pieces[$0].kind == .text && isDone(pieces[$0 - 1]) }),
      pieces[done].range.count >= 9 || done < range.upperBound - 1
    {
      return done
    }
    if let verb = inner.last(where: { pieces[$0].classes & verbs != 0 && isAdverb(pieces[$0 - 1]) }) { return verb }
    if let deed = behindBody(in: range, of: pieces) ?? pacedVerb(in: range, of: pieces)
      ?? behindMeans(in: range, of: pieces)
    {
      return deed
    }
    guard range.lowerBound > 0, pieces[range.lowerBound - 1].classes & lexicon.known.forWhom != 0 else { return nil }
    if let verb = inner.prefix(while: { pieces[$0].classes & lexicon.known.of == 0 }).first(where: {
      pieces[$0].classes & verbs != 0
    }) {
      return verb
    }
    // 为国家节约三百六十万元: the verb is all that stands behind the one it is for.
    guard let last = range.last, range.count > 1, pieces[last].classes & lexicon.flow != 0,
      !pieces[range].contains(where: { $0.kind == .enumeration }), pieces[last - 1].classes & lexicon.known.of == 0
    else { return nil }
    return last
  }

  /// 已, 累计: a verb follows.
  private func isDone(_ piece: Piece) -> Bool {
    piece.kind == .word && piece.classes & lexicon.known.actual != 0 && piece.classes & lexicon.known.attain == 0
  }

  func isAdverb(_ piece: Piece) -> Bool {
    piece.kind == .word && piece.classes & (lexicon.known.adverb | lexicon.known.actual) != 0
      && piece.classes & lexicon.known.conjunction == 0
  }

  /// 、 between two verbs of flow: 新建、改建.
  private func joinsFlows(_ index: Int, _ pieces: [Piece], _ range: Range<Int>) -> Bool {
    pieces[index].kind == .enumeration && index + 1 < range.upperBound - 1
      && pieces[index + 1].classes & lexicon.flow != 0
  }

  /// 堤防加固、险段整治: a verb behind its object, in a list of such.
  private func isListedDeed(_ index: Int, in range: Range<Int>, of pieces: [Piece]) -> Bool {
    index > range.lowerBound && pieces[index + 1].kind == .enumeration && !joinsFlows(index + 1, pieces, range)
  }

  /// True for a piece that the verb of flow behind it is a part of: 重点的新建项目, “免申即享”兑付.
  private func belongs(_ piece: Piece) -> Bool {
    if piece.classes & lexicon.known.of != 0 { return true }
    let tail = shadow[piece.range].suffix(3)
    return tail.elementsEqual(Self.closingQuote) || tail.elementsEqual(Self.closingCorner)
  }
}
