import Foundation
import RuleSyntax

/// The rule files of one version: those inside the binary, or those of a folder.
public struct RulePack: Sendable {
  public struct File: Sendable {
    /// The name without folder: `units.yaml`.
    private enum Source: Sendable {
      case bytes([UInt8])
      case embedded(text: StaticString, tree: StaticString)
    }

    public let name: String
    private let source: Source

    public init(name: String, utf8: [UInt8]) {
      self.name = name
      source = .bytes(utf8)
    }

    init(name: String, text: StaticString, tree: StaticString) {
      self.name = name
      source = .embedded(text: text, tree: tree)
    }

    public var utf8: [UInt8] {
      switch source {
      case .bytes(let utf8): utf8
      case .embedded(let text, _): Array(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
      }
    }

    /// The tree that the build made of an embedded file; `nil` where the text must be parsed.
    var tree: RuleTree? {
      guard case .embedded(_, let tree) = source else { return nil }
      return RuleTree(serialized: UnsafeBufferPointer(start: tree.utf8Start, count: tree.utf8CodeUnitCount))
    }
  }

  /// In order of their names.
  public let files: [File]

  public init(files: [File]) {
    self.files = files.sorted { $0.name < $1.name }
  }

  /// The files that were compiled into the binary from `rules/`.
  public static let embedded = RulePack(
    files: EmbeddedRuleFiles.all.map { File(name: $0.name, text: $0.text, tree: $0.tree) })

  /// The `.yaml` files of a folder. Errors: `RuleError` where the folder or a file cannot be read, or there is none.
  public init(folder: String) throws(RuleError) {
    var files: [File] = []
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
      throw RuleError(file: folder, line: 0, column: 0, message: "there is no such folder")
    }
    guard isFolder.boolValue else {
      throw RuleError(file: folder, line: 0, column: 0, message: "is no folder of rule files")
    }
    do {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasSuffix(".yaml") {
        let data = try Data(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent(name))
        files.append(File(name: name, utf8: Array(data)))
      }
    } catch {
      throw RuleError(file: folder, line: 0, column: 0, message: "cannot be read: \(error.localizedDescription)")
    }
    guard !files.isEmpty else {
      throw RuleError(file: folder, line: 0, column: 0, message: "there are no rule files (*.yaml) in it")
    }
    self.init(files: files)
  }

  /// The root of a file. Errors: `RuleError` where the file is missing or is no YAML.
  public func root(of name: String) throws(RuleError) -> RuleNode {
    guard let file = files.first(where: { $0.name == name }) else {
      throw RuleError(file: name, line: 0, column: 0, message: "the rule pack has no such file")
    }
    return try RuleNode(parsing: file)
  }
}
