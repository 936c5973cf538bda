import Figures
import Testing
import Values

@Suite struct FigureCurrencyTests {
  @Test(arguments: [
    ("歐元1000萬", "1000 万欧元", "EUR"), ("美元5億", "5 亿美元", "USD"), ("日圆3000亿", "3000 亿日圆", "JPY"),
    ("英镑2.5亿", "2.5 亿英镑", "GBP"), ("港元12.5亿元", "12.5 亿港元", "HKD"), ("人民币3.14", "3.14 元", "CNY"),
    ("港币3.14", "3.14 港币", "HKD"), ("港币两千九百六十元", "2960 元港币", "HKD"), ("新台币 177.1 亿元", "177.1 亿元新台币", "TWD"),
    ("澳门元8000万", "8000 万澳门元", "MOP"), ("韩元一万亿", "1 万亿韩元", "KRW"), ("卢布500亿", "500 亿卢布", "RUB"),
    ("人民币约3亿元", "3 亿元", "CNY"), ("令吉1,200万", "1200 万令吉", "MYR"), ("泰铢二十五万", "25 万泰铢", "THB"),
  ])
  func namesStandBeforeTheSum(text: String, amount: String, code: String) {
    expect(text, amount, code)
    #expect(FigureReading.figures(text).first?.extent.lowerBound == 0)
  }

  @Test(arguments: [
    ("US$5.2亿", "5.2 亿美元", "USD"), ("HK$300万", "300 万港元", "HKD"), ("NT$1,200", "1200 元新台币", "TWD"),
    ("MOP$50万", "50 万澳门元", "MOP"), ("A$80万", "80 万澳元", "AUD"), ("$3.5亿", "3.5 亿美元", "USD"), ("￥200", "200 元", "CNY"),
    ("¥1,300.50", "1300.5 元", "CNY"), ("€300万", "300 万欧元", "EUR"), ("£5亿", "5 亿英镑", "GBP"),
    ("₩2000亿", "2000 亿韩元", "KRW"),
    ("S$12万", "12 万新加坡元", "SGD"), ("US$500万元", "500 万美元", "USD"), ("£300—£500", "300..500 英镑", "GBP"),
    ("$5-8亿", "5..8 亿美元", "USD"),
  ])
  func signsStandBeforeTheSum(text: String, amount: String, code: String) {
    expect(text, amount, code)
    #expect(FigureReading.figures(text).first.map { FigureReading.text(of: $0.range, in: text) } == text)
  }

  @Test(arguments: [
    ("RMB 300万", "300 万元", "CNY"), ("RMB300万元", "300 万元", "CNY"), ("CNY500万", "500 万元", "CNY"),
    ("USD 1.2亿", "1.2 亿美元", "USD"), ("EUR5000", "5000 欧元", "EUR"), ("500万USD", "500 万美元", "USD"),
    ("HKD2.5万", "2.5 万港元", "HKD"), ("JPY 3,000", "3000 日元", "JPY"), ("共20亿RMB", "20 亿元", "CNY"),
    ("GBP80万", "80 万英镑", "GBP"),
  ])
  func codesStandOnEitherSide(text: String, amount: String, code: String) {
    expect(text, amount, code)
  }

  @Test(arguments: [
    ("1欧元7.8元", ["1 欧元", "7.8 元"]), ("美元7.2元", ["7.2 元"]), ("每美元6.9", ["6.9"]), ("发行美元10年期债券", ["10 年"]),
    ("300万美元500家", ["300 万美元", "500 家"]), ("对美元7.1", ["7.1"]),
  ])
  func aRateIsNoSum(text: String, expected: [String]) {
    #expect(FigureReading.amounts(text) == expected)
  }

  @Test(arguments: [
    ("1兆2000亿韩元", "1.2 万亿韩元"), ("1.2兆韩元", "1.2 万亿韩元"), ("3兆日圆", "3 万亿日圆"), ("新台幣2兆3千億元", "2.3 万亿元新台币"),
    ("5兆新台币", "5 万亿元新台币"), ("預算達1.2兆，", "1.2 万亿"), ("2兆8000億元", "2.8 万亿元"), ("一兆五千亿越南盾", "1.5 万亿越南盾"),
    ("8兆5千亿日元", "8.5 万亿日元"), ("30兆印尼盾", "30 万亿印尼盾"), ("宽带200兆", "200 兆"), ("下载速度100兆5分钟", "100 兆"),
  ])
  func aTrillionOfMoney(text: String, expected: String) {
    #expect(FigureReading.amounts(text).first == expected)
  }

  @Test(arguments: [
    ("一百二十三万四千五百六十七元七角八分", "123.456778 万元"), ("六十四万零一百四十三元一角七分", "64.014317 万元"), ("十块零五毛", "10.5 元"),
    ("三块四分", "3.04 元"), ("三块零四", "3.04 元"), ("三元零五分", "3.05 元"), ("五元六角五分二厘", "5.652 元"), ("一百三十五块六角七分钱", "135.67 元"),
    ("1200元5角", "1200.5 元"), ("两美元又三美分", "2.03 美元"), ("5港元30港仙", "5.3 港元"), ("12英镑零5便士", "12.05 英镑"),
    ("两千元零三角", "2000.3 元"), ("十块三毛钱", "10.3 元"), ("八角零五厘", "0.805 元"),
    ("壹万贰仟元伍角", "1.20005 万元"),
  ])
  func smallMoneyFollowsLarger(text: String, expected: String) {
    #expect(FigureReading.amounts(text) == [expected])
  }

  @Test(arguments: [
    ("2个亿", "2 亿"), ("投资3个亿元", "3 亿元"), ("两个亿卢布", "2 亿卢布"), ("5个亿人民币", "5 亿元"), ("1.5个亿", "1.5 亿"), ("十个亿左右", "10 亿"),
    ("3.2个亿的资金", "3.2 亿"), ("花了2个亿修路", "2 亿"), ("一个亿。", "1 亿"), ("二十个亿以上", "20 亿"),
  ])
  func aCounterBeforeTheScaleWord(text: String, expected: String) {
    #expect(FigureReading.amounts(text).first == expected)
    #expect(FigureReading.amounts("708个亿元以上项目") == ["708 个"])
    #expect(FigureReading.amounts("12个亿级产业") == ["12 个"])
  }

  @Test(arguments: ["25个BP", "25BP", "25bp", "25个基点", "25bps", "25个bp", "25基点", "二十五个基点", "２５个ＢＰ", "25个bps"])
  func basisPoints(text: String) {
    #expect(FigureReading.figures("下调" + text).first?.kind == .points)
    #expect(FigureReading.amounts("下调" + text) == ["25 个基点"])
  }

  private func expect(_ text: String, _ amount: String, _ code: String) {
    let figures = FigureReading.figures(text)
    #expect(FigureReading.amounts(text) == [amount])
    #expect(figures.map(\.kind) == [.money])
    #expect(figures.first?.normalized?.unit == code)
  }
}
