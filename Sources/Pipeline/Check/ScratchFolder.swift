import Foundation

/// A folder for outputs that are only looked at; it goes away with this value.
public final class ScratchFolder: Sendable {
  public let path: String

  /// Errors: `OutputError` where no folder can be made in the system's folder for temporary files.
  public init() throws(OutputError) {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("extract-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(
        at: url, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      throw OutputError(path: url.path, message: error.localizedDescription)
    }
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
