import Foundation
import SourceText
import TestSupport
import Testing

@testable import Layout

@Suite("What always holds")
struct InvariantTests {
  /// More seeds with `LAYOUT_SEEDS=5000`.
  static var seeds: Int { ProcessInfo.processInfo.environment["LAYOUT_SEEDS"].flatMap(Int.init) ?? 300 }

  static func squeezed(_ text: String) -> String {
    String(text.precomposedStringWithCompatibilityMapping.unicodeScalars.filter { !$0.properties.isWhitespace })
  }

  @Test("Damage of the real pages' rates is repaired")
  func givesBack() {
    var total = 0
    var exact = 0
    var lost: [String] = []
    for seed in 0..<Self.seeds {
      var generator = SeededGenerator(seed: UInt64(seed))
      let clean = CleanPage.random(using: &generator)
      let damaged = PageDamager().damage(clean, seed: UInt64(seed))
      let texts = Set(Restoration(damaged.text).texts.map(Self.squeezed))
      for paragraph in clean where [.body, .list, .caption].contains(paragraph.kind) {
        total += 1
        if texts.contains(Self.squeezed(paragraph.text)) {
          exact += 1
        } else if lost.count < 5 {
          lost.append("seed \(seed): \(paragraph.text)")
        }
      }
    }
    if Self.seeds > 300 { print("\(exact) of \(total) paragraphs exact") }
    #expect(exact * 100 >= total * 99, "\(exact) of \(total) paragraphs; \(lost.joined(separator: "\n"))")
  }

  @Test("Every kind of damage is done by the seeds that are tried")
  func damageIsDone() {
    var done: Set<String> = []
    for seed in 0..<200 {
      var generator = SeededGenerator(seed: UInt64(seed))
      done.formUnion(PageDamager().damage(CleanPage.random(using: &generator), seed: UInt64(seed)).done.keys)
    }
    #expect(done.count >= 18, "\(done.sorted())")
  }

  @Test("Every character of the result is the character of the page that it says it is", arguments: 0..<60)
  func nothingInvented(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let damaged = PageDamager().damage(CleanPage.random(using: &generator), seed: UInt64(seed))
    Self.expectOrigins(Restoration(damaged.text))
  }

  static func expectOrigins(_ restoration: Restoration) {
    let page = restoration.page.text.utf8
    var used = Set<Int>()
    for paragraph in restoration.restored.paragraphs {
      for text in [paragraph.text] + paragraph.copies {
        #expect(text.origins.length == text.utf8.count)
        for run in text.origins.runs {
          let output = squeezed(String(decoding: text.utf8[run.output], as: UTF8.self))
          let source = squeezed(String(decoding: page[run.source], as: UTF8.self))
          #expect(output == source)
          for place in run.source where page[place] > 0x20 {
            #expect(used.insert(place).inserted || page[run.source].count != run.output.count, "used twice")
          }
        }
      }
    }
  }

  @Test("A clean page is left unchanged", arguments: 0..<40)
  func cleanPage(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed) &+ 1000)
    let texts = CleanPage.random(using: &generator).map(\.text)
    #expect(Restoration(texts.joined(separator: "\n\n")).texts == texts)
  }

  /// A paragraph that the first repair left in two pieces may be joined by the second, whose page has no columns.
  @Test("Repairing what was repaired changes nothing on at least 97 of 100 pages")
  func idempotent() {
    var changed: [Int] = []
    for seed in 0..<100 {
      var generator = SeededGenerator(seed: UInt64(seed) &+ 1000)
      let clean = CleanPage.random(using: &generator)
      let once = Restoration(PageDamager().damage(clean, seed: UInt64(seed)).text).texts
      if Restoration(once.joined(separator: "\n\n")).texts != once { changed.append(seed) }
    }
    #expect(changed.count <= 3, "\(changed)")
  }

  @Test("Hostile pages end in time and lose nothing that is text")
  func hostile() {
    let line = String(repeating: "数据“很大（", count: 60_000)
    #expect(Restoration(line).texts == [line])
    #expect(Restoration(String(repeating: "\n", count: 100_000)).texts.isEmpty)
    #expect(Restoration(String(repeating: "“（《", count: 20_000) + "\n" + Prose.bridge).texts.count >= 1)
    let many = Restoration(String(repeating: "哈哈哈哈哈哈\n\n", count: 5_000))
    #expect(many.texts.count >= 1)
    #expect(Restoration(String(repeating: "字\n", count: 20_000)).texts.joined().contains("字字"))
    #expect(Restoration(String(repeating: " ", count: 100_000) + "完").texts == ["完"])
    #expect(Restoration("").texts.isEmpty)
  }
}
