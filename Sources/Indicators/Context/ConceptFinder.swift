import Figures
import Rules

/// Gives observations the codes of standard indicators.
struct ConceptFinder: Sendable {
  let concepts: ConceptTable
  let folding: ScriptFolding

  /// The code of what an observation measures; `nil` where no standard indicator fits its name and unit.
  func code(of observation: Observation) -> String? {
    guard let concept = concepts.concept(ofName: folding.shadow(of: Array(observation.indicator.utf8))) else {
      return nil
    }
    // A change or a growth is of the indicator whatever its own unit; so is a rate of it.
    guard observation.measure == .level, !fits(observation.normalized.unit, concept.unitClass) else {
      return concept.code
    }
    return nil
  }

  /// Whether a level in a base unit can be of a class: ISO 4217 for money, UCUM for quantities, `1` for counts.
  private func fits(_ unit: String, _ unitClass: Concept.UnitClass) -> Bool {
    let head = unit.utf8.prefix { (0x41...0x5A).contains($0) }
    let after = unit.utf8.dropFirst(head.count).first
    let isMoney = head.count == 3 && (after == nil || after == UInt8(ascii: "/"))
    switch unitClass {
    case .money: return isMoney
    case .percent, .permille: return unit == "%"
    case .count, .quantity, .ratio: return !isMoney && unit != "%"
    }
  }
}
