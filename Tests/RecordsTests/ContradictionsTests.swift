import Figures
import Testing
import Values

@testable import Records

struct ContradictionsTests {
  private func record(
    _ value: String, bound: Figure.Bound = .exact, subject: String? = "东区", name: String = "工业投资",
    concept: String? = nil, document: String = "a.txt"
  ) -> IndicatorRecord {
    var fact = Sample.fact(name, value, bound: bound, period: Sample.year(2024), subject: subject)
    fact.concept = concept
    return IndicatorRecord(id: RecordIdentity(fact), fact: fact, mention: Sample.mention(document))
  }

  @Test func differentValuesOfOneFactContradict() throws {
    let found = Contradictions.find(in: [record("12.6"), record("12.8", document: "b.txt"), record("1", name: "技改投资")])
    #expect(found.count == 1)
    #expect(found.first?.records.count == 2)
    #expect(Set(try #require(found.first).records.flatMap(\.mentions).map(\.document)) == ["a.txt", "b.txt"])
  }

  @Test(arguments: [
    ("3.02", Figure.Bound.exact, "3", Figure.Bound.moreThan, false),
    ("3", .exact, "3", .moreThan, true),
    ("3", .exact, "3", .atLeast, false),
    ("4", .exact, "3", .atMost, true),
    ("95", .exact, "100", .nearly, false),
    ("101", .exact, "100", .nearly, true),
    ("109", .exact, "100", .about, false),
    ("111", .exact, "100", .about, true),
    ("-3.1", .exact, "-3", .about, false),
  ])
  func boundsAreTaken(
    _ left: String, _ leftBound: Figure.Bound, _ right: String, _ rightBound: Figure.Bound, _ isOne: Bool
  ) {
    let found = Contradictions.find(in: [record(left, bound: leftBound), record(right, bound: rightBound)])
    #expect(found.isEmpty == !isOne)
  }

  @Test func namesOfOneConceptAreOneIndicator() {
    let first = record("8.3", name: "规上工业增加值", concept: "va_industry_designated")
    let second = record("8.5", name: "规模以上工业增加值", concept: "va_industry_designated")
    #expect(Contradictions.find(in: [first, second]).count == 1)
    var same = Sample.fact("规模以上工业增加值", "8.3", period: Sample.year(2024), subject: "东区")
    same.concept = "va_industry_designated"
    #expect(RecordIdentity(same) == first.id)
  }

  @Test func whatIsOfNobodyKnownIsNotCompared() {
    #expect(Contradictions.find(in: [record("1", subject: nil), record("2", subject: nil)]).isEmpty)
  }

  @Test func theOrderOfRecordsDoesNotMatter() {
    let records = [record("1"), record("2"), record("3"), record("9", subject: "西区"), record("8", subject: "西区")]
    func lines(_ records: [IndicatorRecord]) -> [UInt8] {
      var writer = JSONWriter()
      for found in Contradictions.find(in: records) { writer.line(found) }
      return writer.utf8
    }
    #expect(lines(records) == lines(records.reversed()))
    #expect(!lines(records).isEmpty)
  }
}
