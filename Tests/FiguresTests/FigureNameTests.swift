import Figures
import Testing

@Suite struct FigureNameTests {
  @Test(arguments: [
    "两湖", "“四上企业”", "两化融合", "一带一路", "三农", "一体化", "统一", "进一步", "双一流", "百强县", "万元户", "千家万户", "九江", "三明",
    "六安", "百色", "万州", "四川", "一般", "一定", "一些", "一方面", "两会", "五角大楼", "一升一降", "二广高速", "第三方",
  ])
  func idiomsAndNamesHaveNoFigure(text: String) {
    #expect(FigureReading.amounts(text).isEmpty)
  }

  @Test(arguments: [
    ("5G基站", "5G"), ("PM2.5浓度", "PM2.5"), ("“4611”产业体系", "4611"), ("428省道", "428"),
    ("110千伏变电站", "110千伏"), ("15分钟服务圈", "15分钟"), ("10万吨级泊位", "10万吨"), ("2×60万千瓦机组", "60万千瓦"),
    ("每10股派现", "10股"), ("30万千瓦机组", "30万千瓦"), ("7路公交车", "7路"), ("148团连队", "148团"), ("人民路118号3栋", "3栋"),
    ("0831-5166000", "0831-5166000"), ("688391", "688391"),
    ("15号", "15号"), ("04版", "04"), ("103：95", "103：95"),
  ])
  func figuresOfNamesAreNames(text: String, name: String) throws {
    let figures = FigureReading.figures(text).filter { FigureReading.text(of: $0.range, in: text) == name }
    #expect(figures.map(\.kind) == [.name])
    #expect(figures.first?.reason != nil)
  }

  @Test(arguments: [
    ("34个50亿元以上项目", "34 个"), ("708个亿元以上项目", "708 个"), ("签约亿元以上项目138个", "138 个"), ("千万元以上签约项目609个", "609 个"),
    ("160千瓦及以下小微企业12家", "12 家"), ("60岁及以上人口663.8万人", "663.8 万人"), ("过亿元项目47个", "47 个"),
    ("存款过万元的就有27户", "27 户"), ("投资过10亿元的1家", "1 家"), ("总投资10亿元以上的有21项", "21 项"), ("出口破千万美元企业5家", "5 家"),
    ("存款过万元的就有9户", "9 户"), ("90平方米以下的中小户型占3个", "3 个"), ("50亩以上的果园12处", "12 处"), ("10万吨以上的煤矿有6座", "6 座"),
  ])
  func thresholdsPickOutWhatIsCounted(text: String, count: String) {
    #expect(FigureReading.amounts(text) == [count])
    #expect(FigureReading.figures(text).contains { $0.kind == .name && $0.role == .threshold })
  }

  @Test(arguments: ["增长20家以上", "投资10亿元以上，", "三成以上的鲜果", "引进3家以上企业", "新增20万平方米以上"])
  func boundsAreNoThresholds(text: String) {
    #expect(!FigureReading.figures(text).contains { $0.role == .threshold })
  }

  @Test(arguments: [
    ("第五批", "第五批"), ("第一、二、三产业", "第一、二、三"), ("位列前十。", "前十"), ("第1127期", "第1127期"), ("六届五次全会", "六届"), ("前1%的学科", "前1%"),
  ])
  func ranksAreOrdinals(text: String, rank: String) {
    let figures = FigureReading.figures(text)
    #expect(figures.first?.kind == .ordinal)
    #expect(figures.first.map { FigureReading.text(of: $0.range, in: text) } == rank)
  }

  @Test func aThresholdBetweenTwoCounts() {
    #expect(FigureReading.amounts("服务12个产值过2000万元和96个过亿元的企业") == ["12 个", "96 个"])
  }

  @Test(arguments: ["两区融合发展", "三县合计", "福州、厦门、泉州三市"])
  func placesThatWereNamedAreNoCounts(text: String) {
    #expect(FigureReading.amounts(text).isEmpty)
    #expect(!FigureReading.amounts("覆盖36县").isEmpty)
  }

  @Test func anArticleIsMarked() {
    #expect(FigureReading.figures("一位干部").first?.role == .article)
    #expect(FigureReading.figures("9位专家").first?.role == Figure.Role.none)
  }

  @Test func noBitsOfPeopleAndNoMoneyOfMinutes() {
    #expect(FigureReading.figures("9位").first?.kind == .count)
    #expect(FigureReading.figures("15分钟").first?.kind == .duration)
  }
}
