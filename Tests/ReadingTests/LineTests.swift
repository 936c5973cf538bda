import Reading
import Testing

@Suite struct LineTests {
  private func lines(_ text: String) throws -> [String] { try page(Array(text.utf8)).strings }

  @Test(arguments: [
    ("a\nb", ["a", "b"]), ("a\nb\n", ["a", "b"]), ("a\r\nb\r\n", ["a", "b"]), ("a\rb\r", ["a", "b"]),
    ("a\r\n\nb\r\r\nc", ["a", "", "b", "", "c"]), ("一\u{2028}二\u{2029}三\u{85}四", ["一", "二", "三", "四"]),
    ("a\u{B}b", ["a", "b"]), ("a\u{C}b", ["a", "", "b"]), ("a\n\u{C}b", ["a", "", "b"]), ("a\u{C}", ["a", ""]),
    ("\n\na", ["", "", "a"]), ("一“二”…三—四·五°\n", ["一“二”…三—四·五°"]), ("\ta \n　b", ["\ta ", "　b"]),
    ("这是一行很长的文字，超过十六个字节，带着“引号”和换行\r这是另一行\n", ["这是一行很长的文字，超过十六个字节，带着“引号”和换行", "这是另一行"]),
  ])
  func splits(text: String, expected: [String]) throws {
    #expect(try lines(text) == expected)
  }

  @Test func numbersLinesAsEditorsDo() throws {
    let page = try page(Array("a\r\nb\u{2028}c\rd\u{C}e\nf".utf8))
    #expect(page.lines.map(\.number) == [1, 2, 2, 3, 3, 3, 4])
  }

  /// The road that cuts scalar by scalar, for comparison.
  private func reference(_ text: String) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\r":
        if scalars.first == "\n" { scalars.removeFirst() }
        fallthrough
      case "\n", "\u{B}", "\u{85}", "\u{2028}", "\u{2029}":
        lines.append(String(line))
        line = String.UnicodeScalarView()
      case "\u{C}":
        if !line.isEmpty { lines.append(String(line)) }
        lines.append("")
        line = String.UnicodeScalarView()
      default: line.append(scalar)
      }
    }
    if !line.isEmpty { lines.append(String(line)) }
    return lines
  }

  @Test func splitsRandomTextLikeTheReference() throws {
    var random = SeededRandom(seed: 7)
    let alphabet = Array(
      "ab 年月亿元，。“”—…·é\u{A0}\u{2027}\u{202A}\u{10000}\n\n\r\r\u{B}\u{C}\u{85}\u{2028}\u{2029}\t".unicodeScalars)
    for _ in 0..<2000 {
      var text = String.UnicodeScalarView()
      text.append("x")
      for _ in 0..<Int.random(in: 0..<80, using: &random) {
        text.append(alphabet.randomElement(using: &random)!)
      }
      #expect(try lines(String(text)) == reference(String(text)))
    }
  }

  @Test func readsOneHugeLine() throws {
    let text = String(repeating: "全市粮食总产量再创新高，", count: 200_000)
    let page = try page(Array(text.utf8))
    #expect(page.lines.count == 1)
    #expect(page.lines[0].range == 0..<text.utf8.count)
  }
}

/// SplitMix64: the same numbers on every machine.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
