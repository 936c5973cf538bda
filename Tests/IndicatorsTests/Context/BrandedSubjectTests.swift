import Layout
import Testing

@testable import Indicators

/// Bodies with a brand in quotes, events told by which of them it is, and who stands behind a role.
struct BrandedSubjectTests {
  @Test(arguments: [
    ("洪河县“金穗”水稻专业合作社流转土地5200亩。", "5200亩", "洪河县“金穗”水稻专业合作社"),
    ("“绿野”蔬菜种植专业合作社今年建大棚36座。合作社年产蔬菜620吨。", "620吨", "“绿野”蔬菜种植专业合作社"),
    ("「好鄰居」連鎖超市去年開店46家，超市員工860人。", "860人", "「好鄰居」連鎖超市"),
    ("我县“老船长”水产养殖公司养殖水面3200亩。", "3200亩", "“老船长”水产养殖公司"),
    ("昨日，“红叶”艺术团演出120场。", "120场", "“红叶”艺术团"),
    ("河口镇“蓝天”志愿服务队服务老人86名。", "86名", "河口镇“蓝天”志愿服务队"),
    ("记者看到“薯源”种薯专业合作社正在装车。这家合作社有社员184户。", "184户", "“薯源”种薯专业合作社"),
  ])
  func aBrandNamesABody(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2019-07-25").subject(figure)?.name == name)
  }

  @Test(arguments: [
    ("“雨露计划”资助学生860名。", "860名"), ("“空壳”合作社清理320家。", "320家"), ("“一村一品”专业合作社达120家。", "120家"),
    ("“红旗”牌水泵销售收入3.2亿元。", "3.2亿元"), ("“五一”假期接待游客12万人次。", "12万人次"), ("“", "12"), ("“金穗”", "12"),
  ])
  func whatIsNoBrand(text: String, figure: String) throws {
    #expect(try ContextPage(text, published: "2019-07-25").subject(figure) == nil)
  }

  @Test(arguments: [
    ("第25届江北国际灯饰博览会昨日闭幕。5天里，到场采购商8.6万人次。", "8.6万人次", "第25届江北国际灯饰博览会"),
    ("首届“长江杯”龙舟赛吸引队伍46支。赛事带动消费3200万元。", "3200万元", "首届“长江杯”龙舟赛"),
    ("全市第七届运动会设项目26个。", "26个", "第七届运动会"),
    ("第三届江北茶业大会昨日开幕。大会签约项目26个。", "26个", "第三届江北茶业大会"),
    ("本届农博会参展企业860家。", "860家", "本届农博会"),
  ])
  func whichEvent(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2019-07-25").subject(figure)?.name == name)
  }

  @Test(arguments: [("第十五届人民代表大会收到议案86件。", "86件"), ("第3届毕业生就业率92%。", "92%"), ("第3届", "3")])
  func whatIsNoEvent(text: String, figure: String) throws {
    #expect(try ContextPage(text, published: "2019-07-25").subject(figure) == nil)
  }

  @Test(arguments: [
    ("竞得人之一江北恒达置业有限公司报价3.2亿元。", "3.2亿元", "江北恒达置业有限公司"),
    ("投资方华翔电子有限公司投资22亿元。", "22亿元", "华翔电子有限公司"),
    ("首批试点企业之一江北恒隆汽车公司产值18亿元。", "18亿元", "江北恒隆汽车公司"),
    ("施工单位投入劳力1200人。", "1200人", nil), ("业主委员会收到意见86条。", "86条", nil),
  ])
  func behindARole(text: String, figure: String, name: String?) throws {
    #expect(try ContextPage(text, published: "2019-07-25").subject(figure)?.name == name)
  }

  @Test(arguments: [
    ("店主黄某的门店成交26套。", "26套", "黄某"), ("返乡青年张磊承包土地260亩。", "260亩", "张磊"),
    ("果农老周家的柑橘卖了5.6万元。", "5.6万元", "老周家"), ("市民赵女士贷款62万元。", "62万元", "赵女士"),
  ])
  func aPersonBySurname(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2019-07-25").subject(figure)?.name == name)
  }

  @Test func zonesAndTownsSideBySide() throws {
    let page = try ContextPage("柳河镇、经开区、和平区依次完成12亿元、8.5亿元和6.2亿元。", published: "2019-07-25")
    #expect(page.subject("12亿元")?.name == "柳河镇")
    #expect(page.subject("8.5亿元")?.name == "经开区")
    #expect(page.subject("6.2亿元")?.name == "和平区")
  }

  /// A city that a page means by 全市 though it tells of the one around it, too.
  @Test func whatAPlaceBeforeTheWordMeans() throws {
    let page = try ContextPage(
      [
        (.body, "诸城全市有体育场地6128个。"), (.body, "全市学校86所。"), (.body, "潍坊市每年留存公益金1.8亿元。"),
        (.body, "潍坊市还新建球场26个。"),
      ], published: "2019-07-25")
    #expect(page.subject("86所")?.name.hasPrefix("诸城") == true)
  }

  @Test(arguments: [
    ("来自珠三角的占52%，长三角占31%。", "31%", nil), ("涠洲岛去年捕鱼1.1万吨。岛上有渔船1326条。", "1326条", "涠洲岛"),
    ("中铁十二局集团有限公司完成产值3.2亿元。", "3.2亿元", "中铁十二局集团有限公司"),
  ])
  func more(text: String, figure: String, name: String?) throws {
    #expect(try ContextPage(text, published: "2019-07-25").subject(figure)?.name == name)
  }

  @Test(arguments: [
    ("江北纺织公司是老厂，位于潜江市，年产纱3.2万吨。", "3.2万吨", "江北纺织公司"),
    ("位于湖北省东部的黄冈市，茶园26万亩。", "26万亩", "黄冈市"),
    ("位于宜昌市的江北机床厂占地320亩。", "320亩", "江北机床厂"),
    ("江北县劳动就业管理局培训3.2万人。", "3.2万人", "江北县"),
    ("楚江网消息 江北旅投集团今年接待游客12万人次。", "12万人次", "江北旅投集团"),
    ("青江钢铁（集团）公司产钢620万吨。", "620万吨", "青江钢铁（集团）公司"),
  ])
  func whereItLiesAndWhatItIsCalled(text: String, figure: String, name: String) throws {
    #expect(try ContextPage(text, published: "2019-07-25").subject(figure)?.name == name)
  }

  /// Whoever a subtitle says was talked to is what the page is about; 县域 says nothing of where.
  @Test func anInterviewIsOfWhomItTalksTo() throws {
    let page = try ContextPage(
      [
        (.title, "小病不出县"), (.heading, "——对话敦化市医院院长李明"), (.body, "敦化市有65岁以上老人9万人。县域医共体三年了。"),
        (.body, "问：家底怎样？"), (.body, "答：开放床位720张，县域内就诊率90%。"),
      ], published: "2019-07-25")
    #expect(page.subject("720张")?.name == "敦化市医院")
  }
}
