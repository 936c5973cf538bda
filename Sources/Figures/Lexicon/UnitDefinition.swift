import Values

/// A unit or counter of the rule files.
struct UnitDefinition: Hashable, Sendable {
  /// As a record prints it.
  let printed: String
  let kind: Figure.Kind
  /// What the numeral is multiplied by on the page's own scale: 10 for 成, 0.1 for 角.
  let value: ExactDecimal
  /// ISO 4217, UCUM, `%`, `1`.
  let base: String
  /// Base units in one printed unit, after `value`.
  let factor: ExactDecimal
  /// From `counters.yaml`.
  let isCounter: Bool
  /// A thing that is counted without a counter: 两区, 三县.
  let isNoun: Bool
  /// A thing that a numeral before it numbers rather than counts: 143团, 7路.
  let isNumbered: Bool
  let key: UnitKey
}
