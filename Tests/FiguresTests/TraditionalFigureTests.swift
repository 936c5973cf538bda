import Figures
import Testing
import Values

/// Sentences as papers of Hong Kong, Macau and Taiwan print them. What is quoted stays as printed; units are simplified.
@Suite struct TraditionalFigureTests {
  @Test(arguments: [
    // Hong Kong
    ("恒指收報17,234點，跌235點或1.35%", ["17234 点", "235 点", "1.35 %"]), ("大市成交1,023億元", ["1023 亿元"]),
    ("每股派息25仙，派末期息每股0.35港元", ["25 仙", "0.35 港元"]), ("純利升兩成三至12.8億元", ["23 %", "12.8 亿元"]),
    ("實用面積432方呎，呎價1.2萬元", ["432 方呎", "1.2 万元"]), ("約三成半受訪者不滿", ["35 %"]), ("跟隨減息四分一厘", ["0.25 厘"]),
    ("佔整體四分三", ["75 %"]), ("平均每宗約1,056萬元", ["1056 万元"]), ("私樓登記486宗，按月跌近兩成", ["486 宗", "20 %"]),
    ("一手樓售出62伙，套現約5.6億", ["62 伙", "5.6 亿"]), ("輪候時間最長要等119個星期", ["119 个星期"]), ("共有3萬2千個單位", ["3.2 万个"]),
    ("興建公屋1萬9,000個單位", ["1.9 万个"]), ("電費加價6.4%，每度電1.2元", ["6.4 %", "1.2 元"]), ("車費一百四十蚊", ["140 蚊"]),
    ("罰款HK$5,000及監禁6個月", ["5000 港元", "6 个月"]), ("失業人數回落至11.2萬人", ["11.2 万人"]),
    // Macau
    ("本澳第三季博彩毛收入455.6億澳門元", ["455.6 亿澳门元"]), ("截至三月底全澳共有142間酒店", ["142 间"]), ("澳門元1,200萬的撥款", ["1200 万澳门元"]),
    ("入境旅客282.6萬人次，按年升1.1倍", ["282.6 万人次", "1.1 倍"]), ("平均留宿1.2晚", ["1.2 晚"]), ("發放現金分享每人1萬元", ["1 万元"]),
    // Taiwan
    ("出口值4,324億美元，年增6.2%", ["4324 亿美元", "6.2 %"]), ("總預算歲出2兆8,818億元", ["2.8818 万亿元"]), ("每坪85萬元", ["85 万元"]),
    ("新臺幣逾三百億元", ["300 亿元新台币"]), ("台股大漲300點", ["300 点"]), ("農地3甲地，稻穀8公噸", ["3 甲地", "8 公吨"]),
    ("水庫蓄水1億9,860萬立方公尺", ["1.986 亿立方公尺"]), ("近2成5民眾支持", ["25 %"]), ("補助89萬2千人", ["89.2 万人"]),
    ("增加1.5個百分點", ["1.5 个百分点"]), ("高麗菜每台斤38元，產量12萬台斤", ["38 元", "12 万台斤"]), ("運量提高百分之十二點五", ["12.5 %"]),
    ("佔全年八成二", ["82 %"]), ("募得新台幣五百餘萬元", ["500 万元新台币"]), ("開罰3萬元以下罰鍰", ["3 万元"]),
    // 乾, 後, 著, 干, 里, 面, 台
    ("乾隆年間存糧三千石，曬乾稻穀5噸", ["3000 石", "5 吨"]), ("皇后大道後街3間店", ["3 间"]), ("著名景點遊客12萬人，看著成長8%", ["12 万人", "8 %"]),
    ("餅乾出口320噸，若干廠商歇業", ["320 吨"]), ("颱風後全臺停電86萬戶", ["86 万户"]), ("乾貨價格漲兩成，著重內銷6億元", ["20 %", "6 亿元"]),
  ])
  func readsAmounts(text: String, expected: [String]) {
    #expect(FigureReading.amounts(text) == expected)
  }

  @Test(arguments: [
    ("民國113年旅客3萬人", "2024"), ("民國一百一十二年旅客3萬人", "2023"), ("民國110年至112年旅客3萬人", "2021/2023"),
    ("臺灣113年度預算3億元", "2024"), ("首11個月旅客3萬人", "2024-01/2024-11"), ("去年第四季旅客3萬人", "2023-Q4"),
    ("上月旅客3萬人", "2024-06"), ("截至六月底旅客3萬人", "../2024-06"), ("上世紀九十年代旅客3萬人", "1990/1999"), ("首季旅客3萬人", "2024-Q1"),
  ])
  func readsPeriods(text: String, period: String) {
    let figures = FigureReading.figures(text, published: "2024-07-24")
    #expect(figures.compactMap { $0.period?.description } == [period])
  }

  @Test(arguments: ["總投資891.6億元", "新臺幣逾三百億元", "百分之十九點五", "１２萬３千個", "乾隆年間三千石"])
  func theQuotedTextStaysAsPrinted(text: String) throws {
    let figure = try #require(FigureReading.figures(text).first { $0.amount != nil })
    let quoted = FigureReading.text(of: figure.range, in: text)
    #expect(text.contains(quoted))
    #expect(quoted.unicodeScalars.contains { "億萬點個石".unicodeScalars.contains($0) })
  }

  @Test func aThirdPrintsNoDecimal() {
    for text in ["約三分一市民", "逾三分二議員"] {
      let figure = FigureReading.figures(text).first
      #expect(figure?.kind == .ratio)
      #expect(figure?.amount == nil)
    }
  }

  /// 之 may be left out only there.
  @Test func theMainlandDoesNotLeaveOutTheWordOfFractions() {
    #expect(FigureReading.figures("得了四分三厘").allSatisfy { $0.kind != .ratio && $0.unit != "%" })
  }
}
