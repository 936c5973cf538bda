import ArgumentParser
import Foundation
import Pipeline
import Rules

/// What the exit status of `extract` says.
enum ExitStatus {
  static let differences = ExitCode(1)
  static let usage = ExitCode(2)
  static let rejects = ExitCode(3)
  static let output = ExitCode(4)

  /// Ends the process as an error demands, with a message on standard error.
  static func exit(_ error: any Error) -> Never {
    switch error {
    case let error as OutputError:
      report("\(error)")
      Extract.exit(withError: output)
    case is RuleError, is InputError:
      report("\(error)")
      Extract.exit(withError: usage)
    case let code as ExitCode:
      Extract.exit(withError: code)
    default:
      // The library's own status for wrong usage is 64.
      guard Extract.exitCode(for: error) == .validationFailure else { Extract.exit(withError: error) }
      StandardError.write(Extract.fullMessage(for: error) + "\n")
      Extract.exit(withError: usage)
    }
  }

  private static func report(_ message: String) {
    StandardError.write("extract: \(message)\n")
  }
}

/// Text for people, on standard error.
enum StandardError {
  static func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
