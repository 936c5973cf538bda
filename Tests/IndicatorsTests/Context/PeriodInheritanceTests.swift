import Layout
import Testing

@testable import Indicators

/// Where the nearer words are silent, the period comes from further off: sentence, paragraph, heading, page.
@Suite struct PeriodInheritanceTests {
  @Test(arguments: [
    ("2022年，全县修路80公里，植树3万株。", "3万株", "2022"), ("上半年出口3.8亿美元，进口2亿美元。", "2亿美元", "2024-H1"),
    ("截至6月末，贷款余额512亿元，存款余额640亿元。", "640亿元", "../2024-06"),
  ])
  func fromTheSentence(text: String, figure: String, period: String) throws {
    #expect(try ContextPage(text, published: "2024-07-24").period(figure) == period)
  }

  @Test(arguments: [
    ("2022年，全县修路80公里。植树3万株。", "3万株", "2022"), ("1至5月产钢3万吨。销售2.8万吨。", "2.8万吨", "2024-01/2024-05"),
  ])
  func fromTheParagraph(text: String, figure: String, period: String) throws {
    #expect(try ContextPage(text, published: "2024-07-24").period(figure) == period)
  }

  @Test func fromTheHeading() throws {
    let page = try ContextPage(
      [
        (.heading, "2021年工作回顾"), (.body, "全县修路80公里。"), (.heading, "2022年工作安排"), (.body, "修路95公里。"),
      ], published: "2022-01-10")
    #expect(page.period("80公里") == "2021")
    #expect(page.period("95公里") == "2022")
  }

  @Test func fromThePage() throws {
    let page = try ContextPage(
      [(.title, "东山县2021年国民经济和社会发展统计公报"), (.body, "年末户籍人口32万人。"), (.body, "粮食产量24.6亿斤。")], published: "2022-03-10")
    #expect(page.period("24.6亿斤") == "2021")
  }

  /// 一季度 has no year of its own: the sentence's counts, then the heading's, then the page's date.
  @Test func theYearOfAPartOfAYear() throws {
    #expect(try ContextPage("2019年修路9公里，其中一季度3公里。", published: "2024-07-24").period("3公里") == "2019-Q1")
    let page = try ContextPage([(.heading, "2019年工作回顾"), (.body, "一季度修路3公里。")], published: "2024-07-24")
    #expect(page.period("3公里") == "2019-Q1")
    #expect(try ContextPage("一季度修路3公里。", published: "2024-07-24").period("3公里") == "2024-Q1")
    #expect(try ContextPage("一季度修路3公里。").period("3公里") == nil)
  }
}
