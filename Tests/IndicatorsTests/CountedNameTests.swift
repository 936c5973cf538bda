import Rules
import Testing

@testable import Indicators

/// Counted things beside what the next figure measures of them.
struct CountedNameTests {
  private func expect(_ text: String, _ expected: [String]) throws {
    #expect(try SentenceReader.named(in: text) == expected, "\(text)")
  }

  @Test(arguments: [
    ("63家重点餐饮企业营业额4860万元", ["重点餐饮企业 level", "重点餐饮企业营业额 level"]),
    ("12个商圈客流量219万人次", ["商圈 level", "商圈客流量 level"]),
    ("112家农家乐营业额960万元", ["农家乐 level", "农家乐营业额 level"]),
    ("37家农机合作社总收入2800万元", ["农机合作社 level", "农机合作社总收入 level"]),
  ])
  func areFreeOfIt(text: String, expected: [String]) throws { try expect(text, expected) }

  @Test(arguments: [
    ("猪肉零售均价为每500克17.62元", ["猪肉零售均价 level"]),
    ("鸡蛋均价为每500克5.86元", ["鸡蛋均价 level"]),
  ])
  func haveNoAmountThatAPriceIsSaidFor(text: String, expected: [String]) throws { try expect(text, expected) }

  @Test(arguments: [
    ("网购投诉386件，却是2009年的2.7倍", ["网购投诉 level", "网购投诉 ratio"]),
    ("出口汽车1.9万辆，货值27.4亿元，分别是去年全年的1.3倍和1.6倍", ["出口汽车 level", "货值 level", "出口汽车 ratio", "货值 ratio"]),
    ("外汇储备940亿美元，是短期外债的1.2倍", ["外汇储备 level", "外汇储备 ratio"]),
    ("充电量是平日的2.6倍", ["充电量 ratio"]),
  ])
  func areMultiplesOfOthers(text: String, expected: [String]) throws { try expect(text, expected) }
}
