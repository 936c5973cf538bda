/// A year, or a half, quarter, month or day of one: what one ISO 8601 date expression names.
public struct CalendarUnit: Hashable, Sendable {
  public enum Granularity: Hashable, Sendable {
    case year
    /// 1 or 2.
    case half(Int)
    /// 1 to 4.
    case quarter(Int)
    /// 1 to 12.
    case month(Int)
    case day(month: Int, day: Int)
  }

  public let year: Int
  public let granularity: Granularity

  public init(year: Int, _ granularity: Granularity = .year) {
    self.year = year
    self.granularity = granularity
  }

  public init(_ date: CalendarDate) {
    self.init(year: date.year, .day(month: date.month, day: date.day))
  }

  /// The first day of it.
  public var firstDay: CalendarDate? {
    switch granularity {
    case .year: CalendarDate(year: year, month: 1, day: 1)
    case .half(let half): CalendarDate(year: year, month: half * 6 - 5, day: 1)
    case .quarter(let quarter): CalendarDate(year: year, month: quarter * 3 - 2, day: 1)
    case .month(let month): CalendarDate(year: year, month: month, day: 1)
    case .day(let month, let day): CalendarDate(year: year, month: month, day: day)
    }
  }

  /// The last day of it.
  public var lastDay: CalendarDate? {
    func end(of month: Int) -> CalendarDate? {
      CalendarDate(year: year, month: month, day: CalendarDate.length(ofMonth: month, year: year))
    }
    return switch granularity {
    case .year: end(of: 12)
    case .half(let half): end(of: half * 6)
    case .quarter(let quarter): end(of: quarter * 3)
    case .month(let month): end(of: month)
    case .day(let month, let day): CalendarDate(year: year, month: month, day: day)
    }
  }
}

extension CalendarUnit: CustomStringConvertible {
  /// `2024`, `2024-H1`, `2024-Q1`, `2024-03`, `2024-02-08`.
  public var description: String {
    var text = ByteBuffer()
    appendDescription(to: &text)
    return text.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
  }

  /// Adds the description, in ASCII.
  public func appendDescription(to text: inout ByteBuffer) {
    text.append(digitsOf: year, atLeast: 4)
    switch granularity {
    case .year: return
    case .half(let half):
      text.append(UInt8(ascii: "-"))
      text.append(UInt8(ascii: "H"))
      text.append(digitsOf: half)
    case .quarter(let quarter):
      text.append(UInt8(ascii: "-"))
      text.append(UInt8(ascii: "Q"))
      text.append(digitsOf: quarter)
    case .month(let month):
      text.append(UInt8(ascii: "-"))
      text.append(digitsOf: month, atLeast: 2)
    case .day(let month, let day):
      text.append(UInt8(ascii: "-"))
      text.append(digitsOf: month, atLeast: 2)
      text.append(UInt8(ascii: "-"))
      text.append(digitsOf: day, atLeast: 2)
    }
  }
}

/// The period that a figure is of.
public enum TimePeriod: Hashable, Sendable {
  case single(CalendarUnit)
  /// A closed interval.
  case interval(CalendarUnit, CalendarUnit)
  /// From an unnamed beginning up to and including the unit: 截至, 累计.
  case until(CalendarUnit)
}

extension TimePeriod {
  /// The months or quarters of a span within a year, where there are as many as asked: 8月至10月分别为.
  public func parts(_ count: Int) -> [TimePeriod]? {
    guard case .interval(let start, let end) = self, start.year == end.year, count > 1,
      let first = start.firstDay?.month, let last = end.lastDay?.month, first <= last
    else { return nil }
    switch (last - first + 1, first % 3) {
    case (count, _):
      return (first...last).map { .single(CalendarUnit(year: start.year, .month($0))) }
    case (count * 3, 1):
      return stride(from: first, through: last, by: 3).map {
        .single(CalendarUnit(year: start.year, .quarter(($0 + 2) / 3)))
      }
    default: return nil
    }
  }
}

extension TimePeriod: CustomStringConvertible {
  /// ISO 8601: `2024-Q1`, `2024-01/2024-11`, `../2024-11`.
  public var description: String {
    var text = ByteBuffer()
    appendDescription(to: &text)
    return text.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
  }

  /// Adds the description, in ASCII.
  public func appendDescription(to text: inout ByteBuffer) {
    switch self {
    case .single(let unit): unit.appendDescription(to: &text)
    case .interval(let start, let end):
      start.appendDescription(to: &text)
      text.append(UInt8(ascii: "/"))
      end.appendDescription(to: &text)
    case .until(let end):
      text.append("../")
      end.appendDescription(to: &text)
    }
  }
}
