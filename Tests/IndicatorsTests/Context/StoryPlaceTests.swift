import Layout
import Testing

@testable import Indicators

/// Which place or body the statements of one story among several are of.
struct StoryPlaceTests {
  /// 全市 of a city that its page names nowhere.
  @Test(arguments: [
    (["凤阳县", "来安县", "定远县"], "滁州市"), (["金溪县", "南城县", "广昌县"], "抚州市"), (["秭归县", "兴山县", "远安县"], "宜昌市"),
    (["灌云县", "灌南县", "东海县"], "连云港市"),
  ])
  func aCityIsKnownByItsCounties(counties: [String], city: String) throws {
    let page = try ContextPage(
      [(.title, "半年盘点看工业"), (.body, "上半年，全市规上企业1324户。")]
        + counties.map { (.body, "\($0)上半年出栏生猪12万头。") }, published: "2014-07-22")
    #expect(page.subject("1324户")?.name == city)
  }

  @Test(arguments: [
    ("县上与港商合资的恒鑫果汁公司，引进一条生产线，总投资1.1亿元。", "1.1亿元", "恒鑫果汁公司"),
    ("即将上马的宝鸡第二电厂，规划容量120万千瓦。", "120万千瓦", "宝鸡第二电厂"),
    ("刚刚落地的磷酸铁锂材料项目，占地320亩。", "320亩", "磷酸铁锂材料项目"),
    ("由远景公司投资建设的风电叶片组件项目，占地210亩。", "210亩", "风电叶片组件项目"),
    ("位于蔡家坡经开区的西岐专用车公司，上半年卖车340辆。", "340辆", "西岐专用车公司"),
    ("产粮大县榆树，去年收粮71亿斤。榆树市今年扩种。", "71亿斤", "榆树市"),
    ("格瑞达智能家电（宿迁）有限公司上半年产出空调218万台。", "218万台", "格瑞达智能家电（宿迁）有限公司"),
  ])
  func whoIsDescribedFirstIsNamedLast(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2019-07-25").subject(figure)?.name == name)
  }

  @Test(arguments: [
    ("引江济湟调水总干渠工程日前通水。该工程总投资14.5亿元。", "14.5亿元", "引江济湟调水总干渠工程"),
    ("昨天，玖源高强纸包装项目开工。该项目占地112亩。", "112亩", "玖源高强纸包装项目"),
    ("迁西县食品公司与外商合办的加工厂试产。该项目总投资1260万美元。", "1260万美元", "迁西县食品公司"),
  ])
  func aWordForAProjectStandsForTheOneNamedBefore(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2015-08-21").subject(figure)?.name == name)
  }

  @Test func aTellersPlaceIsTheOneToldOf() throws {
    let page = try ContextPage(
      [
        (.title, "储蓄存款突破四百亿元"), (.body, "据人民银行唐山分行统计，全市存款余额403.6亿元。"),
        (.heading, "沧州金丝小枣可望丰产"), (.body, "沧州市、沧县、献县枣树入花期。全市有枣树4600万株。"),
      ], published: "1998-05-12")
    #expect(page.subject("403.6亿元")?.name == "唐山")
    #expect(page.subject("4600万株")?.name == "沧州市")
  }

  @Test func datelinesPartStories() throws {
    let page = try ContextPage(
      [
        (.title, "各地简讯"), (.heading, "石家庄两万职工重新上岗"), (.body, "本报石家庄5月11日讯 全市分流职工2.06万人。"),
        (.heading, "张家口坝上治沙"), (.body, "本报张家口5月8日电 全市造林5.2万亩。"),
      ], published: "1998-05-12")
    #expect(page.subject("2.06万人")?.name == "石家庄")
    #expect(page.subject("5.2万亩")?.name == "张家口")
  }

  @Test(arguments: [
    "大同南站、大同北站共发送旅客31.5万人，到达旅客33.2万人，同比分别增长14.7%和16.3%。",
    "东港、西港共装货41万吨，卸货52万吨，同比分别增长14.7%和16.3%。",
  ])
  func whatWasCountedIsDealtOutAndNotTheBodies(text: String) throws {
    let page = try ContextPage(text, published: "2025-05-07")
    #expect(page.subject("14.7%")?.name == page.subject("16.3%")?.name)
  }

  @Test(arguments: [
    ("登记公司已有39万家。", "39万家"), ("公办小学计划招生12600人。", "12600人"), ("新办公办幼儿园110所。", "110所"),
    ("水泥公路已修通5230公里。", "5230公里"),
  ])
  func kindsOfBodiesAreNobody(text: String, figure: String) throws {
    let page = try ContextPage(
      [(.title, "泉州市民生账"), (.body, "泉州市公布账本。全市有学校812所。"), (.body, text)], published: "2011-03-14")
    #expect(page.subject(figure)?.name == "泉州市")
  }
}
