import Figures
import Testing
import Values

/// Any decimal, printed in any writing, is read back as it was.
@Suite struct NumeralWritingTests {
  struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var value = state
      value ^= value >> 33
      value = value &* 0xFF51_AFD7_ED55_8CCD
      return value ^ value >> 33
    }
  }

  @Test func readsBackWhatItPrints() {
    var random = Random(state: 20_240_724)
    var failures: [String] = []
    for _ in 0..<100_000 {
      let digits = Int.random(in: 1...15, using: &random)
      var upper = 1
      for _ in 0..<digits { upper *= 10 }
      let whole = Int.random(in: 0..<upper, using: &random)
      let places = Int.random(in: 0...3, using: &random)
      let fraction = (0..<places).map { _ in UInt8.random(in: 0...9, using: &random) }
      let writing = NumeralWriting.allCases.randomElement(using: &random) ?? .ascii
      let text = writing.print(whole: whole, fraction: fraction)
      let plain = "\(whole)" + (fraction.isEmpty ? "" : "." + fraction.map(String.init).joined())
      guard let expected = ExactDecimal(plain) else { continue }
      let figures = FigureReading.figures(text + "元")
      if figures.count != 1 || figures.first?.normalized?.amount != .value(expected) {
        failures.append("\(writing) \(plain) printed \(text)")
      }
    }
    #expect(failures.isEmpty, "\(failures.count): \(failures.prefix(10))")
  }
}

/// A writing of numerals.
enum NumeralWriting: CaseIterable {
  case ascii, separated, fullWidth, fullSeparated, chinese, traditional, formal, mixed

  private static let plainDigits = Array("零一二三四五六七八九")
  private static let traditionalForms: [Character: Character] = ["万": "萬", "亿": "億", "点": "點"]
  private static let formalDigits = Array("零壹贰叁肆伍陆柒捌玖")

  func print(whole: Int, fraction: [UInt8]) -> String {
    switch self {
    case .ascii: return "\(whole)" + point(fraction, ".")
    case .separated: return separated(whole) + point(fraction, ".")
    case .fullWidth: return String(("\(whole)" + point(fraction, ".")).map(Self.widened))
    case .fullSeparated: return String((separated(whole) + point(fraction, ".")).map(Self.widened))
    case .chinese: return words(whole, Self.plainDigits, ["", "十", "百", "千"]) + words(fraction, Self.plainDigits)
    case .traditional:
      return String(
        NumeralWriting.chinese.print(whole: whole, fraction: fraction).map { Self.traditionalForms[$0] ?? $0 })
    case .formal: return words(whole, Self.formalDigits, ["", "拾", "佰", "仟"]) + words(fraction, Self.formalDigits)
    case .mixed:
      // 1亿2000万: only whole numbers of 万 are printed so, the rest in digits.
      guard whole >= 10_000, fraction.isEmpty else { return "\(whole)" + point(fraction, ".") }
      var text = ""
      if whole >= 100_000_000 { text += "\(whole / 100_000_000)亿" }
      let middle = whole / 10_000 % 10_000
      if middle > 0 { text += "\(middle)万" }
      let rest = whole % 10_000
      if rest >= 1000 || rest > 0 && middle == 0 && rest >= 10 {
        text += "\(rest)"
      } else if rest > 0 {
        return "\(whole)"
      }
      return text
    }
  }

  private func point(_ fraction: [UInt8], _ mark: String) -> String {
    fraction.isEmpty ? "" : mark + fraction.map(String.init).joined()
  }

  private func separated(_ whole: Int) -> String {
    var groups: [String] = []
    var rest = whole
    while rest >= 1000 {
      let group = "\(rest % 1000)"
      groups.insert(String(repeating: "0", count: 3 - group.count) + group, at: 0)
      rest /= 1000
    }
    return (["\(rest)"] + groups).joined(separator: ",")
  }

  private static func widened(_ character: Character) -> Character {
    guard let ascii = character.asciiValue, let scalar = UnicodeScalar(UInt32(ascii) + 0xFEE0) else { return character }
    return Character(scalar)
  }

  private func words(_ fraction: [UInt8], _ digits: [Character]) -> String {
    fraction.isEmpty ? "" : "点" + String(fraction.map { digits[Int($0)] })
  }

  private func words(_ whole: Int, _ digits: [Character], _ scales: [String]) -> String {
    if whole == 0 { return String(digits[0]) }
    var text = ""
    var rest = whole
    var isZeroDue = false
    for (scale, word) in [(1_000_000_000_000, "万亿"), (100_000_000, "亿"), (10_000, "万"), (1, "")] {
      let group = rest / scale
      rest %= scale
      guard group > 0 else {
        if !text.isEmpty { isZeroDue = true }
        continue
      }
      if !text.isEmpty, isZeroDue || group < 1000 { text.append(digits[0]) }
      text += section(group, digits, scales)
      // 一万亿零五亿 is printed 一万零五亿; the plain form repeats the scale.
      text += scale == 1_000_000_000_000 && rest / 100_000_000 > 0 ? "万" : word
      isZeroDue = false
    }
    return text
  }

  private func section(_ group: Int, _ digits: [Character], _ scales: [String]) -> String {
    var text = ""
    var isZeroDue = false
    var place = 1000
    for index in (0...3).reversed() {
      let digit = group / place % 10
      if digit == 0 {
        if !text.isEmpty { isZeroDue = true }
      } else {
        if isZeroDue { text.append(digits[0]) }
        isZeroDue = false
        text.append(digits[digit])
        text += scales[index]
      }
      place /= 10
    }
    return text
  }
}
