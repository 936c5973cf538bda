import Figures
import Records
import Rules
import SourceText
import Testing
import Values

@testable import Pipeline

struct FigureEncodingTests {
  @Test func aFigureIsWrittenWithItsPlaceInScalars() {
    let line = Array("总投资68.3亿元".utf8)
    let figure = Figure(
      range: 9..<line.count, kind: .money, amount: .value(ExactDecimal("68.3")!), unit: "亿元",
      normalized: Figure.Normalized(amount: .value(ExactDecimal("6830000000")!), unit: "CNY"))
    var writer = JSONWriter()
    writer.object(figure, text: line[figure.range], scalars: ScalarIndex(line).scalars(in: figure.range))
    #expect(
      String(decoding: writer.utf8, as: UTF8.self)
        == #"{"start":3,"end":9,"text":"68.3亿元","kind":"money","value":"68.3","unit":"亿元","#
        + #""normalized":{"value":"6830000000","unit":"CNY"},"bound":"exact"}"#)
  }

  @Test func aPeriodHasNoAmount() {
    var writer = JSONWriter()
    let figure = Figure(range: 0..<7, kind: .period, period: .single(CalendarUnit(year: 2024)))
    writer.object(figure, text: Array("2024年".utf8)[0..<7], scalars: 0..<5)
    #expect(
      String(decoding: writer.utf8, as: UTF8.self)
        == #"{"start":0,"end":5,"text":"2024年","kind":"period","time_period":"2024"}"#)
  }

  @Test(arguments: [
    ("前三季度增长5.2%，比去年同期高1.1个百分点", ["2024-01/2024-09", "2023-01/2023-09"]),
    ("去年同期为3.1亿元", ["2023"]),
    ("上月完成投资2亿元，今年累计12亿元", ["2024-09", "2024"]),
  ])
  func relativePeriodsAreResolvedInTheirLine(line: String, periods: [String]) throws {
    let stream = try FigureStream(
      rules: .embedded, published: CalendarDate(iso8601: "2024-10-20"), showsRejected: false)
    var writer = JSONWriter()
    stream.append(Array(line.utf8), number: 0, to: &writer)
    let figures = try JSONValue(writer.utf8)["figures"]?.items ?? []
    #expect(figures.compactMap { $0["time_period"]?.text } == periods)
  }
}
