import Values

/// The publication date that a page prints, told from the dates that its articles speak of.
///
/// A date line is furniture: short, near the head or foot of the page, with a weekday, a lunar date, page and issue
/// numbers or editors beside the date, and no sentence around it. A weekday that the calendar confirms is the
/// strongest evidence there is.
struct PrintedDate {
  let date: CalendarDate
  /// The sum of the evidence; see `convincing`.
  let weight: Int

  /// From here on the date is believed over one in the file's name.
  static let convincing = 7
  /// Below this a date is not believed at all.
  static let least = 3

  private static let headLines = 40
  private static let footLines = 20
  /// Longer lines are text.
  private static let longestLine = 300

  /// - Parameter lines: All lines of the page, in order.
  static func find(in lines: [Line], of utf8: [UInt8]) -> PrintedDate? {
    find(in: edgeLines(lines, of: utf8)) ?? dateline(in: lines, of: utf8)
  }

  /// 本报武威2022年10月18日讯（记者…）: the latest day that the text of a page without a date line is sent on.
  private static func dateline(in lines: [Line], of utf8: [UInt8]) -> PrintedDate? {
    var latest: CalendarDate?
    for line in lines.prefix(longestHead) {
      let opening = utf8[line.range].prefix(openingBytes)
      guard mayHoldDate(opening) else { continue }
      let folded = FoldedLine(opening)
      guard let match = CalendarDateParser.dates(in: folded).first, match.range.upperBound < folded.scalars.count,
        sent.contains(folded.scalars[match.range.upperBound]),
        // 电影节 is no 电.
        folded.scalars.dropFirst(match.range.upperBound + 1).first.map({ !(0x4E00...0x9FFF).contains($0) }) ?? true,
        !folded.scalars[..<match.range.lowerBound].contains(where: { sentenceMarks.contains($0) })
      else { continue }
      let date = match.date
      if latest.map({ ($0.year, $0.month, $0.day) < (date.year, date.month, date.day) }) ?? true { latest = date }
    }
    return latest.map { PrintedDate(date: $0, weight: least + 1) }
  }

  private static let longestHead = 2000
  private static let openingBytes = 100

  /// - Parameter labels: Short lines that may be furniture, in order.
  static func find(in labels: [FoldedLine]) -> PrintedDate? {
    find(
      in: labels.enumerated().map { position, line in
        Edge(line: line, fromHead: position, fromFoot: labels.count - 1 - position)
      })
  }

  private static func find(in edges: [Edge]) -> PrintedDate? {
    var best: PrintedDate?
    for (position, edge) in edges.enumerated() {
      guard let line = edge.line else { continue }
      let next = position + 1 < edges.count ? edges[position + 1].line : nil
      let before = position > 0 ? edges[position - 1].line : nil
      var found = candidates(in: line, neighbours: [before, next], edge: edge)
      if found.isEmpty, line.scalars.count <= 14, let joined = joinedShortLines(edges, from: position) {
        found = candidates(in: joined, neighbours: [before], edge: edge)
      }
      for candidate in found where best.map({ candidate.weight > $0.weight }) ?? true { best = candidate }
    }
    guard let best, best.weight >= least else { return nil }
    return best
  }

  // MARK: Lines

  private struct Edge {
    /// `nil` for a line that is too long, and one that is neither short nor can hold a date.
    let line: FoldedLine?
    /// Among the lines that are not blank, from 0.
    let fromHead: Int
    let fromFoot: Int
  }

  private static func edgeLines(_ lines: [Line], of utf8: [UInt8]) -> [Edge] {
    func isBlank(_ line: Line) -> Bool {
      // Printable ASCII and all but the first Chinese characters show at once that it is not.
      line.range.count < 40 && !utf8[line.range].contains { (0x21...0x7E).contains($0) || (0xE4...0xEF).contains($0) }
        && FoldedLine(utf8[line.range]).scalars.allSatisfy { $0 == 0x20 }
    }
    var head: [Int] = []
    var index = 0
    while index < lines.count, head.count < headLines {
      if !isBlank(lines[index]) { head.append(index) }
      index += 1
    }
    var foot: [Int] = []
    var last = lines.count - 1
    while last >= index, foot.count < footLines {
      if !isBlank(lines[last]) { foot.append(last) }
      last -= 1
    }
    let chosen = head + foot.reversed()
    return chosen.enumerated().map { position, index in
      let range = lines[index].range
      return Edge(
        line: range.count <= 45 || range.count <= longestLine && mayHoldDate(utf8[range])
          ? FoldedLine(utf8[range]) : nil,
        fromHead: position < head.count ? position : Int.max, fromFoot: chosen.count - 1 - position)
    }
  }

  /// Whether a line has 年 or four digits.
  private static func mayHoldDate(_ line: ArraySlice<UInt8>) -> Bool {
    var digits = 0
    for index in line.indices {
      switch line[index] {
      case 0x30...0x39: digits += 1
      case 0xE5 where line[index...].starts(with: [0xE5, 0xB9, 0xB4]): return true
      case 0xEF where index + 2 < line.endIndex && line[index + 1] == 0xBC && (0x90...0x99).contains(line[index + 2]):
        digits += 1
      default: break
      }
    }
    return digits >= 4
  }

  /// A date set in a narrow box stands on two or three short lines.
  private static func joinedShortLines(_ edges: [Edge], from start: Int) -> FoldedLine? {
    var lines: [FoldedLine] = []
    for edge in edges[start..<min(start + 3, edges.count)] {
      guard let line = edge.line, line.scalars.count <= 14 else { break }
      lines.append(line)
    }
    return lines.count > 1 ? FoldedLine(joining: lines) : nil
  }

  // MARK: Evidence

  private static func candidates(in line: FoldedLine, neighbours: [FoldedLine?], edge: Edge) -> [PrintedDate] {
    var line = line
    var matches = CalendarDateParser.dates(in: line)
    if matches.isEmpty, let single = line.withoutDoubling {
      line = single
      matches = CalendarDateParser.dates(in: line)
    }
    return matches.map { match in
      PrintedDate(date: match.date, weight: weigh(match, in: line, neighbours: neighbours, edge: edge))
    }
  }

  private static func weigh(
    _ match: CalendarDateParser.Match, in line: FoldedLine, neighbours: [FoldedLine?], edge: Edge
  ) -> Int {
    var weight = 0
    let residue = Residue(of: line, without: match.range)
    if let weekday = Weekday.find(in: line, near: match.range) {
      weight += weekday == match.date.weekday ? 6 : -1
    } else {
      for case let neighbour? in neighbours where neighbour.scalars.count <= 8 {
        if Weekday.find(in: neighbour, near: 0..<0) == match.date.weekday { weight += 5 }
      }
    }
    if furniture.contains(where: line.contains) { weight += 2 }
    if lunar.contains(where: line.contains) { weight += 3 }
    if labels.contains(where: line.contains) { weight += 4 }
    if residue.letters == 0 { weight += 3 } else if residue.letters <= 8 { weight += 1 }
    if edge.fromHead < 5 { weight += 3 } else if edge.fromHead < 12 { weight += 1 }
    if edge.fromFoot < 3 { weight += 1 }
    if residue.hasSentence { weight -= 4 }
    if residue.letters > 30 { weight -= 3 }
    if isGoverned(match.range, in: line) { weight -= 6 }
    return weight
  }

  /// Whether words beside the date make it a date that is spoken of: 截至…, 于…召开, …起, …前.
  private static func isGoverned(_ range: Range<Int>, in line: FoldedLine) -> Bool {
    var before = range.lowerBound
    while before > 0, line.scalars[before - 1] == 0x20 { before -= 1 }
    if before > 0, governingBefore.contains(line.scalars[before - 1]) { return true }
    var after = range.upperBound
    while after < line.scalars.count, line.scalars[after] == 0x20 { after += 1 }
    guard after < line.scalars.count else { return false }
    guard dashes.contains(line.scalars[after]) else { return governingAfter.contains(line.scalars[after]) }
    // A span of dates, not a mark between parts of a title.
    let behind = line.scalars[after...].drop { dashes.contains($0) || $0 == 0x20 }
    return behind.first.map { CalendarDateParser.digit($0) != nil } ?? false
  }

  private static func scalars(_ text: String) -> Set<UInt32> { Set(text.unicodeScalars.map(\.value)) }

  private static let governingBefore = scalars("至止到自从從于於在由以为為是截")
  private static let governingAfter = scalars("起前后後止到召举舉在的以，,、（(时時晚凌上下电電讯訊")
  private static let dashes = scalars("至~-")
  private static let sent = scalars("讯訊电電")
  private static let sentenceMarks = scalars("。，,；;！？!?")
  private static let furniture = folded(
    "版", "编辑", "編輯", "责编", "責編", "美编", "美編", "校对", "校對", "邮发代号", "国内统一", "总第", "總第", "农历", "農曆", "星期",
    "出版", "期", "今日", "主编", "零售", "热线", "熱線")
  private static let lunar = folded(
    "农历", "農曆", "阴历", "陰曆", "夏历", "夏曆", "正月", "腊月", "臘月", "廿", "甲子年", "初一", "初二", "初三", "初四", "初五", "初六", "初七",
    "初八", "初九", "初十")
  private static let labels = folded("发布时间", "發布時間", "发布日期", "發布日期", "发表时间", "出版日期", "更新时间", "发稿时间", "刊登日期")

  /// What is left of a line without its date: how many letters, and whether they are sentences.
  private struct Residue {
    private(set) var letters = 0
    private(set) var hasSentence = false

    init(of line: FoldedLine, without range: Range<Int>) {
      for (index, scalar) in line.scalars.enumerated() where !range.contains(index) {
        switch scalar {
        case 0x3002, 0xFF0C, 0x2C, 0xFF1B, 0x3B, 0x21, 0x3F: hasSentence = true
        case 0x4E00...0x9FFF: letters += 1
        default: break
        }
      }
      for words in PrintedDate.furniture + PrintedDate.lunar where line.contains(words) { letters -= words.count }
      if Weekday.find(in: line, near: range) != nil { letters -= 1 }
      letters = max(0, letters)
    }
  }
}
