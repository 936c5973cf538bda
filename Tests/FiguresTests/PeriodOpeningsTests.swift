import Rules
import Testing

@testable import Figures

/// What is asked of the first two characters of a period, against the plain way.
@Suite struct PeriodOpeningsTests {
  private static let lexicon = try! FigureLexicon(rules: .embedded)

  private func parser(_ text: String) -> PeriodParser {
    let utf8 = Array(text.utf8)
    let numerals = NumeralParser(utf8: utf8, lexicon: Self.lexicon, isTraditional: false, steps: nil)
    return PeriodParser(numerals: numerals)
  }

  @Test(arguments: [
    "截至6月末", "今后三年", "未来5年", "接下来两年", "近三年", "最近五年", "过去十年", "上世纪八十年代", "本世纪初",
    "这个世纪初", "民国二十年", "第三个五年计划期间", "前8个月", "首七个月", "元月", "元至六月", "去年底", "上半年", "年初", "今年一季度",
    "同期", "十四五”期间", "春节假期", "国庆黄金周",
  ])
  func everyPeriodOpensLikeOne(text: String) {
    let parser = parser(text)
    #expect(parser.match(at: 0) != nil)
    #expect(parser.lexicon.periods.openings.mayBegin(in: parser.utf8, at: 0))
  }

  /// No pair of characters that a period is read from may be left out.
  @Test func nothingIsLeftOut() {
    var read = 0
    let rests = ["", "年", "半年", "世纪末", "五年", "个五年计划期间"]
    for value in 0x3000...0x9FFF as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for rest in rests {
        let parser = parser("\(scalar)\(rest)")
        guard !parser.numerals.mayBegin(at: 0), parser.body(at: 0) != nil else { continue }
        read += 1
        #expect(parser.lexicon.periods.openings.mayBegin(in: parser.utf8, at: 0), "\(scalar)\(rest)")
      }
    }
    #expect(read > 10)
  }

  @Test(arguments: ["上海的", "年轻人", "元旦晚", "民主党", "不过是", "日本人", "新华社", "大学生", "常务会", "清水河"])
  func mostWordsOpenLikeNone(text: String) {
    let parser = parser(text)
    #expect(parser.match(at: 0) == nil)
  }
}
