import Layout
import Testing

@testable import Indicators

/// Places that a text only names in passing, or in a bracket, and branches of offices in places.
struct PassingPlaceTests {
  private func subject(_ text: String, _ figure: String) throws -> String? {
    try ContextPage(text, published: "2015-09-02").subject(figure)?.name
  }

  /// What is called by a city, once and in the course of what is told, does not say what 全市 stands for.
  @Test(arguments: ["上海百联投资3亿元建设的购物中心项目已经动工。", "北京同仁堂的药材基地项目正在洽谈。"])
  func namesThatBeginWithACity(sentence: String) throws {
    #expect(try subject("截至8月底，全市新开工商贸项目63个，到位资金27.4亿元。" + sentence, "63个") == "全市")
  }

  @Test func aPriceOfWhatACityIsKnownFor() throws {
    #expect(try subject("菜市场里，娃娃菜每公斤4元，南京盐水鸭每公斤36元。", "4元") == nil)
  }

  @Test(arguments: [
    ("国家统计局荆州调查队发布数据，上半年，居民人均可支配收入15210元。", "国家统计局荆州调查队"),
    ("国家统计局清平调查队发布数据，上半年，居民人均可支配收入15210元。", "国家统计局清平调查队"),
  ])
  func branchesOfStateOffices(text: String, branch: String) throws {
    #expect(try subject(text, "15210元") != "全国")
  }

  /// What a bracket tells of ends with it.
  @Test func partsInBrackets() throws {
    let text = "去年全县接到举报620件（其中青山镇210件，石河镇160件），查实430件。"
    #expect(try subject(text, "620件") == "全县")
    #expect(try subject(text, "160件") == "石河镇")
    #expect(try subject(text, "430件") == "全县")
  }

  /// The county that an office is of is what 全县 stands for.
  @Test(arguments: [("湖南新田县林业局", "新田县"), ("安徽岳西县茶叶局", "岳西县")])
  func countiesOfOffices(office: String, county: String) throws {
    #expect(try subject("记者从\(office)获悉，去年，全县完成营造林3.1万亩。", "3.1万亩") == county)
  }

  @Test(arguments: [
    "全县累计发放贷款3.2亿元，组建农村商业银行2家，设立便民点140个。", "全县累计发放贷款3.2亿元，改制农村信用社6家，设立便民点140个。",
  ])
  func banksThatAreSetUp(text: String) throws { #expect(try subject(text, "140个") == "全县") }

  @Test(arguments: ["造船公司散货船订单保持了良好的势头。", "供销公司化肥业务稳定。"])
  func companiesOfATrade(sentence: String) throws {
    let page = try ContextPage(
      [(.body, "上半年，船舶工业完成产值210亿元。"), (.body, sentence)], published: "2015-09-02")
    #expect(page.subject("210亿元") == nil)
  }
}
