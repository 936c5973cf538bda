import ArgumentParser
import Foundation
import Pipeline
import Rules

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List, check, test and export the rule files.",
    subcommands: [List.self, Lint.self, Test.self, Export.self]
  )

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Name the rule files with their sizes and the digest of all.")
    @OptionGroup var options: RuleOptions

    func run() throws {
      let pack = try options.pack()
      for file in pack.files { print("\(file.name)  \(file.utf8.count) bytes") }
      print("sha256:\(pack.digest)")
    }
  }

  struct Lint: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Find duplicates, ambiguities and rules that never apply.",
      discussion: "Each finding names file, line and column. The exit status is 1 where there is an error.")
    @OptionGroup var options: RuleOptions

    func run() throws {
      let findings = try RuleCheckers.lint(options.pack())
      for finding in findings { print(finding) }
      let errors = findings.count { $0.severity == .error }
      print("\(errors) errors, \(findings.count - errors) warnings")
      if errors > 0 { throw ExitStatus.differences }
    }
  }

  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Run the examples that stand in the rule files.",
      discussion: "The exit status is 1 where an example does not come out as written.")
    @OptionGroup var options: RuleOptions

    func run() throws {
      let report = try RuleCheckers.test(options.pack())
      for failure in report.failures { print(failure) }
      print("\(report.examples) examples, \(report.failures.count) failed")
      if !report.failures.isEmpty { throw ExitStatus.differences }
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the rule files into a folder, as a start for rules of your own.",
      discussion: "Files that are there already are kept and named.")
    @Argument(help: "Folder to write to; made where it is missing.") var folder: String
    @OptionGroup var options: RuleOptions

    func run() throws {
      let pack = try options.pack()
      do {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for file in pack.files {
          let url = URL(fileURLWithPath: folder).appendingPathComponent(file.name)
          guard !FileManager.default.fileExists(atPath: url.path) else {
            StandardError.write("extract: kept \(url.relativePath)\n")
            continue
          }
          try Data(file.utf8).write(to: url, options: .withoutOverwriting)
        }
      } catch {
        throw OutputError(path: folder, message: error.localizedDescription)
      }
    }
  }
}
