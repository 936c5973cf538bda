import TestSupport
import Testing
import Values

@testable import Pipeline

struct EvaluationTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func evaluate(
    gold: [String], predicted: [String], goldText: [String] = [], text: [String] = []
  ) throws -> Evaluation {
    func paragraphs(_ texts: [String]) -> String { texts.map { "{\"text\":\"\($0)\"}" }.joined(separator: ",") }
    let mentions = #","mentions":[{"document":"x/101_a.txt","rule":"r"}]}"#
    try folder.write(gold.joined(separator: "\n"), to: "gold/records/101.jsonl")
    try folder.write("{\"paragraphs\":[\(paragraphs(goldText))]}", to: "gold/text/101.json")
    try folder.write(predicted.map { "\($0.dropLast())\(mentions)\n" }.joined(), to: "out/indicators.jsonl")
    try folder.write("{\"document\":\"x/101_a.txt\",\"paragraphs\":[\(paragraphs(text))]}\n", to: "out/documents.jsonl")
    return try Evaluation(gold: GoldFolder(folder.path("gold")), output: folder.path("out"))
  }

  @Test func aRecordCountsAtThreeLevels() throws {
    let gold = [
      #"{"value":1.5,"unit":"亿元","measure":"level","indicator":["工业投资","投资"],"subject":"东区"}"#,
      #"{"value":10,"unit":"%","measure":"growth","indicator":"工业投资","subject":["东区",null]}"#,
      #"{"value":7,"unit":"个","measure":"level","indicator":"项目"}"#,
    ]
    let predicted = [
      #"{"value":15000,"unit":"萬元","measure":"level","indicator":"“投资”","subject":"西区"}"#,
      #"{"value":10,"unit":"％","measure":"growth","indicator":"工业 投资","subject":null}"#,
      #"{"value":99,"unit":"个","measure":"level","indicator":"项目","subject":null}"#,
    ]
    let total = try #require(try evaluate(gold: gold, predicted: predicted).records?.total)
    #expect([total.figure.hits, total.record.hits, total.full.hits] == [2, 2, 1])
    #expect([total.figure.predicted, total.figure.asked] == [3, 3])
    #expect(total.full.f1 == 1.0 / 3)
  }

  @Test func optionalGoldIsNeitherAskedForNorPunished() throws {
    let gold = [#"{"value":1,"unit":"个","measure":"level","indicator":"a","optional":true}"#]
    let found = try #require(try evaluate(gold: gold, predicted: [String(gold[0])]).records?.total)
    #expect([found.figure.hits, found.figure.predicted, found.figure.asked] == [0, 0, 0])
    let missed = try #require(try evaluate(gold: gold, predicted: []).records?.total)
    #expect([missed.figure.predicted, missed.figure.asked] == [0, 0])
  }

  @Test func equalFiguresArePairedByTheirOtherFields() throws {
    let gold = [
      #"{"value":1,"unit":"个","measure":"level","indicator":"a"}"#,
      #"{"value":1,"unit":"个","measure":"level","indicator":"b"}"#,
    ]
    let total = try #require(try evaluate(gold: gold, predicted: gold.reversed()).records?.total)
    #expect(total.record.hits == 2)
  }

  @Test(arguments: [
    ("12", "万亿元", "12000000000000", "元"), ("3", "百分点", "3", "个百分点"), ("5", "千瓦", "5", "千瓦"),
    ("5", "万千瓦", "50000", "千瓦"), ("2", "億元", "200000000", "元"), ("7", "万", "7", "万"), ("8", "百米", "8", "百米"),
    ("4", "平米", "4", "平方米"), ("1", "千万元", "10000000", "元"),
  ])
  func unitsAreComparedInTheirBase(value: String, unit: String, base: String, baseUnit: String) {
    let figure = ComparableFigure(.object(["value": .number(ExactDecimal(value)!)]), unit: .string(unit))
    #expect(figure.value == ExactDecimal(base))
    #expect(figure.unit == baseUnit)
  }

  @Test func textIsMeasuredBySentencesParagraphsAndRepetition() throws {
    let gold = ["第一句话有八个字以上。第二句话也有八个字！", "另起一段也是八个字。"]
    let predicted = ["第一句 话有八个字以上。第二句话也有八个字！", "另起一段也", "是八个字。", "第一句话有八个字以上。"]
    let text = try #require(try evaluate(gold: [], predicted: [], goldText: gold, text: predicted).text)
    #expect([text.sentences.hits, text.sentences.tries] == [2, 3])
    #expect([text.paragraphs.hits, text.paragraphs.tries] == [1, 2])
    #expect([text.repeated.hits, text.repeated.tries] == [1, 3])
  }

  @Test func floorsFailBelowAndOnOtherGold() throws {
    let gold = [#"{"value":1,"unit":"个","measure":"level","indicator":"a"}"#]
    let evaluation = try evaluate(gold: gold, predicted: gold)
    func failures(_ floors: String, gold: String) throws -> [String] {
      let file = try folder.write("gold: \(gold)\nfloors:\n\(floors)", to: "floors.yaml")
      return try QualityFloors(file: file).failures(of: evaluation)
    }
    #expect(try failures("  record: 1\n  full: 0.5\n", gold: evaluation.goldDigest).isEmpty)
    #expect(try failures("  sentences: 0.9\n", gold: evaluation.goldDigest).count == 1)
    #expect(try failures("  nothing: 0.9\n", gold: evaluation.goldDigest).count == 1)
    #expect(try failures("  record: 1\n", gold: "0").count == 1)
  }
}
