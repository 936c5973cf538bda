import Layout
import Testing

@testable import Indicators

/// Days on which something is told or happens, and the times that it is told of.
struct ReportPeriodTests {
  @Test(arguments: [
    ("浦江上半年的成绩单昨天摊开：生产总值111.6亿元。", "111.6亿元", "2019-H1"),
    ("前五个月的经济账昨日晒出：出口32亿元。", "32亿元", "2019-01/2019-05"),
    ("上半年的答卷昨天揭晓：税收8.6亿元。", "8.6亿元", "2019-H1"),
  ])
  func theDayOfAReportIsNotItsTime(text: String, figure: String, period: String) throws {
    #expect(try ContextPage(text, published: "2019-07-25").period(figure) == period)
  }

  @Test(arguments: [
    ("上半年，挂锁产值21.4亿元，与去年打了个平手；家纺产值19.7亿元。", "19.7亿元"),
    ("上半年，电费支出3亿元，和去年打平；运费2.1亿元。", "2.1亿元"),
    ("上半年，出栏生猪41万头，同去年不相上下；禽蛋3.2万吨。", "3.2万吨"),
  ])
  func aDrawnComparisonIsABase(text: String, figure: String) throws {
    #expect(try ContextPage(text, published: "2019-07-25").period(figure) == "2019-H1")
  }

  @Test(arguments: [
    ("上周塔吊又升高了。园区总用地126亩。", "126亩"), ("本周县里来了工作组。渠道长30公里。", "30公里"),
    ("上星期下了透雨。水库蓄水1.2亿立方米。", "1.2亿立方米"),
  ])
  func aWeekOfWhichNothingIsMeasuredDoesNotGoOn(text: String, figure: String) throws {
    #expect(try ContextPage(text, published: "2019-07-25").period(figure) == nil)
  }

  @Test(arguments: [
    ("2016年至2018年，分别完成产值236亿元、314亿元、365亿元。", ["236亿元", "314亿元", "365亿元"], ["2016", "2017", "2018"]),
    ("2011年至2012年，分别新建学校12所、15所。", ["12所", "15所"], ["2011", "2012"]),
  ])
  func aSpanOfYearsIsDealtOut(text: String, figures: [String], periods: [String]) throws {
    let page = try ContextPage(text, published: "2019-07-25")
    #expect(figures.map { page.period($0) } == periods)
  }

  @Test func lastYearIsALookBackInTheCourseOfTheYear() throws {
    let page = try ContextPage(
      [(.title, "村里的一本账"), (.body, "医保基金去年一共6.14亿元。"), (.body, "全县乡村医生583人。")], published: "2021-09-09")
    #expect(page.period("6.14亿元") == "2020")
    #expect(page.period("583人") != "2020")
  }

  @Test func whatAValueCameToLiesBehindWhatItBeganWith() throws {
    let page = try ContextPage("2013年底，东乡县有贫困户2.07万户；到上年底，降到1.31万户。", published: "2016-10-17")
    #expect(page.period("1.31万户")?.hasSuffix("2015-12") == true)
  }

  @Test func aPageCodeBesideItsNameMakesAMasthead() throws {
    let page = try ContextPage(
      [
        (.title, "中国建材商报 B1 市场"), (.heading, "水泥周评"), (.body, "1至7月，产量1.94亿吨。"),
        (.heading, "华润水泥上半年少烧煤"), (.body, "公司有窑12座。"), (.heading, "玻璃一句话"), (.body, "库存4800万箱。"),
      ], published: "2005-08-23")
    #expect(page.period("4800万箱") != "2005-H1")
  }
}
