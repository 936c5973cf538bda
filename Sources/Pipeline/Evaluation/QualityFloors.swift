import Reading
import Rules
import Values

/// The least that each measure must reach, from a file such as `Tests/QualityGate/floors.yaml`.
public struct QualityFloors: Sendable {
  /// The digest of the gold that the floors were measured on.
  public let gold: String
  /// By measure, as `Evaluation.measures` names them.
  public let floors: [String: ExactDecimal]

  /// Errors: `RuleError` where the file cannot be read or is malformed.
  public init(file path: String) throws(RuleError) {
    let bytes: [UInt8]
    do throws(ReadingError) {
      bytes = try FileReader().read(path: path)
    } catch {
      throw RuleError(file: path, line: 0, column: 0, message: error.detail)
    }
    let root = try RulePack(files: [RulePack.File(name: path, utf8: bytes)]).root(of: path)
    let fields = try root.fields(["gold", "floors"])
    gold = try root.required("gold", in: fields).text()
    var floors: [String: ExactDecimal] = [:]
    for (key, value) in try root.required("floors", in: fields).entries() {
      guard let floor = ExactDecimal(try value.text()) else { throw value.error("expected a decimal number") }
      floors[try key.text()] = floor
    }
    self.floors = floors
  }

  /// What is below its floor, for people; empty where nothing is.
  public func failures(of evaluation: Evaluation) -> [String] {
    var failures: [String] = []
    if evaluation.goldDigest != gold {
      failures.append(
        "the gold is not the one the floors were measured on (sha256 \(evaluation.goldDigest), not \(gold))")
    }
    let measures = Dictionary(evaluation.measures.map { ($0.name, $0.value) }) { first, _ in first }
    for (name, floor) in floors.sorted(by: { $0.key < $1.key }) {
      guard let value = measures[name] else {
        failures.append("\(name) is not measured by this gold")
        continue
      }
      let rounded = ExactDecimal(coefficient: UInt128((value * 10_000).rounded()), exponent: -4)
      if rounded < floor { failures.append("\(name) is \(rounded), its floor is \(floor)") }
    }
    return failures
  }
}
