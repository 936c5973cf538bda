import Rules

/// Pairs of characters that stand inside common words: `pairs.yaml`.
struct CharacterPairs: Sendable {
  enum Strength: UInt8, Sendable {
    case weak, strong
  }

  private let table: KeyTable

  /// Errors: `RuleError` where the file is missing or wrong.
  init(rules: RulePack) throws(RuleError) {
    let root = try rules.root(of: "pairs.yaml")
    let fields = try root.fields(["version", "strong", "weak"])
    var table = KeyTable()
    for (name, strength) in [("weak", Strength.weak), ("strong", .strong)] {
      for item in try root.required(name, in: fields).items() {
        let codes = try item.text().unicodeScalars.map(\.value)
        guard codes.count > 1 else { throw item.error("expected a character and those that come after it") }
        for code in codes.dropFirst() { table.replace(Self.key(codes[0], code), by: Int32(strength.rawValue)) }
      }
    }
    self.table = table
  }

  static func key(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }

  subscript(_ first: UInt32, _ second: UInt32) -> Strength? {
    table.value(of: Self.key(first, second)).flatMap { Strength(rawValue: UInt8($0)) }
  }
}
