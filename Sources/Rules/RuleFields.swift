/// The values of a mapping by their keys; so few that they are looked through.
public struct RuleFields {
  private let values: [(key: String, value: RuleNode)]

  init(_ values: [(key: String, value: RuleNode)]) {
    self.values = values
  }

  /// The value of a key; `nil` where there is none.
  public subscript(key: String) -> RuleNode? {
    for (name, value) in values where name.utf8.elementsEqual(key.utf8) { return value }
    return nil
  }
}
