import Layout
import Testing

@testable import Indicators

/// What a page is about where another place is named more loudly than its own.
struct HomeCityTests {
  /// The counties that a page tells of speak for the city they lie in.
  @Test(arguments: [
    (["金溪县亩产412公斤。", "南城县修渠30里。", "广昌县种莲11万亩。"], "抚州市召开现场会。", "抚州市"),
    (["安岳县种柠檬48万亩。", "乐至县产茧15万担。"], "资阳市今年安排专款。", "资阳市"),
    (["灌云县种稻60万亩。", "东海县产水晶3000吨。", "赣榆区出海渔船920艘。"], "连云港市开了水产会。", "连云港市"),
    (["秭归县产橙60万吨。", "长阳县种菜32万亩。", "枝江市养猪41万头。"], "宜昌市办了农博会。", "宜昌市"),
  ])
  func countiesSpeakForTheirCity(counties: [String], meeting: String, name: String) throws {
    let page = try ContextPage(
      [
        (.title, "厦门推介会签约忙"), (.heading, "厦门客商看好这里"), (.body, "本报厦门9月25日电 推介会上签下大单。"),
        (.title, "秋分看项目"), (.body, meeting + "全市施工项目318个。"),
      ] + counties.map { (.body, $0) }, published: "2012-09-26")
    #expect(page.subject("318个")?.name == name)
  }

  @Test func whereAReportWasSentFromIsNotWhatItTellsOf() throws {
    let page = try ContextPage(
      [
        (.body, "本报北京3月6日电 芜湖市代表团审议报告。全市去年财政收入86亿元。"),
        (.body, "本报上海4月2日电 芜湖市在沪招商。全市签约项目41个。"),
      ], published: "2008-04-03")
    #expect(page.subject("86亿元")?.name == "芜湖市")
    #expect(page.subject("41个")?.name == "芜湖市")
  }

  @Test func aTradePaperTellsOfTheCountry() throws {
    let page = try ContextPage(
      [
        (.title, "中国建材商报 B2 市场"),
        (.heading, "水泥价格回落"),
        (.body, "全国散装水泥产量1.2亿吨。全国平均出厂价312元/吨。"),
        (.body, "合肥库存尚有6万吨。全国浮法玻璃产能41万吨。"),
        (.body, "前8个月出口水泥1268万吨。"),
      ], published: "2005-09-14")
    #expect(page.subject("1268万吨")?.name == "全国")
  }

  /// Bodies named by their place, a number of things, a trade or the verb of a total.
  @Test(arguments: [
    ("湛江港今年装卸货物4170万吨。", "4170万吨", "湛江港"),
    ("青岛港完成集装箱吞吐量182万标箱。", "182万标箱", "青岛港"),
    ("红旗农场今年交粮1.2亿斤。", "1.2亿斤", "红旗农场"),
    ("国营东风林场造林3600亩。", "3600亩", "东风林场"),
    ("江西宏远锁业上半年卖锁218万把。", "218万把", "江西宏远锁业"),
    ("碧螺岭累计接待游客16.3万人次。", "16.3万人次", "碧螺岭"),
    ("猴子崖共接待游客3万人次。", "3万人次", "猴子崖"),
    ("依兰县二十六处公社卫生院种痘两万名。", "两万名", "依兰县"),
    ("泗阳县十二所中心小学有教师640人。", "640人", "泗阳县"),
  ])
  func bodiesAreToldByWhatStandsAroundTheirNames(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2012-11-15").subject(figure)?.name == name)
  }

  @Test(arguments: [
    ("项目累计完成投资6.2亿元。", "6.2亿元"), ("景区共接待游客8万人次。", "8万人次"), ("企业累计实现产值12亿元。", "12亿元"),
    ("进出港船舶达到56艘次。", "56艘次"), ("年度投资计划完成64亿元。", "64亿元"),
  ])
  func commonNounsAreNoBodies(text: String, figure: String) throws {
    let page = try ContextPage(
      [(.title, "江陵县快讯"), (.body, "江陵县产粮12万吨。江陵县修路30公里。"), (.body, text)], published: "2012-11-15")
    #expect(page.subject(figure)?.name == "江陵县")
  }

  @Test(arguments: [
    ("块头最大的，要数恒通数控公司的伺服电机产业园。这个项目投资18亿元。", "18亿元", "恒通数控公司的伺服电机产业园"),
    ("开工的还有鼎新集团的冷链物流园。该项目占地420亩。", "420亩", "鼎新集团的冷链物流园"),
  ])
  func aProjectMayBeNamedAtTheEndOfTheSentenceBefore(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2012-11-15").subject(figure)?.name.hasSuffix(name.suffix(5)) == true)
  }

  @Test func allOfThePortIsNoTerritory() throws {
    let page = try ContextPage("湛江港有深水泊位40个。届时全港年装卸能力达到3000万吨。", published: "2012-11-15")
    #expect(page.subject("3000万吨")?.name == "湛江港")
  }
}
