/// Takes names that stand side by side apart: 第一、二、三产业增加值 are three.
struct Coordination {
  let lexicon: Lexicon
  let shadow: [UInt8]

  private static let marks = ["、", "和", "与", "及", "以及", "同"].map { Array($0.utf8) }
  private static let ordinal = Array("第".utf8)
  private static let openingQuote = Array("“".utf8)
  private static let closingQuote = Array("”".utf8)
  private static let each = Array("每".utf8)

  /// The names in a range of the paragraph; one where it has none side by side.
  /// - Parameter wanted: The number of names that is wanted; other splits are refused.
  func names(in name: IndicatorName, wanted: Int) -> [IndicatorName]? {
    guard wanted > 1, case .range(let range)? = name.parts.first else { return nil }
    let rest = Array(name.parts.dropFirst())
    // 进口、出口双双增长12%: verbs of flow side by side are names.
    if let flow = name.flow, flow.upperBound == range.lowerBound, cut(flow.lowerBound..<range.upperBound).count > 1,
      let names = split(flow.lowerBound..<range.upperBound, wanted: wanted), cut(range).count < wanted
    {
      return names.map { IndicatorName(flow: nil, parts: $0 + rest) }
    }
    if let names = split(range, wanted: wanted) {
      // 接待游客和门票收入: the verb before things is not said of a size beside them.
      let sizes = names.map { endsWithMoney($0) }
      let goesToAll = sizes.first == sizes.last || !rest.isEmpty
      return names.enumerated().map { place, parts in
        IndicatorName(flow: goesToAll || !sizes[place] ? name.flow : nil, parts: parts + rest)
      }
    }
    for (word, parts) in lexicon.splits where parts.count == wanted {
      guard let place = firstRange(of: word, in: range) else { continue }
      return parts.map { part in
        var pieces: [IndicatorName.Part] = []
        if place.lowerBound > range.lowerBound { pieces.append(.range(range.lowerBound..<place.lowerBound)) }
        pieces.append(.literal(String(decoding: part, as: UTF8.self)))
        if place.upperBound < range.upperBound { pieces.append(.range(place.upperBound..<range.upperBound)) }
        return IndicatorName(flow: name.flow, parts: pieces + rest)
      }
    }
    return nil
  }

  private func endsWithMoney(_ parts: [IndicatorName.Part]) -> Bool {
    guard case .range(let tail)? = parts.last else { return false }
    return lexicon.isMoney(Array(shadow[tail]))
  }

  /// The names in a range of the paragraph, however many; `nil` where there is one only.
  func names(in name: IndicatorName) -> [IndicatorName]? {
    guard case .range(let range)? = name.parts.first else { return nil }
    let start = name.flow.flatMap { $0.upperBound == range.lowerBound ? $0.lowerBound : nil } ?? range.lowerBound
    let isAllVerbs = cut(range).count == 1
    return names(in: name, wanted: cut(isAllVerbs ? start..<range.upperBound : range).count)
  }

  private func split(_ range: Range<Int>, wanted: Int) -> [[IndicatorName.Part]]? {
    var items = cut(range)
    guard items.count >= 2 else { return nil }
    if items.count != wanted {
      // 和 may be part of one of the names: then only 、 parts them.
      items = cut(range, strict: true)
      guard items.count == wanted else { return nil }
    }
    guard let first = items.first, let last = items.last else { return nil }
    let lead = first.count
    // 汽车零部件、食品、纺织三大产业: the head behind the count of the items belongs to all; 丁堰、雪岸两镇应税销售: the
    // places are whose it is.
    let verb = verb(of: first, beside: Array(items.dropFirst()))
    switch counted(last) {
    case .head(let end, let head):
      return items.map { item in
        (item == first ? [] : verb.map { [.range($0)] } ?? [])
          + [.range(item == last ? last.lowerBound..<end : item), .range(head)]
      }
    case .ofPlaces(let shared): return items.map { _ in [.range(shared)] }
    case nil: break
    }
    // 第一、二、三产业增加值: the ordinal mark and what follows the numeral belong to all.
    if shadow[first].starts(with: Self.ordinal), items.dropFirst().dropLast().allSatisfy({ $0.count == 3 }) {
      let hasMark = shadow[last].starts(with: Self.ordinal)
      let numeral = last.lowerBound + (hasMark ? 6 : 3)
      if numeral < last.upperBound, lead <= 6 || !hasMark {
        return items.map { item in
          let core = item == last ? last.lowerBound..<numeral : item
          let marked = shadow[core].starts(with: Self.ordinal)
          return (marked ? [] : [.range(first.lowerBound..<first.lowerBound + 3)])
            + [.range(core), .range(numeral..<last.upperBound)]
        }
      }
    }
    // 对东盟、欧盟、中东: the preposition belongs to all.
    let preposition = preposition(of: first, beside: Array(items.dropFirst())) ?? verb
    func leading(_ item: Range<Int>) -> [IndicatorName.Part] {
      item == first ? [] : preposition.map { [.range($0)] } ?? []
    }
    // 城镇、农村居民人均可支配收入: the head of the last belongs to all, where the others have none.
    if let head = head(of: last, beside: items.dropLast().map { $0 }) {
      return items.map { item in
        leading(item) + (item == last ? [.range(last)] : [.range(item), .range(head..<last.upperBound)])
      }
    }
    if preposition != nil { return items.map { leading($0) + [.range($0)] } }
    // 肉牛出栏、交易、屠宰加工: what leads the first belongs to all, where the others are bare verbs.
    if let lead = sharedLead(of: first, beside: Array(items.dropFirst())) {
      return items.map { item in
        item == first ? [.range(first)] : [.range(first.lowerBound..<lead), .range(item)]
      }
    }
    return items.map { [.range($0)] }
  }

  /// 大理、昭通、楚雄等地: places, whose figures are told apart by what stands behind.
  func arePlaces(_ range: Range<Int>) -> Bool {
    lexicon.restOfPlaces.contains { rest in
      let tail = Self.andSoOn + rest
      return range.count > tail.count && shadow[range].suffix(tail.count).elementsEqual(tail)
    }
  }

  /// 两项收入: as many of those before are meant.
  func countsBack(before offset: Int) -> Bool {
    guard offset >= 6, Self.smallNumerals.contains(where: { shadow[offset - 6..<offset - 3].elementsEqual($0) }) else {
      return false
    }
    return lexicon.backCounters.contains { shadow[offset - 3..<offset].elementsEqual($0) }
  }

  /// What stands behind the count of the items that the last of them ends with.
  private enum Counted {
    /// 纺织三大产业, 泉州三市: where the item ends, and the head of all.
    case head(end: Int, Range<Int>)
    /// 雪岸两镇应税销售.
    case ofPlaces(Range<Int>)
  }

  private func counted(_ last: Range<Int>) -> Counted? {
    var offset = last.lowerBound + 3
    var ofPlaces: Counted?
    while offset + 6 <= last.upperBound {
      let length = UTF8Shadow.scalar(in: shadow, at: offset).length
      if length == 3, Self.smallNumerals.contains(where: { shadow[offset..<offset + 3].elementsEqual($0) }) {
        let counter = shadow[offset + 3..<offset + 6]
        let isPlace = lexicon.listPlaces.contains { counter.elementsEqual($0) }
        let isWhole = isPlace && offset + 6 == last.upperBound
        let isCounter = lexicon.listCounters.contains { counter.elementsEqual($0) } && offset + 9 <= last.upperBound
        if isWhole || isCounter {
          var end = offset
          if end - 3 > last.lowerBound, shadow[end - 3..<end].elementsEqual(Self.andSoOn) { end -= 3 }
          return .head(end: end, withoutRank((isWhole ? offset + 3 : offset + 6)..<last.upperBound))
        }
        if isPlace, ofPlaces == nil, offset + 12 <= last.upperBound {
          ofPlaces = .ofPlaces(offset + 6..<last.upperBound)
        }
      }
      offset += length
    }
    return ofPlaces
  }

  /// 产业 of 三大主导产业: that they lead says nothing of each.
  private func withoutRank(_ head: Range<Int>) -> Range<Int> {
    guard head.count > 6, let rank = lexicon.ranks.first(where: { shadow[head].starts(with: $0) }) else { return head }
    return head.lowerBound + rank.count..<head.upperBound
  }

  private static let smallNumerals = ["两", "二", "三", "四", "五", "六", "七", "八", "九", "十"].map { Array($0.utf8) }
  private static let andSoOn = Array("等".utf8)

  private func cut(_ range: Range<Int>, strict: Bool = false) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var start = range.lowerBound
    var offset = start
    var quotes = 0
    while offset < range.upperBound {
      if range.upperBound - offset >= 3 {
        let mark = shadow[offset..<offset + 3]
        // “文化、旅游业”: what stands in quotes is one name, and what is quoted next is another.
        if mark.elementsEqual(Self.openingQuote) {
          if offset > start, shadow[start..<offset].suffix(3).elementsEqual(Self.closingQuote) {
            items.append(start..<offset)
            start = offset
          }
          quotes += 1
        } else if mark.elementsEqual(Self.closingQuote) {
          quotes -= 1
        }
      }
      if quotes > 0 {
        offset += UTF8Shadow.scalar(in: shadow, at: offset).length
        continue
      }
      let marks = strict ? Self.marks.prefix(1) : Self.marks[...]
      if let mark = marks.first(where: {
        offset + $0.count <= range.upperBound && shadow[offset..<offset + $0.count].elementsEqual($0)
      }), offset > start, offset + mark.count < range.upperBound {
        items.append(start..<offset)
        offset += mark.count
        start = offset
      } else {
        // The 及 of 普及率 parts nothing.
        offset =
          lexicon.longestMatch(in: shadow, at: offset, end: range.upperBound)?.end
          ?? offset + UTF8Shadow.scalar(in: shadow, at: offset).length
      }
    }
    items.append(start..<range.upperBound)
    return items
  }

  /// Where the head that all items share begins in the last one; `nil` where the others have heads of their own.
  private func head(of last: Range<Int>, beside others: [Range<Int>]) -> Int? {
    let longest = others.map(\.count).max() ?? 0
    // 进、出站旅客: one character stands beside one.
    if longest == 3, last.count > 6 {
      // 猪、牛、羊、家禽: a word stands beside characters.
      let whole = lexicon.wholes.first { shadow[last].starts(with: $0) && $0.count < last.count }
      return last.lowerBound + (whole?.count ?? 3)
    }
    // 衣着类、家庭设备用品类: each ends as the others end.
    if longest > 3, last.count > 6, others.allSatisfy({ $0.count > 3 }), endsAlike(others + [last]) { return nil }
    // 现楼及期楼按揭利率: the part beside the others ends as they end.
    if let end = endLike(others, in: last) { return end }
    if others.contains(where: { endsWithHead($0) || endsWithSize($0) }) { return nil }
    // A word that is known to head names, behind at least one character of its own.
    var offset = last.lowerBound + UTF8Shadow.scalar(in: shadow, at: last.lowerBound).length
    while offset < last.upperBound {
      if let match = lexicon.longestMatch(in: shadow, at: offset), match.end <= last.upperBound,
        lexicon.entries[match.word].always & lexicon.known.head != 0
      {
        // 初中入学率: one character heads no name that others share.
        guard match.end - offset > 3 else { break }
        // 郊区每亩产量: the per belongs to the head.
        let isPer = offset >= last.lowerBound + 6 && shadow[offset - 3..<offset].elementsEqual(Self.each)
        return isPer ? offset - 3 : offset
      }
      offset += UTF8Shadow.scalar(in: shadow, at: offset).length
    }
    // Else the part beside the others is as long as they are, to the end of its word.
    var border = last.lowerBound
    while border < last.lowerBound + longest, border < last.upperBound {
      border =
        lexicon.longestMatch(in: shadow, at: border, end: last.upperBound)?.end
        ?? border + UTF8Shadow.scalar(in: shadow, at: border).length
    }
    guard last.upperBound >= border + 6 else { return nil }
    return border
  }

  private func endsWithHead(_ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    var end = -1
    while offset < range.upperBound {
      if let match = lexicon.longestMatch(in: shadow, at: offset), match.end <= range.upperBound,
        lexicon.entries[match.word].always & (lexicon.known.head | lexicon.known.rateName) != 0
      {
        end = match.end
        offset = match.end
        continue
      }
      offset += UTF8Shadow.scalar(in: shadow, at: offset).length
    }
    return end == range.upperBound
  }

  /// 图书借阅量, 打击处理数: an item that has a head of its own.
  private func endsWithSize(_ range: Range<Int>) -> Bool {
    range.count >= 12 && lexicon.wordEnds.contains { shadow[range].suffix(3).elementsEqual($0) }
  }

  private func endsAlike(_ items: [Range<Int>]) -> Bool {
    guard let tail = items.first.map({ shadow[$0.upperBound - 3..<$0.upperBound] }) else { return false }
    return items.allSatisfy { shadow[$0.upperBound - 3..<$0.upperBound].elementsEqual(tail) }
  }

  /// Where the part of the last item ends that ends with the character that all others end with, or in ASCII as they do.
  private func endLike(_ others: [Range<Int>], in last: Range<Int>) -> Int? {
    guard let first = others.first, !first.isEmpty else { return nil }
    if shadow[first.upperBound - 1] < 0x80 {
      var end = last.lowerBound
      while end < last.upperBound, shadow[end] < 0x80 { end += 1 }
      return end > last.lowerBound && end < last.upperBound ? end : nil
    }
    guard others.allSatisfy({ $0.count >= 6 }) else { return nil }
    let tail = shadow[first.upperBound - 3..<first.upperBound]
    guard others.allSatisfy({ shadow[$0.upperBound - 3..<$0.upperBound].elementsEqual(tail) }) else { return nil }
    var offset = last.lowerBound
    while offset + 3 < last.upperBound {
      let length = UTF8Shadow.scalar(in: shadow, at: offset).length
      if length == 3, offset > last.lowerBound, shadow[offset..<offset + 3].elementsEqual(tail),
        last.upperBound >= offset + 9
      {
        return offset + 3
      }
      offset += length
    }
    return nil
  }

  /// The preposition that the first item begins with and no other does.
  private func preposition(of first: Range<Int>, beside others: [Range<Int>]) -> Range<Int>? {
    guard first.count > 6 else { return nil }
    let lead = first.lowerBound..<first.lowerBound + 3
    guard lexicon.prepositions.contains(where: { shadow[lead].elementsEqual($0) }),
      others.allSatisfy({ other in
        other.count <= 18 && !lexicon.prepositions.contains { shadow[other].starts(with: $0) }
      })
    else { return nil }
    return lead
  }

  /// 参加 of 参加养老、失业保险的人数: the verb of those who are counted, which they all do.
  private func verb(of first: Range<Int>, beside others: [Range<Int>]) -> Range<Int>? {
    let verbs = lexicon.known.act | lexicon.known.predicate
    func leading(_ item: Range<Int>) -> Int? {
      guard let match = lexicon.longestMatch(in: shadow, at: item.lowerBound, end: item.upperBound),
        match.end < item.upperBound, match.end - item.lowerBound == 6,
        lexicon.entries[match.word].always & verbs != 0
      else { return nil }
      return match.end
    }
    guard let end = leading(first), let last = others.last, others.allSatisfy({ leading($0) == nil }),
      let head = Self.counts.first(where: { shadow[last].suffix($0.count).elementsEqual($0) }),
      last.count > head.count
    else { return nil }
    return first.lowerBound..<end
  }

  private static let counts = ["的人数", "的户数"].map { Array($0.utf8) }

  private func sharedLead(of first: Range<Int>, beside others: [Range<Int>]) -> Int? {
    guard let next = others.first, first.count > next.count, first.count >= 12, next.count <= 6 else { return nil }
    guard others.allSatisfy({ !endsWithHead($0) }), !endsWithHead(first) else { return nil }
    return first.upperBound - next.count > first.lowerBound ? first.upperBound - next.count : nil
  }

  private func firstRange(of word: [UInt8], in range: Range<Int>) -> Range<Int>? {
    guard word.count <= range.count else { return nil }
    var offset = range.lowerBound
    while offset + word.count <= range.upperBound {
      if shadow[offset] == word[0], shadow[offset..<offset + word.count].elementsEqual(word) {
        return offset..<offset + word.count
      }
      offset += UTF8Shadow.scalar(in: shadow, at: offset).length
    }
    return nil
  }
}
