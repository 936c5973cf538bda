import TestSupport
import Testing

@testable import Layout

@Suite("Sentences that the lines leave in two")
struct UnfinishedParagraphTests {
  /// The end of one piece and the beginning of the other, from several fields.
  static let cuts: [(String, String)] = [
    ("村里的果园今年第一次挂果，收购商天不亮就等在路口，老周家二十六亩地的苹果一上午就卖掉了大", "半，剩下的进了冷库，等到年底再出手。"),
    ("县医院新添的设备能做一百多种检查，过去要到省城排队的病人，如今在家门口就能拿到结果，费用", "也便宜了三成，老人看病不再犯愁。"),
    ("港口公司说，新岸线投用以后，靠港的货轮不再等潮水，一个班次能多卸二百四十个集装箱，码头的", "吊机昼夜不停，司机们分成四班倒。"),
    ("法院审理认为，借条真实有效，被告不能证明已经归还，应当承担举证不能的后果，判决十日之内归还", "本金和利息，案件受理费由被告负担。"),
    ("球队赢得惊险，首节一度落后十四分，第三节靠着替补后卫连续四记三分才把比分追平，终场前九秒的那", "一记远投，让客队的球迷全都站了起来。"),
    ("学校的操场原来是一块晒谷坪，木杆上挂着国旗，两头是用竹竿扎成的篮球架，孩子们每天早上要在坪上", "跑三圈，跑完才进教室念书。"),
    ("環保署公布的數據顯示，北區上月錄得高污染日數較去年同期減少四天，當局認為與新規管車輛排放", "的措施有關，明年會再收緊標準。"),
    ("银行与园区签订协议，授信额度合计二百九十七亿元，重点支持小微企业，首批贷款已经发放到四十三家", "企业的账户，利率比市场低一个百分点。"),
    ("老渠长六十多公里，原来一到夏天就断流，沿线的村子为了争水年年闹矛盾，自从换上测流设备，哪个村", "用了多少水，手机上看得清清楚楚。"),
    ("气象台说，受冷空气影响，未来三天最低气温将降到零下四度，并伴有五级偏北风，设施农业要做好防冻", "准备，出行的人注意路面结冰。"),
  ]

  @Test("They are joined on a page of whole lines", arguments: cuts)
  func wholeLines(cut: (String, String)) {
    let page = [Prose.bridge, cut.0, cut.1, Prose.school].joined(separator: "\n\n")
    #expect(Restoration(page).texts == [Prose.bridge, cut.0 + cut.1, Prose.school])
  }

  @Test("They are joined over a heading that stands between them", arguments: cuts)
  func overHeading(cut: (String, String)) {
    let page = [Prose.bridge, cut.0, "延伸阅读", cut.1, Prose.school].joined(separator: "\n\n")
    let restoration = Restoration(page)
    #expect(restoration.texts == [Prose.bridge, cut.0 + cut.1, "延伸阅读", Prose.school])
    #expect(restoration.repairs.contains("interrupted_paragraph"))
  }

  @Test("A repaired page is not changed again, whatever width it was set in", arguments: cuts, [11, 17, 24])
  func twice(cut: (String, String), measure: Int) {
    let lines = LineDamage.wrap(cut.0 + cut.1, measure: measure, first: measure - 2)
    let half = lines.count / 2
    let page =
      column([Prose.water], measure: measure) + "\n\n" + lines[..<half].joined(separator: "\n") + "\n\n"
      + lines[half...].joined(separator: "\n\n") + "\n\n" + column([Prose.market], measure: measure)
    let texts = Restoration(page).texts
    #expect(texts == [Prose.water, cut.0 + cut.1, Prose.market])
    #expect(Restoration(texts.joined(separator: "\n\n")).texts == texts)
  }

  @Test("What is finished, a list or a heading is not gone on with")
  func apart() {
    let items = ["●粮食总产量稳定在816万吨，仓容再增三成", "●城镇新增就业33,290人，失业率控制在5.5%以内"]
    let heading = "河东新城首批安置房年底交付两千户居民喜迁新居"
    let page = [Prose.bridge] + items + [heading, Prose.school]
    #expect(Restoration(page.joined(separator: "\n\n")).texts == page)
  }

  /// Headings as long as lines of text, before paragraphs of a page with a blank line between all paragraphs.
  @Test(
    "A long heading on a page of whole lines stays apart",
    arguments: [
      "云川县投入六千万元整修农村公路惠及三十个乡镇", "港口集装箱吞吐量连续八个月保持两位数增长势头", "全市高标准农田建设提前两个月完成全年任务目标",
      "一张没有抬头的发票难倒买药老人", "山里娃有了自己的塑胶操场", "三年清欠四亿七千万元民企账款",
    ])
  func longHeading(heading: String) {
    let page = [Prose.orchard, heading, Prose.factory, Prose.market]
    let restoration = Restoration(page.joined(separator: "\n\n"))
    #expect(restoration.texts == page)
    #expect(restoration.texts(of: .title) == [heading])
  }

  @Test("The rest of a text that is there twice goes on with its beginning, though one copy has another mark")
  func copies() {
    let text =
      "出口订单排到了明年二月，企业正加紧招收358名熟练工人，去年以来全市淘汰落后产能50万吨。新来的姑娘学了两个月就能上机，一个月挣四千六百元，比在外地打工少不了多少。"
    let copy = text.replacing("二月，企业", with: "二月、企业")
    let lines = LineDamage.wrap(text, measure: 14, first: 12)
    let page =
      lines[..<1].joined(separator: "\n") + "\n\n" + lines[1...].joined(separator: "\n") + "\n\n"
      + column([Prose.water], measure: 14) + "\n\n" + copy
    #expect(Restoration(page).texts == [text, Prose.water])
  }
}
