import Rules

/// Which two characters stand side by side inside common words: `pairs.yaml`, as far as units need it.
///
/// A word that begins like a unit is none (名师), unless its second character goes on as another word behind a unit: 30名师生.
struct WordPairs: Sendable {
  /// First character times 2^16 plus the second, sorted.
  private let pairs: [UInt32]

  /// - Parameter firsts: The characters that a pair is asked for with.
  init(rules: RulePack, firsts: Set<UInt32>) throws(RuleError) {
    var pairs: [UInt32] = []
    if rules.files.contains(where: { $0.name == "pairs.yaml" }) {
      for (key, list) in try rules.root(of: "pairs.yaml").entries() where try key.text() != "version" {
        for item in try list.items() {
          let utf8 = try item.utf8()
          guard let first = Self.scalar(utf8, at: utf8.startIndex), firsts.contains(first) else { continue }
          for start in stride(from: utf8.startIndex + 3, to: utf8.endIndex - 2, by: 3) {
            guard let second = Self.scalar(utf8, at: start) else { break }
            pairs.append(first << 16 | second)
          }
        }
      }
    }
    self.pairs = pairs.sorted()
  }

  func contains(_ first: UInt32, _ second: UInt32) -> Bool {
    guard first < 0x10000, second < 0x10000 else { return false }
    let pair = first << 16 | second
    var low = 0
    var high = pairs.count
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle] < pair { low = middle + 1 } else { high = middle }
    }
    return low < pairs.count && pairs[low] == pair
  }

  /// A scalar of three bytes.
  private static func scalar(_ utf8: ArraySlice<UInt8>, at start: Int) -> UInt32? {
    guard start + 2 < utf8.endIndex, utf8[start] & 0xF0 == 0xE0 else { return nil }
    return UInt32(utf8[start] & 0x0F) << 12 | UInt32(utf8[start + 1] & 0x3F) << 6 | UInt32(utf8[start + 2] & 0x3F)
  }
}
