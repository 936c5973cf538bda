import Foundation
import Rules
import Testing

@Suite struct RulePackTests {
  /// The binary carries the files of `rules/` to the byte: an old copy would be a silent fault.
  @Test func embedsTheRuleFilesAsTheyAre() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../rules").standardized
    let pack = try RulePack(folder: folder.path)
    #expect(RulePack.embedded.files.map(\.name) == pack.files.map(\.name))
    for (embedded, file) in zip(RulePack.embedded.files, pack.files) {
      #expect(embedded.utf8 == file.utf8, "\(file.name)")
    }
  }

  @Test func refusesAFolderThatIsNotThere() {
    #expect(throws: RuleError.self) { try RulePack(folder: "/no/such/folder") }
  }
}
