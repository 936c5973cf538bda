/// Finds whether a few characters stand together in one of the lines of a page, by the pair in their middle.
final class PairIndex {
  /// Places of one pair that are looked at one by one; a page that repeats a pair more often is looked up by hashes.
  private static let most = 48

  /// The lines, with a zero behind each.
  private let text: [UInt32]
  /// The last place of a pair for each hash, and for each place the one before it with the same hash, or -1.
  private let last: [Int32]
  private let previous: [Int32]
  private let mask: Int
  /// Hashes of all strings of a length that stand in a line, where they were needed.
  private var strings: [Int: KeySet] = [:]

  init(_ lines: [TextLine]) {
    var text: [UInt32] = []
    text.reserveCapacity(lines.reduce(1) { $0 + $1.dense.count + 1 })
    for line in lines {
      text.append(contentsOf: line.dense)
      text.append(0)
    }
    var size = 256
    while size < text.count { size *= 2 }
    let mask = size - 1
    var last = [Int32](repeating: -1, count: size)
    previous = [Int32](unsafeUninitializedCapacity: text.count) { previous, count in
      for place in text.indices {
        let second = place + 1 < text.count ? text[place + 1] : 0
        let slot = Self.slot(text[place], second, mask)
        previous[place] = last[slot]
        last[slot] = Int32(truncatingIfNeeded: place)
      }
      count = text.count
    }
    self.text = text
    self.last = last
    self.mask = mask
  }

  @inline(__always)
  private static func slot(_ first: UInt32, _ second: UInt32, _ mask: Int) -> Int {
    let mixed = (first &* 0x9E37_79B1) ^ (second &* 0x85EB_CA77)
    return Int((mixed ^ (mixed >> 15)) &* 0x2C1B_3C6D >> 8) & mask
  }

  /// Whether the characters stand together in a line: `before` of them and `after` of them, at least one each.
  @inline(__always)
  func holds(before: Int, after: Int, _ code: (Int) -> UInt32) -> Bool {
    let first = code(before - 1)
    let second = code(before)
    guard first != 0, second != 0 else { return false }
    var place = Int(last[Self.slot(first, second, mask)])
    var steps = 0
    while place >= 0 {
      steps += 1
      if steps > Self.most { return holds(before + after, code) }
      if text[place] == first, text[place + 1] == second, place + 1 >= before, place + after < text.count {
        let start = place + 1 - before
        var index = 0
        while index < before + after, text[start + index] == code(index) { index += 1 }
        if index == before + after { return true }
      }
      place = Int(previous[place])
    }
    return false
  }

  private func holds(_ length: Int, _ code: (Int) -> UInt32) -> Bool {
    let set = strings[length] ?? allStrings(length)
    strings[length] = set
    return set.contains((0..<length).reduce(Self.basis) { Self.step($0, code($1)) })
  }

  private func allStrings(_ length: Int) -> KeySet {
    // A long page says most of them again and again.
    var set = KeySet(capacity: text.count / 16)
    guard text.count >= length else { return set }
    // Strings across the end of a line hold a zero, which nobody asks for.
    for start in 0...(text.count - length) {
      set.insert(text[start..<start + length].reduce(Self.basis) { Self.step($0, $1) })
    }
    return set
  }

  private static let basis: UInt64 = 14_695_981_039_346_656_037
  private static func step(_ hash: UInt64, _ code: UInt32) -> UInt64 { (hash ^ UInt64(code)) &* 1_099_511_628_211 }
}
