import ArgumentParser
import Pipeline

@main
struct Extract: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "extract")

  func run() async throws {}
}
