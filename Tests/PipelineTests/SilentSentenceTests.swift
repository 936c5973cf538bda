import Indicators
import Reading
import Rules
import TestSupport
import Testing

@testable import Pipeline

/// Sentences that state nothing are left out where a page is read and kept where it is explained: both say the same of it.
struct SilentSentenceTests {
  private static let inputs = (try? InputDiscovery(inputs: [Project.path("corpus")]).files).map { Array($0) } ?? []
  private static let road = Result { try DocumentRoad(rules: .embedded) }

  @Test(arguments: inputs.map(\.name))
  func whatIsLeftOutChangesNothing(name: String) throws {
    let bytes = try FileReader().read(path: Project.path("corpus/\(name)"))
    guard let page = try? DocumentReader().read(bytes, name: name) else { return }
    let road = try Self.road.get()
    let published = page.metadata.published
    let paragraphs = road.restorer.restore(page).paragraphs
    let figures = paragraphs.map { road.recognizer.figures(in: $0.text.utf8, published: published) }
    let read = road.interpreter.observations(in: paragraphs, figures: figures, published: published)
    let explained = road.interpreter.explain(paragraphs, figures: figures, published: published).observations
    #expect(read == explained)
  }

  @Test(arguments: [
    "全区新增学位3150个。要把好事办好。其中小学学位2100个。人们都很高兴。8月竣工的有12所学校。",
    "全区新增学位3150个。与去年同期相比，下同。小学学位增长12%，中学学位增长8%。",
    "全区新增学位3150个。人们都很高兴。今年将大力办学。新建学校12所。工作很顺利（图为开工现场）。新增教师56名。",
    "全区新增学位3150个。学校很美（左图）。人们都很高兴。操场很大（右图）。家长放心了。全区新增教师56名。",
    "全区新增学位3150个。家长放心了！人们都很高兴！操场真大！全区新增教师56名。",
    "全区新增学位3150个。家长放心了。与去年同期相比，下同。操场很大（右图）。人们都很高兴。小学学位增长12%。",
  ])
  func aSentenceWithoutFiguresKeepsItsNeighboursApart(text: String) throws {
    let road = try Self.road.get()
    let page = try DocumentReader().read(Array(text.utf8), name: "2024-03-05.txt")
    let document = road.extract(page, name: "2024-03-05.txt")
    let figures = document.figures
    let explained = road.interpreter.explain(document.paragraphs, figures: figures, published: page.metadata.published)
    #expect(document.observations == explained.observations)
    #expect(document.observations.count >= 2)
  }

  /// A paragraph of 1.2 MB, whose sentences each ask whether they may be left out: the answer is looked for once.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      ("乡亲们都说好日子来了。", "增幅（与上年比，下同）很大。"), ("乡亲们都说好日子来了！", ""), ("乡亲们都说好日子来了。", "镇里（含村里）开会。"),
    ])
  func manySentencesWithoutFiguresCostTheirLength(sentence: String, last: String) throws {
    let text = "全县种粮3.2万亩。" + String(repeating: sentence, count: 40_000) + last + "全县收入5亿元。"
    let page = try DocumentReader().read(Array(text.utf8), name: "2024-03-05.txt")
    #expect(try Self.road.get().extract(page, name: "2024-03-05.txt").observations.count == 2)
  }
}
