import ArgumentParser
import Foundation
import Pipeline
import Rules
import Values

@main
struct Extract: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", subcommands: [Run.self], defaultSubcommand: Run.self)
}

struct Run: AsyncParsableCommand {
  @Argument var inputs: [String]
  @Option(name: [.customShort("o"), .long]) var output: String
  @Option(transform: { text in
    guard let date = CalendarDate(iso8601: text) else { throw ValidationError("no date like 2024-02-08: \(text)") }
    return date
  }) var published: CalendarDate?
  @Option var rules: String?
  @Flag var quiet = false

  func run() async throws {
    let pack = try rules.map { path throws(RuleError) in try RulePack(folder: path) } ?? .embedded
    let rejected = try CorpusRun(inputs: inputs, output: output, published: published, rules: pack).run()
    if rejected > 0 { throw ExitCode(3) }
  }
}
