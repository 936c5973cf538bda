import Layout
import Reading
import Rules
import SourceText
import Testing

@Suite("Radicals and the punctuation of vertical writing") struct CharacterFormTests {
  private func restore(_ text: String) throws -> RestoredPage {
    let page = try DocumentReader().read(Array(text.utf8), name: "a.txt")
    return try LayoutRestorer(rules: .embedded).restore(page)
  }

  @Test func becomeTheirCharacters() throws {
    let text = "全市⼈均⻝品消费⽀出３⽉份增⻓百分之⼋︐农⺠收⼊也稳步增加︒"
    let restored = try restore(text)
    #expect(restored.paragraphs.map(\.text.string) == ["全市人均食品消费支出3月份增长百分之八，农民收入也稳步增加。"])
    #expect(restored.repairs.count { $0.kind == .radicalForm } == 8)
    #expect(restored.repairs.count { $0.kind == .verticalForm } == 2)
  }

  @Test func keepTheirPlace() throws {
    let text = "⼈均收入增长百分之八，农⺠都说好。"
    let paragraph = try #require(try restore(text).paragraphs.first)
    // 人 comes from the first three bytes, 民 from its own.
    #expect(paragraph.text.origins.source(of: 0..<3) == 0..<3)
    let place = Array("人均收入增长百分之八，农".utf8).count
    #expect(paragraph.text.origins.source(of: place..<place + 3) == place..<place + 3)
  }

  @Test(arguments: [("全市农⼾增长，村民们说收入比去年多。", "户"), ("全市農⼾增長，村民們說收入比去年多。", "戶")])
  func followTheScriptOfThePage(text: String, character: String) throws {
    let found = try restore(text).paragraphs.map(\.text.string).joined()
    #expect(found.contains(character))
    #expect(!found.contains("⼾"))
  }
}
