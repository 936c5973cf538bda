import Layout
import Testing

@testable import Indicators

/// Times that are counted on from those told, of what stands, and of pages that print no date.
struct PageTimeTests {
  private static let factory = "1998年，王家办起作坊，只有6口缸。如今厂里有工人210人。"

  /// Pages of 20 October 2021.
  @Test(arguments: [
    ("1956年6月，四百人开进荒原，开荒二万亩。", "第二年，拖拉机增加到54台。", "54台", "1957"),
    ("1978年，村里有电话1部。三年后，电灯通到86户。", "", "86户", "1981"),
    ("1960年遭秋涝，绝产19万亩。此后五年，全场挖渠24条。", "", "24条", "1961/1965"),
    ("1969年冬，三万民工上阵。到第二年五月，挖通渠道26公里。", "", "26公里", "1970-05"),
    ("项目投产第二年，产值达3亿元。", "", "3亿元", nil),
    // Prices and what stands are of no months that a paragraph before told of.
    ("1至7月，零售额4.36亿元，增长29.5%。", "百香果每斤6.8元。", "6.8元", "2021"),
    ("1至7月，零售额4.36亿元，增长29.5%。", "橡胶每吨均价1.38万元。", "1.38万元", "2021-01/2021-07"),
    ("去年访问了1500户。信访量比去年同期下降三成。", "", "三成", "2021"),
    ("去年水库入水3.4亿立方米。埋深由2007年的4米回升到目前的2.8米，水面稳定在26平方公里。", "", "26平方公里", "2021-10"),
    ("6月中旬的暴雨冲垮桥梁12座，受灾人口8.6万人。", "", "8.6万人", "2021-06"),
    ("8月11日，县里在江口举行放流活动，投放鱼苗320万尾。", "", "320万尾", "2021-08-11"),
    ("记者获悉，招聘会10月22日举行，届时186家企业进场。", "", "186家", "2021-10-22"),
    ("剩余5200户年底前全部安置。", "", "5200户", "2021"),
    ("1月下旬的强寒潮给柑桔带来冻害。核灾结果日前出炉：直接损失1.3亿元。", "", "1.3亿元", "2021-01"),
    ("去年全镇种薯3.2万亩。地头价每斤1.6元。", "", "1.6元", nil),
  ])
  func timesGoOnAsTheySay(first: String, second: String, figure: String, period: String?) throws {
    let lines: [(Paragraph.Kind, String)] = [(.body, first), (.body, second)].filter { !$0.1.isEmpty }
    #expect(try ContextPage(lines, published: "2021-10-20").period(figure) == period)
  }

  /// Pages without a date.
  @Test(arguments: [
    (factory, "车间装了14台灌装机。", "14台", nil),
    (factory, "去年，销售收入11.6亿元。", "11.6亿元", nil),
    ("农场创建于1956年。", "上半年播种小麦3万亩。现在有职工6200人。", "3万亩", nil),
    ("1月9日，第八趟列车驶出。当天发车22列。", "2024年，口岸通行7930列。去年接待游客58万人次。", "22列", "2025-01-09"),
    ("1月9日，第八趟列车驶出。当天发车22列。", "2024年，口岸通行7930列。去年接待游客58万人次。", "58万人次", "2024"),
    ("2024年1至7月，全县接待游客512万人次。", "今年以来，检查摊点2340户次。", "2340户次", "2024"),
    ("2019年，全县新建学校12所。上半年招生300人。", "", "300人", "2019-H1"),
  ])
  func pagesWithoutADateAreOfTheTimeTheyTell(first: String, second: String, figure: String, period: String?) throws {
    let lines: [(Paragraph.Kind, String)] = [(.body, first), (.body, second)].filter { !$0.1.isEmpty }
    #expect(try ContextPage(lines).period(figure) == period)
  }
}
