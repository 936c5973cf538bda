import TestSupport
import Testing

@testable import Layout

@Suite("What web pages print between a headline and its text")
struct ImprintLineTests {
  @Test(
    "Labels, dates and words to click on are furniture",
    arguments: [
      "来源：柳河日报", "稿件来源：云川融媒体中心", "来源：柳河日报 作者：张小山 发布时间：2016-05-04 点击数：128",
      "2016年05月04日 09:12 来源：柳河新闻网", "发布时间：2016-05-04 浏览次数：356次", "来源:柳河日报社 编辑:李明 时间:2016-05-04 10:12",
      "时间：2016-05-04 来源：县统计局", "2016-05-04 08:30:12　来源：柳河日报　字号：大", "【字体：大 中 小】",
      "信息来源：县农业局 发布日期：2016-05-04", "编辑：李明 2016/5/4 10:12", "原标题：柳河县夏粮丰收", "打印本页 关闭窗口", "分享到：", "09.04.2020 16:45",
      "（编辑：何舟）",
    ])
  func imprint(line: String) {
    let restoration = Restoration(["我县夏粮收购全面展开", line, Prose.bridge, Prose.market].joined(separator: "\n"))
    #expect(restoration.texts(of: .title) == ["我县夏粮收购全面展开"])
    #expect(restoration.texts(of: .furniture).count == 1)
    #expect(restoration.texts(of: .body) == [Prose.bridge, Prose.market])
  }

  @Test("It is furniture below the text, too", arguments: ["来源：柳河日报 编辑：李明", "上一篇：老街换新颜 下一篇：小站通车"])
  func below(line: String) {
    let restoration = Restoration([Prose.bridge, Prose.market, line].joined(separator: "\n"))
    #expect(restoration.texts(of: .furniture).count == 1)
    #expect(restoration.running == [Prose.bridge, Prose.market])
  }

  @Test(
    "What only begins like one is text",
    arguments: [
      "来源：一是县财政拨款3200万元，二是银行贷款1.2亿元，三是群众集资。", "时间：过去是一天，现在是两个小时。",
      "2016年5月4日，青石镇的第一批樱桃装车，运往省城的批发市场。", "中小学的操场铺上了塑胶跑道，孩子们放学以后不肯回家。",
      "编辑部里只有六个人，每人一台电脑。",
    ])
  func text(line: String) {
    let restoration = Restoration([Prose.bridge, line, Prose.market].joined(separator: "\n"))
    #expect(restoration.running == [Prose.bridge, line, Prose.market])
  }
}
