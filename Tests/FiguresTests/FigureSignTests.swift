import Figures
import Testing

@Suite struct FigureSignTests {
  @Test(arguments: [
    ("零下5℃", "-5 ℃"), ("气温降至零下12℃", "-12 ℃"), ("负5℃", "-5 ℃"), ("气温-5℃", "-5 ℃"), ("−5℃", "-5 ℃"), ("－5℃", "-5 ℃"),
    ("最低气温–8℃", "-8 ℃"), ("摄氏零下五度", "-5 摄氏度"), ("零下摄氏5度", "-5 摄氏度"), ("零下三十度", "-30 度"), ("零上3℃", "3 ℃"),
    ("零下18摄氏度", "-18 摄氏度"), ("零下20多度", "-20 度"), ("摄氏37度", "37 摄氏度"), ("华氏70度", "70 华氏度"), ("37°C", "37 °C"),
    ("摄氏37°", "37 摄氏度"),
  ])
  func readsTemperatures(text: String, expected: String) {
    #expect(FigureReading.amounts(text) == [expected])
  }

  @Test(arguments: [
    ("零下5到3℃", "-5..3 ℃"), ("零下5℃至零下2℃", "-5..-2 ℃"), ("零下10至零下5摄氏度", "-10..-5 摄氏度"), ("-5~3℃", "-5..3 ℃"),
    ("-5℃～-2℃", "-5..-2 ℃"), ("零下三四度", "-4..-3 度"), ("零下2℃到零上6℃", "-2..6 ℃"), ("零下8—零下3℃", "-8..-3 ℃"),
    ("零下20℃至10℃", "-20..10 ℃"), ("-5--2℃", "-5..-2 ℃"),
  ])
  func readsRangesOfTemperatures(text: String, expected: String) {
    #expect(FigureReading.amounts(text) == [expected])
  }

  @Test(arguments: ["零下5℃", "摄氏零下五度", "华氏零下4度"])
  func normalizesDegrees(text: String) {
    let unit = text.hasPrefix("华氏") ? "[degF]" : "Cel"
    #expect(FigureReading.figures(text).first?.normalized?.unit == unit)
  }

  @Test(arguments: ["零下低温", "零上", "零下", "数九零下"])
  func aSignAloneIsNoFigure(text: String) {
    #expect(FigureReading.amounts(text).isEmpty)
  }

  @Test(arguments: [
    ("百分之负五", "-5 %"), ("百分之-3.2", "-3.2 %"), ("负百分之三", "-3 %"), ("百分之负零点五", "-0.5 %"), ("千分之负二", "-2 ‰"),
    ("万分之负八", "-8 ‱"), ("负3.2%", "-3.2 %"), ("－0.4%", "-0.4 %"), ("百分之負十二", "-12 %"), ("百分之−7", "-7 %"),
    ("负 1,200,000元", "-1200000 元"), ("负一百二十万元", "-120 万元"),
  ])
  func readsNegativeShares(text: String, expected: String) {
    #expect(FigureReading.amounts(text) == [expected])
  }

  @Test(arguments: [
    ("百分之五至八", "5..8 %"), ("百分之三到百分之五", "3..5 %"), ("百分之十至十五", "10..15 %"), ("千分之二到三", "2..3 ‰"),
    ("百分之八九十", "80..90 %"), ("1万元--5万元", "1..5 万元"), ("1万(含)-5万元", "1..5 万元"), ("1万元（含）至5万元", "1..5 万元"),
    ("两到三千元", "2000..3000 元"), ("三至五百人", "300..500 人"), ("七到九百亿元", "700..900 亿元"), ("二到三十人", "2..30 人"),
    ("两升到三升", "2..3 升"), ("一至二百斤", "100..200 斤"),
  ])
  func readsRangesThatLeaveSomethingOut(text: String, expected: String) {
    #expect(FigureReading.amounts(text) == [expected])
  }

  @Test(arguments: [("50万元（含）以上", "at_least"), ("5万元(含)以下", "at_most"), ("60岁（不含）以上", "at_least")])
  func inclusionStandsBeforeTheBound(text: String, bound: String) {
    #expect(FigureReading.figures(text).map(\.bound.rawValue) == [bound])
  }
}
