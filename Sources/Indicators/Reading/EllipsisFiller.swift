import Figures

/// Fills in what a list leaves out: 新增国家级“专精特新”企业10家、省级40家.
struct EllipsisFiller {
  let lexicon: Lexicon
  let shadow: [UInt8]
  let figures: [Figure]

  enum Link { case none, enumeration, breakdown, sequence }

  /// - Parameters:
  ///   - name: What stands before the figure.
  ///   - previous: The name of the record before.
  ///   - flow: The verb of flow of the record just before, where it counts things too.
  ///   - goesOn: True where a list of what is traded goes on over its clauses.
  func filled(
    _ name: IndicatorName, after previous: IndicatorName?, flow: Range<Int>?, link: Link, goesOn: Bool = false
  ) -> IndicatorName {
    guard let previous, link != .none, case .range(let range)? = name.parts.first else { return name }
    if isModifier(range) {
      guard let head = head(of: previous) else { return name }
      var filled = IndicatorName(flow: name.flow ?? previous.flow, parts: name.parts)
      filled.parts += head
      return filled
    }
    // 建成道路26条、总长43公里: the length is of the roads.
    if name.flow == nil, link == .enumeration, isTotal(range) { return name }
    if name.flow == nil, link == .enumeration || goesOn, let flow {
      var filled = name
      filled.flow = flow
      return filled
    }
    return name
  }

  /// A noun that says nothing by itself gets what it is of: 粮食面积…、产量….
  func filledHead(
    _ name: IndicatorName, topic: IndicatorName?, isLead: Bool, label: IndicatorName?, previous: IndicatorName?,
    link: Link
  ) -> IndicatorName {
    guard let range = name.noun else { return name }
    // 铜：一季度进口量为142万吨: the label says of what.
    if let owner = label?.noun, owner.upperBound <= range.lowerBound, owner.count <= 12, range.count <= 12,
      owner.count > 3 || lexicon.shortNames.contains(String(decoding: shadow[owner], as: UTF8.self)),
      lexicon.wordEnds.contains(where: { shadow[range].suffix(3).elementsEqual($0) })
    {
      return IndicatorName(flow: nil, parts: [.range(owner), .range(range)])
    }
    guard
      let match = lexicon.longestMatch(in: shadow, at: range.lowerBound, end: range.upperBound),
      match.end == range.upperBound
    else { return name }
    let classes = lexicon.entries[match.word].always
    guard classes & (isLead ? lexicon.known.bareHead | lexicon.known.bareFlow : lexicon.known.bareHead) != 0 else {
      return name
    }
    if let owner = topic?.noun, owner.upperBound <= range.lowerBound, owner.count <= 30 {
      return IndicatorName(flow: nil, parts: [.range(owner), .range(range)])
    }
    // 成交3186套、面积38.7万平方米: of what was counted just before.
    if link == .enumeration, classes & lexicon.known.bareHead != 0, let previous, let tail = previous.parts.last,
      case .range(let owner) = tail, owner.upperBound <= range.lowerBound, withoutHead(owner) == nil, owner.count >= 6,
      !isBareHead(owner)
    {
      return IndicatorName(flow: previous.flow, parts: previous.parts + [.range(range)])
    }
    guard classes & lexicon.known.bareHead != 0, let previous, let owner = previous.noun,
      owner.upperBound <= range.lowerBound,
      let end = withoutHead(owner), !isMeanHead(owner.lowerBound)
    else { return name }
    return IndicatorName(flow: nil, parts: [.range(owner.lowerBound..<end), .range(range)])
  }

  /// 新建高标准农田350万亩、总面积达到4612万亩: what there is in all was not newly built.
  func stock(_ name: IndicatorName, after previous: IndicatorName?) -> IndicatorName? {
    guard let previous, previous.flow != nil, let range = name.noun, isTotal(range)
    else { return nil }
    return IndicatorName(flow: nil, parts: previous.parts + name.parts)
  }

  /// 人均纯 of 人均纯收入 is nothing that has a 总产值.
  private func isMeanHead(_ offset: Int) -> Bool {
    lexicon.longestMatch(in: shadow, at: offset).map {
      lexicon.entries[$0.word].always & lexicon.known.meanHead != 0
    } ?? false
  }

  /// 总面积, 总长: a noun that says how much there is in all, and nothing else.
  private func isTotal(_ range: Range<Int>) -> Bool { shadow[range].starts(with: "总".utf8) && isBareHead(range) }

  /// 产量, 总面积: a noun that says nothing without what it is of.
  func isBareHead(_ range: Range<Int>) -> Bool {
    lexicon.isWord(range, in: shadow, of: lexicon.known.bareHead)
  }

  /// 留宿旅客使费…、不过夜旅客…: what follows 旅客 in the record before belongs to this one too.
  /// - Parameter isOtherUnit: The record before has another unit: then only what is traded goes on, 国有企业 with 进出口.
  func filledTail(
    _ name: IndicatorName, after previous: IndicatorName, isOtherUnit: Bool = false
  ) -> IndicatorName {
    guard let range = name.noun, previous.parts.count == 1, case .range(let owner)? = previous.parts.first,
      range.count >= 6, owner.count >= 9,
      owner.upperBound <= range.lowerBound, owner.count <= 90
    else { return name }
    // 内地客平均每人花1890元，台湾客2040元: of short names what sort of people or things they are is enough.
    let ofSort =
      range.count <= 12 && lexicon.sorts.contains { shadow[range.upperBound - 3..<range.upperBound].elementsEqual($0) }
    let length = ofSort ? 3 : 6
    let tail = shadow[range.upperBound - length..<range.upperBound]
    // 党组学习…、支部学习: what both end with is no more to be filled in.
    if shadow[owner].suffix(length).elementsEqual(tail) { return name }
    var offset = owner.lowerBound + 3
    while offset + length + 6 <= owner.upperBound {
      // 幼儿 of 幼儿园 is no word that the record before has.
      // 居民 of 居民人均消费支出 is one all the same: it heads names by itself.
      let isWhole = lexicon.longestMatch(in: shadow, at: offset, end: owner.upperBound).map {
        $0.end <= offset + length
          || lexicon.isWord(offset..<offset + length, in: shadow, of: lexicon.known.head)
      }
      if shadow[offset..<offset + length].elementsEqual(tail), isWhole ?? true,
        !isOtherUnit || isTrade(offset + length..<owner.upperBound), !isPlan(offset + length..<owner.upperBound)
      {
        return IndicatorName(flow: name.flow, parts: name.parts + [.range(offset + length..<owner.upperBound)])
      }
      offset += UTF8Shadow.scalar(in: shadow, at: offset).length
    }
    return name
  }

  /// 年度投资计划647.4亿元，完成投资629亿元: what is done is no plan.
  private func isPlan(_ range: Range<Int>) -> Bool {
    lexicon.longestMatch(in: shadow, at: range.lowerBound, end: range.upperBound).map {
      $0.end == range.upperBound
        && (lexicon.entries[$0.word].beforeFigure | lexicon.entries[$0.word].always)
          & (lexicon.known.planNoun | lexicon.known.task) != 0
    } ?? false
  }

  /// 出口, 进出口: a verb of trade alone.
  private func isTrade(_ range: Range<Int>) -> Bool {
    lexicon.longestMatch(in: shadow, at: range.lowerBound, end: range.upperBound).map {
      $0.end == range.upperBound && lexicon.entries[$0.word].always & lexicon.known.bareFlow != 0
    } ?? false
  }

  /// Where the head that a name ends with begins; `nil` where it ends with none or is nothing else.
  private func withoutHead(_ range: Range<Int>) -> Int? {
    let heads = lexicon.known.bareHead | lexicon.known.head
    var start: Int?
    lexicon.forEachWord(in: range, of: shadow) { word, classes in start = classes & heads != 0 ? word.lowerBound : nil }
    return start.flatMap { $0 > range.lowerBound ? $0 : nil }
  }

  /// A name that is all verb of flow: 其中新开工45个.
  func filledFlow(_ flow: Range<Int>, after previous: IndicatorName) -> IndicatorName {
    // 签下的项目27个，开工19个: which of them were counted before is not repeated.
    let isDescribed = previous.parts.count == 2 && endsInParticle(previous.parts[0])
    if isDescribed { return IndicatorName(flow: flow, parts: Array(previous.parts[1...])) }
    // 加装电梯累计签约1200台，完工812台: the verb behind the adverb that fell out is another now.
    if previous.flow == nil, previous.parts.count == 2, case .range(let verb) = previous.parts[1],
      lexicon.isWord(verb, in: shadow, of: lexicon.flow) || lexicon.isDeed(verb, in: shadow)
    {
      return IndicatorName(flow: nil, parts: [previous.parts[0], .range(flow)])
    }
    // 刑事案件立案41件，审结26件: the verb that the noun ends with falls out.
    if let noun = previous.noun, let verb = lastVerb(of: noun) {
      return IndicatorName(flow: flow, parts: [.range(noun.lowerBound..<verb)])
    }
    // 需整治的河段46处，已整治31处: what says with the same verb which they are falls out.
    if let noun = previous.noun, let particle = particle(in: noun, behind: flow) {
      return IndicatorName(flow: flow, parts: [.range(particle + 3..<noun.upperBound)])
    }
    // 受理执行案件650件，审结351件: what is no verb there is none here.
    return IndicatorName(flow: flow, parts: previous.flow == nil ? withoutDeed(previous.parts) : previous.parts)
  }

  /// Where the 的 stands in a noun behind a verb that a stretch of the text says, too.
  private func particle(in noun: Range<Int>, behind verb: Range<Int>) -> Int? {
    guard verb.count >= 6, noun.count > verb.count + 6 else { return nil }
    guard
      let said = stride(from: noun.lowerBound, to: noun.upperBound - verb.count - 3, by: 3).first(where: {
        shadow[$0..<$0 + verb.count].elementsEqual(shadow[verb])
      })
    else { return nil }
    return stride(from: said + verb.count, to: noun.upperBound - 3, by: 3).first {
      shadow[$0..<$0 + 3].elementsEqual(Self.particle)
    }
  }

  /// Where the verb of flow begins that a name ends with: 立案 of 刑事案件立案.
  private func lastVerb(of range: Range<Int>) -> Int? {
    var verb: Int?
    lexicon.forEachWord(in: range, of: shadow) { word, classes in
      let isVerb = classes & lexicon.flow != 0 && word.count == 6 && word.lowerBound >= range.lowerBound + 12
      verb = isVerb ? word.lowerBound : nil
    }
    return verb
  }

  /// 生产水泥320万吨，销售306万吨: the verb that another takes the place of falls out.
  func withoutDeed(_ parts: [IndicatorName.Part]) -> [IndicatorName.Part] {
    guard case .range(let range)? = parts.first,
      let match = lexicon.longestMatch(in: shadow, at: range.lowerBound, end: range.upperBound),
      range.upperBound - match.end >= 6,
      lexicon.entries[match.word].always & (lexicon.flow | lexicon.known.act) != 0
        || lexicon.isDeed(range.lowerBound..<match.end, in: shadow)
    else { return parts }
    return [.range(match.end..<range.upperBound)] + parts.dropFirst()
  }

  private func endsInParticle(_ part: IndicatorName.Part) -> Bool {
    guard case .range(let range) = part else { return false }
    return range.count > 3 && shadow[range.upperBound - 3..<range.upperBound].elementsEqual("的".utf8)
  }

  /// True for a name that is no more than a verb of flow: 受理.
  func isBareFlow(_ name: IndicatorName) -> Bool {
    guard name.parts.count == 1, case .range(let range)? = name.parts.first else { return name.parts.isEmpty }
    return lexicon.longestMatch(in: shadow, at: range.lowerBound, end: range.upperBound).map {
      $0.end == range.upperBound && lexicon.entries[$0.word].always & lexicon.flow != 0
    } ?? false
  }

  /// The noun of size that a name ends with: 产值 of 规模以上工业企业产值.
  func sizeNoun(of name: IndicatorName) -> Range<Int>? {
    guard case .range(let range)? = name.parts.last else { return nil }
    var found: Range<Int>?
    lexicon.forEachWord(in: range, of: shadow) { word, classes in
      found = classes & lexicon.known.quantityNoun != 0 ? word : nil
    }
    return found
  }

  /// 亏损的有209个, 城区公办的3260张: what they are of was said with the same counter.
  func filledNoun(_ name: IndicatorName, after previous: IndicatorName, link: Link) -> IndicatorName {
    guard let head = previous.parts.count > 1 ? previous.parts.suffix(1) : head(of: previous)?[...] else { return name }
    // 要硕士的120人；本科的640人: where the one before has no noun either, none is left out.
    if isDeed(previous) || isFollowedByParticle(previous) { return name }
    // 新增省级示范社5个、县级的12个: what one verb leads is a list.
    let flow = name.flow ?? (link == .breakdown || link == .enumeration ? previous.flow : nil)
    let noun = afterParticle(Array(head))
    // 新开工的就有142个: filled in already.
    let tail = IndicatorName(flow: nil, parts: noun).utf8(in: shadow)
    if name.utf8(in: shadow).suffix(tail.count).elementsEqual(tail) { return name }
    // 领到上岗证的1960人: without its particle the clause would read on into the noun.
    if let clause = name.noun, isFollowedByParticle(name), leadsWithVerb(clause) {
      return IndicatorName(flow: flow, parts: [.range(clause.lowerBound..<clause.upperBound + 3)] + noun)
    }
    return IndicatorName(flow: flow, parts: name.parts + noun)
  }

  /// 领到上岗证, 考上研究生.
  private func leadsWithVerb(_ range: Range<Int>) -> Bool {
    guard let match = lexicon.longestMatch(in: shadow, at: range.lowerBound, end: range.upperBound),
      match.end < range.upperBound
    else { return false }
    return lexicon.entries[match.word].always & lexicon.known.verb != 0
  }

  /// 受伤, 有盈利: a name that says what those counted do, and not who they are.
  func isDeed(_ name: IndicatorName) -> Bool {
    guard let noun = name.noun else { return false }
    if lexicon.states.contains(where: { shadow[noun].elementsEqual($0) }) { return true }
    guard let match = lexicon.longestMatch(in: shadow, at: noun.lowerBound, end: noun.upperBound) else { return false }
    let classes = lexicon.entries[match.word].always
    if classes & lexicon.known.have != 0 { return true }
    return match.end == noun.upperBound && classes & (lexicon.known.act | lexicon.known.predicate) != 0
      && classes & (lexicon.flow | lexicon.known.head | lexicon.known.quantityNoun) == 0
  }

  /// 硕士 of 要硕士的120人: 的 stands between the name and its figure.
  func isFollowedByParticle(_ name: IndicatorName) -> Bool {
    guard case .range(let range)? = name.parts.last else { return false }
    return shadow[range.upperBound...].starts(with: Self.particle)
  }

  private static let particle = Array("的".utf8)

  /// The parts behind the last 的.
  private func afterParticle(_ parts: [IndicatorName.Part]) -> [IndicatorName.Part] {
    guard parts.count == 1, case .range(let range)? = parts.first else { return parts }
    var offset = range.upperBound - 3
    while offset >= range.lowerBound {
      if shadow[offset..<offset + 3].elementsEqual(Self.particle), offset + 6 < range.upperBound {
        return [.range(offset + 3..<range.upperBound)]
      }
      offset -= 1
    }
    return parts
  }

  /// True for a modifier without a head: 省级, 10亿元以上, 投资过10亿元的.
  private func isModifier(_ range: Range<Int>) -> Bool {
    guard let rest = pastModifier(range) else { return false }
    return rest >= range.upperBound
  }

  /// What follows the modifier that the name begins with.
  private func head(of name: IndicatorName) -> [IndicatorName.Part]? {
    if case .literal? = name.parts.first { return name.parts }
    guard case .range(let range)? = name.parts.first else { return nil }
    let start = pastModifier(range) ?? range.lowerBound
    guard start < range.upperBound else { return name.parts.count > 1 ? Array(name.parts.dropFirst()) : nil }
    return [.range(start..<range.upperBound)] + name.parts.dropFirst()
  }

  /// The end of the ranks and thresholds that a range begins with; `nil` where it begins with none.
  private func pastModifier(_ range: Range<Int>) -> Int? {
    var offset = range.lowerBound
    var end: Int?
    if let figure = threshold(from: offset, in: range) {
      offset = figure
      end = figure
    }
    while offset < range.upperBound {
      if let match = lexicon.longestMatch(in: shadow, at: offset), match.end <= range.upperBound {
        let classes = lexicon.entries[match.word].always
        if classes & lexicon.known.rank != 0 {
          offset = match.end
          end = offset
          continue
        }
        if classes & lexicon.known.threshold != 0 {
          // The number before 以上 is part of it.
          offset = match.end
          end = offset
          continue
        }
      }
      break
    }
    return end
  }

  /// The end of the threshold of a figure that a range begins with: 投资过10亿元, 10亿元以上.
  private func threshold(from start: Int, in range: Range<Int>) -> Int? {
    var low = 0
    var high = figures.count
    while low < high {
      let middle = (low + high) / 2
      if figures[middle].range.upperBound <= start { low = middle + 1 } else { high = middle }
    }
    for figure in figures[low...].prefix(3) where figure.role == .threshold {
      if figure.extent.lowerBound >= start, figure.extent.upperBound <= range.upperBound,
        figure.extent.lowerBound - start <= 12
      {
        return figure.extent.upperBound
      }
    }
    return nil
  }
}
