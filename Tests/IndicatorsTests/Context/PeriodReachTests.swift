import Layout
import Testing

@testable import Indicators

/// How far a period reaches: which figures go on with it and which do not.
struct PeriodReachTests {
  @Test func aTimeBehindFiguresOfAnotherDoesNotGoOn() throws {
    let page = try ContextPage(
      [
        (.title, "前三季度全市经济稳中有升"),
        (.body, "企业增加值增长12.9%，1至8月实现利润346.8亿元。固定资产投资1308.6亿元。"),
      ], published: "2013-10-23")
    #expect(page.period("346.8亿元") == "2013-01/2013-08")
    #expect(page.period("1308.6亿元") == "2013-01/2013-09")
  }

  @Test func aTimeOfAPartDoesNotGoOn() throws {
    let page = try ContextPage(
      [(.title, "前三季度运行情况"), (.body, "增加值增长12.9%，其中9月份增长13.4%。财政收入117.9亿元。")], published: "2013-10-23")
    #expect(page.period("13.4%") == "2013-09")
    #expect(page.period("117.9亿元") == "2013-01/2013-09")
  }

  @Test(arguments: [
    ("截至6月30日，去化周期由2015年最高时的22.4个月缩短到6.1个月。", "6.1个月", "../2018-06-30"),
    ("截至6月30日，占比由2015年的12%扩大到19%。", "19%", "../2018-06-30"),
    ("上半年，产值由2016年的14亿元恢复到23亿元。", "23亿元", "2018-H1"),
  ])
  func theTimeOfAnEarlierValueIsNotThatOfTheLater(text: String, figure: String, period: String) throws {
    #expect(try ContextPage(text, published: "2018-07-13").period(figure) == period)
  }

  @Test(arguments: [
    ("上半年，土地出让金68.9亿元，完成全年任务的63%。", "63%"),
    ("上半年，完成投资12亿元，占全年计划任务的41%。", "41%"),
    ("上半年，收入9亿元，已达全年目标的52%。", "52%"),
  ])
  func theYearOfATaskIsNotThatOfItsShare(text: String, figure: String) throws {
    #expect(try ContextPage(text, published: "2018-07-13").period(figure) == "2018-H1")
  }

  @Test(arguments: [
    ("上半年，出口6200万元，已追上去年全年的九成。", "九成"),
    ("上半年，客流恢复到2009年的92%。", "92%"),
    ("上半年，出口6200万元，抵得上去年的80%。", "80%"),
  ])
  func theYearThatAShareIsOfIsNotItsOwn(text: String, figure: String) throws {
    #expect(try ContextPage(text, published: "2010-08-05").period(figure) == "2010-H1")
  }

  @Test func theTimeOfACauseIsNotThatOfTheEffect() throws {
    let page = try ContextPage("去年榨季不轻松。受年初低温霜冻影响，甘蔗单产只有3.3吨。", published: "1997-11-18")
    #expect(page.period("3.3吨") != "1997-01")
  }

  @Test func sinceWhenSomethingHoldsIsNotWhenItIsMeasured() throws {
    let page = try ContextPage(
      "1至10月，进出口总额8650万元。进口短了一截，主因是缅方5月起禁止原木出境，木材进口减至0.6万立方米。", published: "1997-11-18")
    #expect(page.period("0.6万立方米") == "1997-01/1997-10")
  }

  @Test(arguments: [
    ("昨日上市蔬菜2150吨。辣椒每公斤1.6元。", "1.6元"),
    ("昨天的水产品批发市场里，小黄鱼每公斤24元。", "24元"),
  ])
  func aDayGoesOn(text: String, figure: String) throws {
    #expect(try ContextPage(text, published: "2003-06-19").period(figure) == "2003-06-18")
  }

  @Test func aTableIsOfTheDayOfItsCaption() throws {
    let page = try ContextPage(
      [
        (.body, "1至7月，全市物价上涨1.3%。"), (.body, "昨日菜价（单位：元/500克）"),
        (.table, "品种 华坞市场 金砂市场\n空心菜 1.50 1.60"),
      ], published: "2006-08-10")
    #expect(page.period("1.50") == "2006-08-09")
  }

  @Test(arguments: [
    ("半年报速递", "2015-08-28", "2015-H1"), ("数说2014", "2015-02-02", "2014"), ("一季报点评", "2015-04-28", "2015-Q1"),
    ("年报集锦", "2015-03-28", "2014"),
  ])
  func aHeadingTellsThePeriodOfItsReports(heading: String, published: String, period: String) throws {
    let page = try ContextPage(
      [(.title, "公司"), (.heading, heading), (.list, "净利润3210万元")], published: published)
    #expect(page.period("3210万元") == period)
  }

  @Test func aYearOfAReportOfSixMonthsIsItsHalf() throws {
    let page = try ContextPage("1862家公司披露2015年半年报，占66.7%。", published: "2015-08-28")
    #expect(page.period("66.7%") == "2015-H1")
  }

  @Test func anAimIsNoYearOfWhatFollows() throws {
    let page = try ContextPage(
      "到2020年，总产值突破600亿元。眼下先办三件事：年底前新建工作室20个。", published: "2017-10-20")
    #expect(page.period("20个") == "2017")
  }

  @Test func twoMonthsNamedTogetherAreASpan() throws {
    #expect(try ContextPage("五、六两月接诊4380人次。", published: "2003-06-19").period("4380人次") == "2003-05/2003-06")
  }
}
