import Figures
import Testing
import Values

@Suite struct FigureBoundTests {
  @Test(arguments: [
    ("超100亿元", "more_than"), ("突破4000万美元", "more_than"), ("逾三百亿元", "more_than"), ("十余项", "more_than"),
    ("七十多人", "more_than"), ("三成出头", "more_than"), ("一成有余", "more_than"), ("一百四十几元", "more_than"),
    ("八十来万元", "about"), ("约112万立方米", "about"), ("7.5%左右", "about"), ("1.5万吨上下", "about"), ("近百家", "nearly"),
    ("约合人民币7亿元", "about"), ("超过美元5亿", "more_than"), ("1.27多亿元", "more_than"), ("3.5余万人", "more_than"),
    ("近四成半", "nearly"), ("将近七倍", "nearly"), ("20家以上", "at_least"), ("不低于2%", "at_least"), ("上千人", "at_least"),
    ("5%以内", "at_most"), ("不足8%", "at_most"), ("不到一成", "at_most"), ("5%以下", "at_most"), ("过半", "more_than"),
    ("半数以上", "at_least"), ("不过2870元", "exact"), ("只有346名", "exact"), ("多达1120名", "exact"), ("通过3项", "exact"),
    ("还不到总人口的2%", "at_most"), ("百分之八十七强", "more_than"), ("连五成都不到", "at_most"),
  ])
  func readsBounds(text: String, bound: String) {
    #expect(FigureReading.figures(text).map(\.bound.rawValue) == [bound])
  }

  @Test func theExtentTakesTheWordsOfBoundIn() throws {
    let text = "规模超过68.3亿元以上"
    let figure = try #require(FigureReading.figures(text).first)
    #expect(FigureReading.text(of: figure.range, in: text) == "68.3亿元")
    #expect(FigureReading.text(of: figure.extent, in: text) == "超过68.3亿元以上")
  }

  @Test(arguments: [
    ("每吨480元", "480 元", "吨"), ("每人每月910元", "910 元", "人·月"), ("两毛五一斤", "0.25 元", "斤"), ("一公斤两块多", "2 元", "公斤"),
  ])
  func givesWhatAPriceIsFor(text: String, amount: String, per: String) throws {
    let figure = try #require(FigureReading.figures(text).first { $0.kind == .money })
    #expect(FigureReading.written(try #require(figure.amount)) + " " + figure.unit == amount)
    #expect(figure.per == per)
  }

  @Test(arguments: [
    ("22.8万元/亩", "万元/亩", "CNY/har/15"), ("586元/吨", "元/吨", "CNY/t"), ("63,500立方米每秒", "立方米每秒", "m3/s"),
    ("19微克/立方米", "微克/立方米", "kg/m3"), ("3亿元人民币", "亿元", "CNY"), ("新台币三百亿元", "亿元新台币", "TWD"),
    ("203.5亿澳门元", "亿澳门元", "MOP"), ("90亿斤", "亿斤", "kg"), ("57万亩", "万亩", "har/15"), ("5兆瓦时", "兆瓦时", "kW.h"),
  ])
  func normalizesUnits(text: String, unit: String, base: String) throws {
    let figure = try #require(FigureReading.figures(text).first)
    #expect(figure.unit == unit)
    #expect(figure.normalized?.unit == base)
  }

  @Test func normalizedAmountsAreExact() {
    #expect(FigureReading.figures("68.3亿元").first?.normalized?.amount == .value(ExactDecimal(6_830_000_000)))
    #expect(FigureReading.figures("90亿斤").first?.normalized?.amount == .value(ExactDecimal(4_500_000_000)))
  }
}
