import Figures
import Testing
import Values

@Suite struct FigurePeriodTests {
  @Test(arguments: [
    ("今年", "2024"), ("去年", "2023"), ("前年", "2022"), ("今年一季度", "2024-Q1"), ("上半年", "2024-H1"),
    ("前三季度", "2024-01/2024-09"),
    ("元至11月", "2024-01/2024-11"), ("1—5月", "2024-01/2024-05"), ("1至11月", "2024-01/2024-11"),
    ("首七个月", "2024-01/2024-07"),
    ("前8个月", "2024-01/2024-08"), ("前10月", "2024-01/2024-10"), ("截至6月末", "../2024-06"), ("截至2021年末", "../2021-12"),
    ("2021—2023年", "2021/2023"), ("2021年至2023年", "2021/2023"), ("2021-2023年", "2021/2023"), ("“十四五”期间", "2021/2025"),
    ("“十四五”前三年", "2021/2023"), ("近三年", "2022/2024"), ("今后三年", "2025/2027"), ("年初以来", "2024-01/2024-07"),
    ("五月以来", "2024-05/2024-07"), ("目前", "2024-07"), ("本月", "2024-07"), ("上月", "2024-06"), ("昨日", "2024-07-23"),
    ("上周", "2024-07-15/2024-07-21"), ("民国113年", "2024"), ("一九五六年", "1956"), ("二〇二三年", "2023"), ("一九八○年", "1980"),
    ("2023年6月末", "2023-06"), ("2021年12月31日", "2021-12-31"), ("6月30日", "2024-06-30"),
    ("5月1日至5日", "2024-05-01/2024-05-05"),
    ("去年十二月十二日", "2023-12-12"), ("去年底", "2023-12"), ("2024-06-30", "2024-06-30"), ("2024.6.30", "2024-06-30"),
    ("08年3月", "2008-03"), ("五月至七月", "2024-05/2024-07"), ("年底前", "../2024-12"), ("截至去年末", "../2023-12"),
  ])
  func resolvesAgainstThePublication(text: String, period: String) {
    #expect(FigureReading.figures(text, published: "2024-07-24").compactMap { $0.period?.description } == [period])
  }

  @Test(arguments: ["113年旅客量", "114年度編列", "106年的資料"])
  func readsYearsOfTheRepublicInTraditionalText(text: String) {
    let traditional = FigureReading.figures("臺灣高鐵" + text, published: "2025-02-18")
    #expect(traditional.first?.kind == .period)
    if case .single(let unit)? = traditional.first?.period { #expect((2017...2025).contains(unit.year)) }
  }

  @Test func samePeriodIsOfTheYearBefore() throws {
    let published = CalendarDate(year: 2024, month: 7, day: 24)
    let half = TimePeriod.single(CalendarUnit(year: 2024, .half(1)))
    for (text, expected) in [("去年同期", "2023-H1"), ("上年同期", "2023-H1"), ("2019年同期", "2019-H1")] {
      let expression = try #require(FigureReading.figures(text).first?.periodExpression)
      #expect(expression.needsContext)
      #expect(expression.resolve(published: published, previous: half)?.description == expected)
    }
    let month = TimePeriod.single(CalendarUnit(year: 2024, .month(9)))
    let same = try #require(FigureReading.figures("上年同月").first?.periodExpression)
    #expect(same.resolve(published: published, previous: month)?.description == "2023-09")
  }

  @Test func aMonthWithoutYearTakesTheYearOfTheText() throws {
    let expression = try #require(FigureReading.figures("9月末").first?.periodExpression)
    #expect(expression.resolve(published: nil, year: 2021)?.description == "2021-09")
    #expect(expression.resolve(published: nil) == nil)
  }

  @Test func leapDaysOfOtherYears() {
    let day = TimePeriod.single(CalendarUnit(year: 2024, .day(month: 2, day: 29)))
    #expect(day.addingYears(-1).description == "2023-02-28")
  }

  /// 现在 of 出现在, 目前 of 项目前期: a word that begins before a moment is another word.
  @Test(
    arguments: [
      ("最大雨量出现在黄沙港", []), ("成效体现在三个方面", []), ("该项目前期投资3亿元", []),
      ("项目前三季度完成投资2亿元", ["2024-01/2024-09"]), ("村里现在有电商12家", ["2024-07"]),
    ] as [(String, [String])])
  func aMomentInsideAWord(text: String, periods: [String]) {
    #expect(FigureReading.figures(text, published: "2024-07-24").compactMap { $0.period?.description } == periods)
  }

  @Test(arguments: ["近日", "日前", "往年"])
  func someWordsFixNoPeriod(text: String) {
    let figure = FigureReading.figures(text, published: "2024-07-24").first
    #expect(figure?.kind == .period)
    #expect(figure?.period == nil)
  }

  @Test(arguments: [("9.66年", "9.66 年"), ("三个月", "3 个月"), ("54天", "54 天"), ("30年", "30 年")])
  func lengthsOfTimeAreDurations(text: String, expected: String) {
    #expect(FigureReading.figures(text).map(\.kind) == [.duration])
    #expect(FigureReading.amounts(text) == [expected])
  }

  @Test(arguments: ["13时30分", "晚上8点", "早上十点", "上午9点", "8点半", "下午14:30"])
  func timesOfDayAreDates(text: String) {
    #expect(FigureReading.figures(text).last?.kind == .date)
  }
}
