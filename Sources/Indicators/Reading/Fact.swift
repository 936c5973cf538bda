/// What a paragraph has said so far: one record, with what later clauses may leave out.
struct Fact: Sendable {
  var name: IndicatorName
  /// The name of the thing itself, without what a share or a rate added.
  var base: IndicatorName
  var measure: Observation.Measure
  var sentence: Int
  /// The first piece of its clause.
  var clause: Int
  /// The noun of the rate of growth that it was said with: 增速.
  var rate: Range<Int>?
}
