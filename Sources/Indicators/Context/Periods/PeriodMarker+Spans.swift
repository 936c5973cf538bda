import Figures
import Rules

/// How the words beside a period widen it: 到2008年底, 截至六月底止中期, 8月行动开展以来.
extension PeriodMarker {
  /// 到2008年底 is up to then; 截至六月底止中期 is the half-year.
  func widen(_ mention: inout PeriodMention, _ paragraph: ParagraphShadow) {
    let text = paragraph.shadow
    let start = mention.range.lowerBound
    if mention.expression.mode == .within, Self.follows(text, start, Self.upTo) {
      switch mention.expression.span {
      case .yearEnd, .day:
        mention.expression = PeriodExpression(mention.expression.anchor, mention.expression.span, mode: .until)
      default: break
      }
    }
    mention.isAimed = Self.follows(text, start, Self.upTo)
    let end = mention.range.upperBound
    // 自去年底试生产以来
    // 8月“霞光行动”开展以来
    let lacksYear: Bool
    switch mention.expression.span {
    case .month, .day: lacksYear = !mention.namesYear
    default: lacksYear = false
    }
    if mention.expression.mode == .within,
      lacksYear && endsInSince(text, paragraph.clauses.range(ofClause: mention.clause))
        || mention.namesYear && Self.openers.contains(where: { Self.follows(text, start, $0) }),
      Self.contains(text, end..<min(paragraph.clauses.range(ofClause: mention.clause).upperBound, end + 36), Self.since)
    {
      mention.expression.mode = .since
    }
    // 2015年半年报: of the half-year.
    if mention.expression.span == .year, mention.expression.mode == .within,
      let report = rules.reportSpans.longestMatch(in: text, at: end)
    {
      mention.expression = PeriodExpression(mention.expression.anchor, Self.span(of: report.value))
    }
    if mention.expression.mode == .within, Self.follows(text, start, Self.upTo), case .month = mention.expression.span,
      Self.follows(text, end, Self.bottom) || Self.follows(text, end, Self.tail) || Self.begins(text, end, Self.upThen)
    {
      mention.expression.mode = .until
    }
    // What is due before a day is of its year: 年底前完成.
    if mention.expression.mode == .until, mention.expression.span != .present, Self.follows(text, end, Self.before) {
      if case .month(let month) = mention.expression.span { mention.dueMonth = month }
      mention.expression = PeriodExpression(mention.expression.anchor, .year)
      mention.isDue = true
      return
    }
    if mention.expression.mode == .until, Self.begins(text, end, Self.ended) {
      if case .month(let month) = mention.expression.span {
        let limit = min(text.count, end + 24)
        if month == 6,
          Self.contains(text, end..<limit, Self.interim) || Self.contains(text, end..<limit, Self.sixMonths)
        {
          mention.expression = PeriodExpression(mention.expression.anchor, .half(1))
        } else if month == 12,
          Self.contains(text, end..<limit, Self.annual) || Self.contains(text, end..<limit, Self.fullYear)
        {
          mention.expression = PeriodExpression(mention.expression.anchor, .year)
        } else if month % 3 == 0, Self.contains(text, end..<limit, Self.threeMonths) {
          mention.expression = PeriodExpression(mention.expression.anchor, .quarter(month / 3))
        }
      }
    }
  }

  /// The part of a year that a report of so many months is of.
  static func span(of months: Int) -> PeriodExpression.Span {
    switch months {
    case 3: .quarter(1)
    case 6: .half(1)
    case 9: .quarters(1, 3)
    default: .year
    }
  }

  private func endsInSince(_ text: [UInt8], _ clause: Range<Int>) -> Bool {
    Self.follows(text, TopicReader.endOfHan(in: text, clause), Self.since)
  }

  private static let openers = ["自", "从"].map { Array($0.utf8) }
  static let since = Array("以来".utf8)
  private static let bottom = Array("底".utf8)
  private static let tail = Array("末".utf8)
  private static let upThen = Array("为止".utf8)
  private static let before = Array("前".utf8)
  private static let ended = Array("止".utf8)
  private static let interim = Array("中期".utf8)
  private static let sixMonths = Array("六个月".utf8)
  private static let threeMonths = Array("三个月".utf8)
  private static let annual = Array("年度".utf8)
  private static let fullYear = Array("全年".utf8)
}
