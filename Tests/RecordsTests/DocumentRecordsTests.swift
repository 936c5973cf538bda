import TestSupport
import Testing

@testable import Records

struct DocumentRecordsTests {
  private func records(_ facts: [Fact]) -> [IndicatorRecord] {
    DocumentRecords(facts.enumerated().map { ($1, Sample.mention(paragraph: $0)) }).records
  }

  @Test func equalFactsAreOneRecordWithAllMentions() {
    let records = records([Sample.fact(), Sample.fact("用电量"), Sample.fact()])
    #expect(records.count == 2)
    #expect(records.first { $0.fact.indicator == "工业投资" }?.mentions.map(\.paragraph) == [0, 2])
  }

  @Test func aHeadlineWithLessContextIsAMentionOfTheBody() {
    let headline = Sample.fact()
    let body = Sample.fact(comparison: .yoy, period: Sample.year(2024), subject: "东区")
    let records = records([headline, body])
    #expect(records.map(\.fact) == [body])
    #expect(records.first?.mentions.map(\.paragraph) == [0, 1])
  }

  @Test func whereTwoFactsFitTheHeadlineStaysAlone() {
    let headline = Sample.fact()
    let east = Sample.fact(subject: "东区")
    let west = Sample.fact(subject: "西区")
    #expect(records([headline, east, west]).count == 3)
  }

  @Test func aChainJoinsAtItsFullestFact() {
    let bare = Sample.fact()
    let dated = Sample.fact(period: Sample.year(2024))
    let full = Sample.fact(period: Sample.year(2024), subject: "东区")
    let records = records([bare, dated, full])
    #expect(records.map(\.fact) == [full])
    #expect(records.first?.mentions.count == 3)
  }

  @Test func contradictionsAndOtherFieldsKeepFactsApart() {
    let fact = Sample.fact(period: Sample.year(2024))
    for other in [
      Sample.fact(period: Sample.year(2023)), Sample.fact(bound: .about), Sample.fact(status: .target),
      Sample.fact("投资"), Sample.fact("工业投资", "12.7"), Sample.fact(subject: "东区"),
    ] {
      #expect(records([fact, other]).count == 2, "\(other)")
    }
  }

  @Test func theOutcomeDoesNotDependOnTheOrder() {
    var random = SeededGenerator(seed: 3)
    let subjects: [String?] = [nil, "东区", "西区"]
    for _ in 0..<300 {
      var statements = (0..<Int.random(in: 1...7, using: &random)).map { index in
        let fact = Sample.fact(
          comparison: Bool.random(using: &random) ? .yoy : nil,
          period: Bool.random(using: &random) ? Sample.year(2024) : nil,
          subject: subjects.randomElement(using: &random)!)
        return (fact: fact, mention: Sample.mention(paragraph: index))
      }
      let expected = encoded(DocumentRecords(statements))
      statements.shuffle(using: &random)
      #expect(encoded(DocumentRecords(statements)) == expected)
    }
  }

  private func encoded(_ document: DocumentRecords) -> String {
    var writer = JSONWriter()
    for record in document.records { writer.line(record) }
    return String(decoding: writer.utf8, as: UTF8.self)
  }
}
