import Rules
import Testing

@testable import Indicators

/// How far what is said once of a comparison reaches.
struct ComparisonReachTests {
  @Test(arguments: [
    "一季度进出口22.4亿元，比去年同期（下同）下降12.6%。其中，出口13.7亿元，增长5.3%；进口8.7亿元，下降31.1%。",
    "上半年用电量31亿千瓦时，同比（下同）增长4.2%。工业用电18亿千瓦时，增长3.1%。居民用电6亿千瓦时，增长8.4%。",
    "1至5月，全市实现税收46亿元，与上年同期相比（下同）增长6.3%。其中，增值税21亿元，增长7.2%；所得税8亿元，下降2.4%。",
  ])
  func theSameBelowHoldsForAllThatFollows(text: String) throws {
    let observations = try SentenceReader(rules: .embedded).observations(in: text, published: "2016-07-20")
    let growths = observations.filter { $0.measure == .growth }
    #expect(growths.count == 3)
    #expect(growths.allSatisfy { $0.comparison == .yoy })
  }

  @Test(arguments: [
    "一季度进出口22.4亿元人民币（下同），增长12.6%。其中，出口13.7亿元，增长5.3%。",
    "上半年用电量31亿千瓦时，同比增长4.2%。工业用电18亿千瓦时，增长3.1%。",
    "全市实现税收46亿元（地方口径，下同），增长6.3%。",
  ])
  func anotherSameBelowSaysNothingOfIt(text: String) throws {
    let observations = try SentenceReader(rules: .embedded).observations(in: text, published: "2016-07-20")
    #expect(observations.last { $0.measure == .growth }?.comparison == nil)
  }

  @Test(arguments: [
    ("比去年70座多出20座。", "全市建成公厕90座，"), ("比2019年的820家多出41家。", "全市有规上企业861家，"),
    ("比计划多出3公里。", "全县硬化村道36公里，"),
  ])
  func moreIsNoBoundBeforeItsVerb(comparison: String, head: String) throws {
    let observations = try SentenceReader(rules: .embedded).observations(in: head + comparison, published: "2022-07-20")
    #expect(observations.allSatisfy { $0.bound == .exact })
  }

  /// The value of the base stands between the word of comparison and the change.
  @Test(
    arguments: [
      ("上半年利润3.6亿元，比上年同期的3.1亿元增加5000万元。", Observation.Comparison.yoy),
      ("今年建成公厕90座，比去年70座多出20座。", .yoy),
      ("全市有规上企业861家，比2019年的820家多出41家。", nil),
    ] as [(String, Observation.Comparison?)])
  func aBaseMayTellItsValue(text: String, comparison: Observation.Comparison?) throws {
    let observations = try SentenceReader(rules: .embedded).observations(in: text, published: "2022-07-20")
    #expect(observations.last?.measure == .change)
    #expect(observations.last?.comparison == comparison)
  }

  /// The month, quarter or issue before is `mom`, though it ended a year; the end of that year is `yoy`.
  @Test(arguments: [
    ("1月份二手房成交880套，较上月增长3%。", Observation.Comparison.mom),
    ("一季度成交880套，较去年四季度增长3%。", .mom),
    ("本期鲫鱼均价11.2元，较上期上涨2.1%。", .mom),
    ("1月份成交880套，比去年同期增长3%。", .yoy),
    ("一季度成交880套，比去年一季度增长3%。", .yoy),
    ("目前在建项目88个，较上年末增长3%。", .yoy),
    ("3月末存款880亿元，比去年底增长3%。", .yoy),
  ])
  func theSpanBeforeMayEndAYear(text: String, comparison: Observation.Comparison) throws {
    let observations = try SentenceReader(rules: .embedded).observations(in: text, published: "2023-04-15")
    #expect(observations.last?.comparison == comparison)
  }

  /// One verb and 同比 of moves in unlike units.
  @Test(arguments: [
    ("受理案件12846件，结案率92.66%，同比分别上升8.2%和1.3个百分点。", [("8.2", Observation.Measure.growth), ("1.3", .change)]),
    ("不良贷款余额3.2亿元，不良率1.2%，分别比年初减少0.4亿元、0.2个百分点。", [("-0.4", .change), ("-0.2", .change)]),
    ("优良率87.4%，优良天数320天，较上年分别提高3.2个百分点和4.1%。", [("3.2", .change), ("4.1", .growth)]),
  ])
  func oneVerbMovesThingsOfUnlikeUnits(text: String, moves: [(String, Observation.Measure)]) throws {
    let found = try SentenceReader(rules: .embedded).observations(in: text, published: "2021-01-15")
      .filter { $0.measure == .growth || $0.measure == .change }
    #expect(found.map { "\($0.amount)" } == moves.map { "value(\($0.0))" })
    #expect(found.map(\.measure) == moves.map(\.1))
    #expect(found.allSatisfy { $0.comparison == .yoy })
  }
}
