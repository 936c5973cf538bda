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
  var isNumbered = false
  var hasUnit = false
  /// Where the unit's word ends and per-words begin.
  var isNegative = false
  /// 零下, 零上 before it: only degrees are meant.
  var isTemperature = false
  /// 百分之三: the unit stands before the numeral.
  var isSpelledShare = false
  var reason: String?

  /// 摄氏, 华氏 before the numeral name the degrees behind it.
  mutating func rename(_ scale: TemperatureScale) {
    unit = Numeral.scaleWord(numeral.scale) + scale.unit
    base = scale.base
  }

  /// Whether it is a temperature.
  var isInDegrees: Bool { key == .degree || key == .celsius || key == .fahrenheit }

  /// The unit of the lower end of a range, which its upper end leaves out.
  mutating func takeUnit(of other: Quantity) {
    unit = other.unit
    base = other.base
    factor = other.factor
    kind = other.kind
    key = other.key
    hasUnit = other.hasUnit
    isCounter = other.isCounter
  }

  /// Whether it is of the other's unit for each of something: 60美元/吨 behind 58美元.
  func isByUnit(of other: Quantity) -> Bool {
    base.utf8.count > other.base.utf8.count + 1 && base.utf8.starts(with: (other.base + "/").utf8)
      && unit.utf8.starts(with: (other.unit + "/").utf8)
  }

  /// The same quantity on another scale, for ranges whose ends are printed on different ones.
  func rescaled(to scale: Int) -> ExactDecimal? {
    low.map { $0.scaled(byPowerOfTen: numeral.scale - scale) }
  }
}

/// A scale of temperatures whose name stands before the numeral: 摄氏37度.
enum TemperatureScale: Hashable, Sendable {
  case celsius, fahrenheit

  var unit: String { self == .celsius ? "摄氏度" : "华氏度" }
  var base: String { self == .celsius ? "Cel" : "[degF]" }
}
