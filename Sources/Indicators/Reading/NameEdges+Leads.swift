/// What leads a name and is no part of it: when, how and where something is measured, and which of several is meant.
extension NameEdges {
  /// Where the name begins behind what says when, how or where it is: 限行期间地铁集团日均运客.
  func ledUntil(in range: Range<Int>, of pieces: [Piece]) -> Int? {
    let inner = range.dropFirst().dropLast()
    if let span = inner.last(where: { shadow[pieces[$0].range].suffix(6).elementsEqual(Self.span) }) { return span + 1 }
    // 采用两侧拼宽的方式改造道路: how it is done stands before the verb.
    if let manner = inner.last(where: { isManner($0, of: pieces) }),
      pieces[manner + 1..<range.upperBound].contains(where: { $0.classes & (lexicon.flow | lexicon.known.act) != 0 })
    {
      return manner + 1
    }
    // 项目在六安境内全长: whose length it is was said before.
    if let place = inner.first(where: { shadow[pieces[$0].range].elementsEqual(Self.at) }),
      place - range.lowerBound <= 2,
      pieces[place + 1..<range.upperBound - 1].contains(where: { $0.classes & lexicon.known.placeTail != 0 })
    {
      return place + 1
    }
    return nil
  }

  /// What a body did behind the adverb that parts them, whatever its verb is: 县妇联先后办培训班.
  func behindBody(in range: Range<Int>, of pieces: [Piece]) -> Int? {
    guard
      var deed = range.dropFirst().dropLast().first(where: {
        isAdverb(pieces[$0]) && pieces[$0 + 1].kind == .text && pieces[$0 + 1].range.count >= 6
          && isAgent(range.lowerBound..<$0, of: pieces)
      })
    else { return nil }
    while deed < range.upperBound - 1, isAdverb(pieces[deed]) { deed += 1 }
    return deed
  }

  /// Where what is done begins behind the place where it is done: 农户在林子里套种黄精. 在学校里就读的学生 is one name.
  func behindPlace(in range: Range<Int>, of pieces: [Piece]) -> Int? {
    guard let last = range.last,
      let place = range.dropLast().first(where: { shadow[pieces[$0].range].elementsEqual(Self.at) }),
      !pieces[range.lowerBound..<place].contains(where: { $0.classes & (lexicon.flow | lexicon.known.act) != 0 }),
      // 东坂村的农户在林子里套种: 的 tells whose they are.
      !pieces[range.lowerBound..<place].contains(where: { $0.classes & lexicon.known.of != 0 })
        || isAgent(place - 1..<place, of: pieces),
      !pieces[place..<range.upperBound].contains(where: {
        $0.classes & lexicon.known.of != 0 || $0.kind == .enumeration
      })
    else { return nil }
    let start = pieces[place].range.upperBound
    let high = pieces[last].range.upperBound
    var offset = start
    while offset + 9 <= high, offset - start <= 24 {
      let match = lexicon.longestMatch(in: shadow, at: offset, end: high)
      if let inside = Self.insides.first(where: { shadow[offset..<high].starts(with: $0.word) }),
        match.map({ $0.end <= offset + 3 }) ?? true, offset - start >= inside.least,
        !endsInUnit(start..<offset + 3)
      {
        return offset + 3
      }
      offset = match?.end ?? offset + UTF8Shadow.scalar(in: shadow, at: offset).length
    }
    return nil
  }

  /// The words behind a place, and how long it is at least: 地里, 河滩上; 网上 is none.
  static let insides = [("里", 3), ("上", 6)].map { (word: Array($0.0.utf8), least: $0.1) }

  /// 以EPC的模式, 采用两侧拼宽的方式.
  private func isManner(_ index: Int, of pieces: [Piece]) -> Bool {
    pieces[index - 1].classes & lexicon.known.of != 0
      && lexicon.manners.contains { shadow[pieces[index].range].elementsEqual($0) }
  }

  /// The word before a verb that says that all is added up; who does it stands before: “一区四园”共注册协议外资.
  func allTogether(in range: Range<Int>, of pieces: [Piece]) -> Int? {
    guard
      let all = range.dropFirst().dropLast().last(where: { index in
        lexicon.altogether.contains { shadow[pieces[index].range].elementsEqual($0) }
      }),
      // 收入合计, “点亮心愿”项目累计募集: one word behind is not all of what is measured.
      all + 2 < range.upperBound || pieces[all].range.count == 3,
      !pieces[all..<range.upperBound].contains(where: { $0.classes & lexicon.known.of != 0 })
    else { return nil }
    return all
  }

  /// 建成 of 共建成.
  func withoutAll(_ verb: Range<Int>) -> Range<Int> {
    guard verb.count >= 9, lexicon.altogether.contains(where: { $0.count == 3 && shadow[verb].starts(with: $0) }) else {
      return verb
    }
    let rest = verb.lowerBound + 3..<verb.upperBound
    return lexicon.isWord(rest, in: shadow, of: lexicon.flow) ? rest : verb
  }

  /// Where the name begins behind a word that points at what was told before, and the body it points at: 这家医院门诊量.
  func pointedEnd(in name: Range<Int>) -> Int {
    guard let pointer = lexicon.pointers.first(where: { shadow[name].starts(with: $0) }) else { return name.lowerBound }
    let start = name.lowerBound + pointer.count
    let rest = start..<name.upperBound
    let sizes = lexicon.known.quantityNoun | lexicon.known.bareHead
    guard rest.count >= 9 || !rest.isEmpty && lexicon.isWord(rest, in: shadow, of: sizes) else {
      return name.lowerBound
    }
    var offset = start
    while offset + 6 < name.upperBound, offset - start < 18 {
      offset =
        lexicon.longestMatch(in: shadow, at: offset, end: name.upperBound)?.end
        ?? offset + UTF8Shadow.scalar(in: shadow, at: offset).length
      if offset + 6 <= name.upperBound, offset - start >= 6,
        lexicon.agents.contains(where: { $0.count >= 6 && shadow[start..<offset].suffix($0.count).elementsEqual($0) })
      {
        return offset
      }
    }
    return start
  }

  /// 第三产业新登记企业: the trade before the verb tells which are meant.
  func isOfTrade(_ index: Int, of pieces: [Piece], in range: Range<Int>) -> Bool {
    guard index > range.lowerBound else { return false }
    let said = shadow[pieces[range.lowerBound].range.lowerBound..<pieces[index - 1].range.upperBound]
    return said.count >= 9 && lexicon.trades.contains { said.suffix($0.count).elementsEqual($0) }
  }

  /// The 数 of 立案数.
  func endsWord(_ piece: Piece) -> Bool {
    piece.range.count == 3 && lexicon.wordEnds.contains { shadow[piece.range].elementsEqual($0) }
  }

  /// 养老金发放标准, 治安案件查处数: the verb and what is measured of it make one noun with what stands before.
  func isMeasured(_ index: Int, of pieces: [Piece], in range: Range<Int>) -> Bool {
    let verbs = lexicon.flow | lexicon.known.act | lexicon.known.verb | lexicon.known.adverb | lexicon.known.place
    guard pieces[index - 1].isNameable, pieces[index - 1].classes & verbs == 0 else { return false }
    let next = pieces[index + 1]
    if endsWord(next) { return true }
    if index + 2 == range.upperBound, next.classes & lexicon.known.measureNoun != 0 { return true }
    // 职工医疗保险新增参保人数: how many they are is the head of all that stands before.
    let end = pieces[range.upperBound - 1].range.upperBound
    return end - pieces[index + 1].range.lowerBound >= 12
      && lexicon.isWord(end - 6..<end, in: shadow, of: lexicon.known.measureNoun)
  }

  /// 县（市、区）, 村（社区）: what is counted under the same name stands in a bracket behind it.
  func standsFor(_ bracket: Piece, behind end: Int) -> Bool {
    guard bracket.kind == .bracket, bracket.range.lowerBound == end, bracket.range.count <= 30 else { return false }
    let inner = shadow[bracket.range].drop { !Self.isHan($0) }
    var start = inner.startIndex
    var offset = start
    while offset < inner.endIndex {
      let (scalar, length) = UTF8Shadow.scalar(in: shadow, at: offset)
      let isLast = offset + length >= inner.endIndex
      if scalar == 0x3001 || isLast {
        guard offset > start, lexicon.restOfPlaces.contains(where: { shadow[start..<offset].elementsEqual($0) }) else {
          return false
        }
        start = offset + length
      }
      offset += length
    }
    return true
  }

  /// True for a byte that Han characters begin with; the brackets around them begin with others.
  private static func isHan(_ byte: UInt8) -> Bool { (0xE4...0xE9).contains(byte) }

  /// 每人每天: what is told by heads and by days is one name.
  func isPerHead(_ trailer: [UInt8], behind name: Range<Int>) -> Bool {
    trailer.starts(with: Self.each) && name.count >= 6
      && shadow[name.upperBound - 6..<name.upperBound - 3].elementsEqual(Self.each)
  }

  /// 每百平方公里: the 里 is a part of the unit.
  func endsInUnit(_ range: Range<Int>) -> Bool { shadow[range].suffix(6).elementsEqual(Self.kilometre) }

  private static let kilometre = Array("公里".utf8)
  private static let span = Array("期间".utf8)
}
