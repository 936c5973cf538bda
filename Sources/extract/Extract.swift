import ArgumentParser
import CMemory
import Pipeline

@main
struct Extract: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Reads Chinese newspaper pages and writes the statistical facts they state.",
    discussion: """
      Pages come as they are: text out of PDFs with broken lines and doubled headings, any Chinese encoding. They are \
      repaired, and each figure is linked to what it measures, with its unit, period, status and subject. Every record \
      names the characters of the page it was read from.

      Examples:
        extract corpus/ -o output/           read all pages below a folder
        extract page.txt -o out              read one page
        cat page.txt | extract - -o out      read standard input
        extract check corpus/ --golden output/
                                             compare with earlier results
        extract explain '全市完成工业投资12.6亿元，增长8.1%'
                                             show how it is read
        extract figures < lines.txt          figures of each line as JSON
        extract rules test                   run the examples in the rule files

      Exit status: 0 done, 1 differences or failures found by a check, 2 wrong usage or rules, 3 some inputs rejected \
      (the others are done), 4 output could not be written.
      """,
    version: productVersion,
    subcommands: [
      RunCommand.self, CheckCommand.self, ExplainCommand.self, FiguresCommand.self, RulesCommand.self, EvalCommand.self,
    ],
    defaultSubcommand: RunCommand.self
  )

  static func main() async {
    // By itself glibc soon takes the tables of a large page from the heap of a thread, where what stands behind them keeps them.
    cmemory_return_large_blocks(1 << 20)
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      ExitStatus.exit(error)
    }
  }
}
