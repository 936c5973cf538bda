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

  /// Each paragraph with its kind, then each repair: `line 12: hard_wrap «…»: evidence`.
  public var text: String {
    var lines: [String] = []
    for (number, paragraph) in restored.paragraphs.enumerated() {
      let copies = paragraph.copies.isEmpty ? "" : ", said \(paragraph.copies.count + 1) times"
      lines.append("[\(number)] \(paragraph.kind.rawValue)\(copies): \(paragraph.text.string)")
    }
    lines.append("")
    for repair in restored.repairs {
      let place = place(of: repair)
      lines.append("line \(place.line): \(repair.kind) «\(place.text)»: \(repair.evidence)")
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
    for repair in restored.repairs {
      let place = place(of: repair)
      writer.beginObject()
      writer.key("kind")
      writer.string(repair.kind)
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

  private func place(of repair: Repair) -> Place {
    let bytes = repair.source.clamped(to: 0..<page.text.utf8.count)
    let line = page.lines.last { $0.range.lowerBound <= bytes.lowerBound }?.number ?? 1
    let text = String(decoding: page.text.utf8[bytes], as: UTF8.self)
    return Place(
      line: line, scalars: index.scalars(in: bytes),
      text: text.split(whereSeparator: \.isNewline).joined(separator: "⏎"))
  }
}
