import Testing

@testable import Indicators

struct SubjectTests {
  @Test func allOfTheCityIsTheCityThatThePageNames() throws {
    let page = try ContextPage(
      [(.title, "衢州市2022年统计公报"), (.body, "全市生产总值2003.4亿元。粮食播种面积103.6万亩。")], published: "2023-03-30")
    #expect(page.subject("2003.4亿元")?.name == "衢州市")
    #expect(page.subject("2003.4亿元")?.areaCode == "330800")
    #expect(page.subject("103.6万亩")?.name == "衢州市")
  }

  @Test func allOfTheCityStaysWhereNoneIsNamed() throws {
    let subject = try ContextPage([(.title, "政府工作报告"), (.body, "全市生产总值1686亿元。")]).subject("1686亿元")
    #expect(subject?.name == "全市")
    #expect(subject?.kind == .unresolved)
    #expect(subject?.areaCode == nil)
  }

  @Test(arguments: [
    ("成都的做法是中央厨房统一配送，每份成本降了3.8元。和平街道的点位增加12个。全市供餐2万份。", "2万份"),
    ("全市供餐2万份。杭州一些街道把食堂向上班族敞开。社会订单占六成。全市食堂40家。", "40家"),
    ("全市供餐2万份。苏州的经验是政府补一半。补贴每餐3元。", "3元"),
    ("全市供餐2万份。广州等地早已放开。补贴每餐3元。", "3元"),
    ("全市供餐2万份。宁波模式讲究规模。补贴每餐3元。", "3元"),
    ("全市供餐2万份。绍兴的探索更早。补贴每餐3元。", "3元"),
    ("全市供餐2万份。嘉兴有的街道自办。补贴每餐3元。", "3元"),
    ("全市供餐2万份。无锡的办法是外包。补贴每餐3元。", "3元"),
    ("全市供餐2万份。厦门的实践证明可行。补贴每餐3元。", "3元"),
    ("全市供餐2万份。青岛的尝试不算晚。补贴每餐3元。", "3元"),
  ])
  func anExampleEndsWithItsSentence(text: String, figure: String) throws {
    #expect(try ContextPage(text, published: "2024-01-30").subject(figure)?.name == "全市")
  }

  @Test func oneOfThoseCountedDoesNotGoOn() throws {
    let page = try ContextPage(
      [(.title, "阜阳市法院工作"), (.body, "全市结案3万件。其中，阜南县法院结案216件。审结破产案件19件。")], published: "2018-01-10")
    #expect(page.subject("216件")?.name == "阜南县法院")
    #expect(page.subject("19件")?.name == "阜阳市")
  }

  @Test(arguments: [
    ("市中院受理案件10316件。", "10316件", "市中院"),
    ("本市江汉区去年改造食堂9家。", "9家", "江汉区"),
    ("内河集装箱枢纽港扩建工程概算投资123.5亿元。", "123.5亿元", "内河集装箱枢纽港扩建工程"),
    ("在天山锦纺的车间，今年投入1.2亿元。", "1.2亿元", "天山锦纺"),
  ])
  func theHeadOfTheClauseIsTheSubject(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2024-01-30").subject(figure)?.name == name)
  }

  @Test(arguments: [
    ("金谷农业20万吨大豆深加工扩产项目复工。该项目总投资12.8亿元。", "12.8亿元", "金谷农业20万吨大豆深加工扩产项目"),
    ("江陵县新上一个大项目。该项目总投资12.8亿元。", "12.8亿元", "江陵县"),
    ("以凌云通讯为例，公司去年营收47亿元。", "47亿元", "凌云通讯"),
    ("长沙国际港务区管委会提供的数据显示，班列开行2563列。", "2563列", "长沙国际港务区"),
    ("他所在的石桥村有果园2360亩。", "2360亩", "石桥村"),
    ("洛阳村去年换园410亩。", "410亩", "洛阳村"),
    ("在临空绿色家居产业园，板材企业发展到17家。", "17家", "临空绿色家居产业园"),
    ("新修的夏家营二小刚刷完漆。校长数教室：教室四十八间。", "四十八间", "夏家营二小"),
    ("百盾体育公司年产滑雪服60万套。", "60万套", "百盾体育公司"),
  ])
  func namesOfBodiesAreReadWhole(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2024-01-30").subject(figure)?.name == name)
  }

  @Test func whereItHappensDoesNotGoOn() throws {
    let page = try ContextPage(
      [(.title, "宝安区制造业"), (.body, "去年，全区产值7106亿元，在全市各区中排第二，企业存量4256家。")], published: "2019-09-04")
    #expect(page.subject("4256家")?.name == "宝安区")
  }

  @Test func allOfTheCompanyIsNoneOfItsPlants() throws {
    let page = try ContextPage(
      [
        (.title, "白河钢铁公司提前完成计划"), (.body, "白河钢铁公司去年炼钢43万吨。"),
        (.body, "第一炼铁厂利用系数提高到1.92。全公司提出建议9.3万件。该厂出铁12万吨。"),
      ], published: "1960-01-14")
    #expect(page.subject("9.3万件")?.name == "白河钢铁公司")
  }

  @Test func whoWroteTheLetterIsNotWhoTheAnswerIsOf() throws {
    let page = try ContextPage(
      [(.title, "德宏州边贸"), (.body, "武汉汉正街邱某州交通局答复：原设站卡19处。")], published: "1993-06-11")
    #expect(page.subject("19处")?.name != "武汉")
  }

  @Test func theCompanyIsTheOneJustNamed() throws {
    let page = try ContextPage("江汉重型机床股份有限公司去年签单不少，该公司目前运营航线76条。", published: "2024-07-24")
    #expect(page.subject("76条")?.name == "江汉重型机床股份有限公司")
    #expect(page.subject("76条")?.kind == .organization)
  }

  @Test func headingsTellThePlaceOfTheirSections() throws {
    let page = try ContextPage(
      [
        (.heading, "江安县委书记周翔："), (.body, "今年新建竹林基地2.8万亩。"), (.heading, "兴文县县长王晓岚："),
        (.body, "去年全县接待游客836.5万人次。"),
      ], published: "2024-03-06")
    #expect(page.subject("2.8万亩")?.name == "江安县")
    #expect(page.subject("836.5万人次")?.name == "兴文县")
    #expect(page.subject("836.5万人次")?.areaCode == "511528")
  }

  @Test func placesNamedInTurnAreEachTheSubjectOfTheirFigure() throws {
    let page = try ContextPage("全省常住人口4154万人，泉州市878.2万人，福州市829.1万人。")
    #expect(page.subject("878.2万人")?.name == "泉州市")
    #expect(page.subject("829.1万人")?.areaCode == "350100")
  }

  @Test func placesNamedTogetherAreOneSubject() throws {
    #expect(
      try ContextPage("福州、厦门、泉州三市合计占去全省人口的53%。").subject("53%")?.name == "福州、厦门、泉州")
  }

  @Test func placesThatGoodsGoToAreNoSubjects() throws {
    let page = try ContextPage(
      [(.title, "惠来县外贸开门红"), (.body, "惠来县出口9.6亿元，其中出口日本2.1亿元，对美国出口1.3亿元。")], published: "2024-05-08")
    #expect(page.subject("2.1亿元")?.name == "惠来县")
    #expect(page.subject("1.3亿元")?.name == "惠来县")
  }

  @Test func aRegionThatBearsTheNameOfADistrictIsNotThatDistrict() throws {
    let page = try ContextPage([
      (.title, "打造江汉平原先进制造业中心"), (.body, "全市新增规上工业企业180家，荆门与武汉共建园区。荆门市新建基站1800个。"),
    ])
    #expect(page.subject("180家")?.name == "荆门市")
  }

  @Test func traditionalNamesKeepTheirScript() throws {
    let subject = try ContextPage("嘉義縣鳳梨收穫面積1,874公頃，全縣產量8.6萬公噸。", published: "2024-11-14")
    #expect(subject.subject("8.6萬公噸")?.name == "嘉義縣")
  }

  @Test func rowsOfATableAreOfTheirPlaces() throws {
    let page = try ContextPage([(.table, "地区 播种面积（万亩） 总产量（亿斤）\n科左中旗 496.2 51.3\n奈曼旗 260.5 26.8")])
    #expect(page.subject("26.8")?.name == "奈曼旗")
    #expect(page.subject("51.3")?.areaCode == "150521")
  }

  @Test func aParagraphOfOneMegabyteDoesNotStall() throws {
    let page = try ContextPage(String(repeating: "全市市县区公司", count: 40_000) + "12亿元")
    #expect(page.subject("12亿元")?.name != nil)
  }
}
