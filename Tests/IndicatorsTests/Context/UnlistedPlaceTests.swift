import Layout
import Testing

@testable import Indicators

/// Counties that no list of places knows, the offices and bodies that bear their names, and who only tells figures.
struct UnlistedPlaceTests {
  @Test(arguments: [
    ("人多地薄的石岭县，全县有八万三千户。", "八万三千户", "石岭县"),
    ("各公社忙积肥。白沙坪的猪圈都清空了。柳泉县积肥二万车。", "二万车", "柳泉县"),
    ("南坪市公安局上半年破案320起。", "320起", "南坪市"),
    ("云岭县国税局去年征税3200万元。", "3200万元", "云岭县"),
    ("石山县林业局局长说，今年造林3万亩。", "3万亩", "石山县"),
    ("云岭县中医院门诊楼启用，面积6800平方米。全县有床位320张。", "320张", "云岭县"),
    ("龙潭县柳溪镇种烟3200亩。全县烟农3.2万户。", "3.2万户", "龙潭县"),
  ])
  func aCountyIsKnownByItsUnit(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "1996-07-25").subject(figure)?.name == name)
  }

  @Test(arguments: ["贫困县", "种粮县", "达标县", "受援县", "产茶大县", "山区县", "各县"])
  func aKindOfCountiesIsNone(kind: String) throws {
    #expect(try ContextPage("\(kind)人均收入890元。", published: "2003-07-25").subject("890元")?.name != kind)
  }

  @Test(arguments: ["县处级干部减少30人。", "市城市抽样调查队走访30人。", "县及县以下消费30人。"])
  func aUnitAloneIsNoName(text: String) throws {
    let name = try ContextPage(text, published: "2003-07-25").subject("30人")?.name
    #expect(name == nil || name == "全县" || name == "全市")
  }

  @Test(arguments: [
    ("石桥镇中心小学占地32亩。", "32亩", "石桥镇中心小学"),
    ("云安县民族中学招生600人。", "600人", "云安县民族中学"),
    ("东陇镇中心幼儿园按12个班规模建设，可容纳幼儿360名。", "360名", "东陇镇中心幼儿园"),
    ("桂岭中学新增学位300个，东关学校420个。", "420个", "东关学校"),
    ("工商银行长沙市分行赴浏阳市放贷，发放贷款3200万元。", "3200万元", "工商银行长沙市分行"),
    ("西南铁路工程部门今年铺轨320公里。", "320公里", "西南铁路工程部门"),
    ("西北各省区新建铁路1300公里。", "1300公里", "西北各省区"),
    ("清河县加铺复线45公里，开凿隧道31座。", "31座", "清河县"),
    ("平罗县三项保险参保人数12万人。", "12万人", "平罗县"),
    ("经广州白云机场出境游客32万人次。", "32万人次", "广州白云机场"),
  ])
  func whoIsMeant(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2009-07-25").subject(figure)?.name == name)
  }

  @Test(arguments: [
    ("到了柳河镇，只见大棚连片。这个有4.2万人、3万亩山地的山区小镇，去年产茶1200吨。", "1200吨", "柳河镇"),
    ("望江镇有人口3万人。镇农机公司经理介绍，农机保有量320台。", "320台", "望江镇"),
    ("昌平县自来水公司经理介绍，公司日供水3万吨。", "3万吨", "昌平县自来水公司"),
    ("白鹤镇物价上涨1.1%，农村上涨1.7%。", "1.1%", "白鹤镇"),
    ("柳河镇工业产值3亿元，城镇人口2万人。", "2万人", "柳河镇"),
  ])
  func whoTellsAndWhoIsToldOf(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "1995-07-25").subject(figure)?.name == name)
  }

  @Test func theOtherHalfOfATownIsOfTheWhole() throws {
    let page = try ContextPage("全县物价上涨1.4%。白鹤镇物价上涨1.1%，农村上涨1.7%。衣着类上涨1.0%。", published: "1997-04-25")
    #expect(page.subject("1.7%")?.name == "全县")
    #expect(page.subject("1.0%")?.name == "全县")
  }

  @Test func anOfficeBeforeAColonOnlyTells() throws {
    let page = try ContextPage(
      [
        (.title, "昆明海关：瑞丽口岸货运量增长两成"), (.body, "前5月，瑞丽口岸进出口货运量71万吨。"),
        (.body, "据昆明海关统计，出口下降3%。"),
      ], published: "2019-06-10")
    #expect(page.subject("3%")?.name == "瑞丽口岸")
  }

  @Test func aDatelineIsNoSubjectWhereTheProvinceIsToldOf() throws {
    let page = try ContextPage(
      [(.title, "夏粮开镰"), (.body, "本报郑州6月1日讯 全省小麦长势好，全省麦田8600万亩。"), (.body, "抽查了320块地。")],
      published: "2019-06-02")
    #expect(page.subject("320块")?.name == "全省")
  }
}
