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
