import Values

/// A numeral with its unit, before bound, range and name are decided.
struct Quantity {
  var start: Int
  var end: Int
  var numeral: Numeral
  /// As written before scale word and unit; `nil` where there is no exact decimal.
  var low: ExactDecimal?
  var high: ExactDecimal?
  var key = UnitKey.none
  var unit = ""
  var base = "1"
  /// Base units in one written unit, scale word included.
  var factor = ExactDecimal(1)
  var kind = Figure.Kind.number
  var isCounter = false
  var isNoun = false
  var hasUnit = false
  /// Where the unit's word ends and per-words begin.
  var isNegative = false
  var reason: String?

  /// The same quantity on another scale, for ranges whose ends are printed on different ones.
  func rescaled(to scale: Int) -> ExactDecimal? {
    low.map { $0.scaled(byPowerOfTen: numeral.scale - scale) }
  }
}
