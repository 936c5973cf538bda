import Figures
import Testing
import Values

/// Figures side by side, and forms that a longer word hides.
@Suite struct FigureListTests {
  @Test(arguments: [
    ("分别提高3.4和1.9个百分点", ["3.4 个百分点", "1.9 个百分点"]), ("弃风率、弃光率下降3.4和1.9个百分点", ["3.4 个百分点", "1.9 个百分点"]),
    ("分别下拨12、15和18万元", ["12 万元", "15 万元", "18 万元"]), ("增长3.4、1.9个和0.5个百分点", ["3.4 个百分点", "1.9 个百分点", "0.5 个百分点"]),
    ("1.2个、0.5个百分点", ["1.2 个百分点", "0.5 个百分点"]), ("亩产为512和618公斤", ["512 公斤", "618 公斤"]),
    ("各为8000和1.2万元", ["8000 元", "1.2 万元"]), ("长12与15公里", ["12 公里", "15 公里"]),
    ("新增320及410户", ["320 户", "410 户"]), ("1亿和1.5亿元两笔", ["1 亿元", "1.5 亿元", "2 笔"]), ("二十和三十个村", ["20 个", "30 个"]),
    ("增长3.2%和4.1个百分点", ["3.2 %", "4.1 个百分点"]), ("引进12家和3个项目", ["12 家", "3 个"]),
  ])
  func shareTheUnitBehindThem(text: String, expected: [String]) {
    #expect(FigureReading.amounts(text) == expected)
  }

  @Test func sharedUnitsAreNormalized() {
    let figures = FigureReading.figures("分别下拨12、15和18万元")
    #expect(figures.map { $0.normalized?.unit } == ["CNY", "CNY", "CNY"])
    #expect(figures.map { $0.normalized?.amount }.first == .value(ExactDecimal(120_000)))
    #expect(figures.map(\.kind) == [.money, .money, .money])
  }

  @Test(arguments: [
    ("1、引进12家", ["1", "12 家"]), ("一、20个项目", ["20 个"]), ("一、二、三类", ["3 类"]), ("3和白蒲镇5家", ["3", "5 家"]),
  ])
  func numbersOfSectionsBorrowNothing(text: String, expected: [String]) {
    #expect(FigureReading.amounts(text) == expected)
  }

  @Test(arguments: [
    ("三、四天", "3..4 天"), ("5、6个", "5..6 个"), ("2、3万元", "2..3 万元"), ("七、八十人", "70..80 人"), ("百分之八、九十", "80..90 %"),
    ("两、三家", "2..3 家"),
  ])
  func neighboursAreARange(text: String, expected: String) {
    #expect(FigureReading.amounts("用了" + text) == [expected])
  }

  @Test(arguments: [
    ("两个多月", "2 个月", "more_than"), ("3个多小时", "3 小时", "more_than"), ("半个多月", "0.5 个月", "more_than"),
    ("三个来月", "3 个月", "about"), ("5个多百分点", "5 个百分点", "more_than"), ("2个多亿", "2 亿", "more_than"),
    ("四个多星期", "4 个星期", "more_than"),
  ])
  func moreStandsInsideTheCounter(text: String, amount: String, bound: String) {
    #expect(FigureReading.amounts("用去" + text + "。") == [amount])
    #expect(FigureReading.figures("用去" + text + "。").map(\.bound.rawValue) == [bound])
  }

  @Test(arguments: [
    ("增长１·５倍", "1.5 倍"), ("增长1·5倍", "1.5 倍"), ("增产百分之六·五", "6.5 %"), ("产钢一九·七万吨", "19.7 万吨"),
    ("超额百分之一三·五完成", "13.5 %"), ("亩产增加三·五倍", "3.5 倍"), ("收入3・2亿元", "3.2 亿元"),
  ])
  func readsTheRaisedPointOfOlderPrint(text: String, expected: String) {
    #expect(FigureReading.amounts(text) == [expected])
  }

  @Test(arguments: ["五·四运动", "三·一五晚会", "纪念九·一八", "3·15晚会", "一二·九运动"])
  func datesWithARaisedPointAreNoDecimals(text: String) {
    #expect(FigureReading.figures(text).allSatisfy { $0.kind == .name })
  }

  @Test(arguments: [
    ("143团连队", "143团"), ("一四三团职工", "一四三团"), ("三营二连", "三营"), ("17连的棉田", "17连"), ("乘7路车到站", "7路"), ("3、5、7路公交车", "3"),
    ("歼-20首飞", "-20"), ("长征-5火箭", "-5"), ("收购价（元/500克）", "500克"), ("东经116度23分", "116度"), ("主队2:1取胜", "2:1"),
    ("客队0：3落败", "0：3"), ("远东2比1胜沈阳", "2比1"), ("万达3比0胜全兴", "3比0"),
  ])
  func numbersOfThingsAreNames(text: String, name: String) throws {
    let first = try #require(FigureReading.figures(text).first)
    #expect(FigureReading.text(of: first.range, in: text) == name)
    #expect(first.kind == .name)
    #expect(FigureReading.amounts(text).isEmpty)
  }

  @Test(arguments: [
    ("出动3营", ["3 营"]), ("新开9路", ["9 路"]), ("考察团27团", ["27 团"]), ("共有8个团", ["8 个"]), ("近20个连", ["20 个"]),
    ("男女比例为2:1", ["2 :1"]), ("气温-5℃", ["-5 ℃"]), ("增速为-3.2%", ["-3.2 %"]),
  ])
  func whatIsCountedIsNoName(text: String, expected: [String]) {
    #expect(FigureReading.amounts(text) == expected)
  }

  @Test(arguments: [
    ("每股收益 0.259 0.294 -11.90", ["0.259", "0.294", "-11.9"]), ("电缆 -1875 — -0.09", ["-1875", "-0.09"]),
    ("2 白蒲镇 25130 33.9", ["2", "25130", "33.9"]), ("纸业 3210 12.6 0.11", ["3210", "12.6", "0.11"]),
    ("莲下镇 412 11.6 44.2", ["412", "11.6", "44.2"]), ("科左中旗 ４９６．２ ５１．３ －０．４", ["496.2", "51.3", "-0.4"]),
    ("管理费 10,286.40 9,012.75 14.13", ["10286.4", "9012.75", "14.13"]),
  ])
  func cellsOfARowAreFigures(text: String, expected: [String]) {
    #expect(FigureReading.amounts(text) == expected)
  }

  @Test(arguments: [
    ("上缴利税1，284万元", ["1284 万元"]), ("接待12，300人", ["12300 人"]), ("１２，３４５．６万元", ["12345.6 万元"]),
    ("12,345.6万元", ["12345.6 万元"]),
    ("１２,３４５．６万元", ["12345.6 万元"]), ("1.5，320户", ["1.5", "320 户"]), ("占8，2024年", ["8"]),
  ])
  func thousandsInBothWidths(text: String, expected: [String]) {
    #expect(FigureReading.amounts(text).filter { $0 != "2024 年" } == expected)
  }

  @Test(arguments: [
    ("每吨上涨150元至5800元", ["150 元", "5800 元"]), ("每吨150元至180元", ["150..180 元"]), ("上涨10元至50元不等", ["10..50 元"]),
    ("阅读量10万+", ["10 万"]), ("身高1米78", ["1.78 米"]), ("跳过2米3", ["2.3 米"]), ("每隔1米5株", ["1 米", "5 株"]),
    ("每人每天一斤", ["1 斤"]), ("打对折", ["5 折"]), ("$20，300美元", ["20 美元", "300 美元"]),
  ])
  func readsOtherForms(text: String, expected: [String]) {
    #expect(FigureReading.amounts(text) == expected)
  }
}
