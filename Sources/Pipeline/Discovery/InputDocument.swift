import Reading

/// One document of a run on its way to a worker.
struct InputDocument: Sendable {
  enum Content: Sendable {
    /// A file that is a document and large, or cannot be read.
    case file(SystemPath, size: Int)
    case bytes([UInt8])
    /// An object of JSON.
    case jsonLine([UInt8])
    case failure(ReadingError)

    /// Bytes.
    var size: Int {
      switch self {
      case .bytes(let bytes), .jsonLine(let bytes): bytes.count
      case .file(_, let size): size
      case .failure: 0
      }
    }
  }

  /// The name of the document in all outputs: the input's, and below it the path within its container.
  let name: String
  let content: Content
  /// What its input's sidecar says.
  var given = GivenMetadata()
  /// Which of the inputs it comes from, from 0.
  let input: Int
}
