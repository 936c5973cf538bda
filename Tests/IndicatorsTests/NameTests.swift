import Rules
import Testing

@testable import Indicators

/// The edges of names: what is cut off, and what stays.
struct NameTests {
  @Test(arguments: [
    ("凤庆县红茶产量3860吨", ["红茶产量"]),
    ("春运首日全省道路发送旅客41.3万人次", ["道路发送旅客"]),
    ("实施199个中心城区政府投资项目", ["实施中心城区政府投资项目"]),
    ("天然气门站价每立方米上调0.2元", ["天然气门站价"]),
    ("养老金发放标准1860元", ["养老金发放标准"]),
    ("治安案件查处数、治安处罚人数分别上升60%和70%", ["治安案件查处数", "治安处罚人数"]),
    ("为企业减、免、退税5134万元", ["为企业减、免、退税"]),
    ("1.城镇新增就业1.26万人", ["城镇新增就业"]),
    ("选派186名骨干医生到上级医院进修", ["骨干医生"]),
    ("图书馆藏书38万册，剔除破损图书后增长3.5%", ["图书馆藏书", "剔除破损图书后图书馆藏书"]),
    ("产量从1万吨增加到2020年的4万吨", ["产量", "产量"]),
    ("大数据企业从不足一千家增加到1.02万家", ["大数据企业", "大数据企业"]),
    ("年度投资计划647.4亿元", ["年度投资计划"]),
    ("仅此一项就让竹农户均增收1340元", ["竹农户均收入"]),
    ("装机容量：75万千瓦；年发电量：18.6亿千瓦时", ["装机容量", "年发电量"]),
  ])
  func cutsNames(text: String, expected: [String]) throws {
    #expect(try names(text) == expected)
  }

  @Test(arguments: [
    ("特殊教育学校4所", ["特殊教育学校"]),
    ("通信基站修复1140座", ["通信基站修复"]),
    ("板房计划搭建1.2万套", ["板房搭建"]),
    ("春城牌自行车1—5月出境3.2万辆", ["春城牌自行车出境"]),
    ("汽车、电子、医药三大产业分别完成产值96亿元、71.4亿元、38亿元", ["汽车产业产值", "电子产业产值", "医药产业产值"]),
    ("集体经济收入86万元，人均可支配收入2.1万元，两项收入分别增长31%和11.4%", ["集体经济收入", "人均可支配收入", "集体经济收入", "人均可支配收入"]),
    ("褐藻胶、甘露醇、岩藻多糖三种产品，售价依次是每公斤52元、31元和4600元", ["褐藻胶售价", "甘露醇售价", "岩藻多糖售价"]),
    ("大理、昭通、楚雄等地分别接待游客119万人次、88万人次和40万人次", ["接待游客", "接待游客", "接待游客"]),
  ])
  func findsTheNounsOfVerbs(text: String, expected: [String]) throws {
    #expect(try names(text) == expected)
  }

  /// A rate told in the clause before makes the percentage one of growth.
  @Test(arguments: ["对东盟出口增幅最大，达38.5%", "家电类跌幅居前，为21%"])
  func ratesToldBefore(text: String) throws {
    let observations = try SentenceReader(rules: .embedded).observations(in: text, published: nil)
    #expect(observations.map(\.measure) == [.growth])
  }

  private func names(_ text: String) throws -> [String] {
    try SentenceReader(rules: .embedded).observations(in: text, published: "2024-07-10").map(\.indicator)
  }
}
