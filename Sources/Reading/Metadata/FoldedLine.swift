/// A line as scalars for reading dates and page numbers: widths folded, every kind of space a plain one, runs of spaces
/// kept. Only made of short lines at the edges of a page.
struct FoldedLine {
  let scalars: [UInt32]

  /// - Parameter utf8: Valid UTF-8.
  init(_ utf8: some Sequence<UInt8>) {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(utf8.underestimatedCount / 2)
    var scalar: UInt32 = 0
    var missing = 0
    for byte in utf8 {
      switch byte {
      case 0x00..<0x80: scalars.append(Self.fold(UInt32(byte)))
      case 0x80..<0xC0:
        scalar = scalar << 6 | UInt32(byte & 0x3F)
        missing -= 1
        if missing == 0 { scalars.append(Self.fold(scalar)) }
      case 0xC0..<0xE0: (scalar, missing) = (UInt32(byte & 0x1F), 1)
      case 0xE0..<0xF0: (scalar, missing) = (UInt32(byte & 0x0F), 2)
      default: (scalar, missing) = (UInt32(byte & 0x07), 3)
      }
    }
    self.scalars = scalars
  }

  private init(scalars: [UInt32]) { self.scalars = scalars }

  /// Lines that were one, with a space between.
  init(joining lines: some Sequence<FoldedLine>) {
    scalars = Array(lines.map(\.scalars).joined(separator: [0x20]))
  }

  private static let forms = CharacterForms(script: .simplified)

  private static func fold(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xFF01...0xFF5E: scalar - 0xFEE0
    case 0x09, 0x0B, 0x0C, 0xA0, 0x2000...0x200B, 0x202F, 0x3000, 0xFEFF: 0x20
    case 0x2010...0x2015, 0x2212: 0x2D
    // Written for 〇: the white circles and 零.
    case 0x25CB, 0x25EF, 0x96F6: 0x3007
    case 0x2E80..<0x2FE0: forms.character(of: scalar)?.scalar ?? scalar
    default: scalar
    }
  }

  /// The line with characters printed twice each (22002244年年) once, or `nil` where it is not overprinted so.
  var withoutDoubling: FoldedLine? {
    // Most lines differ in the first two characters.
    var first: UInt32?
    var pairs = 0
    for scalar in scalars where scalar != 0x20 {
      guard let begun = first else {
        first = scalar
        continue
      }
      guard begun == scalar else { return nil }
      pairs += 1
      first = nil
    }
    guard first == nil, pairs >= 6 else { return nil }
    let dense = scalars.filter { $0 != 0x20 }
    return FoldedLine(scalars: stride(from: 0, to: dense.count, by: 2).map { dense[$0] })
  }

  /// The first place of a word at or after an index.
  func firstIndex(of word: [UInt32], from start: Int = 0) -> Int? {
    guard !word.isEmpty, scalars.count >= word.count else { return nil }
    var index = start
    while index + word.count <= scalars.count {
      if scalars[index] == word[0], scalars[index..<index + word.count].elementsEqual(word) { return index }
      index += 1
    }
    return nil
  }

  func contains(_ word: [UInt32]) -> Bool { firstIndex(of: word) != nil }
}

/// The scalars of words, for comparing with a `FoldedLine`.
func folded(_ words: String...) -> [[UInt32]] {
  words.map { $0.unicodeScalars.map(\.value) }
}

/// Words to be looked for in lines, by their first scalar.
struct FoldedWords: Sendable {
  private let byFirst: [UInt32: [[UInt32]]]

  init(_ words: [String]) {
    byFirst = Dictionary(grouping: words.map { FoldedLine($0.utf8).scalars }.filter { !$0.isEmpty }) { $0[0] }
      // The longest first, so that a word is not taken for its beginning.
      .mapValues { $0.sorted { $0.count > $1.count } }
  }

  /// The ranges of the words in a line, in order, not overlapping.
  func matches(in scalars: [UInt32]) -> [Range<Int>] {
    var matches: [Range<Int>] = []
    var index = 0
    while index < scalars.count {
      if let word = byFirst[scalars[index]]?.first(where: { scalars[index...].starts(with: $0) }) {
        matches.append(index..<index + word.count)
        index += word.count
      } else {
        index += 1
      }
    }
    return matches
  }
}
