import Rules

/// The number that a heading begins with: 三、监督要见到底, （二）反腐账本.
struct SectionNumber: Hashable, Sendable {
  /// 0 for 三、, 1 for （三）.
  let level: Int
  let isFirst: Bool

  init?(heading text: [UInt8]) {
    var offset = 0
    var level = 0
    if offset < text.count, UTF8Scalar.folded(in: text, at: offset).scalar == 0x28 {
      offset += UTF8Scalar.folded(in: text, at: offset).length
      level = 1
    }
    let start = offset
    var first: UInt32 = 0
    while offset < text.count, case let scalar = UTF8Scalar.folded(in: text, at: offset).scalar,
      Self.numerals.contains(scalar)
    {
      if offset == start { first = scalar }
      offset += 3
    }
    guard offset > start, offset < text.count else { return nil }
    let mark = UTF8Scalar.folded(in: text, at: offset).scalar
    guard mark == 0x3001 || mark == 0x29 else { return nil }
    self.level = level
    isFirst = offset == start + 3 && first == 0x4E00
  }

  private static let numerals = Set("一二三四五六七八九十".unicodeScalars.map(\.value))
}

/// What the numbered sections of a text go on with: 二、 below a heading of its own goes on where 一、 ended, whatever stood
/// between, and 一、 below a heading belongs to it.
struct NumberedSections<State: Sendable>: Sendable {
  private var states: [State?] = [nil, nil]
  private var current: Int?

  /// Leaves a section; what it ended with is what the next of its sequence begins with.
  mutating func leave(with state: State) {
    if let current { states[current] = state }
    current = nil
  }

  /// Enters a section.
  /// - Returns: What the section before it ended with; `nil` where it is the first.
  mutating func enter(_ number: SectionNumber) -> State? {
    current = number.level
    if number.level == 0 { states[1] = nil }
    if number.isFirst { states[number.level] = nil }
    return states[number.level]
  }
}
