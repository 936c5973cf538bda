import Rules
import Testing

@testable import Indicators

struct ContextRuleTests {
  @Test func examplesComeOutAsWritten() throws {
    let report = try ContextRuleChecker().test(.embedded)
    #expect(report.examples >= 12)
    #expect(report.failures.map(\.description) == [])
  }

  @Test func theFilesHaveNothingToComplainOf() throws {
    #expect(try ContextRuleChecker().lint(.embedded).map(\.description) == [])
  }

  @Test(arguments: [
    ("规上工业增加值", "va_industry_designated"), ("规模以上工业增加值", "va_industry_designated"), ("GDP", "gdp"),
    ("地区生产总值", "gdp"), ("社零总额", "retail_sales"), ("“四上”企业", nil),
  ])
  func namesOfOneIndicatorHaveOneCode(name: String, code: String?) throws {
    let table = try ConceptTable(rules: .embedded)
    #expect(table.concept(ofName: Array(name.utf8))?.code == code)
    #expect(table.concepts.count >= 200)
  }
}
