import Figures
import Foundation
import Layout
import Reading
import Rules
import SourceText
import Testing

/// A figure that a line end, spaces or a blank line cuts anywhere is one figure again after Layout.
@Suite struct CutFigureTests {
  private static let figures = [
    "9.42亿元", "68.3亿元", "16.13%", "1,100万元", "12,345.67万元", "4000万美元", "2.3个百分点", "57万亩", "90亿斤", "7000万吨",
    "百分之六十五", "千分之三点五", "一亿三千六百万元", "三千二百一十五户", "二十万亿元", "六成五", "1.5倍", "3万5千人", "1亿2000万元",
    "10-15亿元", "10亿～15亿元", "3—5个百分点", "5%—8%", "836.5万人次", "300亿千瓦时", "22.8万元/亩", "19微克/立方米", "63500立方米每秒", "1240平方公里",
    "12.8万标箱", "1800公里", "5912套", "203.5亿澳门元", "3.2万吨标准煤", "两千三百多万元", "70余人", "1.36亿港元", "0.85个百分点", "256万千瓦",
    "１３，４５６．７万元", "４５．６亿元", "2.8万亿元", "一万五千亿元", "超百亿元", "近百家", "七成五", "万分之一点二", "6.39‰", "一倍半", "百余户",
    "二十来个", "约600亩", "500元以下", "300张以上", "110千伏", "15分钟", "1至3个百分点", "8.2‰",
  ]

  private static let restorer = Result { try LayoutRestorer(rules: .embedded) }
  private static let recognizer = Result { try FigureRecognizer(rules: .embedded) }

  private static let head = "全年看下来，各项工作推进得比较平稳，有关部门逐月核对台账，对照年初定下的任务查漏补缺，到年底已经做到"
  private static let tail = "，好于年初的安排，也为来年打下了底子。往后，他们还要把人手排得更细，把各道工序都盯紧，让大家看得见变化。"

  private static func page(_ text: String) -> Page {
    let utf8 = Array(text.utf8)
    var lines: [Line] = []
    var start = 0
    for index in 0...utf8.count where index == utf8.count || utf8[index] == 0x0A {
      lines.append(Line(range: start..<index, number: lines.count + 1))
      start = index + 1
    }
    return Page(text: SourceText(decoded: utf8), lines: lines, locator: .scalars)
  }

  private static func width(_ character: Character) -> Int { character.isASCII ? 1 : 2 }

  /// Lines of a column, the first set in by two characters; a line ends behind `cut` whatever stands there.
  private static func lines(_ text: [Character], cut: Int, measure: Int) -> [String] {
    // The lines before the cut are filled from it backwards, so that the cut line is full too.
    var starts: [Int] = []
    var end = cut
    while end > 0 {
      var start = end
      var filled = 0
      while start > 0, filled + width(text[start - 1]) <= measure {
        start -= 1
        filled += width(text[start])
      }
      starts.insert(start, at: 0)
      end = start
    }
    var lines = zip(starts, starts.dropFirst() + [cut]).map { String(text[$0..<$1]) }
    if let first = lines.first {
      lines[0] = String(repeating: "　", count: max(0, measure / 2 - first.map(width).reduce(0, +) / 2)) + first
    }
    var line = ""
    var filled = 0
    for character in text[cut...] {
      if filled + width(character) > measure {
        lines.append(line)
        line = ""
        filled = 0
      }
      line.append(character)
      filled += width(character)
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  private static func amounts(in text: String) throws -> [String] {
    let figures = try recognizer.get().figures(in: Array(text.utf8), published: nil)
    return figures.filter { $0.amount != nil && $0.kind != .name }.map { figure in
      "\(figure.kind) \(figure.amount.map { "\($0)" } ?? "") \(figure.unit) \(figure.bound)"
    }
  }

  private static func restored(_ page: String) throws -> [String] {
    try restorer.get().restore(Self.page(page)).paragraphs.flatMap { try amounts(in: $0.text.string) }
  }

  private static func check(
    _ figure: String, by damage: (_ head: [Character], _ tail: [Character], Int) -> String
  ) throws {
    let whole = try amounts(in: head + figure + tail)
    try #require(whole.count == 1, "\(figure) reads as \(whole)")
    let characters = Array(figure)
    for place in 1..<characters.count {
      let page = damage(Array(head) + characters[..<place], characters[place...] + Array(tail), place)
      let found = try restored(page)
      #expect(found == whole, "\(characters[..<place].map(String.init).joined())|\(String(characters[place...]))")
    }
  }

  /// 9.42 亿 / 元, as it is known to be cut.
  @Test(arguments: [
    "9.42\n亿元", "9.42亿\n元", "9.\n42亿元", "9.4\n2亿元", "9\n.42亿元", "9.42 \n亿元", "9.42 亿\n元", "9.42 亿 \n 元",
    "9.42\n\n亿元", "9.42亿\n\n元", "9.42 \n 亿 元",
  ])
  func aSumCutByLinesIsOneFigure(cut: String) throws {
    let parts = cut.components(separatedBy: "\n")
    let before = parts[0].trimmingCharacters(in: .whitespaces)
    let lines = Self.lines(Array(Self.head + before), cut: (Self.head + before).count, measure: 36)
    let page = (lines + parts.dropFirst().dropLast() + [(parts.last ?? "") + Self.tail]).joined(separator: "\n")
    #expect(try Self.restored(page) == Self.amounts(in: Self.head + "9.42亿元" + Self.tail))
  }

  @Test(arguments: figures) func aLineEndLeavesOneFigure(figure: String) throws {
    try Self.check(figure) { head, tail, _ in
      Self.lines(head + tail, cut: head.count, measure: 36).joined(separator: "\n")
    }
  }

  @Test(arguments: figures) func aBlankLineLeavesOneFigure(figure: String) throws {
    try Self.check(figure) { head, tail, _ in
      let cut = Self.lines(head + tail, cut: head.count, measure: 36)
      let before = Self.lines(head, cut: head.count, measure: 36).count
      return cut[..<before].joined(separator: "\n") + "\n\n" + cut[before...].joined(separator: "\n")
    }
  }

  @Test(arguments: figures) func spacesLeaveOneFigure(figure: String) throws {
    for spaces in [" ", "  "] {
      try Self.check(figure) { head, tail, _ in String(head) + spaces + String(tail) }
    }
  }

  /// The whole line set apart, as justified columns come out of a file.
  @Test(arguments: figures) func aLineSetApartLeavesOneFigure(figure: String) throws {
    let whole = try Self.amounts(in: Self.head + figure + Self.tail)
    let spread = (Self.head + figure + Self.tail).map(String.init).joined(separator: " ")
    #expect(try Self.restored(spread) == whole)
  }
}
