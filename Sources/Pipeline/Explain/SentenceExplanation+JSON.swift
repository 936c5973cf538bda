import Figures
import Indicators
import Records
import SourceText

extension SentenceExplanation {
  /// One JSON object a paragraph; places in Unicode scalars of its text.
  public var json: String {
    var writer = JSONWriter()
    for (number, paragraph) in document.paragraphs.enumerated() {
      let index = ScalarIndex(paragraph.text.utf8)
      writer.beginObject()
      writer.key("text")
      writer.string(utf8: paragraph.text.utf8)
      writer.key("kind")
      writer.string(paragraph.kind.rawValue)
      writer.key("clauses")
      writer.beginArray()
      for clause in traces[number].clauses { write(clause, index, in: number, to: &writer) }
      writer.endArray()
      writer.key("figures")
      writer.beginArray()
      for figure in document.figures[number] {
        writer.object(figure, text: paragraph.text.utf8[figure.range], scalars: index.scalars(in: figure.range))
      }
      writer.endArray()
      writer.key("records")
      writer.beginArray()
      for observation in document.observations where observation.paragraph == number {
        write(observation, index, to: &writer)
      }
      writer.endArray()
      writer.endObject()
      writer.endLine()
    }
    return String(decoding: writer.utf8, as: UTF8.self)
  }

  private func write(
    _ clause: ReadingTrace.TracedClause, _ index: ScalarIndex, in paragraph: Int, to writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.place(index.scalars(in: clause.range))
    writer.key("pieces")
    writer.beginArray()
    for piece in clause.pieces {
      writer.beginObject()
      writer.place(index.scalars(in: piece.range))
      writer.key("text")
      writer.string(words(piece.range, in: paragraph))
      writer.key("kind")
      writer.string(piece.kind)
      writer.key("classes")
      writer.strings(piece.classes)
      writer.endObject()
    }
    writer.endArray()
    writer.key("tried")
    writer.beginArray()
    for attempt in clause.attempts {
      writer.beginObject()
      writer.place(index.scalars(in: attempt.figure))
      writer.key("rules")
      writer.strings(attempt.constructions)
      writer.endObject()
    }
    writer.endArray()
    writer.key("rejected")
    writer.beginArray()
    for rejection in clause.rejections {
      writer.beginObject()
      writer.place(index.scalars(in: rejection.figure ?? clause.range))
      writer.key("reason")
      writer.string(rejection.reason)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }

  private func write(_ observation: Observation, _ index: ScalarIndex, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.place(index.scalars(in: observation.range))
    writer.fields(of: Fact(observation))
    writer.key("rule")
    writer.string(observation.rule)
    writer.key("origins")
    writer.beginObject()
    writer.key("indicator")
    writer.beginObject()
    writer.key("paragraph")
    writer.number(observation.paragraph)
    writer.place(index.scalars(in: observation.quote))
    writer.endObject()
    writer.key("time_period")
    write(FieldOrigin(periodOf: observation, in: document), to: &writer)
    writer.key("subject")
    write(FieldOrigin(subjectOf: observation, in: document), to: &writer)
    writer.endObject()
    writer.endObject()
  }

  private func write(_ origin: FieldOrigin?, to writer: inout JSONWriter) {
    guard let origin else { return writer.null() }
    writer.beginObject()
    writer.key("paragraph")
    writer.number(origin.paragraph)
    writer.place(ScalarIndex(document.paragraphs[origin.paragraph].text.utf8).scalars(in: origin.range))
    writer.key("text")
    writer.string(origin.text)
    writer.endObject()
  }
}

extension JSONWriter {
  fileprivate mutating func place(_ scalars: Range<Int>) {
    key("start")
    number(scalars.lowerBound)
    key("end")
    number(scalars.upperBound)
  }

  fileprivate mutating func strings(_ texts: [String]) {
    beginArray()
    for text in texts { string(text) }
    endArray()
  }
}
