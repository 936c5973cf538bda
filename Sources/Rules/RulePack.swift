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
  public static let embedded = RulePack(files: [
    File(name: "units.yaml", utf8: PackageResources.units_yaml),
    File(name: "counters.yaml", utf8: PackageResources.counters_yaml),
    File(name: "numerals.yaml", utf8: PackageResources.numerals_yaml),
    File(name: "bounds.yaml", utf8: PackageResources.bounds_yaml),
    File(name: "periods.yaml", utf8: PackageResources.periods_yaml),
    File(name: "layout.yaml", utf8: PackageResources.layout_yaml),
    File(name: "pairs.yaml", utf8: PackageResources.pairs_yaml),
    File(name: "lexicon.yaml", utf8: PackageResources.lexicon_yaml),
    File(name: "constructions.yaml", utf8: PackageResources.constructions_yaml),
    File(name: "places.yaml", utf8: PackageResources.places_yaml),
    File(name: "organizations.yaml", utf8: PackageResources.organizations_yaml),
    File(name: "sections.yaml", utf8: PackageResources.sections_yaml),
    File(name: "concepts.yaml", utf8: PackageResources.concepts_yaml),
    File(name: "script.yaml", utf8: PackageResources.script_yaml),
    File(name: "names.yaml", utf8: PackageResources.names_yaml),
  ])

  /// The `.yaml` files of a folder. Errors: `RuleError` where the folder or a file cannot be read.
  public init(folder: String) throws(RuleError) {
    var files: [File] = []
    do {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasSuffix(".yaml") {
        let data = try Data(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent(name))
        files.append(File(name: name, utf8: Array(data)))
      }
    } catch {
      throw RuleError(file: folder, line: 0, column: 0, message: "cannot be read: \(error.localizedDescription)")
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
