import ArgumentParser
import Foundation
import Logging

/// How much is said on standard error.
struct VerbosityOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Name each rejected input as it is met.")
  var verbose = false

  func validate() throws {
    if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other.") }
  }

  var logger: Logger {
    var logger = Logger(label: "extract") { _ in DiagnosticHandler() }
    logger.logLevel = quiet ? .error : verbose ? .info : .warning
    return logger
  }

  /// A progress line is for people who are watching.
  var showsProgress: Bool { !quiet && isatty(STDERR_FILENO) == 1 }
}
