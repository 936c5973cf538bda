import Rules

/// Pairs of characters that stand inside common words: `pairs.yaml`.
struct CharacterPairs: Sendable {
  enum Strength: Sendable {
    case weak, strong
  }

  /// Where the second characters of a first one stand: the strong ones, then the weak ones.
  private struct Seconds: Sendable {
    /// One bit for each of them, by its lowest six: most pairs that are asked for are none.
    var mask: UInt64 = 0
    var start: UInt32 = 0
    var strong: UInt16 = 0
    var count: UInt16 = 0
  }

  /// By first character, from the lowest on.
  private let firsts: [Seconds]
  private let lowest: UInt32
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
    let low = lists.keys.min() ?? 0
    var firsts = [Seconds](repeating: Seconds(), count: Int((lists.keys.max() ?? 0) - low) + 1)
    var seconds: [UInt16] = []
    for (first, list) in lists.sorted(by: { $0.key < $1.key }) {
      let all = list.strong + list.weak
      guard all.count <= Int(UInt16.max) else { throw root.error("more pairs begin with one character than there are") }
      firsts[Int(first - low)] = Seconds(
        mask: all.reduce(0) { $0 | 1 << UInt64($1 & 63) }, start: UInt32(seconds.count),
        strong: UInt16(list.strong.count), count: UInt16(all.count))
      seconds += all
    }
    self.firsts = firsts
    lowest = UInt32(low)
    self.seconds = seconds
  }

  subscript(_ first: UInt32, _ second: UInt32) -> Strength? {
    guard second < 0x10000, first >= lowest, Int(first - lowest) < firsts.count else { return nil }
    let group = firsts[Int(first - lowest)]
    guard group.mask >> UInt64(second & 63) & 1 != 0 else { return nil }
    let code = UInt16(second)
    let start = Int(group.start)
    for place in 0..<Int(group.count) where seconds[start + place] == code {
      return place < Int(group.strong) ? .strong : .weak
    }
    return nil
  }
}
