import Figures
import Layout
import Rules
import SourceText
import Testing

@testable import Indicators

/// What the rows of tables measure: the first column, or the heads of the others.
struct TableNameTests {
  @Test(arguments: [
    (
      "名称 收盘（元） 成交（万股）\n江海重机 12.60 860\n北原药业 8.15 1420",
      ["收盘 江海重机", "成交 江海重机", "收盘 北原药业", "成交 北原药业"]
    ),
    (
      "单位 受理案件（件） 办结率（%）\n东河法庭 860 96.2\n西岭法庭 412 98.1",
      ["受理案件 东河法庭", "办结率 东河法庭", "受理案件 西岭法庭", "办结率 西岭法庭"]
    ),
    (
      "品种 播种面积（万亩） 总产（万吨）\n冬小麦 32.6 14.1\n春玉米 18.4 10.2",
      ["冬小麦播种面积 ", "冬小麦总产 ", "春玉米播种面积 ", "春玉米总产 "]
    ),
    ("品种 本周价（元） 上周价（元）\n黄瓜 3.2 2.9\n豆角 4.6 4.8", ["黄瓜 ", "黄瓜 ", "豆角 ", "豆角 "]),
    ("银行 贷款余额（亿元） 比年初增加（亿元）\n城西农信 284.6 31.2", ["贷款余额 城西农信", "贷款余额 城西农信"]),
    ("品种 产地 价格（元/吨）\n动力煤 大同 92", ["动力煤 大同"]),
    ("指标 单位 绝对量\n货运量 万吨 860\n客运量 万人 320", ["货运量 ", "客运量 "]),
  ])
  func columnsOrRows(text: String, expected: [String]) throws {
    let recognizer = try FigureRecognizer(rules: .embedded)
    let interpreter = try IndicatorInterpreter(rules: .embedded)
    let paragraph = Paragraph(text: SourceText(decoded: text), kind: .table)
    let figures = recognizer.figures(in: paragraph.text.utf8, published: nil)
    let observations = interpreter.observations(in: [paragraph], figures: [figures], published: nil)
    #expect(observations.map { $0.indicator + " " + ($0.subject ?? "") } == expected)
  }
}
