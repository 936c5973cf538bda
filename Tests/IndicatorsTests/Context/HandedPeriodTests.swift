import Layout
import Testing

@testable import Indicators

/// Times that short news goes on with: from sentence to sentence and from paragraph to paragraph.
struct HandedPeriodTests {
  /// Pages of 4 May 2017.
  @Test(arguments: [
    [
      "“五一”小长假期间，全市景区迎来客流高峰，接待游客18.2万人次。",
      "节日里，自驾游唱主角。列入监测的9家农庄接待游客6.4万人次。", "其中，桃花岛农庄接待游客6800人次。",
    ],
    [
      "“五一”三天假期，铁路客流走高，全市发送旅客31万人次。", "记者看到，候车厅座无虚席。全市加开列车26列。",
      "其中，开往省城的列车14列，运送旅客2.1万人次。",
    ],
    ["“五一”假期，商场人气旺，实现销售额3.2亿元。", "另外，餐饮企业接待食客12万人次。", "老字号卖出糕点8600盒。"],
  ])
  func aFeastOfTheTitleHoldsForItsStory(paragraphs: [String]) throws {
    let page = try ContextPage(
      [(.title, "“五一”客流再创新高")] + paragraphs.map { (.body, $0) }, published: "2017-05-04")
    for figure in ["6.4万人次", "6800人次", "26列", "14列", "2.1万人次", "12万人次", "8600盒"]
    where paragraphs.joined().contains(figure) {
      #expect(page.period(figure) == "2017-05")
    }
  }

  /// Pages of 29 September 2016.
  @Test(
    arguments: [
      ("前一周，蔬菜日均上市量2860吨。", "监测的18种蔬菜批发均价每公斤3.4元，环比上涨1.2%。", "3.4元", "2016-09-19/2016-09-25"),
      ("上周，全市成交二手房412套。", "均价每平方米7860元，环比下跌0.4%。", "0.4%", "2016-09-19/2016-09-25"),
      ("前一周，猪肉零售价每斤13.2元。", "全市有屠宰厂9家。", "9家", nil),
    ] as [(String, String, String, String?)])
  func whatComparesWithTheSpanBeforeGoesOnWithAWeek(
    first: String, second: String, figure: String, period: String?
  ) throws {
    let page = try ContextPage([(.body, first), (.body, second)], published: "2016-09-29")
    #expect(page.period(figure) == period)
  }

  /// Pages of 20 August 2013.
  @Test(
    arguments: [
      ("截至19日14时，全县有18个乡镇受灾。洪水冲毁房屋620间，淹没农田3.1万亩。", "620间", "../2013-08-19"),
      ("6月19日8时至21日8时，全市普降暴雨。降雨量超过100毫米的乡镇有12个。", "12个", "2013-06-19/2013-06-21"),
      ("县防汛办19日通报，因灾死亡人数升至4人，还有2人失踪。", "4人", "../2013-08-19"),
      ("市疾控中心18日通报，全市已接种疫苗62万剂。", "62万剂", "../2013-08-18"),
      ("8月18日，记者从县农委获悉，全县良种覆盖率96%。", "96%", nil),
      ("水库出现近20年一遇洪峰，最大流量860立方米每秒。", "860立方米每秒", nil),
      ("全县迎来今年汛期最强的一轮降雨。堤防全长36公里，巡堤民兵860人。", "860人", nil),
    ] as [(String, String, String?)])
  func aDayIsThatOfWhatHadComeAbout(text: String, figure: String, period: String?) throws {
    #expect(try ContextPage(text, published: "2013-08-20").period(figure) == period)
  }

  /// Pages of 8 November 2021.
  @Test(
    arguments: [
      (["截至10月30日，全省甜菜收购结束，收购甜菜320万吨。", "收购均价每吨560元，种植户户均收入4.6万元。"], "4.6万元", "2021"),
      (["截至9月末，全县办结案件860件。", "其中，调解结案420件。"], "420件", "2021"),
      (["5月1日至5日，古城接待游客26万人次。", "夜市日均营业额82万元。"], "82万元", "2021-05-01/2021-05-05"),
      (["今年秋季学期，全县新建幼儿园8所。", "全县在园幼儿1.6万人。"], "1.6万人", "2021"),
      (["来源：江淮新闻网 2021-11-03 18:21:14", "全市开通公交线路36条。"], "36条", nil),
    ] as [([String], String, String?)])
  func aParagraphHandsOnWhatItTellsOf(paragraphs: [String], figure: String, period: String?) throws {
    let page = try ContextPage(paragraphs.map { (.body, $0) }, published: "2021-11-08")
    #expect(page.period(figure) == period)
  }

  /// Pages of 12 October 2013.
  @Test(
    arguments: [
      ("1至9月，全县植树3.2万亩，完成全年目标4万亩的80%。", "4万亩", "2013"),
      ("1至9月，全县植树3.2万亩，完成全年目标4万亩的80%。", "80%", "2013-01/2013-09"),
      ("上半年，基金支出5.2亿元，占全年预算总额的47.2%；报销比例75.8%。", "47.2%", "2013-H1"),
      ("上半年，基金支出5.2亿元，占全年预算总额的47.2%；报销比例75.8%。", "75.8%", "2013-H1"),
      ("上半年，厂里产值在去年6000万元的基础上增长三成。", "6000万元", "2012"),
      ("上半年，厂里产值在去年6000万元的基础上增长三成。", "三成", "2013-H1"),
      ("前三季度，除今年投产的两家企业外，全区产值46.8亿元。", "46.8亿元", "2013-01/2013-09"),
      ("明年，新院区投入使用后，将新增床位400张。", "400张", "2014"),
      ("新厂预计11月投产，达产后年产轴承800万套。", "800万套", nil),
      ("少年宫计划2014年3月竣工。项目用地6200平方米。", "6200平方米", nil),
      ("08年，全县修路320公里。", "320公里", "2008"),
      ("12年一季度，全县修路320公里。", "320公里", "2012-Q1"),
      ("98年底，全县有公路860公里。", "860公里", "1998-12"),
      ("他种了12年茶，去年收茶320斤。", "320斤", "2012"),
    ] as [(String, String, String?)])
  func aWholeOrABaseIsNoTimeOfTheFact(text: String, figure: String, period: String?) throws {
    #expect(try ContextPage(text, published: "2013-10-12").period(figure) == period)
  }

  /// Pages of 20 October 2014.
  @Test(
    arguments: [
      (["10月18日，县里举办专场招聘会，620人进场求职。", "当天，36家企业带去岗位520个。"], "520个", "2014-10-18"),
      (["10月17日，果品节开园，游客1.2万人次。", "当日，签下订单860万元。"], "860万元", "2014-10-17"),
      (["10月18日，县里举办专场招聘会，620人进场求职。", "全县有企业3200家。"], "3200家", nil),
    ] as [([String], String, String?)])
  func aDayIsGoneOnWith(paragraphs: [String], figure: String, period: String?) throws {
    let page = try ContextPage(paragraphs.map { (.body, $0) }, published: "2014-10-20")
    #expect(page.period(figure) == period)
  }

  /// Pages of 20 October 2014: what its title sets out for the year tells of no time of what was done.
  @Test(
    arguments: [
      ("今年全市将新购公交车200辆", "10月18日，记者从市交通局获悉，全市已开通公交线路36条。", "36条", "../2014-10-18"),
      ("今年全市税收超百亿", "市区入库税收42亿元。", "42亿元", "2014"),
    ] as [(String, String, String, String?)])
  func aTitleThatAimsTellsNoTime(title: String, text: String, figure: String, period: String?) throws {
    let page = try ContextPage([(.title, title), (.body, text)], published: "2014-10-20")
    #expect(page.period(figure) == period)
  }

  /// Pages of 5 January 2023.
  @Test(
    arguments: [
      ("五年来，法院受理各类案件4.2万件，办结4.1万件。", "审结刑事案件2130件。", "2130件", "2018/2022"),
      ("2020年至2022年，法院受理劳动争议案件860件。", "涉案金额6400万元，其中煤炭企业涉案310件。", "310件", "2020/2022"),
      ("自2020年推行网上立案以来，法院网上立案1.6万件。", "电子送达4.8万次。", "4.8万次", "2020/2023"),
      ("五年来，法院受理各类案件4.2万件。", "全院编制床位600张。", "600张", nil),
      ("今年，法院计划审结案件2万件。五年来，办结4.1万件。", "审结刑事案件2130件。", "2130件", "2023"),
    ] as [(String, String, String, String?)])
  func theYearsOfALeadHoldForWhatWasDone(lead: String, next: String, figure: String, period: String?) throws {
    let page = try ContextPage([(.title, "法院晒出成绩单"), (.body, lead), (.body, next)], published: "2023-01-05")
    #expect(page.period(figure) == period)
  }
}
