import Testing

@testable import Indicators

/// Of which time figures are in papers of many places, by the construction that tells it.
struct WidelySaidPeriodTests {
  @Test(arguments: [
    ("市公交集团公布今年前4个月的运营数据：日均客流42.6万人次。", "42.6万人次", "2013-01/2013-04"),
    ("上半年的数据显示，外贸出口12亿元。", "12亿元", "2013-H1"),
    ("从一季度的情况看，发电量36亿千瓦时。", "36亿千瓦时", "2013-Q1"),
    ("3月份的统计表明，门诊量8.2万人次。", "8.2万人次", "2013-03"),
    ("去年的成绩单，新增就业4.1万人。", "4.1万人", "2012"),
  ])
  func theTimeOfAReportHoldsForWhatItTells(text: String, figure: String, period: String) throws {
    #expect(try ContextPage(text, published: "2013-05-21").period(figure) == period)
  }

  @Test(arguments: [
    "该基地2006年落户。年产值12亿元。", "公司成立于1998年。年产值12亿元。", "工厂2003年投产。年产值12亿元。",
    "中心2008年挂牌。年产值12亿元。", "学校始建于1956年。年产值12亿元。",
  ])
  func whenSomethingBeganIsNoTimeOfWhatFollows(text: String) throws {
    #expect(try ContextPage(text, published: "2013-05-21").period("12亿元") == nil)
  }

  @Test(arguments: [
    ("失业率升至5.3%，较上次公布（7月至9月）高出0.3个百分点。", "0.3个百分点"), ("客流36万人次，比上期（1月至3月）多2万人次。", "2万人次"),
    ("产量8万吨，较前期（4月至6月）增加1万吨。", "1万吨"),
  ])
  func aBracketInAComparisonIsItsBase(text: String, figure: String) throws {
    #expect(try ContextPage("1998年8月至10月，" + text, published: "1998-11-18").period(figure) == "1998-08/1998-10")
  }

  @Test(arguments: [
    "与2010年第六次全国人口普查的1954072人相比，增加53786人。", "与2010年第六次全国人口普查相比，增加53786人。",
    "与2010年的常住人口总量1954072人相比，增加53786人。",
  ])
  func whatIsComparedWithIsNotTheTime(text: String) throws {
    let page = try ContextPage([(.title, "贺州市第七次全国人口普查公报"), (.body, text)], published: "2021-06-05")
    #expect(page.period("53786人") == "2020")
  }

  @Test(arguments: [
    ("贺州市第七次全国人口普查公报", "2020"), ("丹东市第六次全国人口普查主要数据", "2010"), ("全省第四次全国经济普查公报", "2018"),
    ("绵阳市第三次全国农业普查公报", "2016"), ("大理州第五次全国人口普查公报", "2000"),
  ])
  func aCensusIsOfItsYear(title: String, year: String) throws {
    let page = try ContextPage([(.title, title), (.body, "全市共有家庭户644305户。")], published: "2021-06-05")
    #expect(page.period("644305户") == year)
  }

  @Test(arguments: ["猪肉每公斤17.6元，创三年来新高。鸡蛋每公斤7.2元。", "猪肉每公斤17.6元，为近五年同期最高。鸡蛋每公斤7.2元。"])
  func aRecordSinceATimeIsNoTime(text: String) throws {
    #expect(try ContextPage("昨日，" + text, published: "2007-06-13").period("7.2元") == "2007-06-12")
  }

  @Test func howOftenInAYearIsNoTimeOfWhatFollows() throws {
    let page = try ContextPage("7月份，最大负荷412万千瓦，年内第四次刷新纪录；用电量24.7亿千瓦时。", published: "2021-08-06")
    #expect(page.period("24.7亿千瓦时") == "2021-07")
  }

  @Test func whatAddsUpIsUpToThePage() throws {
    let page = try ContextPage("园区累计核准进驻厂商72家。", published: "2005-07-22")
    #expect(page.period("72家") == "../2005-07")
  }
}
