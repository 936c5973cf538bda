import Records

/// Predicted records against gold records, at three levels, each stricter than the one before.
///
/// `figure` is value and unit; `record` is figure, measure and name; `full` is record and all other fields. Equal
/// figures are paired so that the best-fitting pairs come first. Optional gold is neither asked for nor punished.
public struct RecordScore: Sendable {
  public static let contextFields = ["bound", "status", "comparison", "time_period", "subject"]
  public static let fields = ["measure", "indicator"] + contextFields

  /// The three levels of one set of records.
  public struct Levels: Hashable, Sendable {
    public var figure = Score()
    public var record = Score()
    public var full = Score()

    mutating func add(_ other: Levels) {
      figure.add(other.figure)
      record.add(other.record)
      full.add(other.full)
    }
  }

  public private(set) var total = Levels()
  /// By page, in order.
  public private(set) var pages: [(page: String, levels: Levels)] = []
  /// How often each field is right where the figure is.
  public private(set) var byField: [String: Rate] = [:]
  /// By the rule that read the first mention; what no rule found is not asked of any.
  public private(set) var byRule: [String: Levels] = [:]

  init(gold: GoldFolder, records: [JSONValue]) {
    var byPage: [String: [JSONValue]] = [:]
    for record in records {
      let documents = (record["mentions"]?.items ?? []).compactMap { $0["document"]?.text }
      for page in Set(documents.map(GoldFolder.page)) { byPage[page, default: []].append(record) }
    }
    for (page, goldRecords) in gold.records.sorted(by: { $0.key < $1.key }) {
      add(page: page, gold: goldRecords.map(GoldRecord.init), predicted: byPage[page] ?? [])
    }
  }

  private mutating func add(page: String, gold: [GoldRecord], predicted: [JSONValue]) {
    let figures = predicted.map { ComparableFigure($0, unit: $0["unit"]) }
    let pairs = Self.pairs(gold: gold, predicted: predicted, figures: figures)
    var levels = Levels()
    var rules: [String: Levels] = [:]
    func count(_ change: (inout Score) -> Void, rule: String?) {
      for level in [\Levels.figure, \Levels.record, \Levels.full] {
        change(&levels[keyPath: level])
        if let rule { change(&rules[rule, default: Levels()][keyPath: level]) }
      }
    }
    for line in gold where !line.isOptional { count({ $0.asked += 1 }, rule: nil) }
    for (index, record) in predicted.enumerated() {
      let pair = pairs[index].map { gold[$0] }
      guard pair?.isOptional != true else { continue }
      let rule = record["mentions"]?.items.first?["rule"]?.text ?? ""
      count({ $0.predicted += 1 }, rule: rule)
      guard let pair else { continue }
      for field in Self.fields { byField[field, default: Rate()].count(pair.accepts(record, field)) }
      let isRecord = pair.isRecord(record)
      let isFull = isRecord && Self.contextFields.allSatisfy { pair.accepts(record, $0) }
      for (level, isHit) in [(\Levels.figure, true), (\Levels.record, isRecord), (\Levels.full, isFull)] where isHit {
        levels[keyPath: level].hits += 1
        rules[rule, default: Levels()][keyPath: level].hits += 1
      }
    }
    total.add(levels)
    pages.append((page, levels))
    for (rule, levels) in rules { byRule[rule, default: Levels()].add(levels) }
  }

  /// The gold line of each predicted record: each used once, the best-fitting pairs first, then the earliest.
  private static func pairs(
    gold: [GoldRecord], predicted: [JSONValue], figures: [ComparableFigure]
  ) -> [Int: Int] {
    var byFigure: [ComparableFigure: [Int]] = [:]
    for (index, line) in gold.enumerated() {
      for figure in line.figures { byFigure[figure, default: []].append(index) }
    }
    var candidates: [(weight: Int, predicted: Int, gold: Int)] = []
    for (index, record) in predicted.enumerated() {
      for line in byFigure[figures[index]] ?? [] {
        candidates.append((gold[line].weight(of: record), index, line))
      }
    }
    candidates.sort { (-$0.weight, $0.predicted, $0.gold) < (-$1.weight, $1.predicted, $1.gold) }
    var pairs: [Int: Int] = [:]
    var used: Set<Int> = []
    for candidate in candidates where pairs[candidate.predicted] == nil && used.insert(candidate.gold).inserted {
      pairs[candidate.predicted] = candidate.gold
    }
    return pairs
  }
}

/// A gold line, with the accepted values of each field.
private struct GoldRecord {
  let figures: Set<ComparableFigure>
  let isOptional: Bool
  private let accepted: [String: Set<String?>]

  init(_ line: JSONValue) {
    func values(_ value: JSONValue?) -> [JSONValue] {
      if case .array(let values)? = value { values } else { [value ?? .null] }
    }
    figures = Set(values(line["unit"]).map { ComparableFigure(line, unit: $0) })
    isOptional = line["optional"] == .flag(true)
    var accepted: [String: Set<String?>] = [:]
    for field in RecordScore.fields {
      if let value = line[field] { accepted[field] = Set(values(value).map { ComparableText.of($0) }) }
    }
    self.accepted = accepted
  }

  func accepts(_ record: JSONValue, _ field: String) -> Bool {
    guard let accepted = accepted[field] else { return true }
    return accepted.contains("*") || accepted.contains(ComparableText.of(record[field]))
  }

  func isRecord(_ record: JSONValue) -> Bool { accepts(record, "measure") && accepts(record, "indicator") }

  /// How well a record of the same figure fits, in halves.
  func weight(of record: JSONValue) -> Int {
    let context = RecordScore.contextFields.count { accepts(record, $0) }
    return (accepts(record, "indicator") ? 16 : 0) + (accepts(record, "measure") ? 8 : 0) + 2 * context
      - (isOptional ? 1 : 0)
  }
}
