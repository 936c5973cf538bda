import Testing

@testable import Indicators

/// Who figures are of in papers of many places, by the construction that names them.
struct WidelyNamedSubjectTests {
  @Test(arguments: [
    ("友谊农场今年播种小麦32万亩。", "32万亩", "友谊农场"),
    ("红星林场造林4200亩。", "4200亩", "红星林场"),
    ("新天地超市日均卖出套餐9000份。", "9000份", "新天地超市"),
    ("京沪高铁日均发送旅客50万人次。", "50万人次", "京沪高铁"),
    ("青藏铁路运送货物5000万吨。", "5000万吨", "青藏铁路"),
    ("德石复线铺轨78公里。", "78公里", "德石复线"),
    ("郑州铁路分局日均装车1800车。", "1800车", "郑州铁路分局"),
    ("开滦矿务局生产原煤214万吨。", "214万吨", "开滦矿务局"),
    ("衡水车务段发送旅客86万人。", "86万人", "衡水车务段"),
    ("邯郸站售出盒饭4.1万份。", "4.1万份", "邯郸站"),
    ("台中港货物装卸量2610万公吨。", "2610万公吨", "台中港"),
    ("高铁云林站进出旅客108万人次。", "108万人次", "高铁云林站"),
  ])
  func shortNamesOfTheirOwnAreEnough(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2024-05-30").subject(figure)?.name == name)
  }

  @Test(arguments: [
    ("保险公司受理报案6.3万起。", "6.3万起"),
    ("星级饭店客房出租率63.5%。", "63.5%"),
    ("大型商场销售额3.2亿元。", "3.2亿元"),
    ("服装商场月均销售1460万元。", "1460万元"),
    ("国营农场产粮40万吨。", "40万吨"),
    ("信用合作社发展到215个。", "215个"),
    ("高速铁路里程4.2万公里。", "4.2万公里"),
    ("飲食及酒店業失業率8.4%。", "8.4%"),
    ("连锁超市门店86家。", "86家"),
  ])
  func kindsOfBodiesAreNobody(text: String, figure: String) throws {
    #expect(try ContextPage(text, published: "2024-05-30").subject(figure) == nil)
  }

  @Test(arguments: [
    ("本报讯（记者 王力）昆仑机床厂上半年产值2亿元。", "2亿元", "昆仑机床厂"),
    ("本报讯（通讯员 李明 周燕）江北高新区新增企业62家。", "62家", "江北高新区"),
    ("（槟城7日讯）北海机械公司订单增加到3亿令吉。", "3亿令吉", "北海机械公司"),
    ("本市讯 苏北棉纺织厂生产棉纱8940件。", "8940件", "苏北棉纺织厂"),
    ("地处秦巴山区的安康市，茶园面积达到110万亩。", "110万亩", "安康市"),
    ("在地震中遭到破坏的开滦煤矿，上半年生产原煤1063万吨。", "1063万吨", "开滦煤矿"),
    ("刚刚通车的沪昆高铁，日均发送旅客8万人次。", "8万人次", "沪昆高铁"),
    ("位于城西的康宁医院，新增病床120张。", "120张", "康宁医院"),
    ("素有瓷都之称的景德镇市，陶瓷产值达到372亿元。", "372亿元", "景德镇市"),
    ("这个县的瓦窝乡，完成产值1800万元。", "1800万元", "瓦窝乡"),
  ])
  func aSubjectStandsBehindWhatLeadsTheText(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2024-05-30").subject(figure)?.name == name)
  }

  @Test(arguments: [
    ("全州橡胶面积86万亩，其中勐腊县43万亩、景洪市31万亩、勐海县12万亩。", "31万亩", "景洪市"),
    ("全市新增贷款86亿元，其中泸县32亿元、合江县21亿元。", "21亿元", "合江县"),
    ("全县种植小黄姜8万亩，其中石桥镇3万亩、白马镇2万亩。", "2万亩", "白马镇"),
  ])
  func eachOfAListOfPlacesHasItsOwn(text: String, figure: String, name: String) throws {
    let page = try ContextPage(text, published: "2024-05-30")
    #expect(page.subject(figure, named: name)?.name == name)
  }

  @Test(arguments: [
    ("曼谷去年接待游客2200万人次。", "2200万人次", "曼谷"),
    ("伦敦布伦特原油期货价格收于每桶82美元。", "82美元", "伦敦"),
    ("日本经济企划厅宣布，个人消费减少0.3%。", "0.3%", "日本"),
    ("欧佩克成员国原油日产量2328万桶。", "2328万桶", "欧佩克"),
  ])
  func placesAbroadAreSubjects(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2024-05-30").subject(figure)?.name == name)
  }

  @Test(arguments: ["分析师周海认为，预计全年收入增长5%。", "研究员李伟说，预计全年收入增长5%。", "经济师吴民预测，全年收入增长5%。"])
  func whoSpeaksOfOthersIsNoSubject(text: String) throws {
    #expect(try ContextPage("中泰证券" + text, published: "2024-05-30").subject("5%")?.name != "中泰证券")
  }

  @Test func theNameOfThePaperTellsTheCity() throws {
    let page = try ContextPage(
      [(.furniture, "安康日报 2024年10月26日 星期六"), (.body, "前三季度，全市实现地区生产总值912.6亿元。")], published: "2024-10-26")
    #expect(page.subject("912.6亿元")?.name == "安康")
  }

  @Test func whoTellsOfItselfIsWhatThePageIsAbout() throws {
    let page = try ContextPage(
      [
        (.body, "渤海石油装备公司昨日公布，前三季度公司实现销售收入86.4亿元。"), (.body, "成本也压下来了。库存压到13.5亿元。公司研发费用3.1亿元。"),
        (.body, "华油钢管公司二期工程投资8.6亿元。"), (.body, "公司预计，全年利润2亿元。"),
      ], published: "2014-11-28")
    #expect(page.subject("13.5亿元")?.name == "渤海石油装备公司")
    #expect(page.subject("2亿元")?.name == "渤海石油装备公司")
  }

  @Test func aSchoolTellsOfItself() throws {
    let page = try ContextPage("浸会大学透露，首三志愿申请人数9862人。", published: "2019-03-21")
    #expect(page.subject("9862人")?.name == "浸会大学")
  }
}
