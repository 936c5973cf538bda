import Rules
import Testing

@testable import Indicators

/// What lists say once and mean of each of their members.
struct ParallelNameTests {
  private func expect(_ text: String, _ expected: [String]) throws {
    let observations = try SentenceReader(rules: .embedded).observations(in: text + "。", published: "2019-06-12")
    #expect(observations.map(\.indicator) == expected, "\(text)")
  }

  /// What grew of the one thing grew of the next, where that is no size itself.
  @Test(arguments: [
    ("空调销量增长41.2%，冰箱增长20.5%，洗衣机增长13%", ["空调销量", "冰箱销量", "洗衣机销量"]),
    ("国有企业出口增长6.9%，三资企业增长26.3%，集体企业下降5.4%", ["国有企业出口", "三资企业出口", "集体企业出口"]),
    ("水泥产量增长8.1%，钢材增长3.2%，平板玻璃下降2.5%", ["水泥产量", "钢材产量", "平板玻璃产量"]),
    ("农村居民人均消费支出增长6.2%，城镇居民增长3.1%", ["农村居民人均消费支出", "城镇居民人均消费支出"]),
    ("旅客发送量增长4.1%，货物下降2.2%", ["旅客发送量", "货物发送量"]),
    ("国有企业利润增长6.2%，私营企业势头最猛，增长12.3%", ["国有企业利润", "私营企业利润"]),
    ("珠宝类同店销售下跌两成，药妆类增长5%", ["珠宝类同店销售", "药妆类同店销售"]),
  ])
  func growth(text: String, expected: [String]) throws { try expect(text, expected) }

  /// Those who are counted, sizes, and what only sounds like a member grow by themselves.
  @Test(arguments: [
    ("社会消费品零售总额增长8%，旅客增长5%", ["社会消费品零售总额", "旅客"]),
    ("工业用电量增长6.2%，税收增长3.1%", ["工业用电量", "税收"]),
    ("苹果产量增长6.2%，农民收入增长3.1%", ["苹果产量", "农民收入"]),
    ("财政收入将增加3亿元，就业岗位有望增加2000个", ["财政收入", "就业岗位"]),
  ])
  func growthOfItsOwn(text: String, expected: [String]) throws { try expect(text, expected) }

  /// What every member of a list tells of its kind is of that kind.
  @Test(arguments: [
    (
      "全县建成学校43所。其中，高中2所，在校生3741人；初级中学11所，在校生8899人",
      ["建成学校", "高中", "高中在校生", "初级中学", "初级中学在校生"]
    ),
    ("有蔬菜大棚820个，年产值4100万元；果园23个，年产值1200万元", ["蔬菜大棚", "蔬菜大棚年产值", "果园", "果园年产值"]),
    ("水库86座，库容3.2亿立方米；塘坝1200口，库容0.6亿立方米", ["水库", "水库库容", "塘坝", "塘坝库容"]),
    ("工业企业1200户，职工8.2万人；商业企业320户，职工1.6万人", ["工业企业", "工业企业职工", "商业企业", "商业企业职工"]),
  ])
  func kinds(text: String, expected: [String]) throws { try expect(text, expected) }

  /// One kind told of two times, and what is done to all that is counted, are no such lists.
  @Test(arguments: [
    ("今年亏损企业36户，亏损额2.1亿元，去年同期亏损额3亿元", ["亏损企业", "亏损额", "亏损额"]),
    ("大桥工程36项，投资2.1亿元；投资来自企业", ["大桥工程", "投资"]),
    ("受灾人口3.7万人，损失4300万元；高青县8000人受灾，损失1900万元", ["受灾人口", "损失", "受灾", "损失"]),
    ("建成公园12个，投资3亿元。建成学校3所，投资2亿元", ["建成公园", "投资", "建成学校", "投资"]),
  ])
  func oneKind(text: String, expected: [String]) throws { try expect(text, expected) }

  /// A size and its limit tell which were counted, and are no fact.
  @Test(arguments: [
    ("全区有18家企业利润超过1000万元", ["利润超过1000万元的企业"]),
    ("全镇有36户农民年收入突破10万元", ["年收入突破10万元的农民"]),
    ("全国14个地区空气污染指数超过100", ["空气污染指数超过100的地区"]),
    ("26个县贫困发生率低于2%", ["贫困发生率低于2%的县"]),
    ("12家企业出口超过1000万美元", ["出口超过1000万美元的企业"]),
    ("全市有56个街道税收突破1亿元", ["税收突破1亿元的街道"]),
  ])
  func limits(text: String, expected: [String]) throws { try expect(text, expected) }

  /// What they have or make together has a figure of its own.
  @Test(arguments: [
    ("3家企业实现利润1000万元", ["企业", "利润"]),
    ("26个县贫困发生率为2%", ["县", "贫困发生率"]),
  ])
  func sums(text: String, expected: [String]) throws { try expect(text, expected) }
}
