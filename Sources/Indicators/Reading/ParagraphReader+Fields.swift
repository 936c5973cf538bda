import Figures
import Values

/// The fields of a record beside its name.
extension ParagraphReader {
  /// 镇区面积6.5平方公里，2001年有28115户: an area is not measured in households.
  func isOfOtherDimension(_ name: IndicatorName, _ figure: Figure, _ emission: Construction.Emission) -> Bool {
    switch figure.kind {
    case .money, .count: break
    default: return false
    }
    guard emission.measure != .fixed(.change) else { return false }
    let bytes = name.utf8(in: shadow)
    // 参合率为95%，全县共有23600人次…: a rate counts nothing.
    if emission.measure != .fixed(.growth), levels[figure.unit] == nil, ShareNames(lexicon: lexicon).isRate(bytes) {
      return true
    }
    return lexicon.dimensions.contains { bytes.suffix($0.count).elementsEqual($0) }
  }

  /// The unit with the words 每吨 beside it joined, unless they lead the name.
  func unit(of figure: Figure, name: inout IndicatorName) -> (text: String, isJoined: Bool) {
    guard let per = figure.per, let range = figure.perRange else { return unitBehindName(of: figure, name: &name) }
    let joined = figure.unit + "/" + per
    guard case .range(let tail)? = name.parts.last, case .range(let lead)? = name.parts.first else {
      return (joined, true)
    }
    // 平均每户…: the words lead a name that was filled in.
    if name.parts.count > 1, lead.lowerBound <= range.lowerBound, lead.upperBound >= range.upperBound {
      return (figure.unit, false)
    }
    // 平均每户4万元: the words are all that leads the name.
    if name.parts.count == 1, name.flow == nil, tail.count <= 6,
      (0...3).contains(range.lowerBound - tail.upperBound), isMean(tail)
    {
      name.parts = [.range(tail.lowerBound..<range.upperBound)]
      return (figure.unit, false)
    }
    guard tail.overlaps(range) || lead.overlaps(range) else { return (joined, true) }
    // 平均每宗1056万元: the mean and the words are the head of the name.
    if name.parts.count == 1, range.lowerBound > tail.lowerBound,
      shadow[tail.lowerBound..<range.lowerBound].elementsEqual("平均".utf8)
    {
      return (figure.unit, false)
    }
    if lead.lowerBound >= range.lowerBound || range.upperBound < tail.upperBound { return (figure.unit, false) }
    name.parts[name.parts.count - 1] = .range(tail.lowerBound..<max(tail.lowerBound, range.lowerBound))
    return (joined, true)
  }

  /// 平均, 人均: 韭菜则每公斤2元 names what costs that much.
  private func isMean(_ range: Range<Int>) -> Bool {
    lexicon.longestMatch(in: shadow, at: range.lowerBound, end: range.upperBound).map {
      let entry = lexicon.entries[$0.word]
      let means = lexicon.known.mean | lexicon.known.meanHead
      return $0.end == range.upperBound && (entry.always | entry.beforeFigure) & means != 0
    } ?? false
  }

  /// 主机价格每千瓦跌了200元: the words that the name ends with belong to the unit.
  private func unitBehindName(of figure: Figure, name: inout IndicatorName) -> (text: String, isJoined: Bool) {
    guard figure.kind == .money || figure.kind == .quantity || figure.kind == .count,
      case .range(let tail)? = name.parts.last, tail.upperBound <= figure.range.lowerBound
    else { return (figure.unit, false) }
    guard let start = each(endingAt: tail.upperBound, from: tail.lowerBound + 6, within: 18) else {
      return (figure.unit, false)
    }
    let per = String(decoding: shadow[start + 3..<tail.upperBound], as: UTF8.self)
    // 每50公斤, 每百平方公里
    let isKnown =
      lexicon.perUnits.contains(per)
      || lexicon.perUnits.contains(String(per.drop { $0.isNumber || "百千万".contains($0) }))
    guard isKnown, !shadow[tail.lowerBound..<start].elementsEqual("平均".utf8) else { return (figure.unit, false) }
    name.parts[name.parts.count - 1] = .range(tail.lowerBound..<start)
    return (figure.unit + "/" + per, true)
  }

  /// Where the nearest 每 stands before an offset, with a character or more behind it.
  private func each(endingAt end: Int, from first: Int, within length: Int) -> Int? {
    stride(from: end - 6, through: max(first, end - length), by: -1).first {
      shadow[$0..<$0 + 3].elementsEqual(Self.each)
    }
  }

  func isNegative(_ emission: Construction.Emission, match: ConstructionMatch) -> Bool {
    switch emission.sign {
    case .positive: return false
    case .negative: return true
    case .byWord:
      for slot in [Slots.verb, Slots.rate] {
        guard let range = match.capture(slot) else { continue }
        let falls = lexicon.known.fall | lexicon.known.rateFall
        if cut.pieces[range].contains(where: { $0.classes & falls != 0 }) { return true }
        if slot == Slots.verb { return false }
      }
      return false
    }
  }

  /// What an amount is paid for by words before its verb: 人·月 of 每人每月发放180元护理补贴.
  func perBefore(_ anchor: Int, clause: Clause) -> String? {
    let verbs = lexicon.flow | lexicon.known.act | lexicon.known.verb | lexicon.known.predicate
    var index = anchor - 1
    while index > clause.pieces.lowerBound, anchor - index <= 2, cut.pieces[index].classes & verbs != 0 { index -= 1 }
    guard index < anchor - 1, cut.pieces[index].kind != .figures else { return nil }
    var end = cut.pieces[index].range.upperBound
    let start = max(cut.pieces[clause.pieces.lowerBound].range.lowerBound, end - 24)
    var time = ""
    for span in Self.spans where shadow[start..<end].suffix(6).elementsEqual(("每" + span).utf8) {
      time = "·" + span
      end -= 6
    }
    guard let each = each(endingAt: end, from: start, within: 12) else { return nil }
    let per = String(decoding: shadow[each + 3..<end], as: UTF8.self)
    return lexicon.perUnits.contains(per) ? per + time : nil
  }

  /// How many pieces of a sentence are looked at, so that a long one costs no more than its length.
  static let reach = 200
  private static let spans = ["月", "年", "天", "日"]

  /// 比全省（7.4%）和全国（6.3%）高: the growth elsewhere that the one before is compared with.
  private func isYardstick(_ figure: Figure) -> Bool {
    guard figure.kind == .percentage, recent.suffix(Self.reach).contains(where: { $0.measure == .growth }),
      let bracket = cut.pieces[sentenceStart...].prefix(Self.reach).firstIndex(where: {
        $0.kind == .bracket && $0.range.contains(figure.range.lowerBound)
      }), bracket > 0
    else { return false }
    let bases = lexicon.known.otherBase | lexicon.known.thanLead | lexicon.known.than
    return cut.pieces[bracket].range.count <= figure.range.count + 6
      && cut.pieces[max(0, bracket - 8)..<bracket].contains { $0.classes & bases != 0 }
  }

  func measure(
    _ emission: Construction.Emission, name: IndicatorName, figure: Figure
  ) -> Observation.Measure {
    if pendingFalls != nil { return .growth }
    switch emission.measure {
    // 分别上升8.2%和1.3个百分点, 分别下降1.3个百分点和8%: of each of the moves by its kind.
    case .fixed(.growth): return figure.kind == .points ? .change : .growth
    case .fixed(.change): return figure.kind == .percentage ? .growth : .change
    case .fixed(let measure): return measure
    case .asBefore:
      // 比5月骤减56%，7月才回升到538宗: a number is no growth.
      let isPart = figure.kind == .percentage || figure.kind == .points || figure.kind == .multiple
      if let last, last.measure == .change || isPart { return last.measure }
      return .level
    case .byName:
      if figure.kind == .ratio { return .ratio }
      if continuesGrowth(name, figure: figure) || isYardstick(figure) { return .growth }
      guard figure.kind == .percentage else {
        return figure.kind == .points && figure.unit != "点" ? .change : .level
      }
      let names = ShareNames(lexicon: lexicon)
      let bytes = name.utf8(in: shadow)
      // 上门服务只分到6%: after a share, what is no rate is one more.
      if let last, last.measure == .share, last.sentence == sentence, !names.isRate(bytes) { return .share }
      return names.isShare(bytes) || !names.isRate(bytes) ? .share : .level
    }
  }

  func status(
    _ role: PeriodRole, of name: IndicatorName, after anchor: Int, clause: Clause, figure: Figure, period: TimePeriod?
  ) -> Observation.Status {
    guard role == .current else { return .actual }
    if isTask(name, figure: figure) || isOrdered(figure) { return .target }
    let later = cut.pieces[anchor + 1..<clause.pieces.upperBound].prefix(3)
    // 超额四成完成征购任务 is done.
    if let noun = later.firstIndex(where: { $0.classes & lexicon.known.targetNoun != 0 }),
      !later[..<noun].contains(where: { $0.classes & lexicon.known.plan != 0 })
    {
      return .target
    }
    if endsInAim(clause, after: anchor) { return .target }
    // 不足一成打算置业: as many as have the plan.
    if figure.kind != .percentage,
      later.prefix(1).contains(where: { $0.classes & (lexicon.known.target | lexicon.known.will) != 0 })
    {
      return .target
    }
    // 比年初计划90公里增加30公里: what was planned.
    if isPlannedBase(anchor, clause: clause) { return .target }
    if comesAbout(behind: anchor, clause: clause) { return .target }
    if isExpected(behind: anchor, clause: clause) { return .forecast }
    if isYearPlan(anchor, clause: clause) || isSetDown(figure) { return .target }
    // 首批42处工程已开工
    if frame == .target, isDone(behind: anchor, clause: clause) || isBeyondPlan(clause) { return .actual }
    if let frame, frame != .actual { return frame }
    // 已入住306户，余下的94户年底前全部入住
    if frame == .actual, context.isDue(paragraph: paragraph, figure: figure.range) { return .target }
    // 已下达的方案里，2025年投资1.3亿元: what is of a time to come is not done.
    if frame == .actual, framedClause != currentClause, let period, beginsAfterIssue(period),
      cut.pieces[clause.pieces.lowerBound..<anchor].contains(where: { $0.kind == .period })
    {
      return hasForecast ? .forecast : .target
    }
    if has(must: clause.pieces.lowerBound..<anchor) { return .target }
    if let frame { return frame }
    if context.isPlanned(paragraph: paragraph, figure: figure.range) { return hasForecast ? .forecast : .target }
    // 明年，全区将重点发展大棚。其中，新建大棚800座
    if let period, beginsAfterIssue(period), startsWithDeed(clause, before: anchor) { return .target }
    if let period, isBeforeIssue(period) { return .actual }
    if isPlanned(anchor, clause: clause, period: period) { return .target }
    if let status = context.sectionStatus(paragraph: paragraph, at: figure.range.lowerBound) { return status }
    return isPlan && isImperative() ? .target : .actual
  }

  /// 确定了烟叶6万亩、蔬菜10万亩、茶园1.5万亩的目标: a list is of what it ends in.
  private func endsInAim(_ clause: Clause, after anchor: Int) -> Bool {
    let pieces = cut.pieces
    guard let last = clause.pieces.last(where: { pieces[$0].kind == .figures }), last > anchor,
      last + 1 < clause.pieces.upperBound, pieces[last + 1].classes & lexicon.known.targetNoun != 0
    else { return false }
    let done = lexicon.known.attain | lexicon.known.actual | lexicon.known.rise | lexicon.known.fall
    return !pieces[anchor + 1..<last].contains { $0.kind == .period || $0.classes & done != 0 }
  }

  /// 要 as what has to be; 一天要处理60吨 and 要四万元 only say how much it takes.
  func has(must range: Range<Int>) -> Bool {
    range.contains { index in
      guard cut.pieces[index].classes & lexicon.known.must != 0 else { return false }
      // 今年要翻一番, and no 要四万元
      if case let next = cut.pieces[index + 1], next.kind == .figures {
        return next.figureKind == .multiple && isOfTimeNotOver(before: index)
      }
      if takes(index) || isCost(index) || hadTo(index) { return false }
      return index == range.lowerBound || !isHabit(before: index)
    }
  }

  /// 每月, 少说, 旺季一天.
  func isHabit(before index: Int) -> Bool {
    guard index > 0 else { return false }
    return cut.pieces[index - 1].classes & lexicon.known.habit != 0 || endsInRhythm(cut.pieces[index - 1])
  }

  /// 每天, 旺季一天, 一年.
  private func endsInRhythm(_ piece: Piece) -> Bool {
    guard piece.range.count >= 6, piece.kind == .text || piece.figureKind == .duration else { return false }
    let last = UTF8Shadow.scalar(in: shadow, at: piece.range.upperBound - 3).scalar
    let before = UTF8Shadow.scalar(in: shadow, at: piece.range.upperBound - 6).scalar
    return [0x5929, 0x65E5, 0x5468, 0x6708, 0x5E74, 0x6B21].contains(last) && (before == 0x4E00 || before == 0x6BCF)
  }

  /// True for a period that ended before the year or the month of publication.
  func isBeforeIssue(_ period: TimePeriod) -> Bool {
    guard let published, let last = Self.lastDay(of: period) else { return false }
    if case .until = period {
      return (last.year, last.month, last.day) <= (published.year, published.month, published.day)
    }
    if case .single(let unit) = period, unit.granularity == .year { return last.year < published.year }
    return (last.year, last.month) < (published.year, published.month)
  }

  /// True for a period that begins after the month of publication.
  func beginsAfterIssue(_ period: TimePeriod) -> Bool {
    guard let published, let first = period.firstUnit.firstDay else { return false }
    return (first.year, first.month) > (published.year, published.month)
  }

  /// True for a sentence that begins with what is to be done, as those of work plans do.
  func isImperative() -> Bool {
    let adverbs = lexicon.known.adverb
    guard
      let first = cut.pieces[sentenceStart...].prefix(6).first(where: {
        $0.classes & adverbs == 0 || $0.classes & (lexicon.flow | lexicon.known.imperative) != 0
      })
    else { return false }
    return first.classes & (lexicon.flow | lexicon.known.imperative | lexicon.known.verb | lexicon.known.plan) != 0
  }

  func comparison(
    _ emission: Construction.Emission, match: ConstructionMatch, anchor: Int, clause: Clause, period: TimePeriod?
  ) -> Observation.Comparison? {
    switch emission.comparison {
    case .none: return nil
    case .fixed(let comparison): return comparison
    case .byWords:
      var start = anchor
      while start > clause.pieces.lowerBound,
        cut.pieces[start - 1].kind != .figures || cut.pieces[start - 1].figureKind == .duration
      { start -= 1 }
      // 同比分别下降7.4%和上升5.1%: the word before 分别 holds for each.
      let reach = lastDealt(in: clause.pieces.lowerBound..<start) ?? start
      let finding = ComparisonReader(lexicon: lexicon, shadow: shadow, figures: figures)
        .finding(in: reach..<anchor, of: cut.pieces, current: period)
      let told =
        finding == .none
        ? comparedClause.map {
          ComparisonReader(lexicon: lexicon, shadow: shadow, figures: figures)
            .finding(in: $0, of: cut.pieces, current: period)
        } ?? .none : finding
      switch told {
      case .comparison(let comparison): return comparison
      case .none: return comparisonOfBase(before: start, clause) ?? comparisonOfChange(in: clause) ?? sameComparison
      case .otherBase: return nil
      }
    }
  }

  /// 比上年同期的3.1亿元增加5000万元: the value of the base stands between.
  private func comparisonOfBase(before start: Int, _ clause: Clause) -> Observation.Comparison? {
    let pieces = cut.pieces
    var period = start - 2
    if period > clause.pieces.lowerBound, pieces[period].classes & lexicon.known.of != 0 { period -= 1 }
    guard period > clause.pieces.lowerBound, pieces[period].kind == .period,
      pieces[period - 1].classes & lexicon.known.than != 0
    else { return nil }
    let finding = ComparisonReader(lexicon: lexicon, shadow: shadow, figures: figures)
      .finding(in: period - 1..<start, of: pieces, current: nil)
    if case .comparison(let comparison) = finding { return comparison }
    return nil
  }

  /// 比6月份下跌160元，跌幅为4.2%, 同比减少950万吨，下降11.5%: the rate is of the change told before.
  private func comparisonOfChange(in clause: Clause) -> Observation.Comparison? {
    let rates = lexicon.known.rateRise | lexicon.known.rateFall | lexicon.known.rise | lexicon.known.fall
    guard let last, last.sentence == sentence, let change = observations.last,
      // 即提高67%
      cut.pieces[clause.pieces].first(where: { $0.classes & lexicon.known.adverb == 0 }).map({
        $0.classes & rates != 0
      }) ?? false
    else { return nil }
    if last.measure == .change, change.measure == .change { return change.comparison }
    // 吞吐量8326万吨，同比增长16.4%；其中外贸3015万吨，增幅达21.7%: of a part as of the whole.
    guard hasBreakdown, last.measure == .level, recent.count > 1, recent[recent.count - 2].measure == .growth,
      recent[recent.count - 2].sentence == sentence, observations.count > 1
    else { return nil }
    return observations[observations.count - 2].comparison
  }

  /// Where the part of a clause begins that 分别 deals out: behind the figure before it.
  private func lastDealt(in range: Range<Int>) -> Int? {
    guard let word = range.last(where: { cut.pieces[$0].classes & lexicon.known.distribute != 0 }) else { return nil }
    let before = range.lowerBound..<word
    return before.last { cut.pieces[$0].kind == .figures && cut.pieces[$0].figureKind != .duration }.map { $0 + 1 }
      ?? range.lowerBound
  }
}
