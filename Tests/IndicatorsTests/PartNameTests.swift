import Figures
import Rules
import Testing
import Values

@testable import Indicators

/// Parts of what was measured, and plans for the whole of it.
struct PartNameTests {
  private func expect(_ text: String, _ expected: [String]) throws {
    let observations = try SentenceReader(rules: .embedded).observations(in: text, published: "2016-09-20")
    #expect(observations.map(\.indicator) == expected, "\(text)")
  }

  /// Bodies behind 其中 have the noun of the sum; bodies that are counted are what they are.
  @Test(arguments: [
    (
      "全省机场完成旅客吞吐量860万人次，其中，福州机场210万人次，厦门机场350万人次。",
      ["旅客吞吐量", "旅客吞吐量", "旅客吞吐量"]
    ),
    ("五大景区接待游客320万人次。其中，黄山景区120万人次。", ["接待游客", "接待游客"]),
    ("接待游客320万人次，其中，海外游客12万人次。", ["接待游客", "海外游客"]),
    ("全市共有景区86家，其中，国有景区32家。", ["景区", "国有景区"]),
  ])
  func partsOfSums(text: String, expected: [String]) throws { try expect(text, expected) }

  /// What is so much of a plan behind the parts is the whole.
  @Test(arguments: [
    (
      "全市参保28460人，其中成年居民4372人，学生儿童24088人，占年度目标任务25000人的113.8%。",
      ["参保", "成年居民", "学生儿童", "参保", "参保"]
    ),
    (
      "全乡造林3600亩，其中退耕还林1200亩，荒山造林2400亩，占年计划3000亩的120%。",
      ["造林", "退耕还林", "荒山造林", "造林", "造林"]
    ),
    (
      "引进项目32个，其中工业项目12个，农业项目20个，占全年任务30个的106.7%。",
      ["引进项目", "工业项目", "农业项目", "引进项目", "引进项目"]
    ),
  ])
  func plansOfWholes(text: String, expected: [String]) throws { try expect(text, expected) }

  /// Ranks and lists told by 以…为主, topics in 的, and those counted by their units.
  @Test(arguments: [
    ("新认定众创空间国家级2家、省级8家。", ["新认定国家级众创空间", "新认定省级众创空间"]),
    (
      "培育示范合作社国家级3家、省级21家、市级46家。",
      ["培育国家级示范合作社", "培育省级示范合作社", "培育市级示范合作社"]
    ),
    ("新增高新技术产业基地国家级1个、省级5个。", ["新增国家级高新技术产业基地", "新增省级高新技术产业基地"]),
    ("进口商品以木材、铁矿石、铜矿粉为主，分别为3.2亿元、12亿元、8.6亿元。", ["木材", "铁矿石", "铜矿粉"]),
    ("出口产品以服装、鞋类、箱包为主，分别为12亿元、8亿元、3亿元。", ["服装", "鞋类", "箱包"]),
    (
      "没有劳力的，由1990年的320户减少到86户；缺衣少粮的，由1990年的560户减少到30户。",
      ["没有劳力", "没有劳力", "缺衣少粮", "缺衣少粮"]
    ),
    ("全村286户1130口人。", ["户数", "人口"]),
    ("全村312户、1168口人。", ["户数", "人口"]),
    ("全县四十三万人。", ["人口"]),
    ("需整治的河段共46处，已整治31处。", ["需整治的河段", "整治河段"]),
    ("全天共接听群众咨询电话60个。", ["接听群众咨询电话"]),
  ])
  func namesOfParts(text: String, expected: [String]) throws { try expect(text, expected) }

  /// 一 with its counter counts behind a noun at the end of a clause, and not behind 这 or 了.
  @Test(arguments: [
    ("全镇新建标准化育苗中心一处、水库一座、文化广场两处。", ["新建标准化育苗中心", "新建水库", "新建文化广场"]),
    ("全县建成污水处理厂一座，日处理污水2万吨。", ["建成污水处理厂", "日处理污水"]),
    ("缴获手枪一支、子弹32发。", ["缴获手枪", "缴获子弹"]),
    ("全年举办展览12次，村里停了一台。", ["举办展览"]),
    ("全厂只剩这一条，年产320吨。", ["年产"]),
  ])
  func countsOfOne(text: String, expected: [String]) throws { try expect(text, expected) }

  /// The percentages of a list are growth where its clause names their rate, down where that falls.
  @Test(arguments: [
    ("价格上涨的品种和涨幅是鸡蛋4.2%、带鱼3.1%。", [("鸡蛋", "4.2"), ("带鱼", "3.1")]),
    ("价格下跌的品种和跌幅为桃子8.3%、西瓜5.1%。", [("桃子", "-8.3"), ("西瓜", "-5.1")]),
    ("降幅较大的品种及降幅分别是黄瓜12.3%、茄子9.8%。", [("黄瓜", "-12.3"), ("茄子", "-9.8")]),
    ("增长较快的行业和增速为汽车制造业12.3%、医药制造业9.8%。", [("汽车制造业", "12.3"), ("医药制造业", "9.8")]),
  ])
  func listedRates(text: String, expected: [(String, String)]) throws {
    let observations = try SentenceReader(rules: .embedded).observations(in: text, published: "2016-09-20")
    #expect(observations.map(\.indicator) == expected.map(\.0), "\(text)")
    #expect(observations.map(\.measure) == expected.map { _ in .growth }, "\(text)")
    let amounts: [Figure.Amount] = try expected.map { .value(try #require(ExactDecimal($0.1))) }
    #expect(observations.map(\.amount) == amounts, "\(text)")
  }
}
