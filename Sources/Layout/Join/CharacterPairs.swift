import Rules

/// Pairs of characters that stand inside common words: `pairs.yaml`.
struct CharacterPairs: Sendable {
  enum Strength: Sendable {
    case weak, strong
  }

  /// Where the second characters of a first one stand: the strong ones, then the weak ones, each in their order.
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
    // The items, and one behind another the characters that come after theirs.
    var items: [(first: UInt16, isStrong: Bool, followers: Range<Int>)] = []
    var followers: [UInt16] = []
    for (name, isStrong) in [("strong", true), ("weak", false)] {
      for item in try root.required(name, in: fields).items() {
        let start = followers.count
        guard let first = Self.codes(of: try item.utf8(), behindFirst: &followers) else {
          throw item.error("expected characters of the basic plane")
        }
        guard followers.count > start else {
          throw item.error("expected a character and those that come after it")
        }
        items.append((first, isStrong, start..<followers.count))
      }
    }
    // The strong ones of a character before the weak ones.
    items.sort { ($0.first, $0.isStrong ? 0 : 1) < ($1.first, $1.isStrong ? 0 : 1) }
    let low = items.first?.first ?? 0
    var firsts = [Seconds](repeating: Seconds(), count: Int((items.last?.first ?? 0) - low) + 1)
    var seconds: [UInt16] = []
    seconds.reserveCapacity(followers.count)
    for item in items {
      let index = Int(item.first - low)
      if firsts[index].count == 0 { firsts[index].start = UInt32(seconds.count) }
      guard Int(firsts[index].count) + item.followers.count <= Int(UInt16.max) else {
        throw root.error("more pairs begin with one character than there are")
      }
      for code in followers[item.followers] { firsts[index].mask |= 1 << UInt64(code & 63) }
      firsts[index].count += UInt16(item.followers.count)
      if item.isStrong { firsts[index].strong += UInt16(item.followers.count) }
      seconds += followers[item.followers]
    }
    for group in firsts where group.count > 0 {
      let weak = Int(group.start) + Int(group.strong)
      seconds[Int(group.start)..<weak].sort()
      seconds[weak..<Int(group.start) + Int(group.count)].sort()
    }
    self.firsts = firsts
    lowest = UInt32(low)
    self.seconds = seconds
  }

  /// The first character; adds those behind it to the others. `nil` where one is not of the basic plane, and where there is
  /// none.
  private static func codes(of utf8: ArraySlice<UInt8>, behindFirst others: inout [UInt16]) -> UInt16? {
    var first: UInt16?
    for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
      guard let code = UInt16(exactly: scalar.value) else { return nil }
      if first == nil { first = code } else { others.append(code) }
    }
    return first
  }

  subscript(_ first: UInt32, _ second: UInt32) -> Strength? {
    guard second < 0x10000, first >= lowest, Int(first - lowest) < firsts.count else { return nil }
    let group = firsts[Int(first - lowest)]
    guard group.mask >> UInt64(second & 63) & 1 != 0 else { return nil }
    let code = UInt16(second)
    let start = Int(group.start)
    if stands(code, in: start..<start + Int(group.strong)) { return .strong }
    return stands(code, in: start + Int(group.strong)..<start + Int(group.count)) ? .weak : nil
  }

  /// Whether a character is among others, which stand in order.
  private func stands(_ code: UInt16, in range: Range<Int>) -> Bool {
    seconds.withUnsafeBufferPointer { seconds in
      var low = range.lowerBound
      var high = range.upperBound
      while low < high {
        let middle = (low + high) >> 1
        if seconds[middle] < code { low = middle + 1 } else { high = middle }
      }
      return low < range.upperBound && seconds[low] == code
    }
  }
}
