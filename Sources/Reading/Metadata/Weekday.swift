/// Weekdays as they are printed.
enum Weekday {
  /// 1 for Monday to 7 for Sunday of 星期三, 周三, 礼拜三, Wednesday in a line: the first after the range, else the first.
  static func find(in line: FoldedLine, near range: Range<Int>) -> Int? {
    first(in: line, from: range.upperBound) ?? first(in: line, from: 0)
  }

  private static func first(in line: FoldedLine, from start: Int) -> Int? {
    for prefix in prefixes {
      guard let place = line.firstIndex(of: prefix, from: start) else { continue }
      var index = place + prefix.count
      while index < line.scalars.count, line.scalars[index] == 0x20 { index += 1 }
      guard index < line.scalars.count, let day = days[line.scalars[index]] else { continue }
      return day
    }
    for (offset, name) in english.enumerated() where line.firstIndex(of: name, from: start) != nil { return offset + 1 }
    return nil
  }

  private static let prefixes = folded("星期", "星 期", "周", "週", "礼拜", "禮拜")
  private static let english = folded(
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
  // 一 to 六, 日, 天, and digits for those who print 星期3.
  private static let days: [UInt32: Int] = [
    0x4E00: 1, 0x4E8C: 2, 0x4E09: 3, 0x56DB: 4, 0x4E94: 5, 0x516D: 6, 0x65E5: 7, 0x5929: 7,
    0x31: 1, 0x32: 2, 0x33: 3, 0x34: 4, 0x35: 5, 0x36: 6, 0x37: 7,
  ]
}
