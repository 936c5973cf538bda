import Yams

/// A value in a rule file that knows its place, so that every error can name it.
public struct RuleNode {
  public let file: String
  private let node: Node

  init(file: String, node: Node) {
    self.file = file
    self.node = node
  }

  /// The value that a file holds. Errors: where it is no YAML, or empty.
  public init(parsing source: RulePack.File) throws(RuleError) {
    do {
      guard let node = try Yams.compose(yaml: String(decoding: source.utf8, as: UTF8.self)) else {
        throw RuleError(file: source.name, line: 1, column: 1, message: "the file is empty")
      }
      self.init(file: source.name, node: node)
    } catch let error as RuleError {
      throw error
    } catch let error as YamlError {
      throw RuleError(yaml: error, file: source.name)
    } catch {
      throw RuleError(file: source.name, line: 0, column: 0, message: "\(error)")
    }
  }

  /// An error at the place of this value.
  public func error(_ message: String) -> RuleError {
    RuleError(file: file, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0, message: message)
  }

  /// An error in a line of a block scalar: the first line of its text is 1.
  public func error(_ message: String, line: Int) -> RuleError {
    RuleError(file: file, line: (node.mark?.line ?? 0) + line, column: 1, message: message)
  }

  /// The text of a scalar. Errors: where the value is a list or a mapping.
  public func text() throws(RuleError) -> String {
    guard case .scalar(let scalar) = node else { throw error("expected a text") }
    return scalar.string
  }

  /// A whole number.
  public func integer() throws(RuleError) -> Int {
    guard let value = Int(try text()) else { throw error("expected a whole number") }
    return value
  }

  /// `true` or `false`.
  public func flag() throws(RuleError) -> Bool {
    switch try text() {
    case "true": return true
    case "false": return false
    default: throw error("expected true or false")
    }
  }

  /// The items of a list.
  public func items() throws(RuleError) -> [RuleNode] {
    guard case .sequence(let sequence) = node else { throw error("expected a list") }
    return sequence.map { RuleNode(file: file, node: $0) }
  }

  /// The texts of a list.
  public func texts() throws(RuleError) -> [String] {
    var texts: [String] = []
    for item in try items() { texts.append(try item.text()) }
    return texts
  }

  /// Keys and values of a mapping, in the order of the file. Errors: where a key stands twice.
  public func entries() throws(RuleError) -> [(key: RuleNode, value: RuleNode)] {
    guard case .mapping(let mapping) = node else { throw error("expected a mapping") }
    var seen: Set<String> = []
    var entries: [(key: RuleNode, value: RuleNode)] = []
    for (key, value) in mapping {
      let key = RuleNode(file: file, node: key)
      let name = try key.text()
      guard seen.insert(name).inserted else { throw key.error("'\(name)' stands twice") }
      entries.append((key, RuleNode(file: file, node: value)))
    }
    return entries
  }

  /// The values of a mapping that may have only the named keys.
  public func fields(_ allowed: Set<String>) throws(RuleError) -> [String: RuleNode] {
    var fields: [String: RuleNode] = [:]
    for (key, value) in try entries() {
      let name = try key.text()
      guard allowed.contains(name) else {
        throw key.error("unknown key '\(name)'; known are \(allowed.sorted().joined(separator: ", "))")
      }
      fields[name] = value
    }
    return fields
  }

  /// A value that must be there, out of `fields`.
  public func required(_ name: String, in fields: [String: RuleNode]) throws(RuleError) -> RuleNode {
    guard let value = fields[name] else { throw error("'\(name)' is missing") }
    return value
  }
}

extension RuleError {
  init(yaml error: YamlError, file: String) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(file: file, line: mark.line, column: mark.column, message: problem)
    default:
      self.init(file: file, line: 0, column: 0, message: "\(error)")
    }
  }
}
