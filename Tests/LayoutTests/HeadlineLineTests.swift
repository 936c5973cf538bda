import TestSupport
import Testing

@testable import Layout

@Suite("Headlines above text whose lines are whole paragraphs")
struct HeadlineLineTests {
  static let text = [Prose.bridge, Prose.orchard, Prose.school]

  @Test(
    "Lines above the text are headlines, whatever they are like",
    arguments: [
      ["云川县上市公司年报交出好成绩 八家公司无一亏损，三家公司营收、净利润双双增长"], ["山乡36家企业结伴到温州招本地人才", "回来吧，在自家门前挣钱"],
      ["426.7万担！全省烟叶收购圆满收官"], ["路修好了，车怎么还堵？"], ["区政府新闻办举行春季农业生产新闻发布会"],
      ["全县夏粮收购量同比增长", "农民售粮不出村"],
    ])
  func above(headline: [String]) {
    let restoration = Restoration((headline + Self.text).joined(separator: "\n"))
    #expect(restoration.texts(of: .body) == Self.text)
    let headings = restoration.texts(of: .title) + restoration.texts(of: .heading)
    #expect(headings.joined().filter { $0 != " " } == headline.joined().filter { $0 != " " })
  }

  @Test("Between headline and text what tells where it is from may stand")
  func imprint() {
    let page = ["今秋入学有望添两千余个学位", "2013-01-14 08:12 来源：云川晚报", "全区26所学校悉数开工"] + Self.text
    let restoration = Restoration(page.joined(separator: "\n"))
    #expect(restoration.texts == page)
    #expect(restoration.texts(of: .body) == Self.text)
  }

  @Test("A first line that is cut in a word or numeral goes on")
  func cut() {
    let page = ["伏季休渔一结束，琼湾镇的一百八十多条渔船同时出海，头一网就拉上来两千多斤，批发市", "场的鱼贩子在码头等到半夜。"] + Self.text
    #expect(Restoration(page.joined(separator: "\n")).texts == [page[0] + page[1]] + Self.text)
    let numeral = ["今年一季度，全县新开工的农村公路合计320", "公里，总投资比去年多出一半。"] + Self.text
    #expect(Restoration(numeral.joined(separator: "\n")).texts == [numeral[0] + numeral[1]] + Self.text)
  }

  @Test("Lines of a column are none")
  func column() {
    let page = LineDamage.wrap(Prose.bridge, measure: 18, first: 16).joined(separator: "\n")
    #expect(Restoration(page).texts == [Prose.bridge])
  }
}
