import Records
import TestSupport
import Testing

@testable import Pipeline

struct GoldenComparisonTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func record(_ id: String, _ indicator: String, _ value: Int, at start: Int, bound: String = "exact") -> String
  {
    #"{"id":"\#(id)","indicator":"\#(indicator)","value":\#(value),"unit":"个","bound":"\#(bound)","#
      + #""mentions":[{"document":"a.txt","paragraph":0,"source":{"start":\#(start),"end":\#(start + 2)}}]}"# + "\n"
  }

  private func compare(_ golden: String, _ current: String) throws -> [GoldenComparison.Difference] {
    for (name, records) in [("golden", golden), ("current", current)] {
      try folder.write(records, to: "\(name)/indicators.jsonl")
      for file in ["conflicts.jsonl", "documents.jsonl", "rejects.jsonl", "manifest.json"] {
        try folder.write("", to: "\(name)/\(file)")
      }
    }
    let comparison = try GoldenComparison(golden: folder.path("golden"), current: folder.path("current"))
    #expect(comparison.isEmpty == comparison.files[0].differences.isEmpty)
    return comparison.files[0].differences
  }

  @Test func equalResultsHaveNoDifference() throws {
    let records = record("1", "a", 1, at: 0) + record("2", "b", 2, at: 5)
    #expect(try compare(records, records).isEmpty)
  }

  @Test func recordsAreAddedAndRemoved() throws {
    let one = record("1", "a", 1, at: 0)
    let two = record("2", "b", 2, at: 5)
    #expect(try compare(one, one + two) == [.added(JSONValue(two.utf8))])
    #expect(try compare(one + two, two) == [.removed(JSONValue(one.utf8))])
  }

  @Test func aChangedFieldIsNamedThoughTheIdentityChanges() throws {
    let old = record("1", "a", 1, at: 0)
    let new = record("9", "a", 1, at: 0, bound: "about")
    let other = record("2", "b", 2, at: 5)
    let change = JSONChange(path: "bound", from: .string("exact"), to: .string("about"))
    #expect(
      try compare(old, new + other) == [.changed(JSONValue(new.utf8), [change]), .added(JSONValue(other.utf8))])
  }

  @Test func aMentionMoreIsNamed() throws {
    let old = try JSONValue(#"{"m":[{"a":1},{"a":2},{"a":3}],"x":1}"#.utf8)
    let new = try JSONValue(#"{"m":[{"a":1},{"a":9},{"a":2},{"a":3}],"y":1}"#.utf8)
    let changes = JSONChange.between(old, new)
    #expect(changes.map(\.path) == ["m[1]", "x", "y"])
    #expect(changes.map { $0.from?.description } == [nil, "1", nil])
    #expect(changes.map { $0.to?.description } == ["{\"a\":9}", nil, "1"])
    #expect(JSONChange.between(new, new).isEmpty)
  }

  @Test func aFolderWithoutResultsIsAnError() {
    #expect(throws: InputError.self) { try GoldenComparison(golden: folder.path("x"), current: folder.path("y")) }
  }
}
