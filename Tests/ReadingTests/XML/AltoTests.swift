import Reading
import Testing

/// Writes ALTO from lines and boxes.
struct AltoPage {
  struct Block {
    var x: Int
    var y: Int
    var width: Int
    var size = 40
    var lines: [String]
    /// Space in front of the first line.
    var indent = 0
  }

  var blocks: [Block]
  var namespace = "http://www.loc.gov/standards/alto/ns-v4#"
  /// Characters in a word; recognizers part them anywhere.
  var wordLength = 4

  var xml: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <alto xmlns="\(namespace)"><Description><MeasurementUnit>pixel</MeasurementUnit></Description><Layout>
    <Page ID="P1" PHYSICAL_IMG_NR="1" WIDTH="2000" HEIGHT="3000"><PrintSpace>
    \(blocks.map(xml).joined(separator: "\n"))
    </PrintSpace></Page></Layout></alto>
    """
  }

  private func xml(_ block: Block) -> String {
    var text =
      "<TextBlock HPOS=\"\(block.x)\" VPOS=\"\(block.y)\" WIDTH=\"\(block.width)\" HEIGHT=\"\(block.lines.count * block.size * 3 / 2)\">\n"
    for (row, line) in block.lines.enumerated() {
      var x = block.x + (row == 0 ? block.indent : 0)
      let y = block.y + row * block.size * 3 / 2
      var words = ""
      var rest = Substring(line)
      while !rest.isEmpty {
        let word = rest.prefix(wordLength)
        let width = word.unicodeScalars.reduce(0) { $0 + ($1.value < 0x80 ? block.size / 2 : block.size) }
        words +=
          "<String HPOS=\"\(x)\" VPOS=\"\(y)\" WIDTH=\"\(width)\" HEIGHT=\"\(block.size)\" CONTENT=\"\(word)\"/><SP WIDTH=\"4\"/>"
        x += width + 4
        rest = rest.dropFirst(wordLength)
      }
      let left = block.x + (row == 0 ? block.indent : 0)
      text +=
        "<TextLine HPOS=\"\(left)\" VPOS=\"\(y)\" WIDTH=\"\(x - 4 - left)\" HEIGHT=\"\(block.size)\">\(words)</TextLine>\n"
    }
    return text + "</TextBlock>"
  }
}

extension Page {
  /// The texts of the paragraphs that the geometry tells.
  var geometricParagraphs: [String] {
    var texts: [String] = []
    var last: Int?
    for line in lines {
      guard let paragraph = line.paragraph else { continue }
      let text = String(decoding: self.text.utf8[line.range], as: UTF8.self)
      if paragraph == last { texts[texts.count - 1] += text } else { texts.append(text) }
      last = paragraph
    }
    return texts
  }
}

@Suite struct AltoTests {
  private let first = AltoPage.Block(
    x: 100, y: 300, width: 800, lines: ["本报讯　今年全市粮食总产量达到一百", "二十万吨，同比增长百分之三点五，农", "民收入继续增加。"], indent: 80)
  private let second = AltoPage.Block(
    x: 100, y: 480, width: 800, lines: ["　　工业生产也在加快，前三季度规模以", "上工业增加值增长百分之六，用电量增"], indent: 0)
  private let third = AltoPage.Block(
    x: 1000, y: 300, width: 800, lines: ["长百分之八，港口货物吞吐量再创新高。", "企业家们对明年充满信心，订单已经排", "到了明年三月。"])
  private let heading = AltoPage.Block(x: 300, y: 100, width: 1200, size: 90, lines: ["全市经济稳中有进"])

  @Test(arguments: [2, 3, 4]) func readsEveryVersion(version: Int) throws {
    let alto = AltoPage(blocks: [heading, first], namespace: "http://www.loc.gov/standards/alto/ns-v\(version)#")
    let page = try page(Array(alto.xml.utf8), name: "page.xml")
    #expect(page.metadata.format == "alto")
    #expect(page.locator == .boxes)
    #expect(page.geometricParagraphs == ["全市经济稳中有进", first.lines.joined()])
  }

  @Test func readsColumnsInOrderWhateverTheOrderOfBlocks() throws {
    let indented = AltoPage.Block(
      x: 100, y: 480, width: 800, lines: ["工业生产也在加快，前三季度规模以", "上工业增加值增长百分之六，用电量增"], indent: 80)
    let expected = [
      "全市经济稳中有进", first.lines.joined(), indented.lines.joined() + third.lines.joined(),
    ]
    let blocks = [heading, first, indented, third]
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1], [1, 3, 0, 2]] {
      let page = try page(Array(AltoPage(blocks: order.map { blocks[$0] }).xml.utf8), name: "page.xml")
      #expect(page.geometricParagraphs == expected)
    }
  }

  @Test func readsSectionsUnderHeadlinesAcrossColumns() throws {
    func column(_ x: Int, _ y: Int, _ character: String, end: String) -> AltoPage.Block {
      AltoPage.Block(
        x: x, y: y, width: 800,
        lines: (0..<4).map { String(repeating: character, count: 17) + ($0 == 3 ? end : character) })
    }
    let blocks = [
      column(1000, 1000, "丁", end: "。"), AltoPage.Block(x: 300, y: 850, width: 1200, size: 80, lines: ["第二个标题横跨两栏"]),
      column(100, 1000, "丙", end: "丙"), column(1000, 300, "乙", end: "。"), heading, column(100, 300, "甲", end: "甲"),
    ]
    let page = try page(Array(AltoPage(blocks: blocks).xml.utf8), name: "page.xml")
    #expect(page.geometricParagraphs.map { $0.first } == ["全", "甲", "第", "丙"])
    #expect(page.geometricParagraphs[1].last == "。")
  }

  @Test func readsAHeadlineOfOneColumnBeforeItsText() throws {
    func column(_ x: Int, _ y: Int, _ character: String) -> AltoPage.Block {
      AltoPage.Block(x: x, y: y, width: 500, lines: (0..<6).map { _ in String(repeating: character, count: 12) })
    }
    // Three columns, the headline in the middle of the third.
    let blocks = [
      column(100, 300, "甲"), column(700, 300, "乙"),
      AltoPage.Block(x: 1320, y: 300, width: 480, size: 44, lines: ["小标题在第三栏"]),
      column(1300, 420, "丙"), column(100, 660, "丁"), column(700, 660, "戊"),
    ]
    let page = try page(Array(AltoPage(blocks: blocks).xml.utf8), name: "page.xml")
    let order = page.strings.filter { !$0.isEmpty }.map { $0.first! }
    #expect(String(order) == "甲甲甲甲甲甲丁丁丁丁丁丁乙乙乙乙乙乙戊戊戊戊戊戊小丙丙丙丙丙丙")
  }

  @Test func readsVerticalWritingFromTheRight() throws {
    var lines = ""
    for (column, text) in ["昨日本市各界集会慶祝", "新橋落成到者三千餘人", "市長致詞謂此橋長九十"].enumerated() {
      let x = 1000 - column * 70
      lines += "<TextLine HPOS=\"\(x)\" VPOS=\"200\" WIDTH=\"40\" HEIGHT=\"420\">"
      for (row, character) in text.enumerated() {
        lines +=
          "<String HPOS=\"\(x)\" VPOS=\"\(200 + row * 42)\" WIDTH=\"40\" HEIGHT=\"40\" CONTENT=\"\(character)\"/>"
      }
      lines += "</TextLine>"
    }
    let xml =
      "<alto xmlns=\"http://www.loc.gov/standards/alto/ns-v3#\"><Layout><Page><PrintSpace><TextBlock>\(lines)</TextBlock></PrintSpace></Page></Layout></alto>"
    let page = try page(Array(xml.utf8), name: "page.xml")
    #expect(page.strings == ["昨日本市各界集会慶祝", "新橋落成到者三千餘人", "市長致詞謂此橋長九十"])
  }

  @Test func keepsTheBoxesOfLines() throws {
    let page = try page(Array(AltoPage(blocks: [first]).xml.utf8), name: "page.xml")
    let boxes = page.lines.compactMap(\.box)
    #expect(boxes.count == 3)
    #expect(boxes[0].page == 1)
    #expect(boxes[0].x0 == 180)
    #expect(boxes[0].y0 == 300)
    #expect(boxes[1].x0 == 100)
    #expect(boxes[1].y1 == 400)
  }

  @Test func tellsSpacesFromJoints() throws {
    func line(_ words: [(String, Int, Int)]) -> String {
      words.map { "<String HPOS=\"\($0.1)\" VPOS=\"0\" WIDTH=\"\($0.2)\" HEIGHT=\"40\" CONTENT=\"\($0.0)\"/>" }
        .joined(separator: "<SP/>")
    }
    let xml = """
      <alto><Layout><Page><PrintSpace><TextBlock><TextLine HPOS="0" VPOS="0" WIDTH="900" HEIGHT="40">
      \(line([("增长", 0, 80), ("12", 84, 40), (".5%", 126, 60), ("记者", 230, 80), ("New", 320, 60), ("York", 392, 80)]))
      </TextLine></TextBlock></PrintSpace></Page></Layout></alto>
      """
    #expect(try page(Array(xml.utf8), name: "page.xml").strings == ["增长12.5% 记者New York"])
  }

  @Test func readsDateAndNumberOfThePage() throws {
    let furniture = AltoPage.Block(x: 100, y: 20, width: 800, size: 30, lines: ["第三版　2009年2月17日　星期二"])
    let metadata = try page(Array(AltoPage(blocks: [heading, furniture, first]).xml.utf8), name: "p.xml").metadata
    #expect(metadata.published?.description == "2009-02-17")
    #expect(metadata.pageNumber == "3")
  }
}
