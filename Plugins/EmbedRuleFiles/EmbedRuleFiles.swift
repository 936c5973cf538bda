import Foundation
import PackagePlugin

/// Puts the files of `rules/` into the target as string literals.
///
/// SwiftPM's own `.embedInCode` writes them as arrays of numbers, which take the compiler 14 seconds for 190 KB.
@main
struct EmbedRuleFiles: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    // In the package of the fuzz targets it is a link.
    let folder = context.package.directoryURL.appending(path: "rules").resolvingSymlinksInPath()
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "yaml" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedRuleFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) rule files",
        executable: try context.tool(named: "embed-rule-files").url,
        arguments: [output.path] + files.map(\.path),
        inputFiles: files,
        outputFiles: [output])
    ]
  }
}
