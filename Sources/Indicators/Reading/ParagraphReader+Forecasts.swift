import Figures
import Rules
import Values

/// How far what is expected reaches: a sentence, a clause, or the parts of what is.
extension ParagraphReader {
  /// 可增加200多元, 可降低8%: how much more or less there can be.
  func changesFigure(behind index: Int) -> Bool {
    guard index + 2 < cut.pieces.count, cut.pieces[index + 2].kind == .figures else { return false }
    return cut.pieces[index + 1].classes & (lexicon.known.rise | lexicon.known.fall) != 0
  }

  /// 据农业部门预测，今年秋粮面积388万亩；总产220万吨: what is expected in a clause that says no more than that somebody does is
  /// all of the sentence.
  mutating func readForecastLead(_ clause: Clause) {
    guard frame == .forecast, framedClause == currentClause, clause.pieces.upperBound > clause.pieces.lowerBound,
      cut.pieces[clause.pieces.upperBound - 1].classes & lexicon.known.forecast != 0
    else { return }
    leadsForecast = true
  }

  /// Opens a frame of one clause and those that compare with it.
  mutating func openClause(_ status: Observation.Status) {
    if frame != .forecast, frame != .target {
      ableClause = currentClause
      frameBeforeAble = frame
    }
    open(status)
  }

  /// Whether a clause goes on with what the one before says: 总产可达76万吨，比去年增产一成八.
  func goesOn(_ clause: Clause) -> Bool {
    guard let first = clause.pieces.first else { return false }
    let words =
      lexicon.known.than | lexicon.known.thanLead | lexicon.known.yoy | lexicon.known.rise | lexicon.known.fall
    return cut.pieces[first].classes & words != 0
  }

  /// 今年产量可达85万公斤，收购价每公斤8元: ends what was said of the figures of one clause.
  mutating func endAbility(before clause: Clause) {
    guard ableClause >= 0, ableClause == currentClause else { return }
    if goesOn(clause) {
      ableClause = clause.pieces.lowerBound
    } else {
      if frame == .forecast { frame = frameBeforeAble }
      ableClause = -1
    }
  }

  /// 据预测，今年总产220万吨。其中，水稻188万吨: the parts of what is expected are so as well.
  func opensExpectedPart(_ clause: Clause) -> Bool {
    hasForecast && opensWithBreakdown(clause) && observations.suffix(recent.count).allSatisfy { $0.status == .forecast }
  }

  /// 两个泊位预计年底投产: what is expected to come about, at a time, with what is counted.
  func isExpected(behind anchor: Int, clause: Clause) -> Bool {
    let pieces = cut.pieces
    var index = anchor + 1
    while index < clause.pieces.upperBound, index - anchor <= 4, pieces[index].isNameable,
      pieces[index].classes & lexicon.known.forecast == 0
    { index += 1 }
    guard index + 2 < clause.pieces.upperBound, pieces[index].classes & lexicon.known.forecast != 0,
      pieces[index + 1].kind == .period
    else { return false }
    return !pieces[index + 2..<clause.pieces.upperBound].contains { $0.kind == .figures }
  }

  /// 到2018年底，通客车率达100%: what is to be by the end of a year is aimed at for that year.
  static func due(_ period: TimePeriod) -> TimePeriod {
    guard case .until(let unit) = period, let last = unit.lastDay, last.month == 12, last.day == 31 else {
      return period
    }
    return .single(CalendarUnit(year: last.year))
  }

  /// Whether a period ended before the day of the page.
  func isBeforeDay(_ period: TimePeriod) -> Bool {
    guard let published, let last = Self.lastDay(of: period) else { return false }
    return (last.year, last.month, last.day) < (published.year, published.month, published.day)
  }

  /// 炼一吨铁要吃掉焦炭1100公斤: what one of something takes is no aim.
  func takes(_ index: Int) -> Bool {
    guard index > currentClause, cut.pieces[index - 1].kind == .text || cut.pieces[index - 1].isNameable else {
      return false
    }
    let range = cut.pieces[max(currentClause, index - 3)].range.lowerBound..<cut.pieces[index].range.lowerBound
    let first = figures.indices.first(notBefore: range.lowerBound) { figures[$0].range.lowerBound }
    return figures[first...].prefix(3).contains { figure in
      guard range.contains(figure.range.lowerBound), shadow[figure.range].starts(with: Self.one) else { return false }
      switch figure.kind {
      case .quantity: return true
      case .count: return figure.unit != "个"
      default: return false
      }
    }
  }

  /// 占应领证户的96.5%, 应搬的5740人全部搬进新居: the word only tells of whom something is due.
  func isOfWhomItIsDue(_ index: Int) -> Bool {
    guard shadow[cut.pieces[index].range].elementsEqual(Self.due) else { return false }
    if index > currentClause, cut.pieces[index - 1].classes & lexicon.known.share != 0 { return true }
    let behind = cut.pieces[(index + 1)...].prefix(4)
    guard let of = behind.firstIndex(where: { $0.classes & lexicon.known.of != 0 }), of > index + 1,
      of + 1 < cut.pieces.count
    else { return false }
    return cut.pieces[of + 1].kind == .figures && behind[..<of].allSatisfy { $0.kind != .figures && $0.kind != .period }
  }

  /// 年度计划投资158亿元, 今年任务5万户: what a plan for the year or a task is of.
  func isYearPlan(_ anchor: Int, clause: Clause) -> Bool {
    let pieces = cut.pieces
    let first = clause.pieces.lowerBound
    let done = lexicon.known.plan | lexicon.known.than | lexicon.known.thanLead | lexicon.known.share
    if anchor - 2 >= first, pieces[anchor - 1].classes & lexicon.known.task != 0, pieces[anchor - 2].kind == .period,
      isOfTimeNotOver(before: anchor)
    {
      return true
    }
    guard anchor - 2 >= first, pieces[anchor - 1].isNameable, pieces[anchor - 2].classes & lexicon.known.wholePlan != 0,
      shadow[pieces[anchor - 2].range].suffix(Self.plan.count).elementsEqual(Self.plan),
      pieces[anchor].figureKind == .money || pieces[anchor].figureKind == .quantity
    else { return false }
    return !pieces[first..<anchor - 2].contains { $0.classes & done != 0 }
  }

  /// 离市里要求的60%还差着, 年初定下的增长12%: what somebody set.
  func isSetDown(_ figure: Figure) -> Bool {
    guard figure.kind == .percentage || figure.kind == .points else { return false }
    var end = figure.extent.lowerBound
    let start = cut.pieces[currentClause].range.lowerBound
    guard start < end else { return false }
    for _ in 0..<3 {
      if lexicon.setDown.longestMatch(endingAt: end, in: shadow, start: start) != nil { return true }
      guard end > start else { return false }
      end = UTF8Scalar.start(before: end, in: shadow)
    }
    return false
  }

  /// 首批42处工程已开工: the clause says behind the figure that it is done.
  func isDone(behind anchor: Int, clause: Clause) -> Bool {
    let later = cut.pieces[anchor + 1..<clause.pieces.upperBound].prefix(4)
    guard let done = later.firstIndex(where: { $0.classes & lexicon.known.actual != 0 && $0.kind == .word }),
      !later[..<done].contains(where: {
        $0.kind == .figures || $0.kind == .period || $0.classes & lexicon.known.of != 0
      })
    else { return false }
    return shadow[cut.pieces[done].range].starts(with: Self.already)
  }

  /// 今年计划建路480公里，完工352公里；安装护栏615公里，超出计划35公里: the clause behind says how much more than planned it is.
  func isBeyondPlan(_ clause: Clause) -> Bool {
    let end = clause.pieces.upperBound
    guard framedClause != currentClause, end < cut.pieces.count else { return false }
    // Behind the comma.
    return cut.pieces[end...].prefix(2).contains {
      lexicon.beyondPlan.longestMatch(in: shadow, at: $0.range.lowerBound) != nil
    }
  }

  private static let already = Array("已".utf8)
  private static let plan = Array("计划".utf8)

  /// 物业还要抽走收入的三成, 一年要多花18万元: what something costs is no aim, where no time to come is told.
  func isCost(_ index: Int) -> Bool {
    guard !cut.pieces[currentClause..<index].contains(where: { $0.kind == .period }) else { return false }
    return lexicon.costs.longestMatch(in: shadow, at: cut.pieces[index].range.upperBound) != nil
  }

  /// 原来每亩要用水600方, 过去每台要12万元: what had to be once, or takes so much of each.
  func hadTo(_ index: Int) -> Bool {
    let said = cut.pieces[currentClause].range.lowerBound..<cut.pieces[index].range.lowerBound
    return lexicon.formerly.occurs(in: shadow, said)
  }

  private static let one = Array("一".utf8)
  private static let due = Array("应".utf8)

  /// 合格率不得低于95%: an order in the words of bound.
  func isOrdered(_ figure: Figure) -> Bool {
    let start = figure.extent.lowerBound
    return start < figure.range.lowerBound && lexicon.orders.occurs(in: shadow, start..<figure.range.lowerBound)
  }
}
