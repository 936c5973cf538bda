import Foundation
import TestSupport
import Testing

struct ReadmeTests {
  /// The records that README.md shows are records of output/; `make readme` puts them in again.
  @Test func theRecordsShownAreReal() throws {
    let readme = try String(contentsOfFile: Project.path("README.md"), encoding: .utf8)
    let output = try String(contentsOfFile: Project.path("output/indicators.jsonl"), encoding: .utf8)
    let records = Set(output.split(separator: "\n"))
    let shown = readme.split(separator: "\n").filter { $0.hasPrefix("{\"id\":") }
    #expect(shown.count == 3)
    for record in shown { #expect(records.contains(record), "\(record)") }
  }
}
