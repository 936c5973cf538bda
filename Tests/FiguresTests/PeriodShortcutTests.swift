import Rules
import Testing

@testable import Figures

/// What is looked at before a period is read, against reading it.
@Suite struct PeriodShortcutTests {
  private static let lexicon = try! FigureLexicon(rules: .embedded)

  private func parser(_ text: String, isTraditional: Bool = false) -> PeriodParser {
    PeriodParser(
      numerals: NumeralParser(utf8: Array(text.utf8), lexicon: Self.lexicon, isTraditional: isTraditional, steps: nil))
  }

  /// Whatever stands behind a numeral that begins a period must be in the set that is asked first.
  @Test(arguments: [
    ("30", ["", "前", "代", "31日"]), ("102", [""]), ("2021", ["", "22年榨季", "2023年"]), ("五", ["", "六月", "前"]),
    ("九八", ["", "九九年"]), ("七八十", ["", "代"]), ("二〇二一", ["", "二〇二三年"]),
  ])
  func noPeriodIsTakenForAQuantity(numeral: String, rests: [String]) {
    var periods = 0
    for value in 0x20...0xFFFF as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for rest in rests {
        let text = "\(numeral)\(scalar)\(rest)"
        let parser = parser(text, isTraditional: numeral == "102")
        guard parser.isCounted(at: 0) else {
          periods += parser.read(at: 0) == nil ? 0 : 1
          continue
        }
        #expect(parser.read(at: 0) == nil, "\(text)")
      }
    }
    #expect(periods > 0)
  }

  @Test(arguments: [
    "5月6日", "5 月", "2019、2020年", "2019和2020年", "2021/22年榨季", "90年代", "21世纪以来", "5-8月", "13日", "13日至15日",
    "2010至11年度", "3财年", "30多年代", "3十年代", "2017/18", "7、8、9月份", "1985年", "２０２１年", "5～8月", "五月",
    "一季度", "十一黄金周", "二、三季度", "八一年", "七八十年代", "三年来", "十年前", "二〇二一年至二〇二三年",
  ])
  func periodsAreRead(text: String) {
    #expect(parser(text).match(at: 0).map(\.range) == parser(text).read(at: 0).map(\.range))
  }

  @Test(arguments: [
    "68.3亿元", "3万人", "120户", "5.6%", "1,284万吨", "15", "2e5", "８０％", "7", "12个", "一个", "两家", "三是", "五百人",
  ])
  func quantitiesAreToldByWhatFollows(text: String) {
    #expect(parser(text).isCounted(at: 0))
  }
}
