import Values

/// Reads one complete date at a place of a line.
///
/// Forms: `2024年7月24日`, `二〇二四年五月二十一日`, `中華民國114年2月18日`, `2024.2.5`, `2024-02-05`, `2024/2/5`, `2024·2·5`;
/// digits may be spaced out.
struct CalendarDateParser {
  struct Match {
    let date: CalendarDate
    /// Indices of the line's scalars.
    let range: Range<Int>
  }

  private let scalars: [UInt32]
  private var index = 0

  private init(_ scalars: [UInt32]) { self.scalars = scalars }

  /// The dates of a line, in order.
  static func dates(in line: FoldedLine) -> [Match] {
    var matches: [Match] = []
    var start = 0
    let scalars = line.scalars
    var parser = CalendarDateParser(scalars)
    while start < scalars.count {
      if let match = parser.date(at: start) {
        matches.append(match)
        start = match.range.upperBound
      } else {
        start += 1
      }
    }
    return matches
  }

  private mutating func date(at start: Int) -> Match? {
    index = start
    let isMinguo = mayBeMinguo && Self.minguo.contains { skip($0) }
    if !isMinguo {
      guard Self.digit(scalars[start]) != nil else { return nil }
      if start > 0, Self.digit(scalars[start - 1]) != nil || Self.isTens(scalars[start - 1]) { return nil }
    }
    guard let year = readYear(minguo: isMinguo) else { return nil }
    let rest = index
    if let date = readMonthAndDay(year: year) { return Match(date: date, range: start..<index) }
    index = rest
    if !isMinguo, let date = readSeparated(year: year) { return Match(date: date, range: start..<index) }
    return nil
  }

  // MARK: Parts

  /// Four digits, or up to three after 民國.
  private mutating func readYear(minguo: Bool) -> Int? {
    skipSpaces()
    if minguo, let year = readNumeral(most: 3), (1...150).contains(year) { return year + 1911 }
    guard !minguo else { return nil }
    var value = 0
    let isASCII = Self.isASCIIDigit(scalars[index])
    for count in 0..<4 {
      if count > 0 { skipSpaces(most: 1) }
      guard index < scalars.count, let digit = Self.digit(scalars[index]), Self.isASCIIDigit(scalars[index]) == isASCII
      else { return nil }
      value = value * 10 + digit
      index += 1
    }
    guard (1850...2150).contains(value), index < scalars.count, Self.digit(scalars[index]) == nil else { return nil }
    return value
  }

  private mutating func readMonthAndDay(year: Int) -> CalendarDate? {
    guard skip([0x5E74]) else { return nil }
    skipSpaces()
    guard let month = readNumeral(most: 2), skip([0x6708]) else { return nil }
    skipSpaces()
    guard let day = readNumeral(most: 2) else { return nil }
    let end = index
    if !(skip([0x65E5]) || skip([0x53F7]) || skip([0x865F])) {
      // 日 may be lost, but then nothing that makes another number of it may follow.
      index = end
      skipSpaces()
      guard index == scalars.count || skip([0x661F, 0x671F]) || skip([0x5468]) || skip([0x9031]) else { return nil }
      index = end
    }
    return CalendarDate(year: year, month: month, day: day)
  }

  private mutating func readSeparated(year: Int) -> CalendarDate? {
    skipSpaces(most: 1)
    guard index < scalars.count, Self.separators.contains(scalars[index]) else { return nil }
    let separator = scalars[index]
    index += 1
    skipSpaces(most: 1)
    guard let month = readDigits(), index < scalars.count else { return nil }
    skipSpaces(most: 1)
    guard index < scalars.count, scalars[index] == separator else { return nil }
    index += 1
    skipSpaces(most: 1)
    guard let day = readDigits() else { return nil }
    // 2024.2.5.1 and 2024.2.5% are something else.
    if index < scalars.count {
      let next = scalars[index]
      if next == separator || next == 0x25 || Self.digit(next) != nil { return nil }
    }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// One or two ASCII digits without a space between.
  private mutating func readDigits() -> Int? {
    var value = 0
    var count = 0
    while count < 2, index < scalars.count, Self.isASCIIDigit(scalars[index]) {
      value = value * 10 + Int(scalars[index] - 0x30)
      index += 1
      count += 1
    }
    return count > 0 ? value : nil
  }

  /// A numeral in digits or Chinese characters (二十一, 廿一, 一一四, 元), spaced out or not.
  private mutating func readNumeral(most: Int) -> Int? {
    skipSpaces()
    guard index < scalars.count else { return nil }
    if scalars[index] == 0x5143 {  // 元 for 一
      index += 1
      return 1
    }
    var value = 0
    var pending: Int?  // digits that no 十 or 百 has multiplied yet
    var pendingCount = 0
    var scale = 1000
    while index < scalars.count {
      let scalar = scalars[index]
      if let digit = Self.digit(scalar) {
        guard pendingCount < (scale < 1000 ? 1 : most) else { return nil }
        pending = (pending ?? 0) * 10 + digit
        // 一百〇五: the zero only says that a place is left out.
        pendingCount = digit == 0 && scale < 1000 ? 0 : pendingCount + 1
      } else if let tens = Self.tens(scalar), scale > 10 {
        guard pendingCount <= 1 else { return nil }
        value += scalar == 0x5341 ? max(1, pending ?? 1) * 10 : tens
        (pending, pendingCount, scale) = (nil, 0, 10)
      } else if scalar == 0x767E, scale > 100, most > 2, pendingCount == 1 {
        value += (pending ?? 0) * 100
        (pending, pendingCount, scale) = (nil, 0, 100)
      } else {
        break
      }
      index += 1
      skipSpaces(most: 1)
    }
    return pending != nil || scale < 1000 ? value + (pending ?? 0) : nil
  }

  // MARK: Characters

  private static let separators: Set<UInt32> = [0x2D, 0x2E, 0x2F, 0xB7, 0x2022, 0x30FB, 0x5F]

  private static func isASCIIDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

  static func digit(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x30...0x39: Int(scalar - 0x30)
    case 0x3007: 0
    case 0x4E00: 1
    case 0x4E8C: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    default: nil
    }
  }

  private static func isTens(_ scalar: UInt32) -> Bool { tens(scalar) != nil }

  /// 十, 廿, 卅.
  private static func tens(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0x5341: 10
    case 0x5EFF: 20
    case 0x5345: 30
    default: nil
    }
  }

  private mutating func skipSpaces(most: Int = 3) {
    var left = most
    while left > 0, index < scalars.count, scalars[index] == 0x20 {
      index += 1
      left -= 1
    }
  }

  private static let minguo = folded("中華民國", "中华民国", "民國", "民国")

  /// Whether 中 or 民 is next.
  private var mayBeMinguo: Bool {
    var next = index
    while next < scalars.count, next < index + 3, scalars[next] == 0x20 { next += 1 }
    return next < scalars.count && (scalars[next] == 0x4E2D || scalars[next] == 0x6C11)
  }

  private mutating func skip(_ word: [UInt32]) -> Bool {
    let before = index
    skipSpaces()
    for scalar in word {
      if index > before { skipSpaces(most: 1) }
      guard index < scalars.count, scalars[index] == scalar else {
        index = before
        return false
      }
      index += 1
    }
    return true
  }
}
