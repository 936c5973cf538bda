/// What is wrong with a rule file, and where.
public struct RuleError: Error, Hashable, Sendable {
  public let file: String
  /// From 1; 0 where the error is of the file as a whole.
  public let line: Int
  /// From 1, in Unicode scalars; 0 where the error is of the file as a whole.
  public let column: Int
  public let message: String

  public init(file: String, line: Int, column: Int, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }
}

extension RuleError: CustomStringConvertible {
  /// `units.yaml:12:5: message`, the form that editors jump to.
  public var description: String {
    line > 0 ? "\(file):\(line):\(column): \(message)" : "\(file): \(message)"
  }
}
