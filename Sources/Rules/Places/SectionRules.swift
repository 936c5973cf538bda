/// Headings and phrases that tell what the text below them is of.
public struct SectionRules: Sendable {
  private var placeHeaders = WordTable<Bool>()

  /// Reads `sections.yaml`. Errors: `RuleError` at the entry that is wrong.
  public init(rules: RulePack) throws(RuleError) {
    let root = try rules.root(of: "sections.yaml")
    let fields = try root.fields(["version", "place_headers"])
    guard try root.required("version", in: fields).integer() == 1 else {
      throw root.error("sections.yaml must have version 1")
    }
    for word in try OrganizationRules.words(root.required("place_headers", in: fields)) {
      placeHeaders.insert(word, true)
    }
  }

  /// Whether the rows of a table are of the places in their first cells; `table` is simplified.
  public func isPlaceHeader(_ table: [UInt8]) -> Bool {
    guard let match = placeHeaders.longestMatch(in: table, at: 0) else { return false }
    return match.end < table.count && table[match.end] <= 0x20
  }
}
