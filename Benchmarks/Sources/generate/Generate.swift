import ArgumentParser
import Foundation
import GeneratedPages

/// Writes a corpus of generated pages of any size: `generate --megabytes 1000 corpus/`.
@main
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Write a corpus of invented newspaper pages.")

  @Argument(help: "The folder for the pages, or the file for JSON Lines; `-` is standard output.")
  var output: String

  @Option(help: "Stop after the page with which the text reaches so many megabytes (1,000,000 bytes).")
  var megabytes: Int?

  @Option(help: "Stop after so many pages.")
  var pages: Int?

  @Option(help: "The same seed gives the same pages.")
  var seed: UInt64 = 1

  @Flag(help: "Write one file with a page a line: {\"document\":…,\"text\":…}.")
  var jsonLines = false

  @Flag(help: "Write one text file with all pages on one line.")
  var singleLine = false

  func validate() throws {
    guard megabytes != nil || pages != nil else { throw ValidationError("give --megabytes or --pages") }
  }

  func run() throws {
    let generator = PageGenerator(seed: seed)
    var sink = try sink()
    var index = 0
    var bytes = 0
    let byteLimit = megabytes.map { $0 * 1_000_000 } ?? .max
    while bytes < byteLimit, index < pages ?? .max {
      let page = generator.page(at: index)
      try sink.write(page)
      bytes += page.utf8.count
      index += 1
    }
    try sink.close()
    FileHandle.standardError.write(Data("\(index) pages, \(bytes) bytes of text\n".utf8))
  }

  private func sink() throws -> any PageSink {
    if jsonLines { return try LineSink(path: output) { $0.jsonLine(name: $1.name, text: $1.utf8) } }
    if singleLine { return try LineSink(path: output) { $0 += $1.utf8.filter { $0 != 0x0A && $0 != 0x0D } } }
    return FolderSink(folder: output)
  }
}
