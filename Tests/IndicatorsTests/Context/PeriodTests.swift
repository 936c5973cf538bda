import Testing

@testable import Indicators

struct PeriodTests {
  @Test(arguments: [
    ("2023年，全县粮食总产24.6亿斤。蔬菜产量31万吨。", "31万吨", "2023"),
    ("上半年出口3.86亿美元，比去年同期增长19.5%。", "19.5%", "2024-H1"),
    ("截至6月末，贷款余额512亿元。", "512亿元", "../2024-06"),
    ("前三季度完成投资88亿元，比2019年同期高出12%。", "12%", "2024-01/2024-09"),
    ("总产值由2020年的214亿元增至318亿元。", "214亿元", "2020"),
    ("去年接待游客36.9万人次，是2019年的1.2倍。", "1.2倍", "2023"),
    ("到2027年，加工率达到60%。", "60%", "2027"),
    ("“十四五”期间，森林覆盖率提高到67%。", "67%", "2021/2025"),
    ("7月22日，记者从市统计局获悉，上半年工业投资增长8.4%。", "8.4%", "2024-H1"),
    ("今年力争新增企业30家，年底前建成厂房3万平方米。", "3万平方米", "2024"),
    ("目前全市有养老床位3100张。", "3100张", "2024-10"),
    ("六月的跌幅为11.4%；七月进口3716亿元。", "3716亿元", "2024-07"),
    ("一季度营业收入4.02亿元，比上年同期的3.1亿元增加不少。", "3.1亿元", "2023-Q1"),
  ])
  func isThatOfTheNearestWordsThatGovern(text: String, figure: String, period: String) throws {
    #expect(try ContextPage(text, published: "2024-10-15").period(figure) == period)
  }

  /// Pages of 15 October 2024.
  @Test(arguments: [
    ("2021/22年榨季，全县种植糖料蔗98万亩。", "98万亩", "2021/2022"),
    ("2023—2024学年在校生3.1万人。", "3.1万人", "2023/2024"),
    ("2023至24年度安排投资12亿元。", "12亿元", "2023/2024"),
    ("2022/2023雪季接待游客210万人次。", "210万人次", "2022/2023"),
    ("2023—2024采暖季供热面积860万平方米。", "860万平方米", "2023/2024"),
    ("今年一、二月接待游客52万人次。", "52万人次", "2024-01/2024-02"),
    ("7、8、9月份用电量31亿千瓦时。", "31亿千瓦时", "2024-07/2024-09"),
    ("首两个月进口6.2亿元。", "6.2亿元", "2024-01/2024-02"),
    ("头5个月进口6.2亿元。", "6.2亿元", "2024-01/2024-05"),
    ("前8月进口6.2亿元。", "6.2亿元", "2024-01/2024-08"),
    ("去年一季度至四季度，产煤210万吨。", "210万吨", "2023"),
    ("二季度至三季度产煤120万吨。", "120万吨", "2024-04/2024-09"),
    ("截至本月十日，入库稻谷3.6万吨。", "3.6万吨", "../2024-10-10"),
    ("到9月底，入库稻谷3.6万吨。", "3.6万吨", "../2024-09"),
    ("上周五，地铁运送乘客98万人次。", "98万人次", "2024-10-11"),
    ("2019年投产以来累计发电86亿千瓦时。", "86亿千瓦时", "2019/2024"),
  ])
  func isReadFromTheWordsOfTrades(text: String, figure: String, period: String) throws {
    #expect(try ContextPage(text, published: "2024-10-15").period(figure) == period)
  }

  /// Pages of 15 October 2024.
  @Test(arguments: [
    ("今年计划完成投资9.8亿元，截至7月底已完成6.2亿元；改造台区350个。", "350个", "2024"),
    ("今年力争产钢60万吨；一季度产钢13万吨；废品率降到3%以下。", "3%", "2024"),
    ("补贴标准还是2019年定下的，五年没动。鸡蛋涨价15%。", "15%", nil),
    ("去年公司内销豆粕41万吨。一季度进口17.5亿元。", "17.5亿元", "2023-Q1"),
    ("去年公司内销豆粕41万吨。前三季度进口17.5亿元。", "17.5亿元", "2024-01/2024-09"),
    ("去年秋天装了充电桩。收费每度1.6元。", "1.6元", "2023"),
  ])
  func aSideEventDoesNotGoOn(text: String, figure: String, period: String?) throws {
    #expect(try ContextPage(text, published: "2024-10-15").period(figure) == period)
  }

  /// Pages of 20 May 2024.
  @Test(arguments: [
    ("春节假期，古镇接待游客12万人次。", "12万人次", "2024-02"),
    ("去年国庆黄金周，全市实现旅游收入3.2亿元。", "3.2亿元", "2023-10"),
    ("“五一”五天，景区门票收入860万元，增长12%。", "12%", "2024-05"),
    ("这个雪季，滑雪场接待游客23万人次，比上个雪季增加5万人次。", "5万人次", "2023/2024"),
    ("去年11月至今年4月，电厂发电12亿千瓦时。", "12亿千瓦时", "2023-11/2024-04"),
    ("大桥自2021年底通车至今年4月末，通行车辆860万辆。", "860万辆", "2021-12/2024-04"),
    ("三年前，全镇只有大棚40座。上半年新建12座。", "40座", "2021"),
    ("三年前，全镇只有大棚40座。上半年新建12座。", "12座", "2024-H1"),
    ("五年来，全县新建公路310公里。", "310公里", "2020/2024"),
    ("1984年全乡只有工厂3家。十年间，渔船由120艘减少到48艘。", "48艘", "2024"),
    ("截至4月末，贷款余额512亿元。贷款满足率78%。", "78%", "../2024-04"),
    ("公司今年订单已排到10月，出口合同额1450万美元。", "1450万美元", "2024"),
    ("政策延长至2027年，保证率为70%。", "70%", nil),
    ("首批4000套今年交付，投资18亿元。", "4000套", "2024"),
    ("今年上半年用电7亿千瓦时，每年可节约标煤2万吨。", "2万吨", "2024"),
    ("去年前11个月出口茶叶36万吨。约有320万户靠茶吃饭。", "320万户", "2023"),
    ("2018年升格为国家级开发区，规划面积72平方公里。", "72平方公里", nil),
    ("去年全市发放贷款120亿元。4月末，存款余额380亿元。", "380亿元", "2024-04"),
    ("9月起，水价提高至2.6元。", "2.6元", "2024-09"),
    ("去冬，全乡修渠12公里。", "12公里", "2023-12/2024-02"),
    ("三季度末，全市存款余额512亿元。", "512亿元", "2024-09"),
    ("2021年以来，全区新增学位1.2万个，入园率达到96%。", "96%", "2024"),
    ("目前，全市有医院32家。补贴资金860万元。", "860万元", "2024"),
    ("若干企业去年减产，产量12万吨。", "12万吨", "2023"),
    ("出槽率由八一年的62%提高到79%。", "62%", "1981"),
    ("去年上缴税利6200万元，相当于2007年全市收入的五倍。", "五倍", "2023"),
    ("到今年底专业户要发展到5万户；总收入力争达到8500万元。", "8500万元", "2024"),
    ("这座去年底才通车的大桥，日过货车480辆。", "480辆", nil),
  ])
  func isReadFromSeasonsAndSpansOfYears(text: String, figure: String, period: String?) throws {
    #expect(try ContextPage(text, published: "2024-05-20").period(figure) == period)
  }

  @Test func theSameTimeIsThatOfTheWordsJustBefore() throws {
    let page = try ContextPage(
      [(.body, "去年，班列开行2400列。今年1—7月整车出口4.9万辆。"), (.body, "同期，全省进出口2836亿元。")], published: "2022-08-19")
    #expect(page.period("2836亿元") == "2022-01/2022-07")
  }

  @Test func shortNewsIsEachOfItsOwnTime() throws {
    let page = try ContextPage(
      [
        (.title, "合作化头一年"), (.body, "去年一季度，全县收粮236万斤。"), (.heading, "县内简讯"), (.list, "▲乡里八千名民工修堤"),
        (.body, "又讯 供销社备足化肥12吨。"),
      ], published: "2024-05-20")
    #expect(page.period("八千名") == nil)
    #expect(page.period("12吨") == nil)
  }

  @Test func aLookAsideIsNotHandedToTheNextParagraph() throws {
    let page = try ContextPage(
      [
        (.title, "一季度外贸开门红"), (.heading, "政策落到账上"), (.body, "已有企业32家完成备案。去年豆粕进口41万吨。"),
        (.body, "新登记经营主体1268家。"),
      ], published: "2024-04-19")
    #expect(page.period("1268家") == "2024-Q1")
  }

  @Test func listsWithoutAYearAreOfThatOfTheLead() throws {
    let page = try ContextPage(
      [
        (.title, "高新区：串起五个百亿"), (.body, "全年规上工业产值达到1420亿元。"), (.heading, "盯着链条找"), (.list, "●引进项目68个"),
      ], published: "2024-12-31")
    #expect(page.period("68个") == "2024")
  }

  @Test func rowsOfSeasonsAreOfTheirSeasons() throws {
    let page = try ContextPage(
      [(.table, "榨季 种植面积（万亩）\n2017/18 120.1\n2018/19 121.7")], published: "2021-12-14")
    #expect(page.period("121.7") == "2018/2019")
  }

  @Test func theEarlierValueNeverHasThePeriodOfTheLater() throws {
    let page = try ContextPage("2024年，加工率由18%提高到30%。", published: "2025-01-10")
    #expect(page.period("18%", role: .earlier) == nil)
    #expect(page.period("30%") == "2024")
  }

  @Test func listsOfPeriodsAreDealtOutInOrder() throws {
    let page = try ContextPage("2019年、2020年和2021年，公司营业收入分别为2.1亿元、2.8亿元及4.05亿元。", published: "2022-04-29")
    #expect(["2.1亿元", "2.8亿元", "4.05亿元"].map { page.period($0) } == ["2019", "2020", "2021"])
  }

  @Test func aHeadingHoldsUntilTheNext() throws {
    let page = try ContextPage(
      [
        (.title, "政府工作报告"), (.heading, "过去一年：稳中有进"), (.body, "地区生产总值增长4.2%。"), (.heading, "今年的主要预期目标"),
        (.list, "●地区生产总值增长6.5%以上"), (.heading, "守好粮仓"), (.body, "粮食产量稳定在190亿斤。"),
      ], published: "2025-01-24")
    #expect(page.period("4.2%") == "2024")
    #expect(page.period("6.5%") == "2025")
    #expect(page.period("190亿斤") == "2025")
    #expect(page.status("4.2%") == .actual)
    #expect(page.status("6.5%") == .target)
    #expect(page.status("190亿斤") == .target)
  }

  @Test func boxesReadInBandsKeepTheirPlansApart() throws {
    let page = try ContextPage(
      [
        (.heading, "看家底"), (.body, "一年下来，地区生产总值迈过260亿元。"), (.list, "●地区生产总值增长5.5%左右"), (.list, "●城镇登记失业率控制在4%以内"),
        (.heading, "今年瞄准这些数"), (.body, "粮食总产24.6亿斤。"), (.list, "●粮食播种面积稳定在159万亩以上"),
      ], published: "2024-01-19")
    #expect(["260亿元", "24.6亿斤"].map { page.status($0) } == [.actual, .actual])
    #expect(["5.5%", "4%", "159万亩"].map { page.status($0) } == [.target, .target, .target])
    #expect(["260亿元", "5.5%", "24.6亿斤", "159万亩"].map { page.period($0) } == ["2023", "2024", "2023", "2024"])
  }

  @Test func aGoalNamedInPassingHoldsForItsParagraph() throws {
    let page = try ContextPage(
      [
        (.heading, "高铁带动房价"), (.body, "目标是五年建房6万套。未售房屋1.2万套。"), (.body, "新桥每日车流12万辆。"), (.body, "2025年，定下这些目标"),
        (.list, "●新增学位1800个"), (.heading, "相关链接"), (.body, "全省共有学校1200所。"),
      ], published: "2025-02-20")
    #expect(page.status("12万辆") == nil)
    #expect(page.status("1800个") == .target)
    #expect(page.status("1200所") == .actual)
  }

  @Test func whatIsAimedAtLaterDoesNotGoOnToTheNextParagraph() throws {
    let page = try ContextPage(
      [(.title, "一个雪季的账"), (.body, "到2027年，雪场达到100座。2026年接待游客3000万人次。"), (.body, "一座雪场的电费是560万元。")],
      published: "2024-03-20")
    #expect(page.period("560万元") == nil)
  }

  @Test func whatRunsLaterHasNoYear() throws {
    let page = try ContextPage("这个项目计划总投资15亿元，达产后年产值20亿元。", published: "2024-11-08")
    #expect(page.period("20亿元") == nil)
  }

  @Test func aPageWithoutDateLeavesRelativeWordsOpen() throws {
    #expect(try ContextPage("去年全县鲜果产量6.9万吨。").period("6.9万吨") == nil)
  }

  @Test func aLongParagraphIsReadInLinearTime() throws {
    let text = String(repeating: "2023年甲乡产值5亿元，比上年增长3%，", count: 2000)
    let page = try ContextPage(text, published: "2024-03-01")
    #expect(page.period("5亿元") == "2023")
  }
}
