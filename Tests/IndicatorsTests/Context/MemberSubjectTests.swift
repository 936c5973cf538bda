import Layout
import Testing

@testable import Indicators

/// Who the parts of a list are of, what a region has, where goods come from, and what is no name.
struct MemberSubjectTests {
  /// As many as were counted, of one brand with their group, a trade beside another company, or behind 从企业看.
  @Test(arguments: [
    ("集团有3家企业产值超5亿元。其中，轴承一厂完成产值8.1亿元；电气科技完成产值6.6亿元；泰隆减速机完成产值5.2亿元，增长17%。", "6.6亿元", "电气科技"),
    ("集团有3家企业产值超5亿元。其中，轴承一厂完成产值8.1亿元；电气科技完成产值6.6亿元；泰隆减速机完成产值5.2亿元，增长17%。", "17%", "泰隆减速机"),
    ("一季度，华菱集团生产钢材380万吨。其中，华菱湘钢生产钢材160万吨；华菱涟钢生产钢材140万吨。", "160万吨", "华菱湘钢"),
    ("一季度，华菱集团生产钢材380万吨。其中，华菱湘钢生产钢材160万吨；华菱涟钢生产钢材140万吨。", "140万吨", "华菱涟钢"),
    ("上半年，一拖集团销售42亿元。其中，大拖公司完成9.8亿元；洛阳工程机械完成销售收入6.4亿元。", "6.4亿元", "洛阳工程机械"),
    ("广西柳钢集团产钢1230万吨。其中，柳钢中金完成产值52亿元；柳钢股份完成利润41亿元。", "52亿元", "柳钢中金"),
    ("从企业看，东风铸造实现产值6.2亿元；三环锻压实现产值3.1亿元。", "3.1亿元", "三环锻压"),
    ("酒泉市奥凯公司出口1200万美元，敦煌种业出口创汇900万美元。", "900万美元", "敦煌种业"),
  ])
  func members(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2011-05-10").subject(figure)?.name == name)
  }

  @Test(arguments: [
    ("一季度，金川集团实现利税18亿元。其中，上缴税金完成9.6亿元；利润完成8.4亿元。", "8.4亿元", "金川集团"),
    ("前三季度，长安集团产销汽车160万辆。其中，轿车完成销售72万辆；微型车完成销售40万辆。", "40万辆", "长安集团"),
    ("前三季度，海鸥集团完成产值28亿元。其中，工业完成产值20亿元；建筑业完成产值5亿元。", "5亿元", "海鸥集团"),
    ("一季度，泸州市投资完成96亿元。其中，房地产完成投资22亿元；工业完成投资38亿元。", "22亿元", "泸州市"),
  ])
  func productsAndTradesAreNone(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2012-05-10").subject(figure)?.name == name)
  }

  @Test(arguments: [
    ("上半年，金华、衢州两市出口分别为21亿美元和3.2亿美元，下降12%和18%。", "18%", "衢州"),
    ("广元市、巴中市旅游收入分别达420亿元、260亿元，同比增长19%、23%。", "19%", "广元市"),
    ("泰安市普降大雨，岱岳、东平、宁阳3个县区受灾。", "3个", "泰安市"),
  ])
  func namedTogether(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2012-04-24").subject(figure)?.name == name)
  }

  @Test(arguments: [
    ("河西走廊的制种业方兴未艾。张掖市制种20万亩。目前，这个地区有制种企业60家。", "60家", "河西走廊"),
    ("沂蒙山区的林果业红红火火。去年，当地果品产量18亿公斤。", "18亿公斤", "沂蒙山区"),
    ("一季度，长三角快递业务量4.8亿件。", "4.8亿件", "长三角"),
    ("鲁西南菏泽市小麦面积960万亩。", "960万亩", "菏泽市"),
    ("豫南恒牧公司出口牛肉1430吨。", "1430吨", "豫南恒牧公司"),
    ("雷山县山区危房面积2.1万平方米。", "2.1万平方米", "雷山县"),
    ("苏州乡镇工业上缴税金8.1亿元。", "8.1亿元", "苏州"),
    ("武夷山市兴田镇种茶1.2万亩。", "1.2万亩", "武夷山市兴田镇"),
  ])
  func regions(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2004-07-25").subject(figure)?.name == name)
  }

  @Test func aRegionInTheTitleIsWhatThePageIsAbout() throws {
    let page = try ContextPage(
      [
        (.title, "珠江三角洲乡镇企业再创佳绩"), (.body, "去年，当地乡镇企业总产值突破500亿元。广东省乡镇企业出口占全省的40%以上。"),
        (.body, "目前，这个地区的外向型企业已有5200家。"),
      ], published: "1991-07-25")
    #expect(page.subject("500亿元")?.name == "珠江三角洲")
    #expect(page.subject("40%")?.name == "广东省")
    #expect(page.subject("5200家")?.name == "珠江三角洲")
  }

  @Test(arguments: [
    ("南京市蔬菜价格小幅上涨。山东运来的大葱批发价每斤1.2元；茄子批发价每斤2.6元。", "2.6元", "南京市"),
    ("杭州市货源充足。海南产的西瓜批发价每斤2.3元，香蕉批发价每斤1.6元。", "1.6元", "杭州市"),
    ("武汉市菜价平稳。来自云南的豌豆每公斤12元，来自广西的四季豆每公斤9元。", "9元", "武汉市"),
    ("新疆产的棉花去年达到500万吨。", "500万吨", "新疆"),
    ("山东运出的大葱达30万吨。", "30万吨", "山东"),
  ])
  func whereThingsComeFrom(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2013-10-28").subject(figure)?.name == name)
  }

  @Test(arguments: [
    ("芦山县重建学校23所，其中高级中学2所；九年一贯制学校5所，可容纳学生6100人。", "6100人", "芦山县"),
    ("全州有小型水库210座；中型水库8座，蓄水1.9亿立方米。", "1.9亿立方米", nil),
    ("镇远县改建食堂76所，其中片区小学及村级完小32所，教学点35所。", "35所", "镇远县"),
    ("镇远中学现有教学班62个，在校生3400人。", "3400人", "镇远中学"),
  ])
  func kindsOfBodies(text: String, figure: String, name: String?) throws {
    let subject = try ContextPage(text, published: "2011-12-20").subject(figure)
    #expect(subject?.name == name ?? "全州")
  }

  @Test(arguments: [
    ("德州市夏收过半。昨日，记者在平原县王庙镇贾庄村看到，麦田里机声隆隆。“亩产有620公斤。”种粮户说。全市收获小麦450万亩。", "620公斤", "平原县王庙镇贾庄村"),
    ("德州市夏收过半。昨日，记者在平原县王庙镇贾庄村看到，麦田里机声隆隆。“亩产有620公斤。”种粮户说。全市收获小麦450万亩。", "450万亩", "德州市"),
    ("在河北省威县洺州镇邱庄村，大棚一眼望不到边。全县葡萄面积6万亩。", "6万亩", "威县"),
    ("去年，南通市造林18万亩。如东县5.2万亩，启东市3.6万亩。全市森林覆盖率18.6%。", "18.6%", "南通市"),
    ("启东市造林3.6万亩。全市森林覆盖率18.6%。", "18.6%", "启东市"),
    ("秦州区产苹果28万吨。该区玉泉镇建成果园1.2万亩。", "1.2万亩", "玉泉镇"),
    ("丰县大沙河镇果农李建刚种苹果12亩。全镇果园面积8.6万亩。", "8.6万亩", "丰县大沙河镇"),
    ("兰考县东坝头镇张庄村村民闫春光养鸡2.6万只，年收入30万元。全村脱贫89户。", "89户", "兰考县东坝头镇张庄村"),
    ("浙江省经宁波口岸出口的机电产品120亿美元。", "120亿美元", "浙江省"),
  ])
  func scenesAndWholes(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2017-06-12").subject(figure)?.name == name)
  }
}
