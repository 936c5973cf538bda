import Figures
import Rules

/// What a period stands for beside its own fact: a base, an earlier value, a cause.
extension PeriodMarker {
  /// 已追上去年全年的九成, 只有2019年的92%: what a share or a multiple is of.
  func isWholeOfShare(_ mention: PeriodMention, _ figures: [Figure], from index: Int, _ text: [UInt8]) -> Bool {
    let offset = endOfPlanYears(text, mention.range.upperBound)
    guard Self.begins(text, offset, Self.of),
      !Self.ends.contains(where: { Self.follows(text, mention.range.lowerBound, $0) })
        || offset > mention.range.upperBound,
      let next = figures[(index + 1)...].prefix(2).first(where: {
        $0.range.lowerBound == offset + 3 && $0.periodExpression == nil
      })
    else { return false }
    return next.kind == .percentage || next.kind == .multiple
  }

  /// 8日出让的一宗用地，起价3亿元; 仅去年10月的一次行动，就查扣14艘: the time of the one thing that its sentence is about.
  func isOfOneThing(_ mention: PeriodMention, _ figures: ArraySlice<Figure>, _ paragraph: ParagraphShadow) -> Bool {
    let text = paragraph.shadow
    let clause = paragraph.clauses.range(ofClause: mention.clause)
    let start = mention.range.lowerBound
    let end = mention.range.upperBound
    guard mention.expression.mode == .within, let of = rest(end, clause.upperBound, text) else { return false }
    let isAlone = rules.alone.longestMatch(endingAt: start, in: text, start: clause.lowerBound) != nil
    guard isAlone ? of == end : mention.isDay && start - clause.lowerBound <= 3 else { return false }
    var isOne = false
    for figure in figures.prefix(3) where figure.range.lowerBound < clause.upperBound {
      guard figure.range.lowerBound >= of, figure.periodExpression == nil,
        Self.begins(text, figure.range.lowerBound, Self.one)
      else { return false }
      isOne = true
    }
    return isOne
  }

  /// Where 的 stands within two characters behind a time.
  private func rest(_ offset: Int, _ end: Int, _ text: [UInt8]) -> Int? {
    var position = offset
    while position < min(end, offset + 9) {
      if Self.begins(text, position, Self.of) { return position }
      position += UTF8Scalar.folded(in: text, at: position).length
    }
    return nil
  }

  private static let one = Array("一".utf8)

  /// 1991年至1998年的八年: a span of years whose length is told.
  func isCounted(_ mention: PeriodMention, _ text: [UInt8]) -> Bool {
    guard case .years = mention.expression.span, Self.begins(text, mention.range.upperBound, Self.of) else {
      return false
    }
    let start = mention.range.upperBound + Self.of.count
    guard start < text.count else { return false }
    let (scalar, size) = UTF8Scalar.folded(in: text, at: start)
    let isNumber = (0x30...0x39).contains(scalar) || rules.lengths.longestMatch(in: text, at: start) != nil
    return isNumber && Self.contains(text, start + size..<start + size + 6, Self.year)
  }

  private static let year = Array("年".utf8)

  /// Whether a week is 前一周 or 上一周.
  func isCountedBack(_ offset: Int, _ text: [UInt8]) -> Bool {
    Self.weeksBefore.contains { Self.begins(text, offset, $0) }
  }

  /// 出口全面增长，是11月份的一大亮点。国企出口增长6.9%: what a sentence without figures is said to be of a part of the year, the
  /// next tell of.
  func isTopicOfText(
    _ mention: PeriodMention, _ before: Int, _ clause: Range<Int>, _ paragraph: ParagraphShadow
  ) -> Bool {
    switch mention.expression.span {
    case .month, .months, .quarter, .quarters, .half, .feast, .days: break
    default: return false
    }
    guard mention.expression.mode == .within, let start = paragraph.clauses.start(ofSentence: mention.sentence) else {
      return false
    }
    // 一 of 一大亮点 measures nothing.
    let noun = mention.range.upperBound + Self.of.count
    let end = paragraph.end(ofSentence: mention.sentence)
    return !paragraph.hasFigure(startingIn: start..<noun)
      && !paragraph.hasFigure(startingIn: noun + 1..<max(noun + 1, end))
      && rules.baseCopulas.longestMatch(endingAt: before, in: paragraph.shadow, start: clause.lowerBound) != nil
  }

  /// Behind 期末 or the like of “十一五”期末.
  private func endOfPlanYears(_ text: [UInt8], _ offset: Int) -> Int {
    var position = offset
    while position < min(text.count, offset + 6) {
      if let word = rules.planYearEnds.longestMatch(in: text, at: position) { return word.end }
      let (scalar, size) = UTF8Scalar.folded(in: text, at: position)
      guard scalar == 0x201D || scalar == 0x20 || scalar == 0x300D else { return offset }
      position += size
    }
    return offset
  }

  /// 创2012年以来同期新高, 为2015年有监测记录以来最好水平: since when there was none like it, told with 以来.
  func isSinceRecord(_ mention: PeriodMention, _ paragraph: ParagraphShadow, _ end: Int) -> Bool {
    let text = paragraph.shadow
    var position = mention.range.upperBound
    if mention.expression.mode != .since {
      guard mention.expression.mode == .within,
        let since = Self.offset(of: Self.since, in: text, position..<min(end, position + 30))
      else { return false }
      position = since + Self.since.count
    }
    guard let record = rules.recordWords.firstOccurrence(in: text, position..<min(end, position + 24)) else {
      return false
    }
    return !paragraph.hasFigure(startingIn: mention.range.upperBound..<record)
  }

  /// 三年来新高, 近十年同期最低: since when there was none like it.
  func isOfRecord(_ mention: PeriodMention, _ text: [UInt8], _ end: Int) -> Bool {
    switch (mention.expression.span, mention.expression.anchor) {
    case (.lastYears, _): break
    case (.year, .publication(0)): return isOfExtreme(mention, text, end)
    // 创历史同期新高
    case (.samePeriod, .none), (.indefinite, _): break
    default: return false
    }
    var position = mention.range.upperBound
    for _ in 0..<4 where position < end {
      if rules.recordWords.longestMatch(in: text, at: position, end: end) != nil { return true }
      let (scalar, size) = UTF8Scalar.folded(in: text, at: position)
      // 来, 以, 的, 同, 期, 之
      guard [0x6765, 0x4EE5, 0x7684, 0x540C, 0x671F, 0x4E4B].contains(scalar) else { return false }
      position += size
    }
    return false
  }

  /// 迎来今年汛期最强的一轮降雨: which of those of the year there were.
  private func isOfExtreme(_ mention: PeriodMention, _ text: [UInt8], _ end: Int) -> Bool {
    var position = mention.range.upperBound
    for _ in 0..<5 where position < end {
      // 增幅列今年各月之首
      if rules.ranks.longestMatch(in: text, at: position, end: end) != nil { return true }
      if let word = rules.recordWords.longestMatch(in: text, at: position, end: end) {
        return Self.begins(text, word.end, Self.of)
      }
      position += UTF8Scalar.folded(in: text, at: position).length
    }
    return false
  }

  /// 为国家第三季度收购计划的102.6%: the time of a plan that the percentage is of.
  func isOfPlan(_ offset: Int, _ clause: Range<Int>, _ paragraph: ParagraphShadow) -> Bool {
    let text = paragraph.shadow
    let limit = min(clause.upperBound, offset + 30)
    guard offset < limit, let noun = rules.planNouns.firstOccurrence(in: text, offset..<limit),
      let word = rules.planNouns.longestMatch(in: text, at: noun, end: clause.upperBound)
    else { return false }
    let figure = Self.begins(text, word.end, Self.of) ? word.end + Self.of.count : word.end
    return (Self.follows(text, figure, Self.of) || figure > word.end)
      && paragraph.hasFigure(startingIn: figure..<figure + 1)
      && !paragraph.hasFigure(startingIn: offset..<figure)
  }

  /// 受年初低温影响: the time of a cause.
  func isCause(_ text: [UInt8], _ before: Int, _ clause: Range<Int>) -> Bool {
    guard rules.causeOpeners.longestMatch(endingAt: before, in: text) != nil else { return false }
    return rules.causeClosers.occurs(in: text, before..<min(clause.upperBound, before + 60))
  }

  /// 缅方5月起禁止原木出境: since when something holds that measures nothing.
  func isOnset(_ mention: PeriodMention, _ clause: Range<Int>, _ paragraph: ParagraphShadow) -> Bool {
    let after = mention.range.upperBound
    guard Self.begins(paragraph.shadow, after, Self.onset), clause.upperBound - after >= 15 else { return false }
    return !paragraph.hasFigure(startingIn: after..<clause.upperBound)
  }

  /// 比疫前的2019年, 较同区去年: a word of comparison with up to five characters between, with 的 up to twelve.
  func isCompared(_ text: [UInt8], _ offset: Int, _ limit: Int) -> Bool {
    var position = offset
    var count = 0
    var after: UInt32 = 0
    let most = Self.follows(text, offset, Self.of) ? 13 : 6
    while position > limit, count < most {
      position = UTF8Scalar.start(before: position, in: text)
      let scalar = UTF8Scalar.folded(in: text, at: position).scalar
      // 较上次公布（7月至9月）
      if scalar == 0x28, count == 0 { continue }
      if scalar == 0x8F83 || scalar == 0x6BD4 {
        // 比重, 比例 and 同比, 环比, 占比 compare with nothing that follows.
        if [0x91CD, 0x4F8B, 0x503C, 0x7387].contains(after) { return false }
        guard position > limit else { return true }
        let before = UTF8Scalar.folded(in: text, at: UTF8Scalar.start(before: position, in: text)).scalar
        return ![0x540C, 0x73AF, 0x5360, 0x4E4B].contains(before)
      }
      if scalar < 0x3007 || scalar == 0x5230 || scalar == 0x81F3 { return false }
      after = scalar
      count += 1
    }
    return false
  }

  /// Where what a comparison is with ends: before 相比.
  func closingOfBase(_ text: [UInt8], _ offset: Int, _ end: Int) -> Int? {
    let limit = max(offset, min(end, offset + 90))
    return rules.baseClosers.firstOccurrence(in: text, offset..<limit)
  }

  /// 今年前四个月的运营数据：, 从上半年的情况看: the time of a report, which tells what follows.
  func leadsReport(_ offset: Int, _ clause: Range<Int>, _ paragraph: ParagraphShadow) -> Bool {
    let text = paragraph.shadow
    guard clause.upperBound - offset <= 60, !paragraph.hasFigure(startingIn: offset..<clause.upperBound) else {
      return false
    }
    var end = clause.upperBound
    // 显示, 表明, 看 and a mark may stand behind it.
    for _ in 0..<4 where end > offset {
      if rules.reportNouns.longestMatch(endingAt: end, in: text, start: offset) != nil { return true }
      end = UTF8Scalar.start(before: end, in: text)
    }
    return false
  }

  /// 由一季度同比下降2.3%转为增长: a change to another value follows.
  func hasRise(_ text: [UInt8], _ offset: Int, _ end: Int) -> Bool {
    var position = offset
    while position < min(end, offset + 75) {
      // 降到, 缩短到, 恢复发展到
      if rules.changes.mayBegin(in: text, at: position) {
        var next = position + 3
        for _ in 0..<3 where next < end {
          let (scalar, size) = UTF8Scalar.folded(in: text, at: next)
          if [0x4E3A, 0x81F3, 0x5230, 0x9AD8].contains(scalar) { return true }
          next += size
        }
      }
      position += UTF8Scalar.folded(in: text, at: position).length
    }
    return false
  }

  private static let weeksBefore = ["前一", "上一"].map { Array($0.utf8) }
  private static let ends = ["到", "至", "为", "由", "从"].map { Array($0.utf8) }
  private static let onset = Array("起".utf8)
}
