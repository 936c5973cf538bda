/// What holds documents rather than being one.
enum ContainerFormat: Hashable {
  case gzip, zstandard, tar, zip
  /// Objects of JSON, each a document.
  case json(JSONShape)

  /// Bytes that are enough to tell.
  static let headSize = 4096

  var isJSON: Bool {
    if case .json = self { true } else { false }
  }

  /// By content first; the name decides only where the content does not speak against it. `nil` for a document.
  /// - Parameters:
  ///   - head: The first `headSize` bytes, or all where there are fewer.
  ///   - name: Lower or upper case makes no difference.
  init?(head: ArraySlice<UInt8>, name: String) {
    if head.starts(with: [0x1F, 0x8B]) {
      self = .gzip
    } else if head.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
      self = .zstandard
    } else if head.starts(with: [0x50, 0x4B, 3, 4]) || head.starts(with: [0x50, 0x4B, 5, 6]) {
      self = .zip
    } else if TarHeader.begins(head) || Self.isEmptyTar(head, name) {
      self = .tar
    } else if let shape = JSONShape(head: head, isNamedJSON: Self.isNamed(name, ["json"] + Self.lineEndings)) {
      self = .json(shape)
    } else if Self.isNamed(name, Self.lineEndings) {
      self = .json(.lines)
    } else {
      return nil
    }
  }

  private static func isEmptyTar(_ head: ArraySlice<UInt8>, _ name: String) -> Bool {
    head.count >= TarHeader.size && isNamed(name, ["tar"]) && head.allSatisfy { $0 == 0 }
  }

  private static let lineEndings = ["jsonl", "ndjson", "jsonlines", "jl"]

  private static func isNamed(_ name: String, _ endings: [String]) -> Bool {
    let name = name.lowercased()
    return endings.contains { name.hasSuffix("." + $0) }
  }

  /// The name of what a compressed file holds: `a.tar` of `a.tar.gz` and of `a.tgz`.
  static func innerName(of name: String) -> String {
    let lower = name.lowercased()
    for ending in [".gz", ".zst", ".gzip", ".zstd"] where lower.hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    for ending in [".tgz", ".tzst"] where lower.hasSuffix(ending) { return name.dropLast(ending.count) + ".tar" }
    return name
  }
}
