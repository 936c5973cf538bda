/// Tells at one look that a character is none of a few.
struct CodeFilter: Sendable {
  private var bits = [UInt64](repeating: 0, count: 32)

  mutating func insert(_ code: UInt32) { bits[Int(code >> 6 & 31)] |= 1 << UInt64(code & 63) }

  /// Whether it may be one of them.
  @inline(__always)
  func mayHold(_ code: UInt32) -> Bool { bits[Int(code >> 6 & 31)] >> UInt64(code & 63) & 1 != 0 }
}

/// Words compared with a line at its beginning, at its end or at any place, at one lookup a place.
struct WordList: Sendable {
  /// Words that share their first or their last character, longest first.
  private struct Table: Sendable {
    private var filter = CodeFilter()
    private var groups: KeyTable
    private var ends: [Int] = []
    private var words: [[UInt32]] = []

    init(_ words: [[UInt32]], key: ([UInt32]) -> UInt32) {
      let grouped = Dictionary(grouping: words, by: key)
      groups = KeyTable(capacity: 2 * grouped.count)
      for (code, group) in grouped {
        filter.insert(code)
        groups.replace(UInt64(code), by: Int32(ends.count))
        self.words += group.sorted { $0.count > $1.count }
        ends.append(self.words.count)
      }
    }

    @inline(__always)
    func contains(_ code: UInt32) -> Bool { filter.mayHold(code) && groups.value(of: UInt64(code)) != nil }

    @inline(__always)
    func longest(_ code: UInt32, _ fits: ([UInt32]) -> Bool) -> Int {
      guard filter.mayHold(code), let group = groups.value(of: UInt64(code)).map(Int.init) else { return 0 }
      for index in (group == 0 ? 0 : ends[group - 1])..<ends[group] where fits(words[index]) {
        return words[index].count
      }
      return 0
    }
  }

  private let byFirst: Table
  private let byLast: Table

  init(_ words: [String]) {
    let words = words.map { $0.unicodeScalars.map(\.value) }.filter { !$0.isEmpty }
    byFirst = Table(words) { $0[0] }
    byLast = Table(words) { $0[$0.count - 1] }
  }

  /// The length of the longest word that begins at a place; 0 where none does.
  func match(_ codes: Codes, at place: Int) -> Int {
    guard place < codes.count else { return 0 }
    return byFirst.longest(codes[place]) { Self.stands($0, in: codes, at: place) }
  }

  /// The length of the longest word that ends before a place; 0 where none does.
  func match(_ codes: Codes, before place: Int) -> Int {
    guard place > 0 else { return 0 }
    return byLast.longest(codes[place - 1]) { Self.stands($0, in: codes, at: place - $0.count) }
  }

  /// Whether some word begins with the character.
  func mayBegin(with code: UInt32) -> Bool { byFirst.contains(code) }

  private static func stands(_ word: [UInt32], in codes: Codes, at place: Int) -> Bool {
    guard place >= 0, place + word.count <= codes.count else { return false }
    for index in word.indices where codes[place + index] != word[index] { return false }
    return true
  }
}

extension WordList {
  func match(_ codes: [UInt32], at place: Int) -> Int {
    codes.withUnsafeBufferPointer { match(Codes($0), at: place) }
  }

  func match(_ codes: [UInt32], before place: Int) -> Int {
    codes.withUnsafeBufferPointer { match(Codes($0), before: place) }
  }
}

/// A few characters.
struct CodeSet: Sendable {
  private var keys: KeySet
  private var filter = CodeFilter()

  init(_ codes: [UInt32]) {
    keys = KeySet(capacity: 2 * codes.count)
    for code in codes {
      keys.insert(UInt64(code))
      filter.insert(code)
    }
  }

  @inline(__always)
  func contains(_ code: UInt32) -> Bool { filter.mayHold(code) && keys.contains(UInt64(code)) }
}
