import Layout
import Testing

@testable import Indicators

/// Times that hold for one story or statement and for no other.
struct StoryPeriodTests {
  @Test(arguments: [
    ("7月18日，南谯区今年第二批项目集中签约，19个项目总投资102.8亿元。", "102.8亿元", "2014-07-18"),
    ("7月8日，今年首批航线开通，运送旅客310人。", "310人", "2014-07-08"),
    ("昨日，今年首场招聘会开场，提供岗位3200个。", "3200个", "2014-07-21"),
  ])
  func whichOfTheYearIsNoTime(text: String, figure: String, period: String) throws {
    #expect(try ContextPage(text, published: "2014-07-22").period(figure) == period)
  }

  @Test(arguments: [
    ("明天就是“3·15”，市工商局晒出去年的消费维权账本：全市接听来电12.6万个。", "12.6万个"),
    ("“1·10”前夕，市局晒出去年的平安账单：全市接警8134起。", "8134起"),
  ])
  func aDayInQuotesIsAName(text: String, figure: String) throws {
    #expect(try ContextPage(text, published: "2011-03-14").period(figure) == "2010")
  }

  @Test func whatATitleLooksBackOnIsNotTheYearOfOtherHeadings() throws {
    let page = try ContextPage(
      [
        (.title, "去年消费投诉八千件"), (.body, "全市受理投诉8134件。"), (.heading, "公交日均多拉三万人"),
        (.body, "截至2月底，全市机动车167.4万辆。"), (.heading, "警情降了两成"), (.body, "2月全市接警3127起。"),
      ], published: "2011-03-14")
    #expect(page.period("8134件") == "2010")
    #expect(page.period("167.4万辆")?.hasSuffix("2011-02") == true)
    #expect(page.period("3127起") == "2011-02")
  }

  @Test(arguments: [
    ("1—9月完成生产总值408.6亿元，增速分别比一季度、上半年提高3.1个和1.4个百分点；城镇投资217.3亿元。", "217.3亿元"),
    ("1—9月用电31亿千瓦时，比4月和5月都高；售电28亿千瓦时。", "28亿千瓦时"),
  ])
  func basesSideBySideAreNoTimes(text: String, figure: String) throws {
    #expect(try ContextPage(text, published: "2009-10-22").period(figure) == "2009-01/2009-09")
  }

  @Test(arguments: [
    ("上半年外贸出口28.9亿美元，扭转了一季度下降3.6%的局面。三资企业出口20.1亿美元。", "20.1亿美元"),
    ("上半年售煤310万吨，走出了一季度的低谷。售电12亿千瓦时。", "12亿千瓦时"),
  ])
  func whatWasOvercomeIsOver(text: String, figure: String) throws {
    #expect(try ContextPage(text, published: "1999-07-15").period(figure) == "1999-H1")
  }

  @Test func aHeadingsTimeHoldsForItsOwnStory() throws {
    let page = try ContextPage(
      [
        (.title, "镇上果农笑弯了腰"), (.body, "本报讯 果园有树2.4万株。"), (.heading, "前三季度收入突破九千元"),
        (.body, "本报讯 农民人均收入9137元。"), (.heading, "短新闻"), (.list, "▲石羊镇修渠14.3公里。"),
      ], published: "2016-11-18")
    #expect(page.period("9137元") == "2016-01/2016-09")
    #expect(page.period("14.3公里") != "2016-01/2016-09")
  }

  @Test(arguments: [("今年“五一”期间，旅游收入4.17亿元。", "4.17亿元"), ("“五一”期间旅游收入4.17亿元。", "4.17亿元")])
  func aFeastInQuotesIsATime(text: String, figure: String) throws {
    #expect(try ContextPage(text, published: "2025-05-07").period(figure) == "2025-05")
  }

  @Test func aDayOfOneSegmentIsNotThatOfTheNext() throws {
    let page = try ContextPage(
      "五月前五天石窟接待23.4万人次，5月3日单日迎客5.2万人次；悬空寺迎客17.8万人次。", published: "2025-05-07")
    #expect(page.period("5.2万人次") == "2025-05-03")
    #expect(page.period("17.8万人次") != "2025-05-03")
  }

  @Test func aHeadlinesPlanIsOfItsOwnStory() throws {
    let page = try ContextPage(
      [
        (.title, "消费税明年料进账390亿"), (.body, "联邦开支2672亿元。"), (.heading, "货币今年贬值17.9%"),
        (.body, "外汇储备940亿美元。"),
      ], published: "2015-10-27")
    #expect(page.status("2672亿元") == .target)
    #expect(page.status("940亿美元") != .target)
  }
}
