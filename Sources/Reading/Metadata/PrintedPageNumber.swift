/// The number of the page, as its head or foot prints it.
enum PrintedPageNumber {
  /// `3` of 第三版, `A06` of A06版 or `A06 财经`, `04` of `04经济`; `nil` where no furniture line has one.
  static func find(in lines: [Line], of utf8: [UInt8]) -> String? {
    var head: [FoldedLine] = []
    for line in lines where head.count < 6 && !line.range.isEmpty {
      // A long line is text, but stands in the place of one.
      let folded = FoldedLine(line.range.count <= 200 ? utf8[line.range] : [])
      if line.range.count > 200 || folded.scalars.contains(where: { $0 != 0x20 }) { head.append(folded) }
    }
    return find(in: head)
  }

  /// - Parameter head: Lines that may be furniture, the likeliest first.
  static func find(in head: [FoldedLine]) -> String? {
    for line in head {
      if let number = beforeWordForPage(line) { return number }
    }
    for line in head.prefix(3) {
      if let number = leading(line) ?? afterSection(line) { return number }
    }
    return nil
  }

  /// 第3版, 第 二 版, A06版, 06版; not 今日8版, 出版.
  private static func beforeWordForPage(_ line: FoldedLine) -> String? {
    let scalars = line.scalars
    for (place, scalar) in scalars.enumerated() where scalar == 0x7248 {  // 版
      var start = place
      var parts: [UInt32] = []
      while start > 0, parts.count < 4 {
        let previous = scalars[start - 1]
        if previous == 0x20 {
          start -= 1
          continue
        }
        guard CalendarDateParser.digit(previous) != nil || previous == 0x5341 || isLetter(previous) else { break }
        // 2024年7月24日03版: a letter or digit beyond the number belongs to something else.
        parts.append(previous)
        start -= 1
        if isLetter(previous) { break }
      }
      while start > 0, scalars[start - 1] == 0x20 { start -= 1 }
      let isOrdinal = start > 0 && scalars[start - 1] == 0x7B2C  // 第
      guard !parts.isEmpty, parts.contains(where: { !isLetter($0) }) else { continue }
      if !isOrdinal, start > 0, isCounted(after: start - 1, in: scalars) { continue }
      let digits = Array(parts.reversed())
      if digits.allSatisfy({ $0 < 0x80 }) { return text(digits) }
      if let number = number(digits) { return String(number) }
    }
    return nil
  }

  /// 今日8版, 共8版, 出8版, 上一版, 下一版.
  private static func isCounted(after index: Int, in scalars: [UInt32]) -> Bool {
    switch scalars[index] {
    case 0x5171, 0x51FA, 0x4E0A, 0x4E0B: true
    case 0x65E5, 0x5929: index > 0 && scalars[index - 1] == 0x4ECA
    default: false
    }
  }

  /// A number at the beginning of a line that is alone, or followed by a section's name: `04经济`, `A3`, `B07 市场·民生`.
  private static func leading(_ line: FoldedLine) -> String? {
    let scalars = Array(line.scalars.drop { $0 == 0x20 })
    guard scalars.count <= 60 else { return nil }
    var end = 0
    if end < scalars.count, isLetter(scalars[end]) { end += 1 }
    let digitsStart = end
    while end < scalars.count, (0x30...0x39).contains(scalars[end]) { end += 1 }
    let count = end - digitsStart
    guard (1...2).contains(count) || (count == 3 && digitsStart == 1) else { return nil }
    let rest = scalars[end...].drop { $0 == 0x20 }
    // 3家企业, 2.5亿元, 12月3日 begin sentences; 04经济 begins with a zero or stands apart.
    let standsApart = end == scalars.count || scalars[end] == 0x20 || scalars[0] == 0x30 || digitsStart == 1
    guard standsApart, !rest.contains(where: { sentenceMarks.contains($0) }) else { return nil }
    if let next = rest.first, countWords.contains(next) || next == 0x2E || next == 0x25 { return nil }
    return text(Array(scalars[..<end]))
  }

  /// A number after a section's name, alone or before the date: `评论 02`, `國際新聞 A7 2025.1.17 星期五`.
  private static func afterSection(_ line: FoldedLine) -> String? {
    let parts = line.scalars.split(separator: 0x20)
    guard parts.count >= 2, (2...8).contains(parts[0].count), parts[0].allSatisfy({ $0 >= 0x4E00 || $0 == 0xB7 }) else {
      return nil
    }
    let digits = isLetter(parts[1][parts[1].startIndex]) ? parts[1].dropFirst() : parts[1]
    guard (1...2).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    if parts.count > 2 {
      guard CalendarDateParser.dates(in: line).first?.range.lowerBound == parts[2].startIndex else { return nil }
    }
    return text(Array(parts[1]))
  }

  private static func number(_ parts: [UInt32]) -> Int? {
    if parts.contains(0x5341) {
      let tens = parts[0] == 0x5341 ? 1 : CalendarDateParser.digit(parts[0])
      let ones = parts.last == 0x5341 ? 0 : parts.last.flatMap(CalendarDateParser.digit)
      guard parts.count <= 3, let tens, let ones else { return nil }
      return tens * 10 + ones
    }
    let digits = parts.compactMap(CalendarDateParser.digit)
    return digits.count == parts.count ? digits.reduce(0) { $0 * 10 + $1 } : nil
  }

  private static func text(_ scalars: [UInt32]) -> String {
    String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    (0x41...0x5A).contains(scalar)
  }

  // 3月, 5家: what makes a number at the beginning of a line a count or part of a date.
  private static let countWords = Set("日月年个家位名人万亿元度".unicodeScalars.map(\.value))
  private static let sentenceMarks = Set("。，；！？,;!?".unicodeScalars.map(\.value))
}
