import Foundation

/// The rule files of one version: those inside the binary, or those of a folder.
public struct RulePack: Sendable {
  public struct File: Sendable {
    /// The name without folder: `units.yaml`.
    public let name: String
    public let utf8: [UInt8]

    public init(name: String, utf8: [UInt8]) {
      self.name = name
      self.utf8 = utf8
    }
  }

  /// In order of their names.
  public let files: [File]

  public init(files: [File]) {
    self.files = files.sorted { $0.name < $1.name }
  }

  /// The files that were compiled into the binary from `rules/`.
  public static let embedded = RulePack(
    files: EmbeddedRuleFiles.all.map { name, text in
      File(name: name, utf8: Array(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)))
    })

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
