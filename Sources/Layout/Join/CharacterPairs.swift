import Rules

/// Pairs of characters that stand inside common words: `pairs.yaml`.
struct CharacterPairs: Sendable {
  enum Strength: Sendable {
    case weak, strong
  }

  /// For each first character where its second characters begin: the strong ones, then the weak ones. The last element
  /// is where all end.
  private let starts: [UInt32]
  private let weakStarts: [UInt32]
  private let seconds: [UInt16]

  /// Errors: `RuleError` where the file is missing or wrong.
  init(rules: RulePack) throws(RuleError) {
    let root = try rules.root(of: "pairs.yaml")
    let fields = try root.fields(["version", "strong", "weak"])
    var lists: [UInt16: (strong: [UInt16], weak: [UInt16])] = [:]
    for (name, isStrong) in [("strong", true), ("weak", false)] {
      for item in try root.required(name, in: fields).items() {
        let codes = try item.text().unicodeScalars.map(\.value)
        guard let first = codes.first, codes.count > 1 else {
          throw item.error("expected a character and those that come after it")
        }
        guard codes.allSatisfy({ $0 < 0x10000 }) else { throw item.error("expected characters of the basic plane") }
        let followers = codes.dropFirst().map { UInt16($0) }
        if isStrong {
          lists[UInt16(first), default: ([], [])].strong += followers
        } else {
          lists[UInt16(first), default: ([], [])].weak += followers
        }
      }
    }
    var starts = [UInt32](repeating: 0, count: 0x10001)
    var weakStarts = starts
    var seconds: [UInt16] = []
    var filled = 0
    for (first, list) in lists.sorted(by: { $0.key < $1.key }) {
      for code in filled...Int(first) { starts[code] = UInt32(seconds.count) }
      for code in filled..<Int(first) { weakStarts[code] = UInt32(seconds.count) }
      seconds += list.strong
      weakStarts[Int(first)] = UInt32(seconds.count)
      seconds += list.weak
      filled = Int(first) + 1
    }
    for code in filled..<0x10000 {
      starts[code] = UInt32(seconds.count)
      weakStarts[code] = UInt32(seconds.count)
    }
    starts[0x10000] = UInt32(seconds.count)
    self.starts = starts
    self.weakStarts = weakStarts
    self.seconds = seconds
  }

  subscript(_ first: UInt32, _ second: UInt32) -> Strength? {
    guard first < 0x10000, second < 0x10000 else { return nil }
    let first = Int(first)
    let code = UInt16(second)
    let weakStart = Int(weakStarts[first])
    for place in Int(starts[first])..<Int(starts[first + 1]) where seconds[place] == code {
      return place < weakStart ? .strong : .weak
    }
    return nil
  }
}
