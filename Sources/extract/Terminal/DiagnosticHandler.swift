import Logging

/// Writes log messages to standard error as compilers do: `extract: warning: message (key=value)`.
struct DiagnosticHandler: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level = .warning

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let level = event.level
    let fields = metadata.merging(event.metadata ?? [:]) { $1 }
      .sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    StandardError.write("extract: \(level): \(event.message)\(fields.isEmpty ? "" : " (\(fields))")\n")
  }
}
