import Figures
import Rules

/// Subjects that are told by more than an ending: by a number, by a word that points, by what somebody is.
extension TopicReader {
  /// 一四八团, 农八师, 第三生产队: a body with a number for a name, and those of it that follow.
  /// - Parameter numberStart: Where its number would begin, behind the place it lies in.
  func numbered(in text: [UInt8], from start: Int, numberStart: Int, end: Int) -> Topic? {
    guard numberStart < end else { return nil }
    // 昆明地铁5号线, 采煤三队
    let head = rules.numberHeads.longestMatch(in: text, at: numberStart, end: end)
    let numberStart = head?.end ?? numberStart
    guard numberStart < end, numberBeginnings.contains(text, at: numberStart) else { return nil }
    var offset = numberStart
    var found: OrganizationRules.Class?
    while offset < end {
      var position = offset
      let hasPrefix = Self.ordinals.contains { PeriodMarker.begins(text, position, $0) }
      if hasPrefix { position += 3 }
      var digits = 0
      while position < end, isDigit(text, position) {
        digits += 1
        position += UTF8Scalar.folded(in: text, at: position).length
      }
      guard (1...5).contains(digits),
        let ending = rules.numbered.longestMatch(in: text, at: position, end: end),
        rules.numberedExceptions.longestMatch(in: text, at: ending.end) == nil,
        // 三连 is named so only where it belongs to somebody or does something.
        hasPrefix || digits > 1 || found != nil || numberStart > start || ending.end - position > 3
      else { break }
      found = ending.value
      offset = ending.end
    }
    // 中铁十二局集团有限公司
    while found == .company, let ending = rules.endings.longestMatch(in: text, at: offset, end: end),
      ending.value == .company, !rules.isException(.company, in: text, at: ending.end)
    {
      offset = ending.end
    }
    return found.map { Topic(kind: .body($0), range: start..<offset, isSource: false) }
  }

  static let ordinals = ["第", "农"].map { Array($0.utf8) }

  /// 八个大队, 十三家企业: as many as there are, and no name.
  func isCounted(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool { counterEnd(text, start, end) != nil }

  /// Whether a part of a clause ends behind a name with how many there are: 清淤水库8座.
  func isCountedAlone(_ text: [UInt8], behind start: Int, _ end: Int) -> Bool {
    guard let counter = counterEnd(text, start, end) else { return false }
    return counter == end || Self.isBreak(UTF8Scalar.folded(in: text, at: counter).scalar)
  }

  /// Where the counter ends that a number at an offset has behind it.
  private func counterEnd(_ text: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var offset = start
    while offset < end, offset - start <= 15, isDigit(text, offset) {
      offset += UTF8Scalar.folded(in: text, at: offset).length
    }
    return offset > start ? rules.counters.longestMatch(in: text, at: offset, end: end)?.end : nil
  }

  /// Whether as many bodies as a number says stand behind an offset: 77所, 十三家.
  func isCountedBody(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    guard isCounted(text, start, end) else { return false }
    var offset = start
    while offset < end, isDigit(text, offset) { offset += UTF8Scalar.folded(in: text, at: offset).length }
    // 所, 家, 间, 座
    return offset < end && [0x6240, 0x5BB6, 0x95F4, 0x5EA7].contains(UTF8Scalar.folded(in: text, at: offset).scalar)
  }

  /// Where the last Chinese character of a part of a text ends; where there is none, where the part begins.
  static func endOfHan(in text: [UInt8], _ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound {
      let start = UTF8Scalar.start(before: end, in: text)
      if (0x4E00...0x9FFF).contains(UTF8Scalar.folded(in: text, at: start).scalar) { break }
      end = start
    }
    return end
  }

  /// 产粮大县榆树: the place that ends a clause behind what it is said to be.
  /// - Parameter last: Where the last Chinese character of the clause ends.
  func behindEpithet(in text: [UInt8], from start: Int, _ last: Int) -> Topic? {
    var offset = last
    // Two to four characters of a short name, or one with its unit.
    for _ in 0..<4 where offset > start + 6 {
      offset = UTF8Scalar.start(before: offset, in: text)
      guard last - offset >= 6,
        let epithet = rules.epithets.longestMatch(endingAt: offset, in: text, start: start), epithet.start > start,
        let place = gazetteer.match(in: text, at: offset), offset + place.length == last
      else { continue }
      return Topic(kind: .place(place.places, isShort: false), range: offset..<last, isSource: false)
    }
    return nil
  }

  /// 这座去年底才通车的大桥: a word that points, and at the end of its clause what it points at.
  func pointed(in text: [UInt8], at start: Int, end: Int) -> Topic? {
    guard let pointer = rules.pointers.longestMatch(in: text, at: start, end: end) else { return nil }
    let last = Self.endOfHan(in: text, pointer.end..<max(pointer.end, end))
    if let deictic = described(pointer.end, in: text, at: start, end: end) { return deictic }
    // 这家港资厂: up to four characters say more of it.
    var offset = pointer.end
    for _ in 0..<5 where offset < end {
      offset += UTF8Scalar.folded(in: text, at: offset).length
      if offset > pointer.end + 3,
        let head = rules.pointingHeads.longestMatch(endingAt: offset, in: text, start: pointer.end),
        !rules.isException(.company, in: text, at: offset)
      {
        return Topic(kind: .deictic(.named(head.value)), range: start..<offset, isSource: false)
      }
    }
    guard last - start <= 54,
      let head = rules.pointingHeads.longestMatch(endingAt: last, in: text, start: pointer.end)
    else { return nil }
    return Topic(kind: .deictic(.named(head.value)), range: start..<last, isSource: false)
  }

  /// 这家位于王洼产业园区的企业: as 这家企业.
  private func described(_ pointerEnd: Int, in text: [UInt8], at start: Int, end: Int) -> Topic? {
    var offset = pointerEnd
    let limit = min(end, pointerEnd + 75)
    while offset < limit {
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      guard (0x4E00...0x9FFF).contains(scalar) else { return nil }
      offset += size
      guard scalar == 0x7684 else { continue }
      let phrase = Array(text[start..<pointerEnd] + text[offset..<min(end, offset + 12)])
      if let word = rules.deictic(in: phrase, at: 0, end: phrase.count), word.end > pointerEnd - start {
        return Topic(
          kind: .deictic(word.value), range: start..<offset + word.end - (pointerEnd - start), isSource: false)
      }
    }
    return nil
  }

  /// 丁堰、雪岸两镇: short names, how many they are and what each is.
  func shortNames(in text: [UInt8], at start: Int, end: Int) -> Topic? {
    let limit = min(end, start + 90)
    // Of two or three characters is the first of them.
    guard parts(text, start + 6) || parts(text, start + 9) else { return nil }
    var offset = start
    var names = 1
    var length = 0
    while offset < limit {
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      if scalar == 0x3001 || scalar == 0x548C && length >= 6 {
        guard (6...9).contains(length) else { return nil }
        names += 1
        length = 0
      } else if names > 1, length >= 6, let count = Self.counts.firstIndex(of: scalar), count + 2 == names {
        // 太和、金华、柳树三个区
        var unit = offset + size
        if unit < end, case let next = UTF8Scalar.folded(in: text, at: unit), next.scalar == 0x4E2A {
          unit += next.length
        }
        guard rules.listedUnits.longestMatch(in: text, at: unit, end: end) != nil else { return nil }
        return Topic(kind: .several, range: start..<offset, isSource: false)
      } else {
        guard (0x4E00...0x9FFF).contains(scalar), length < 9 else { return nil }
        length += size
      }
      offset += size
    }
    return nil
  }

  private static let counts: [UInt32] = [0x4E24, 0x4E09, 0x56DB, 0x4E94, 0x516D]

  /// 社员张大贵, 养猪户吴根法家: what somebody is and his name, or a name before 家; the figures of the sentence are his.
  func person(in text: [UInt8], at start: Int, end: Int, _ words: HeadWords) -> Topic? {
    let born = rules.generations.longestMatch(in: text, at: start, end: end)
    var nameStart = afterLead(in: text, from: born?.end ?? start, end: end, words)
    while let title = rules.householders.longestMatch(in: text, at: nameStart, end: end) { nameStart = title.end }
    // 家: whose name leads the clause without what he is.
    let hasTitle = nameStart > start
    if hasTitle, let polite = politeName(in: text, at: nameStart, end: end) { return polite }
    if let polite = addressed(in: text, from: start, end: end) { return polite }
    guard nameStart < end, let surname = rules.surnames.longestMatch(in: text, at: nameStart, end: end) else {
      return nil
    }
    // One or two characters of a given name go before it: without either nothing below can be one.
    guard hasTitle || isHousehold(text, surname.end + 3) || isHousehold(text, surname.end + 6) else { return nil }
    // Two characters of a given name before one.
    for given in [2, 1] {
      // 张磊承包: the verb begins behind one character.
      if given == 2, let verb = rules.personFollowers.longestMatch(in: text, at: surname.end + 3, end: end),
        verb.end - surname.end >= 9
      {
        continue
      }
      var offset = surname.end
      var count = 0
      while count < given, offset < end {
        let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
        let isStop = rules.stops.longestMatch(in: text, at: offset, end: end) != nil
        guard (0x4E00...0x9FFF).contains(scalar), !isStop || given == 2 && count == 0 else { break }
        offset += size
        count += 1
      }
      guard count == given, offset < end else { continue }
      if isSource(text, after: offset, min(end, offset + 18)) { return nil }
      guard rules.personFollowers.longestMatch(in: text, at: offset, end: end) != nil else { continue }
      if !hasTitle, !isHousehold(text, offset) { continue }
      return Topic(kind: .person, range: nameStart..<offset, isSource: false)
    }
    return nil
  }

  /// 店主黄某, 果农老周家: a family name with what stands before or behind it, of somebody whose work is told.
  private func politeName(in text: [UInt8], at start: Int, end: Int) -> Topic? {
    guard start < end else { return nil }
    let prefix = rules.namePrefixes.longestMatch(in: text, at: start, end: end)
    guard let surname = rules.surnames.longestMatch(in: text, at: prefix?.end ?? start, end: end) else { return nil }
    let polite = rules.honorifics.longestMatch(in: text, at: surname.end, end: end)
    var last = polite?.end ?? surname.end
    guard polite != nil || prefix != nil, last < end, !isSource(text, after: last, min(end, last + 18)),
      polite != nil || rules.personFollowers.longestMatch(in: text, at: last, end: end) != nil
    else { return nil }
    // 老周家的柑橘
    if PeriodMarker.begins(text, last, Self.householdOf) { last += Self.householdOf.count - PeriodMarker.of.count }
    return Topic(kind: .person, range: start..<last, isSource: false)
  }

  /// 市民赵女士, 经营水果摊的陈女士: a family name and what stands for the rest of the name, in the first words of a clause.
  private func addressed(in text: [UInt8], from start: Int, end: Int) -> Topic? {
    let limit = min(end, start + Self.longestAddress)
    guard start + 3 < limit,
      let offset = rules.honorifics.firstOccurrence(in: text, start + 3..<limit, end: end),
      let word = rules.honorifics.longestMatch(in: text, at: offset, end: end), word.end - offset >= 6, word.end < end,
      case let name = UTF8Scalar.start(before: offset, in: text),
      rules.surnames.longestMatch(in: text, at: name)?.end == offset,
      !isSource(text, after: word.end, min(end, word.end + 18))
    else { return nil }
    var before = start
    while before < name {
      let (scalar, size) = UTF8Scalar.folded(in: text, at: before)
      guard (0x4E00...0x9FFF).contains(scalar) else { return nil }
      before += size
    }
    return before == name ? Topic(kind: .person, range: name..<word.end, isSource: false) : nil
  }

  /// Whether the name of a person is a family name with what stands for the rest of it: 赵女士.
  func isAddress(_ text: [UInt8], _ name: Range<Int>) -> Bool {
    rules.surnames.longestMatch(in: text, at: name.lowerBound).map {
      rules.honorifics.longestMatch(in: text, at: $0.end)?.end == name.upperBound
    } ?? false
  }

  /// Up to twelve characters.
  private static let longestAddress = 36
  private static let householdOf = Array("家的".utf8)

  /// Where the words begin behind a place that may tell who lives there: behind 的 of 河口村的茶农.
  func homeEnd(of topic: Topic, in text: [UInt8]) -> Int {
    let end = topic.range.upperBound
    switch topic.kind {
    case .place, .body(.settlement):
      return PeriodMarker.begins(text, end, PeriodMarker.of) ? end + PeriodMarker.of.count : end
    default: return end
    }
  }

  /// 红光社社员张大贵: what somebody is may stand behind whose he is.
  private func afterLead(in text: [UInt8], from start: Int, end: Int, _ words: HeadWords) -> Int {
    // Few clauses have any: what stands before it is asked of these alone.
    guard let found = words.firstHouseholder(in: text, start..<max(start, min(end, start + 24)), end: end, rules)
    else { return start }
    var offset = start
    while offset <= found {
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      guard (0x4E00...0x9FFF).contains(scalar), rules.stops.longestMatch(in: text, at: offset, end: end) == nil else {
        return start
      }
      offset += size
    }
    return found
  }

  private func isHousehold(_ text: [UInt8], _ offset: Int) -> Bool {
    rules.households.longestMatch(in: text, at: offset) != nil
  }

  /// 省里下达给我市的计划: whoever is given something is who it is of.
  func receiver(of topic: Topic, in text: [UInt8], _ clause: Range<Int>) -> Topic? {
    switch topic.kind {
    case .deictic(.division), .place, .authority, .state: break
    default: return nil
    }
    var offset = topic.range.upperBound
    let limit = min(clause.upperBound, offset + 30)
    while offset < limit {
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      guard (0x4E00...0x9FFF).contains(scalar) else { return nil }
      offset += size
      if scalar == 0x7ED9, let given = self.topic(in: text, at: offset, end: clause.upperBound) {
        switch given.kind {
        case .deictic, .place: return given
        default: return nil
        }
      }
    }
    return nil
  }
}
