import SourceText
import Testing

@Suite struct ScalarIndexTests {
  @Test(arguments: [
    "", "a", "亿", String(repeating: "亿", count: 64), String(repeating: "a", count: 64),
    String(repeating: "a亿é𠮷", count: 50),
  ])
  func countsAsStringDoes(text: String) {
    let index = ScalarIndex(Array(text.utf8))
    var bytes = 0
    var scalars = 0
    for scalar in text.unicodeScalars {
      #expect(index.scalars(before: bytes) == scalars)
      bytes += UTF8.width(scalar)
      scalars += 1
    }
    #expect(index.scalars(before: bytes) == scalars)
    #expect(index.scalars(in: 0..<bytes) == 0..<scalars)
  }
}
