import Layout
import Testing

@testable import Indicators

/// Of whom a text goes on to tell beside a body: its county, its neighbour, whom it works with.
struct OfficeSubjectTests {
  @Test(arguments: [
    ("宜章县图书馆", "县财政局介绍，去年安排文化经费", "3200万元"), ("宜章县人民医院", "县卫健局局长李华说，今年改造卫生院", "12家"),
    ("宜章县人民法院", "记者从县司法局获悉，去年办理援助案件", "320件"),
  ])
  func anOfficeBesideABodySpeaksForItsCounty(body: String, words: String, figure: String) throws {
    let page = try ContextPage(
      [(.title, "\(body)这一年"), (.body, "\(body)有职工860人，全年投入5800万元。"), (.body, "\(words)\(figure)。")],
      published: "2022-06-09")
    #expect(page.subject("860人")?.name == body)
    #expect(page.subject(figure)?.name == "宜章县")
  }

  @Test(arguments: ["邻近的正定县", "隔壁的正定县", "相邻的正定县"])
  func aNeighbourThatAParagraphBeginsWithIsToldOf(opening: String) throws {
    let page = try ContextPage(
      [
        (.title, "藁城区的充电难题"), (.body, "藁城区前十个月接报火灾63起。"), (.body, "\(opening)早走一步。半年下来，使用率达到78%。"),
      ], published: "2023-12-06")
    #expect(page.subject("63起")?.name == "藁城区")
    #expect(page.subject("78%")?.name == "正定县")
  }

  @Test func aNeighbourInTheCourseOfAParagraphIsNot() throws {
    let page = try ContextPage(
      [(.title, "藁城区的充电难题"), (.body, "藁城区前十个月接报火灾63起，邻近的正定县也有几起。全年新增端口1200个。")],
      published: "2023-12-06")
    #expect(page.subject("1200个")?.name == "藁城区")
  }

  @Test(arguments: ["联合", "会同", "携手"])
  func aBodyIsNamedWithoutWhomItWorksWith(word: String) throws {
    let page = try ContextPage(
      [(.title, "博白县民商事审判"), (.body, "龙潭镇人民法庭\(word)皮革商会化解合同纠纷107件。")], published: "2023-08-16")
    #expect(page.subject("107件")?.name == "龙潭镇人民法庭")
  }

  @Test(arguments: ["经", "经由"])
  func whatGoesThroughAPortIsOfIt(word: String) throws {
    let page = try ContextPage(
      [(.title, "石壁口岸通关便利"), (.body, "石壁口岸去年扩建。全年\(word)该口岸出口茶叶1.2万吨。")], published: "2023-08-16")
    #expect(page.subject("1.2万吨")?.name == "石壁口岸")
  }

  @Test func whoChecksAMarketIsNoPartOfItsName() throws {
    let page = try ContextPage(
      [(.title, "榕江县夜市升级"), (.body, "榕江县去年建成夜市3处。今年以来，执法人员检查夜市摊点860户次。")], published: "2024-08-16")
    #expect(page.subject("860户次")?.name == "榕江县")
  }

  @Test func aSchoolPointedAtIsTheLastOne() throws {
    let page = try ContextPage(
      [(.body, "簰洲湾中心小学重新开课。"), (.body, "这所学校损失课桌椅310套。"), (.body, "据嘉鱼县教委统计，全县受灾学校86所。")],
      published: "1998-10-06")
    #expect(page.subject("310套")?.name == "簰洲湾中心小学")
    #expect(page.subject("86所")?.name == "嘉鱼县")
  }

  @Test(arguments: ["的90后茶农", "“80后”新农人", "的茶农"])
  func whoIsToldOfByTheYearsOfHisBirth(word: String) throws {
    let page = try ContextPage([(.body, "河口村\(word)陈志鹏去年卖茶6.4吨。")], published: "2021-03-30")
    #expect(page.subject("6.4吨")?.name == "陈志鹏")
  }

  @Test func aPageWithoutATitleIsOfTheOneBodyItOpensWith() throws {
    let page = try ContextPage(
      [
        (.body, "2017年度，府谷县人民法院收案8120件。"), (.body, "审结刑事案件412件。"), (.body, "司法救助发放126万元。"),
      ], published: "2018-01-30")
    #expect(page.subject("412件")?.name == "府谷县人民法院")
    #expect(page.subject("126万元")?.name == "府谷县人民法院")
  }

  @Test(arguments: [("桐庐全县", "桐庐"), ("鄞州全区", "鄞州"), ("科尔沁右翼中旗全旗", "科尔沁右翼中旗")])
  func aNameBeforeItsUnitIsThePlace(words: String, place: String) throws {
    let page = try ContextPage([(.body, "去年，\(words)接待游客1860万人次。")], published: "2023-05-06")
    #expect(page.subject("1860万人次")?.name == place)
  }

  @Test(arguments: ["往南是", "下一站是", "再往北是"])
  func aReportGoesFromTownToTown(words: String) throws {
    let page = try ContextPage(
      [
        (.title, "一条海边的路"), (.body, "\(words)虎头崖镇。全镇花生种植面积2.1万亩。镇上的东泰食品公司去年出口花生1.2万吨。"),
        (.body, "沙河镇机器声响。全镇企业560家。"),
      ], published: "2021-10-22")
    #expect(page.subject("2.1万亩")?.name == "虎头崖镇")
    #expect(page.subject("1.2万吨")?.name == "东泰食品公司")
    #expect(page.subject("560家")?.name == "沙河镇")
  }

  @Test func theBossOfACompanyIsToldOfAsTheCompany() throws {
    let page = try ContextPage(
      [
        (.title, "机器没停"), (.body, "越绣服饰有限公司的老板娘钱芬在车间里皱眉头：客户是外商。"), (.body, "去年，公司有织机156台。"),
        (.body, "毛利率回到22%。公司月平均工资1980元。"),
      ], published: "2009-12-08")
    #expect(page.subject("156台")?.name == "越绣服饰有限公司")
    #expect(page.subject("22%")?.name == "越绣服饰有限公司")
  }
}
