import Records
import Testing
import Values

struct JSONValueTests {
  @Test func readsEveryKind() throws {
    let value = try JSONValue(#" {"a": [1, -2.50, 1e3, 5E-1, true, false, null], "b": "\u4e2d\ud83d\ude00\/"} "#.utf8)
    #expect(value["a"]?.items.map(\.description) == ["1", "-2.5", "1000", "0.5", "true", "false", "null"])
    #expect(value["b"]?.text == "中😀/")
    #expect(value["c"] == nil)
  }

  @Test func numbersAreExact() throws {
    #expect(try JSONValue("0.1".utf8).number == ExactDecimal("0.1"))
    #expect(try JSONValue("12345678901234567890123456789.125".utf8).description == "12345678901234567890123456789.125")
  }

  @Test(arguments: [
    "", " ", "{", "[1,]", "[1 2]", "{\"a\"}", "{\"a\":1,}", "{1:2}", "{\"a\":1,\"a\":2}", "01", "-", "1.", ".5", "1e",
    "+1",
    "1e99999", "tru", "nulll", "\"a", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"", "\"\\ud800\"", "\"\\ud800\\u0041\"",
    "\"\\udc00\"", "\"\n\"", "'a'", "[1]]", String(repeating: "9", count: 60),
  ])
  func refusesWhatIsNoJSON(text: String) {
    #expect(throws: JSONError.self) { try JSONValue(text.utf8) }
  }

  @Test func refusesInvalidUTF8() {
    #expect(throws: JSONError.self) { try JSONValue([0x22, 0xFF, 0x22]) }
  }

  @Test func refusesDepthWithoutRecursingToTheEnd() {
    #expect(throws: JSONError.self) { try JSONValue(Array(repeating: UInt8(ascii: "["), count: 1_000_000)) }
    #expect(throws: Never.self) {
      try JSONValue((String(repeating: "[", count: 64) + String(repeating: "]", count: 64)).utf8)
    }
  }

  @Test func errorsNameTheLine() {
    #expect {
      try JSONValue.lines(Array("{}\n\n{\"a\":}\n".utf8))
    } throws: { error in
      (error as? JSONError)?.line == 3
    }
  }

  /// A number that needs an exponent is written without one, and reads as the same number.
  @Test(arguments: ["2e83", "-1.50", "0.0010", "1000", "0"]) func numbersAreReadBack(text: String) throws {
    let value = try JSONValue(Array(text.utf8))
    #expect(try JSONValue(Array(value.description.utf8)) == value)
  }
}
