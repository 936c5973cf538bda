import Figures
import Foundation
import Testing
import Values

/// The Chinese cases of Recognizers-Text (MIT licence), run against our figures through an adapter.
///
/// They give the numeral of a count without its counter and a range with its words of bound; the adapter takes from our
/// figures what their models ask for. Skipped where the shared data is absent.
@Suite(.enabled(if: PeerCase.folder != nil, "the shared test data is absent")) struct PeerTests {
  struct Finding: Hashable {
    let start: Int
    /// Inclusive.
    let end: Int
    let value: String
  }

  static let models = ["NumberModel", "PercentModel", "CurrencyModel", "DimensionModel", "NumberRangeModel"]

  @Test func passesTheApplicableCases() throws {
    var passed = 0
    var total = 0
    var applicable = 0
    var misses: [String] = []
    for model in Self.models {
      for test in try PeerCase.load(model) {
        total += 1
        if PeerDifferences.reason(model: model, index: test.index) != nil { continue }
        applicable += 1
        let found = findings(model, test.input)
        if matches(found, test.results, model) {
          passed += 1
        } else {
          let expected = test.results.map { "\($0.text)=\($0.resolution?.value ?? "-")[\($0.start),\($0.end)]" }
          misses.append("\(model) \(test.index) \(test.input): expected \(expected), read \(found)")
        }
      }
    }
    print("peers: \(passed) of \(applicable) applicable cases, \(total - applicable) inapplicable of \(total)")
    #expect((total - applicable) * 10 <= total)
    #expect(passed * 100 >= applicable * 97, "\(misses.joined(separator: "\n"))")
    for miss in misses { print(miss) }
  }

  private func matches(_ found: [Finding], _ expected: [PeerCase.Result], _ model: String) -> Bool {
    guard found.count == expected.count else { return false }
    for (ours, theirs) in zip(found, expected) {
      guard ours.start == theirs.start, ours.end == theirs.end else { return false }
      guard let value = theirs.resolution?.value, ours.value != "?" else { continue }
      if model == "NumberRangeModel" {
        guard range(ours.value) == range(value) else { return false }
      } else if let left = Double(ours.value), let right = Double(value.replacingOccurrences(of: "%", with: "")) {
        // Their values are binary; ours are exact.
        guard abs(left - right) <= 1e-12 * max(abs(left), abs(right)) else { return false }
      } else {
        return false
      }
    }
    return true
  }

  /// Whether an end is open or closed is their convention; which ends there are is not.
  private func range(_ text: String) -> [String] {
    text.trimmingCharacters(in: CharacterSet(charactersIn: "()[]")).split(
      separator: ",", omittingEmptySubsequences: false
    ).map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private func findings(_ model: String, _ text: String) -> [Finding] {
    let bytes = Array(text.utf8)
    func scalars(_ offset: Int) -> Int {
      String(decoding: bytes[..<offset], as: UTF8.self).unicodeScalars.count
    }
    func finding(_ range: Range<Int>, _ value: String) -> Finding {
      Finding(start: scalars(range.lowerBound), end: scalars(range.upperBound) - 1, value: value)
    }
    var result: [Finding] = []
    for figure in FigureReading.recognizer.figures(in: bytes, published: nil) {
      switch model {
      case "NumberModel":
        guard figure.kind != .ordinal else { continue }
        // Their numbers leave out sums of foreign money.
        if figure.kind == .money, figure.normalized?.unit != "CNY" { continue }
        if figure.unit == "打", let value = value(figure).flatMap(ExactDecimal.init) {
          result.append(finding(figure.range, value.multiplied(by: ExactDecimal(12))?.description ?? "?"))
          continue
        }
        // 百分之五十五点五: the number alone.
        if figure.kind == .percentage, let numeral = figure.numeral, bytes[figure.range].starts(with: "百分之".utf8) {
          result.append(finding(numeral, value(figure, percent: true) ?? "?"))
          continue
        }
        let isNamed = figure.kind != .name || Self.numeralReasons.contains(figure.reason ?? "")
        guard isNamed, let numeral = figure.numeral ?? (figure.kind == .percentage ? figure.range : nil) else {
          continue
        }
        let range = min(figure.range.lowerBound, numeral.lowerBound)..<numeral.upperBound
        result.append(finding(range, value(figure) ?? "?"))
      case "PercentModel":
        // 九折 is 90 %, 五五折 55 % there; a unit of its own here.
        if figure.unit == "折", case .value(let value)? = figure.amount {
          let tenth = value < ExactDecimal(10) ? value.scaled(byPowerOfTen: 1) : value
          result.append(finding(figure.range, tenth.description))
          continue
        }
        guard figure.kind == .percentage || figure.kind == .points, case .value? = figure.amount else { continue }
        result.append(finding(figure.range, value(figure, percent: true) ?? "?"))
      case "CurrencyModel":
        guard figure.kind == .money else { continue }
        result.append(finding(figure.extent.lowerBound..<figure.range.upperBound, value(figure) ?? "?"))
      case "DimensionModel":
        guard figure.kind == .quantity else { continue }
        // 三千比特 is three of their kilobits.
        if figure.unit == "比特" || figure.unit == "字节", bytes[figure.range].firstRange(of: "千".utf8) != nil,
          let value = value(figure).flatMap(ExactDecimal.init)
        {
          result.append(finding(figure.range, value.scaled(byPowerOfTen: -3).description))
          continue
        }
        result.append(finding(figure.range, value(figure) ?? "?"))
      default:
        guard let range = limits(figure, percent: !bytes[figure.range].contains(0x2F)) else { continue }
        let end = figure.numeral?.upperBound ?? figure.range.upperBound
        let isAfter = figure.extent.upperBound > figure.range.upperBound
        result.append(
          finding(figure.extent.lowerBound..<(isAfter ? figure.extent.upperBound : end), range))
      }
    }
    return model == "NumberRangeModel" ? joined(result, in: text) : result
  }

  /// A lower and an upper bound that little stands between are one range there: 大于二十的同时小于等于三十五.
  private func joined(_ findings: [Finding], in text: String) -> [Finding] {
    let scalars = Array(text.unicodeScalars)
    var result: [Finding] = []
    for finding in findings {
      guard let last = result.last, last.value.hasSuffix(",)"), finding.value.hasPrefix("(,") else {
        result.append(finding)
        continue
      }
      let between = String(String.UnicodeScalarView(scalars[(last.end + 1)..<finding.start]))
      guard ["", "并", "且", "的同时", "， ", "，"].contains(between),
        let low = ExactDecimal(last.value.dropFirst().dropLast(2)),
        let high = ExactDecimal(finding.value.dropFirst(2).dropLast()), low < high
      else {
        result.append(finding)
        continue
      }
      result[result.count - 1] = Finding(
        start: last.start, end: finding.end, value: String(last.value.dropLast(1)) + String(finding.value.dropFirst(2)))
    }
    return result
  }

  private static let numeralReasons: Set = ["no counter behind it", "a number that names something"]

  /// The plain value: scale words applied, units not.
  private func value(_ figure: Figure, percent: Bool = false) -> String? {
    guard case .value(let value)? = figure.amount else { return nil }
    return scaled(value, figure, percent: percent).description
  }

  private func scaled(_ value: ExactDecimal, _ figure: Figure, percent: Bool) -> ExactDecimal {
    var power = 0
    for (word, exponent) in [("万亿", 12), ("亿", 8), ("万", 4)] where figure.unit.hasPrefix(word) {
      power = exponent
      break
    }
    switch figure.unit {
    case "%": power -= percent ? 0 : 2
    case "‰": power -= percent ? 1 : 3
    case "‱": power -= percent ? 2 : 4
    default: break
    }
    return value.scaled(byPowerOfTen: power)
  }

  private func limits(_ figure: Figure, percent: Bool) -> String? {
    guard figure.kind != .name || figure.role == .threshold, let amount = figure.amount else { return nil }
    switch amount {
    case .range(let low, let high):
      return "(\(scaled(low, figure, percent: percent)),\(scaled(high, figure, percent: percent)))"
    case .value(let value):
      let value = scaled(value, figure, percent: percent)
      switch figure.bound {
      case .atLeast, .moreThan: return "(\(value),)"
      case .atMost: return "(,\(value))"
      default: return nil
      }
    }
  }
}
