import ArgumentParser
import Pipeline
import Rules

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show how a sentence or a page is read.",
    discussion: """
      For a sentence: its clauses with their pieces and the classes of words they belong to, the rules that fit each \
      figure, and the record of the one that won with the place each field was read from, or why there is none. For a page (--layout FILE): its paragraphs, and each repair with its line and evidence.

      Examples:
        extract explain '全市完成工业投资12.6亿元，增长8.1%'
        extract explain --layout page.txt
      """)

  @Argument(help: "The sentence; standard input where neither it nor --layout is given.")
  var sentence: String?
  @Option(help: ArgumentHelp("A page whose layout is shown.", valueName: "file"))
  var layout: String?
  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var reading: ReadingFlags
  @OptionGroup var rules: RuleOptions

  func validate() throws {
    if sentence != nil, layout != nil { throw ValidationError("Name either a sentence or --layout, not both.") }
  }

  func run() throws {
    let explainer = try Explainer(rules: rules.pack(), reading: reading.runOptions.reading)
    if let layout {
      let explanation = try explainer.layout(of: layout)
      print(json ? explanation.json : explanation.text, terminator: "")
    } else {
      let explanation = try explainer.explanation(of: sentence)
      print(json ? explanation.json : explanation.text, terminator: "")
    }
  }
}
