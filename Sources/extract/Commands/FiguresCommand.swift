import ArgumentParser
import Pipeline
import Rules
import Values

struct FiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures",
    abstract: "Print the figures of each line of text as JSON Lines.",
    discussion: """
      Reads UTF-8 lines from the files, or from standard input where none is named. Offsets are Unicode scalars of the \
      line, the end exclusive.

      Example:
        echo '实现产值68.3亿元，同比增长8%' | extract figures
      """)

  @Argument(help: "Files with lines of text; - is standard input.")
  var files: [String] = ["-"]
  @Flag(help: "Also show what was seen and rejected, with the reason.")
  var all = false
  @OptionGroup var date: DateOption
  @OptionGroup var rules: RuleOptions

  func run() throws {
    let stage = try FigureStream(rules: rules.pack(), published: date.published, showsRejected: all)
    guard let invalid = try stage.process(files) else { return }
    let lines = invalid.count == 1 ? "1 line is" : "\(invalid.count) lines are"
    StandardError.write(
      "extract: warning: \(lines) not UTF-8, the first is line \(invalid.first); characters were replaced\n")
  }
}
