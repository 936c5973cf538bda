import Values

/// Counts a period from the publication date, the year spoken of and the period spoken of.
struct PeriodResolver {
  let published: CalendarDate?
  let year: Int?
  let previous: TimePeriod?

  func period(of expression: PeriodExpression) -> TimePeriod? {
    switch expression.span {
    case .year: return baseYear(expression).map { .single(CalendarUnit(year: $0)) }
    case .half(let half): return single(expression, month: half * 6) { .half(half) }
    case .quarter(let quarter): return single(expression, month: quarter * 3) { .quarter(quarter) }
    case .month(let month): return single(expression, month: month) { .month(month) }
    case .yearEnd: return single(expression, month: 12) { .month(12) }
    case .yearStart: return single(expression, month: 1) { .month(1) }
    case .day(let month, let day): return self.day(expression, month: month, day: day)
    case .months(let first, let last):
      guard let year = baseYear(expression, month: last) else { return nil }
      if first > last, expression.anchor != .none {
        // 去冬 begins in that year, 今冬 in the first months of a year in the one before.
        let isCurrent = expression.anchor == .publication(0) && published.map { $0.month <= 5 } ?? false
        let begin = isCurrent ? year - 1 : year
        return .interval(
          CalendarUnit(year: begin, .month(first)), CalendarUnit(year: begin + 1, .month(last)))
      }
      let start = CalendarUnit(year: first > last ? year - 1 : year, .month(first))
      return first == last ? .single(start) : .interval(start, CalendarUnit(year: year, .month(last)))
    case .quarters(let first, let last):
      guard let year = baseYear(expression, month: last * 3) else { return nil }
      return .interval(
        CalendarUnit(year: year, .month(first * 3 - 2)), CalendarUnit(year: year, .month(last * 3)))
    case .days(let fromMonth, let fromDay, let toMonth, let toDay):
      guard case .single(let start)? = self.day(expression, month: fromMonth, day: fromDay),
        case .day(let startMonth, _) = start.granularity,
        let end = CalendarDate(
          year: (toMonth ?? startMonth) < startMonth ? start.year + 1 : start.year, month: toMonth ?? startMonth,
          day: toDay)
      else { return nil }
      return .interval(start, CalendarUnit(end))
    case .through(let month, let day, let toYear, let toMonth, let toDay):
      guard let year = baseYear(expression) else { return nil }
      guard let day, let toDay else {
        return .interval(CalendarUnit(year: year, .month(month)), CalendarUnit(year: toYear, .month(toMonth)))
      }
      guard let start = CalendarDate(year: year, month: month, day: day),
        let end = CalendarDate(year: toYear, month: toMonth, day: toDay)
      else { return nil }
      return .interval(CalendarUnit(start), CalendarUnit(end))
    case .years(let last):
      guard let first = baseYear(expression) else { return nil }
      return first == last
        ? .single(CalendarUnit(year: first)) : .interval(CalendarUnit(year: first), CalendarUnit(year: last))
    case .samePeriod: return samePeriod(expression)
    case .sameMonth:
      guard let last = previous?.lastUnit.lastDay else { return nil }
      return .single(CalendarUnit(year: sameYear(expression, of: last.year), .month(last.month)))
    case .relativeMonth(let offset): return relativeMonth(expression, offset: offset).map { .single($0) }
    case .relativeQuarter(let offset):
      guard let published else { return nil }
      let index = published.year * 4 + (published.month - 1) / 3 + offset
      return .single(CalendarUnit(year: index / 4, .quarter(index % 4 + 1)))
    case .relativeWeek(let offset):
      guard let published, let monday = published.adding(days: 1 - published.weekday + offset * 7),
        let sunday = monday.adding(days: 6)
      else { return nil }
      return .interval(CalendarUnit(monday), CalendarUnit(sunday))
    case .relativeDay(let offset):
      return published?.adding(days: offset).map { .single(CalendarUnit($0)) }
    case .weekday(let week, let day):
      return published.flatMap { $0.adding(days: day - $0.weekday + week * 7) }.map { .single(CalendarUnit($0)) }
    case .lastYears(let count):
      guard let last = published?.year ?? year else { return nil }
      return .interval(CalendarUnit(year: last - count + 1), CalendarUnit(year: last))
    case .nextYears(let count) where expression.anchor == .context(0):
      guard let last = year ?? previous?.lastUnit.year else { return nil }
      return count == 1
        ? .single(CalendarUnit(year: last + 1))
        : .interval(CalendarUnit(year: last + 1), CalendarUnit(year: last + count))
    case .nextYears(let count):
      guard let last = published?.year ?? year else { return nil }
      return .interval(CalendarUnit(year: last + 1), CalendarUnit(year: last + count))
    case .lastMonths(let count):
      guard let published else { return nil }
      let end = CalendarUnit(year: published.year, .month(published.month))
      return .interval(end.addingMonths(1 - count) ?? end, end)
    case .present: return published.map { .single(CalendarUnit(year: $0.year, .month($0.month))) }
    case .season(let offset):
      guard let published else { return nil }
      let first = (published.month <= 6 ? published.year - 1 : published.year) + offset
      return .interval(CalendarUnit(year: first), CalendarUnit(year: first + 1))
    case .feast(let early, let late):
      guard let year = baseYear(expression, month: early), (0..<128).contains(year - 1950) else { return nil }
      let month = late >> UInt128(year - 1950) & 1 == 1 ? early + 1 : early
      return .single(CalendarUnit(year: year, .month(month)))
    case .newYear(let first, let last):
      guard let day = baseYear(expression).flatMap(LunarNewYear.day), let start = day.adding(days: first),
        let end = day.adding(days: last)
      else { return nil }
      return first == last ? .single(CalendarUnit(start)) : .interval(CalendarUnit(start), CalendarUnit(end))
    case .indefinite: return nil
    }
  }

  /// The year that the words point to. A month without a year is the last such month before the publication.
  private func baseYear(_ expression: PeriodExpression, month: Int? = nil) -> Int? {
    switch expression.anchor {
    case .year(let year): return year
    case .publication(let offset): return (published?.year ?? year).map { $0 + offset }
    case .context(let offset): return (year ?? previous?.lastUnit.year ?? published?.year).map { $0 + offset }
    case .none:
      if let year { return year }
      guard let published else { return nil }
      // 12月 on a page of January is of the year before; 年底前 is still to come.
      guard let month, month > published.month, expression.mode != .since, expression.span != .yearEnd else {
        return published.year
      }
      return published.month <= 2 || expression.mode == .until ? published.year - 1 : published.year
    }
  }

  private func single(
    _ expression: PeriodExpression, month: Int, _ granularity: () -> CalendarUnit.Granularity
  ) -> TimePeriod? {
    baseYear(expression, month: month).map { .single(CalendarUnit(year: $0, granularity())) }
  }

  private func day(_ expression: PeriodExpression, month: Int?, day: Int) -> TimePeriod? {
    if let month {
      guard let year = baseYear(expression, month: month), let date = CalendarDate(year: year, month: month, day: day)
      else { return nil }
      return .single(CalendarUnit(date))
    }
    if case .publication(0) = expression.anchor, let published {
      return CalendarDate(year: published.year, month: published.month, day: day).map { .single(CalendarUnit($0)) }
    }
    if case .day(let month, _)? = previous?.lastUnit.granularity, let year = previous?.lastUnit.year {
      return CalendarDate(year: year, month: month, day: day).map { .single(CalendarUnit($0)) }
    }
    if case .month(let month)? = previous?.lastUnit.granularity, let year = previous?.lastUnit.year {
      return CalendarDate(year: year, month: month, day: day).map { .single(CalendarUnit($0)) }
    }
    guard let published else { return nil }
    // 26日 on a page of the 3rd is of the month before.
    let isPast = day <= published.day + 7
    let month = isPast ? published.month : published.month == 1 ? 12 : published.month - 1
    let year = !isPast && published.month == 1 ? published.year - 1 : published.year
    return CalendarDate(year: year, month: month, day: day).map { .single(CalendarUnit($0)) }
  }

  private func relativeMonth(_ expression: PeriodExpression, offset: Int) -> CalendarUnit? {
    if case .context(let years) = expression.anchor {
      guard let last = previous?.lastUnit.lastDay else { return nil }
      return CalendarUnit(year: last.year + years, .month(last.month)).addingMonths(offset)
    }
    guard let published else { return nil }
    return CalendarUnit(year: published.year, .month(published.month)).addingMonths(offset)
  }

  private func sameYear(_ expression: PeriodExpression, of year: Int) -> Int {
    switch expression.anchor {
    case .none: year
    case .year(let named): named
    case .publication(let offset): published.map { $0.year + offset } ?? year + offset
    case .context(let offset): year + offset
    }
  }

  private func samePeriod(_ expression: PeriodExpression) -> TimePeriod? {
    guard let previous else { return nil }
    let last = previous.lastUnit.year
    return previous.addingYears(sameYear(expression, of: last) - last)
  }
}

extension TimePeriod {
  /// The unit that it begins with; of an open interval its end.
  public var firstUnit: CalendarUnit {
    switch self {
    case .single(let unit), .interval(let unit, _), .until(let unit): unit
    }
  }

  /// The unit that it ends with.
  public var lastUnit: CalendarUnit {
    switch self {
    case .single(let unit), .interval(_, let unit), .until(let unit): unit
    }
  }

  /// The same span of another year; 29 February becomes 28 February.
  public func addingYears(_ years: Int) -> TimePeriod {
    switch self {
    case .single(let unit): .single(unit.addingYears(years))
    case .interval(let start, let end): .interval(start.addingYears(years), end.addingYears(years))
    case .until(let end): .until(end.addingYears(years))
    }
  }
}

extension CalendarUnit {
  func addingYears(_ years: Int) -> CalendarUnit {
    if case .day(2, 29) = granularity, !CalendarDate.isLeap(year + years) {
      return CalendarUnit(year: year + years, .day(month: 2, day: 28))
    }
    return CalendarUnit(year: year + years, granularity)
  }

  /// The month that many months later; `nil` where this is no month.
  func addingMonths(_ months: Int) -> CalendarUnit? {
    guard case .month(let month) = granularity else { return nil }
    let index = year * 12 + month - 1 + months
    return CalendarUnit(year: index / 12, .month(index % 12 + 1))
  }
}
