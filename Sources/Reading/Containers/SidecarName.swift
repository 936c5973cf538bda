/// The names of files that say what is known of the file beside them: `NAME.meta.yaml` beside `NAME`.
public enum SidecarName {
  public static let ending = Array(".meta.yaml".utf8)
  /// Bytes that such a file may have.
  public static let sizeLimit = 64 << 10

  public static func isOne(_ name: [UInt8]) -> Bool {
    name.count > ending.count && name.suffix(ending.count) == ending[...] && name[name.count - ending.count - 1] != 0x2F
  }

  /// The name of the file that a sidecar describes.
  public static func described(by name: [UInt8]) -> [UInt8] { Array(name.dropLast(ending.count)) }

  /// What is said of a sidecar without its file.
  public static func isAlone(_ name: String, detail: String) -> ReadingError {
    .badMetadata(detail: "it describes '\(name)', \(detail)")
  }
}
