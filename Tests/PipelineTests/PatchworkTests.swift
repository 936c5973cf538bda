import Foundation
import GeneratedPages
import Reading
import TestSupport
import Testing

@testable import Pipeline

/// Pages that no paper printed, patched together from pieces of others: whatever stands beside what, they are read to the
/// end, and what is read stands where it says.
struct PatchworkTests {
  private static let road = Result { try DocumentRoad(rules: .embedded) }
  /// The lines of the corpus that are printed as text.
  private static let lines: [String] = {
    let files = (try? InputDiscovery(inputs: [Project.path("corpus")]).files).map { Array($0) } ?? []
    return files.filter { $0.name.hasSuffix(".txt") }.flatMap { file -> [String] in
      let text = try? String(contentsOfFile: Project.path("corpus/\(file.name)"), encoding: .utf8)
      return (text ?? "").split(separator: "\n").map(String.init)
    }
  }()
  private static let words = ["的", "其中", "今年", "截至", "去年", "该工程", "全县", "分别", "为", "3", "万元", "（", "）", "：", "比", "县"]

  /// A fragment of a clause with a word that means something behind it, so many times.
  private func salad(_ random: inout SplitMix64) -> String {
    (0..<Int.random(in: 4...40, using: &random)).map { _ in
      let line = Self.lines[Int.random(in: 0..<Self.lines.count, using: &random)]
      let pieces = line.split(whereSeparator: { "，。；、".contains($0) })
      let piece = pieces.isEmpty ? "" : pieces[Int.random(in: 0..<pieces.count, using: &random)]
      let word = Self.words[Int.random(in: 0..<Self.words.count, using: &random)]
      let mark = Bool.random(using: &random) ? "，" : ""
      return "\(piece.prefix(Int.random(in: 1...14, using: &random)))\(word)\(mark)"
    }.joined()
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func anyPiecesMayStandBesideEachOther(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    try #require(Self.lines.count > 1000)
    for _ in 0..<4 {
      let text = (0..<Int.random(in: 2...9, using: &random)).map { _ in
        Bool.random(using: &random) ? salad(&random) : Self.lines[Int.random(in: 0..<Self.lines.count, using: &random)]
      }.joined(separator: "\n")
      try read(text, year: 1955 + Int(seed))
    }
  }

  /// What once stopped the program: a subject of another paragraph before 的, a time far before its figure, a bracket
  /// whose clause is read later, a verb one byte behind the beginning.
  @Test(arguments: [
    "风力较大，农牧民要备足饲\n特大洪灾造成直接经济损失，倒\n徐集团旺\n十六，扫以\n完成712公里；余下的路段，市公路局",
    "主导产业支撑有力 ▲高雄市\n玉米1、只",
    "比一胜电务段队，夺得分局职工\n，我市\n突泉\n手\n。\n末骤降4870亿元，平均维持担保1",
    "8查获件2",
    "超过计划百分之三点七；棉， 惠 民 县\n船舶平均在泊时间缩短2小时。",
    "增长.6亿元，万元增长9.6，其中能源工业增长。\n入世，俄罗斯\n量8。\n绥芬河口岸上半年过货量创新高绥芬河口岸上半年过货量创新",
  ])
  func fragmentsAreRead(text: String) throws { try read(text, year: 1966) }

  private func read(_ text: String, year: Int) throws {
    let name = "\(year)-03-05.txt"
    let page = try DocumentReader().read(Array(text.utf8), name: name)
    let document = try Self.road.get().extract(page, name: name)
    for fact in document.observations {
      let paragraph = try #require(
        document.paragraphs.indices.contains(fact.paragraph) ? fact.paragraph : nil, "\(text)")
      let length = document.paragraphs[paragraph].text.utf8.count
      #expect(!fact.indicator.isEmpty && fact.quote.upperBound <= length, "\(fact) of \(text)")
      #expect(
        fact.quote.lowerBound <= fact.range.lowerBound && fact.range.upperBound <= fact.quote.upperBound, "\(text)")
    }
  }
}
