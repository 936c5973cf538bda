import Records
import TestSupport
import Testing
import Values

struct JSONWriterTests {
  private func written(_ write: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    write(&writer)
    return String(decoding: writer.utf8, as: UTF8.self)
  }

  @Test func writesNestedValuesWithoutWhiteSpace() {
    let text = written {
      $0.beginObject()
      $0.key("a")
      $0.beginArray()
      $0.number(1)
      $0.null()
      $0.flag(true)
      $0.beginObject()
      $0.endObject()
      $0.endArray()
      $0.key("b")
      $0.string("值")
      $0.endObject()
      $0.endLine()
      $0.beginArray()
      $0.endArray()
    }
    #expect(text == "{\"a\":[1,null,true,{}],\"b\":\"值\"}\n[]")
  }

  @Test(arguments: [
    ("\"", #""\"""#), ("\\", #""\\""#), ("/", "\"/\""), ("\n\r\t\u{8}\u{C}", #""\n\r\t\b\f""#),
    ("\0\u{1}\u{F}\u{10}\u{1F}", #""\u0000\u0001\u000f\u0010\u001f""#), ("\u{7F}", "\"\u{7F}\""),
    ("\u{2028}a\u{2029}\u{85}", #""\u2028a\u2029\u0085""#), ("“”…", "\"“”…\""), ("©", "\"©\""), ("", "\"\""),
    ("𠮷野家", "\"𠮷野家\""),
  ])
  func escapesWhatJSONAndReadersOfLinesDemand(text: String, json: String) {
    #expect(written { $0.string(text) } == json)
    #expect(written { $0.string(utf8: Array(text.utf8)) } == json)
  }

  @Test(arguments: ["68.3", "-3.2", "0", "123456789012345678901234567890.5", "0.001"])
  func writesDecimalsWithAllDigits(number: String) throws {
    #expect(written { $0.number(ExactDecimal(number)!) } == number)
  }

  @Test(arguments: [(12.0, "12"), (12.5, "12.5"), (-0.25, "-0.25"), (.infinity, "null"), (.nan, "null")])
  func writesCoordinates(number: Double, json: String) {
    #expect(written { $0.number(number) } == json)
  }

  @Test func everyStringReadsBack() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0..<20, using: &random) {
        let limit: UInt32 = Bool.random(using: &random) ? 0x80 : 0x11_0000
        if let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &random)) { text.append(scalar) }
      }
      let json = written { $0.string(String(text)) }
      #expect(try JSONValue(json.utf8) == .string(String(text)))
      #expect(!json.contains { $0.isNewline })
    }
  }
}
