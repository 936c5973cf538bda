import Rules
import Testing

@testable import Indicators

/// Figures whose names stand with other figures, and what does not belong to a name.
struct SharedNameTests {
  private func expect(_ text: String, _ expected: [String]) throws {
    #expect(try SentenceReader.named(in: text) == expected, "\(text)")
  }

  @Test(arguments: [
    (
      "新能源汽车产销分别完成31.2万辆和29.9万辆，同比均增长43.9%",
      ["新能源汽车生产 level", "新能源汽车销售 level", "新能源汽车生产 growth", "新能源汽车销售 growth"]
    ),
    (
      "财政总收入16.8亿元，一般公共预算收入10.3亿元，前者增长1.9%，后者下降0.6%",
      ["财政总收入 level", "一般公共预算收入 level", "财政总收入 growth", "一般公共预算收入 growth"]
    ),
  ])
  func areDealtOutToWhatWasMeasuredBefore(text: String, expected: [String]) throws { try expect(text, expected) }

  @Test(arguments: [
    ("市劳动部门的登记失业率是2.4%", ["登记失业率 level"]),
    ("“一区四园”共注册协议外资2.8亿美元", ["注册协议外资 level"]),
    ("地区生产总值111.6亿元，按可比价格计算同比增长7.4%", ["地区生产总值 level", "地区生产总值 growth"]),
    ("郑家坞镇亩均税收13.6万元，杭坪镇以22.8万元居首", ["亩均税收 level", "亩均税收 level"]),
    ("特别是盗窃案件下降12%", ["盗窃案件 growth"]),
    ("10.2万亩蔬菜实现产值5.3亿元", ["蔬菜 level", "产值 level"]),
    ("农民人均纯收入达3072元，预计全年人均增收450元以上", ["农民人均纯收入 level", "人均纯收入 change"]),
  ])
  func haveNoMoreThanTheirNames(text: String, expected: [String]) throws { try expect(text, expected) }

  @Test(arguments: [
    ("行政管辖面积171平方公里，连续引进30亿元以上的龙头", ["行政管辖面积 level"]),
    ("镇区面积6.5平方公里，有28115户", ["镇区面积 level"]),
    ("占地420亩，投入1.2亿元", ["占地 level", "投入 level"]),
  ])
  func haveTheirDimension(text: String, expected: [String]) throws {
    let observations = try SentenceReader(rules: .embedded).observations(in: text, published: "2024-07-10")
    #expect(observations.first?.indicator == String(expected[0].split(separator: " ")[0]))
    #expect(!observations.dropFirst().contains { $0.indicator == observations[0].indicator })
  }

  @Test(arguments: [
    ("全年钢产量压在610万吨以内", "t"), ("年内失业率要控制在2.8%以内", "t"), ("全年的盘子年初就定下了：技改投资12亿元", "t"),
    ("今年的硬任务是减贫1.5万人", "t"), ("上半年钢产量312万吨", "a"),
  ])
  func ofAYearThatIsNotOverAreAims(text: String, statuses: String) throws {
    let observations = try SentenceReader(rules: .embedded).observations(in: text, published: "2024-07-10")
    #expect(observations.map { String($0.status.rawValue.prefix(1)) }.joined() == statuses)
  }
}
