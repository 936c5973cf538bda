/// The values of a mapping by their keys; so few that they are looked through.
public struct RuleFields {
  private let values: [(key: RuleNode, value: RuleNode)]

  init(_ values: [(key: RuleNode, value: RuleNode)]) {
    self.values = values
  }

  /// The value of a key; `nil` where there is none.
  public subscript(key: String) -> RuleNode? {
    values.first { $0.key.says(key) }?.value
  }

  /// The words of a list that may be left out, to be found from their end where it is reversed; none then.
  /// Errors: those of `RuleNode.wordTable`.
  public func wordTable(_ key: String, isReversed: Bool = false) throws(RuleError) -> WordTable<Bool> {
    try self[key]?.wordTable(isReversed: isReversed) ?? WordTable()
  }
}
