import Figures
import TestSupport
import Testing
import Values

@testable import Records

struct RecordStoreTests {
  private func store(_ documents: [DocumentRecords]) -> String {
    var store = RecordStore()
    for document in documents { store.insert(document) }
    var writer = JSONWriter()
    for record in store.sorted() { writer.line(record) }
    return String(decoding: writer.utf8, as: UTF8.self)
  }

  @Test func theWordingIsThatOfTheFirstMention() {
    let first = DocumentRecords([(Sample.fact("技改投资", "1200", unit: "万元", base: "12000000"), Sample.mention("a.txt"))])
    let second = DocumentRecords([(Sample.fact("技改投资", "0.12", unit: "亿元", base: "12000000"), Sample.mention("b.txt"))])
    let lines = store([second, first])
    #expect(lines == store([first, second]))
    #expect(lines.contains(#""value":1200,"unit":"万元""#))
    #expect(lines.split(separator: "\n").count == 1)
  }

  @Test func theOutcomeDoesNotDependOnTheOrderOfDocuments() {
    var random = SeededGenerator(seed: 11)
    var documents = (0..<40).map { number in
      DocumentRecords(
        (0..<5).map { paragraph in
          let fact = Sample.fact(
            "指标\(Int.random(in: 0..<6, using: &random))", subject: Bool.random(using: &random) ? "东区" : nil)
          return (fact, Sample.mention("d\(number).txt", paragraph: paragraph))
        })
    }
    let expected = store(documents)
    for _ in 0..<10 {
      documents.shuffle(using: &random)
      #expect(store(documents) == expected)
    }
  }

  @Test func recordsAreSortedBySubjectIndicatorAndPeriod() {
    let facts = [
      Sample.fact("b", subject: "z"), Sample.fact("a", subject: "z"), Sample.fact("c"),
      Sample.fact("a", period: Sample.year(2024), subject: "z"),
      Sample.fact("a", period: Sample.year(2023), subject: "z"),
    ]
    var store = RecordStore()
    for (index, fact) in facts.enumerated() {
      store.insert(DocumentRecords([(fact, Sample.mention("\(index).txt"))]))
    }
    let order = store.sorted().map {
      "\($0.fact.subject ?? "-") \($0.fact.indicator) \($0.fact.period?.description ?? "-")"
    }
    #expect(order == ["- c -", "z a -", "z a 2023", "z a 2024", "z b -"])
  }

  @Test func aRecordIsWrittenWithItsKeysInOrder() {
    var fact = Sample.fact(
      "签约项目", "138", unit: "个", base: "138", baseUnit: "1", period: Sample.year(2024), subject: "东区")
    let document = DocumentRecords([(fact, Sample.mention("a/b.txt", paragraph: 12, at: 40))])
    let id = RecordIdentity(fact)
    #expect(
      store([document])
        == #"""
        {"id":"\#(id)","indicator":"签约项目","concept":null,"measure":"level","value":138,"unit":"个","bound":"exact","status":"actual",\#
        "comparison":null,"time_period":"2024","subject":"东区","normalized":{"value":"138","unit":"1"},"mentions":[\#
        {"document":"a/b.txt","paragraph":12,"start":40,"end":42,"quote":"工业投资12.6亿元","source":{"start":40,"end":42},\#
        "rule":"test"}]}

        """#.replacing("\\#\n", with: ""))

    fact.amount = .range(low: ExactDecimal(-4), high: ExactDecimal(-3))
    fact.normalized = Figure.Normalized(amount: fact.amount, unit: "%")
    let range = store([DocumentRecords([(fact, Sample.mention())])])
    #expect(range.contains(#""value":null,"low":-4,"high":-3,"unit""#))
    #expect(range.contains(#""normalized":{"value":null,"low":"-4","high":"-3","unit":"%"}"#))
  }
}
