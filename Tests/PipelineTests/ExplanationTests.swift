import Reading
import Records
import Rules
import Testing

@testable import Pipeline

struct ExplanationTests {
  private func explanation(_ sentence: String) throws -> SentenceExplanation {
    try Explainer(rules: .embedded, reading: ReadingOptions()).explanation(of: sentence)
  }

  @Test func namesPiecesRulesAndOrigins() throws {
    let text = try explanation("2024年，日照市完成工业投资12.6亿元，同比增长8.1%。").text
    #expect(text.contains("clause: 同比增长8.1%\n"))
    #expect(text.contains("12.6亿元 [figures]"))
    #expect(text.contains("time_period  2024, «2024年» in the paragraph"))
    #expect(text.contains("subject      日照市, «日照市» in the clause"))
  }

  @Test func saysTheSameAsJSON() throws {
    let value = try JSONValue(explanation("2024年，日照市完成工业投资12.6亿元。").json.utf8)
    let clauses = value["clauses"]?.items ?? []
    #expect(clauses.count == 2)
    let record = try #require(value["records"]?.items.first)
    let rule = try #require(record["rule"])
    #expect(clauses.last?["tried"]?.items.first?["rules"]?.items.contains(rule) == true)
    #expect(record["origins"]?["subject"]?["text"]?.text == "日照市")
    #expect(record["origins"]?["time_period"]?["start"]?.number?.description == "0")
    #expect(value["figures"]?.items.count == 2)
  }

  @Test func tellsWhyThereIsNoRecord() throws {
    let text = try explanation("请拨打电话联系。他今年38岁，住在3号楼。").text
    #expect(text.contains("38岁"))
    #expect(!text.contains("→"))
  }
}
