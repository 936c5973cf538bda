/// A code of UCUM (ucum.org, version 2.1) as an exact number of base units, so that factors can be checked against it.
struct UnitCode: Equatable {
  var ratio: Ratio
  /// Powers of base units; annotations like {ce} are a dimension of their own.
  var powers: [String: Int]

  /// `nil` where the text is no code of UCUM, or has an atom that is not in the table.
  init?(_ code: String) {
    guard !code.isEmpty else { return nil }
    var ratio = Ratio(1)
    var powers: [String: Int] = [:]
    var isDivided = false
    for part in Self.parts(code) {
      switch part {
      case ".": isDivided = false
      case "/": isDivided = true
      default:
        guard let component = Self.component(part) else { return nil }
        let sign = isDivided ? -1 : 1
        guard let product = ratio.multiplied(by: isDivided ? component.ratio.inverse : component.ratio) else {
          return nil
        }
        ratio = product
        for (unit, power) in component.powers { powers[unit, default: 0] += sign * power }
        isDivided = false
      }
    }
    self.ratio = ratio
    self.powers = powers.filter { $0.value != 0 }
  }

  private init(ratio: Ratio, powers: [String: Int]) {
    self.ratio = ratio
    self.powers = powers
  }

  /// Components and the marks between them.
  private static func parts(_ code: String) -> [String] {
    var parts: [String] = []
    var depth = 0
    var part = ""
    for character in code {
      if "[{".contains(character) { depth += 1 }
      if "]}".contains(character) { depth -= 1 }
      if depth == 0, character == "." || character == "/" {
        if !part.isEmpty { parts.append(part) }
        parts.append(String(character))
        part = ""
      } else {
        part.append(character)
      }
    }
    if !part.isEmpty { parts.append(part) }
    return parts
  }

  private static func component(_ text: String) -> UnitCode? {
    var unit = text
    var powers: [String: Int] = [:]
    if unit.hasSuffix("}"), let open = unit.firstIndex(of: "{") {
      powers[String(unit[open...])] = 1
      unit = String(unit[..<open])
      if unit.isEmpty { return UnitCode(ratio: Ratio(1), powers: powers) }
    }
    if let number = UInt128(unit) { return UnitCode(ratio: Ratio(number), powers: powers) }
    if unit.hasPrefix("10*") {
      guard let power = Int(unit.dropFirst(3)) else { return nil }
      return UnitCode(ratio: Ratio.power(of: 10, power), powers: powers)
    }
    var exponent = 1
    let digits = unit.reversed().prefix { $0.isNumber }.reversed()
    if !digits.isEmpty, let number = Int(String(digits)) {
      exponent = number
      unit.removeLast(digits.count)
      if unit.hasSuffix("-") {
        exponent = -number
        unit.removeLast()
      }
    }
    guard let atom = atom(unit) else { return nil }
    var ratio = Ratio(1)
    for _ in 0..<abs(exponent) {
      guard let product = ratio.multiplied(by: exponent > 0 ? atom.ratio : atom.ratio.inverse) else { return nil }
      ratio = product
    }
    for (name, power) in atom.powers { powers[name, default: 0] += power * exponent }
    return UnitCode(ratio: ratio, powers: powers)
  }

  private static func atom(_ text: String) -> UnitCode? {
    if let atom = metric[text] ?? other[text] { return resolve(text, atom) }
    for (prefix, power) in prefixes where text.hasPrefix(prefix) {
      let rest = String(text.dropFirst(prefix.count))
      guard let atom = metric[rest], let base = resolve(rest, atom),
        let ratio = base.ratio.multiplied(by: Ratio.power(of: 10, power))
      else { continue }
      return UnitCode(ratio: ratio, powers: base.powers)
    }
    return nil
  }

  private static func resolve(_ name: String, _ atom: (ratio: Ratio, code: String)) -> UnitCode? {
    if atom.code == name { return UnitCode(ratio: Ratio(1), powers: [name: 1]) }
    guard let base = UnitCode(atom.code), let ratio = base.ratio.multiplied(by: atom.ratio) else { return nil }
    return UnitCode(ratio: ratio, powers: base.powers)
  }

  private static let prefixes: [(String, Int)] = [
    ("da", 1), ("P", 15), ("E", 18), ("T", 12), ("G", 9), ("M", 6), ("k", 3), ("h", 2), ("d", -1), ("c", -2), ("m", -3),
    ("u", -6), ("n", -9),
  ]

  /// Atoms that take prefixes: how many of a code. An atom that is defined by itself is a base unit here.
  private static let metric: [String: (ratio: Ratio, code: String)] = [
    "m": (1, "m"), "g": (1, "g"), "s": (1, "s"), "A": (1, "A"), "K": (1, "K"), "mol": (1, "mol"), "bit": (1, "bit"),
    "lm": (1, "lm"), "B": (1, "B"), "Cel": (1, "Cel"), "L": (1, "dm3"), "t": (1000, "kg"), "ar": (100, "m2"),
    "N": (1, "kg.m/s2"), "J": (1, "N.m"), "W": (1, "J/s"), "V": (1, "W/A"), "Ohm": (1, "V/A"), "Pa": (1, "N/m2"),
    "bar": (100_000, "Pa"), "m[Hg]": (133_322, "Pa"), "Hz": (1, "s-1"), "Bq": (1, "s-1"), "Sv": (1, "J/kg"),
    "lx": (1, "lm/m2"), "By": (8, "bit"), "cal": (Ratio(4184, 1000), "J"),
  ]

  private static let other: [String: (ratio: Ratio, code: String)] = [
    "[degF]": (1, "[degF]"), "min": (60, "s"), "h": (60, "min"), "d": (24, "h"), "wk": (7, "d"),
    "a": (Ratio(36525, 100), "d"), "mo": (Ratio(1, 12), "a"), "[in_i]": (Ratio(254, 100), "cm"),
    "[ft_i]": (12, "[in_i]"),
    "[yd_i]": (3, "[ft_i]"), "[mi_i]": (5280, "[ft_i]"), "[nmi_i]": (1852, "m"), "[kn_i]": (1, "[nmi_i]/h"),
    "[ly]": (299_792_458, "m.a/s"), "[gal_us]": (231, "[in_i]3"), "[qt_us]": (Ratio(1, 4), "[gal_us]"),
    "[pt_us]": (Ratio(1, 2), "[qt_us]"), "[bbl_us]": (42, "[gal_us]"), "[bu_us]": (Ratio(215_042, 100), "[in_i]3"),
    "[gr]": (Ratio(6_479_891, 100_000), "mg"), "[lb_av]": (7000, "[gr]"), "[ston_av]": (2000, "[lb_av]"),
    "[lton_av]": (2240, "[lb_av]"), "[oz_tr]": (480, "[gr]"), "[car_m]": (Ratio(2, 10), "g"),
    "[Btu]": (Ratio(105_435, 100), "J"), "[ppm]": (1, "10*-6"),
  ]
}

/// A quotient of whole numbers in its lowest terms.
struct Ratio: Equatable, ExpressibleByIntegerLiteral {
  let numerator: UInt128
  let denominator: UInt128

  init(_ numerator: UInt128, _ denominator: UInt128 = 1) {
    var (left, right) = (numerator, denominator)
    while right != 0 { (left, right) = (right, left % right) }
    self.numerator = numerator / left
    self.denominator = denominator / left
  }

  init(integerLiteral value: UInt64) { self.init(UInt128(value)) }

  var inverse: Ratio { Ratio(denominator, numerator) }

  /// `nil` where it does not fit.
  func multiplied(by other: Ratio) -> Ratio? {
    let left = Ratio(numerator, other.denominator)
    let right = Ratio(other.numerator, denominator)
    let (top, overflow) = left.numerator.multipliedReportingOverflow(by: right.numerator)
    let (bottom, carry) = left.denominator.multipliedReportingOverflow(by: right.denominator)
    return overflow || carry ? nil : Ratio(top, bottom)
  }

  static func power(of base: UInt128, _ exponent: Int) -> Ratio {
    var value: UInt128 = 1
    for _ in 0..<abs(exponent) { value *= base }
    return exponent < 0 ? Ratio(1, value) : Ratio(value)
  }
}
