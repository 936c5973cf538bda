/// Finds whether a few characters stand together in one of the lines of a page, by the pair in their middle.
final class PairIndex {
  /// Places of one pair that are looked at one by one; a page that repeats a pair more often is looked up by hashes.
  private static let most = 48

  /// The lines, with a zero behind each.
  let text: [UInt32]
  /// The last place of a pair for each hash, and for each place the one before it with the same hash, or -1.
  private let last: [Int32]
  private let previous: [Int32]
  private let mask: Int
  /// All strings of a length that stand in a line, where they were needed.
  private var strings: [Int: StringTable] = [:]

  convenience init(_ lines: [TextLine]) {
    var text: [UInt32] = []
    text.reserveCapacity(lines.reduce(1) { $0 + $1.dense.count + 1 })
    for line in lines {
      text.append(contentsOf: line.dense)
      text.append(0)
    }
    self.init(text: text)
  }

  /// - Parameter text: That of another index.
  init(text: [UInt32]) {
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
    let table = strings[length] ?? StringTable(of: length, in: text)
    strings[length] = table
    return table.holds(code, in: text)
  }
}

/// The different strings of a length in a text, each by the first of its places.
private struct StringTable {
  private let length: Int
  /// By open addressing; below zero where a slot is free.
  private var places: [Int32]
  private var count = 0

  /// - Parameter text: Strings with a zero in them are left out.
  init(of length: Int, in text: [UInt32]) {
    self.length = length
    // A long page says most of them again and again.
    var size = 16
    while size < text.count / 8 { size *= 2 }
    places = Array(repeating: -1, count: size)
    var start = 0
    for end in text.indices {
      if text[end] == 0 { start = end + 1 }
      if end + 1 - start == length {
        insert(start, text)
        start += 1
      }
    }
  }

  func holds(_ code: (Int) -> UInt32, in text: [UInt32]) -> Bool { places[slot(of: code, text)] >= 0 }

  private mutating func insert(_ place: Int, _ text: [UInt32]) {
    let slot = slot(of: { text[place + $0] }, text)
    guard places[slot] < 0 else { return }
    places[slot] = Int32(truncatingIfNeeded: place)
    count += 1
    guard count * 2 > places.count else { return }
    let old = places
    places = Array(repeating: -1, count: old.count * 2)
    for place in old where place >= 0 { places[self.slot(of: { text[Int(place) + $0] }, text)] = place }
  }

  /// Where a string stands or would stand.
  @inline(__always)
  private func slot(of code: (Int) -> UInt32, _ text: [UInt32]) -> Int {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for index in 0..<length { hash = (hash ^ UInt64(code(index))) &* 1_099_511_628_211 }
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (places.count - 1)
    while places[slot] >= 0 {
      let start = Int(places[slot])
      var index = 0
      while index < length, text[start + index] == code(index) { index += 1 }
      if index == length { break }
      slot = (slot + 1) & (places.count - 1)
    }
    return slot
  }
}
