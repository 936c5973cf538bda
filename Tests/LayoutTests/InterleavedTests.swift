import TestSupport
import Testing

@testable import Layout

@Suite("Columns that were read across")
struct InterleavedTests {
  private static func lines(_ paragraphs: [String], measure: Int, spaces: Bool = false) -> [String] {
    paragraphs.flatMap { paragraph in
      let lines = LineDamage.wrap(paragraph, measure: measure, first: measure - 2)
      return spaces ? ["　　" + lines[0]] + lines.dropFirst() : lines
    }
  }

  /// The lines of both by turns; what is left of the longer comes at the end.
  private static func alternate(_ left: [String], _ right: [String]) -> [String] {
    (0..<max(left.count, right.count)).flatMap { index in
      [left, right].compactMap { index < $0.count ? $0[index] : nil }
    }
  }

  private static let left = [Prose.bridge, Prose.school, Prose.market]
  private static let right = [Prose.water, Prose.factory, Prose.orchard]

  /// Where a sentence ends with its line nothing tells which line of the other column goes on, so that some are lost.
  @Test("Of two columns by turns at least four paragraphs of five come back")
  func byTurns() {
    var total = 0
    var exact = 0
    for seed in 0..<60 {
      var generator = SeededGenerator(seed: UInt64(seed) &+ 400)
      let paragraphs = CleanPage.random(using: &generator).filter { $0.kind == .body }.map(\.text)
      let half = paragraphs.count / 2
      let measure = 12 + seed % 9
      let page = Self.alternate(
        Self.lines(Array(paragraphs[..<half]), measure: measure, spaces: seed.isMultiple(of: 2)),
        Self.lines(Array(paragraphs[half...]), measure: measure, spaces: seed.isMultiple(of: 2)))
      let restoration = Restoration(page.joined(separator: "\n"))
      #expect(restoration.repairs.contains("interleaved_lines"))
      total += paragraphs.count
      exact += Set(restoration.running).intersection(paragraphs).count
    }
    #expect(exact * 5 >= total * 4, "\(exact) of \(total)")
  }

  @Test("Lines between text that was read down, and columns of two widths")
  func between() {
    let page =
      Self.lines([Prose.orchard], measure: 17)
      + Self.alternate(Self.lines(Self.left, measure: 17), Self.lines([Prose.water, Prose.factory], measure: 14))
    let restoration = Restoration(page.joined(separator: "\n"))
    #expect(restoration.repairs.contains("interleaved_lines"))
    #expect(Set(restoration.running).intersection(Self.left + [Prose.water, Prose.factory]).count >= 4)
  }

  @Test("Columns side by side on the same lines", arguments: [6, 9, 12])
  func sideBySide(gap: Int) {
    for spaces in [true, false] {
      let left = Self.lines(Self.left, measure: 16, spaces: spaces)
      let right = Self.lines(Self.right, measure: 15, spaces: spaces)
      let rows = (0..<max(left.count, right.count)).map { index in
        let first = index < left.count ? left[index] : ""
        let second = index < right.count ? right[index] : ""
        let fill = 32 - LineDamage.width(first) + gap
        return second.isEmpty ? first : first + String(repeating: " ", count: fill) + second
      }
      let restoration = Restoration("两岸新貌\n\n" + rows.joined(separator: "\n"))
      #expect(restoration.running == Self.left + Self.right)
      #expect(restoration.repairs.contains("columns_side_by_side"))
    }
  }

  @Test("Three columns side by side")
  func three() {
    let columns = [Prose.bridge, Prose.water, Prose.market].map { Self.lines([$0], measure: 12) }
    let rows = (0..<(columns.map(\.count).max() ?? 0)).map { index in
      columns.reduce("") { row, column in
        let cell = index < column.count ? column[index] : ""
        return row + cell + String(repeating: " ", count: 32 - LineDamage.width(cell))
      }
    }
    let restoration = Restoration(rows.joined(separator: "\n"))
    #expect(restoration.running == [Prose.bridge, Prose.water, Prose.market])
  }

  @Test("Text that was read down stays, whatever its lines begin and end with", arguments: 0..<60)
  func readDown(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed) &+ 7000)
    let damaged = PageDamager().damage(CleanPage.random(using: &generator), seed: UInt64(seed))
    let repairs = Restoration(damaged.text).repairs
    #expect(repairs.isDisjoint(with: ["interleaved_lines", "columns_side_by_side"]))
  }

  @Test("Lists, poems and tables of words are no columns")
  func none() {
    let poem = (0..<6).map { _ in "月光落在晒谷场上\n像一层薄薄的霜" }.joined(separator: "\n")
    let names = ["林一帆    河东镇中心小学", "周小满    河西镇卫生院", "何青      云川县农业局", "高敏之    青石桥工程队", "郑向远    东塬村合作社"]
    for text in [poem, names.joined(separator: "\n")] {
      #expect(Restoration(text).repairs.isDisjoint(with: ["interleaved_lines", "columns_side_by_side"]))
    }
  }
}
