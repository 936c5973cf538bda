import Foundation
import TestSupport

/// The built `extract`, run as a user runs it.
enum Tool {
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  private static let binary = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appendingPathComponent("extract")

  /// - Parameter kilobytes: What it may write to in memory at most; without it, as much as it likes.
  static func run(_ arguments: [String], input: String = "", kilobytes: Int? = nil) throws -> Outcome {
    let folder = try TemporaryFolder()
    let process = Process()
    if let kilobytes {
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", "ulimit -d \(kilobytes) && exec \"$0\" \"$@\"", binary.path] + arguments
    } else {
      process.executableURL = binary
      process.arguments = arguments
    }
    process.standardInput = FileHandle(forReadingAtPath: try folder.write(input, to: "in"))
    process.standardOutput = FileHandle(forWritingAtPath: try folder.write("", to: "out"))
    process.standardError = FileHandle(forWritingAtPath: try folder.write("", to: "err"))
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try folder.read("out"), errors: try folder.read("err"))
  }
}
