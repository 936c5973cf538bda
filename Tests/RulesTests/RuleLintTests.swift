import Foundation
import TestSupport
import Testing

@testable import Rules

@Suite struct RuleLintTests {
  private func pack(_ name: String, _ text: String) -> RulePack {
    RulePack(
      files: RulePack.embedded.files.map {
        $0.name == name ? RulePack.File(name: name, utf8: Array(text.utf8)) : $0
      })
  }

  @Test func theEmbeddedRulesAreClean() {
    #expect(RuleLint.check(.embedded).map(\.description) == [])
  }

  @Test(arguments: [
    (
      "version: 1\ncounters:\n  - {words: [个], example: 3个 → 3 个}\n  - {words: [个], example: 3个 → 3 个}\n",
      "counters.yaml:4:14: '个' stands twice"
    ),
    (
      "version: 1\ncounters:\n  - {words: [个], not: [家庭], example: 3个 → 3 个}\n",
      "counters.yaml:3:24: '家庭' begins with none of the entry's words"
    ),
    ("version: 1\ncounters:\n  - {words: [个]}\n", "counters.yaml:3:5: 'example' is missing"),
    (
      "version: 1\ncounters:\n  - {words: [個], example: 3個 → 3 个}\n",
      "counters.yaml:3:14: '個' is traditional: rules are written in simplified characters"
    ),
    (
      "version: 1\ncounters:\n  - {words: [吨], example: 3吨 → 3 吨}\n",
      "counters.yaml:3:14: '吨' is ambiguous: units.yaml has it too"
    ),
  ])
  func errorsNameFileLineAndColumn(text: String, error: String) {
    #expect(RuleLint.check(pack("counters.yaml", text)).map(\.description).contains(error))
  }

  /// Rule authors find each list of words by what README.md of the rules says it is for.
  @Test func everyListOfTheLexiconIsDescribed() throws {
    let readme = try String(contentsOfFile: Project.path("rules/README.md"), encoding: .utf8)
    let keys = try RulePack.embedded.root(of: "lexicon.yaml").entries().map { try $0.key.text() }
    let lists = Set(keys).subtracting(["version", "classes"])
    #expect(lists.count > 50)
    #expect(lists.filter { !readme.contains("`\($0)`") } == [])
  }
}
