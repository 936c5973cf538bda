import Rules
import Testing

@testable import Indicators

/// What says that a size is the greatest or the least names nothing.
struct SuperlativeNameTests {
  private func expect(_ text: String, _ expected: [String]) throws {
    let names = try SentenceReader(rules: .embedded).observations(in: text, published: "2019-09-10").map(\.indicator)
    #expect(names == expected, "\(text)")
  }

  @Test(arguments: [
    ("苹果产量最多，达3.2万吨。", ["苹果产量"]),
    ("首付比例最低降至20%。", ["首付比例"]),
    ("单品日销最高达12万单。", ["单品日销"]),
    ("最贵的东区均价4120元。", ["东区均价"]),
    ("城镇居民人均可支配收入增速，江北区最快，达8.9%。", ["城镇居民人均可支配收入"]),
  ])
  func isCutOff(text: String, expected: [String]) throws { try expect(text, expected) }

  @Test(arguments: [
    ("城乡居民最低生活保障标准560元。", ["城乡居民最低生活保障标准"]),
    ("接待游客42万人次，单日最高8.6万人次。", ["接待游客", "单日最高"]),
  ])
  func isPartOfAName(text: String, expected: [String]) throws { try expect(text, expected) }
}
