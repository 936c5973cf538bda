import Values

/// What the words of a period say, before it is known what they are counted from: 一季度, 去年同期, 截至6月末.
public struct PeriodExpression: Hashable, Sendable {
  /// Where the year comes from.
  public enum Anchor: Hashable, Sendable {
    /// The words name none: 8月, 前三季度.
    case none
    case year(Int)
    /// Years from that of the publication: 今年 0, 去年 -1, 前年 -2, 明年 1.
    case publication(Int)
    /// Years from the one spoken of: 当年 0, 上年 -1, 次年 1.
    case context(Int)
  }

  /// The part of the year, or the span that is counted otherwise.
  public enum Span: Hashable, Sendable {
    case year
    /// 1 or 2.
    case half(Int)
    case quarter(Int)
    case month(Int)
    /// The end of the year, as its last month: 年末, 年底.
    case yearEnd
    /// The beginning of the year, as its first month: 年初.
    case yearStart
    /// A day; without a month it is of the month spoken of.
    case day(month: Int?, day: Int)
    /// Both ends included: 1—5月.
    case months(Int, Int)
    case quarters(Int, Int)
    case days(fromMonth: Int?, fromDay: Int, toMonth: Int?, toDay: Int)
    /// From a month or day of the anchor's year to one of another year: 2019年9月至2021年6月.
    case through(month: Int, day: Int?, toYear: Int, toMonth: Int, toDay: Int?)
    /// Years from the anchor's on, both ends included: 2021—2023年, “十四五”期间.
    case years(through: Int)
    /// The period spoken of, in the anchor's year: 同期, 去年同期.
    case samePeriod
    /// The month at the end of the period spoken of, in the anchor's year: 同月, 当月.
    case sameMonth
    /// Months, quarters, weeks, days from that of the publication: 本月 0, 上季 -1, 昨日 -1.
    case relativeMonth(Int)
    case relativeQuarter(Int)
    case relativeWeek(Int)
    case relativeDay(Int)
    /// A day of a week counted so, Monday 1: 上周五 is week -1, day 5.
    case weekday(week: Int, day: Int)
    /// The years before and including the publication's: 近三年.
    case lastYears(Int)
    /// The years after the publication's: 今后三年.
    case nextYears(Int)
    /// The months before and including the publication's: 近6个月.
    case lastMonths(Int)
    /// The month of the publication: 目前, 现有.
    case present
    /// The month of a feast of the lunar calendar: the early one, or the next in the years of 1950 and after whose bit is
    /// set.
    case feast(early: Int, late: UInt128)
    /// Days counted from New Year's Day of the Chinese calendar, both ends included: 大年初一 0, 除夕 -1.
    case newYear(from: Int, to: Int)
    /// A season that spans two years, counted from that of the publication: 这个雪季 0, 上榨季 -1.
    case season(Int)
    /// The last named span of the anchor's year is not fixed by the words: 近日, 日前.
    case indefinite
  }

  /// How the words use the span.
  public enum Mode: Hashable, Sendable {
    case within
    /// Up to and including it: 截至6月末.
    case until
    /// From it up to the publication's month: 八月以来, 年初以来.
    case since
  }

  public var anchor: Anchor
  public var span: Span
  public var mode: Mode

  public init(_ anchor: Anchor = .none, _ span: Span, mode: Mode = .within) {
    self.anchor = anchor
    self.span = span
    self.mode = mode
  }

  /// Whether the words alone, with a publication date at most, do not fix the period.
  public var needsContext: Bool {
    switch span {
    case .samePeriod, .sameMonth: return true
    case .day(month: nil, _), .days(fromMonth: nil, _, _, _): return true
    case .relativeMonth, .relativeQuarter, .relativeWeek, .relativeDay, .weekday, .lastYears, .nextYears, .lastMonths,
      .present, .season:
      return false
    case .indefinite: return false
    default: break
    }
    switch anchor {
    case .none, .context: return true
    case .year, .publication: return false
    }
  }

  /// The period in ISO 8601.
  /// - Parameters:
  ///   - published: The day that relative words are counted from.
  ///   - year: The year of the heading, sentence or page, for words that name none.
  ///   - previous: The period spoken of just before, for 同期, 当月 and 上年.
  /// - Returns: `nil` where this does not fix a period.
  public func resolve(published: CalendarDate?, year: Int? = nil, previous: TimePeriod? = nil) -> TimePeriod? {
    guard let period = PeriodResolver(published: published, year: year, previous: previous).period(of: self) else {
      return nil
    }
    switch mode {
    case .within: return period
    case .until: return .until(period.lastUnit)
    case .since:
      guard let published else { return nil }
      let start = period.firstUnit
      // 2017年投运以来: known to the year at both ends.
      if case .year = start.granularity, start.year < published.year {
        return .interval(start, CalendarUnit(year: published.year))
      }
      if case .day = start.granularity { return .interval(start, CalendarUnit(published)) }
      let month: CalendarUnit
      switch start.granularity {
      case .year, .half, .quarter:
        guard let first = start.firstDay else { return nil }
        month = CalendarUnit(year: first.year, .month(first.month))
      default: month = start
      }
      let end = CalendarUnit(year: published.year, .month(published.month))
      return month == end ? .single(end) : .interval(month, end)
    }
  }
}
