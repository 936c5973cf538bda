import Yams

/// What is wrong in a text that is no YAML.
public struct RuleSyntaxError: Error, Hashable, Sendable {
  /// From 1; 0 where the place is not known.
  public let line: Int
  public let column: Int
  public let message: String
}

extension RuleTree {
  /// Reads YAML. Errors: `RuleSyntaxError` where the text is none, or empty.
  public init(yaml: String) throws(RuleSyntaxError) {
    let root: Node?
    do {
      root = try Yams.compose(yaml: yaml)
    } catch let error as YamlError {
      throw RuleSyntaxError(error)
    } catch {
      throw RuleSyntaxError(line: 0, column: 0, message: "\(error)")
    }
    guard let root else { throw RuleSyntaxError(line: 1, column: 1, message: "the file is empty") }
    self.init()
    add(root)
  }

  private mutating func add(_ node: Node) {
    let line = node.mark?.line ?? 0
    let column = node.mark?.column ?? 0
    switch node {
    case .scalar(let scalar): add(scalar: Array(scalar.string.utf8), line: line, column: column)
    case .sequence(let sequence):
      add(.sequence, count: sequence.count, line: line, column: column) { tree in
        for item in sequence { tree.add(item) }
      }
    case .mapping(let mapping):
      add(.mapping, count: mapping.count * 2, line: line, column: column) { tree in
        for (key, value) in mapping {
          tree.add(key)
          tree.add(value)
        }
      }
    case .alias: add(scalar: [UInt8](), line: line, column: column)  // Composing puts what it stands for in its place.
    }
  }
}

extension RuleSyntaxError {
  fileprivate init(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(line: mark.line, column: mark.column, message: problem)
    default:
      self.init(line: 0, column: 0, message: "\(error)")
    }
  }
}
