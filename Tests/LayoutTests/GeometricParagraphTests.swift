import Layout
import Reading
import Rules
import SourceText
import Testing

@Suite struct GeometricParagraphTests {
  /// Lines with the paragraph that the geometry gives them; a blank line between paragraphs.
  private func restore(_ paragraphs: [[String]]) throws -> [String] {
    var text: [UInt8] = []
    var lines: [Line] = []
    for (index, paragraph) in paragraphs.enumerated() {
      if index > 0 {
        lines.append(Line(range: text.count..<text.count, number: 0))
        text.append(0x0A)
      }
      for line in paragraph {
        let start = text.count
        text += line.utf8
        var placed = Line(range: start..<text.count, number: 0, box: Box(page: 1, x0: 0, y0: 0, x1: 1, y1: 1))
        placed.paragraph = index
        lines.append(placed)
        text.append(0x0A)
      }
    }
    let page = Page(text: SourceText(decoded: text), lines: lines, locator: .boxes)
    return try LayoutRestorer(rules: .embedded).restore(page).paragraphs.map(\.text.string)
  }

  @Test func joinsTheLinesOfAParagraphWhateverTheyLookLike() throws {
    let caption = ["工人正在清点刚下线的电动车。", "王林摄"]
    let body = ["全市工业增加值增长百分之六点五，其中装备制造业增长最快。", "订单一直排到明年三月。", "企业家们信心很足，都说要扩大生产，多招工人。"]
    #expect(try restore([body, caption]) == [body.joined(), caption.joined()])
  }

  @Test func keepsPageNumberAndDateApart() throws {
    let lines = try restore([["第三版　民生新闻", "2009年2月17日　星期二"], ["全市工业增加值增长百分之六点五，其中装备制造业增长最快。"]])
    #expect(lines.count == 3)
  }
}
