import Layout
import Testing

@testable import Indicators

/// Cities under a name of the past, cities within cities, and counties named behind their city.
struct FormerCityTests {
  /// The short name of a city of the past is what 全市 stands for, as printed.
  @Test(arguments: [
    ("襄樊去年农业增产，全市产粮460万吨。枣阳市产粮110万吨。", "460万吨", "襄樊"),
    ("思茅茶叶增产。去年，全市产茶2万吨。", "2万吨", "思茅"),
    ("淮阴粮食丰收。去年，全市收粮460万吨。", "460万吨", "淮阴"),
    // A district of today where the page names its city.
    ("淮安市淮阴区丰收。去年，淮阴收粮46万吨。全市收粮460万吨。", "46万吨", "淮阴区"),
    ("淮安市淮阴区丰收。去年，淮阴收粮46万吨。全市收粮460万吨。", "460万吨", "淮安市"),
  ])
  func aCityUnderItsFormerName(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "1998-03-04").subject(figure)?.name == name)
  }

  /// A city within another that is named later is not what 全市 stood for.
  @Test func aCityNamedLaterIsNotTheWholeCity() throws {
    let page = try ContextPage(
      [(.body, "昨日，市交通局通报，去年全市修路460公里。"), (.body, "松滋市修路130公里。")], published: "2009-03-04")
    #expect(page.subject("460公里")?.name == "全市")
    #expect(page.subject("130公里")?.name == "松滋市")
  }

  /// The county that a title names behind its city holds for all paragraphs.
  @Test(arguments: [("宝鸡市陇县农机公报", "陇县"), ("酒泉市瓜州县农机公报", "瓜州县"), ("宝鸡市农机公报", "宝鸡市")])
  func theCountyOfATitle(title: String, name: String) throws {
    let page = try ContextPage(
      [(.title, title), (.body, "拖拉机为1310台。"), (.body, "收割机为120台。"), (.body, "播种机为342台。")],
      published: "2011-05-11")
    #expect(page.subject("120台")?.name == name)
    #expect(page.subject("342台")?.name == name)
  }
}
