/// Puts characters together to pieces of lines: what stands close behind each other on one line, or below each other in
/// vertical writing, in the order of the file.
///
/// Files often set vertical writing as single upright characters: the direction is told by where the next one stands.
/// What a piece of a line goes on with is decided when the columns are known.
struct LineFinder {
  private var pieces: [[PrintedCharacter]] = []
  private var directions: [Direction] = []

  private enum Direction { case unknown, horizontal, vertical }

  static func lines(of characters: [PrintedCharacter], page: Int) -> [GeometricLine] {
    var finder = LineFinder()
    for character in characters { finder.add(character) }
    finder.turnSingles()
    return finder.pieces.indices.compactMap { finder.line($0, page: page) }
  }

  private mutating func add(_ character: PrintedCharacter) {
    if let last = pieces.indices.last, let before = pieces[last].last {
      var direction = Self.direction(from: before, to: character)
      // The indent of the next line stands below the last character of a paragraph, too.
      if character.isSpace, direction == .vertical, directions[last] == .unknown, !character.isVertical {
        direction = .unknown
      }
      if direction != .unknown, directions[last] == .unknown || directions[last] == direction {
        pieces[last].append(character)
        directions[last] = direction
        return
      }
    }
    pieces.append([character])
    directions.append(character.isVertical ? .vertical : .unknown)
  }

  /// A character alone is a vertical line where one of its size begins beside it: the last line of a headline.
  private mutating func turnSingles() {
    let vertical = pieces.indices.filter { directions[$0] == .vertical }.compactMap { pieces[$0].first }
    guard !vertical.isEmpty, vertical.count < 2000 else { return }
    for index in pieces.indices where directions[index] == .unknown {
      guard pieces[index].count == 1, let single = pieces[index].first, !single.isSpace else { continue }
      let isBeside = vertical.contains { other in
        abs(other.size - single.size) < single.size * 0.02 && abs(other.y0 - single.y0) < single.size * 0.2
          && abs(other.x0 - single.x0) < single.size * 2.2 && other.x0 != single.x0
      }
      if isBeside { directions[index] = .vertical }
    }
  }

  /// Where the next character of a line stands; `unknown` where it is none.
  private static func direction(from before: PrintedCharacter, to next: PrintedCharacter) -> Direction {
    let size = max(before.size, next.size)
    guard min(before.size, next.size) > size * 0.8 else { return .unknown }
    let across = next.x0 - before.x1
    if abs(next.y1 - before.y1) <= size * 0.25, across > -size * 0.65, across < size * 0.6, next.x0 > before.x0 {
      return .horizontal
    }
    // Punctuation and digits stand beside the middle of the line.
    let middle = abs((next.x0 + next.x1) - (before.x0 + before.x1)) / 2
    let down = next.y0 - before.y1
    if middle <= size * 0.35, down > -size * 0.65, down < size * 0.6, next.y0 > before.y0 { return .vertical }
    return .unknown
  }

  private func line(_ index: Int, page: Int) -> GeometricLine? {
    var characters = pieces[index][...]
    while characters.last?.isSpace == true { characters.removeLast() }
    while characters.first?.isSpace == true { characters.removeFirst() }
    guard let first = characters.first else { return nil }
    let isVertical = directions[index] == .vertical
    var box = Box(page: page, x0: first.x0, y0: first.y0, x1: first.x1, y1: first.y1)
    for character in characters where !character.isSpace {
      box = box.enclosing(
        Box(page: page, x0: character.x0, y0: character.y0, x1: character.x1, y1: character.y1))
    }
    if isVertical {
      // A numeral set level in the line is wider than it.
      let middle = (first.x0 + first.x1) / 2
      (box.x0, box.x1) = (middle - first.size / 2, middle + first.size / 2)
    }
    var line = GeometricLine(box: box, number: first.number)
    line.type = GeometricLine.TypeFace(size: first.size, isVertical: isVertical)
    line.words = Self.words(characters, isVertical: isVertical, size: first.size)
    line.whiteHalves = Self.whiteHalves(first, characters.last ?? first, isVertical: isVertical)
    return line
  }

  private static func whiteHalves(
    _ first: PrintedCharacter, _ last: PrintedCharacter, isVertical: Bool
  ) -> (start: Double, end: Double) {
    func half(_ character: PrintedCharacter, of marks: Set<Unicode.Scalar>) -> Double {
      let width = isVertical ? character.y1 - character.y0 : character.x1 - character.x0
      return width >= character.size * 0.85 && marks.contains(character.scalar) ? character.size / 2 : 0
    }
    return (half(first, of: openers), half(last, of: closers))
  }

  private static let openers = Set("“‘（《「『【〈".unicodeScalars)
  private static let closers = Set("，。、；：！？”’）》」』】〉".unicodeScalars)

  /// Words between the spaces that are printed. Spaces that the gaps of justified setting were taken for are none: such
  /// a gap is about as wide as those beside it.
  private static func words(
    _ characters: ArraySlice<PrintedCharacter>, isVertical: Bool, size: Double
  ) -> [GeometricLine.Word] {
    func extent(_ character: PrintedCharacter) -> ClosedRange<Double> {
      isVertical
        ? character.y0...max(character.y0, character.y1) : character.x0...max(character.x0, character.x1)
    }
    var gaps: [Double] = []
    var last: PrintedCharacter?
    for character in characters where !character.isSpace {
      if let last { gaps.append(extent(character).lowerBound - extent(last).upperBound) }
      last = character
    }
    let usual = gaps.isEmpty ? 0 : max(0, gaps.sorted()[gaps.count / 2])
    var words: [GeometricLine.Word] = []
    var hasSpace = false
    last = nil
    for character in characters {
      if character.isSpace {
        hasSpace = true
        continue
      }
      let utf8 = Array(String(character.scalar).utf8)
      let here = extent(character)
      let gap = last.map { here.lowerBound - extent($0).upperBound - usual } ?? 0
      let isSpace = !words.isEmpty && (hasSpace ? gap >= size * 0.12 : gap >= size * 0.45)
      if isSpace || words.isEmpty {
        words.append(GeometricLine.Word(utf8: utf8, extent: here, followsSpace: isSpace))
      } else {
        let word = words.count - 1
        words[word].utf8 += utf8
        if let before = words[word].extent {
          words[word].extent =
            min(before.lowerBound, here.lowerBound)...max(before.upperBound, here.upperBound)
        }
      }
      hasSpace = false
      last = character
    }
    return words
  }
}
