import Rules
import Testing

@testable import Indicators

/// Figures side by side that are each of one of the places listed before them.
struct PlaceListNameTests {
  @Test(arguments: [
    ("东城区成交占比最高，达36.5%；兴国镇、经开区、滨湖新区依次为24.3%、18.1%和9.7%。", "成交占比", 4),
    ("东城区接诉量最多，占31.2%，西城区、高新区分别占22%、17.5%。", "接诉量占比", 3),
    ("大冶市、阳新县分别完成投资46亿元、32亿元。", "完成投资", 2),
    ("大冶市、阳新县完成投资分别为46亿元、32亿元。", "完成投资", 2),
    ("全市完成投资100亿元，其中大冶市、阳新县分别完成46亿元、32亿元。", "完成投资", 3),
    ("柳河镇、马岭乡和高坡村羊存栏分别为1.2万只、8600只、3200只。", "羊存栏", 3),
  ])
  func whatTheFiguresAreOf(text: String, name: String, count: Int) throws {
    let names = try SentenceReader(rules: .embedded).observations(in: text, published: "2019-09-10").map(\.indicator)
    #expect(names == Array(repeating: name, count: count), "\(text)")
  }

  /// 镇 and 村 at the end of a word make no place of it, and what comes from a country is told by it.
  @Test(arguments: [
    ("城镇、农村居民人均可支配收入分别增长7%和8%。", ["城镇居民人均可支配收入", "农村居民人均可支配收入"]),
    ("韩国、日本旅客分别增长14%与9%。", ["韩国旅客", "日本旅客"]),
    ("大豆、玉米产量分别为32万吨、46万吨。", ["大豆产量", "玉米产量"]),
  ])
  func whatIsNoPlace(text: String, expected: [String]) throws {
    let names = try SentenceReader(rules: .embedded).observations(in: text, published: "2019-09-10").map(\.indicator)
    #expect(names == expected, "\(text)")
  }
}
