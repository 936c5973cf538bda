import Values

/// The date that the path of an input names.
enum FileNameDate {
  /// `2024-02-05`, `2024_2_5`, `2024.02.05`, `20240205`, `2024_0205`, `2024/02/05` (folders), `2024-02/05` (the folders
  /// of digital newspapers), `2024年2月5日`; the last in the path. `nil` where there is none that the calendar has.
  static func find(in path: String) -> CalendarDate? {
    let bytes = Array(path.utf8)
    var found: CalendarDate?
    var index = 0
    while index < bytes.count {
      guard isDigit(bytes[index]), index == 0 || !isDigit(bytes[index - 1]) else {
        index += 1
        continue
      }
      if let date = date(in: bytes, at: index) { found = date }
      while index < bytes.count, isDigit(bytes[index]) { index += 1 }
    }
    return found ?? CalendarDateParser.dates(in: FoldedLine(bytes)).last?.date
  }

  private static func date(in bytes: [UInt8], at start: Int) -> CalendarDate? {
    var index = start
    func isAtEnd() -> Bool { index >= bytes.count || !isDigit(bytes[index]) }
    func number(_ width: ClosedRange<Int>) -> Int? {
      var value = 0
      var count = 0
      while count < width.upperBound, index < bytes.count, isDigit(bytes[index]) {
        value = value * 10 + Int(bytes[index] - 0x30)
        index += 1
        count += 1
      }
      return width.contains(count) ? value : nil
    }
    func separator() -> Bool {
      guard index < bytes.count, "-_./".utf8.contains(bytes[index]) else { return false }
      index += 1
      return true
    }
    guard let year = number(4...4), (1850...2150).contains(year) else { return nil }
    let isSeparated = separator()
    // 2024_2_5 but not 20242_5: without a separator each part has two digits.
    guard let month = number(isSeparated ? 1...2 : 2...2) else { return nil }
    let isSeparatedAgain = separator()
    guard let day = number(isSeparatedAgain ? 1...2 : 2...2), isAtEnd() else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
