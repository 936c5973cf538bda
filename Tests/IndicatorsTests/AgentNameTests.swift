import Rules
import Testing

@testable import Indicators

/// Names behind who does something, how often and by what means.
struct AgentNameTests {
  private func expect(_ text: String, _ expected: [String]) throws {
    #expect(try SentenceReader.named(in: text) == expected, "\(text)")
  }

  @Test(arguments: [
    ("养殖场每天产出鲜蛋12吨", ["产出鲜蛋 level"]),
    ("改造后的老城商业街日均接待游客1.2万人次", ["日均接待游客 level"]),
    ("家政公司日均接单量120单", ["家政公司日均接单量 level"]),
    ("每天用水量达到3.2万吨", ["每天用水量 level"]),
  ])
  func beginWhereItIsDone(text: String, expected: [String]) throws { try expect(text, expected) }

  @Test(arguments: [
    ("借助直播平台销售脐橙320万斤", ["销售脐橙 level"]),
    ("委托职校定向培养村医46名", ["培养村医 level"]),
    ("利用闲置校舍改建养老院12所", ["改建养老院 level"]),
    ("通过验收的企业46家", ["通过验收的企业 level"]),
    ("通过率达到92%", ["通过率 level"]),
  ])
  func haveNoMeans(text: String, expected: [String]) throws { try expect(text, expected) }

  @Test(arguments: [
    ("打成包的废纸箱每天运来85吨", ["打成包的废纸箱 level"]),
    ("新上市的自行车卖出六千辆", ["新上市的自行车 level"]),
  ])
  func haveNoVerbOfSale(text: String, expected: [String]) throws { try expect(text, expected) }

  @Test(arguments: [
    ("每个摊位每月只收管理费80元", ["每个摊位每月管理费 level"]),
    ("每辆三轮车每年要交养路费120元", ["每辆三轮车每年养路费 level"]),
    ("每人每月交通补贴300元", ["每人每月交通补贴 level"]),
  ])
  func keepWhatIsPaidForEach(text: String, expected: [String]) throws { try expect(text, expected) }

  @Test(arguments: [
    ("今年将在石牌、柴湖等乡镇增设卫生室12个", ["增设卫生室 level"]),
    ("在120公里长的河堤上栽种柳树40万株", ["河堤 level", "栽种柳树 level"]),
    ("新建的厂房里有织机一百二十台", ["织机 level"]),
    ("乡里划出十五万亩作水禽栖息地", ["水禽栖息地 level"]),
  ])
  func beginBehindThePlace(text: String, expected: [String]) throws { try expect(text, expected) }

  @Test(arguments: [
    (
      "老旧小区改造累计开工340个，完工260个，其中今年完工88个",
      ["老旧小区改造开工 level", "老旧小区改造完工 level", "老旧小区改造完工 level"]
    ),
    ("充电桩累计签约600台，建成420台", ["充电桩签约 level", "充电桩建成 level"]),
    ("累计投放救助金320万元，发放210万元", ["投放救助金 level", "发放救助金 level"]),
  ])
  func haveTheirOwnVerbAlone(text: String, expected: [String]) throws { try expect(text, expected) }

  @Test(arguments: [
    ("企业数量由12家发展到目前的86家", ["企业数量 level", "企业数量 level"]),
    ("透明度由2015年的0.8米提高到目前2.1米", ["透明度 level", "透明度 level"]),
  ])
  func reachOverAPeriodThatTheVerbBegins(text: String, expected: [String]) throws { try expect(text, expected) }

  @Test(arguments: [
    ("受理电信诈骗案件1200件，其中八成发生在工作日", ["受理电信诈骗案件 level", "发生在工作日的电信诈骗案件占比 share"]),
    ("发生交通事故340起，六成发生在农村道路上", ["发生交通事故 level", "发生在农村道路上的交通事故占比 share"]),
    ("新签约项目86个，八成来自长三角", ["新签约项目 level", "来自长三角的新签约项目占比 share"]),
  ])
  func ofPartsSayNotHowTheyCameToBeKnown(text: String, expected: [String]) throws { try expect(text, expected) }

  @Test(arguments: [
    ("下岗职工5740人，领到上岗证的1960人", ["下岗职工 level", "领到上岗证的下岗职工 level"])
  ])
  func keepTheClauseThatTellsWhich(text: String, expected: [String]) throws { try expect(text, expected) }

  @Test(arguments: [
    ("公社打了机井三十六眼", ["机井 level"]),
    ("街道开设了老年食堂9家", ["开设老年食堂 level"]),
    ("住宅小区装了充电端口2.1万个", ["充电端口 level"]),
  ])
  func standBehindWhatWasDone(text: String, expected: [String]) throws { try expect(text, expected) }

  @Test(arguments: [
    ("复员官兵四百一十六人开进荒原", ["复员官兵 level"]),
    ("城镇登记失业率不突破4.2%", ["城镇登记失业率 level"]),
  ])
  func areThoseOfWhomItIsSaid(text: String, expected: [String]) throws { try expect(text, expected) }
}
