import ArgumentParser
import Foundation
import Pipeline
import Records
import Rules

struct EvalCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Measure precision, recall and F1 against gold.",
    discussion: """
      Gold is a folder with records/NNN.jsonl and text/NNN.json; NNN is what a page's file name begins with. A figure \
      is right when value and unit are, a record when its measure and name are too, and full when every field is.

      Examples:
        extract eval corpus/ --gold gold/
        extract eval --results output/ --gold gold/
        extract eval corpus/ --gold gold/ --floors Tests/QualityGate/floors.yaml
      """)

  @Argument(help: "Files and folders to read and measure.")
  var inputs: [String] = []
  @Option(help: ArgumentHelp("Folder with the gold.", valueName: "dir"))
  var gold: String
  @Option(help: ArgumentHelp("Measure the files of an earlier run in place of reading inputs.", valueName: "dir"))
  var results: String?
  @Option(
    help: ArgumentHelp(
      "File with the least that each measure must reach; below it the exit status is 1.", valueName: "file"))
  var floors: String?
  @Flag(help: "Print one JSON object.")
  var json = false
  @OptionGroup var reading: ReadingFlags
  @OptionGroup var rules: RuleOptions
  @OptionGroup var verbosity: VerbosityOptions

  func validate() throws {
    guard (results == nil) != inputs.isEmpty else {
      throw ValidationError("Name either inputs to read or --results, a folder with the files of an earlier run.")
    }
  }

  func run() async throws {
    let goldFolder = try GoldFolder(gold)
    let floors = try floors.map { path throws(RuleError) in try QualityFloors(file: path) }
    let evaluation: Evaluation
    if let results {
      evaluation = try Evaluation(gold: goldFolder, output: results)
    } else {
      let corpus = try CorpusRun(rules: rules.pack(), options: reading.runOptions)
      let reporter = RunReporter(verbosity)
      let inputs = try InputDiscovery(inputs: inputs, excluding: [gold])
      evaluation = try await Interruption.cancelling {
        defer { reporter.end() }
        let scratch = try ScratchFolder()
        _ = try await corpus.run(inputs, output: scratch.path, observer: reporter)
        return try Evaluation(gold: goldFolder, output: scratch.path)
      }
    }
    print(json ? EvaluationReport.json(evaluation) : EvaluationReport.text(evaluation))
    let failures = floors?.failures(of: evaluation) ?? []
    for failure in failures { StandardError.write("extract: below the floor: \(failure)\n") }
    if !failures.isEmpty { throw ExitStatus.differences }
  }
}
