import Layout
import Testing

@testable import Indicators

/// Periods of numbered sections, of parts, of what compares and of what is aimed at.
struct SectionPeriodTests {
  @Test func numberedSectionsGoOnWithWhatStoodBeforeThem() throws {
    let page = try ContextPage(
      [
        (.title, "江城市人民检察院工作报告"),
        (.heading, "一、惩治犯罪不手软"), (.body, "2016年，全市检察机关批准逮捕2316人。"),
        (.heading, "三、监督要见到底"), (.body, "发出检察建议412份。"),
        (.heading, "2017年工作安排"), (.list, "查办职务犯罪不少于80人"),
        (.heading, "二、反腐账本"), (.body, "全年立案查办163件。"),
      ], published: "2017-02-28")
    #expect(page.period("412份") == "2016")
    #expect(page.period("80人") == "2017")
    #expect(page.period("163件") == "2016")
    #expect(page.status("80人") == .target)
    #expect(page.status("163件") != .target)
  }

  @Test func numberedSectionsBelowAHeadingAreOfItsYear() throws {
    let page = try ContextPage(
      [
        (.title, "东湖市中级人民法院工作报告"),
        (.heading, "2022年主要工作"), (.body, "全市法院受理案件25.4万件。"),
        (.heading, "一、建设更高水平的平安江城"), (.body, "办结案件691件。"),
        (.heading, "二、服务大局"), (.body, "审结知识产权案件1260件。"),
      ], published: "2023-02-10")
    #expect(page.period("691件") == "2022")
    #expect(page.period("1260件") == "2022")
  }

  @Test func aPlanInNumberedPartsStaysAPlan() throws {
    let page = try ContextPage(
      [
        (.title, "政府工作报告"),
        (.heading, "一、2017年工作回顾"), (.body, "过去一年，生产总值128.6亿元。"),
        (.heading, "（一）产业"), (.body, "新增企业9家。"),
        (.heading, "二、2018年工作安排"), (.body, "生产总值增长8%左右。"),
        (.heading, "（一）项目"), (.body, "开工项目30个。"),
        (.heading, "（二）民生"), (.body, "新增学位1200个。"),
        (.heading, "三、自身建设"), (.body, "办结建议186件。"),
      ], published: "2018-01-26")
    #expect(page.status("9家") == .actual)
    #expect(page.status("30个") == .target)
    #expect(page.status("1200个") == .target)
    #expect(page.status("186件") == .target)
    #expect(page.period("9家") == "2017")
    #expect(page.period("1200个") == "2018")
  }

  @Test(arguments: [
    ("2016年末，全国城市657个。其中，直辖市4个，地级市278个。", "278个", "2016-12"),
    ("2015年末，城区土地73.3万平方公里。其中，建成区面积4.1万平方公里。", "4.1万平方公里", "2015-12"),
    ("2022年末，全省医院1338个。其中民营医院946个。", "946个", "2022-12"),
  ])
  func thePartsAreOfTheDayOfTheWhole(text: String, figure: String, period: String) throws {
    #expect(try ContextPage(text, published: "2023-07-11").period(figure) == period)
  }

  @Test(arguments: [
    ("麒麟大队今年上半年的副业收入，比去年同期增长52.6%。", "52.6%", "1987-H1"),
    ("五月份的用电量，同比增长6%。", "6%", "1987-05"),
    ("记者获悉，今年一季度的信贷投放为36亿元，较去年同期上升7%。", "7%", "1987-Q1"),
    ("八月的客流量，环比下降12.4%。", "12.4%", "1987-08"),
    ("上月的猪肉价格每斤2.1元，比前一月涨了3%。", "3%", "1987-08"),
  ])
  func whatOnlyComparesIsOfTheTimeOfWhatIsCompared(text: String, figure: String, period: String) throws {
    #expect(try ContextPage(text, published: "1987-09-03").period(figure) == period)
  }

  @Test(arguments: [
    ("解放前，水稻亩产只有二百零二斤。", "二百零二斤"), ("过去，社员每年口粮只有二百斤。", "二百斤"),
    ("从前，全村养牛12头。", "12头"), ("改革开放前，城镇化率不到20%。", "20%"),
  ])
  func thePastIsOfNoYear(text: String, figure: String) throws {
    let page = try ContextPage("去年粮食亩产1013斤。\(text)", published: "1987-10-20")
    #expect(page.period(figure) == nil)
  }

  @Test(arguments: [
    ("这家企业自去年底试生产以来，接单2亿元。", "2亿元", "2024-12/2025-04"),
    ("高铁自今年1月开通运营以来，发送旅客46万人次。", "46万人次", "2025-01/2025-04"),
    ("从去年9月开学以来，学校新增社团12个。", "12个", "2024-09/2025-04"),
  ])
  func sinceWhatBeganIsUpToThePage(text: String, figure: String, period: String) throws {
    #expect(try ContextPage(text, published: "2025-04-02").period(figure) == period)
  }

  @Test(arguments: [
    "去年小麦亩产420斤。下一步，镇里投资18万元打井。", "上半年接诊3.9万人次。接下来，医院投入18万元升级系统。",
    "去年出口6200万元。今后，公司拿出18万元改造窑炉。",
  ])
  func aPlanIsOfNoTimeThatIsOver(text: String) throws {
    #expect(try ContextPage(text, published: "2016-08-06").period("18万元") == nil)
  }

  @Test(arguments: [
    ("水泥厂提前完成全年目标", false), ("全县秋种任务圆满完成", false), ("棉纺厂双双完成年度目标", false),
    ("水泥厂力争提前完成全年目标", true), ("全力冲刺全年目标", true),
  ])
  func aHeadlineThatSaysAnAimIsReachedSetsNone(title: String, isAim: Bool) throws {
    let page = try ContextPage([(.title, title), (.body, "产值达到4.2亿元。")], published: "2016-11-06")
    #expect((page.status("4.2亿元") == .target) == isAim)
  }

  @Test(arguments: [
    ("余下的94户年底前全部入住新居。", "t"), ("渔政船年底前再添6艘。", "t"), ("全县6月底前新建粮库3座。", "t"),
    ("水厂9月底前完成管网改造26公里。", "t"),
    ("去年年底前开通公交线路4条。", "a"), ("年底前已入住新居94户。", "a"), ("截至2月底，入住新居94户。", "a"),
    ("2月底前开通公交线路4条。", "a"), ("目前入住新居94户。", "a"),
  ])
  func whatIsDueIsAimedAt(text: String, status: String) throws {
    let observations = try SentenceReader(rules: .embedded).observations(in: text, published: "2024-03-10")
    #expect(observations.map { String($0.status.rawValue.prefix(1)) }.joined() == status)
  }

  @Test(arguments: [
    ("全市批捕2316人、起诉4872人，同比分别下降7.4%和上升5.1%。", [nil, nil, "yoy", "yoy"]),
    ("在园幼儿3.2万人，毛入园率86%，分别比上年减少0.08万人、提高1.7个百分点。", [nil, nil, "yoy", "yoy"]),
    ("机床、锻件产量分别比上年增长21.5%和下降14.3%。", ["yoy", "yoy"]),
    ("白菜、萝卜批发价环比分别上涨4.2%和下跌1.1%。", ["mom", "mom"]),
    ("进口、出口总额同比分别增长8%、下降3%。", ["yoy", "yoy"]),
    ("进口额同比增长8%，出口额下降3%。", ["yoy", nil]),
  ])
  func aComparisonBeforeRespectivelyHoldsForEach(text: String, comparisons: [String?]) throws {
    let observations = try SentenceReader(rules: .embedded).observations(in: text, published: "2017-02-28")
    #expect(observations.map { $0.comparison?.rawValue } == comparisons)
  }
}
