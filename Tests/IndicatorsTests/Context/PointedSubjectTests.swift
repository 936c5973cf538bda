import Layout
import Testing

@testable import Indicators

/// Subjects that stand for a name given elsewhere, or are told by what stands around a name.
struct PointedSubjectTests {
  @Test(arguments: [
    ("一四八团去年种棉3.2万亩。全团兑现奖金146万元。", "146万元", "一四八团"),
    ("束鹿县和睦井公社有耕地5.8万亩。全公社养猪1.2万头。", "1.2万头", "束鹿县和睦井公社"),
    ("束鹿县和睦井公社有耕地5.8万亩。这个公社修渠26里。", "26里", "束鹿县和睦井公社"),
    ("天心区人民法院受理案件1200件。该院审结1100件。", "1100件", "天心区人民法院"),
    ("南昌市第二中学招生820人。全校有教师230人。", "230人", "南昌市第二中学"),
    ("江陵县人民医院门诊18万人次。全院开放床位320张。", "320张", "江陵县人民医院"),
    ("江陵棉织厂产布200万米。该厂职工有460人。", "460人", "江陵棉织厂"),
    ("中国银行北海分行发放贷款12亿元。全行不良率0.92%。", "0.92%", "中国银行北海分行"),
    ("石河子垦区种棉65.6万亩。全垦区有轧花厂14座。", "14座", "石河子垦区"),
    ("柏梓镇有农户3200户。全镇种柠檬2.1万亩。", "2.1万亩", "柏梓镇"),
    ("云台山景区接待游客12.6万人次。景区停车位增至5200个。", "5200个", "云台山景区"),
  ])
  func aWordPointsAtTheLastNameThatEndsSo(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2015-01-09").subject(figure)?.name == name)
  }

  @Test func aPointingWordPassesOverNamesThatEndOtherwise() throws {
    let page = try ContextPage(
      "天心区人民法院受理案件1200件。市第一人民医院接诊4380人次。该法院审结1100件。", published: "2003-06-19")
    #expect(page.subject("1100件")?.name == "天心区人民法院")
  }

  @Test(arguments: [("全社会用电量131亿千瓦时。", "131亿千瓦时"), ("全行业利润12亿元。", "12亿元"), ("全局性工作3项。", "3项")])
  func wordsThatOnlyBeginLikeOnePointAtNothing(text: String, figure: String) throws {
    let page = try ContextPage(
      [(.title, "江陵县快讯"), (.body, "江陵县产粮12万吨。江陵棉织合作社分红16万元。"), (.body, text)], published: "2015-01-09")
    #expect(page.subject(figure)?.name == "江陵县")
  }

  @Test func aNameBeforeAColonIsWhoTheTextBelowIsOf() throws {
    let page = try ContextPage(
      [
        (.title, "中报过半 赚钱的更赚"),
        (.body, "沪深两市1862家公司上半年营业收入6.84万亿元。"),
        (.heading, "海螺水泥：一季度净利下滑五成"),
        (.body, "海螺水泥昨日披露一季报，营业收入86.5亿元。公司预计净利润下降50%。"),
        (.heading, "贵州茅台：毛利率再创新高"),
        (.body, "贵州茅台营业收入60.2亿元。公司预收账款57.7亿元。"),
      ], published: "2012-05-05")
    #expect(page.subject("6.84万亿元")?.name == "沪深两市")
    #expect(page.subject("86.5亿元")?.name == "海螺水泥")
    #expect(page.subject("50%")?.name == "海螺水泥")
    #expect(page.subject("60.2亿元")?.name == "贵州茅台")
    #expect(page.subject("57.7亿元")?.name == "贵州茅台")
  }

  @Test func aSpeakerBeforeAColonIsNone() throws {
    let page = try ContextPage(
      [(.title, "专家：房价稳中有降"), (.body, "南昌市上月成交4012套。专家认为均价7860元合理。")], published: "2013-12-18")
    #expect(page.subject("4012套")?.name == "南昌市")
  }

  @Test func aCodeOfAnExchangeStandsBehindACompany() throws {
    let page = try ContextPage(
      "零售股恒昌環球（02998）公布中期業績，營業額27.4億元。集團關閉分店4間。", published: "2014-08-26")
    #expect(page.subject("27.4億元")?.name == "恒昌環球")
    #expect(page.subject("4間")?.name == "恒昌環球")
  }

  @Test(arguments: [
    ("后营村有186户。社员张大贵一家五口，去年分红86元。", "86元", "张大贵"),
    ("后营村有186户。支部书记赵来富家摘苹果八千斤。", "八千斤", "赵来富"),
    ("金华市存栏生猪182万头。养猪户吴根法的栏里有肥猪260头。", "260头", "吴根法"),
    ("后营村有186户。村民舒家琼，今年进账2.86万元。", "2.86万元", "舒家琼"),
  ])
  func theFiguresOfAHouseholdAreOfWhoeverHasThem(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "1986-03-12").subject(figure)?.name == name)
  }

  @Test func whoeverIsQuotedIsNobodysSubject() throws {
    let page = try ContextPage("后营村有186户。村民张大贵说，全村收入42万元。", published: "1986-03-12")
    #expect(page.subject("42万元")?.name == "后营村")
  }

  @Test func theNameOfAPaperIsNotWhatItsPageIsAbout() throws {
    let page = try ContextPage(
      [
        (.title, "河北日报 第二版"), (.furniture, "一九七九年四月十日 星期二"),
        (.heading, "和睦井公社把担子分到组"),
        (.body, "束鹿县和睦井公社修渠26里。这个公社养猪1.2万头。"),
        (.body, "积肥二十三万立方米。"),
      ], published: "1979-04-10")
    #expect(page.subject("二十三万立方米")?.name == "束鹿县和睦井公社" || page.subject("二十三万立方米")?.name == "和睦井公社")
  }

  @Test(arguments: [
    ("今年省里下达给我市的用地计划1850亩。", "1850亩", "如皋市"),
    ("今年省财政拨给如皋市的补助1200万元。", "1200万元", "如皋市"),
  ])
  func whatIsGivenIsOfWhoeverIsGivenIt(text: String, figure: String, name: String) throws {
    let page = try ContextPage(
      [(.title, "如皋市土地从哪里来"), (.body, "如皋市清理土地47宗。"), (.body, text)], published: "2010-08-05")
    #expect(page.subject(figure)?.name == name)
  }

  @Test func shortNamesThatShareAnEndingShareTheirFiguresOut() throws {
    let page = try ContextPage("丁堰、雪岸两镇应税销售增幅分别只有8.2%和6.9%。", published: "2010-08-05")
    #expect(page.subject("8.2%")?.name == "丁堰")
    #expect(page.subject("6.9%")?.name == "雪岸")
  }

  @Test(arguments: ["△凤庆县红茶产量3860吨。", "★凤庆县红茶产量3860吨。", "①凤庆县红茶产量3860吨。", "※凤庆县红茶产量3860吨。"])
  func theSignOfAListItemIsNoPartOfAName(text: String) throws {
    #expect(try ContextPage([(.list, text)], published: "1997-11-18").subject("3860吨")?.name == "凤庆县")
  }

  @Test func aPlaceWhereSomebodyComesFromIsNoSubject() throws {
    let page = try ContextPage(
      [(.title, "安岳县柠檬上市"), (.body, "安岳县挂果28万亩。山东客商收了120吨。")], published: "2012-09-06")
    #expect(page.subject("120吨")?.name == "安岳县")
  }
}
