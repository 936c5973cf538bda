import TestSupport
import Testing

@testable import Layout

@Suite("What a page says twice")
struct CopyTests {
  @Test("A repeated paragraph is kept once, with the place of its copy")
  func repeated() throws {
    let text = [Prose.bridge, Prose.orchard, Prose.bridge, Prose.school, Prose.bridge].joined(separator: "\n\n")
    let restoration = Restoration(text)
    #expect(restoration.texts == [Prose.bridge, Prose.orchard, Prose.school])
    let copies = restoration.restored.paragraphs[0].copies
    #expect(copies.map(\.string) == [Prose.bridge, Prose.bridge])
    let places = copies.compactMap { $0.origins.source(of: 0..<$0.utf8.count)?.lowerBound }
    #expect(places == places.sorted() && Set(places).count == 2 && places[0] > 0)
  }

  @Test("The tail of a paragraph is dropped before or after it, though cut lines hide it", arguments: [false, true])
  func tails(isBefore: Bool) {
    let tail = String(Prose.water[Prose.water.index(Prose.water.firstIndex(of: "。")!, offsetBy: 1)...])
    let whole = column([Prose.water], measure: 18)
    let others = column([Prose.school, Prose.market], measure: 18)
    let text = isBefore ? [tail, others, whole] : [others, whole, tail]
    let restoration = Restoration(text.joined(separator: "\n\n"))
    #expect(restoration.running.count { $0.contains("除险加固") } == 1)
    #expect(restoration.running.contains(Prose.water))
    #expect(restoration.repairs.contains("repeated_tail_fragment"))
  }

  @Test("Versions that differ in a few characters are one, those that differ in a figure are two")
  func nearCopies() {
    let near = Prose.factory.replacing("车间主任", with: "车间负责人")
    #expect(Restoration([Prose.factory, Prose.bridge, near].joined(separator: "\n\n")).texts.count == 2)
    let other = Prose.factory.replacing("870万", with: "970万")
    #expect(Restoration([Prose.factory, Prose.bridge, other].joined(separator: "\n\n")).texts.count == 3)
  }

  @Test("Different paragraphs that share a sentence stay")
  func sharedSentences() {
    let shared = "园区是全市首个实行承诺制审批的开发区，手续办理时间缩短了一半以上。"
    let first = shared + "今年以来，这里新开工项目增加，来看地的客商一拨接着一拨。"
    let second = shared + "企业负责人拿到许可证时，连说没有想到会这么快，当天就安排施工队进场。"
    #expect(
      Restoration([first, Prose.bridge, second].joined(separator: "\n\n")).texts == [first, Prose.bridge, second])
  }
}
