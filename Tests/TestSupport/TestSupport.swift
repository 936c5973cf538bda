import Foundation
import GeneratedPages

/// The files of the project, for tests over the corpus and the sources.
public enum Project {
  /// The root of the package.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  public static func path(_ relative: String) -> String { root.appendingPathComponent(relative).path }
}

/// A folder of its own for one test; it goes away with this value.
public final class TemporaryFolder: Sendable {
  public let url: URL

  public init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("extract-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  public var path: String { url.path }

  public func path(_ relative: String) -> String { url.appendingPathComponent(relative).path }

  /// Writes a file and the folders above it.
  @discardableResult
  public func write(_ text: String, to relative: String) throws -> String {
    try write(Data(text.utf8), to: relative)
  }

  @discardableResult
  public func write(_ data: Data, to relative: String) throws -> String {
    let file = url.appendingPathComponent(relative)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
    return file.path
  }

  public func read(_ relative: String) throws -> String {
    try String(contentsOf: url.appendingPathComponent(relative), encoding: .utf8)
  }

  /// The names in it, hidden ones too, in order.
  public func entries() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }
}

/// A generator of random numbers that gives the same series for the same seed.
public typealias SeededGenerator = SplitMix64
