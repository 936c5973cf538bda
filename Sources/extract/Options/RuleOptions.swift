import ArgumentParser
import Rules

/// Which rules are used.
struct RuleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Folder of rule files to use in place of the built-in ones.",
      discussion: "'extract rules export DIR' writes the built-in ones as a start.", valueName: "dir"))
  var rules: String?

  /// Errors: `RuleError` where the folder or a file cannot be read.
  func pack() throws(RuleError) -> RulePack {
    guard let rules else { return .embedded }
    return try RulePack(folder: rules)
  }
}
