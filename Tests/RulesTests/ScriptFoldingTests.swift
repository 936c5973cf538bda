import Testing

@testable import Rules

@Suite struct ScriptFoldingTests {
  let folding = try! ScriptFolding(rules: .embedded)

  private func shadow(_ text: String) -> String {
    String(decoding: folding.shadow(of: Array(text.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    ("總投資891.6億元，臺資項目17項", "总投资891.6亿元，台资项目17项"),
    ("截至三月底全澳共有142間酒店", "截至三月底全澳共有142间酒店"),
    ("乾隆年間曬乾的菜乾", "乾隆年间晒干的菜干"),
    ("皇后後來看著著名的著作", "皇后后来看着著名的著作"),
    ("「捧場」的金融機構", "“捧场”的金融机构"),
    ("瞭望塔上瞭解餘額", "瞭望塔上了解余额"),
    ("全市外贸进出口总值630.7亿元", "全市外贸进出口总值630.7亿元"),
  ])
  func foldsForMatching(printed: String, expected: String) {
    #expect(shadow(printed) == expected)
  }

  @Test func keepsEveryOffset() {
    let text = "萬a億é元🙂著𠀋乾隆\u{0}乾"
    let shadow = folding.shadow(of: Array(text.utf8))
    #expect(shadow.count == text.utf8.count)
    #expect(String(decoding: shadow, as: UTF8.self).unicodeScalars.count == text.unicodeScalars.count)
  }

  @Test func tellsTraditionalText() {
    #expect(folding.shadowAndScript(of: Array("萬元".utf8)).isTraditional)
    #expect(!folding.shadowAndScript(of: Array("「万元」".utf8)).isTraditional)
  }

  @Test func cutTextIsReadToItsEnd() {
    let bytes = Array("億元".utf8)
    for end in 0...bytes.count { #expect(folding.shadow(of: Array(bytes[..<end])).count == end) }
  }

  @Test func errorsNameTheirPlace() {
    let pack = RulePack(files: [
      RulePack.File(
        name: "script.yaml", utf8: Array("version: 1\nphrases: []\nvariants: []\nscalars:\n  - \"萬\"\n".utf8))
    ])
    #expect(throws: RuleError(file: "script.yaml", line: 5, column: 5, message: "expected pairs of scalars")) {
      try ScriptFolding(rules: pack)
    }
  }
}
