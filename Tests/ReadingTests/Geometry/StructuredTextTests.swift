import Reading
import Testing

/// Writes structured text as mutool does.
struct StructuredText {
  var pages: [[String]] = [[]]

  /// A line of upright characters from left to right.
  mutating func line(_ text: String, x: Double, y: Double, size: Double = 10, step: Double? = nil) {
    var position = x
    for character in text.unicodeScalars {
      let width = character.value >= 0x2E80 ? size : size / 2
      glyph(character, x: position, y: y, width: width, size: size)
      position += step ?? width
    }
  }

  /// A line of upright characters downwards.
  mutating func column(_ text: String, x: Double, y: Double, size: Double = 10) {
    for (place, character) in text.unicodeScalars.enumerated() {
      glyph(character, x: x, y: y + Double(place) * size, width: size, size: size)
    }
  }

  private mutating func glyph(_ scalar: Unicode.Scalar, x: Double, y: Double, width: Double, size: Double) {
    let (top, bottom) = (y - size * 0.88, y + size * 0.12)
    let quad = "\(x) \(top) \(x + width) \(top) \(x) \(bottom) \(x + width) \(bottom)"
    pages[pages.count - 1].append(
      "<font name=\"F\" size=\"\(size)\"><char quad=\"\(quad)\" x=\"\(x)\" y=\"\(y)\" c=\"&#\(scalar.value);\"/></font>"
    )
  }

  var bytes: [UInt8] {
    let body = pages.enumerated().map { number, characters in
      "<page id=\"page\(number + 1)\"><block><line wmode=\"0\" dir=\"1 0\">\(characters.joined(separator: "\n"))</line></block></page>"
    }
    return Array("<?xml version=\"1.0\"?>\n<document name=\"a.pdf\">\n\(body.joined())</document>\n".utf8)
  }
}

@Suite struct StructuredTextTests {
  @Test func dropsShadowsAndKeepsWhatStandsTwice() throws {
    var text = StructuredText()
    text.line("天天向上突破66亿", x: 11, y: 101, size: 20)
    text.line("天天向上突破66亿", x: 10, y: 100, size: 20)
    let page = try page(text.bytes, name: "a.stext")
    #expect(page.metadata.format == "stext")
    #expect(page.geometricParagraphs == ["天天向上突破66亿"])
    #expect(page.metadata.overprintedCharacters == 9)
  }

  @Test func keepsCharactersThatAreSetClose() throws {
    var text = StructuredText()
    text.line("人人人人", x: 10, y: 100, step: 7)
    #expect(try page(text.bytes, name: "a.stext").geometricParagraphs == ["人人人人"])
  }

  @Test func readsColumnsUnderAHeadline() throws {
    var text = StructuredText()
    for column in 0..<2 {
      for row in 0..<6 {
        let mark = column == 0 ? "甲" : "乙"
        let isFirst = row == 0 && column == 0
        let isLast = row == 5 && column == 1
        text.line(
          String(repeating: mark, count: isFirst ? 8 : isLast ? 4 : 10) + (isLast ? "。" : ""),
          x: Double(10 + column * 115 + (isFirst ? 20 : 0)), y: Double(160 + row * 15))
      }
    }
    text.line("标题横跨两栏", x: 50, y: 120, size: 22)
    let page = try page(text.bytes, name: "a.stext")
    #expect(
      page.geometricParagraphs == [
        "标题横跨两栏", String(repeating: "甲", count: 58) + String(repeating: "乙", count: 54) + "。",
      ])
    #expect(page.lines.first?.style == .heading)
    #expect(page.lines.first?.box?.x0 == 50)
  }

  @Test func readsVerticalWritingFromTheRight() throws {
    var text = StructuredText()
    text.column("昨日本市各界集会庆祝", x: 200, y: 100)
    text.column("新桥落成到者三千余人", x: 184, y: 100)
    text.column("市长致词。", x: 168, y: 100)
    #expect(try page(text.bytes, name: "a.stext").geometricParagraphs == ["昨日本市各界集会庆祝新桥落成到者三千余人市长致词。"])
  }

  @Test func setsAnInitialBeforeItsLine() throws {
    var text = StructuredText()
    text.line("全", x: 10, y: 120, size: 24)
    text.line("市粮食产量再创新", x: 36, y: 108)
    text.line("高，农民收入也稳", x: 36, y: 123)
    text.line("步增长，超过去年同期。", x: 10, y: 138)
    #expect(try page(text.bytes, name: "a.stext").geometricParagraphs == ["全市粮食产量再创新高，农民收入也稳步增长，超过去年同期。"])
  }

  @Test func numbersTheBoxesOfPages() throws {
    var text = StructuredText()
    text.line("第一页的文字。", x: 10, y: 100)
    text.pages.append([])
    text.line("第二页的文字。", x: 10, y: 100)
    let page = try page(text.bytes, name: "a.stext")
    #expect(page.geometricParagraphs == ["第一页的文字。", "第二页的文字。"])
    #expect(page.lines.compactMap { $0.box?.page } == [1, 2])
    #expect(page.locator == .boxes)
  }

  @Test func readsADateOfRadicals() throws {
    var text = StructuredText()
    text.line("2024年7⽉3⽇", x: 10, y: 100)
    text.line("全市粮食产量再创新高。", x: 10, y: 140)
    #expect(try page(text.bytes, name: "a.stext").metadata.published?.description == "2024-07-03")
  }

  @Test func callsPagesWithoutCharactersEmpty() {
    #expect(throws: ReadingError.empty) { try page(StructuredText().bytes, name: "a.stext") }
  }
}
