import ArgumentParser
import Pipeline

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Read pages and write their records.",
    discussion: """
      Writes five files into the output folder, all of them whole or none:
        indicators.jsonl   one record a line, sorted, with every place that states it
        conflicts.jsonl    one line for each fact that is told with values that exclude each other, with its records
        documents.jsonl    one input a line: the repaired text, what was repaired, encoding, date, title
        rejects.jsonl      one line for each input that could not be read, with the reason
        manifest.json      version, digest of the rules, counts

      The same inputs, rules and version give the same bytes.
      """)

  @OptionGroup var input: InputOptions
  @Option(name: .shortAndLong, help: ArgumentHelp("Folder to write to; made where it is missing.", valueName: "dir"))
  var output: String
  @OptionGroup var rules: RuleOptions
  @OptionGroup var verbosity: VerbosityOptions

  func run() async throws {
    let corpus = try CorpusRun(rules: rules.pack(), options: input.reading.runOptions)
    let inputs = try InputDiscovery(inputs: input.inputs, excluding: [output])
    let reporter = RunReporter(verbosity)
    let counts: RunCounts
    do {
      let output = output
      counts = try await Interruption.cancelling {
        try await corpus.run(inputs, output: output, observer: reporter)
      }
      reporter.end()
    } catch {
      reporter.end()
      throw error
    }
    if !verbosity.quiet { StandardError.write(reporter.summary(counts)) }
    if inputs.files.isEmpty {
      verbosity.logger.warning("there are no files to read in \(input.inputs.joined(separator: " "))")
    }
    if counts.rejects > 0 { throw ExitStatus.rejects }
  }
}
