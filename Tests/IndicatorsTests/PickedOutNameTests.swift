import Rules
import Testing

@testable import Indicators

/// Sizes that pick out what is counted, and what is said once of those who are told apart.
struct PickedOutNameTests {
  @Test(arguments: [
    ("招聘会共提供岗位3200个，其中月薪6000元以上的占21%。", ["提供岗位", "月薪6000元以上占比"]),
    ("90至120平方米的刚需住房成交860套。", ["90至120平方米的刚需住房成交"]),
    ("年销售收入5000万元至1亿元的企业46家。", ["年销售收入5000万元至1亿元的企业"]),
    ("发放贷款420笔，其中50万元以下的占78%。", ["发放贷款", "50万元以下占比"]),
    ("调查显示，孩子每天户外活动不足1小时的占46%。", ["孩子每天户外活动不足1小时占比"]),
    // A size that nothing is picked out by is one.
    ("住房面积90至120平方米。", ["住房面积"]),
  ])
  func sizes(text: String, expected: [String]) throws { try expect(text, expected) }

  @Test(arguments: [
    ("小学生近视率38.6%，初中生71.2%。", ["小学生近视率", "初中生近视率"]),
    ("城镇职工医保报销比例75%，居民医保60%。", ["城镇职工医保报销比例", "居民医保报销比例"]),
    ("入库率96%，优良率82%。", ["入库率", "优良率"]),
  ])
  func rates(text: String, expected: [String]) throws { try expect(text, expected) }

  @Test(arguments: [
    ("市粮食局备足收购资金64亿元。", ["备足收购资金"]),
    ("市公安局打掉犯罪团伙26个。", ["打掉犯罪团伙"]),
    // The ending of an office in the middle of a word is none.
    ("汽车及零部件产值61.2亿元。", ["汽车及零部件产值"]),
  ])
  func offices(text: String, expected: [String]) throws { try expect(text, expected) }

  private func expect(_ text: String, _ expected: [String]) throws {
    let names = try SentenceReader(rules: .embedded).observations(in: text, published: "2019-09-10").map(\.indicator)
    #expect(names == expected, "\(text)")
  }
}
