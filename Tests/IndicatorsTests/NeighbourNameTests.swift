import Rules
import Testing

@testable import Indicators

/// What names take from what stands beside them, and what they leave to their neighbours.
struct NeighbourNameTests {
  private func expect(_ text: String, _ expected: [String]) throws {
    let observations = try SentenceReader(rules: .embedded).observations(in: text, published: "2019-06-12")
    #expect(observations.map(\.indicator) == expected, "\(text)")
  }

  /// Who has the size that is measured, where he is no subject.
  @Test(arguments: [
    ("上半年，车险业务实现保费收入6.8亿元，农险业务实现保费收入1.2亿元", ["车险业务保费收入", "农险业务保费收入"]),
    ("全市六个县级园区实现工业产值86.3亿元", ["县级园区工业产值"]),
    ("大中专毕业生实现就业8200人", ["大中专毕业生就业"]),
    ("全省日均新设企业1420户", ["日均新设企业"]),
  ])
  func holdersOfSizes(text: String, expected: [String]) throws { try expect(text, expected) }

  /// A label before a colon is what the bare noun behind it is of.
  @Test(arguments: [
    ("铜：一季度进口量为142万吨；铝：一季度进口量为12万吨", ["铜进口量", "铝进口量"]),
    ("棉花：本月收购价为每吨18200元", ["棉花收购价"]),
    ("答：一季度进口量为142万吨", ["进口量"]),
  ])
  func labels(text: String, expected: [String]) throws { try expect(text, expected) }

  /// Places side by side are whose the figures are; what is measured is the same of all, and of those of the next list.
  @Test(arguments: [
    (
      "长沙、株洲、湘潭规模以上工业增加值分别增长8.1%、7.6%和7.9%，岳阳、衡阳分别增长8.4%和7.2%",
      Array(repeating: "规模以上工业增加值", count: 5)
    ),
    ("苏州、无锡限额以上企业零售额分别增长12%和11%", ["限额以上企业零售额", "限额以上企业零售额"]),
  ])
  func placesSideBySide(text: String, expected: [String]) throws { try expect(text, expected) }

  /// What those do who are counted, and what is measured of them, is no part of what they are.
  @Test(arguments: [
    ("1.6万名留守老人直接受益", ["留守老人"]),
    ("市交警支队抽调260名民警在主要路口疏导交通", ["民警"]),
    ("全区12所小学共有教师640名", ["小学", "教师"]),
    ("全市85所中小学平均升学率为93.6%", ["中小学", "中小学平均升学率"]),
    ("洪水来袭后，2300余人紧急撤离", ["紧急撤离"]),
    ("主要表现为：水泥、化肥产量分别增长9.2%和4.1%", ["水泥产量", "化肥产量"]),
  ])
  func whatTheyDo(text: String, expected: [String]) throws { try expect(text, expected) }

  @Test(arguments: [
    ("全市培育出3家国家级、18家省级农业产业化龙头企业", ["国家级农业产业化龙头企业", "省级农业产业化龙头企业"]),
    ("全省有教师46万人，其中城市18万人，农村28万人", ["教师", "城市教师", "农村教师"]),
    ("去年新增充电桩260个，累计达到1400个", ["新增充电桩", "充电桩"]),
    ("人均纯收入近1万元。厂长说，公司总产值达到7200万元", ["人均纯收入", "总产值"]),
  ])
  func whatIsLeftOut(text: String, expected: [String]) throws { try expect(text, expected) }

  /// A part of a page that says from where it looks measures nothing by that.
  @Test(arguments: ["分季度看", "从趋势看", "按季度分", "就各季而言"])
  func views(view: String) throws {
    try expect("前三季度，工业增加值增长6.2%。\(view)，一季度增长5.8%，二季度增长6.1%", ["工业增加值", "工业增加值", "工业增加值"])
  }

  @Test(arguments: [
    ("净利润186亿", "亿元"), ("总资产突破2万亿", "万亿元"), ("直接经济损失860.5万", "万元"), ("贫困人口126万", "万"),
    ("对入住老人每人每月发放180元护理补贴", "元/人·月"), ("写字楼成交58套/7120平方米", "套"),
  ])
  func unitsLeftOut(text: String, unit: String) throws {
    let observations = try SentenceReader(rules: .embedded).observations(in: text, published: "2019-06-12")
    #expect(observations.first?.unit == unit)
  }

  /// 五里铺乡 tells where, and no size.
  @Test(arguments: ["五里铺乡种植黄花菜3000亩", "八里店镇种植黄花菜3000亩"])
  func placesWithNumerals(text: String) throws { try expect(text, ["种植黄花菜"]) }
}
