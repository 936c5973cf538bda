import Rules
import Testing

@testable import Indicators

/// Whether figures are aimed at or done where a sentence says both: a actual, t target, f forecast.
struct AimedOrDoneTests {
  /// Pages of 10 July 2024.
  @Test(arguments: [
    // What is done already ends where a time still to come begins.
    ("县里已经拿出方案：明年上半年前新增公交车80辆，站点覆盖率达到95%以上；票价降到一元以内。", "ttt"),
    ("全区力争累计改造管网120公里，惠及居民3万户以上。", "tt"),
    ("下半年，县文化馆还将在江口、河湾等乡镇增设书屋9个，培训馆员200名。", "tt"),
    ("下半年，区教育局还要在江南片区开办幼儿园4所，增加学位1200个。", "tt"),
    ("市政府承诺，今年网上办理率不低于80%，群众满意度达到95%以上。", "tt"),
    ("去年出口860万美元，今年要翻一番。", "at"),
    ("去年入户率71%，今年要求达到88%以上。", "at"),
    ("全村已建新居306套，余下的94户年底前全部入住新居。", "at"),
    ("项目总投资67亿元，年度计划投资15亿元，上半年完成投资8亿元。", "ata"),
    ("污水处理率只有42%，离市里要求的60%还远。", "at"),
    ("竞得人江口医疗科技有限公司承诺，项目总投资不低于12亿元。", "t"),
    // What is due, what something costs, what had to be and what was planned once are no aims.
    ("全县建起安置点43个，应搬的5740人全部搬进新居，每人每月领取补贴176元。", "aaa"),
    ("物业还要抽走收入的三成，电费一年就要多花18万元。", "aa"),
    ("原来每亩要用水600方，改成滴灌后，降到了250方。", "aa"),
    ("镇上原打算花3000万元建体育馆，这笔钱省下了，用地也省下25亩。", "a"),
    ("首批计划改造的42处工程已开工。", "a"),
    ("一般公共预算收入15.3亿元，增长6.4%。", "aa"),
    ("今年计划建成公路480公里，1至6月完工352公里；安装护栏615公里，超出计划35公里。", "taaa"),
    ("客户对原料有要求，每吨加价300元。", "a"),
    ("县里划定的3处夜市有摊位540个。", "aa"),
  ])
  func aimsAreToldFromWhatIsDone(text: String, statuses: String) throws {
    let observations = try SentenceReader(rules: .embedded).observations(in: text, published: "2024-07-10")
    #expect(observations.map { String($0.status.rawValue.prefix(1)) }.joined() == statuses)
  }
}
