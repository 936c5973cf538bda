import Reading
import SourceText
import Testing

/// For any text that an encoding has, reading the encoded bytes gives the text, its lines and its offsets back.
@Suite struct EncodingPropertyTests {
  private static let common = Array("全市今年完成工业增加总产量百分之二三四五六七八九十人口年月日上中下大小天地山水火电，。、：".unicodeScalars)
  private static let rareSimplified = Array("彧淼犇煊赟翀喆祎〇㐂𠮷é¥€±×αβΩЖ①■★→".unicodeScalars)
  private static let traditional = Array("全市今年完成工業增加總產量百分之二三四五六七八九十人口年月日上中下大小天地山水火電車學，。、：「」".unicodeScalars)

  private func text(_ random: inout SeededRandom, of alphabets: [[Unicode.Scalar]], length: Int) -> String {
    var text = String.UnicodeScalarView()
    while text.count < length {
      // Most characters of any text are common ones.
      let alphabet = Int.random(in: 0..<12, using: &random) == 0 ? alphabets[alphabets.count - 1] : alphabets[0]
      text.append(alphabet.randomElement(using: &random)!)
      if Int.random(in: 0..<15, using: &random) == 0 { text.append(contentsOf: "\n".unicodeScalars) }
      if Int.random(in: 0..<9, using: &random) == 0 { text.append(contentsOf: "12.5%".unicodeScalars) }
    }
    return String(text)
  }

  private func check(_ text: String, _ encoding: String, _ options: ReadingOptions = ReadingOptions()) throws {
    let page = try page(try encode(text, encoding), options)
    #expect(page.text.string == text)
    #expect(page.metadata.encoding == encoding)
    let expected = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(page.strings == (expected.last == "" ? Array(expected.dropLast()) : expected))
    // The offsets a user gets who decodes the file himself.
    let index = ScalarIndex(page.text.utf8)
    let scalars = Array(text.unicodeScalars)
    for line in page.lines {
      let range = index.scalars(in: line.range)
      #expect(
        String(String.UnicodeScalarView(scalars[range])) == String(decoding: page.text.utf8[line.range], as: UTF8.self))
    }
  }

  @Test(arguments: ["GB18030", "UTF-8", "UTF-16LE", "UTF-16BE"]) func readsBackSimplified(encoding: String) throws {
    var random = SeededRandom(seed: 11)
    for round in 0..<300 {
      let text = text(&random, of: [Self.common, Self.rareSimplified], length: 20 + round)
      try check(text, encoding)
      try check(text, encoding, ReadingOptions(encoding: encoding))
    }
  }

  @Test(arguments: ["Big5", "GB18030", "UTF-8", "UTF-16LE", "UTF-16BE"])
  func readsBackTraditional(encoding: String) throws {
    var random = SeededRandom(seed: 12)
    for round in 0..<300 {
      let text = text(&random, of: [Self.traditional], length: 20 + round)
      try check(text, encoding)
      try check(text, encoding, ReadingOptions(encoding: encoding))
    }
  }

  @Test func readsHongKongCharacters() throws {
    let text = "本港今年首季旅客人數上升，商戶話生意好咗，嘅士司機都嚟咗唔少，啲人好開心"
    let page = try page(try encode(text, "Big5-HKSCS"))
    #expect(page.text.string == text)
    #expect(page.metadata.encoding == "Big5-HKSCS")
  }

  @Test func readsTheSlashesOfBig5() throws {
    let bytes = try encode("記者林小明", "Big5") + [0xA2, 0x41] + encode("攝影，今天的水庫", "Big5")
    #expect(try page(bytes).text.string == "記者林小明／攝影，今天的水庫")
  }

  @Test(arguments: [
    ("gbk", "GB18030"), ("GB2312", "GB18030"), ("cp936", "GB18030"), ("utf8", "UTF-8"), ("big5", "Big5"),
    ("utf-16", "UTF-16LE"),
  ])
  func knowsEncodingsByTheirOtherNames(name: String, encoding: String) throws {
    let mark = encoding == "UTF-16LE" ? "\u{FEFF}" : ""
    let page = try page(try encode(mark + "今年完成工作", encoding), ReadingOptions(encoding: name))
    #expect(page.text.string == "今年完成工作")
    #expect(page.metadata.encoding == encoding)
  }
}
