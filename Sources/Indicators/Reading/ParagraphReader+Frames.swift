import Figures
import Values

/// What clauses leave for those that follow: frames of status and topics.
extension ParagraphReader {
  /// - Parameter clause: That which the pieces stand in.
  mutating func readFrame(_ range: Range<Int>, in clause: Clause) {
    // 三成企业打算扩大招工: as many as have the plan.
    let isShared =
      range.lowerBound > currentClause && cut.pieces[range.lowerBound - 1].figureKind == .percentage
    for index in range {
      let piece = cut.pieces[index]
      if piece.kind == .period {
        readFrame(period: index)
        continue
      }
      if isDone(index) || frame == .target && saysReally(index) { frame = .actual }
      guard piece.kind == .word else { continue }
      if piece.classes & lexicon.known.breakdown != 0 {
        if !hasBreakdown { whole = lastLevel }
        breakdown = true
        hasBreakdown = true
      }
      if piece.classes & lexicon.known.sameBelow != 0 { sameComparison = comparison(toldAt: index) ?? sameComparison }
      if piece.classes & lexicon.known.estimate != 0 { isEstimate = true }
      if isAttribute(index), piece.classes & lexicon.known.forecast == 0 { continue }
      if piece.classes & lexicon.known.target != 0 {
        if !isShared, !isReached(index), !isPlanCompared(index), !isPlanItself(index, in: clause),
          !isOfWhomItIsDue(index)
        {
          open(.target)
          if isFormerPlan(index) { formerPlan = currentClause }
        }
      } else if piece.classes & lexicon.known.demand != 0, isDemanded(index, in: clause) {
        open(.target)
      } else if piece.classes & lexicon.known.must != 0 {
        // 今年要新建粮库3座，仓容达到12万吨: with a time it goes on.
        if index + 1 < cut.pieces.count, cut.pieces[index + 1].kind != .figures,
          isOfTimeNotOver(before: index), !isHabit(before: index), !takes(index), !isCost(index),
          frame != .forecast || framedClause != currentClause
        {
          open(.target)
        }
      } else if piece.classes & lexicon.known.will != 0 {
        if leadsVerb(index), frame != .forecast, !isDisposal(index) { open(isEstimate ? .forecast : .target) }
      } else if piece.classes & lexicon.known.able != 0 {
        if changesFigure(behind: index) { openClause(.forecast) }
      } else if piece.classes & lexicon.known.forecast != 0 {
        // 今年产量可达85万公斤，收购价每公斤8元: what a verb of its figure says is not said of the next.
        if piece.classes & (lexicon.known.attain | lexicon.known.rise) != 0 {
          openClause(.forecast)
        } else {
          open(.forecast)
        }
        // 损失估计1.3亿元，被害面积2800公顷: what was only reckoned is the one figure behind.
        if piece.classes & lexicon.known.appraisal != 0, index > currentClause, index + 1 < cut.pieces.count,
          cut.pieces[index + 1].kind == .figures, cut.pieces[index - 1].isNameable
        {
          appraisedClause = currentClause
        }
      } else if piece.classes & lexicon.known.reckon != 0 {
        if leadsVerb(index) { open(.forecast) }
      } else if piece.classes & (lexicon.known.actual | lexicon.known.attainPast) != 0 {
        if !addsUpToCome(piece) { frame = .actual }
      }
    }
  }

  /// The comparison that 下同 holds for: told in its bracket or right before it.
  private func comparison(toldAt index: Int) -> Observation.Comparison? {
    let reader = ComparisonReader(lexicon: lexicon, shadow: shadow, figures: figures)
    var told = reader.finding(in: currentClause..<index, of: cut.pieces, current: nil)
    if told == .none, let bracket = bracket(around: cut.pieces[index], before: index) {
      let start = max(0, bracket - 3)
      let figure = cut.pieces[start..<bracket].lastIndex { $0.kind == .figures }
      told = reader.finding(in: (figure.map { $0 + 1 } ?? start)..<bracket, of: cut.pieces, current: nil)
    }
    if case .comparison(let comparison) = told { return comparison }
    return nil
  }

  /// The bracket that a piece stands in, of the pieces before it in its sentence.
  private func bracket(around piece: Piece, before index: Int) -> Int? {
    cut.pieces[max(sentenceStart, index - Self.reach)..<index].lastIndex {
      $0.kind == .bracket && $0.range.contains(piece.range.lowerBound)
    }
  }

  /// Whether a clause begins with 其中.
  func opensWithBreakdown(_ clause: Clause) -> Bool {
    guard let first = clause.pieces.first else { return false }
    return cut.pieces[first].classes & lexicon.known.breakdown != 0
  }

  /// 实现了“双降”目标: an aim that is reached.
  private func isReached(_ index: Int) -> Bool {
    guard shadow[cut.pieces[index].range].elementsEqual("目标".utf8) else { return false }
    let aim = cut.pieces[index].range.lowerBound
    let said = max(cut.pieces[currentClause].range.lowerBound, aim - 60)..<aim
    return PeriodMarker.contains(shadow, said, Self.done)
  }

  /// 预计全年累计可完成52万亩, 力争累计完工2500台: what adds up is expected or aimed at as well.
  private func addsUpToCome(_ piece: Piece) -> Bool {
    (frame == .forecast || frame == .target) && framedClause == currentClause
      && shadow[piece.range].starts(with: "累计".utf8)
  }

  /// 将引进企业作为头等大事: 将 marks what something is done with.
  private func isDisposal(_ index: Int) -> Bool {
    let start = cut.pieces[index].range.upperBound
    var end = start
    while end < shadow.count, end - start < 90, case (let scalar, let size) = UTF8Shadow.scalar(in: shadow, at: end),
      scalar != 0x2C, scalar != 0xFF0C, scalar != 0x3002
    { end += size }
    return lexicon.disposals.occurs(in: shadow, start..<end)
  }

  private static let done = Array("了".utf8)

  mutating func open(_ status: Observation.Status) {
    if frame == .target, status == .forecast { frameBefore = .target }
    frame = status
    if status == .target {
      // 去年占21.3%，今年计划不低于22%；两年改造43所: what is told first is no aim, nor is what comes behind a semicolon.
      hasAim = hasAim || recent.isEmpty || observations.last?.status == .target
      if !hasYearPlan { hasYearPlan = isOfThisYear(currentClause) }
    }
    framedClause = currentClause
  }

  /// A period that is over ends an aim, one that is now says what stands.
  private mutating func readFrame(period index: Int) {
    guard !isBase(index), !isAttribute(index) else { return }
    let figure = figures[cut.pieces[index].index]
    if figure.periodExpression?.span == .present {
      frame = .actual
      return
    }
    // 区里已经拿出方案：明年上半年新增端口8000个，覆盖率达到95%: what is done already is not what is still to come.
    if frame == .actual, framedClause != currentClause, let period = figure.period, beginsAfterIssue(period) {
      frame = nil
      return
    }
    // What is over is no aim: 计划投资63亿元，截至6月底完成46.7亿元. 预计一季度 goes on being expected.
    guard frame != nil, framedClause != currentClause, let period = figure.period, isOver(period) else { return }
    // 业内人士预计，3月份将新推4500套, on a page of March: the month is not over.
    if leadsForecast, frame == .forecast, !isBeforeDay(period) { return }
    frame = nil
  }

  /// 今年要新建粮库3座; 下半年，区里还要在城南办学4所: a time that is not over, in the clause or all of the one before.
  func isOfTimeNotOver(before index: Int) -> Bool {
    if cut.pieces[currentClause..<index].contains(where: { $0.kind == .period && !isOver($0) }) { return true }
    guard currentClause > sentenceStart, case let told = cut.pieces[currentClause - 1], told.kind == .period,
      currentClause - 1 == sentenceStart, let period = figures[told.index].period
    else { return false }
    return figures[told.index].periodExpression?.mode == .within && !isOver(period)
  }

  /// 五年前这条线要坐42个女工: what had to be then.
  private func isOver(_ piece: Piece) -> Bool {
    let figure = figures[piece.index]
    return figure.periodExpression?.mode == .within && figure.period.map(isOver) ?? false
  }

  /// 计划招收3200人，实际录取3150人: what was planned is over.
  private func saysReally(_ index: Int) -> Bool {
    guard index + 1 < cut.pieces.count, shadow[cut.pieces[index].range].elementsEqual("实际".utf8) else { return false }
    return cut.pieces[index + 1].classes & (lexicon.flow | lexicon.known.act | lexicon.known.attain) != 0
  }

  /// 2023年，全县将…: the clause speaks of the year of publication or of one to come.
  private func isOfThisYear(_ start: Int) -> Bool {
    guard let published else { return false }
    for piece in cut.pieces[start...].prefix(8) where piece.kind == .period {
      guard let period = figures[piece.index].period, let last = Self.lastDay(of: period) else { continue }
      return last.year >= published.year && !isOver(period)
    }
    return false
  }

  /// 原打算花3000万元, 本计划投资800万元: what was planned once.
  private func isFormerPlan(_ index: Int) -> Bool {
    lexicon.onceLeads.longestMatch(endingAt: cut.pieces[index].range.lowerBound, in: shadow) != nil
  }

  /// 镇上原打算建体育馆，这笔钱省下了，用地也省下25亩: what was planned once ends with its clause.
  mutating func endFormerPlan() {
    guard formerPlan >= 0, formerPlan == currentClause else { return }
    formerPlan = -1
    if frame == .target { frame = nil }
    hasAim = false
  }

  /// 带动了: the verb is done.
  @inline(__always)
  private func isDone(_ index: Int) -> Bool {
    guard cut.pieces[index].kind == .text, index > currentClause,
      UTF8Shadow.scalar(in: shadow, at: cut.pieces[index].range.lowerBound).scalar == 0x4E86  // 了
    else { return false }
    let verbs = lexicon.flow | lexicon.known.act | lexicon.known.verb | lexicon.known.predicate
    return cut.pieces[index - 1].classes & verbs != 0
  }

  /// 比去年, 由目前的95亿元: what something else is set against.
  private func isBase(_ index: Int) -> Bool {
    index > 0 && cut.pieces[index - 1].classes & (lexicon.known.than | lexicon.known.from) != 0
  }

  /// 去年定下的标准, 目前的95亿元, 全年计划的100.3%: the word only tells which.
  @inline(__always)
  private func isAttribute(_ index: Int) -> Bool {
    index + 1 < cut.pieces.count && cut.pieces[index + 1].classes & lexicon.known.of != 0
  }

  /// After a semicolon the aim that the sentence was about holds again: 计划整备土地235公顷，已完成126公顷；推进综合整治30个.
  mutating func beginSegment() {
    aspect = nil
    whole = nil
    if hasAim {
      frame = .target
    } else if leadsForecast, frame == .forecast {
      return
    } else if frame == .forecast || frame == .target {
      frame = nil
    }
  }

  /// 计划投入650万元，预计6月底开诊，报销比例提高到八成: what is expected in a clause without figures ends with it.
  mutating func endFrame(of clause: Clause) {
    if frame == .forecast, frameBefore == .target,
      cut.pieces[clause.pieces].contains(where: { $0.kind == .text || $0.isNameable })
    {
      frame = .target
    }
    frameBefore = nil
  }

  /// 将 before a verb says what will be; before a noun it only marks the object.
  func leadsVerb(_ index: Int) -> Bool {
    guard index + 1 < cut.pieces.count else { return false }
    let next = cut.pieces[index + 1]
    // 将在金田、麻垌等乡镇增设调解室9个: with 在 it marks no object.
    if cut.pieces[index].range.count > 3 { return true }
    let verbs =
      lexicon.flow | lexicon.known.verb | lexicon.known.act | lexicon.known.attain | lexicon.known.rise
      | lexicon.known.fall | lexicon.known.predicate | lexicon.known.imperative
      | lexicon.known.plan | lexicon.known.thanNow | lexicon.known.copula | lexicon.known.share | lexicon.known.adverb
      | lexicon.known.distribute
    if next.classes & verbs != 0 || next.kind == .period { return true }
    // 将新购入: one character before the verb.
    if next.kind == .text, next.range.count == 3, index + 2 < cut.pieces.count,
      cut.pieces[index + 2].classes & (lexicon.flow | lexicon.known.act | lexicon.known.verb) != 0
    {
      return true
    }
    // 将84名嫌疑人移送起诉: what is done to them; 将超过8亿千瓦 says how much it will be.
    if next.kind == .figures {
      let figure = figures[next.index]
      return figure.kind != .count && figure.bound != .exact
    }
    return index + 2 < cut.pieces.count && cut.pieces[index + 2].kind == .figures
  }

  /// True for a period that ends by the end of the month of publication.
  func isOver(_ period: TimePeriod) -> Bool { Self.isOver(period, by: published) }

  static func isOver(_ period: TimePeriod, by published: CalendarDate?) -> Bool {
    guard let published, let last = lastDay(of: period) else { return false }
    return (last.year, last.month) <= (published.year, published.month)
  }

  static func lastDay(of period: TimePeriod) -> CalendarDate? {
    switch period {
    case .single(let unit), .until(let unit), .interval(_, let unit): unit.lastDay
    }
  }

  /// A clause without figures may name what the next ones measure: 煤炭及制品受库存拖累，下降6.7%.
  mutating func readTopic(_ clause: Clause) {
    guard isTopicAsked else { return }
    let pieces = cut.pieces
    let comparison = ComparisonReader(lexicon: lexicon, shadow: shadow, figures: figures)
      .finding(in: clause.pieces, of: pieces, current: nil)
    if comparison != .none { comparedClause = clause.pieces }
    guard !clause.isBracket else { return }
    if lexicon.isView(shadow[clause.range]) {
      viewed = pieces[clause.pieces].last { $0.classes & lexicon.known.bareHead != 0 }?.range
      return
    }
    var start = clause.pieces.lowerBound
    while start < clause.pieces.upperBound, !pieces[start].isNameable { start += 1 }
    var end = start
    let predicate = lexicon.known.predicate
    while end < clause.pieces.upperBound, pieces[end].isNameable, pieces[end].classes & predicate == 0 || end == start {
      end += 1
    }
    if let whole = counted(behind: end, in: clause) { end = whole }
    // 厂长说，去年产值…: who tells it is not what it is about.
    if end < clause.pieces.upperBound, pieces[end].classes & lexicon.known.headOfReport != 0 { return }
    let rates = lexicon.known.rateRise | lexicon.known.rateFall
    guard start < end else {
      // 增幅最大，达38.5%: of the indicator in force.
      if let rate = clause.pieces.first(where: { pieces[$0].classes & rates != 0 }) {
        pending = nil
        pendingRate = pieces[rate].classes & lexicon.known.rateFall != 0
        pendingRateNoun = pieces[rate].range
      }
      return
    }
    // 红旗大队今年上半年的副业收入，比去年同期…: what is measured stands behind the time.
    let topic = start
    if end < clause.pieces.upperBound, pieces[end].kind == .period, let thing = thing(behind: end, in: clause) {
      (start, end) = (thing.lowerBound, thing.upperBound)
    }
    if let tail = toldOf(start..<end) { end = tail }
    if let list = listed(in: clause) {
      pending = (list, true, false)
      return
    }
    // 城东区成交占比最高，达36.5%; 江北区最快: where that is all, it is said of what the sentence is about.
    let isGreatest = end == clause.pieces.upperBound && pieces[end - 1].classes & lexicon.known.superlative != 0
    if isGreatest { end -= 1 }
    guard start < end else {
      pending?.isStrong = true
      return
    }
    let isAspect = end - start > 1 && shadow[pieces[end - 1].range].elementsEqual(Self.inRespect)
    if isAspect { end -= 1 }
    let isStrong =
      isAspect || isGreatest || standsForMove(end, clause: clause)
      || end < clause.pieces.upperBound && pieces[end].classes & predicate != 0
      || pieces[start].classes & lexicon.known.topicLead != 0 || isPartitive(clause)
    if end == clause.pieces.upperBound { bareTopic = start..<end }
    // 村支书韦国平说，…: who says it is nothing that is measured.
    if end < clause.pieces.upperBound, pieces[end].classes & lexicon.known.headOfReport != 0,
      edges.isSpeaker(pieces[end - 1])
    {
      return
    }
    // What the sentence is about stays, unless this is said to be it.
    guard isStrong || pending?.isStrong != true else { return }
    guard pieces[end - 1].range.upperBound - pieces[start].range.lowerBound <= 90 else { return }
    let mention = context.subject(
      paragraph: paragraph, clause: clause.range, figure: clause.range.upperBound..<clause.range.upperBound,
      nameStart: pieces[topic].range.lowerBound)
    let from = cutStart(mention, in: start..<end)
    guard var name = edges.name(start..<end, of: pieces, from: from) else { return }
    // 到去年底，…; 练市镇曾是…: one character names nothing here either.
    if let only = name.noun, isTooShort(only, clause: clause) { return }
    if topic < start { name = joinedOverPeriod(name, range: start..<end, clause: clause, mention: mention) }
    topicOwner = owner(ofTopic: start..<end, from: from)
    // 某某铝业 is who, no trade.
    if let owner = topicOwner, let subject = mention?.range, subject.overlaps(owner) { topicOwner = nil }
    let isLead = pieces[start].classes & lexicon.known.topicLead != 0
    pending = (name, isStrong, isLead)
    if isAspect, let noun = name.noun { aspect = noun }
    pendingIsLabel = end == clause.pieces.upperBound && standsBeforeColon(clause)
    // 集安：预计产量1.4万吨: a place is whose the row is, not what it is of.
    if pendingIsLabel, recent.isEmpty, let noun = name.noun, (6...12).contains(noun.count),
      context.placeLength(paragraph: paragraph, at: noun.lowerBound) == 0
    {
      label = noun
    }
    // 接待游客量同比增幅全省最高，达117.6%
    let rate = (end..<clause.pieces.upperBound).prefix(3).first { pieces[$0].classes & rates != 0 }
    pendingRate = rate.map { pieces[$0].classes & lexicon.known.rateFall != 0 }
    pendingRateNoun = rate.map { pieces[$0].range }
  }

  /// 党员数量增加最为明显, 汽车产量首次超过武汉: where what is said of a size begins behind its noun.
  private func toldOf(_ range: Range<Int>) -> Int? {
    let words = lexicon.known.growthNoun | lexicon.known.fallNoun | lexicon.known.adverb
    return range.dropFirst().first {
      cut.pieces[$0].classes & words != 0
        && cut.pieces[$0].classes & (lexicon.known.conjunction | lexicon.known.of) == 0
        && (measures($0 - 1) || endsInSize($0 - 1) || cut.pieces[$0 - 1].classes & lexicon.known.measureNoun != 0)
    }
  }

  /// 全市参加养老、医疗保险的人数: where a clause ends whose verb 的 makes a part of the noun that ends it.
  private func counted(behind verb: Int, in clause: Clause) -> Int? {
    let pieces = cut.pieces
    let end = clause.pieces.upperBound
    guard verb + 2 < end, pieces[verb].kind == .word, pieces[verb].classes & lexicon.known.predicate != 0,
      pieces[end - 1].classes & lexicon.known.measureNoun != 0,
      pieces[end - 2].classes & lexicon.known.of != 0,
      pieces[verb..<end].allSatisfy({ $0.isNameable })
    else { return nil }
    return end
  }

  /// The pieces of a name behind a time in a clause without figures.
  private func thing(behind period: Int, in clause: Clause) -> Range<Int>? {
    let pieces = cut.pieces
    var start = period
    while start < clause.pieces.upperBound,
      pieces[start].kind == .period || pieces[start].classes & lexicon.known.of != 0
    { start += 1 }
    var end = start
    while end < clause.pieces.upperBound, pieces[end].isNameable, pieces[end].classes & lexicon.known.predicate == 0 {
      end += 1
    }
    // What follows the time to the end, or to what is said of it, is a noun: no verb is among it.
    let verbs = lexicon.flow | lexicon.known.act | lexicon.known.adverb
    guard start < end, end == clause.pieces.upperBound || pieces[end].classes & lexicon.known.predicate != 0,
      pieces[end - 1].classes & verbs == 0
    else { return nil }
    return start..<end
  }

  /// 装机容量：75万千瓦.
  func standsBeforeColon(_ clause: Clause) -> Bool {
    let end = clause.range.upperBound
    return end < shadow.count && [0x3A, 0xFF1A].contains(UTF8Shadow.scalar(in: shadow, at: end).scalar)
  }

  /// 规上企业里，近三成…: what follows is of a part of them.
  private func isPartitive(_ clause: Clause) -> Bool {
    let end = cut.pieces[clause.pieces.upperBound - 1].range.upperBound
    let tail = shadow[max(0, end - 3)..<end]
    return tail.elementsEqual("里".utf8) || tail.elementsEqual("中".utf8)
  }
}
