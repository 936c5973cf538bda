import Records

/// What differs between the outputs of two runs, entry by entry.
public struct GoldenComparison: Sendable {
  public enum Difference: Hashable, Sendable {
    case added(JSONValue)
    case removed(JSONValue)
    case changed(JSONValue, [JSONChange])
  }

  /// One output file and its differences, in the order of the entries.
  public struct File: Sendable {
    public let name: String
    public let differences: [Difference]
  }

  public let files: [File]

  public var isEmpty: Bool { files.allSatisfy(\.differences.isEmpty) }

  /// - Parameters:
  ///   - golden: The folder of the results that are held to be right.
  ///   - current: The folder of the results to compare.
  /// - Throws: `InputError` where a file cannot be read or is no output of this product.
  public init(golden: String, current: String) throws(InputError) {
    var files: [File] = []
    for name in ["indicators.jsonl", "conflicts.jsonl", "documents.jsonl", "rejects.jsonl", "manifest.json"] {
      let old = try OutputReader.entries(golden, name)
      let new = try OutputReader.entries(current, name)
      let differences =
        switch name {
        case "indicators.jsonl": Self.records(old, new)
        case "conflicts.jsonl": Self.entries(old, new, by: Self.contest)
        default: Self.entries(old, new) { $0["document"]?.text ?? name }
        }
      files.append(File(name: name, differences: differences))
    }
    self.files = files
  }

  /// What the records of a conflict are about.
  private static func contest(_ conflict: JSONValue) -> String {
    ["subject", "indicator", "time_period", "measure", "status", "comparison", "unit"]
      .map { conflict[$0]?.text ?? "" }.joined(separator: "\t")
  }

  private static func entries(
    _ old: [JSONValue], _ new: [JSONValue], by key: (JSONValue) -> String
  ) -> [Difference] {
    let before = Dictionary(old.map { (key($0), $0) }) { first, _ in first }
    let after = Dictionary(new.map { (key($0), $0) }) { first, _ in first }
    return Set(before.keys).union(after.keys).sorted().compactMap { key in
      switch (before[key], after[key]) {
      case (let old?, let new?):
        let changes = JSONChange.between(old, new)
        return changes.isEmpty ? nil : .changed(new, changes)
      case (let old?, nil): return .removed(old)
      case (nil, let new?): return .added(new)
      case (nil, nil): return nil
      }
    }
  }

  /// A changed field gives a record another id, so what has lost its counterpart is paired by its places.
  private static func records(_ old: [JSONValue], _ new: [JSONValue]) -> [Difference] {
    func id(_ record: JSONValue) -> String { record["id"]?.text ?? "" }
    let before = Dictionary(old.map { (id($0), $0) }) { first, _ in first }
    let known = Set(new.map(id))
    var byPlace: [JSONValue: [Int]] = [:]
    for (index, record) in old.enumerated() where !known.contains(id(record)) {
      for place in places(of: record) { byPlace[place, default: []].append(index) }
    }
    var paired: Set<Int> = []
    var differences: [Difference] = []
    for record in new {
      if let same = before[id(record)] {
        let changes = JSONChange.between(same, record)
        if !changes.isEmpty { differences.append(.changed(record, changes)) }
        continue
      }
      let candidates = places(of: record).flatMap { byPlace[$0] ?? [] }.filter { !paired.contains($0) }
      if let index = candidates.first {
        paired.insert(index)
        let changes = JSONChange.between(old[index], record).filter { $0.path != "id" }
        differences.append(.changed(record, changes))
      } else {
        differences.append(.added(record))
      }
    }
    for (index, record) in old.enumerated() where !known.contains(id(record)) && !paired.contains(index) {
      differences.append(.removed(record))
    }
    return differences
  }

  /// Where the mentions of a record stand.
  private static func places(of record: JSONValue) -> [JSONValue] {
    (record["mentions"]?.items ?? []).map { mention in
      .array([mention["document"] ?? .null, mention["source"] ?? .null])
    }
  }
}
