import Layout
import Testing

@testable import Indicators

/// How far a text goes on with whom it names in its course, and when it returns to what it is about.
struct ReturnedSubjectTests {
  @Test(arguments: [
    ("桑植县植茶26万亩。新街村脱贫42户。目前，已组建合作社380家。", "380家", "桑植县"),
    ("桑植县植茶26万亩。新街村脱贫42户。村里建仓库3座。", "3座", "新街村"),
    ("桑植县新建沼气池3200口。村民王明家的池子8立方米。一家人很高兴。每口可节约柴火2.5吨。", "2.5吨", "桑植县"),
    ("桑植县总商会门口坐满了人。外出人员32万人，来自珠三角的占52%，长三角占31%。", "32万人", "桑植县"),
    ("桑植县外出人员32万人，来自珠三角的占52%，长三角占31%。", "31%", "桑植县"),
    ("桑植县外销蔬菜36万吨。其中，经杨柳镇集散的占六成，日均发车420车。", "420车", "桑植县"),
  ])
  func aTextReturnsToItsPlace(text: String, figure: String, name: String) throws {
    let page = try ContextPage(
      [(.title, "桑植县见闻"), (.body, text), (.body, "桑植县今年再加把劲。")], published: "2016-12-07")
    #expect(page.subject(figure)?.name == name)
  }

  @Test(arguments: [("如皋市", "全市", "南通市"), ("霍山县", "全县", "六安市"), ("义乌市", "全市", "金华市")])
  func whatIsNamedBeforeTheWordIsMeantByIt(part: String, word: String, whole: String) throws {
    let page = try ContextPage(
      [
        (.title, "别让停车难堵住老城"), (.body, "周末到\(part)办事，绕了半个钟头。\(word)有车42.6万辆。"), (.body, "去年，开放泊位2100个。"),
        (.body, "\(whole)的目标是，新增泊位5万个。"),
      ], published: "2023-04-05")
    #expect(page.subject("42.6万辆")?.name == part)
    #expect(page.subject("2100个")?.name == part)
    #expect(page.subject("5万个")?.name == whole)
  }

  @Test func headlinesOverSingleParagraphsAreOfStories() throws {
    let page = try ContextPage(
      [
        (.title, "通海蔬菜外销增两成"), (.body, "本报讯 通海县外销蔬菜36.8万吨。"), (.heading, "寒潮伤了柑桔进村来"), (.body, "我市柑桔受灾。赔付1120万元。"),
        (.heading, "华宁：陶器卖得俏"), (.body, "今年卖出陶器86万件。"), (.heading, "网购投诉占近三成"), (.body, "一季度受理投诉486件。"),
      ], published: "2016-03-30")
    #expect(page.subject("36.8万吨")?.name == "通海县")
    #expect(page.subject("1120万元")?.name != "通海县")
    #expect(page.subject("86万件")?.name == "华宁")
    #expect(page.subject("486件")?.name != "通海县")
  }

  @Test func aSignatureEndsAStory() throws {
    let page = try ContextPage(
      [
        (.title, "通海蔬菜外销增两成"), (.body, "通海县外销蔬菜36.8万吨。"), (.body, "创汇1960万美元。（施荣）"), (.heading, "寒潮伤了柑桔"),
        (.body, "华宁县柑桔受灾，华宁县最重。"), (.body, "惠及果农1876户。（矣东）"),
      ], published: "2016-03-30")
    #expect(page.subject("1960万美元")?.name == "通海县")
    #expect(page.subject("1876户")?.name == "华宁县")
  }
}
