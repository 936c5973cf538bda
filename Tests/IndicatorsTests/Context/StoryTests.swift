import Layout
import Testing

@testable import Indicators

/// Each story of a page has its own subject.
struct StoryTests {
  @Test func aCountyOfOneStoryIsNotTheSubjectOfTheNext() throws {
    let page = try ContextPage(
      [
        (.furniture, "资阳日报 2012年9月6日"),
        (.title, "安岳柠檬卖上好价"),
        (.body, "本报讯 安岳县今年柠檬挂果28万亩。全县有加工企业16家。安岳县种植面积48万亩。"),
        (.title, "乐至蚕桑稳产"),
        (.body, "本报讯 乐至县全县发放蚕种21万张。产茧15万担。"),
      ], published: "2012-09-06")
    #expect(page.subject("16家")?.name == "安岳县")
    #expect(page.subject("21万张")?.name == "乐至县")
    #expect(page.subject("15万担")?.name == "乐至县")
  }

  @Test func aDatelineBeginsAStoryWhoseHeadingIsGone() throws {
    let page = try ContextPage(
      [
        (.title, "凤庆红茶走俏"),
        (.body, "本报讯 凤庆县今年产茶3860吨。全县出口供货1540吨。"),
        (.body, "本报讯 云县烟草公司收购烟叶2.1万担。全县种烟农户户均收入3150元。"),
        (.body, "云县今年新修水渠8条。"),
      ], published: "1997-11-18")
    #expect(page.subject("1540吨")?.name == "凤庆县")
    #expect(page.subject("8条")?.name == "云县")
  }

  @Test(arguments: [
    ("德城区、齐河县、禹城市签约额依次为41.2亿元、38亿元和29.5亿元。", ["41.2亿元", "38亿元", "29.5亿元"], ["德城区", "齐河县", "禹城市"]),
    ("苏州市、无锡市出口额分别为120亿美元和86亿美元。", ["120亿美元", "86亿美元"], ["苏州市", "无锡市"]),
  ])
  func placesNamedTogetherShareTheirFiguresOut(text: String, figures: [String], names: [String]) throws {
    let page = try ContextPage(text, published: "2013-10-23")
    #expect(figures.map { page.subject($0)?.name } == names)
  }

  @Test func theRegionOfADeliveryIsWhatAllOfTheCityStandsFor() throws {
    let lines: [(Paragraph.Kind, String)] = [(.title, "政府工作报告"), (.body, "全市生产总值1686亿元。")]
    let subject = try ContextPage(lines, region: "湖北省荆州市").subject("1686亿元")
    #expect(subject?.name == "荆州市")
    #expect(subject?.areaCode == "421000")
  }

  @Test func theParkOfAStoryIsTheOneItNames() throws {
    let page = try ContextPage(
      [
        (.title, "城南工业集中发展区扩容"),
        (.body, "本报讯 记者走进城南工业集中发展区。园区入园企业突破200户。园区建成道路26条。"),
      ], published: "2012-09-06")
    #expect(page.subject("26条")?.name == "城南工业集中发展区")
  }
}
