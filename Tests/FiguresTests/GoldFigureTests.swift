import Figures
import Foundation
import Testing
import Values

/// The records that people read on the shared pages: the figure of each must be found in its page's text.
@Suite(.enabled(if: PeerCase.folder != nil, "the shared test data is absent")) struct GoldFigureTests {
  private struct Page: Decodable {
    struct Paragraph: Decodable { let text: String }
    let paragraphs: [Paragraph]
  }

  @Test func findsTheFiguresOfTheRecords() throws {
    let gold = try #require(PeerCase.folder).appendingPathComponent("gold")
    var total = 0
    var misses: [String] = []
    for file in try FileManager.default.contentsOfDirectory(
      at: gold.appendingPathComponent("records"), includingPropertiesForKeys: nil)
    where file.pathExtension == "jsonl" {
      let name = file.deletingPathExtension().lastPathComponent
      let text = gold.appendingPathComponent("text/\(name).json")
      guard let data = try? Data(contentsOf: text) else { continue }
      let paragraphs = try JSONDecoder().decode(Page.self, from: data).paragraphs.map(\.text)
      let found = Set(paragraphs.flatMap { FigureReading.figures($0) }.flatMap(Self.keys))
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let record = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
        guard record["optional"] as? Bool != true, record["low"] == nil,
          let number = record["value"] as? NSNumber, let value = ExactDecimal(number.decimalValue.description)
        else { continue }
        let units = (record["unit"] as? [String]) ?? [record["unit"] as? String ?? ""]
        total += 1
        let amount = value.isNegative ? value.negated : value
        // A table's unit stands in its head and a per-word beside the figure: the bare figure will do.
        let accepted = units.flatMap { ["\(amount) \($0)", "\(amount) \($0.split(separator: "/").first ?? "")"] }
        if !accepted.contains(where: found.contains), !found.contains("\(amount) ") {
          misses.append("\(name): \(amount) \(units)")
        }
      }
    }
    #expect(total > 0)
    #expect(misses.count * 100 <= total * 3, "\(misses.count) of \(total): \(misses.joined(separator: "; "))")
  }

  private static func keys(_ figure: Figure) -> [String] {
    guard figure.kind != .name, case .value(let value)? = figure.amount else { return [] }
    let amount = value.isNegative ? value.negated : value
    return ["\(amount) \(figure.unit)"]
  }
}
