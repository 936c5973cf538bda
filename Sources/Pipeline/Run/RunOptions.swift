import Foundation
import Reading

/// How a corpus is to be read.
public struct RunOptions: Sendable {
  /// Encoding, date and size limit of the inputs.
  public var reading: ReadingOptions
  /// Documents that are worked on at a time, at least 1; the outputs do not depend on it.
  public var workers: Int
  /// Bytes of records that may be held, about; beyond them records go to a file in the output folder.
  public var memory: Int

  public static let defaultMemory = 128 << 20

  public init(
    reading: ReadingOptions = ReadingOptions(), workers: Int, memory: Int = RunOptions.defaultMemory
  ) {
    self.reading = reading
    self.workers = max(1, workers)
    self.memory = max(0, memory)
  }

  /// The cores that this process may use.
  public static var coreCount: Int { ProcessInfo.processInfo.activeProcessorCount }
}
