import Testing

@testable import Layout

@Suite("Repairs inside lines")
struct LineRepairTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let raw: String
    let clean: String
    var testDescription: String { raw }
    init(_ raw: String, _ clean: String) {
      self.raw = raw
      self.clean = clean
    }
  }

  @Test(
    "Spaces of justified setting, spaces around figures, spaces in numerals",
    arguments: [
      Case("全 市 粮 食 产 量 达 到 42 万 吨 ，比 上 年 增 长 3.1% 。", "全市粮食产量达到42万吨，比上年增长3.1%。"),
      Case("会 上 ，“ 三 张 清 单 ”引 起 热 议 ，大 家 各 抒 己 见 。", "会上，“三张清单”引起热议，大家各抒己见。"),
      Case("2023 年，园区新增企业 18 家，完成产值 5.6 亿元。", "2023年，园区新增企业18家，完成产值5.6亿元。"),
      Case("空气优良天数比例达到99 . 2 %，居全省前列。", "空气优良天数比例达到99.2%，居全省前列。"),
      Case("公司全年营业收入28, 730.96万元，员工1 , 200人。", "公司全年营业收入28,730.96万元，员工1,200人。"),
      Case("全县空气优良天数36 2天，新能源并网2 56万千瓦。", "全县空气优良天数362天，新能源并网256万千瓦。"),
      Case("落实“2 + 1 + 1”产业计划，加快补齐短板。", "落实“2+1+1”产业计划，加快补齐短板。"),
      Case("完 善重点项目清单，推动工程早日开工建设。", "完善重点项目清单，推动工程早日开工建设。"),
      Case("全市ＧＤＰ增长４．６％，城镇新增就业１．２万人。", "全市GDP增长4.6%，城镇新增就业1.2万人。"),
      Case("完成投资１，２００万元，气温－３．５度。", "完成投资1,200万元，气温-3.5度。"),
      Case("比上年提高２．７ 个百分点，同比多收 １６．９万吨。", "比上年提高2.7个百分点，同比多收16.9万吨。"),
    ])
  func spaces(_ test: Case) {
    #expect(Restoration(test.raw).texts == [test.clean])
  }

  @Test(
    "Numbers that stand side by side stay apart",
    arguments: [
      "双色球第2025016期开奖：红球01 08 14 20 25 33，蓝球12。", "排列5第25037期开奖号码：4 0 9 7 1。",
      "大乐透后区02 09，一等奖3注，奖金池还有八亿元。", "他的手机是PHS 8000型，用了七年还没有坏。",
    ])
  func numbersApart(text: String) {
    #expect(Restoration(text).texts == [text])
  }

  @Test(
    "What is said twice is no overprint",
    arguments: [
      "人人动手，天天打扫，一项项任务落到实处。", "月月有项目签约、月月有项目开工，年年都有新变化。", "11月11日，66名新兵踏上列车，家家户户出来相送。",
      "“加油，加油！”孩子们一遍遍地喊，声音传出很远。", "高高兴兴上班，平平安安回家。",
    ])
  func repetition(text: String) {
    let restoration = Restoration(text)
    #expect(restoration.texts == [text])
    #expect(!restoration.repairs.contains("overprint_heading"))
  }

  @Test(
    "Overprinted headings are kept once",
    arguments: [
      Case("把账算细把账算细 把路走实把路走实", "把账算细 把路走实"), Case("谁来守住这片海谁来守住这片海", "谁来守住这片海"),
      Case("港口“定盘星”港口“定盘星” 稳住下半年稳住下半年", "港口“定盘星” 稳住下半年"), Case("家底要认清家底要认清", "家底要认清"),
      Case("三、农业和农村三、农业和农村", "三、农业和农村"), Case("个破个破““零零””", "个破“零”"),
      Case("老老城城区区更更新新提提速速", "老老城城区区更更新新提提速速"),
      Case("「籃子」裝了甚麼「籃子」裝了甚麼", "「籃子」裝了甚麼"),
    ])
  func overprints(_ test: Case) {
    let restoration = Restoration(Prose.bridge + "\n\n" + test.raw + "\n\n" + Prose.market)
    #expect(restoration.texts == [Prose.bridge, test.clean, Prose.market])
  }

  @Test("Doubled display numerals beside overprinted headings, and figures elsewhere")
  func displayNumerals() {
    let restoration = Restoration("严考核强队伍严考核强队伍\n 44 55\n\n22 33\n\n" + Prose.water)
    #expect(restoration.texts == ["严考核强队伍", "4 5", "2 3", Prose.water])
    #expect(Restoration(Prose.water + "\n\n44 55\n\n" + Prose.school).texts.contains("44 55"))
  }

  @Test("A name set wide, and the spaces between names and roles")
  func names() {
    let restoration = Restoration("责任编辑：方 远\n美术编辑：李 可 校对：周 一鸣\n\n" + Prose.bridge)
    #expect(restoration.texts == ["责任编辑：方远", "美术编辑：李可 校对：周 一鸣", Prose.bridge])
    #expect(restoration.texts(of: .furniture).count == 2)
  }

  @Test("Punctuation keeps its width, misprints stay")
  func leavesPunctuation() {
    for text in ["投入产出比达到1.4：1,比上年(同期)略高;其他指标持平.", "他说：““好好””，转身就走走了。", "辽东队以103：95战胜对手，取得三连胜。"] {
      #expect(Restoration(text).texts == [text])
    }
  }
}
