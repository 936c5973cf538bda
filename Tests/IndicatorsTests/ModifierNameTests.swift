import Rules
import Testing

@testable import Indicators

/// Letters at the head of a name that are status or a verb elsewhere, and topics that verbs alone are of.
struct ModifierNameTests {
  private func expect(_ text: String, _ expected: [String]) throws {
    let observations = try SentenceReader(rules: .embedded).observations(in: text, published: "2016-09-20")
    #expect(observations.map(\.indicator) == expected, "\(text)")
  }

  /// 已 and 需 make a modifier with the verb behind them where 的 or a verb of the figure's own follows; they are status else.
  @Test(arguments: [
    ("已成家的职工有460人。", ["已成家的职工"]),
    ("全省已登记的社会组织有3.2万个。", ["已登记的社会组织"]),
    ("需改造的危旧管网总长320公里。", ["需改造的危旧管网总长"]),
    ("经常发生交通事故的路段还有23处。", ["经常发生交通事故的路段"]),
    ("长期居住的外国人有3200人。", ["长期居住的外国人"]),
    ("全市已婚育龄妇女4.6万人。", ["已婚育龄妇女"]),
    ("已发放贷款12亿元。", ["发放贷款"]),
    ("全市已投保农户23万户。", ["投保农户"]),
    ("已完成投资达3.2亿元。", ["完成投资"]),
  ])
  func statusOrModifier(text: String, expected: [String]) throws { try expect(text, expected) }

  /// 新 before a verb of flow is a part of it; in 高新 and 创新 it is none.
  @Test(arguments: [
    ("全区新招聘教师186名。", ["新招聘教师"]),
    ("公司新发行债券12亿元。", ["新发行债券"]),
    ("学校新招收博士研究生210人。", ["新招收博士研究生"]),
    ("高新建设用地320亩。", ["高新建设用地"]),
  ])
  func newFlows(text: String, expected: [String]) throws { try expect(text, expected) }

  /// Where those who are counted are, and where trade comes from, is a part of the name.
  @Test(arguments: [
    ("在莆就业的台湾青年有860人。", ["在莆就业的台湾青年"]),
    ("在甬高校毕业生就业率为95.2%。", ["在甬高校毕业生就业率"]),
    ("在京高校毕业生3.2万人，在沪企业560家。", ["在京高校毕业生", "在沪企业"]),
    ("自非洲进口原油320万吨。", ["自非洲进口原油"]),
    ("公司从德国引进设备32台套。", ["从德国引进设备"]),
    ("在此期间完成投资3.2亿元。", ["完成投资"]),
    ("该市自1998年以来引进外资3.2亿美元。", ["引进外资"]),
  ])
  func wherefrom(text: String, expected: [String]) throws { try expect(text, expected) }

  /// What a clause in 方面 says is what verbs and sizes alone are of, and no others.
  @Test(arguments: [
    ("快递方面，全市完成3100万件，增长12%。", ["快递", "快递"]),
    ("二手房方面，成交500套，均价8600元/平方米。", ["成交二手房", "二手房均价"]),
    ("生猪方面，全县出栏32万头，存栏18万头。", ["生猪出栏", "生猪存栏"]),
    ("新能源汽车方面，上半年销售3.2万辆。", ["销售新能源汽车"]),
    ("投资方面，完成固定资产投资320亿元。", ["固定资产投资"]),
    ("就业方面，城镇新增就业3.2万人，失业率3.1%。", ["城镇新增就业", "失业率"]),
  ])
  func aspects(text: String, expected: [String]) throws { try expect(text, expected) }

  /// Times and those something is done for are nothing that is measured.
  @Test(arguments: [
    ("停车场日均停车320辆，高峰时超过600辆。", ["停车场日均停车", "停车场日均停车"]),
    ("一年来，为国家节约三百六十万元。", ["节约"]),
    ("蔬菜价格总体环比上升2.3%。", ["蔬菜价格"]),
    ("新房库存1.2万套，整体环比上升1.2%。", ["新房库存", "新房库存"]),
    ("整体搬迁320户，总体规划面积32平方公里。", ["整体搬迁", "总体规划面积"]),
    ("第三产业增加值320亿元，第三方物流企业86家。", ["第三产业增加值", "第三方物流企业"]),
  ])
  func timesAndOthers(text: String, expected: [String]) throws { try expect(text, expected) }
}
