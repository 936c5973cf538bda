/// Why an input is no page.
public enum ReadingError: Error, Hashable, Sendable {
  /// No bytes, or nothing but white space.
  case empty
  /// Bytes that are no text: the detail says what shows it.
  case notText(detail: String)
  /// A text that is malformed in its encoding, or whose encoding cannot be told.
  case undecodable(detail: String)
  /// More bytes than the limit.
  case tooLarge(limit: Int)
  /// An archive or compressed file that passes a limit of `ContainerLimits`: made to become too large or too many.
  case overLimit(detail: String)
  /// A structured format with errors that leave no page, or that is refused for what it tries.
  case malformed(detail: String)
  /// A format that is known but not read.
  case unsupported(detail: String)
  /// The options name an encoding that does not exist.
  case unknownEncoding(name: String)
  /// What is said of the document beside its text cannot be read.
  case badMetadata(detail: String)
  /// The file system did not give the bytes.
  case unreadable(detail: String)
  /// A folder, device, pipe or socket where a file is expected.
  case notAFile(detail: String)

  /// For machines; never changes: `not-text`.
  public var reason: String {
    switch self {
    case .empty: "empty"
    case .notText: "not-text"
    case .undecodable: "undecodable"
    case .tooLarge: "too-large"
    case .overLimit: "over-limit"
    case .malformed: "malformed"
    case .unsupported: "unsupported"
    case .unknownEncoding: "unknown-encoding"
    case .badMetadata: "bad-metadata"
    case .unreadable: "unreadable"
    case .notAFile: "not-a-file"
    }
  }

  /// For people: one sentence without a full stop.
  public var detail: String {
    switch self {
    case .empty: "there is no text in it"
    case .notText(let detail), .undecodable(let detail), .overLimit(let detail), .malformed(let detail),
      .unsupported(let detail),
      .badMetadata(let detail), .unreadable(let detail), .notAFile(let detail):
      detail
    case .tooLarge(let limit): "it has more than \(limit) bytes, the limit"
    case .unknownEncoding(let name): "no encoding is called '\(name)'"
    }
  }
}

extension ReadingError: CustomStringConvertible {
  public var description: String { "\(reason): \(detail)" }
}
