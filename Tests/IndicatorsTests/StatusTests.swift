import Rules
import Testing

@testable import Indicators

/// What frames say of the figures in and after them: a actual, t target, f forecast.
struct StatusTests {
  @Test(arguments: [
    ("县里的想法是：今年关停小煤窑12座，改造巷道30公里，到2026年底原煤入洗率提高到85%。", "ttt"),
    ("今年的任务已经排定：新修渠道60公里，灌溉面积扩大到12万亩以上。", "tt"),
    ("预计一季度实现利润13亿元，同比下降15%。", "ff"),
    ("全区计划整备土地320公顷，已完成168公顷；改造老旧厂区15个，新增厂房80万平方米。", "tatt"),
    ("今年计划投资63亿元，截至6月底完成46.7亿元，占年度计划的74.1%。", "taa"),
    ("上半年完成工业产值320亿元，为全年计划的51.2%。", "aa"),
    ("收购点每天要处理鲜果60吨，一家农户每年少说要四万元周转。", "aa"),
    ("今年要新建粮库3座，仓容达到12万吨。", "tt"),
    ("到2027年，全省高铁里程达到3000公里；港口吞吐能力9亿吨，年均增长6%。", "ttt"),
    ("专家估算，明年全国光伏装机将超过8亿千瓦。", "f"),
    ("县长盼年底前游客突破300万人次，明年恢复到疫前的420万人次。", "tt"),
    ("补贴标准是去年定下的，每亩80元；同期化肥涨了两成。", "aa"),
    ("调查显示，三成企业打算扩大招工，近六成居民计划年内置业。", "aa"),
    ("目前全市有养老床位3100张，力争年底达到4000张。", "at"),
    ("全市已建成充电桩1200个，今年还要再建600个。", "at"),
    ("一季度，预计完成产值12亿元；去年同期完成10亿元。", "fa"),
    ("公司拟募集资金5亿元，其中3亿元用于扩建厂房。去年公司营业收入12亿元。", "tta"),
    ("有关部门预测，下半年出口增速将回落到5%左右。", "f"),
    ("去年向国家交售粮食2亿斤，超额四成完成征购任务。", "aa"),
    ("翡翠毛料成交额达到4100万元，稻谷产量料仅226万吨。", "af"),
    ("今年全县要办三件大事：投资1.1亿元，建成仓库3万平方米。", "tt"),
    ("达产后，年可加工玉米60万吨，新增就业300人。", "ff"),
    ("县里确定了重点发展烟叶6万亩、蔬菜10万亩、茶园1.5万亩的目标。", "ttt"),
    ("会议提出新建学校3所、改造厕所42座的任务。", "tt"),
    ("去年接待游客86万人次、实现收入4.2亿元，今年定下100万人次的目标。", "aat"),
    ("今年醫管局會增聘醫生380名。", "t"),
    ("全县确保完成造林8万亩，目前已完成5.2万亩；新增苗圃3000亩。", "tat"),
  ])
  func framesReachAsFarAsTheySay(text: String, statuses: String) throws {
    let observations = try SentenceReader(rules: .embedded).observations(in: text, published: "2024-07-10")
    #expect(observations.map { String($0.status.rawValue.prefix(1)) }.joined() == statuses)
  }

  /// Pages of 10 July 2024. A plan that only names what is compared with, or that something happened to, is no aim.
  @Test(arguments: [
    ("去年开工里程120公里，比年初计划90公里增加30公里。", "ata"),
    ("粮食产量42万吨，比规划目标40万吨多出2万吨；其中小麦18万吨。", "ataa"),
    ("去年全县造林3.2万亩，超出年初目标2000亩。", "aa"),
    ("上半年投资增长6.2%，低于预期目标1.8个百分点。", "aa"),
    ("去年产煤320万吨，超过年计划20万吨。", "aa"),
    ("全市营养餐计划全面启动，1.3万名学生受益。", "a"),
    ("今年全市计划启动旧改，改造小区62个。", "t"),
    ("县去年教育支出占比为21.3%，今年计划不低于22%；乡镇两年改造校舍43所。", "ata"),
    ("预计全年需要资金5400万元。", "f"),
    ("全市需要帐篷2.1万顶。", "a"),
    ("洪水淹没农田18万亩，其中4万亩作物将绝收。", "at"),
    ("民警将12名嫌疑人抓获。", "a"),
    ("明年，全区将重点发展大棚蔬菜。其中，新建大棚800座，培训菜农1500人。", "tt"),
    ("年度资金使用率82.6%。", "a"),
    ("明年全市将新购入公交车150辆。", "t"),
    ("县里将学生送往新校，学位增加620个。", "a"),
  ])
  func aPlanThatIsToldOfIsNoAim(text: String, statuses: String) throws {
    let observations = try SentenceReader(rules: .embedded).observations(in: text, published: "2024-07-10")
    #expect(observations.map { String($0.status.rawValue.prefix(1)) }.joined() == statuses)
  }
}
