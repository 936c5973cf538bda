import Rules
import Testing

@testable import Indicators

/// What stands before a name or behind it and is no part of it, and what is.
struct NameBorderTests {
  private func expect(_ text: String, _ expected: [String]) throws {
    let observations = try SentenceReader(rules: .embedded).observations(in: text + "。", published: "2019-06-12")
    #expect(observations.map(\.indicator) == expected, "\(text)")
  }

  /// When, how and where something is done, and who does all of it together, lead no name.
  @Test(arguments: [
    ("春运期间市客运集团日均发车320班", ["日均发车"]),
    ("施工期间全线累计投入机械860台", ["投入机械"]),
    ("采用顶管的方式铺设燃气管道12公里", ["铺设燃气管道"]),
    ("通过以奖代补的方式改造农房860户", ["改造农房"]),
    ("高速公路在我县境内全长47.8公里", ["境内全长"]),
    ("四大粮仓湖南、江西、湖北合计生产早稻860万吨", ["生产早稻"]),
    ("救助站组织已累计接收棉衣3200件", ["接收棉衣"]),
    ("目前，共建成社区食堂46家", ["建成社区食堂"]),
    ("县水利局投资960万元新建泵站", ["投资"]),
    ("缴费方式改革惠及职工3200人", ["缴费方式改革惠及职工"]),
  ])
  func leads(text: String, expected: [String]) throws { try expect(text, expected) }

  /// What was told before is pointed at, with the body that it is.
  @Test(arguments: [
    ("这项工程总投资2650万元", ["总投资"]),
    ("这家卫生院门诊量达到3.2万人次", ["门诊量"]),
    ("这段铁路全长133公里", ["铁路全长"]),
    ("这家企业的产值达3.2亿元", ["产值"]),
  ])
  func pointers(text: String, expected: [String]) throws { try expect(text, expected) }

  /// A trade, or what is counted by the head, stays before a verb of flow; who does it does not.
  @Test(arguments: [
    ("第一、第二、第三产业新登记企业分别增长12.4%、5.6%和8.9%", ["第一产业新登记企业", "第二产业新登记企业", "第三产业新登记企业"]),
    ("制造业新设企业1260户，增长8.5%", ["制造业新设企业", "制造业新设企业"]),
    ("职工医疗保险新增参保人数5200人", ["职工医疗保险新增参保人数"]),
    ("乡村旅游接待人数达到12万人次", ["乡村旅游接待人数"]),
    ("县公安局新增警力120名", ["新增警力"]),
    ("景区接待游客和门票收入分别增长14.2%和13.6%", ["接待游客", "门票收入"]),
    ("景区取得门票收入300万元", ["门票收入"]),
    ("公司取得专利36项", ["取得专利"]),
  ])
  func flows(text: String, expected: [String]) throws { try expect(text, expected) }

  /// What is quoted is one name, whatever marks stand in it.
  @Test(arguments: [
    ("“互联网+”“文化、旅游业”的投资分别增长21%和13%", ["“互联网+”的投资", "“文化、旅游业”的投资"]),
    ("“科技、文化”“体育”的新设企业分别增长8%和6%", ["“科技、文化”的新设企业", "“体育”的新设企业"]),
    ("“两优一先”表彰会、座谈会分别参加120人、36人", ["“两优一先”表彰会参加", "座谈会参加"]),
  ])
  func quotes(text: String, expected: [String]) throws { try expect(text, expected) }

  /// Those who are counted end before what they do, and before what is measured of them.
  @Test(arguments: [
    ("26家企业平均每家纳税320万元", ["企业", "企业平均每家纳税"]),
    ("180户村民家家养蜂", ["养蜂的村民"]),
    ("36家企业如期复工", ["如期复工的企业"]),
    ("26个县贫困发生率为2%", ["县", "贫困发生率"]),
    ("12个县污水处理率为88%", ["县", "污水处理率"]),
    ("32家法院收案数增长超过30%", ["法院", "法院收案数"]),
    ("新建8处公交首末站、加油站和加气站各1座", ["新建公交首末站", "加油站", "加气站"]),
    ("培训村民小组长860名", ["培训村民小组长"]),
  ])
  func counted(text: String, expected: [String]) throws { try expect(text, expected) }

  /// What moves by points after a growth is how fast it grows; what follows is of the indicator again.
  @Test(arguments: [
    ("生产总值增长6.5%，比一季度加快0.4个百分点", ["生产总值", "生产总值增速"]),
    (
      "服务业增加值增长5.3%，快于全市生产总值1.9个百分点，占全市生产总值的比重为55.3%",
      ["服务业增加值", "服务业增加值增速", "服务业增加值占全市生产总值的比重"]
    ),
    ("固定资产投资下降3.2%，比上月收窄0.8个百分点", ["固定资产投资", "固定资产投资降幅"]),
    ("森林覆盖率62.1%，比上年提高0.4个百分点", ["森林覆盖率", "森林覆盖率"]),
    ("失业率下降2%，比上月低0.3个百分点", ["失业率", "失业率"]),
    ("装备制造业增长9.6%，拉动工业增长2.3个百分点，占比为21.4%", ["装备制造业", "拉动工业增长", "装备制造业占比"]),
  ])
  func points(text: String, expected: [String]) throws { try expect(text, expected) }

  /// What a clause before tells of the name: what is looked at, what is left out, what most is said of.
  @Test(arguments: [
    ("从产量上看，大豆增长6.0%，花生增长9.5%", ["大豆产量", "花生产量"]),
    ("从价格看，猪肉上涨12%，鸡蛋下跌8%", ["猪肉价格", "鸡蛋价格"]),
    ("从销量看，轿车销量增长4.2%", ["轿车销量"]),
    ("学生党员数量增加最为明显，比上年多发展7.1万名", ["学生党员数量"]),
    ("茶叶出口额增长最快，比上年多860万元", ["茶叶出口额"]),
    ("韭菜跌幅最大，价格为每公斤4.2元", ["韭菜价格"]),
    ("固定资产投资增长5%，扣除房地产开发投资后增长9.1%", ["固定资产投资", "扣除房地产开发投资后固定资产投资"]),
    ("59.5万户企业建立了党组织，占总数的99.6%", ["建立党组织的企业", "建立党组织的企业占总数的比重"]),
    ("刑事案件立案41件，审结26件；执行案件立案486件，审结163件", ["刑事案件立案", "审结刑事案件", "执行案件立案", "审结执行案件"]),
    ("参合率为95%，全县共有23600人次得到补偿", ["参合率"]),
    ("农民人均纯收入达到740元，比全省平均水平多出60元", ["农民人均纯收入", "农民人均纯收入"]),
  ])
  func clausesBefore(text: String, expected: [String]) throws { try expect(text, expected) }

  /// Those who are counted, with what they do, what stands for them, and what is of them.
  @Test(arguments: [
    ("18家企业新产品获奖", ["新产品获奖的企业"]),
    ("36家企业如期复工", ["如期复工的企业"]),
    ("800余名人才到场应聘", ["到场应聘的人才"]),
    ("财政收入超亿元的县（市、区）已达84个", ["财政收入超亿元的县（市、区）"]),
    ("全镇共有15个村（社区）", ["村（社区）"]),
    ("全镇共有15个村（见附表）", ["村"]),
    ("为12万人口的各类常见病症提供服务", ["人口"]),
    ("培训12名学生的家长", ["培训学生"]),
  ])
  func bodies(text: String, expected: [String]) throws { try expect(text, expected) }

  /// Words that stand for a place or a time, and what a plan asked for, name nothing.
  @Test(arguments: [
    ("当地的春茶鲜叶卖到每斤50元", ["春茶鲜叶"]),
    ("自治区棉花播种面积2457万亩", ["棉花播种面积"]),
    ("机手工资每天涨到260元", ["机手工资"]),
    ("平均每人每天吃菜一斤二两", ["平均每人每天吃菜"]),
    ("工程累计完成投资85亿元", ["累计完成投资"]),
    ("粮食产量达到42万吨，比“十一五”规划目标40万吨多2万吨", ["粮食产量", "粮食产量"]),
    ("城镇化率提高到50.2%，比“十二五”规划目标48%高2.2个百分点", ["城镇化率", "城镇化率", "城镇化率"]),
    ("省财政补助620万元，农户自缴185万元", ["省财政补助", "农户自缴"]),
    ("受理执行案件650件，审结351件", ["受理执行案件", "审结执行案件"]),
  ])
  func standIns(text: String, expected: [String]) throws { try expect(text, expected) }
}

/// Where the name of a place ends before a word that begins with its last character.
struct UnitWordNameTests {
  @Test(arguments: [
    ("陕西省出栏生猪860万头。", "出栏生猪"), ("浙江省出台政策32项。", "出台政策"), ("青海省出口藏毯560万美元。", "出口藏毯"),
    ("浙江省级非遗项目320个。", "省级非遗项目"), ("湖州市级龙头企业26家。", "市级龙头企业"), ("荣成市区人口26万人。", "市区人口"),
    ("德清县域内就诊率92%。", "县域内就诊率"), ("去年湖南省属国企营业收入6800亿元。", "省属国企营业收入"), ("湖北省下拨救灾资金3.2亿元。", "下拨救灾资金"),
  ])
  func itsLastCharacterBelongsToTheWord(sentence: String, name: String) throws {
    let observations = try SentenceReader(rules: .embedded).observations(in: sentence, published: nil)
    #expect(observations.map(\.indicator) == [name])
  }
}
