import Figures
import Rules
import Values

/// What has to be done, what is planned and what was done of it.
extension ParagraphReader {
  /// 道路改造任务120公里: what has to be done is aimed at.
  func isTask(_ name: IndicatorName, figure: Figure) -> Bool {
    figure.kind != .percentage && taskStart(of: name) != nil
  }

  /// Where the word begins by which a name is a task.
  private func taskStart(of name: IndicatorName) -> Int? {
    guard case .range(let range)? = name.parts.last, !range.isEmpty,
      lexicon.taskEnds.contains(shadow, at: UTF8Scalar.start(before: range.upperBound, in: shadow))
    else { return nil }
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard let match = lexicon.longestMatch(in: shadow, at: offset, end: range.upperBound) else {
        offset += UTF8Shadow.scalar(in: shadow, at: offset).length
        continue
      }
      if match.end == range.upperBound, lexicon.entries[match.word].always & lexicon.known.task != 0 {
        return offset > range.lowerBound || name.flow != nil ? offset : nil
      }
      offset = match.end
    }
    return nil
  }

  /// What a task is of.
  func thing(ofTask name: IndicatorName) -> IndicatorName? {
    guard let start = taskStart(of: name), case .range(let range)? = name.parts.last else { return nil }
    let rest: [IndicatorName.Part] = start > range.lowerBound ? [.range(range.lowerBound..<start)] : []
    return IndicatorName(flow: name.flow, parts: name.parts.dropLast() + rest)
  }

  /// 任务120公里，完成136公里，完成率113.3%: the task without its word, and how much of it was done.
  func doneOfTask(_ own: IndicatorName?, piece: Piece, match: ConstructionMatch) -> IndicatorName? {
    guard let thing = task else { return nil }
    guard let own else {
      let isDone = match.pieces.contains {
        let word = cut.pieces[$0].index
        return cut.pieces[$0].kind == .word && word >= 0 && lexicon.entries[word].always & lexicon.known.plan != 0
      }
      return isDone ? thing : nil
    }
    guard piece.figureKind == .percentage, let rate = own.noun, shadow[rate].elementsEqual("完成率".utf8)
    else { return nil }
    return thing.adding([.range(rate)])
  }

  /// 普通高中计划招收3200人: who or what a verb alone is planned for stands before the word of the plan.
  func beforePlan(
    _ name: IndicatorName, range: Range<Int>, clause: Clause, mention: SubjectMention?
  ) -> IndicatorName? {
    let pieces = cut.pieces
    let aims = lexicon.known.target | lexicon.known.will | lexicon.known.forecast
    guard range.lowerBound - 1 > clause.pieces.lowerBound, pieces[range.lowerBound - 1].classes & aims != 0,
      let trimmed = edges.trimmed(range, of: pieces), trimmed.count == 1,
      pieces[trimmed.lowerBound].classes & lexicon.flow != 0
    else { return nil }
    var start = range.lowerBound - 1
    while start > clause.pieces.lowerBound, pieces[start - 1].isNameable { start -= 1 }
    let before = start..<range.lowerBound - 1
    guard !before.isEmpty, let lead = edges.name(before, of: pieces, from: cutStart(mention, in: before)),
      let thing = lead.noun, thing.count >= 6,
      thing.count <= 36, mention?.range.map({ !$0.overlaps(thing) }) ?? true
    else { return nil }
    return IndicatorName(flow: nil, parts: [.range(thing), .range(pieces[trimmed.lowerBound].range)])
  }

  /// True for what is said in a paragraph of a plan, or at the beginning of the year that it is of.
  func isPlanned(_ anchor: Int, clause: Clause, period: TimePeriod?) -> Bool {
    if let period, isBeforeIssue(period) { return false }
    if isPlanParagraph { return true }
    return hasYearPlan && startsWithDeed(clause, before: anchor)
  }

  /// 新增学位3150个: a verb of flow or of plans begins the clause.
  func startsWithDeed(_ clause: Clause, before anchor: Int) -> Bool {
    let verbs = lexicon.flow | lexicon.known.imperative | lexicon.known.plan
    let passed = lexicon.known.adverb | lexicon.known.place
    guard
      let first = cut.pieces[clause.pieces.lowerBound..<anchor].first(where: {
        $0.kind != .period && ($0.classes & passed == 0 || $0.classes & verbs != 0)
      })
    else { return false }
    return first.classes & verbs != 0
  }

  /// Whether two of the figures that measure are lower bounds, and a third of them.
  static func hasFloors(_ figures: [Figure]) -> Bool {
    var measured = 0
    var floors = 0
    for index in figures.indices where figures[index].amount != nil && PieceCutter.isMeasured(figures[index].kind) {
      measured += 1
      if figures[index].bound == .atLeast { floors += 1 }
    }
    return floors >= 2 && floors * 3 >= measured
  }

  /// True for a paragraph whose clauses order work and whose figures are lower bounds: the plan of a congress.
  func setsOutWork() -> Bool {
    guard hasFloors else { return false }
    let past = lexicon.known.attainPast | lexicon.known.actual | lexicon.known.yoy | lexicon.known.mom
    var orders = 0
    for clause in cut.clauses {
      let pieces = cut.pieces[clause.pieces]
      if pieces.contains(where: { $0.classes & past != 0 }) { return false }
      let first = pieces.first {
        $0.classes & lexicon.known.adverb == 0 || $0.classes & lexicon.known.imperative != 0
      }
      if let first, first.classes & lexicon.known.imperative != 0 { orders += 1 }
    }
    return orders >= 3
  }

  /// 比年初计划90公里增加30公里, 超出年初目标2000万美元: whether a word of a plan only names what is compared with.
  func isPlanCompared(_ index: Int) -> Bool {
    let pieces = cut.pieces
    let compares = lexicon.known.than | lexicon.known.thanLead | lexicon.known.distance
    var start = index
    while start > currentClause, index - start <= 4 {
      start -= 1
      // 比五年计划规定的指标
      if pieces[start].kind == .figures, pieces[start].figureKind != .duration { return false }
      // 税收均超过全年目标，入库2864万元; 确保超过去年目标 aims.
      if shadow[pieces[start].range].suffix(6).elementsEqual(Self.beyond) {
        return !pieces[currentClause..<start].contains { $0.classes & lexicon.known.target != 0 }
      }
      if pieces[start].classes & compares != 0 {
        // 比去年计划增长10% is planned.
        return index - 1 == start || !isLastYear(pieces[index - 1])
      }
    }
    return false
  }

  private static let beyond = Array("超过".utf8)

  private func isLastYear(_ piece: Piece) -> Bool {
    piece.kind == .period && !shadow[piece.range].suffix(3).elementsEqual("初".utf8)
  }

  /// The value behind such a word, where what it is compared by follows.
  func isPlannedBase(_ anchor: Int, clause: Clause) -> Bool {
    let pieces = cut.pieces
    let plans = lexicon.known.target | lexicon.known.wholePlan
    guard anchor > clause.pieces.lowerBound, pieces[anchor - 1].classes & plans != 0, isPlanCompared(anchor - 1) else {
      return false
    }
    return pieces[anchor + 1..<clause.pieces.upperBound].contains { $0.kind == .figures }
  }

  /// 4万公顷作物将绝收: what is still to come about with what is counted.
  func comesAbout(behind anchor: Int, clause: Clause) -> Bool {
    let pieces = cut.pieces
    var index = anchor + 1
    while index < clause.pieces.upperBound, index - anchor <= 4, pieces[index].isNameable { index += 1 }
    guard index > anchor + 1, index + 1 < clause.pieces.upperBound, pieces[index].classes & lexicon.known.will != 0
    else { return false }
    // 12名干警将嫌疑人抓获: 将 only marks whom.
    return pieces[index + 1].kind == .period
      || index + 2 == clause.pieces.upperBound
        && (leadsVerb(index) || pieces[index + 1].range.count <= 9)
  }

  /// 营养餐计划全面启动, “雨露计划”, “三支一扶”计划: a plan that something happened to or that has a name, and no aim.
  func isPlanItself(_ index: Int, in clause: Clause) -> Bool {
    if isNamedPlan(index) { return true }
    guard index > currentClause, cut.pieces[index - 1].isNameable, index + 1 < clause.pieces.upperBound,
      clause.pieces.upperBound - index <= 5
    else { return false }
    let behind = cut.pieces[index + 1..<clause.pieces.upperBound]
    guard !behind.contains(where: { $0.kind == .figures }), let last = behind.last else { return false }
    return lexicon.planEvents.longestMatch(in: shadow, at: last.range.lowerBound)?.end == last.range.upperBound
  }

  /// 省里要求，今年参合率达到97%: somebody demands, and nothing is done as was demanded (按照上级要求).
  func isDemanded(_ index: Int, in clause: Clause) -> Bool {
    let pieces = cut.pieces
    guard index > currentClause else { return false }
    // 今年要求达到88%以上
    if index - 1 == currentClause, pieces[index - 1].kind == .period, isOfTimeNotOver(before: index),
      index + 1 < clause.pieces.upperBound, pieces[index + 1].classes & lexicon.known.of == 0
    {
      return true
    }
    guard pieces[index - 1].kind == .text || pieces[index - 1].isNameable else { return false }
    let verbs = lexicon.known.attain | lexicon.known.act | lexicon.flow | lexicon.known.verb | lexicon.known.of
    let before = pieces[currentClause..<index]
    guard !before.contains(where: { $0.kind == .figures || $0.classes & verbs != 0 }),
      !lexicon.demandsMet.occurs(in: shadow, clause.range.lowerBound..<pieces[index].range.lowerBound),
      lexicon.demandsHad.longestMatch(endingAt: pieces[index].range.lowerBound, in: shadow) == nil
    else { return false }
    return index + 1 >= clause.pieces.upperBound || pieces[index + 1].classes & lexicon.known.of == 0
  }

  /// “三支一扶”计划招募毕业生1.6万名: the word stands behind a name in quotes, which is no time: “十二五”计划新建.
  private func isNamedPlan(_ index: Int) -> Bool {
    let start = cut.pieces[index].range.lowerBound
    guard start >= 3, index > currentClause, cut.pieces[index - 1].kind != .period,
      case let mark = UTF8Shadow.scalar(in: shadow, at: start - 3).scalar, mark == 0x201D || mark == 0x300D
    else { return false }
    return shadow[cut.pieces[index].range].elementsEqual(Self.plan)
  }

  private static let plan = Array("计划".utf8)

  /// 教育支出增长10.1%，卫生支出14.3%: the verb of the clause before is left out.
  func continuesGrowth(_ name: IndicatorName, figure: Figure) -> Bool {
    guard figure.kind == .percentage, let last, last.measure == .growth, last.sentence == sentence,
      let before = observations.last, before.measure == .growth, before.comparison == nil,
      case .value(let value)? = before.amount as Figure.Amount?, value > .zero,
      case .range(let own)? = name.parts.last, case .range(let other)? = last.base.parts.last, own != other,
      own.count >= 9, other.count >= 9
    else { return false }
    return shadow[own.upperBound - 6..<own.upperBound].elementsEqual(shadow[other.upperBound - 6..<other.upperBound])
  }

  /// One character, unless it is a product that stands alone: 纱增长8.3%. GDP is a name.
  func isTooShort(_ name: Range<Int>, clause: Clause) -> Bool {
    guard name.count <= 3 else { return false }
    if shadow[name.lowerBound] < 0x80 { return name.count < 2 }
    guard lexicon.shortNames.contains(String(decoding: shadow[name], as: UTF8.self)) else { return true }
    let index =
      cut.pieces[clause.pieces].firstIndex { $0.range.lowerBound >= name.lowerBound } ?? clause.pieces.lowerBound
    return cut.pieces[clause.pieces.lowerBound..<index].contains { $0.kind == .text }
  }

  /// 带动80余人就业增收: what they do whom the figure counts.
  func doing(_ range: Range<Int>, anchor: Int, clause: Clause) -> IndicatorName? {
    let pieces = cut.pieces
    guard countsPeople(unit(of: pieces[anchor])), pieces[range.lowerBound].classes & lexicon.known.doing != 0,
      let verb = pieces[max(clause.pieces.lowerBound, anchor - 3)..<anchor].last(where: {
        $0.classes & (lexicon.flow | lexicon.known.act) != 0
      })
    else { return nil }
    var end = range.lowerBound
    while end < clause.pieces.upperBound, pieces[end].classes & lexicon.known.doing != 0 { end += 1 }
    return IndicatorName(
      flow: verb.range, parts: [.range(pieces[range.lowerBound].range.lowerBound..<pieces[end - 1].range.upperBound)])
  }

  /// True where the things of an export or import are told one after another: 出口家具18亿元，增长9%；玩具7.2亿元.
  func goesOnTrade(_ name: IndicatorName) -> Bool {
    guard hasBreakdown, countedMoney, let lastLevel, lastLevel.sentence == sentence, let flow = lastLevel.name.flow,
      !lastLevel.name.parts.isEmpty, let match = lexicon.longestMatch(in: shadow, at: flow.lowerBound),
      match.end == flow.upperBound, lexicon.entries[match.word].always & lexicon.known.bareFlow != 0,
      case .range(let range)? = name.parts.first
    else { return false }
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard let match = lexicon.longestMatch(in: shadow, at: offset, end: range.upperBound) else {
        offset += UTF8Shadow.scalar(in: shadow, at: offset).length
        continue
      }
      if lexicon.entries[match.word].always & (lexicon.known.bareFlow | lexicon.known.bareHead) != 0 { return false }
      offset = match.end
    }
    return true
  }

  /// The trade or the crop that a topic begins with: 畜牧业发展加快.
  func owner(ofTopic range: Range<Int>, from start: Int?) -> Range<Int>? {
    let pieces = cut.pieces
    let low = max(pieces[range.lowerBound].range.lowerBound, start ?? 0)
    let high = pieces[range.upperBound - 1].range.upperBound
    var offset = low
    while offset < high, offset - low <= 24 {
      let end =
        lexicon.longestMatch(in: shadow, at: offset, end: high)?.end
        ?? offset + UTF8Shadow.scalar(in: shadow, at: offset).length
      if end - low >= 6, end < high,
        // Most end in another byte.
        lexicon.topicOwners.contains(where: {
          shadow[end - 1] == $0.last && shadow[low..<end].suffix($0.count).elementsEqual($0)
        })
      {
        return low..<end
      }
      offset = end
    }
    return nil
  }
}
