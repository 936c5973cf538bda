import Testing

/// Chinese digits in a row that are read by their places, as papers of Taiwan print them.
struct PlaceNotationTests {
  @Test(arguments: [
    ("外銷接單金額五八二．六億美元", "582.6 亿美元"),
    ("年增三十七．五％", "37.5 %"),
    ("月減〇．四％", "0.4 %"),
    ("占比二十八．三%", "28.3 %"),
    ("全年接單六一二三點八億美元", "6123.8 亿美元"),
    ("出口四二〇億元", "420 亿元"),
    ("稅收二七三萬元", "273 万元"),
    ("來臺旅客七八五萬人次", "785 万人次"),
    ("存款餘額一二六五億元", "1265 亿元"),
    ("成交值二四六八．三億元", "2468.3 亿元"),
    ("年息六・五％", "6.5 %"),
  ])
  func areOneNumeral(text: String, amount: String) {
    #expect(FigureReading.amounts(text) == [amount])
  }

  @Test(arguments: [
    ("接單金額落在四一五億至四三五億美元", "415..435 亿美元"),
    ("年增八％至十一．二％", "8..11.2 %"),
    ("現貨報62美元至65美元/吨", "62..65 美元/吨"),
    ("收购价每公斤3元至4元", "3..4 元"),
  ])
  func areEndsOfRanges(text: String, amount: String) {
    #expect(FigureReading.amounts(text) == [amount])
  }

  @Test(arguments: [
    ("三四百人", "300..400 人"), ("七八万斤", "7..8 万斤"), ("一九五八年产粮二万斤", "2 万斤"), ("三·八妇女节慰问12户", "12 户"),
    ("六月一八日售出30台", "30 台"),
  ])
  func doNotTakeWhatIsSaidOtherwise(text: String, amount: String) {
    #expect(FigureReading.amounts(text).last == amount)
  }

  @Test(arguments: [
    ("贷款余额头一回站上七百亿元", ["700 亿元"]), ("产值第一次超过3亿元", ["3 亿元"]), ("招商额超过了前五年总和", []),
    ("厂房一角（李山 摄）", []), ("牛市场一角。", []), ("18mm螺纹钢报3650元/吨", ["3650 元/吨"]),
  ])
  func wordsWithANumeralAreNoFigures(text: String, amounts: [String]) {
    #expect(FigureReading.amounts(text) == amounts)
  }
}
