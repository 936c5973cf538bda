import Figures
import Layout
import Rules
import Values

/// The period of one value among several: of a list, of a span, of what is said first.
extension PeriodFinder {
  static func isBase(_ use: PeriodMention.Use) -> Bool {
    if case .base = use { true } else { false }
  }

  /// Whether no other figure stands between a period and a figure.
  func ownsNext(_ mention: PeriodMention, _ figure: Range<Int>, _ index: Int) -> Bool {
    let figures = figures[index]
    let first = figures.indices.first(notBefore: mention.range.upperBound) { figures[$0].range.lowerBound }
    return !(first..<min(figures.count, first + Self.reach)).contains { other in
      figures[other].range.upperBound <= figure.lowerBound && figures[other].amount != nil
        && figures[other].periodExpression == nil
    }
  }

  /// The period of a mention for a figure: one of a list by its order, the end of a span for a value reached.
  func shaped(_ mention: PeriodMention, _ index: Int, _ clause: Int, _ figure: Range<Int>) -> TimePeriod? {
    if mention.list.count > 1 {
      if let place = orderInList(index, figure, count: mention.list.count) { return mention.list[place] }
      guard let first = mention.list.first, let last = mention.list.last else { return nil }
      return .interval(first.firstUnit, last.lastUnit)
    }
    if let year = yearInOrder(mention, index, figure) { return .single(CalendarUnit(year: year)) }
    guard case .interval(_, let end)? = mention.period,
      isReached(index, clause, figure) || mention.expression.mode == .since && isRateReached(index, figure)
    else { return mention.period }
    if isSeason(mention, index) { return mention.period }
    switch (mention.expression.span, mention.expression.mode) {
    case (.years, _), (.lastYears, _), (_, .since): return .single(end)
    default: return mention.period
    }
  }

  /// 2016年至2018年，分别完成236.3亿元、314.5亿元、365亿元: the year of a figure where there are as many as years.
  private func yearInOrder(_ mention: PeriodMention, _ index: Int, _ figure: Range<Int>) -> Int? {
    guard case .interval(let first, let last)? = mention.period, case .year = first.granularity,
      case .year = last.granularity, (1...9).contains(last.year - first.year)
    else { return nil }
    return orderInList(index, figure, count: last.year - first.year + 1).map { first.year + $0 }
  }

  /// 2015年至2020年，里程由4650公里增加到5930公里: the first value is of the first year.
  func firstYear(of mention: PeriodMention?) -> TimePeriod? {
    guard let mention, mention.use == .frame, case .years = mention.expression.span,
      case .interval(let first, let last)? = mention.period, last.year - first.year >= 2
    else { return nil }
    return .single(first)
  }

  /// Whether a value is the B of 由A提高到B.
  func isReached(_ index: Int, _ clause: Int, _ figure: Range<Int>) -> Bool {
    let text = paragraphs[index].shadow
    let start = max(paragraphs[index].clauses.clauses[clause], figure.lowerBound - Self.window)
    guard figure.lowerBound - start >= 9 else { return false }
    let window = max(start, figure.lowerBound - 12)..<figure.lowerBound
    return PeriodMarker.contains(text, window, PeriodMarker.upTo) || PeriodMarker.contains(text, window, Self.to)
      ? PeriodMarker.contains(text, start..<figure.lowerBound, Self.from)
        || PeriodMarker.contains(text, start..<figure.lowerBound, Self.out)
      : false
  }

  /// 2021年以来，普惠园占比达到九成: a rate is of the end.
  func isRateReached(_ index: Int, _ figure: Range<Int>) -> Bool {
    let text = paragraphs[index].shadow
    guard figures[index].contains(where: { $0.range == figure && $0.kind == .percentage }) else { return false }
    return PeriodMarker.follows(text, figure.lowerBound, PeriodMarker.upTo)
      || PeriodMarker.follows(text, figure.lowerBound, Self.to)
  }

  static let to = Array("至".utf8)
  static let from = Array("由".utf8)
  static let out = Array("从".utf8)

  /// The place of a figure among those of 分别为A、B及C, where there are as many as periods.
  func orderInList(_ index: Int, _ figure: Range<Int>, count: Int) -> Int? {
    let paragraph = paragraphs[index]
    let clause = paragraph.clauses.clause(at: figure.lowerBound)
    // Thousands separators are no clause marks, so the list lies in one clause.
    let range = paragraph.clauses.range(ofClause: clause)
      .clamped(to: figure.lowerBound - Self.window..<figure.lowerBound + Self.window)
    guard rules.sections.respectively.occurs(in: paragraph.shadow, range) else { return nil }
    let figures = figures[index]
    let first = figures.indices.first(notBefore: range.lowerBound) { figures[$0].range.lowerBound }
    let listed = (first..<min(figures.count, first + Self.reach)).filter {
      figures[$0].amount != nil && figures[$0].periodExpression == nil
        && range.contains(figures[$0].range.lowerBound)
    }
    guard listed.count == count else { return nil }
    return listed.firstIndex {
      figures[$0].range.overlaps(figure) || figures[$0].range.contains(figure.lowerBound)
    }
  }

  /// “两毛五一斤。”昨日在市场…: the day of what is said stands behind it.
  func attribution(_ index: Int, _ clause: Int, _ figure: Range<Int>) -> PeriodMention? {
    let paragraph = paragraphs[index]
    guard let opening = paragraph.shadow.first, opening == 0xE2 || opening == 0x22 || opening == 0xE3 else {
      return nil
    }
    let scalar = UTF8Scalar.folded(in: paragraph.shadow, at: 0).scalar
    guard scalar == 0x201C || scalar == 0x22 || scalar == 0x300C else { return nil }
    let known = mentions[index]
    let after = known.indices.first(notBefore: figure.lowerBound + 1) { known[$0].range.lowerBound }
    guard after < mentions[index].count, case let first = mentions[index][after],
      paragraph.clauses.sentence(at: figure.lowerBound) == 0, first.sentence == 1,
      first.range.lowerBound - paragraph.clauses.clauses[first.clause] <= 3
    else { return nil }
    return first
  }

  /// 达产后: the year is not known.
  func isFutureCondition(_ index: Int, _ sentence: Int, _ figure: Range<Int>) -> Bool {
    let paragraph = paragraphs[index]
    var clause = paragraph.clauses.clause(at: figure.lowerBound)
    let last = before(index, figure.lowerBound).last { $0.sentence == sentence }
    // 明年，外科楼投入使用后，将新增床位400张: the time is told.
    if let last, last.use == .frame, last.expression.span == .year, isToCome(last) { return false }
    for _ in 0..<6 where clause >= 0 && paragraph.clauses.sentenceOfClause[clause] == sentence {
      if let last, last.clause > clause { return false }
      let range = paragraph.clauses.range(ofClause: clause)
      let end = min(range.upperBound, figure.lowerBound, range.lowerBound + Self.window)
      var site = paragraph.firstSite(from: range.lowerBound)
      while site < paragraph.sites.count, case let offset = Int(paragraph.sites[site].offset), offset < end {
        if paragraph.sites[site].reasons.contains(.futureCondition),
          rules.sections.futureConditions.longestMatch(in: paragraph.shadow, at: offset, end: range.upperBound) != nil
        {
          return last == nil || last.map { $0.range.lowerBound < offset } ?? true
        }
        site += 1
      }
      clause -= 1
    }
    return false
  }
}
