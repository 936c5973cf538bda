import TestSupport
import Testing

@testable import Layout

@Suite("Blocks of a page")
struct BlockTests {
  @Test("A sentence goes on behind a heading, a caption or the head of the page")
  func interruptions() {
    let lines = LineDamage.wrap(Prose.market, measure: 16, first: 14)
    let head = Array(lines[..<4])
    let tail = Array(lines[4...])
    let cases: [([String], String)] = [
      (["", "数字背后的故事", ""], "数字背后的故事"),
      (["", "", "早市上，菜农在卸车。 林一帆 摄", "", ""], "早市上，菜农在卸车。 林一帆 摄"),
      (["", "一年忙到头", "腰包鼓起来", ""], "一年忙到头 腰包鼓起来"),
    ]
    for (middle, own) in cases {
      let text =
        column([Prose.bridge, Prose.water], measure: 16) + "\n\n" + (head + middle + tail).joined(separator: "\n")
      let restoration = Restoration(text)
      #expect(restoration.texts.contains(Prose.market), "\(middle)")
      #expect(restoration.texts.contains(own), "\(restoration.texts)")
      #expect(restoration.repairs.contains("interrupted_paragraph"))
    }
  }

  @Test("The head of the page, printed again in a sentence, goes")
  func runningFurniture() {
    let lines = LineDamage.wrap(Prose.orchard, measure: 17, first: 15)
    let furniture = ["A05 县域", "2024年6月18日 星期二"]
    let text = (furniture + [""] + lines[..<3] + furniture + lines[3...]).joined(separator: "\n")
    let restoration = Restoration(text)
    #expect(restoration.texts == furniture + [Prose.orchard])
    #expect(restoration.repairs.contains("running_furniture"))
  }

  @Test("Headings stay apart from the text around them")
  func headings() {
    let text = [
      column([Prose.bridge]), "", "桥通了心就近了", "", column([Prose.market]), "", "一、基本情况", column([Prose.water]), "",
      "守好“大粮仓”", "做足“牛文章”", "", column([Prose.factory]),
    ].joined(separator: "\n")
    let restoration = Restoration(text)
    #expect(restoration.running == [Prose.bridge, Prose.market, Prose.water, Prose.factory])
    #expect(restoration.texts.contains("桥通了心就近了"))
    #expect(restoration.texts.contains("一、基本情况"))
    #expect(restoration.texts.contains("守好“大粮仓” 做足“牛文章”"))
  }

  @Test("Section labels, headlines of two clauses and numerals that lost their digit stay as they are")
  func shortHeadings() {
    let text = [Prose.bridge, "路径", Prose.water, "新城启幕 旧貌换颜", Prose.school, "个全面提升", Prose.factory]
    #expect(Restoration(text.joined(separator: "\n\n")).texts == text)
  }

  @Test("Vertical headings are read down, their clauses kept apart")
  func verticalHeadings() {
    let text = Prose.bridge + "\n\n黑\n煤\n要\n绿\n采\n\n老\n矿\n换\n新\n颜\n\n" + Prose.water
    #expect(Restoration(text).texts == [Prose.bridge, "黑煤要绿采 老矿换新颜", Prose.water])
    let numerals = Prose.bridge + "\n\n46\n家\n搶\n25\n萬\n坪\n\n" + Prose.water
    #expect(Restoration(numerals).texts == [Prose.bridge, "46家搶25萬坪", Prose.water])
    let marked = Prose.bridge + "\n\n开\n新、\n局\n面\n\n" + Prose.water
    #expect(Restoration(marked).texts == [Prose.bridge, "开新、局面", Prose.water])
  }

  @Test("Vertical body text becomes a paragraph")
  func verticalText() {
    let body = "江水东流去，两岸稻花香。渔人收网晚，灯火满船舱。"
    let text = Prose.bridge + "\n\n" + body.map { String($0) }.joined(separator: "\n") + "\n\n" + Prose.water
    let restoration = Restoration(text)
    #expect(restoration.running.contains(body))
  }

  @Test("List items, wrapped and with spaces behind their bullets", arguments: ["●", "■", "▲", "◆"])
  func lists(bullet: String) {
    let text = """
      今年的主要目标

      \(bullet)粮食产量稳定在四十亿
      斤以上
      \(bullet) 城镇新增就业一万二千
      人以上，失业率控制在5.5
      %以内
      \(bullet)改造老旧小区61个
      """
    #expect(
      Restoration(text).texts(of: .list) == [
        "\(bullet)粮食产量稳定在四十亿斤以上", "\(bullet)城镇新增就业一万二千人以上，失业率控制在5.5%以内", "\(bullet)改造老旧小区61个",
      ])
  }

  @Test("Captions between runs of blank lines, with and without a credit")
  func captions() {
    let text = [
      column([Prose.bridge]), "", "", "", "6月5日，村民驾船清理水面漂浮物。", "", "", "", column([Prose.school]), "", "",
      "梅山码头，待装船的汽车正在接受出运前", "检查。 （图片由海关提供）", "", "", column([Prose.market]),
    ].joined(separator: "\n")
    let restoration = Restoration(text)
    #expect(restoration.texts(of: .caption) == ["6月5日，村民驾船清理水面漂浮物。", "梅山码头，待装船的汽车正在接受出运前检查。 （图片由海关提供）"])
    #expect(restoration.texts(of: .body) == [Prose.bridge, Prose.school, Prose.market])
  }

  @Test(
    "Bylines",
    arguments: [
      "本报记者 林一帆", "□ 记者 周小满 通讯员 何青", "甬江商报记者 周予安 通讯员 石海舟", "記者林宜君／嘉義報導", "记者 侯英 实习生 佟丹",
    ])
  func bylines(byline: String) {
    let restoration = Restoration("河东新城长出一片厂房\n\n" + byline + "\n" + Prose.bridge)
    #expect(restoration.texts(of: .byline) == [byline])
    #expect(restoration.texts(of: .body) == [Prose.bridge])
  }

  @Test("A reporter who does something is no byline")
  func reporters() {
    let text = "记者从县水利局了解到，今年的工程已经全部开工，预计十月底完成。"
    #expect(Restoration(text).texts(of: .body) == [text])
  }

  @Test("A byline or an imprint behind the last sentence")
  func twoBlocks() {
    let restoration = Restoration(Prose.factory + " 文字整理：记者 周小满 通讯员 何青")
    #expect(restoration.texts == [Prose.factory, "文字整理：记者 周小满 通讯员 何青"])
    #expect(Restoration(Prose.water + " 责任编辑：周到 版式：郭敏").texts == [Prose.water, "责任编辑：周到 版式：郭敏"])
    let credit = "石桥村口，装卸工人正在给货车装箱。 本报记者 李一鸣 摄"
    #expect(Restoration(Prose.bridge + "\n\n\n" + credit + "\n\n\n" + Prose.water).texts(of: .caption) == [credit])
  }

  @Test("Tables stay rows, with one space between cells")
  func tables() {
    let text = """
      前三季度主要指标
      指标            单位      1—9月   同比增长(%)
      规上工业产值    亿元      386.5     11.2
      工业用电量      亿千瓦时   14.73      9.6
      实际利用外资    万美元    8120      -6.3
      """
    let table = "指标 单位 1—9月 同比增长(%)\n规上工业产值 亿元 386.5 11.2\n工业用电量 亿千瓦时 14.73 9.6\n实际利用外资 万美元 8120 -6.3"
    #expect(Restoration(text).texts(of: .table) == [table])
    #expect(Restoration(text.replacing("   ", with: "\t")).texts(of: .table).count == 1)
    #expect(Restoration("地区\n" + table).texts(of: .table) == [table])
  }

  @Test("Furniture at the edges of the page")
  func furniture() {
    let text = "03\n2024.2.5 星期一\n责任编辑：肖 雨\n\n" + Prose.bridge + "\n\n新闻热线：0879-2123456 邮发代号：11-24"
    let restoration = Restoration(text)
    #expect(restoration.texts(of: .furniture) == ["03", "2024.2.5 星期一", "责任编辑：肖雨", "新闻热线：0879-2123456 邮发代号：11-24"])
  }

  @Test("White space on a line is a blank line; a leading space begins a frame")
  func whiteSpace() {
    let restoration = Restoration(Prose.bridge + "\n \n" + Prose.water + "\n " + Prose.school)
    #expect(restoration.texts == [Prose.bridge, Prose.water, Prose.school])
    #expect(restoration.repairs.isSuperset(of: ["space_only_line", "leading_space"]))
  }

  @Test("Paragraphs that end without a full stop, and paragraphs of an ellipsis alone")
  func unusualEnds() {
    let text = [
      "一期工程加速推进，主体建筑已经封顶，预计年底投入使用；", "二期工程正在办理手续，首批设备已经运抵现场，工人们正忙着卸货、开箱、清点；", "……",
      "老人的故事讲了一个又一个，听的人谁也舍不得走——", "……", Prose.school,
    ]
    #expect(Restoration(text.joined(separator: "\n\n")).texts == text)
  }

  @Test(
    "Rows that are named by years are a table, whatever stands between their cells",
    arguments: ["2017／18 120.1 563 66.8|2018／19 121.7 571 68.2|2019／20 122.9 538 65.1", "2019 44 3.1|2020 51 3.9"])
  func yearRows(rows: String) {
    let lines = rows.split(separator: "|").joined(separator: "\n")
    let page = Restoration("\(Prose.bridge)\n\n\(lines)\n\n\(Prose.orchard)")
    #expect(page.texts == [Prose.bridge, lines, Prose.orchard])
    #expect(page.texts(of: .table) == [lines])
  }

  @Test(
    "A numbered heading is not joined because its last character is a word that ends no sentence",
    arguments: ["一、发行人经营与财务摘要", "三、主要会计数据", "（二）股东大会", "4．投资回报率与最近两年之比"])
  func numberedHeading(heading: String) {
    let texts = [Prose.bridge, heading, Prose.factory]
    #expect(Restoration(texts.joined(separator: "\n\n")).texts == texts)
  }

  @Test("Items that begin with a dash, wrapped; a subtitle that begins with one", arguments: ["", "　　"])
  func dashedItems(indent: String) {
    let items = ["——粮食产量稳定在四十亿斤以上，播种面积不少于一千二百万亩；", "——城镇新增就业1.1万人，失业率控制在5.5%以内；", "——改造老旧小区61个。"]
    let page =
      ["守住粮仓", "——云川县政府工作报告解读", ""] + LineDamage.wrap(Prose.bridge, measure: 18, first: 16) + ["主要目标："]
      + items.flatMap { LineDamage.wrap(indent + $0, measure: 18, first: 18) }
    let restoration = Restoration(page.joined(separator: "\n"))
    #expect(restoration.texts(of: .list) == items)
    #expect(restoration.texts.contains("——云川县政府工作报告解读"))
  }

  @Test("A caption on two lines between runs of blank lines", arguments: ["（林一帆 摄）", "（本报照片）", "  高敏之 摄"])
  func captionInSlot(credit: String) {
    let page = [Prose.bridge, "", "", "渔船在河东镇码头", "整修待发。" + credit, "", "", Prose.water]
    let restoration = Restoration(page.joined(separator: "\n"))
    #expect(restoration.texts(of: .caption).count == 1)
    #expect(restoration.texts(of: .caption).first?.hasPrefix("渔船在河东镇码头整修待发。") == true)
  }
}
