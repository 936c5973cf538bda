import Rules
import Testing

@testable import Indicators

/// How much of a plan was done, and what the plan asked for.
struct PlanFulfilmentTests {
  private func read(_ text: String) throws -> [String] {
    try SentenceReader(rules: .embedded).observations(in: text, published: "2014-11-12").map {
      "\($0.indicator) \($0.unit) \($0.status.rawValue)"
    }
  }

  /// The amount that a plan asks for stands before the share of it that is done.
  @Test(arguments: [
    ("全县植树1.1万亩，完成全年计划1.5万亩的73.3%", "植树", "万亩"),
    ("实际利用外资4120万美元，完成年度目标5000万美元的82.4%", "实际利用外资", "万美元"),
    ("财政收入3.2亿元，完成年任务12亿元的26.7%", "财政收入", "亿元"),
    ("造林4万亩，占年任务5万亩的80%", "造林", "万亩"),
  ])
  func amountsOfPlans(text: String, name: String, unit: String) throws {
    #expect(try read(text) == ["\(name) \(unit) actual", "\(name) \(unit) target", "\(name) % actual"])
  }

  /// Who set the plan, and for which work, names nothing.
  @Test(arguments: ["省定目标任务", "省重点工作目标任务", "市惠民工程计划任务", "上级年度目标"])
  func giversOfPlans(plan: String) throws {
    #expect(try read("改造危房1840户，完成\(plan)的105.1%") == ["改造危房 户 actual", "改造危房 % actual"])
  }

  /// 全年 before an aim says nothing of what is told next.
  @Test(arguments: ["完成全年60万人目标的87%", "完成全年60万人任务的87%", "完成全年目标60万人的87%"])
  func theYearOfAnAim(clause: String) throws {
    let told = try SentenceReader(rules: .embedded).observations(
      in: "1至9月，城镇新增就业52万人，\(clause)。技改投资38亿元。", published: "2014-11-12")
    #expect(told.last?.period?.description == "2014-01/2014-09")
  }

  /// The parts of what is planned are planned, unless the sentence before told what was done.
  @Test func partsOfPlans() throws {
    #expect(
      try read("今年，全县将重点实施水库整修和沟渠清淤。其中，整修小型水库14座，清淤沟渠260公里。")
        == ["整修小型水库 座 target", "清淤沟渠 公里 target"])
    #expect(
      try read("会上签约项目19个，计划总投资86亿元。其中，工业项目14个。").last?.hasSuffix("actual") == true)
  }

  @Test(arguments: ["实现了“双降”目标", "达到了预定目标"])
  func aimsThatAreReached(clause: String) throws {
    #expect(try read("全市\(clause)，空气优良率达88.6%").last?.hasSuffix("actual") == true)
  }

  @Test(arguments: ["通过四年努力", "经过两年多的努力", "通过全市上下的努力"])
  func effortsThatAreOver(clause: String) throws {
    #expect(try read("\(clause)，改建乡卫生院23所").last?.hasSuffix("actual") == true)
  }

  /// 将 before what something is made of tells no time, and what adds up to what is expected is expected.
  @Test func whatIsStillToCome() throws {
    #expect(try read("永昌将引进企业作为头等大事；短短几年，全县引进企业36家").last?.hasSuffix("actual") == true)
    #expect(try read("永昌将引进企业36家").last?.hasSuffix("target") == true)
    #expect(try read("预计全年累计可完成造林52万亩").last?.hasSuffix("forecast") == true)
    #expect(try read("上半年累计完成造林52万亩").last?.hasSuffix("actual") == true)
  }
}
