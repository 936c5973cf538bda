/// Headings that a page sets twice or more over each other come out with their text repeated.
enum Overprint {
  /// The longest part that is looked at: display type is short.
  private static let longest = 160

  struct Result {
    var glyphs: [Glyph]
    /// The kind of repair and the bytes that were dropped.
    var repairs: [(kind: Repair.Kind, source: Range<Int>)]
  }

  /// Whether some part of the line begins with a string that follows at once again: all that is overprinted does.
  static func mayRepeat(_ glyphs: Glyphs) -> Bool {
    guard glyphs.count <= longest * 4 else { return false }
    var start = 0
    while start < glyphs.count {
      var end = start
      while end < glyphs.count, !glyphs[end].isSpace { end += 1 }
      if end > start + 1, end - start <= longest, beginsDoubled(glyphs, start..<end) { return true }
      start = end + 1
    }
    return false
  }

  private static func beginsDoubled(_ glyphs: Glyphs, _ part: Range<Int>) -> Bool {
    let first = glyphs[part.lowerBound].code
    for half in 1...part.count / 2 where glyphs[part.lowerBound + half].code == first {
      let second = part.lowerBound + half
      if (1..<half).allSatisfy({ glyphs[part.lowerBound + $0].code == glyphs[second + $0].code }) { return true }
    }
    return false
  }

  /// The line with each overprinted part kept once, or `nil` where no part of it is overprinted.
  ///
  /// A part is what stands between spaces. It is kept once where all of it is one string of at least three
  /// characters repeated, or of two where the line or the page shows that it overprints (`isProven`); or where it falls
  /// into doubled pieces. A sentence that merely says a word twice is no such part.
  static func reduce(_ glyphs: Glyphs, isProven: Bool, isAlone: Bool) -> Result? {
    guard glyphs.count <= longest * 4 else { return nil }
    let parts = glyphs.spaceSeparatedParts
    var isSure = isProven
    var reductions = parts.map { part -> Reduction? in
      let reduction = reduction(of: glyphs, part, minimum: 3, allowsAllSingles: isProven)
      if reduction != nil { isSure = true }
      return reduction
    }
    if isSure || (isAlone && parts.count == 1) {
      for (index, part) in parts.enumerated() where reductions[index] == nil {
        let minimum = isSure && parts.count > 1 || isAlone ? 2 : 3
        reductions[index] = reduction(of: glyphs, part, minimum: minimum, allowsAllSingles: isSure)
      }
    }
    if isProven, isAlone, let digits = doubledDigits(glyphs, parts) { reductions = digits }
    guard reductions.contains(where: { $0 != nil }) else { return nil }
    var result = Result(glyphs: [], repairs: [])
    var cursor = 0
    for (part, reduction) in zip(parts, reductions) {
      result.glyphs += glyphs.part(cursor..<part.lowerBound)
      cursor = part.upperBound
      guard let reduction else {
        result.glyphs += glyphs.part(part)
        continue
      }
      result.glyphs += reduction.kept.map { glyphs[$0] }
      result.repairs.append((reduction.kind, glyphs[part.lowerBound].start..<glyphs[part.upperBound - 1].end))
    }
    result.glyphs += glyphs.part(cursor..<glyphs.count)
    return result
  }

  private struct Reduction {
    let kind: Repair.Kind
    let kept: [Int]
  }

  private static func reduction(
    of glyphs: Glyphs, _ part: Range<Int>, minimum: Int, allowsAllSingles: Bool
  ) -> Reduction? {
    guard part.count >= minimum * 2, part.count <= longest else { return nil }
    let codes = part.map { glyphs[$0].code }
    if let root = root(of: codes), root >= minimum,
      codes.prefix(root).contains(where: { !isPlainDigit($0) }) || root >= 4
    {
      return Reduction(kind: .overprintHeading, kept: Array(part.lowerBound..<part.lowerBound + root))
    }
    guard minimum <= 3, let pieces = doubledPieces(of: codes) else { return nil }
    let total = codes.count / 2
    let hasLong = pieces.contains { $0.count > 2 }
    let hasMark = pieces.contains { !CharacterClass.isHan(codes[$0.lowerBound]) }
    guard total >= 3, (hasLong && total >= 4) || hasMark || (allowsAllSingles && total >= 5) else { return nil }
    let kept = pieces.flatMap { Array($0.lowerBound..<$0.lowerBound + $0.count / 2) }
    return Reduction(kind: .overprintPiecewise, kept: kept.map { $0 + part.lowerBound })
  }

  private static func isPlainDigit(_ code: UInt32) -> Bool { CharacterClass.isDigit(code) }

  /// The length of the shortest string that the whole is a repetition of; `nil` where it repeats nothing.
  static func root(of codes: [UInt32]) -> Int? {
    var borders = [Int](repeating: 0, count: codes.count)
    for index in codes.indices.dropFirst() {
      var length = borders[index - 1]
      while length > 0, codes[length] != codes[index] { length = borders[length - 1] }
      borders[index] = codes[length] == codes[index] ? length + 1 : 0
    }
    let root = codes.count - (borders.last ?? 0)
    return root < codes.count && codes.count.isMultiple(of: root) ? root : nil
  }

  /// The doubled strings that the whole falls into, longest first at each place; `nil` where some of it is not doubled.
  private static func doubledPieces(of codes: [UInt32]) -> [Range<Int>]? {
    let count = codes.count
    guard count <= 80 else { return nil }
    var step = [Int](repeating: 0, count: count + 1)
    var reached = [Bool](repeating: false, count: count + 1)
    reached[count] = true
    for start in stride(from: count - 2, through: 0, by: -1) {
      for half in stride(from: (count - start) / 2, through: 1, by: -1) where reached[start + 2 * half] {
        if codes[start..<start + half].elementsEqual(codes[start + half..<start + 2 * half]) {
          reached[start] = true
          step[start] = 2 * half
          break
        }
      }
    }
    guard reached[0] else { return nil }
    var pieces: [Range<Int>] = []
    var cursor = 0
    while cursor < count {
      pieces.append(cursor..<cursor + step[cursor])
      cursor += step[cursor]
    }
    return pieces
  }

  /// Display numerals: a line of nothing but doubled digits (44 55).
  private static func doubledDigits(_ glyphs: Glyphs, _ parts: [Range<Int>]) -> [Reduction?]? {
    guard !parts.isEmpty, parts.count <= 6 else { return nil }
    var reductions: [Reduction?] = []
    for part in parts {
      guard part.count == 2, CharacterClass.isDigit(glyphs[part.lowerBound].code),
        glyphs[part.lowerBound].code == glyphs[part.lowerBound + 1].code
      else { return nil }
      reductions.append(Reduction(kind: .overprintDigits, kept: [part.lowerBound]))
    }
    return reductions
  }
}
