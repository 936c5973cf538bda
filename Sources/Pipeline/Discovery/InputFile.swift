import Reading

/// One input of a run.
public struct InputFile: Sendable {
  public enum Origin: Hashable, Sendable {
    case file(SystemPath)
    case standardInput
    /// Something that cannot be an input, and why: a folder that could not be listed, a sidecar without its file.
    case failure(ReadingError)
  }

  /// The name of the document in all outputs.
  public let name: String
  public let origin: Origin
  /// The file beside it that says what is known of it.
  public var sidecar: SystemPath?
}
