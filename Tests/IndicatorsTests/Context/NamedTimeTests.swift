import Layout
import Testing

@testable import Indicators

/// The time that a holiday, a deadline or a word like 如今 gives to what follows.
struct NamedTimeTests {
  @Test(arguments: [
    ("截至目前，全市有公园36座。", "36座", "../2019-10"), ("目前，全市有公园36座。", "36座", "2019-10"),
    ("今年“双11”当天，网店卖出棉被1200床。", "1200床", "2019-11-11"),
    ("去年“双十一”当天，网店卖出棉被1200床。", "1200床", "2018-11-11"),
    ("7月“清河行动”开展以来，清理垃圾86吨。", "86吨", "2019-07/2019-10"),
    ("棉花总产8.6万吨，比去年多收0.4万吨。", "8.6万吨", "2019"),
    ("这五年，全县修路320公里。", "320公里", "2015/2019"), ("五年里，全县修路320公里。", "320公里", "2015/2019"),
    ("公司2012年投产，占地不过百亩，员工860人。", "860人", nil),
    ("园区2013年建起，如今入驻企业316家，12月再添20家。", "20家", "2019-12"),
    ("去年全镇人均收入1.2万元；存款余额截至9月底达到9.8亿元。", "9.8亿元", "../2019-09"),
    ("2018年，旅游收入38亿元，是“十一五”期末的3.1倍。", "3.1倍", "2018"),
    ("上半年，剔除今年新上市的公司后，净资产收益率5.2%。", "5.2%", "2019-H1"),
    ("一至八月，全市利税3.2亿元。单是八月份，利税就达4100万元。", "4100万元", "2019-08"),
    ("上半年，登记流浪人员640人，比去年同期（590人）增加50人。", "590人", "2018-H1"),
    ("到去年九月为止，全县建成夜校62所。", "62所", "../2018-09"),
    ("10月12日上午，县里举行签约仪式。仪式上，共签约项目12个。", "12个", "2019-10-12"),
    ("10月12日上午，县里举行签约仪式。全县已有企业320家。", "320家", nil),
    ("用户已有96万户，到年底要达到125万户。", "125万户", "../2019-12"),
  ])
  func theTimeTold(text: String, figure: String, period: String?) throws {
    #expect(try ContextPage(text, published: "2019-10-25").period(figure) == period)
  }

  @Test(arguments: ["假期", "假日期间", "长假里", "节日期间"])
  func theHolidaysNamedBefore(word: String) throws {
    let page = try ContextPage(
      [(.body, "国庆长假，古城接待游客12万人次。"), (.body, "\(word)，酒店入住率91%。")], published: "2019-10-25")
    #expect(page.period("91%") == page.period("12万人次"))
  }

  @Test func theFirstOfTwoValuesIsOfTheFirstYear() throws {
    let page = try ContextPage("2015年至2018年，全县里程由4650公里增加到5930公里。", published: "2019-10-25")
    #expect(page.period("5930公里") == "2018")
  }

  /// A title that states a figure tells of its own story, one that states a theme of all of them.
  @Test func aTitlesTime() throws {
    func page(_ title: String) throws -> ContextPage {
      try ContextPage(
        [
          (.title, title), (.body, "本报讯 全市受理投诉8214件。"), (.heading, "菜价涨了"), (.body, "本报讯 市场日供菜2900吨。"),
          (.heading, "新线开通"), (.body, "本报讯 日均客流42万人次。"),
        ], published: "2002-06-13")
    }
    #expect(try page("去年受理投诉8214件").period("2900吨") == nil)
    #expect(try page("上半年民生观察").period("2900吨") == "2002-H1")
  }

  /// Each of the months or quarters of a span has its figure, unless something else stands between.
  @Test(arguments: [
    ("8月至10月分别增长12.4%、9.1%、7.3%", ["2018-08", "2018-09", "2018-10"]),
    ("一至三季度分别增长14.2%、12.6%、11.9%", ["2018-Q1", "2018-Q2", "2018-Q3"]),
    ("一至三季度第一、二、三产业分别增长4.2%、5.6%、6.9%", ["2018-01/2018-09"]),
  ])
  func partsOfASpan(clause: String, periods: [String]) throws {
    let told = try SentenceReader(rules: .embedded).observations(in: "出口\(clause)", published: "2018-11-20")
    #expect(told.suffix(periods.count).map { $0.period?.description } == periods)
  }

  @Test func aLookBackIsNotHandedOn() throws {
    let page = try ContextPage(
      [
        (.body, "2009年，三个病人里有一个外转。今年前10个月门诊量21万人次。"), (.body, "新农合参合59万人。"),
      ], published: "2012-11-14")
    #expect(page.period("59万人") != "2009")
  }
}
