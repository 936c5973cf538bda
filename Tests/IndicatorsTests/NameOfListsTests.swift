import Rules
import Testing

@testable import Indicators

/// Names of what lists, rows and fragments leave out, and of what is done without who does it and where.
struct NameOfListsTests {
  private func expect(_ text: String, _ expected: [String]) throws {
    let observations = try SentenceReader(rules: .embedded).observations(in: text, published: "2015-08-20")
    #expect(observations.map(\.indicator) == expected, "\(text)")
  }

  /// A body before an adverb, and somebody before the place where it is done, belong to no name.
  @Test(arguments: [
    ("市文体局先后办管理员培训班5期。", ["办管理员培训班"]),
    ("县妇联先后办家政培训班12期。", ["办家政培训班"]),
    ("县水利局先后修整塘坝35口。", ["修整塘坝"]),
    ("村民们在河滩上栽种杨树300亩。", ["栽种杨树"]),
    ("社员在荒坡上开出梯田120亩。", ["开出梯田"]),
    ("东坂村的农户在林子里套种黄精820亩。", ["套种黄精"]),
    ("书屋设在老祠堂里，面积60平方米。", ["书屋面积"]),
    ("医院累计门诊量36万人次。", ["医院累计门诊量"]),
    ("在市场上销售的蔬菜有32种。", ["在市场上销售的蔬菜"]),
    ("全省在公办学校里就读的学生有12万人。", ["公办学校里就读的学生"]),
  ])
  func deedsAlone(text: String, expected: [String]) throws { try expect(text, expected) }

  /// What stands before the colon of a row is what its verbs of flow and its bare sizes are of.
  @Test(arguments: [
    ("■住宅：卖出330套，均价5640元/㎡。", ["卖出住宅", "住宅均价"]),
    ("■车位：卖出51个，均价9.8万元/个。", ["卖出车位", "车位均价"]),
    ("■商铺：卖出120套，前一周卖出96套。", ["卖出商铺", "卖出商铺"]),
    ("合计：卖出820套。", ["卖出"]),
    ("消息：产量增长5%。", ["产量"]),
    ("几家大店争气：销售额达到302.7亿元。", ["销售额"]),
  ])
  func labelsOfRows(text: String, expected: [String]) throws { try expect(text, expected) }

  /// A list says only once what all its items are.
  @Test(arguments: [
    ("职工医保住院报销比例为73%，居民医保为52%。", ["职工医保住院报销比例", "居民医保住院报销比例"]),
    ("城镇居民人均消费支出为1.8万元，农村居民为1.1万元。", ["城镇居民人均消费支出", "农村居民人均消费支出"]),
    ("新增省级森林村庄5个、县级的12个。", ["新增省级森林村庄", "新增县级森林村庄"]),
    ("城市企业开工率为90%，农村企业为80%。", ["城市企业开工率", "农村企业开工率"]),
    ("初中入学率为99%，初中毕业率为98%。", ["初中入学率", "初中毕业率"]),
    ("幼儿园入园率为92%，留守幼儿为81%。", ["幼儿园入园率", "留守幼儿"]),
    ("汽车产业占比为35%，电子产业增长3%。", ["汽车产业占比", "电子产业"]),
  ])
  func itemsOfLists(text: String, expected: [String]) throws { try expect(text, expected) }

  /// A fragment takes no noun from one that has none.
  @Test(arguments: [
    ("要博士、硕士的1083人；本科的12760人；专科的13245人。", ["博士、硕士", "本科", "专科"]),
    ("达成初步意向的7412人，当场签约1260人。", ["达成初步意向", "签约"]),
    ("事故造成1人受伤，600余人紧急转移。", ["受伤", "紧急转移"]),
    ("有技术员12人，高级的3人、中级的5人。", ["技术员", "高级技术员", "中级技术员"]),
    ("200余间房屋倒塌，900余间不同程度损坏。", ["倒塌的房屋", "不同程度损坏的房屋"]),
    ("全县220个行政村，有206个通了自来水，占93.6%。", ["行政村", "通自来水的行政村", "通自来水的行政村占比"]),
    ("全乡18个村，有15个通了公路，占83.3%。", ["村", "通公路的村", "通公路的村占比"]),
  ])
  func fragments(text: String, expected: [String]) throws { try expect(text, expected) }

  /// Figures told apart are of what the clause before named side by side.
  @Test(arguments: [
    (
      "到去年底，全市参加养老、医疗、失业保险的人数，分别为46.2万人、71.5万人和28.3万人。",
      ["参加养老保险的人数", "参加医疗保险的人数", "参加失业保险的人数"]
    ),
    ("全市参加合作医疗、养老保险的户数，分别为12万户和9万户。", ["参加合作医疗保险的户数", "参加养老保险的户数"]),
    ("总资产、各项存款双双翻番，分别为31.6亿元、27.8亿元。", ["总资产", "各项存款", "总资产", "各项存款"]),
    (
      "存款、贷款双双站上五十亿，分别为58.2亿元、51.7亿元，是组建时的4.1倍和5.3倍。",
      ["存款、贷款", "存款", "贷款", "存款", "贷款"]
    ),
    ("全县常住人口为32.1万人，与2010年第六次人口普查的30.4万人相比，增加1.7万人。", ["常住人口", "常住人口", "常住人口"]),
    ("全县单位数为5210个，与第三次经济普查的4130个相比，增加1080个。", ["单位数", "单位数", "单位数"]),
    ("城镇人口比重上升3.12个百分点。", ["城镇人口比重"]),
    ("车险报案86起，估损51万元，其中企财险估损就达31万元。", ["车险报案", "估损", "企财险估损"]),
  ])
  func toldApart(text: String, expected: [String]) throws { try expect(text, expected) }
}
