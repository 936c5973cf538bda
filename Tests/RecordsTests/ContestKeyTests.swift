import Testing
import Values

@testable import Records

struct ContestKeyTests {
  private func key(_ name: String, _ value: String, unit: String, of normalized: String) -> ContestKey? {
    var fact = Sample.fact(name, value, period: Sample.year(2024), subject: "东区")
    fact.unit = unit
    fact.normalized = .init(amount: fact.normalized.amount, unit: normalized)
    return ContestKey(fact)
  }

  @Test func theValueMakesNoDifference() {
    #expect(key("低保对象", "3120", unit: "户", of: "1") == key("低保对象", "0.4", unit: "万户", of: "1"))
    #expect(key("工业投资", "12.6", unit: "亿元", of: "CNY") == key("工业投资", "3", unit: "万元", of: "CNY"))
  }

  @Test func whatIsCountedInMakesOne() {
    #expect(key("低保对象", "3120", unit: "户", of: "1") != key("低保对象", "4075", unit: "名", of: "1"))
  }

  @Test func theNameMakesOneButItsQuotesDoNot() {
    #expect(key("“四上”企业", "3", unit: "家", of: "1") == key("四上企业", "4", unit: "家", of: "1"))
    #expect(key("四上企业", "3", unit: "家", of: "1") != key("企业", "3", unit: "家", of: "1"))
  }

  @Test func withoutPeriodOrSubjectThereIsNone() {
    #expect(ContestKey(Sample.fact("投资", "1", period: nil, subject: "东区")) == nil)
    #expect(ContestKey(Sample.fact("投资", "1", period: Sample.year(2024), subject: nil)) == nil)
  }
}
