import Layout

/// A fixed number of hashes from which the similarity of two texts can be told: MinHash over character shingles.
///
/// One pass over the text: each run of five characters (white space, punctuation and ASCII symbols left out) is hashed
/// once and lowers the least hash of one of 64 bins; an empty bin takes the value of the next filled one, changed by
/// the distance. The share of equal bins estimates the Jaccard similarity of the two sets of shingles.
/// (Li, Owen, Zhang: One Permutation Hashing, 2012; Shrivastava, Li: Densifying One Permutation Hashing, 2014.)
struct ShingleSignature: Hashable, Sendable {
  static let binCount = 64
  private static let length = 5
  /// Texts of fewer shingles say too little: a short notice resembles another by its form alone.
  private static let leastShingles = 100
  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

  let bins: [UInt32]

  /// `nil` for a text too short to compare. Furniture and bylines do not count: they differ from paper to paper.
  init?(_ paragraphs: [Paragraph]) {
    var least = [UInt64](repeating: .max, count: Self.binCount)
    let leading = (1..<Self.length).reduce(1 as UInt64) { power, _ in power &* Self.base }
    // The last five characters, the oldest first.
    var window: (UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0)
    var count = 0
    var hash: UInt64 = 0
    least.withUnsafeMutableBufferPointer { least in
      for paragraph in paragraphs where paragraph.kind != .furniture && paragraph.kind != .byline {
        Self.forEachCharacter(of: paragraph.text.utf8) { character in
          hash = (hash &- window.0 &* leading) &* Self.base &+ character
          window = (window.1, window.2, window.3, window.4, character)
          count += 1
          guard count >= Self.length else { return }
          let mixed = Self.mixed(hash)
          let bin = Int(mixed & UInt64(Self.binCount - 1))
          least[bin] = min(least[bin], mixed >> 6)
        }
      }
    }
    guard count >= Self.length + Self.leastShingles else { return nil }
    bins = Self.densified(least)
  }

  /// The estimated share of common shingles, 0 to 1.
  func similarity(to other: ShingleSignature) -> Double {
    let equal = zip(bins, other.bins).count { $0 == $1 }
    return Double(equal) / Double(Self.binCount)
  }

  /// The letters, digits and ideographs of a text of valid UTF-8 as code points.
  private static func forEachCharacter(of utf8: [UInt8], _ body: (UInt64) -> Void) {
    utf8.withUnsafeBufferPointer { utf8 in
      var index = 0
      while index < utf8.count {
        let lead = utf8[index]
        // Ideographs come most.
        if lead >= 0xE4, lead < 0xEA, index + 2 < utf8.count {
          let low = UInt64(utf8[index + 1] & 0x3F) << 6 | UInt64(utf8[index + 2] & 0x3F)
          index += 3
          body(UInt64(lead & 0x0F) << 12 | low)
          continue
        }
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var code = UInt64(length == 1 ? lead : lead & (0xFF >> UInt8(length + 1)))
        for offset in index + 1..<max(index + 1, min(index + length, utf8.count)) {
          code = code << 6 | UInt64(utf8[offset] & 0x3F)
        }
        index += length
        if isCounted(code) { body(code) }
      }
    }
  }

  private static func isCounted(_ code: UInt64) -> Bool {
    switch code {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0xC0, 0x2000...0x2BFF, 0x3000...0x303F, 0xFF00...0xFFEF: false
    default: true
    }
  }

  /// The finalizer of SplitMix64.
  static func mixed(_ hash: UInt64) -> UInt64 {
    var hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash >> 31)
  }

  private static func densified(_ least: [UInt64]) -> [UInt32] {
    least.indices.map { index in
      var distance = 0
      while least[(index + distance) % binCount] == .max, distance < binCount { distance += 1 }
      return UInt32(truncatingIfNeeded: least[(index + distance) % binCount] &+ UInt64(distance) &* base)
    }
  }
}
