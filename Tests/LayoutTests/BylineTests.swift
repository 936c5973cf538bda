import TestSupport
import Testing

@testable import Layout

@Suite("Bylines and the first lines of stories")
struct BylineTests {
  @Test(
    "A line of roles and names is a byline",
    arguments: [
      "本报记者 林一帆 通讯员 周小满", "【本报讯】记者 林一帆 周小满", "本报云川4月18日电（记者 林一帆 通讯员 周小满）", "（记者 林一帆）", "商报记者 林一帆",
      "文字整理：记者 周小满", "□ 记者 高敏之",
    ])
  func bylines(line: String) {
    let restoration = Restoration(Prose.bridge + "\n\n" + line + "\n\n" + Prose.market)
    #expect(restoration.texts(of: .byline) == [line])
  }

  @Test(
    "A line of a story in which 记者 stands is none",
    arguments: [
      ("青石桥上为什么总是堵车？治好了没有？本报记者专", "访了县交通局局长周小满，请他谈谈今年冬天的打算。"),
      ("河东镇的新桥通车以后怎么样？昨天上午，晨报记者在", "桥头数了一个小时，一共过去了三百多辆车。"),
      ("　　本报讯（记者 林一帆）上周五，全市轨道交通共", "运送乘客318.6万人次，创下今年的新高。"),
      ("　　本报云川电（记者 林一帆 周小满）昨天上午，", "河东镇的新桥正式通车，两岸群众出来看热闹。"),
    ])
  func sentences(line: String, next: String) {
    let text = line.filter { $0 != "\u{3000}" } + next
    let restoration = Restoration(line + "\n" + next + "\n\n" + Prose.market)
    #expect(restoration.texts == [text, Prose.market])
    #expect(restoration.texts(of: .byline).isEmpty)
  }

  @Test("A dateline that fills its column, set in, is the first line of the story")
  func datelineInColumn() {
    let rest = LineDamage.wrap("“手里没有钱，照样办大事。”河西村的农民靠一根竹竿起家，如今把生意做到了海外，产值翻了一番。", measure: 14, first: 14)
    let other = LineDamage.wrap(Prose.water, measure: 14, first: 12)
    let third = LineDamage.wrap(Prose.market, measure: 14, first: 12)
    let page =
      ["　　本报讯（记者 林一帆）"] + rest + ["　　" + other[0]] + other.dropFirst() + ["　　" + third[0]]
      + third.dropFirst()
    let restoration = Restoration(page.joined(separator: "\n"))
    #expect(restoration.texts == ["本报讯（记者 林一帆）" + rest.joined(), Prose.water, Prose.market])
  }

  /// 本报讯 and three characters of text, brackets that the next line closes, dates of text that goes on.
  static let openings: [String] = [
    "本报讯 第七届渔歌节本月28日开幕，会期五天，预计迎客十万人次。", "本报讯 市图书馆元旦起延长开放时间，每晚九时闭馆，周一照常。",
    "本报讯（记者 林一帆 通讯员 周小满）记者昨日从疾控中心获悉，上周流感病例占门诊的5.83%。",
    "本报讯（记者 高敏之）12日上午，县长主持召开常务会议，研究防汛备汛工作。", "本报云川1月17日电（记者 何青）终场前9秒，主队还落后2分，外援接球转身，球进了。",
    "本报讯 乌山村村民在自家地里挖出一方清代石碑，已交县文管所收存。", "本报讯（通讯员 吴冬 记者 郑向远）我市首条氢能公交线路昨天试运行，首批投放20辆。",
    "本报讯（记者 周小满）东塬村的辣椒卖到了四元一公斤，比去年同期贵了三成，地头等货的车排成队。", "本报讯 全市法院今年已执结案件11203件，执行到位金额7.4亿元。",
    "本报讯 城东污水处理厂二期工程通过验收，日处理能力提高到10万吨。",
  ]

  @Test("The first line of a story is text wherever it is cut", arguments: openings, [9, 11, 12, 14, 17])
  func cutOpenings(text: String, measure: Int) {
    let page = column([text, Prose.water, Prose.orchard, Prose.school], measure: measure)
    // A space at the end of a line is gone.
    let texts = Restoration(page).texts.map { $0.filter { $0 != " " } }
    #expect(texts == [text.filter { $0 != " " }, Prose.water, Prose.orchard, Prose.school])
  }

  @Test("A signature set to the right ends the letter", arguments: ["何青", "河西镇东街 周小满", "云川县 一读者"])
  func signature(name: String) {
    let letter = LineDamage.wrap(Prose.school, measure: 15, first: 13)
    let answer = LineDamage.wrap(Prose.water, measure: 15, first: 13)
    let page =
      ["　　" + letter[0]] + letter.dropFirst() + ["　　　　　　" + name] + ["　　" + answer[0]] + answer.dropFirst()
    let restoration = Restoration(page.joined(separator: "\n"))
    #expect(restoration.running == [Prose.school, Prose.water])
    #expect(restoration.texts(of: .byline) == [name])
  }

  @Test("The lines of a caption are set in a width of their own")
  func wrappedCaption() {
    let text = LineDamage.wrap(Prose.factory, measure: 20, first: 18)
    let caption = ["河西镇郑家庄，巡井工在记录压", "力表读数。 本报记者 樊 青 摄"]
    let page =
      text[..<2] + ["", ""] + caption + ["", ""] + text[2...] + LineDamage.wrap(Prose.market, measure: 20, first: 18)
    let restoration = Restoration(page.joined(separator: "\n"))
    #expect(restoration.texts(of: .caption).map { $0.filter { $0 != " " } } == [caption.joined().filter { $0 != " " }])
    #expect(restoration.texts(of: .body) == [Prose.factory, Prose.market])
  }
}
