import ArgumentParser
import Foundation
import Pipeline
import Records

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Compare what the inputs give now with earlier results.",
    discussion: """
      Prints each record and document that was added (+), removed (-) or changed (~), a changed one with its fields, \
      from what to what. Nothing is written. The exit status is 1 where there is a difference.

      Example:
        extract check corpus/ --golden output/
      """)

  @OptionGroup var input: InputOptions
  @Option(help: ArgumentHelp("Folder with the results of an earlier run.", valueName: "dir"))
  var golden: String
  @OptionGroup var rules: RuleOptions
  @OptionGroup var verbosity: VerbosityOptions

  func run() async throws {
    let golden = golden
    // A wrong folder is told before the corpus is read, not after.
    guard FileManager.default.fileExists(atPath: golden + "/indicators.jsonl") else {
      throw InputError("\(golden): there is no indicators.jsonl in it")
    }
    let corpus = try CorpusRun(rules: rules.pack(), options: input.reading.runOptions)
    let inputs = try InputDiscovery(inputs: input.inputs, excluding: [golden])
    let reporter = RunReporter(verbosity)
    let (counts, comparison) = try await Interruption.cancelling {
      defer { reporter.end() }
      let scratch = try ScratchFolder()
      let counts = try await corpus.run(inputs, output: scratch.path, observer: reporter)
      return (counts, try GoldenComparison(golden: golden, current: scratch.path))
    }
    if comparison.isEmpty {
      if !verbosity.quiet { print("no difference in \(counts.records) records of \(counts.documents) documents") }
      return
    }
    for file in comparison.files where !file.differences.isEmpty { print(DifferenceReport(file).text, terminator: "") }
    throw ExitStatus.differences
  }
}

/// The differences of one output file for people.
struct DifferenceReport {
  /// Longer values are cut.
  private static let width = 160

  let text: String

  init(_ file: GoldenComparison.File) {
    var lines = [file.name]
    var counts = (added: 0, removed: 0, changed: 0)
    for difference in file.differences {
      switch difference {
      case .added(let entry):
        counts.added += 1
        lines.append("  + \(Self.title(entry))")
      case .removed(let entry):
        counts.removed += 1
        lines.append("  - \(Self.title(entry))")
      case .changed(let entry, let changes):
        counts.changed += 1
        lines.append("  ~ \(Self.title(entry))")
        for change in changes {
          lines.append("      \(change.path): \(Self.short(change.from)) → \(Self.short(change.to))")
        }
      }
    }
    lines.append("  \(counts.added) added, \(counts.removed) removed, \(counts.changed) changed")
    text = lines.map { $0 + "\n" }.joined()
  }

  /// `工业投资 12.6 亿元, 2024, 某市 (a/b.txt, paragraph 3)`, or the document's name.
  private static func title(_ entry: JSONValue) -> String {
    guard let indicator = entry["indicator"]?.text else { return entry["document"]?.text ?? "the whole file" }
    let context = [entry["time_period"]?.text, entry["subject"]?.text].compactMap { $0 }.map { ", " + $0 }.joined()
    if let records = entry["records"]?.items {
      let values = records.map { amount($0) + ($0["unit"]?.text ?? "") }.joined(separator: " or ")
      return "\(indicator) \(values)\(context)"
    }
    let mention = entry["mentions"]?.items.first
    let place = "\(mention?["document"]?.text ?? ""), paragraph \(mention?["paragraph"]?.number?.description ?? "")"
    return "\(indicator) \(amount(entry))\(entry["unit"]?.text ?? "")\(context) (\(place))"
  }

  private static func amount(_ entry: JSONValue) -> String {
    entry["value"]?.number.map(\.description)
      ?? [entry["low"], entry["high"]].map { $0?.number?.description ?? "" }.joined(separator: "…")
  }

  private static func short(_ value: JSONValue?) -> String {
    guard let text = value?.description else { return "nothing" }
    return text.count <= width ? text : text.prefix(width) + "…"
  }
}
