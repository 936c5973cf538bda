import Foundation
import Reading

/// How a corpus is to be read.
public struct RunOptions: Sendable {
  /// Encoding, date and size limit of the inputs.
  public var reading: ReadingOptions
  /// Documents that are worked on at a time, at least 1; the outputs do not depend on it.
  public var workers: Int

  public init(reading: ReadingOptions = ReadingOptions(), workers: Int) {
    self.reading = reading
    self.workers = max(1, workers)
  }

  /// The cores that this process may use.
  public static var coreCount: Int { ProcessInfo.processInfo.activeProcessorCount }
}
