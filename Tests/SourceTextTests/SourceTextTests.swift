import SourceText
import Testing

@Suite struct SourceTextTests {
  @Test func cutsAPartWithItsOrigins() {
    let text = SourceText(decoded: "总投资68.3亿元")
    let part = text[9..<13]
    #expect(part.string == "68.3")
    #expect(part.origins.source(of: 0..<4) == 9..<13)
  }

  @Test func joinsTwoLines() {
    let text = SourceText(decoded: "9.42亿\n元")
    var joined = text[0..<7]
    joined.append(8..<11, of: text)
    #expect(joined.string == "9.42亿元")
    #expect(joined.origins.source(of: 0..<10) == 0..<11)
  }

  @Test func foldsAWidth() {
    let text = SourceText(decoded: "达９％")
    var folded = text[0..<3]
    folded.append("9".utf8, standingFor: 3..<6, of: text)
    folded.append("%".utf8, standingFor: 6..<9, of: text)
    #expect(folded.string == "达9%")
    #expect(folded.origins.source(of: 3..<5) == 3..<9)
  }
}
