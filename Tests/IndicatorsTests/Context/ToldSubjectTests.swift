import Testing

@testable import Indicators

/// Places told by what they are said to be, companies by their results, parts behind a colon, and ports by who passes.
struct ToldSubjectTests {
  @Test(arguments: [
    ("去年，安陆镇修街3公里。这个江汉古镇投入资金600万元。", "600万元", "安陆镇"),
    ("去年，大坪镇修渠3公里。这个苗家山寨养牛860头。", "860头", "大坪镇"),
    ("去年，文昌市打井30口。这座滨海小城接待游客12万人次。", "12万人次", "文昌市"),
    ("陇县产粮12万吨。石桥镇产粮2万吨。该县城乡居民存款12亿元。", "12亿元", "陇县"),
  ])
  func whatAPlaceIsSaidToBe(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2016-03-04").subject(figure)?.name == name)
  }

  @Test(arguments: [
    ("去年，郑州市进出口460亿元，新郑综保区进出口3.2亿元。", "3.2亿元", "新郑综保区"),
    ("去年，赣州综保区出口15亿元，增长12%。", "12%", "赣州综保区"),
    ("去年，商丘保税物流中心进出口4100万元。", "4100万元", "商丘保税物流中心"),
  ])
  func bondedZones(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2016-08-10").subject(figure)?.name == name)
  }

  /// One part behind 其中 and a colon is told of in the next sentence, one without the colon is not.
  @Test(arguments: [
    ("上半年，全州口岸货运量为330万吨。其中：阿拉山口口岸货运量为302万吨。进境货运量为220万吨。", "220万吨", "阿拉山口口岸"),
    ("上半年，江陵县收购生猪12万头。其中河东公司收购7万头。出栏肉牛3万头。", "3万头", "江陵县"),
  ])
  func theOnlyPart(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2015-07-31").subject(figure)?.name == name)
  }

  @Test(arguments: [
    ("武陵酒业、桃江矿业增幅最大，分别实现净利润2310万元、1890万元。", "2310万元", "武陵酒业"),
    ("武陵酒业、桃江矿业增幅最大，分别实现净利润2310万元、1890万元。", "1890万元", "桃江矿业"),
    ("一季度，降幅最大的是汾水煤化，净利润下降32%。", "32%", "汾水煤化"),
    ("荆州市工业增长12%。精细化工、绿色食品增幅最大，产值分别为23亿元、18亿元。", "23亿元", "荆州市"),
    ("荆州市工业增长12%。增长最快的是现代物流，产值32亿元。", "32亿元", "荆州市"),
  ])
  func companiesToldByTheirResults(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2013-05-02").subject(figure)?.name == name)
  }

  @Test(arguments: [
    ("上周，进出湛江港的外轮98艘次。", "98艘次", "湛江港"),
    ("昨日，满洲里口岸恢复通关。出入该口岸的旅客3.2万人次。", "3.2万人次", "满洲里口岸"),
    ("荆州市进出口总额12亿美元。", "12亿美元", "荆州市"),
    ("今年以来，湖北孝感地区建起小水电站80座。", "80座", "孝感地区"),
  ])
  func whoPassesAndWhatIsBuilt(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2011-11-02").subject(figure)?.name == name)
  }
}
