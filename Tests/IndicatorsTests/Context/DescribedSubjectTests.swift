import Layout
import Testing

@testable import Indicators

/// Whom a clause tells of by where it lies, who runs it, what was built or what it is called by.
struct DescribedSubjectTests {
  @Test(arguments: [
    ("总投资3.6亿元的青山湖水厂扩建工程日前通水。日供水8万吨。", "8万吨", "青山湖水厂扩建工程"),
    ("投资9200万元的明远数控装备生产线试产成功。占地60亩。", "60亩", "明远数控装备生产线"),
    ("连接两县的柳河至安平公路改建工程东岗段开工。概算2.1亿元。", "2.1亿元", "柳河至安平公路改建工程东岗段"),
    ("通海高速公路运营方海通路网公司上半年收取通行费2.4亿元。", "2.4亿元", "海通路网公司"),
    ("离县城三十里的松树屯镇以编筐出名。全镇有编筐户860户。", "860户", "松树屯镇"),
    ("石桥镇青峰煤业把矿区改成了工业园。这家矿用工320人。", "320人", "石桥镇青峰煤业"),
    ("最抢眼的是海澜轴件。这家企业上半年营收4.2亿元。", "4.2亿元", "海澜轴件"),
    ("白桦岭林业局今年造林3.2万亩。", "3.2万亩", "白桦岭林业局"),
    ("第八届安国药交会成交额12亿元。", "12亿元", "第八届安国药交会"),
    ("据厦门海关消息，今年前5个月，厦门海关征收税款103亿元。", "103亿元", "厦门海关"),
  ])
  func whoIsMeant(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2019-07-25").subject(figure)?.name == name)
  }

  /// What follows the name of a town may begin like the end of another word.
  @Test(arguments: ["上半年", "小麦", "大棚蔬菜", "中药材", "社会事业", "外出务工", "户均收入", "道路改造", "财政收入"])
  func whatFollowsATown(word: String) throws {
    let page = try ContextPage("柳河镇\(word)去年增加3200万元。", published: "2019-07-25")
    #expect(page.subject("3200万元")?.name == "柳河镇")
  }

  @Test(arguments: ["柳河镇里有企业86家。", "柳河镇长说，企业86家。", "各乡镇企业86家。"])
  func whatIsNoTown(text: String) throws {
    #expect(try ContextPage(text, published: "2019-07-25").subject("86家")?.name != "柳河镇里")
  }

  @Test(arguments: [("本报盘锦电 ", "盘锦"), ("本报鞍山讯 ", "鞍山"), ("本报丹东6月3日讯 ", "丹东")])
  func aCorrespondentTellsOfHisPlace(dateline: String, place: String) throws {
    let page = try ContextPage(
      [
        (.title, "沈阳工业增速回升"), (.body, "本报讯 沈阳市前5个月工业产值860亿元。"), (.heading, "各地短讯"),
        (.list, dateline + "水库除险工程开工，投资3200万元。"),
      ], published: "2009-06-05")
    #expect(page.subject("3200万元")?.name == place)
  }

  /// Six counties of one city on a page that names another for comparison.
  @Test func aCityIsKnownByItsCountiesBesideOthers() throws {
    let page = try ContextPage(
      [(.title, "乡村教师留得住吗"), (.body, "全市有乡村教师1.9万人。成都的同类数字是3.2万人。")]
        + ["南部县", "营山县", "仪陇县", "蓬安县"].map { (.body, "\($0)有教学点12所。") }, published: "2014-09-10")
    #expect(page.subject("1.9万人")?.name == "南充市")
  }

  @Test func aHarbourIsNoHongKong() throws {
    let page = try ContextPage(
      [(.title, "湛江港航一季度运行平稳"), (.body, "湛江市交通局通报，全港货物吞吐量7600万吨。")], published: "2024-04-12")
    #expect(page.subject("7600万吨")?.name != "香港")
  }

  @Test func theNextStoryIsNotOfTheTownBefore() throws {
    let page = try ContextPage(
      [
        (.heading, "安平镇黄瓜走俏"), (.body, "安平镇黄瓜面积3.4万亩，安平镇产值7亿元。"), (.heading, "柳河镇上半年招商忙"),
        (.body, "本报讯 引进项目14个，到位资金1.2亿元。"),
      ], published: "2014-07-25")
    #expect(page.subject("14个")?.name == "柳河镇")
  }

  @Test func partsAreOfWhomTheWholeIsOf() throws {
    let page = try ContextPage(
      "据满洲里海关统计，上半年满洲里口岸进出口总值18亿美元。其中出口6亿美元。", published: "2006-08-09")
    #expect(page.subject("6亿美元")?.name == page.subject("18亿美元")?.name)
  }

  @Test func whereSomethingIsDoneIsNotWhoDoesIt() throws {
    let page = try ContextPage("北山药厂上半年产值3亿元。企业在上海、广州等12个城市设点，销量占55%。", published: "2006-08-09")
    #expect(page.subject("55%")?.name == "北山药厂")
  }
}
