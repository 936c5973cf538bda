/// Finds what is wrong with a rule pack beyond what stops it from loading.
public enum RuleLint {
  /// The errors of the rule files about units, counters, numerals, bounds, periods, names and script, in file order.
  public static func check(_ rules: RulePack) -> [RuleError] {
    var errors: [RuleError] = []
    do { _ = try ScriptFolding(rules: rules) } catch { errors.append(error) }
    return errors
  }
}
