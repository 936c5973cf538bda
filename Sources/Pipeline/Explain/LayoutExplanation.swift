import Layout
import Reading
import Records
import SourceText

/// The paragraphs of a page and the repairs that made them, with their places in the input.
public struct LayoutExplanation: Sendable {
  private struct Place {
    let line: Int
    let scalars: Range<Int>
    let text: String
  }

  private let restored: RestoredPage
  private let page: Page
  private let index: ScalarIndex

  init(page: Page, restored: RestoredPage) {
    self.page = page
    self.restored = restored
    index = ScalarIndex(page.text.utf8)
  }

  /// Each paragraph with its kind, then line by line what was joined, cut and dropped, and where paragraphs end:
  /// `line 12: hard_wrap «before｜after»: evidence`.
  public var text: String {
    var lines: [String] = []
    for (number, paragraph) in restored.paragraphs.enumerated() {
      let copies = paragraph.copies.isEmpty ? "" : ", said \(paragraph.copies.count + 1) times"
      lines.append("[\(number)] \(paragraph.kind.rawValue)\(copies): \(paragraph.text.string)")
    }
    lines.append("")
    for decision in decisions {
      let place = place(of: decision)
      lines.append("line \(place.line): \(decision.kind.rawValue) «\(place.text)»: \(decision.evidence)")
    }
    lines.append("\(restored.paragraphs.count) paragraphs, \(restored.repairs.count) repairs")
    return lines.map { $0 + "\n" }.joined()
  }

  /// The same as one JSON object.
  public var json: String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("paragraphs")
    writer.beginArray()
    for paragraph in restored.paragraphs {
      writer.beginObject()
      writer.key("text")
      writer.string(utf8: paragraph.text.utf8)
      writer.key("kind")
      writer.string(paragraph.kind.rawValue)
      writer.key("copies")
      writer.number(paragraph.copies.count)
      writer.endObject()
    }
    writer.endArray()
    writer.key("repairs")
    writer.beginArray()
    for repair in decisions {
      let place = place(of: repair)
      writer.beginObject()
      writer.key("kind")
      writer.string(repair.kind.rawValue)
      writer.key("line")
      writer.number(place.line)
      writer.key("start")
      writer.number(place.scalars.lowerBound)
      writer.key("end")
      writer.number(place.scalars.upperBound)
      writer.key("evidence")
      writer.string(repair.evidence)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    writer.endLine()
    return String(decoding: writer.utf8, as: UTF8.self)
  }

  /// Repairs and ends of paragraphs, in the order of the input.
  private var decisions: [Repair] {
    (restored.repairs + restored.paragraphEnds)
      .sorted {
        ($0.source.lowerBound, $0.source.upperBound, $0.kind.rawValue)
          < ($1.source.lowerBound, $1.source.upperBound, $1.kind.rawValue)
      }
  }

  private func place(of repair: Repair) -> Place {
    let bytes = repair.source.clamped(to: 0..<page.text.utf8.count)
    let line = page.lines.last { $0.range.lowerBound <= bytes.lowerBound }?.number ?? 1
    return Place(line: line, scalars: index.scalars(in: bytes), text: text(of: bytes))
  }

  /// What stands there; at a line end what stands before it and after.
  private func text(of bytes: Range<Int>) -> String {
    let text = String(decoding: page.text.utf8[bytes], as: UTF8.self)
    if text.contains(where: { !$0.isWhitespace }) {
      return text.split(whereSeparator: \.isNewline).joined(separator: "⏎")
    }
    let isEnd = text.contains(where: \.isNewline)
    let before = String(decoding: page.text.utf8[..<bytes.lowerBound].suffix(60), as: UTF8.self)
    let after = String(decoding: page.text.utf8[bytes.upperBound...].prefix(60), as: UTF8.self)
    let left = before.split(whereSeparator: \.isNewline).last.map { $0.suffix(8) } ?? ""
    let right = after.split(whereSeparator: \.isNewline).first.map { $0.prefix(8) } ?? ""
    return left + (isEnd ? "｜" : "␣") + right
  }
}
