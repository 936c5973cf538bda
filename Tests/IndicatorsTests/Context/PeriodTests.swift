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
