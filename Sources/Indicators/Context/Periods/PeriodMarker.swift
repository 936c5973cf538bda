import Figures
import Rules
import Values

/// Finds the periods of a paragraph and what each does in its clause.
struct PeriodMarker: Sendable {
  private let context: ContextRules
  var rules: SectionRules { context.sections }

  init(rules: ContextRules) {
    context = rules
  }

  /// The mentions of a paragraph in order, not resolved.
  func mentions(in paragraph: ParagraphShadow, figures: [Figure]) -> [PeriodMention] {
    var mentions: [PeriodMention] = []
    for index in figures.indices {
      let range = figures[index].range
      guard let expression = figures[index].periodExpression,
        !isAfterSomething(expression, range.lowerBound, paragraph.shadow), !isNamedDay(range, paragraph.shadow)
      else { continue }
      let clause = paragraph.clauses.clause(at: range.lowerBound)
      var mention = PeriodMention(
        range: range, clause: clause, sentence: paragraph.clauses.sentenceOfClause[clause],
        expression: expression, use: .frame, isMoment: false)
      mention.use = use(of: mention, paragraph)
      if mention.use == .frame || mention.use == .local, isWholeOfShare(mention, figures, from: index, paragraph.shadow)
      {
        mention.use = .base(ownsFigure: false)
      }
      // 比一季度、上半年分别提高3.1个和1.4个百分点
      if let last = mentions.last, isJoined(last.range.upperBound, range.lowerBound, paragraph.shadow),
        case .base = last.use
      {
        mention.use = last.use
      }
      if mention.use == .frame, let last = mentions.last, isOrdinal(mention, after: last, paragraph.shadow) {
        mention.use = .local
      }
      let isOfOne =
        (mention.use == .local || mention.use == .base(ownsFigure: false))
        && isOfOneThing(mention, figures[(index + 1)...], paragraph)
      if isOfOne { mention.use = .frame }
      if PeriodFinder.isWeek(mention) { mention.isWeekBefore = isCountedBack(range.lowerBound, paragraph.shadow) }
      mention.isMoment = mention.isDay && isTimeOfDay(paragraph.shadow, range.upperBound)
      mention.isAtHour = mention.isMoment
      // 截至19日14时, 6月20日8时至21日8时: not a moment only.
      if mention.expression.mode == .until { mention.isMoment = false }
      if case .days = mention.expression.span { mention.isMoment = false }
      // It does not go on behind its sentence.
      mention.isOfOne = isOfOne
      if isOfOne { mention.isMoment = true }
      widen(&mention, paragraph)
      mentions.append(mention)
    }
    return mentions
  }

  private func isJoined(_ end: Int, _ start: Int, _ text: [UInt8]) -> Bool {
    start == end || start == end + 3 && context.topics.parts(text, end)
  }

  /// 7月18日，今年第二批项目签约: the year only tells which.
  private func isOrdinal(_ mention: PeriodMention, after last: PeriodMention, _ text: [UInt8]) -> Bool {
    guard last.isDay, last.use == .frame || last.use == .report, last.sentence == mention.sentence,
      mention.expression.span == .year, mention.expression.anchor == .publication(0)
    else { return false }
    return rules.ordinals.longestMatch(in: text, at: mention.range.upperBound) != nil
  }

  /// “3·15”: a day in quotes is a name.
  private func isNamedDay(_ range: Range<Int>, _ text: [UInt8]) -> Bool {
    guard range.lowerBound >= 3, range.upperBound + 3 <= text.count else { return false }
    let before = UTF8Scalar.folded(in: text, at: range.lowerBound - 3).scalar
    let after = UTF8Scalar.folded(in: text, at: range.upperBound).scalar
    return before == 0x201C && after == 0x201D || before == 0x300C && after == 0x300D
  }

  /// 达产后年产值: 后 belongs to what stands before it, and no 后年 is meant.
  private func isAfterSomething(_ expression: PeriodExpression, _ offset: Int, _ text: [UInt8]) -> Bool {
    guard expression.anchor == .publication(2), offset > 0 else { return false }
    let before = UTF8Scalar.folded(in: text, at: UTF8Scalar.start(before: offset, in: text)).scalar
    return (0x4E00...0x9FFF).contains(before) && before != 0x5728
  }

  private func use(of mention: PeriodMention, _ paragraph: ParagraphShadow) -> PeriodMention.Use {
    let text = paragraph.shadow
    let clause = paragraph.clauses.range(ofClause: mention.clause)
    let start = mention.range.lowerBound
    let end = mention.range.upperBound
    if Self.follows(text, start, Self.openTitle) { return .ignored }
    if mention.expression.span == .year, mention.expression.anchor == .none {
      // 完成全年任务的63%: the year is that of the task.
      if rules.planNouns.longestMatch(in: text, at: end, end: clause.upperBound) != nil { return .ignored }
      // 完成全年60万人目标的87%: only the aim is of the year.
      if isOfAim(end, clause.upperBound, paragraph) { return .base(ownsFigure: true) }
    }
    // 剔除今年新上市的公司后: what is left out is told of no time of its own.
    if rules.exclusions.longestMatch(in: text, at: clause.lowerBound, end: start) != nil {
      // 除今年投产的两家企业外
      return paragraph.hasFigure(startingIn: end..<clause.upperBound) ? .local : .ignored
    }
    // 过去，亩产只有四百斤: with a comma it is a time, 过去高级社时的超支户 only tells which.
    if mention.expression.span == .indefinite, Self.begins(text, start, Self.formerly), mention.range.count == 6,
      end >= text.count || UTF8Scalar.folded(in: text, at: end).scalar != 0x2C
    {
      return .ignored
    }
    if isSinceRecord(mention, paragraph, clause.upperBound) { return .ignored }
    if isOfDisaster(mention, clause, paragraph) { return .frame }
    let before = skipBack(text, start, clause.lowerBound)
    if isCause(text, before, clause) || isOnset(mention, clause, paragraph) || isSetThen(mention, clause, paragraph) {
      return .ignored
    }
    // 以6月30日总股本为基数
    if mention.isDay, Self.follows(text, before, Self.taking), paragraph.hasFigure(startingIn: clause) { return .local }
    // 扭转了一季度下降3.6%的局面: what is over.
    if rules.overcome.longestMatch(endingAt: before, in: text, start: clause.lowerBound) != nil { return .local }
    if rules.lasting.longestMatch(endingAt: before, in: text, start: clause.lowerBound) != nil { return .ignored }
    if rules.baseOpeners.longestMatch(endingAt: before, in: text, start: clause.lowerBound) != nil {
      return .base(ownsFigure: ownsNext(paragraph, end))
    }
    if isCompared(text, start, clause.lowerBound) { return .base(ownsFigure: ownsNext(paragraph, end)) }
    if rules.basePairs.longestMatch(endingAt: before, in: text, start: clause.lowerBound) != nil,
      let closing = closingOfBase(text, end, clause.upperBound)
    {
      // 与2010年第六次全国人口普查的1954072人相比
      return .base(ownsFigure: paragraph.hasFigure(startingIn: end..<closing))
    }
    // 在去年6000万元的基础上
    if rules.basisOpeners.longestMatch(endingAt: before, in: text, start: clause.lowerBound) != nil,
      let closing = rules.basisClosers.firstOccurrence(in: text, end..<min(clause.upperBound, end + 90))
    {
      return .base(ownsFigure: paragraph.hasFigure(startingIn: end..<closing))
    }
    let isPossessive = Self.begins(text, end, Self.of)
    // 从一季度的情况看
    if isPossessive, !mention.isDay, leadsReport(end, clause, paragraph) { return .frame }
    if rules.earlierOpeners.longestMatch(endingAt: before, in: text, start: clause.lowerBound) != nil,
      isPossessive || hasRise(text, end, clause.upperBound), mention.expression.mode == .within, !mention.isDay
    {
      return .earlier
    }
    if isPossessive, isTopicOfText(mention, before, clause, paragraph) { return .frame }
    // 标准还是2019年定下的
    if Self.follows(text, start, Self.copula), endsInParticle(text, clause) { return .local }
    if let copula = rules.baseCopulas.longestMatch(endingAt: before, in: text, start: clause.lowerBound),
      !isConjunction(text, copula.start, clause.lowerBound)
    {
      if isSamePast(mention) || isPossessive && paragraph.hasFigure(startingIn: end..<end + 24) {
        return .base(ownsFigure: false)
      }
      if Self.begins(text, copula.start, Self.copula), !isPossessive { return .local }
    }
    // 这座去年底才通车的大桥
    if rules.pointers.longestMatch(endingAt: before, in: text, start: clause.lowerBound) != nil { return .local }
    if rules.baseCopulas.longestMatch(endingAt: before, in: text, start: clause.lowerBound) != nil,
      isWhole(end, clause, paragraph)
    {
      return .base(ownsFigure: false)
    }
    if isConditional(text, clause), !isToCome(mention) { return .ignored }
    // 日前 in 核灾结果日前出炉 is when it was told, as a day is.
    if mention.isDay || mention.expression.span == .indefinite, mention.expression.mode == .within,
      reports(text, end, clause, paragraph, mention.clause)
    {
      return .report
    }
    if isSamePast(mention) { return .local }
    // 年内第四次刷新: among how many in a time something is counted.
    if Self.begins(text, end, Self.ordinal) { return .local }
    if isOfRecord(mention, text, clause.upperBound) || isOfPlan(end, clause, paragraph) { return .ignored }
    if isAttribute(text, end, clause.upperBound), !isCounted(mention, text), !isStanding(mention),
      !isOfReport(text, end),
      !leadsReport(end, clause, paragraph)
    {
      // 昨天的市场上，小黄鱼每公斤24元: the day goes on where its clause measures nothing.
      return mention.isDay && !paragraph.hasFigure(startingIn: clause) ? .frame : .local
    }
    if Self.begins(text, clause.lowerBound, Self.whereas), case .year = mention.expression.anchor { return .local }
    return .frame
  }

  /// 比前三季度的12.9%, 比去年同期（590人）: the figure behind is that of the base.
  private func ownsNext(_ paragraph: ParagraphShadow, _ end: Int) -> Bool {
    let text = paragraph.shadow
    if Self.begins(text, end, Self.of) { return true }
    guard end < text.count, case (let scalar, let size) = UTF8Scalar.folded(in: text, at: end), scalar == 0x28 else {
      return false
    }
    return paragraph.hasFigure(startingIn: end + size..<end + size + 1)
  }

  private static let taking = Array("以".utf8)

  /// 上半年的成绩单, 去年的消费维权账本: what is told below is of it.
  private func isOfReport(_ text: [UInt8], _ offset: Int) -> Bool {
    guard Self.begins(text, offset, Self.of) else { return false }
    var position = offset + Self.of.count
    let limit = min(text.count, position + 18)
    while position < limit {
      if rules.reportTitles.longestMatch(in: text, at: position) != nil { return true }
      let (scalar, size) = UTF8Scalar.folded(in: text, at: position)
      guard (0x4E00...0x9FFF).contains(scalar) else { return false }
      position += size
    }
    return false
  }

  /// 全年的盘子年初就定下了: when it was set.
  private func isSetThen(_ mention: PeriodMention, _ clause: Range<Int>, _ paragraph: ParagraphShadow) -> Bool {
    guard mention.expression.span == .yearStart, !paragraph.hasFigure(startingIn: clause) else { return false }
    return rules.settled.occurs(in: paragraph.shadow, mention.range.upperBound..<clause.upperBound)
  }

  /// 相当于1987年全市财政收入的五倍: a multiple or part of what stands between.
  private func isWhole(_ offset: Int, _ clause: Range<Int>, _ paragraph: ParagraphShadow) -> Bool {
    var position = offset
    while position < min(clause.upperBound, offset + 45) {
      if paragraph.hasFigure(startingIn: position..<position + 1) {
        return Self.follows(paragraph.shadow, position, Self.of)
      }
      position += UTF8Scalar.folded(in: paragraph.shadow, at: position).length
    }
    return false
  }

  /// 全年60万人目标, 全年目标60万人: a plan noun beside the figure that a period leads.
  private func isOfAim(_ offset: Int, _ end: Int, _ paragraph: ParagraphShadow) -> Bool {
    if let noun = rules.aimNouns.longestMatch(in: paragraph.shadow, at: offset, end: end),
      paragraph.hasFigure(startingIn: noun.end..<noun.end + 1)
    {
      return true
    }
    guard paragraph.hasFigure(startingIn: offset..<offset + 1) else { return false }
    let limit = min(end, offset + 36)
    guard let noun = rules.aimNouns.firstOccurrence(in: paragraph.shadow, offset..<limit) else { return false }
    return !paragraph.hasFigure(startingIn: offset + 1..<noun)
  }

  /// 可是, 但是, 还是, 于是; 单是十月份 tells the time.
  private func isConjunction(_ text: [UInt8], _ offset: Int, _ limit: Int) -> Bool {
    guard offset > limit, Self.begins(text, offset, Self.copula) else { return false }
    let before = UTF8Scalar.folded(in: text, at: UTF8Scalar.start(before: offset, in: text)).scalar
    return [0x53EF, 0x4F46, 0x8FD8, 0x4E8E, 0x6216, 0x5C31, 0x800C, 0x4E5F, 0x90FD, 0x5355, 0x5149, 0x4EC5, 0x5176]
      .contains(before)
  }

  private func endsInParticle(_ text: [UInt8], _ clause: Range<Int>) -> Bool {
    var end = clause.upperBound
    while end > clause.lowerBound {
      let start = UTF8Scalar.start(before: end, in: text)
      let scalar = UTF8Scalar.folded(in: text, at: start).scalar
      if (0x4E00...0x9FFF).contains(scalar) { return scalar == 0x7684 }
      end = start
    }
    return false
  }

  /// 去年同期, 上年: what the fact itself is not of.
  private func isSamePast(_ mention: PeriodMention) -> Bool {
    switch (mention.expression.anchor, mention.expression.span) {
    case (.publication(let offset), .samePeriod), (.context(let offset), .samePeriod): offset < 0
    case (.context(let offset), .year): offset < 0
    case (.publication(let offset), .sameMonth), (.context(let offset), .sameMonth): offset < 0
    default: false
    }
  }

  /// 今年的盘子是…, 2024年的任务: the words go on being of it.
  private func isStanding(_ mention: PeriodMention) -> Bool {
    guard mention.expression.span == .year else { return false }
    switch mention.expression.anchor {
    case .publication(let offset): return offset >= 0
    case .year: return true
    case .none, .context: return false
    }
  }

  private func isToCome(_ mention: PeriodMention) -> Bool {
    if case .publication(let offset) = mention.expression.anchor { offset > 0 } else { false }
  }

  /// 六月的跌幅, 去年收的姜, 七月里: it tells which thing is meant.
  private func isAttribute(_ text: [UInt8], _ offset: Int, _ end: Int) -> Bool {
    var position = offset
    var count = 0
    while position < end, count < 3 {
      let (scalar, size) = UTF8Scalar.folded(in: text, at: position)
      if scalar == 0x7684 {
        // 去年亏损的有209个 goes on being of the year.
        let after = position + size
        return after >= end
          || ![0x6709, 0x662F, 0x53EA, 0x4EC5, 0x8FBE, 0x5360, 0x4E3A, 0x5171].contains(
            UTF8Scalar.folded(in: text, at: after).scalar)
      }
      if count == 0, scalar == 0x91CC { return true }
      if scalar < 0x4E00 || scalar > 0x9FFF { return false }
      position += size
      count += 1
    }
    return false
  }

  private func skipBack(_ text: [UInt8], _ offset: Int, _ limit: Int) -> Int {
    var offset = offset
    while offset > limit {
      let start = UTF8Scalar.start(before: offset, in: text)
      let scalar = UTF8Scalar.folded(in: text, at: start).scalar
      guard scalar == 0x20 || scalar == 0x201C || scalar == 0x300C else { return offset }
      offset = start
    }
    return offset
  }

  private func isConditional(_ text: [UInt8], _ clause: Range<Int>) -> Bool {
    var position = clause.lowerBound
    while position < min(clause.upperBound, clause.lowerBound + 36) {
      let (scalar, length) = UTF8Scalar.folded(in: text, at: position)
      let next = position + length < clause.upperBound ? UTF8Scalar.folded(in: text, at: position + length).scalar : 0
      // 若 and no 若干; 假如, 假若, 假使, 假定 and no 假期.
      if scalar == 0x82E5, next != 0x5E72 { return true }
      if scalar == 0x5047, [0x5982, 0x82E5, 0x4F7F, 0x5B9A].contains(next) { return true }
      position += length
    }
    return false
  }

  /// Whether a report word follows in the clause, or opens the next where this one is no more than the day.
  private func reports(
    _ text: [UInt8], _ offset: Int, _ clause: Range<Int>, _ paragraph: ParagraphShadow, _ index: Int
  ) -> Bool {
    var upper = clause.upperBound
    if upper - offset <= 3, index + 1 < paragraph.clauses.clauses.count {
      upper = paragraph.clauses.range(ofClause: index + 1).upperBound
    }
    var position = offset
    upper = min(upper, offset + 180)
    while position < upper {
      if let word = rules.reportWords.longestMatch(in: text, at: position, end: upper) {
        // 电话 and 指数 only begin like one.
        guard word.value else {
          position = word.end
          continue
        }
        // 昨日在本市开幕的洽谈会上: the word only tells which.
        if Self.begins(text, word.end, Self.of) { return false }
        // 8月11日，市里在江口举行放流活动，投放鱼苗320万尾
        if rules.eventVerbs.longestMatch(in: text, at: position, end: upper) != nil {
          if endsInEvent(text, word.end..<upper) { return false }
          // 招聘会11月6日举行，届时186家企业进场
          if position == offset, isEvent(text, clause.lowerBound..<offset) { return false }
        }
        return !rules.ceremonies.occurs(in: text, offset..<upper, end: upper)
      }
      position += UTF8Scalar.folded(in: text, at: position).length
    }
    return false
  }

  private func isTimeOfDay(_ text: [UInt8], _ offset: Int) -> Bool {
    guard offset < text.count else { return false }
    let offset = text[offset] == 0x20 && offset + 1 < text.count ? offset + 1 : offset
    let scalar = UTF8Scalar.folded(in: text, at: offset).scalar
    // 13日傍晚, 4日20时; 昨日上市 is no time of the day.
    return rules.daytimes.longestMatch(in: text, at: offset) != nil || (0x30...0x39).contains(scalar)
  }

  private static let formerly = Array("过去".utf8)
  private static let ordinal = Array("第".utf8)
  private static let copula = Array("是".utf8)
  static let openTitle = Array("《".utf8)
  static let of = Array("的".utf8)
  static let upTo = Array("到".utf8)
  static let whereas = Array("而".utf8)

  /// Whether a word stands at an offset; a few bytes compared in place, which a slice of the text would not be.
  static func begins(_ text: [UInt8], _ offset: Int, _ word: [UInt8]) -> Bool {
    guard offset >= 0, text.count - offset >= word.count else { return false }
    for index in word.indices where text[offset + index] != word[index] { return false }
    return true
  }

  /// Whether a word stands directly before an offset.
  static func follows(_ text: [UInt8], _ offset: Int, _ word: [UInt8]) -> Bool {
    begins(text, offset - word.count, word)
  }

  /// Whether a word stands in a part of a text.
  static func contains(_ text: [UInt8], _ range: Range<Int>, _ word: [UInt8]) -> Bool {
    offset(of: word, in: text, range) != nil
  }

  /// Where a word first stands in a part of a text.
  static func offset(of word: [UInt8], in text: [UInt8], _ range: Range<Int>) -> Int? {
    guard let first = word.first else { return range.isEmpty ? nil : range.lowerBound }
    let last = min(range.upperBound, text.count) - word.count
    return text.withUnsafeBufferPointer { bytes in
      var offset = max(0, range.lowerBound)
      while offset <= last {
        // Most places begin with another byte.
        if bytes[offset] == first, begins(text, offset, word) { return offset }
        offset += 1
      }
      return nil
    }
  }
}
