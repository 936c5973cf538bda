import Figures
import Testing
import Values

@Suite struct NumeralTests {
  @Test(arguments: [
    ("9.42亿元", ["9.42 亿元"]), ("9.42 亿元", ["9.42 亿元"]), ("1,100万", ["1100 万"]),
    ("１３，４５６．７万元", ["13456.7 万元"]), ("一万五千亿元", ["1.5 万亿元"]), ("二十万亿元", ["20 万亿元"]),
    ("一亿三千六百万元", ["1.36 亿元"]), ("一千二百万元", ["1200 万元"]), ("六千八百元", ["6800 元"]),
    ("1亿9,860万立方公尺", ["1.986 亿立方公尺"]), ("8萬6,200公噸", ["8.62 万公吨"]), ("2億6千萬元", ["2.6 亿元"]),
    ("89萬2千人", ["89.2 万人"]), ("3万5千家", ["3.5 万家"]), ("一万二", ["1.2 万"]), ("三千五", ["3500"]),
    ("两千零二十四个", ["2024 个"]), ("一百零五户", ["105 户"]), ("四点二倍", ["4.2 倍"]), ("廿三人", ["23 人"]),
    ("卅户", ["30 户"]), ("壹佰贰拾叁万肆仟元", ["123.4 万元"]), ("一百五十四点零吨", ["154 吨"]),
    ("5兆元", ["5 万亿元"]), ("宽带200兆", ["200 兆"]), ("两万两", ["2 万两"]), ("160千瓦", ["160 千瓦"]),
    ("负3.2%", ["-3.2 %"]), ("－0.4%", ["-0.4 %"]), ("+5%", ["5 %"]),
  ])
  func readsNumerals(text: String, expected: [String]) {
    #expect(FigureReading.amounts(text) == expected)
  }

  @Test(arguments: [
    ("10—15亿元", "10..15 亿元"), ("10-15亿元", "10..15 亿元"), ("10亿～15亿元", "10..15 亿元"), ("3—5个百分点", "3..5 个百分点"),
    ("5%—8%", "5..8 %"), ("5至8座", "5..8 座"), ("两至3家", "2..3 家"), ("三四百斤", "300..400 斤"), ("七、八十人", "70..80 人"),
    ("八九天", "8..9 天"), ("十七八人", "17..18 人"), ("一成半至两成", "15..20 %"), ("5000万元到1亿元", "0.5..1 亿元"),
    ("5000—8000元", "5000..8000 元"), ("一百二三十人", "120..130 人"), ("5%与8%之间", "5..8 %"),
  ])
  func readsRanges(text: String, expected: String) {
    #expect(FigureReading.amounts(text) == [expected])
  }

  /// The unit behind the last of a list belongs to all; 11、24号 is no list of quantities.
  @Test(arguments: [
    ("分别快4.6和3.1个百分点", ["4.6 个百分点", "3.1 个百分点"]), ("回落0.3个和1.1个百分点", ["0.3 个百分点", "1.1 个百分点"]),
    ("进出口4494亿、1.21万亿元", ["4494 亿元", "1.21 万亿元"]), ("发行6360.6亿、2004.4亿元", ["6360.6 亿元", "2004.4 亿元"]),
    ("平均浓度分别为11、24、35微克/立方米", ["11 微克/立方米", "24 微克/立方米", "35 微克/立方米"]),
    ("提高2.5个和3家", ["2.5 个", "3 家"]),
  ])
  func sharesUnits(text: String, expected: [String]) {
    #expect(FigureReading.amounts(text) == expected)
  }

  @Test func aChangeIsNoRange() {
    #expect(FigureReading.amounts("由12亩到260亩") == ["12 亩", "260 亩"])
    #expect(FigureReading.amounts("从5000元到6000元之间") == ["5000..6000 元"])
  }

  @Test(arguments: ["几十家", "数百万元", "数十个", "几百人"])
  func printsNoExactFigure(text: String) {
    let figures = FigureReading.figures(text)
    #expect(figures.count == 1)
    #expect(figures.first?.amount == nil)
    #expect(figures.first?.reason != nil)
  }

  @Test func longNumeralsAreExactOrRefused() {
    let digits38 = String(repeating: "9", count: 38)
    #expect(FigureReading.amounts(digits38 + "元") == [digits38 + " 元"])
    let digits40 = String(repeating: "9", count: 40)
    let figure = FigureReading.figures(digits40 + "元").first
    #expect(figure?.amount == nil)
    #expect(figure?.reason != nil)
    #expect(FigureReading.amounts("99999999999999999999999999999999999999.9亿元").isEmpty)
  }

  @Test(arguments: [
    ("三块五", "3.5 元"), ("“里脊九块八”", "9.8 元"), ("两毛五一斤", "0.25 元"), ("一块二", "1.2 元"), ("八角六分", "0.86 元"),
    ("三十二元四角", "32.4 元"),
    ("一万块钱", "1 万元"), ("五毛多", "0.5 元"), ("50元6角三分", "50.63 元"),
  ])
  func readsSpokenMoney(text: String, expected: String) {
    #expect(FigureReading.amounts(text).first == expected)
  }

  @Test(arguments: [
    ("三成", "30 %"), ("七成五", "75 %"), ("三成半", "35 %"), ("一成二", "12 %"), ("1成2", "12 %"), ("七成零八", "70.8 %"),
    ("百分之六十五", "65 %"), ("百分之一百点三", "100.3 %"), ("百分之十九點五", "19.5 %"), ("千分之三", "3 ‰"), ("四分之一", "25 %"),
    ("1/2的人", "50 %"), ("半数", "50 %"), ("零增长", "0 %"), ("减半", "50 %"), ("百分之百", "100 %"), ("万分之五", "5 ‱"),
  ])
  func readsShares(text: String, expected: String) {
    #expect(FigureReading.amounts(text) == [expected])
  }

  @Test(arguments: ["三分之一", "七分之二", "1/3的人"])
  func fractionsWithoutADecimalPrintNoFigure(text: String) {
    #expect(FigureReading.amounts(text).isEmpty)
    #expect(FigureReading.figures(text).first?.kind == .ratio)
  }

  @Test(arguments: [
    ("翻番", "1 番"), ("翻两番", "2 番"), ("翻了一番", "1 番"), ("1.5倍", "1.5 倍"), ("一倍半", "1.5 倍"), ("两年半", "2.5 年"),
    ("3个半小时", "3.5 小时"), ("一吨八", "1.8 吨"), ("1.4：1", "1.4 :1"), ("三比一", "3 :1"), ("1.83∶1", "1.83 :1"),
  ])
  func readsMultiplesAndRatios(text: String, expected: String) {
    #expect(FigureReading.amounts(text) == [expected])
  }
}
