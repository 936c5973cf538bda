import Figures
import Values

extension JSONWriter {
  /// One line of `indicators.jsonl`.
  public mutating func line(_ record: IndicatorRecord) {
    object(record)
    endLine()
  }

  /// A record with all its mentions.
  public mutating func object(_ record: IndicatorRecord) {
    beginObject()
    key("id")
    string(record.id.description)
    fields(of: record.fact)
    key("mentions")
    array(record.mentions)
    endObject()
  }

  /// The fields of a fact, from `indicator` to `normalized`, inside an open object.
  public mutating func fields(of fact: Fact) {
    key("indicator")
    string(fact.indicator)
    key("concept")
    string(fact.concept)
    key("measure")
    string(fact.measure.rawValue)
    amount(fact.amount) { $0.number($1) }
    key("unit")
    string(fact.unit)
    key("bound")
    string(fact.bound.rawValue)
    key("status")
    string(fact.status.rawValue)
    key("comparison")
    string(fact.comparison?.rawValue)
    key("time_period")
    string(fact.period)
    key("subject")
    string(fact.subject)
    if let areaCode = fact.areaCode {
      key("area_code")
      string(areaCode)
    }
    key("normalized")
    object(fact.normalized)
  }

  /// `value`, or `value: null` with `low` and `high`.
  public mutating func amount(_ amount: Figure.Amount, write: (inout JSONWriter, ExactDecimal) -> Void) {
    key("value")
    switch amount {
    case .value(let value):
      write(&self, value)
    case .range(let low, let high):
      null()
      key("low")
      write(&self, low)
      key("high")
      write(&self, high)
    }
  }

  /// The amount in the base unit, as decimal strings.
  public mutating func object(_ normalized: Figure.Normalized) {
    beginObject()
    amount(normalized.amount) { $0.string($1) }
    key("unit")
    string(normalized.unit)
    endObject()
  }

  /// The mentions of a record.
  public mutating func array(_ mentions: [Mention]) {
    beginArray()
    for mention in mentions { object(mention) }
    endArray()
  }

  public mutating func object(_ mention: Mention) {
    beginObject()
    key("document")
    string(mention.document)
    key("paragraph")
    number(mention.paragraph)
    interval(mention.range)
    key("quote")
    string(mention.quote)
    key("source")
    beginObject()
    place(mention.source)
    endObject()
    key("rule")
    string(mention.rule)
    endObject()
  }

  private mutating func place(_ source: Mention.Source) {
    switch source {
    case .scalars(let range):
      interval(range)
    case .pieces(let pieces):
      interval((pieces.map(\.lowerBound).min() ?? 0)..<(pieces.map(\.upperBound).max() ?? 0))
      key("pieces")
      beginArray()
      for piece in pieces {
        beginObject()
        interval(piece)
        endObject()
      }
      endArray()
    case .line(let line):
      key("line")
      number(line)
    case .box(let box):
      key("page")
      number(box.page)
      key("box")
      beginArray()
      for edge in [box.x0, box.y0, box.x1, box.y1] { number(edge) }
      endArray()
    }
  }

  private mutating func interval(_ range: Range<Int>) {
    key("start")
    number(range.lowerBound)
    key("end")
    number(range.upperBound)
  }
}
