import Rules
import Testing

@testable import Indicators

/// How names are found where they stand apart from their figures, or share words with others.
struct NameMechanismTests {
  private func expect(_ text: String, _ expected: [String]) throws {
    let observations = try SentenceReader(rules: .embedded).observations(in: text, published: "2024-07-10")
    #expect(observations.map(\.indicator) == expected, "\(text)")
  }

  /// What a clause is about stands behind a time: the bare noun phrase before the comma.
  @Test(arguments: [
    ("红旗大队今年上半年的副业收入，比去年同期增长52.6%", ["副业收入"]),
    ("该市前三季度的社会消费品零售总额，同比增长6.1%", ["社会消费品零售总额"]),
    ("全县去年的粮食总产量，比上年减少3.2%", ["粮食总产量"]),
    ("公司今年一季度的净利润，较上年同期下降18%", ["净利润"]),
    ("全省上半年的进出口总值，比去年同期增加320亿元", ["进出口总值"]),
    ("我厂1978年的钢产量，比上年增长21%", ["钢产量"]),
    ("港口9月份的集装箱吞吐量，环比下降4.2%", ["集装箱吞吐量"]),
    ("这个县今年的早稻面积，比去年扩大两成", ["早稻面积"]),
    ("医院去年的门急诊量，达到126万人次", ["门急诊量"]),
    ("其中以新鲜蔬果下跌最多，跌幅达26.2%", ["新鲜蔬果"]),
    ("电费涨幅居首，其次是运费，上涨8.4%", ["运费"]),
  ])
  func topicsBehindTimes(text: String, expected: [String]) throws { try expect(text, expected) }

  /// What stands beside a name and is no part of it.
  @Test(arguments: [
    ("一项新工艺把铜回收率提高0.8个百分点", ["铜回收率"]),
    ("本报讯 （李蔓）今年我市居民医保筹资标准由每人每年50元提高到90元", ["居民医保筹资标准", "居民医保筹资标准"]),
    ("村里的砖窑最多时有386座", ["砖窑"]),
    ("净利润加在一起有8.2亿元", ["净利润"]),
    ("项目占地128亩", ["占地"]),
    ("装备制造业完成产值80亿元", ["装备制造业产值"]),
    ("全市安排重点项目118个。截至8月底，已开工102个", ["重点项目", "开工重点项目"]),
    ("○柳河县流转土地58.6万亩", ["流转土地"]),
  ])
  func whatIsNoPartOfAName(text: String, expected: [String]) throws { try expect(text, expected) }

  /// 这一数字 and its like stand for what was measured before.
  @Test(arguments: [
    ("三年前全县电商企业只有46家，如今这个数字是312家", ["电商企业", "电商企业"]),
    ("全省造林成活率为78%，而在西部三县，这一比例还不到六成", ["造林成活率", "造林成活率"]),
    ("今年公司海外订单6.3亿美元，五年前这个数不过1.1亿美元", ["海外订单", "海外订单"]),
    ("门诊量去年达到36万人次，这一数字还在上升，今年预计为40万人次", ["门诊量", "门诊量"]),
    ("出口依存度降至23%，这一比重比五年前下降9个百分点", ["出口依存度", "出口依存度"]),
  ])
  func wordsThatPointBack(text: String, expected: [String]) throws { try expect(text, expected) }

  /// Words of time and adverbs between a name and its verb are no names.
  @Test(arguments: [
    ("国家级专精特新企业存量128家，一年净增32家", ["国家级专精特新企业存量", "国家级专精特新企业存量"]),
    ("河道流量每秒860立方米，一天一夜增加了210立方米", ["河道流量", "河道流量"]),
    ("社区食堂一年增长46%", ["社区食堂"]),
    ("同一时期普通门诊量却减少三成", ["普通门诊量"]),
    ("可惜产量只有1800吨", ["产量"]),
    ("三个月前排骨还是每斤18元", ["排骨"]),
    ("五年后产业园产值将达到120亿元", ["产业园产值"]),
    ("但是进价又涨了5%", ["进价"]),
    ("鸡蛋价格涨到每公斤9元，相比以前上涨了0.8元", ["鸡蛋价格", "鸡蛋价格"]),
    ("成交量连续第九天站在400亿元之上", ["成交量"]),
    ("港口吞吐量连续第五年突破3亿吨", ["港口吞吐量"]),
    ("零售业总销货额为348亿元，扣除期间价格变动则下跌6.1%", ["零售业总销货额", "零售业总销货额"]),
  ])
  func timesAreNoNames(text: String, expected: [String]) throws { try expect(text, expected) }

  /// What is said of a noun in the clause before is no part of the name.
  @Test(arguments: [
    ("供水价格没有上调，还是每吨2.8元", ["供水价格"]),
    ("门票价格没有变，仍是每张60元", ["门票价格"]),
    ("渔船数量没有增加，仍保持在312艘", ["渔船数量"]),
    ("公交票价未作调整，仍为2元", ["公交票价"]),
    ("存款利率并未下调，仍为2.1%", ["存款利率"]),
    ("最高气温出现在北部的河口镇，达41.2℃", ["最高气温"]),
    ("单日最大客流出现在10月3日，达18.6万人次", ["单日最大客流"]),
    ("用电负荷最高值出现在下午两点，达1260万千瓦", ["用电负荷最高值"]),
    ("中段肉零售价还在9元/斤到10元/斤之间波动", ["中段肉零售价"]),
    ("钢材价格在每吨3600元至3800元之间徘徊", ["钢材价格"]),
  ])
  func predicatesEndTopics(text: String, expected: [String]) throws { try expect(text, expected) }

  /// A count with its noun behind it, then a noun with its figure.
  @Test(arguments: [
    ("学校现有36个班、学生1620人", ["班", "学生"]),
    ("全县辖12个镇、人口45万人", ["镇", "人口"]),
    ("医院设有18个科室、病床600张", ["科室", "病床"]),
    ("合作社有26个大棚、社员320人", ["大棚", "社员"]),
    ("公司拥有9艘货轮、船员210人", ["货轮", "船员"]),
    ("展馆设6个展区、展位1100个", ["展区", "展位"]),
    ("供电所管辖32个台区、用户5600户", ["台区", "用户"]),
    ("林场有8个管护站、林地12万亩", ["管护站", "林地"]),
    ("今年招聘18名博士、46名硕士", ["招聘博士", "招聘硕士"]),
    ("新开通3条公交线路、12条校车线路", ["新开通公交线路", "新开通校车线路"]),
    ("今年新增4万个学位", ["新增学位"]),
    ("储能规模142万千瓦/468万千瓦时", ["储能规模", "储能规模"]),
  ])
  func nounsOnBothSides(text: String, expected: [String]) throws { try expect(text, expected) }

  /// The verb of the record before gives way to the next one, or stays with its noun.
  @Test(arguments: [
    ("全年生产轴承860万套，销售820万套", ["生产轴承", "销售轴承"]),
    ("上半年生产水泥320万吨，销售306万吨", ["生产水泥", "销售水泥"]),
    ("公司收购鲜奶12万吨，加工11.6万吨", ["收购鲜奶", "加工鲜奶"]),
    ("法院受理民事案件3200件，审结2980件", ["受理民事案件", "审结民事案件"]),
    ("检察机关共批捕犯罪嫌疑人320人、起诉560人", ["批捕犯罪嫌疑人", "起诉犯罪嫌疑人"]),
    ("建成道路26条、总长43公里", ["建成道路", "建成道路总长"]),
    ("建成标准厂房26栋、总面积43万平方米", ["建成标准厂房", "建成标准厂房总面积"]),
    ("国产车、进口车销量分别增长6%和下降3%", ["国产车销量", "进口车销量"]),
    ("铁路、公路客运量分别下降2.4%和增长3.1%", ["铁路客运量", "公路客运量"]),
    ("储能电站11座，在建6座", ["储能电站", "在建储能电站"]),
    ("党组学习13次、支部学习65次", ["党组学习", "支部学习"]),
  ])
  func verbsGiveWay(text: String, expected: [String]) throws { try expect(text, expected) }

  /// A percentage with its noun of growth behind it is one of growth.
  @Test(arguments: [
    ("入境客流录得三成升幅", "入境客流"), ("农产品销售额有15%的增幅", "农产品销售额"), ("下半年订单预计出现两成左右的下滑", "订单"),
    ("二手房成交量有9.6%的跌幅", "二手房成交量"), ("粮食产量将有5%左右的下降", "粮食产量"), ("航空货运量录得6.8%的跌幅", "航空货运量"),
    ("快递业务量保持两成多的增速", "快递业务量"), ("药品价格平均有三成的降幅", "药品价格"),
  ])
  func growthBehindItsFigure(text: String, name: String) throws {
    let observations = try SentenceReader(rules: .embedded).observations(in: text, published: "2024-07-10")
    #expect(observations.map(\.indicator) == [name])
    #expect(observations.map(\.measure) == [.growth])
  }

  /// What is short of a noun takes it from what was measured before.
  @Test(arguments: [
    ("内地客平均每人花1890元，台湾客2040元", ["内地客平均每人花", "台湾客平均每人花"]),
    ("农业增加值12亿元，服务业30亿元", ["农业增加值", "服务业增加值"]),
    ("城镇非私营单位年平均工资8.8万元。城镇私营单位6.2万元", ["城镇非私营单位年平均工资", "城镇私营单位年平均工资"]),
    ("优良天数320天，优良率88.1%，比上年多4天", ["优良天数", "优良率", "优良天数"]),
    ("受害人中，50岁以上的占37%", ["50岁以上受害人占比"]),
    ("全市化肥供应紧张，种子，60元；化肥，180元", ["种子", "化肥"]),
    ("可新增镜头产能120万只、营业收入3.2亿元", ["新增镜头产能", "新增营业收入"]),
    ("形成5000万吨左右的新增通过能力", ["新增通过能力"]),
    ("近百家加工厂散在各个山头", ["加工厂"]),
    ("追加后在园区的总投资是三年前的2.2倍", ["在园区的总投资"]),
  ])
  func namesAreFilledIn(text: String, expected: [String]) throws { try expect(text, expected) }

  /// Who does it is cut off, though the page does not know the body.
  @Test(arguments: [
    ("相关部门投入1.2亿元", ["投入"]),
    ("当地财政部门拨付3600万元", ["拨付"]),
    ("检察机关共立案侦查职务犯罪案件207起", ["立案侦查职务犯罪案件"]),
    ("公安机关共破获电信诈骗案件320起", ["破获电信诈骗案件"]),
    ("志愿消防队全年扑救火灾126起", ["扑救火灾"]),
    ("运输部的职工自造土铁路23公里", ["自造土铁路"]),
    ("铁路部门增开临客46列", ["增开临客"]),
    ("侨商又当场认捐校舍52座", ["认捐校舍"]),
    ("社会各界捐建校舍2848座", ["捐建校舍"]),
    ("食品药品监管部门抽检食品8600批次", ["抽检食品"]),
    ("县委决定：十月份生产生铁3.5万吨", ["生产生铁"]),
    ("滨江轴承工厂生产轴承860万套", ["生产轴承"]),
  ])
  func agentsAreCutOff(text: String, expected: [String]) throws { try expect(text, expected) }
}
