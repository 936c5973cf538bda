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

  /// Thousands of damaged pages: what comes back, what is made up, and what a second repair changes.
  @Test("Damage of the real pages' rates is repaired, nothing is made up, and the second repair changes nothing")
  func damagedPages() {
    var total = 0
    var exact = 0
    var lost: [String] = []
    var changed: [Int] = []
    for seed in 0..<Self.seeds {
      var generator = SeededGenerator(seed: UInt64(seed))
      let clean = CleanPage.random(using: &generator)
      let restoration = Restoration(PageDamager().damage(clean, seed: UInt64(seed)).text)
      let texts = restoration.texts
      let squeezed = Set(texts.map(Self.squeezed))
      for paragraph in clean where [.body, .list, .caption].contains(paragraph.kind) {
        total += 1
        if squeezed.contains(Self.squeezed(paragraph.text)) {
          exact += 1
        } else if lost.count < 5 || Self.seeds > 300 {
          lost.append("seed \(seed): \(paragraph.text)")
        }
      }
      #expect(Self.invented(restoration) == nil, "seed \(seed)")
      if Restoration(texts.joined(separator: "\n\n")).texts != texts { changed.append(seed) }
    }
    if Self.seeds > 300 {
      print(
        "\(exact) of \(total) paragraphs exact, \(changed.count) of \(Self.seeds) pages changed by the second repair")
      print("changed: \(changed.prefix(60)), lost:\n\(lost.prefix(200).joined(separator: "\n"))")
    }
    #expect(exact * 100 >= total * 99, "\(exact) of \(total) paragraphs; \(lost.prefix(5).joined(separator: "\n"))")
    #expect(changed.count * 500 <= Self.seeds, "\(changed)")
  }

  /// The kinds of the layout notes, those that are no defect too, and what else the generator does.
  @Test("Every kind of damage is done by the seeds that are tried")
  func damageIsDone() {
    var done: [String: Int] = [:]
    for seed in 0..<Self.seeds {
      var generator = SeededGenerator(seed: UInt64(seed))
      let page = CleanPage.random(using: &generator)
      done.merge(PageDamager().damage(page, seed: UInt64(seed)).done, uniquingKeysWith: +)
    }
    if Self.seeds > 300 {
      print(done.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    }
    // What the sentences themselves hold on every page, and what has tests of its own.
    let inSentences: Set<String> = ["typo", "shared_sentence", "punctuation_width", "repetition"]
    let elsewhere: Set<String> = [
      "radical_form", "vertical_form", "table_gap", "columns_side_by_side", "interleaved_lines", "interleaved_column",
      "width_folded",
    ]
    let missing = Set(DefectKindTests.kinds.keys).subtracting(done.keys).subtracting(inSentences).subtracting(elsewhere)
    #expect(missing.isEmpty, "\(missing.sorted())")
    #expect(done["full_width"] ?? 0 > 0)
  }

  static func expectOrigins(_ restoration: Restoration) {
    #expect(invented(restoration) == nil)
  }

  /// What of the result is not the character of the page that it says it is, or is used twice; `nil` where nothing is.
  static func invented(_ restoration: Restoration) -> String? {
    let page = restoration.page.text.utf8
    let forms: Set<String> = ["radical_form", "vertical_form"]
    var used = [Bool](repeating: false, count: page.count)
    for paragraph in restoration.restored.paragraphs {
      for text in [paragraph.text] + paragraph.copies {
        guard text.origins.length == text.utf8.count else { return "no origins of \(text.string)" }
        for run in text.origins.runs {
          if !text.utf8[run.output].elementsEqual(page[run.source]) {
            let output = squeezed(String(decoding: text.utf8[run.output], as: UTF8.self))
            let source = squeezed(String(decoding: page[run.source], as: UTF8.self))
            // Not all radicals are compatible with their characters: one stands for one.
            let isReplaced = !forms.isDisjoint(with: restoration.repairs) && output.count == source.count
            guard output == source || isReplaced else { return "\(output) is printed as \(source)" }
          }
          for place in run.source where page[place] > 0x20 {
            if used[place], run.source.count == run.output.count { return "byte \(place) comes out twice" }
            used[place] = true
          }
        }
      }
    }
    return nil
  }

  @Test("A clean page is left unchanged")
  func cleanPages() {
    for seed in 0..<Self.seeds {
      var generator = SeededGenerator(seed: UInt64(seed) &+ 100_000)
      let texts = CleanPage.random(using: &generator).map(\.text)
      let restored = Restoration(texts.joined(separator: "\n\n")).texts
      #expect(restored == texts, "seed \(seed): \(Set(restored).symmetricDifference(texts))")
    }
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
