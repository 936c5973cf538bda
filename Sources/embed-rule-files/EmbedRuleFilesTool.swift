import Foundation
import RuleSyntax

/// Writes the Swift file that holds the rule files and their trees: `embed-rule-files OUTPUT FILE…`. Run by the build.
@main
enum EmbedRuleFilesTool {
  static func main() throws {
    let paths = CommandLine.arguments.dropFirst()
    guard let output = paths.first else { return }
    var source = "enum EmbeddedRuleFiles {\n"
    source += "  static let all: [(name: String, text: StaticString, tree: StaticString)] = [\n"
    for path in paths.dropFirst() {
      let file = URL(fileURLWithPath: path)
      let text = try String(contentsOf: file, encoding: .utf8)
      // What is no YAML has no tree: it is reported where it is read, with its place.
      let tree = (try? RuleTree(yaml: text))?.serialized ?? ""
      source += "    (\"\(file.lastPathComponent)\", \(literal(text)), \(literal(tree))),\n"
    }
    source += "  ]\n}\n"
    try source.write(toFile: output, atomically: true, encoding: .utf8)
  }

  /// A raw literal of many lines with more number signs than the text has in a row.
  private static func literal(_ text: String) -> String {
    let longest = text.split { $0 != "#" }.map(\.count).max() ?? 0
    let fence = String(repeating: "#", count: longest + 1)
    return "\(fence)\"\"\"\n\(text)\n\"\"\"\(fence)"
  }
}
