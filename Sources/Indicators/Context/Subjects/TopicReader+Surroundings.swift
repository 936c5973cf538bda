import Figures
import Rules

/// What stands before and behind the subject of a clause.
extension TopicReader {
  /// 跨境电商产业园、… is the beginning of a list of things and no subject.
  func isEnumeration(_ text: [UInt8], _ topic: Topic, _ end: Int) -> Bool {
    guard topic.range.upperBound < end else { return false }
    if case .deictic(.division) = topic.kind { return false }
    return UTF8Scalar.folded(in: text, at: topic.range.upperBound).scalar == 0x3001
  }

  /// 台湾客, 韩国旅客: who comes from there.
  func isTraveller(_ text: [UInt8], _ offset: Int) -> Bool {
    rules.travellers.longestMatch(in: text, at: offset)?.value ?? false
  }

  /// 武汉汉正街邱长发 州交通局答复: who asked, before the answer.
  func isSigned(_ text: [UInt8], _ offset: Int, _ end: Int) -> Bool {
    rules.answers.occurs(in: text, offset..<max(offset, min(end, offset + 90)), end: end)
  }

  func afterConnective(_ text: [UInt8], _ offset: Int, _ end: Int) -> Int? {
    guard offset + 3 < end else { return nil }
    switch UTF8Scalar.folded(in: text, at: offset).scalar {
    case 0x3001, 0x548C, 0x4E0E, 0x53CA: return offset + 3
    default: return nil
    }
  }

  /// Whether a mark or word stands at an offset that parts names: 、, 和, 与, 及.
  func parts(_ text: [UInt8], _ offset: Int) -> Bool { afterConnective(text, offset, text.count) != nil }

  /// Whether a title or a verb of saying follows, with a date or a name of up to six characters between.
  func isSource(_ text: [UInt8], after offset: Int, _ end: Int) -> Bool {
    if rules.titles.longestMatch(in: text, at: offset, end: end) != nil { return true }
    return says(text, after: offset, end)
  }

  /// 塔城海关：前5月…: an office before a colon tells what follows.
  func isTeller(_ topic: Topic, _ text: [UInt8]) -> Bool {
    guard case .authority = topic.kind, topic.range.upperBound < text.count else { return false }
    return UTF8Scalar.folded(in: text, at: topic.range.upperBound).scalar == 0x3A
  }

  private func says(_ text: [UInt8], after offset: Int, _ end: Int) -> Bool {
    var position = offset
    let limit = min(end, offset + 36)
    while position < limit {
      guard sayingOrTitles.contains(text, at: position) else {
        position += UTF8Scalar.folded(in: text, at: position).length
        continue
      }
      if rules.saying.longestMatch(in: text, at: position, end: end) != nil { return true }
      if rules.titles.longestMatch(in: text, at: position, end: end) != nil { return true }
      position += UTF8Scalar.folded(in: text, at: position).length
    }
    return false
  }

  /// Where a name would begin that the place before it tells where to find: 柴湾镇的双鹏纺机, 青海高原上的西星农业社.
  func afterPlace(_ topic: Topic, in text: [UInt8], end: Int) -> Int? {
    switch topic.kind {
    case .place, .body(.settlement), .body(.zone), .body(.region), .deictic(.division), .deictic(.named): break
    default: return nil
    }
    var offset = topic.range.upperBound
    let limit = min(end, offset + 21)
    while offset < limit {
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      guard (0x4E00...0x9FFF).contains(scalar) else { return nil }
      offset += size
      if scalar == 0x7684 { return offset < end ? offset : nil }
      // 车间里的: what stands between is no more than where.
      if rules.stops.longestMatch(in: text, at: offset - size, end: end) != nil { return nil }
    }
    return nil
  }

  /// Where a dateline ends that begins at an offset: 新华社广州29日电.
  func datelineEnd(in text: [UInt8], at start: Int, end: Int) -> Int? {
    guard rules.agencies.mayBegin(in: text, at: start),
      let agency = rules.agencies.longestMatch(in: text, at: start, end: end)
    else { return nil }
    var offset = agency.end
    var last: UInt32 = 0
    let limit = min(end, offset + 45)
    while offset < limit {
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      offset += size
      switch scalar {
      case 0x8BAF: return offset
      // 电 behind the day or the place, no 电力.
      case 0x7535 where last == 0x65E5 || offset == agency.end + size || isPlace(text, agency.end..<offset - size):
        return offset
      case 0x20, 0x30...0x39, 0x4E00...0x9FFF: last = scalar
      default: return nil
      }
    }
    return nil
  }

  private func isPlace(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    !range.isEmpty && gazetteer.length(in: text, at: range.lowerBound) == range.count
  }

  /// What a text begins with that tells where its report is from, and where that ends.
  enum Dateline {
    /// Sent from elsewhere: 本报厦门9月25日电.
    case sent(end: Int)
    /// Of a correspondent who tells of his place: 本报石家庄5月11日讯, or without a day 本报盘锦电.
    case local(end: Int)
  }

  func dateline(in text: [UInt8]) -> Dateline? {
    guard !text.isEmpty, let end = datelineEnd(in: text, at: 0, end: text.count) else { return nil }
    let isWire = PeriodMarker.follows(text, end, Self.wire)
    if PeriodMarker.begins(text, 0, Self.ownPaper),
      !isWire || !text[..<end].contains(where: { (0x30...0x39).contains($0) })
    {
      return .local(end: end)
    }
    return isWire ? .sent(end: end) : nil
  }

  /// The place or body that the dateline of a correspondent names.
  func localDatelineTopic(in text: [UInt8]) -> Topic? {
    guard case .local(let end)? = dateline(in: text) else { return nil }
    return topic(in: text, at: Self.ownPaper.count, end: end)
  }

  /// The place that a dateline of the paper's own names: 唐山 of 本报唐山5月10日电.
  func placeOfOwnDateline(in text: [UInt8], end: Int) -> Range<Int>? {
    guard PeriodMarker.begins(text, 0, Self.ownPaper),
      let match = gazetteer.match(in: text, at: Self.ownPaper.count), Self.ownPaper.count + match.length < end
    else { return nil }
    return Self.ownPaper.count..<Self.ownPaper.count + match.length
  }

  private static let wire = Array("电".utf8)
  private static let ownPaper = Array("本报".utf8)

  /// What stands before the subject: marks, quotes, periods, 其中, 在.
  func skipLeadIns(_ text: [UInt8], _ clause: Range<Int>, _ periods: PeriodPlaces) -> Int {
    var offset = clause.lowerBound
    if isInstance(text, clause) { offset += 3 }
    if let end = reportEnd(in: text, clause) { offset = end }
    while offset < clause.upperBound {
      if let end = datelineEnd(in: text, at: offset, end: clause.upperBound) {
        offset = end
        continue
      }
      if let end = periods[offset], end > offset {
        // 昨天的水产品市场
        let isNear = rules.nearDays.longestMatch(in: text, at: offset) != nil
        offset = end
        if isNear, PeriodMarker.begins(text, offset, PeriodMarker.of) { offset += PeriodMarker.of.count }
        continue
      }
      if rules.leadIns.mayBegin(in: text, at: offset), gazetteer.length(in: text, at: offset) == 0,
        let word = rules.leadIns.longestMatch(in: text, at: offset, end: clause.upperBound),
        // 本市讯 and no 本市.
        rules.deictic(in: text, at: offset, end: clause.upperBound).map({ $0.end < word.end }) ?? true
      {
        guard word.value || leadsDivision(text, periods[word.end] ?? word.end, clause.upperBound) else { break }
        offset = word.end
        continue
      }
      if let end = passingEnd(text, offset, clause.upperBound) ?? interviewEnd(text, offset, clause.upperBound) {
        offset = end
        continue
      }
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      // 【工商快讯】 is a label.
      if scalar == 0x3010, let end = closingLabel(text, offset, clause.upperBound) {
        offset = end
        continue
      }
      // 本报讯（记者 张三）江南机床厂…
      if scalar == 0x28, let end = signatureEnd(text, offset, clause.upperBound) {
        offset = end
        continue
      }
      guard isSkipped(scalar) else { break }
      offset += size
    }
    return offset
  }

  /// 楚江网消息 江北集团今年…: where the words end that tell who sends a report, before a blank.
  private func reportEnd(in text: [UInt8], _ clause: Range<Int>) -> Int? {
    var offset = clause.lowerBound
    let limit = min(clause.upperBound, offset + 36)
    while offset < limit {
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      if scalar == 0x20 || scalar == 0x3000 {
        return rules.reportEnds.longestMatch(endingAt: offset, in: text, start: clause.lowerBound) == nil
          ? nil : offset + size
      }
      guard (0x4E00...0x9FFF).contains(scalar) else { return nil }
      offset += size
    }
    return nil
  }

  /// 进出湛江港的外轮, 出入该口岸的旅客: where a verb ends that stands before a place or a word for a port.
  private func passingEnd(_ text: [UInt8], _ offset: Int, _ end: Int) -> Int? {
    guard rules.passing.mayBegin(in: text, at: offset),
      let word = rules.passing.longestMatch(in: text, at: offset, end: end), word.end < end
    else { return nil }
    if gazetteer.length(in: text, at: word.end) > 0 { return word.end }
    guard case .named? = rules.deictic(in: text, at: word.end, end: end)?.value,
      rules.pointingPrefixes.longestMatch(in: text, at: word.end) != nil
    else { return nil }
    return word.end
  }

  /// ——访灵山县人民法院院长黄志坚: where the word ends that a headline tells an interview by.
  private func interviewEnd(_ text: [UInt8], _ offset: Int, _ end: Int) -> Int? {
    guard rules.interviewLeads.mayBegin(in: text, at: offset),
      let word = rules.interviewLeads.longestMatch(in: text, at: offset, end: end),
      rules.interviewExceptions.longestMatch(in: text, at: offset, end: end) == nil
    else { return nil }
    let isBehindDash =
      offset > 0 && UTF8Scalar.folded(in: text, at: UTF8Scalar.start(before: offset, in: text)).scalar == 0x2014
    return isBehindDash || offset == 0 && word.end >= 6 ? word.end : nil
  }

  /// Whether a headline says that what stands below it is an interview.
  func tellsInterview(in heading: ParagraphShadow) -> Bool {
    let text = heading.shadow
    return heading.clauses.clauses.contains { clause in
      var offset = clause
      while offset < text.count, UTF8Scalar.folded(in: text, at: offset).scalar == 0x2014 {
        offset += UTF8Scalar.folded(in: text, at: offset).length
      }
      return offset < text.count && interviewEnd(text, offset, text.count) != nil
    }
  }

  /// 力争全年全市: whether a word for a division stands at an offset.
  private func leadsDivision(_ text: [UInt8], _ offset: Int, _ end: Int) -> Bool {
    guard offset < end, case .division? = rules.deictic(in: text, at: offset, end: end)?.value else { return false }
    return true
  }

  /// Where a bracket ends that tells who reports or from where: （记者 张三）, （槟城7日讯）.
  private func signatureEnd(_ text: [UInt8], _ offset: Int, _ end: Int) -> Int? {
    var position = offset
    let limit = min(end, offset + 90)
    var isSigned = false
    while position < limit {
      if !isSigned, rules.signatures.longestMatch(in: text, at: position, end: limit) != nil { isSigned = true }
      let (scalar, size) = UTF8Scalar.folded(in: text, at: position)
      position += size
      if scalar == 0x29 { return isSigned ? position : nil }
    }
    return nil
  }

  /// 以信微通讯为例.
  func isInstance(_ text: [UInt8], _ clause: Range<Int>) -> Bool {
    guard PeriodMarker.begins(text, clause.lowerBound, Self.taking) else { return false }
    var end = clause.upperBound
    if end > clause.lowerBound, UTF8Scalar.folded(in: text, at: UTF8Scalar.start(before: end, in: text)).scalar == 0x2C
    {
      end = UTF8Scalar.start(before: end, in: text)
    }
    return PeriodMarker.follows(text, end, Self.asInstance)
  }

  static let taking = Array("以".utf8)
  static let asInstance = Array("为例".utf8)

  func closingLabel(_ text: [UInt8], _ offset: Int, _ end: Int) -> Int? {
    var position = offset
    while position < min(end, offset + 40) {
      let (scalar, size) = UTF8Scalar.folded(in: text, at: position)
      position += size
      if scalar == 0x3011 { return position }
    }
    return nil
  }

  func isSkipped(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x22, 0x27, 0x201C, 0x201D, 0x2018, 0x300C, 0x300D, 0x300E, 0x2014, 0x3001, 0x2026, 0x3000: true
    // What opens the items of lists: ● △ ★ ※ • ① ➤.
    case 0x25A0...0x25FF, 0x2605, 0x2606, 0x203B, 0x2022, 0x30FB, 0xB7, 0x2460...0x2473, 0x2701...0x27BF: true
    default: false
    }
  }
}
