import Foundation
import RuleSyntax
import Testing

@testable import Rules

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

  /// What the build read of an embedded file is what YAML reads.
  @Test func embedsTheTreesOfTheFiles() throws {
    for file in RulePack.embedded.files {
      let tree = try #require(file.tree, "\(file.name)")
      #expect(tree == (try RuleTree(yaml: String(decoding: file.utf8, as: UTF8.self))), "\(file.name)")
    }
  }

  @Test(arguments: [
    "a: 1", "- x\n- [y, {z: 银行}]\n", "a: {}\nb: []\nc: ''\n", "text: |\n  one\n  两 lines\n", "a: &x {b: 1}\nc: *x\n",
  ])
  func readsBackWhatATreeIsWrittenAs(yaml: String) throws {
    let tree = try RuleTree(yaml: yaml)
    let text = Array(tree.serialized.utf8)
    #expect(text.withUnsafeBufferPointer { RuleTree(serialized: $0) } == tree)
    // Nothing of it can be missing.
    for count in [0, 1, text.count / 2, text.count - 1] {
      #expect(Array(text.prefix(count)).withUnsafeBufferPointer { RuleTree(serialized: $0) } == nil)
    }
  }

  @Test func refusesAFolderThatIsNotThere() {
    #expect(throws: RuleError.self) { try RulePack(folder: "/no/such/folder") }
  }
}
