/// What a check of the rule files has to say of one place.
public struct RuleFinding: Hashable, Sendable {
  public enum Severity: String, CaseIterable, Sendable {
    /// The rules do not do what they say.
    case error
    /// They work, and a careful author would change something.
    case warning
  }

  public let severity: Severity
  public let file: String
  /// From 1; 0 where the finding is of the file as a whole.
  public let line: Int
  /// From 1, in Unicode scalars; 0 where the finding is of the file as a whole.
  public let column: Int
  public let message: String

  public init(_ severity: Severity, file: String, line: Int, column: Int, message: String) {
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// A finding at the place of an error.
  public init(_ severity: Severity, at error: RuleError) {
    self.init(severity, file: error.file, line: error.line, column: error.column, message: error.message)
  }
}

extension RuleFinding: CustomStringConvertible {
  /// `units.yaml:12:5: error: message`, the form that editors jump to.
  public var description: String {
    let place = line > 0 ? "\(file):\(line):\(column)" : file
    return "\(place): \(severity.rawValue): \(message)"
  }
}

/// The outcome of running the examples of some rule files.
public struct RuleTestReport: Hashable, Sendable {
  /// Examples and counterexamples that were run.
  public var examples: Int
  /// One for each example that did not come out as written.
  public var failures: [RuleFinding]

  public init(examples: Int = 0, failures: [RuleFinding] = []) {
    self.examples = examples
    self.failures = failures
  }

  public mutating func add(_ other: RuleTestReport) {
    examples += other.examples
    failures += other.failures
  }
}

/// Checks the rule files that one target reads: `extract rules lint` and `extract rules test` call every checker.
public protocol RuleChecking: Sendable {
  /// The rule files it checks: `units.yaml`.
  var files: [String] { get }

  /// Duplicates, ambiguities, rules without examples, rules that never apply. Errors: `RuleError` where a file cannot
  /// be read at all.
  func lint(_ rules: RulePack) throws(RuleError) -> [RuleFinding]

  /// Runs the examples that stand in the rule files. Errors: `RuleError` where a file cannot be read at all.
  func test(_ rules: RulePack) throws(RuleError) -> RuleTestReport
}
