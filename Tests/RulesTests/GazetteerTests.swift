import Testing

@testable import Rules

struct GazetteerTests {
  private func match(_ text: String, _ gazetteer: Gazetteer) -> (name: String, code: String?, isShort: Bool)? {
    guard let match = gazetteer.match(in: Array(text.utf8), at: 0), let place = match.places.first else { return nil }
    return (
      String(decoding: Array(text.utf8)[..<match.length], as: UTF8.self), gazetteer.places[place].code, match.isShort
    )
  }

  @Test(arguments: [
    ("湖北省荆州市", "湖北省", "420000", false), ("荣成市海带", "荣成市", "371082", false), ("荣成海带", "荣成", "371082", true),
    ("孟连县咖啡", "孟连县", "530827", false), ("恩施州", "恩施州", "422800", false), ("科左中旗", "科左中旗", "150521", true),
    ("莱西县", "莱西县", "370225", false), ("内蒙古今年", "内蒙古", "150000", true), ("澳门旅客", "澳门", "820000", true),
  ])
  func findsDivisionsInEveryForm(text: String, name: String, code: String, isShort: Bool) throws {
    let found = try #require(match(text, try Gazetteer(rules: .embedded)))
    #expect(found.name == name)
    #expect(found.code == code)
    #expect(found.isShort == isShort)
  }

  @Test func namesThatSeveralBearGiveThemAll() throws {
    let gazetteer = try Gazetteer(rules: .embedded)
    let found = try #require(gazetteer.match(in: Array("鼓楼区".utf8), at: 0))
    #expect(found.places.count >= 3)
    #expect(gazetteer.places.count > 4000)
  }

  @Test func commonWordsAskForEvidence() throws {
    let gazetteer = try Gazetteer(rules: .embedded)
    #expect(gazetteer.match(in: Array("合作社".utf8), at: 0)?.isAmbiguous == true)
    #expect(gazetteer.match(in: Array("合作市".utf8), at: 0)?.isAmbiguous == false)
  }

  @Test func aWrongDivisionIsNamedByItsLine() throws {
    let broken = RulePack(
      files: [
        .init(
          name: "places.yaml",
          utf8: Array(
            """
            version: 1
            edition: test
            divisions:
              "420000 湖北省": |
                01 武汉市: 02江岸区
                xx 荆州市: 02沙市区
            former: {}
            aliases: {}
            regions: {}
            nationalities: 回
            ambiguous: 合作
            countries: 日本
            """.utf8))
      ])
    do {
      _ = try Gazetteer(rules: broken)
      Issue.record("a wrong line was accepted")
    } catch {
      #expect(error.file == "places.yaml")
      #expect(error.line == 6)
    }
  }

  @Test func formTablesFindTheLongestWord() {
    var table = FormTable(capacity: 8)
    for word in ["海口", "海口市", "海", "海口岸边", "海口市"] { table.insert(Array(word.utf8)) }
    #expect(table.count == 4)
    #expect(table.longest(in: Array("海口市区".utf8), at: 0)?.word == 1)
    #expect(table.longest(in: Array("海口岸".utf8), at: 0)?.word == 0)
    #expect(table.longest(in: Array("海港".utf8), at: 0)?.word == 2)
    #expect(table.longest(in: Array("海口岸边".utf8), at: 0)?.length == 12)
    #expect(table.longest(in: Array("山".utf8), at: 0) == nil)
    #expect(table.insert(Array("sea".utf8)) == nil)
  }

  /// More words than were announced, many with the same first characters.
  @Test func formTablesGrow() {
    var table = FormTable(capacity: 1)
    let scalars = (0x4E00..<0x4E40).compactMap(UnicodeScalar.init)
    var words: [[UInt8]] = []
    for first in scalars {
      for last in scalars.prefix(8) { words.append(Array("\(first)海\(last)".utf8)) }
      words.append(Array("\(first)海".utf8))
    }
    for word in words { table.insert(word) }
    for (index, word) in words.enumerated() {
      let found = table.longest(in: word + Array("。".utf8), at: 0)
      #expect(found?.word == index)
      #expect(found?.length == word.count)
    }
  }
}
