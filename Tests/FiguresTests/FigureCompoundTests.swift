import Figures
import Testing

/// Lengths of time and measures in two and more units, decades, and thresholds of rates.
@Suite struct FigureCompoundTests {
  @Test(arguments: [
    ("2小时15分", "135 分钟"), ("2小时15分钟", "135 分钟"), ("3天2夜", "3 天"), ("三天三夜", "3 天"), ("1分32秒", "92 秒"),
    ("1分32秒8", "92.8 秒"),
    ("两年零三个月", "27 个月"), ("一小时零十五秒", "3615 秒"), ("五分半钟", "5.5 分钟"), ("1年3个月", "15 个月"), ("2天5小时30分", "3210 分钟"),
    ("一个半月", "1.5 个月"), ("用了个半小时", "1.5 小时"), ("半个钟", "0.5 小时"), ("十二个钟", "12 小时"), ("一小时二十多分钟", "80 分钟"),
    ("5年零6个月", "66 个月"),
    ("3小时5分20秒", "11120 秒"),
  ])
  func lengthsOfTimeAddUp(text: String, expected: String) {
    #expect(FigureReading.figures(text).map(\.kind) == [.duration])
    #expect(FigureReading.amounts(text) == [expected])
  }

  @Test(arguments: [
    ("一天24小时", ["1 天", "24 小时"]), ("一周五天", ["5 天"]), ("一年12个月", ["1 年", "12 个月"]), ("7天24小时", ["7 天", "24 小时"]),
    ("3年5次", ["3 年", "5 次"]), ("2小时30人", ["2 小时", "30 人"]), ("一天8小时", ["1 天", "8 小时"]),
  ])
  func whatOnlyStandsTogetherIsNoSum(text: String, expected: [String]) {
    #expect(FigureReading.amounts(text) == expected)
  }

  @Test(arguments: [
    ("3斤5两", "3.5 斤"), ("六斤八两", "6.8 斤"), ("9两半", "9.5 两"), ("5公里300米", "5.3 公里"), ("2吨500公斤", "2.5 吨"),
    ("1米75厘米", "1.75 米"), ("3亩2分地", "3.2 亩"), ("一斤二两三钱", "1.23 斤"), ("两米零五厘米", "2.05 米"), ("一吨八", "1.8 吨"),
  ])
  func measuresAddUp(text: String, expected: String) {
    #expect(FigureReading.amounts(text) == [expected])
  }

  @Test(arguments: [
    ("四分之一公升", "0.25 公升"), ("二分之一公里", "0.5 公里"), ("1/4英寸", "0.25 英寸"), ("半加仑", "0.5 加仑"), ("四分之三亩", "0.75 亩"),
  ])
  func partsOfUnits(text: String, expected: String) {
    #expect(FigureReading.amounts(text) == [expected])
  }

  @Test(arguments: [
    ("80年代", "1980/1989"), ("上世纪八十年代", "1980/1989"), ("二十世纪90年代初", "1990/1999"), ("1980年代", "1980/1989"),
    ("20世纪五十年代末", "1950/1959"), ("上个世纪70年代", "1970/1979"), ("七八十年代", "1970/1989"), ("80、90年代", "1980/1999"),
    ("本世纪20年代", "2020/2029"), ("21世纪10年代", "2010/2019"), ("一九六〇年代", "1960/1969"), ("九零年代", "1990/1999"),
    ("21世纪以来", "2001/2024"), ("上世紀九十年代中期", "1990/1999"),
  ])
  func decades(text: String, period: String) {
    #expect(FigureReading.figures(text, published: "2024-07-24").compactMap { $0.period?.description } == [period])
  }

  @Test(arguments: ["20年代", "本世纪初", "21世纪海上丝绸之路"])
  func someDecadesAreNotKnown(text: String) {
    #expect(FigureReading.figures(text, published: "2024-07-24").allSatisfy { $0.period == nil })
  }

  @Test(arguments: [
    ("2019年9月至2021年6月", "2019-09/2021-06"), ("2004年9月到2007年6月", "2004-09/2007-06"),
    ("2020年4月1日至2021年3月31日", "2020-04-01/2021-03-31"), ("2023年11月—2024年2月", "2023-11/2024-02"), ("上月底", "2024-06"),
    ("本月中旬", "2024-07"),
  ])
  func spansOverTheTurnOfTheYear(text: String, period: String) {
    #expect(FigureReading.figures(text, published: "2024-07-24").compactMap { $0.period?.description } == [period])
  }

  @Test(arguments: [
    "成活率85%以上的地块有12处", "持股5%以上的股东36户", "入住率达到90%以上的酒店8家", "森林覆盖率60%以上的乡镇12个", "机械化率超过80%的县5个",
    "控股50%以上的企业9家", "出栏率70%以下的村3个", "占比不足30%的企业4家", "合格率在95%以上的产品6种", "覆盖率80%及以上的园区7个",
  ])
  func aRatePicksOutThings(text: String) {
    let figures = FigureReading.figures(text)
    #expect(figures.first { $0.kind == .name }?.role == .threshold)
    #expect(FigureReading.amounts(text).count == 1)
  }

  @Test(arguments: ["80%以上的地块完成播种", "三成以上的鲜果", "九成以上的企业复工", "入学率达到95%以上"])
  func aShareOfThingsIsNoThreshold(text: String) {
    #expect(FigureReading.amounts(text).count == 1)
  }
}
