import TestSupport
import Testing

@testable import Layout

@Suite("Text set in columns")
struct ColumnTests {
  @Test("Wrapped lines are joined and paragraphs kept apart", arguments: [12, 14, 16, 18, 20, 22])
  func hardWrap(measure: Int) {
    let restoration = Restoration(column(Prose.all, measure: measure))
    #expect(restoration.texts == Prose.all)
    #expect(restoration.repairs.contains("hard_wrap"))
  }

  @Test("Blank lines between paragraphs and blank lines between all paragraphs and columns", arguments: [14, 18, 24])
  func blankLinesBetween(measure: Int) {
    #expect(Restoration(column(Prose.all, measure: measure, between: "\n\n")).texts == Prose.all)
    #expect(Restoration(column(Prose.all, measure: measure, between: "\n\n\n")).texts == Prose.all)
  }

  @Test("A blank line in the middle of a sentence is none", arguments: [14, 17, 20])
  func blankInSentence(measure: Int) {
    for paragraph in Prose.all {
      let lines = LineDamage.wrap(paragraph, measure: measure, first: measure - 2)
      for cut in 1..<lines.count where !"。”！？".contains(lines[cut - 1].last ?? "。") {
        let others = Prose.all.filter { $0 != paragraph }
        let damaged = (Array(lines[..<cut]) + [""] + Array(lines[cut...])).joined(separator: "\n")
        let text = column(others, measure: measure) + "\n\n" + damaged
        #expect(Restoration(text).texts.contains(paragraph), "cut before \(lines[cut])")
      }
    }
  }

  @Test("A full stop at the end of a full line ends no paragraph where the next line is full")
  func sentenceEndAtLineEnd() {
    let text = """
      县里今年要办的实事，头一件是修路。
      路修到哪里，班车就开到哪里，电商的货
      车也跟着进村。第二件是通自来水，三年
      之内让九成农户喝上放心水。
      第三件事说来话长，要从前年的那场
      大旱说起。那一年，全县减产三成，许多
      """
    let restoration = Restoration(text + "\n人家靠借粮过冬。")
    #expect(
      restoration.texts == [
        "县里今年要办的实事，头一件是修路。路修到哪里，班车就开到哪里，电商的货车也跟着进村。第二件是通自来水，三年之内让九成农户喝上放心水。",
        "第三件事说来话长，要从前年的那场大旱说起。那一年，全县减产三成，许多人家靠借粮过冬。",
      ])
  }

  @Test("A paragraph with a blank line after every line is one", arguments: [Prose.bridge, Prose.market])
  func blankEveryLine(paragraph: String) {
    let lines = LineDamage.wrap(paragraph, measure: 11, first: 9)
    guard !lines.dropLast().contains(where: { $0.hasSuffix("。") }) else { return }
    let text = column(Prose.all.filter { $0 != paragraph }, measure: 18) + "\n\n" + lines.joined(separator: "\n\n")
    #expect(Restoration(text).texts.contains(paragraph))
  }

  @Test("A blank line that stands one line too late", arguments: [14, 20, 22])
  func displacedBreak(measure: Int) {
    let first = LineDamage.wrap(Prose.orchard, measure: measure, first: measure - 2)
    let second = LineDamage.wrap(Prose.factory, measure: measure, first: measure - 2)
    let text =
      (first + [second[0], ""] + second[1...]).joined(separator: "\n") + "\n" + column([Prose.water], measure: measure)
    #expect(Restoration(text).texts == [Prose.orchard, Prose.factory, Prose.water])
  }

  @Test("Text beside a picture runs on in the full column")
  func narrowIntro() {
    let narrow = LineDamage.wrap(Prose.water, measure: 7, first: 7).prefix(5)
    let rest = Prose.water.dropFirst(narrow.joined().count)
    let wide = LineDamage.wrap(String(rest), measure: 18, first: 18)
    for blanks in ["", "\n", "\n\n"] {
      let text = narrow.joined(separator: "\n") + "\n" + blanks + wide.joined(separator: "\n")
      #expect(Restoration(text + "\n\n" + column([Prose.bridge])).texts == [Prose.water, Prose.bridge])
    }
  }

  @Test("First lines set in by full-width spaces", arguments: [15, 21])
  func spacedIndents(measure: Int) {
    let text = Prose.all.map {
      "　　" + LineDamage.wrap($0, measure: measure, first: measure - 2).joined(separator: "\n")
    }.joined(separator: "\n")
    #expect(Restoration(text).texts == Prose.all)
  }

  @Test("Quotes hang out of the column and leave a blank line before them")
  func hangingQuote() {
    let text = """
      老馆长守着这座小楼三十二年，最爱
      说的一句话，也是挂在墙上的一句话就是

      “书不借出去，等于没有书”。馆里的书有
      一半是他骑车一本一本驮来的，他一本本

      “救”下来的旧书，如今摆满了四间屋子。
      """
    #expect(
      Restoration(text).texts == [
        "老馆长守着这座小楼三十二年，最爱说的一句话，也是挂在墙上的一句话就是“书不借出去，等于没有书”。馆里的书有一半是他骑车一本一本驮来的，他一本本“救”下来的旧书，如今摆满了四间屋子。"
      ])
  }

  @Test("A page whose lines are whole paragraphs is left as it is")
  func wholeLines() {
    let text = Prose.all.joined(separator: "\n\n")
    let restoration = Restoration(text)
    #expect(restoration.texts == Prose.all)
    #expect(restoration.restored.repairs.isEmpty)
    #expect(Restoration(Prose.all.joined(separator: "\n")).texts == Prose.all)
  }

  @Test("A whole-line page is cut in the middle of a word", arguments: [22, 31, 40, 47])
  func cutInWord(place: Int) {
    for paragraph in Prose.all {
      let cut = paragraph.index(paragraph.startIndex, offsetBy: place)
      let before = paragraph[paragraph.index(before: cut)]
      guard !"。”，、；".contains(before), !"。”，、“".contains(paragraph[cut]) else { continue }
      let others = Prose.all.filter { $0 != paragraph }
      let text = (others + [String(paragraph[..<cut]), String(paragraph[cut...])]).joined(separator: "\n\n")
      #expect(Restoration(text).texts.contains(paragraph), "\(paragraph[..<cut])|\(paragraph[cut...])")
    }
  }

  @Test(
    "A quote that a short line announces belongs to its sentence",
    arguments: ["他给大家的答复是|“先修路，再盖房”：路通了", "老支书的主张从来都是|“先苦后甜”，他带着大家"])
  func announcedQuote(cut: String) {
    let parts = cut.split(separator: "|").map(String.init)
    let text = Prose.bridge + parts[0] + parts[1] + Prose.market
    let before = LineDamage.wrap(Prose.bridge + parts[0], measure: 18, first: 16)
    let after = LineDamage.wrap(parts[1] + Prose.market, measure: 18, first: 18)
    let page = (before + [""] + after).joined(separator: "\n") + "\n" + column([Prose.school, Prose.water])
    #expect(Restoration(page).texts == [text, Prose.school, Prose.water])
  }
}
