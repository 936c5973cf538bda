import Rules
import Testing

@testable import Indicators

/// How papers of many cities word their figures, mechanism by mechanism: the records that a text gives, in order.
struct WordingTests {
  private func expect(_ text: String, _ records: String) throws {
    let observations = try SentenceReader(rules: .embedded).observations(in: text, published: "2024-07-10")
    #expect(observations.map(\.exampleNotation).joined(separator: "; ") == records, "\(text)")
  }

  @Test(arguments: [
    ("全县GDP增长7.2%，CPI上涨1.4%", "GDP | growth | 7.2 %; CPI | growth | 1.4 %"),
    ("经济平稳向好，全市GDP同比增长5.1%", "GDP | growth | 5.1 % | yoy"),
    ("主要产品中，纱增长8.3%，布下降2.7%，原煤增长4.1%", "纱 | growth | 8.3 %; 布 | growth | -2.7 %; 原煤 | growth | 4.1 %"),
    ("铜增长3.6%，铝下降1.1%", "铜 | growth | 3.6 %; 铝 | growth | -1.1 %"),
    ("当月PPI下降0.6%", "PPI | growth | -0.6 %"),
  ])
  func shortNamesNameWhatIsMeasured(text: String, records: String) throws { try expect(text, records) }

  @Test(arguments: [
    (
      "猪、牛、羊、家禽出栏分别为41万头、3万头、9万只、188万只",
      "猪出栏 | level | 41 万头; 牛出栏 | level | 3 万头; 羊出栏 | level | 9 万只; 家禽出栏 | level | 188 万只"
    ),
    ("猪、牛、禽肉产量分别增长3.1%、2.2%和5.6%", "猪肉产量 | growth | 3.1 %; 牛肉产量 | growth | 2.2 %; 禽肉产量 | growth | 5.6 %"),
    ("绿化率、自来水普及率均达98%", "绿化率 | level | 98 %; 自来水普及率 | level | 98 %"),
    ("羊、家兔存栏分别为6万只和2万只", "羊存栏 | level | 6 万只; 家兔存栏 | level | 2 万只"),
    ("进、出站旅客分别增长4%、6%", "进站旅客 | growth | 4 %; 出站旅客 | growth | 6 %"),
    (
      "铝土矿进口31万吨，增长2%；铜矿砂、煤炭分别进口12万吨、8万吨",
      "铝土矿进口 | level | 31 万吨; 铝土矿进口 | growth | 2 %; 铜矿砂进口 | level | 12 万吨; 煤炭进口 | level | 8 万吨"
    ),
  ])
  func wordsStayWholeBesideCharacters(text: String, records: String) throws { try expect(text, records) }

  @Test(arguments: [
    ("粮食稳产丰收，产量达到86.4亿斤", "粮食产量 | level | 86.4 亿斤"),
    ("其中，金融业活力凸显，增加值实现92亿元，增长5.3%", "金融业增加值 | level | 92 亿元; 金融业增加值 | growth | 5.3 %"),
    ("畜牧业发展加快，产值达到41亿元", "畜牧业产值 | level | 41 亿元"),
    ("秋粮收获面积30.4万亩，总产12.6万吨", "秋粮收获面积 | level | 30.4 万亩; 秋粮总产 | level | 12.6 万吨"),
    ("茶叶采摘面积8万亩，总产1.1万吨", "茶叶采摘面积 | level | 8 万亩; 茶叶总产 | level | 1.1 万吨"),
    (
      "新建高标准果园20万亩、总面积达到260万亩",
      "新建高标准果园 | level | 20 万亩; 高标准果园总面积 | level | 260 万亩"
    ),
  ])
  func sizesAreOfWhatWasSaid(text: String, records: String) throws { try expect(text, records) }

  @Test(arguments: [
    ("63%的乡镇有了敬老院", "有敬老院的乡镇占比 | share | 63 %"),
    ("58%的中小学纳入教联体，学生就近入学", "纳入教联体的中小学占比 | share | 58 %"),
    ("超过四成的新校区通过名校托管的方式启用", "通过名校托管的方式启用的新校区占比 | share | 40 % | more_than"),
    ("81.5%的村有集体收入", "有集体收入的村占比 | share | 81.5 %"),
    ("76%的社区建成养老驿站", "建成养老驿站的社区占比 | share | 76 %"),
  ])
  func partsAreToldByWhatTheyDo(text: String, records: String) throws { try expect(text, records) }

  @Test(arguments: [
    (
      "农村道路改造任务120公里，完成136公里，完成率113.3%",
      "农村道路改造任务 | level | 120 公里 | target; 农村道路改造 | level | 136 公里; 农村道路改造完成率 | level | 113.3 %"
    ),
    ("造林考核指标3万亩，已完成3.2万亩", "造林考核指标 | level | 3 万亩 | target; 造林 | level | 3.2 万亩"),
    (
      "普通高中计划招收3200人，实际录取3150人",
      "普通高中招收 | level | 3200 人 | target; 实际录取 | level | 3150 人"
    ),
    ("2025年拟建成学校6所、新增学位4200个", "建成学校 | level | 6 所 | target; 新增学位 | level | 4200 个 | target"),
    ("全力保障春耕，检修农机3200台", "检修农机 | level | 3200 台"),
    ("先后6次将84名嫌疑人移送起诉", "移送起诉的嫌疑人 | level | 84 名"),
  ])
  func plansEndWhereTheyAreDone(text: String, records: String) throws { try expect(text, records) }

  @Test func paragraphsThatOrderWorkAreTargets() throws {
    let text = """
      坚定不移推进粮食增产，实施良田改造，小麦单产达到1100斤以上。加快建设水网，新建泵站30座以上，改造渠道200公里以上。\
      培育家庭农场80家以上，着力打造农机集群，服务面积达到60万亩。
      """
    let observations = try SentenceReader(rules: .embedded).observations(in: text, published: "2024-07-10")
    #expect(observations.count == 5)
    #expect(observations.allSatisfy { $0.status == .target })
    let review = text.replacing("坚定不移", with: "去年已")
    let done = try SentenceReader(rules: .embedded).observations(in: review, published: "2024-07-10")
    #expect(done.contains { $0.status == .actual })
  }

  @Test(arguments: [
    (
      "全市平均每千常住人口拥有床位6.2张、执业医师3.1名",
      "平均每千常住人口拥有床位 | level | 6.2 张; 平均每千常住人口拥有执业医师 | level | 3.1 名"
    ),
    ("平均每千人拥有医院床位5.1张", "平均每千人拥有医院床位 | level | 5.1 张"),
    (
      "审结涉毒案件41件56人、贪污案件12件19人",
      "审结涉毒案件 | level | 41 件; 审结涉毒案件 | level | 56 人; 审结贪污案件 | level | 12 件; 审结贪污案件 | level | 19 人"
    ),
    (
      "受理各类案件3204件（含旧存86件），审执结3011件",
      "受理各类案件 | level | 3204 件; 旧存 | level | 86 件; 审执结各类案件 | level | 3011 件"
    ),
    ("75家规上企业年销售收入18亿元", "规上企业 | level | 75 家; 规上企业年销售收入 | level | 18 亿元"),
    ("带动周边80余人就业增收", "带动就业增收 | level | 80 人 | more_than"),
    ("6.4公里堤防加固、险段整治基本完成", "堤防加固、险段整治 | level | 6.4 公里"),
  ])
  func countsKeepWhatTheyCount(text: String, records: String) throws { try expect(text, records) }

  @Test(arguments: [
    (
      "制造业增长6.6%，增速分别高于全国、全省2.1个、0.8个百分点",
      "制造业 | growth | 6.6 %; 制造业增速 | change | 2.1 个百分点; 制造业增速 | change | 0.8 个百分点"
    ),
    ("服务业增长5.9%，高于GDP增速1.3个百分点", "服务业 | growth | 5.9 %; 服务业增速 | change | 1.3 个百分点"),
    ("建筑业增长3.1%，比全县工业慢1.2个百分点", "建筑业 | growth | 3.1 %; 建筑业增速 | change | -1.2 个百分点"),
    (
      "财政收入增长4.1%，两年平均增长5.2%",
      "财政收入 | growth | 4.1 %; 财政收入 | growth | 5.2 % | avg_annual"
    ),
    ("受灾人口67万人，比近5年均值少48%", "受灾人口 | level | 67 万人; 受灾人口 | growth | -48 %"),
    ("规模以上工业增加值可比增长9.3%", "规模以上工业增加值 | growth | 9.3 %"),
    ("造林面积达到4万亩，比条件最好的2015年增长12%", "造林面积 | level | 4 万亩; 造林面积 | growth | 12 %"),
    ("教育支出增长10.1%，卫生健康支出14.3%", "教育支出 | growth | 10.1 %; 卫生健康支出 | growth | 14.3 %"),
    (
      "居民消费价格指数同比持平（100），涨幅较上年同期收窄1.6个百分点",
      "居民消费价格指数涨幅 | change | -1.6 个百分点 | yoy"
    ),
  ])
  func comparisonsAreOfWhatTheySay(text: String, records: String) throws { try expect(text, records) }

  @Test(arguments: [
    (
      "外商投资企业进出口1.2万亿元，占33%；国有企业860亿元，占9%",
      "外商投资企业进出口 | level | 1.2 万亿元; 外商投资企业进出口占比 | share | 33 %; "
        + "国有企业进出口 | level | 860 亿元; 国有企业进出口占比 | share | 9 %"
    ),
    (
      "其中，出口家具18亿元，增长9%；玩具7亿元，增长4%",
      "出口家具 | level | 18 亿元; 出口家具 | growth | 9 %; 出口玩具 | level | 7 亿元; 出口玩具 | growth | 4 %"
    ),
    ("其中，出口12亿元，贸易顺差3亿元", "出口 | level | 12 亿元; 贸易顺差 | level | 3 亿元"),
    (
      "工业项目31个，投资额90亿元，占比分别为41%、52%",
      "工业项目 | level | 31 个; 投资额 | level | 90 亿元; 工业项目占比 | share | 41 %; 投资额占比 | share | 52 %"
    ),
    ("拦截诈骗电话1.3亿次", "拦截诈骗电话 | level | 1.3 亿次"),
  ])
  func listsOfTradeGoOn(text: String, records: String) throws { try expect(text, records) }
}
