import Rules
import Testing

@testable import Indicators

/// How much more or less was done than before, and against what.
struct MoreDoneTests {
  private func last(_ text: String) throws -> Observation {
    try #require(try SentenceReader(rules: .embedded).observations(in: text, published: "2016-07-20").last)
  }

  /// 多 or 少 with a verb behind a word of comparison is a change of what that verb did.
  @Test(arguments: [
    ("法院全年办结案件312件，同比多办9件。", "办结案件", "yoy"),
    ("交警查处酒驾320起，同比少查处46起。", "查处酒驾", "yoy"),
    ("一季度产煤510万吨，比去年同期多产煤41万吨。", "产煤", "yoy"),
    ("完成植树320万株，比去年同期多植80万株。", "植树", "yoy"),
    ("收购烟叶32万担，比上年增购3万担。", "收购烟叶", "yoy"),
  ])
  func changesOfDeeds(text: String, name: String, comparison: String) throws {
    let change = try last(text)
    #expect(change.measure == .change)
    #expect(change.indicator == name)
    #expect(change.comparison?.rawValue == comparison)
  }

  /// A day or a week before is the period just before; 高出 may lead the base itself.
  @Test(arguments: [
    ("水位26.4米，较前一日上涨1.34米。", "mom"),
    ("成交额320亿元，比前一交易日放大近四成。", "mom"),
    ("上周成交3200套，环比下落3.3%。", "mom"),
    ("进口3.2亿元，比降7.4%。", "yoy"),
    ("出口4.5亿元，比增12.1%。", "yoy"),
    ("完成率62.3%，高出去年同期2.7个百分点。", "yoy"),
  ])
  func bases(text: String, comparison: String) throws {
    #expect(try last(text).comparison?.rawValue == comparison, "\(text)")
  }

  /// What lies above another place is the rate where a clause told its rank.
  @Test(arguments: [
    ("工业增速居全省第三，比全国高3.2个百分点。", "工业增速"),
    ("GDP增速继续领跑全省，高于全国1.2个百分点。", "GDP增速"),
  ])
  func ratesOfTopics(text: String, name: String) throws {
    #expect(try last(text).indicator == name, "\(text)")
  }
}
