import Layout
import Testing

@testable import Indicators

/// Subjects that no ending tells: by who speaks for them, where work is done, what a page is about.
struct IntroducedSubjectTests {
  @Test(arguments: [
    ("江南专汽副总经理江光连信心十足。该公司今年生产专用车1500台。", "1500台", "江南专汽"),
    ("“订单排到年底了。”恒力泵阀董事长何敏说，去年出口泵阀860万元。", "860万元", "恒力泵阀"),
    ("重汽华威是一家渣土车生产企业，已接收订单200余台。", "200余台", "重汽华威"),
    ("重汽华威是一家渣土车生产企业。该公司产能4500辆。", "4500辆", "重汽华威"),
    ("三友食品变废为宝。该公司去年出口创汇5500万元。", "5500万元", "三友食品"),
    ("在司比轴承的厂区内，新厂房正在抓紧建设。去年该企业增设车床10台。", "10台", "司比轴承"),
    ("走进凌达线缆的生产车间，机器轰鸣。去年销售收入3.2亿元。", "3.2亿元", "凌达线缆"),
    ("走进双鹏纺机，机器声不绝于耳。公司上半年销售1.36亿元。", "1.36亿元", "双鹏纺机"),
    ("走进柴湾镇的双鹏纺机，机器声不绝于耳。公司上半年销售1.36亿元。", "1.36亿元", "双鹏纺机"),
    ("德昌农机总经理孙海平掰着指头算账。公司去年卖出收割机3200台。", "3200台", "德昌农机"),
    ("海珠玩具厂长林树根说，全年出口玩具46万件。", "46万件", "海珠玩具"),
  ])
  func aCompanyIsKnownByWhatStandsBesideIt(text: String, figure: String, name: String) throws {
    let page = try ContextPage(
      [(.title, "如皋市工业见闻"), (.body, "如皋市上半年应税销售93.7亿元。"), (.body, text)], published: "2016-08-05")
    #expect(page.subject(figure)?.name == name)
  }

  @Test(arguments: [
    ("公司总经理聂国雄介绍，利税1.2亿元。", "1.2亿元"),
    ("一位总经理说，税费占三成。", "三成"),
    ("民营企业是主力军，贡献税收八成。", "八成"),
    ("我市是全国最大的渔具生产基地，年产鱼竿1200万支。", "1200万支"),
    ("走进车间，工人有460人。", "460人"),
  ])
  func whatIsNoNameIntroducesNobody(text: String, figure: String) throws {
    let page = try ContextPage(
      [(.title, "如皋市工业见闻"), (.body, "如皋市上半年应税销售93.7亿元。"), (.body, text)], published: "2016-08-05")
    #expect(page.subject(figure)?.name == "如皋市")
  }

  @Test(arguments: [
    ("“2015年，全年销售专用车2000多台。”润力公司副总经理罗政周说。", "2000多台", "润力公司"),
    ("“去年我们收治病人3.9万人次。”江陵县人民医院院长林慧说。", "3.9万人次", "江陵县人民医院"),
    ("“今年新建花卉200亩。”旧州镇草芦坪村一位种植户告诉记者。", "200亩", "旧州镇草芦坪村"),
    ("「今年訂單增加三成。」恆昌公司總經理陳志強說。", "三成", "恆昌公司"),
  ])
  func whoSpeaksBehindAQuotationIsWhoseFiguresItTells(text: String, figure: String, name: String) throws {
    let page = try ContextPage(
      [(.title, "曾都区企业抢时争春"), (.body, "曾都区一月工业产值18亿元。"), (.body, text)], published: "2016-02-26")
    #expect(page.subject(figure)?.name == name)
  }

  @Test(arguments: [
    ("新华社广州29日电 广东省澄海县晚稻丰收，亩产1257斤。", "1257斤", "澄海县"),
    ("新华社广州29日电广东省澄海县晚稻丰收，亩产1257斤。", "1257斤", "澄海县"),
    ("中新社兰州3月13日电临夏市造林8万亩。", "8万亩", "临夏市"),
    ("本报海口2日电琼海市接待游客46万人次。", "46万人次", "琼海市"),
    ("中新网7月11日电 玉环市出口额120亿元。", "120亿元", "玉环市"),
  ])
  func aDatelineIsNoPartOfASubject(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "1987-11-30").subject(figure)?.name == name)
  }

  @Test(arguments: [
    ("其中，宜城市法院收案2719件，占21%；枣阳市法院收案4389件，占34%。审结3.25万件。", "3.25万件"),
    ("其中，襄城区销售45亿元，增长3%；樊城区销售78亿元，增长9%。网上销售12亿元。", "12亿元"),
    ("全市收案12.9万件，其中宜城市2719件，枣阳市4389件。审结3.25万件。", "3.25万件"),
  ])
  func thePartsOfAWholeDoNotGoOn(text: String, figure: String) throws {
    let page = try ContextPage([(.title, "襄阳市去年情况"), (.body, "襄阳市平稳。"), (.body, text)], published: "2017-02-03")
    #expect(page.subject(figure)?.name == "襄阳市")
  }

  @Test(arguments: [
    ("八个大队增产两成。", "两成"), ("二十七个大队欠款3.2万元。", "3.2万元"), ("其余的十三个大队也增产一成。", "一成"),
  ])
  func asManyAsThereAreIsNoName(text: String, figure: String) throws {
    let page = try ContextPage(
      [(.title, "苍梧县落后队赶上先进队"), (.body, "苍梧县养猪12万头。"), (.body, text)], published: "1959-09-03")
    #expect(page.subject(figure)?.name == "苍梧县")
  }

  @Test(arguments: [
    ("青海高原上的西宁市星火农业社，亩产462斤。", "462斤", "西宁市星火农业社"),
    ("赣江边上的小村，南昌市东郊的红旗公社养猪1.2万头。", "1.2万头", "红旗公社"),
  ])
  func aPlaceMayOnlyTellWhereABodyIs(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "1957-11-30").subject(figure)?.name == name)
  }

  @Test func aPlaceThatGoodsGoToIsNoFacility() throws {
    let page = try ContextPage(
      [(.title, "汕头市玩具交易会"), (.body, "汕头市出口7860万美元，其中销往香港6300万美元。")], published: "1996-04-30")
    #expect(page.subject("6300万美元")?.name == "汕头市")
  }

  @Test func aPageMayBeAboutAHospitalThoughItNamesTheCounty() throws {
    let page = try ContextPage(
      [
        (.heading, "健康·民生"),
        (.body, "早上七点半，长阳县人民医院门诊大厅排起了队。"),
        (.body, "全年门急诊总量31.6万人次。县域内就诊率上升到90.3%。"),
        (.body, "医院少收药费1386万元，药占比38.1%。全年医院总收入1.78亿元。"),
        (.body, "全院职工612人。"),
      ], published: "2016-01-08")
    #expect(page.subject("31.6万人次")?.name == "长阳县人民医院")
    #expect(page.subject("1386万元")?.name == "长阳县人民医院")
    #expect(page.subject("612人")?.name == "长阳县人民医院")
  }

  @Test func aPageMayBeAboutACommuneNamedWithItsCountyAndWithout() throws {
    let page = try ContextPage(
      [
        (.heading, "把担子分到组"),
        (.body, "束鹿县和睦井公社的麦田里，返青水浇得正紧。"),
        (.body, "和睦井公社有耕地五万八千三百亩。"),
        (.body, "和睦井公社去年欠款一百二十四万元。"),
        (.body, "这个公社养猪一万二千头。"),
        (.body, "积肥二十三万立方米。"),
      ], published: "1979-04-10")
    let name = page.subject("二十三万立方米")?.name
    #expect(name == "束鹿县和睦井公社" || name == "和睦井公社")
  }

  @Test func aCompanyWithAnEndingKeepsItThoughATradeStandsInIt() throws {
    let page = try ContextPage(
      [
        (.body, "美臣纺织有限公司的车间内，设备高效运转。"),
        (.body, "公司现有员工400余人。项目总投资10亿元。"),
      ], published: "2025-04-02")
    #expect(page.subject("400余人")?.name == "美臣纺织有限公司")
  }

  @Test func allOfACityIsPrintedSoWhereThePageNamesNone() throws {
    let page = try ContextPage(
      [(.title, "我市外贸交出答卷"), (.body, "去年全市进出口386.2亿元。"), (.body, "民营企业占73.6%。")],
      published: "2024-01-19")
    #expect(page.subject("73.6%")?.name == "全市")
  }

  @Test(arguments: [
    ("教授132人，初次就业率91.6%，比全省平均高5.3个百分点。", "91.6%"), ("科研经费1.8亿元，增速全省排第5位。", "1.8亿元"),
    ("该所获得省里拨款80万元，自筹资金35万元。", "35万元"), ("增速高于全国6.3个百分点，新增企业9家。", "9家"),
  ])
  func whatIsOnlyAYardstickIsNotWhatAPageIsAbout(text: String, figure: String) throws {
    #expect(
      try ContextPage([(.title, "访谈"), (.body, text)], published: "2015-03-06").subject(figure)?.name.hasPrefix("全")
        != true)
    #expect(try ContextPage([(.title, "访谈"), (.body, text)], published: "2015-03-06").subject(figure)?.name != "省里")
  }
}
