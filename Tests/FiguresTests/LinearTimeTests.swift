import Foundation
import Rules
import Testing

@testable import Figures

/// Hostile lines are read in a number of steps that grows with their length, and no faster.
@Suite struct LinearTimeTests {
  @Test(arguments: [
    "一", "9", "９", "万", "百", "两", "几十", "1,", "1.", "1-", "一、", "第一", "百分之", "1又", "十 ", "今年", "5元/", "a1", "“一", "十",
    "零",
    "第", ".", "—", "至", "亿元", "点", "分之", "半", "几", "又", "1、", "2019、", "3和", "一·", "1·", "1个多", "个多月", "5、6", "1+",
    "7路", "1：",
    "第1/", "-1",
  ])
  func stepsGrowWithTheLength(unit: String) throws {
    let short = Array(String(repeating: unit, count: 2_000).utf8)
    let long = Array(String(repeating: unit, count: 16_000).utf8)
    let ratio =
      Double(FigureReading.recognizer.steps(in: long)) / Double(max(1, FigureReading.recognizer.steps(in: short)))
    #expect(ratio < 10, "eight times the text took \(ratio) times the steps")
  }

  /// Time of the thread, not steps: four times the text takes four times as long, or twice that with
  /// what memory costs.
  @Test(arguments: ["一", "9", "十", "万", "百分之", "零", "第", "1,", ".", "—", "至", "亿元", "3、", "2019、", "1·"])
  func timeGrowsWithTheLength(unit: String) {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
    }
    func time(_ bytes: Int) -> Double {
      let text = Array(String(repeating: unit, count: bytes / unit.utf8.count).utf8)
      let start = now()
      _ = FigureReading.recognizer.figures(in: text, published: nil)
      return now() - start
    }
    let short = max(2_000, min(time(65_536), time(65_536)))
    #expect(min(time(262_144), time(262_144)) < 8 * short)
  }

  @Test func mixedLinesTakeTimeInProportion() {
    let pieces = ["一", "9", "十", "万", "百分之", "零", "第", "1,", ".", "—", "至", "亿元", "点", "分之", "又", "半"]
    var random = NumeralWritingTests.Random(state: 7)
    func steps(_ bytes: Int) -> Int {
      var text = ""
      while text.utf8.count < bytes { text += pieces.randomElement(using: &random) ?? "" }
      return FigureReading.recognizer.steps(in: Array(text.utf8))
    }
    #expect(steps(262_144) < 10 * steps(32_768))
  }

  @Test(arguments: ["一", "9"])
  func aMegabyteIsRead(unit: String) {
    let text = Array(String(repeating: unit, count: 1_048_576 / unit.utf8.count).utf8)
    #expect(FigureReading.recognizer.steps(in: text) < 64 * text.count)
    #expect(FigureReading.recognizer.figures(in: text, published: nil).allSatisfy { $0.amount == nil })
  }

  @Test(arguments: [
    "", " ", "万", "\u{0}", "第", "-", "9", "半", "百分之", "12：", "1∶", "负 ", "零下", "2小时", "US$", "二〇二", "1/", "“十四五", "截至",
    "🙂1🙂", "1\u{301}",
  ])
  func anyEndOfATextIsFine(text: String) {
    let bytes = Array(text.utf8)
    for end in 0...bytes.count {
      let figures = FigureReading.recognizer.figures(in: Array(bytes[..<end]), published: nil)
      #expect(figures.allSatisfy { $0.extent.upperBound <= end })
    }
  }
}
