/// Finds fragments that say what stands elsewhere on the page too.
struct FragmentCopies {
  /// Spans of text by which copies are known: sixteen characters.
  private static let span = 16
  private static let leastCopy = 24

  let lines: [TextLine]

  /// Marks fragments that say again what stands elsewhere on the page.
  func mark(_ fragments: inout [Fragment]) {
    var text: [UInt32] = []
    text.reserveCapacity(lines.reduce(0) { $0 + $1.dense.count })
    var starts: [Int] = []
    var asked: [Int] = []
    for fragment in fragments {
      let start = text.count
      starts.append(start)
      guard fragment.isText else { continue }
      for line in fragment.lines { text.append(contentsOf: lines[line].dense) }
      if text.count - start >= Self.leastCopy { asked.append(start) }
    }
    let index = TextIndex(text, span: Self.span, starts: asked)
    for position in fragments.indices where fragments[position].isText {
      let end = position + 1 < starts.count ? starts[position + 1] : text.count
      let range = starts[position]..<end
      guard range.count >= Self.leastCopy else { continue }
      let copies = index.occurrences(of: range).filter {
        !$0.overlaps(range) && !Self.goesOn(text, position, $0, starts)
      }
      // Of two that are equal the first is kept; a part goes and the whole stays.
      let kept = copies.first { $0.lowerBound < range.lowerBound || !Self.isWhole($0, starts, text.count) }
      guard let kept else { continue }
      fragments[position].isCopy = true
      markRest(of: kept, behind: position, text, starts, &fragments)
    }
  }

  /// A copy that is cut in two goes on as what it is a copy of goes on.
  private func markRest(
    of copy: Range<Int>, behind position: Int, _ text: [UInt32], _ starts: [Int], _ fragments: inout [Fragment]
  ) {
    var end = copy.upperBound
    var position = position
    while position + 1 < fragments.count, fragments[position + 1].isText, !fragments[position].isCopyCut {
      let range = starts[position + 1]..<(position + 2 < starts.count ? starts[position + 2] : text.count)
      guard !range.isEmpty, end + range.count <= text.count, !(end..<end + range.count).overlaps(range),
        text[end..<end + range.count].elementsEqual(text[range])
      else { return }
      fragments[position].isCopyCut = true
      fragments[position + 1].isCopy = true
      end += range.count
      position += 1
    }
  }

  /// Where the fragment begins in which a place lies.
  private static func start(at place: Int, _ starts: [Int]) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= place { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? starts[low - 1] : 0
  }

  /// What stands before the stretch stands before its copy too, in the fragment of the copy: the stretch is the rest of a
  /// text that is there twice.
  private static func goesOn(_ text: [UInt32], _ position: Int, _ copy: Range<Int>, _ starts: [Int]) -> Bool {
    let begin = start(at: copy.lowerBound, starts)
    guard copy.lowerBound > begin else { return false }
    // A heading may stand between the two pieces.
    return (max(0, position - 2)...position).contains { ends(text[..<starts[$0]], as: text[begin..<copy.lowerBound]) }
  }

  /// Whether unfinished text ends in the last three letters of the other, or in all that there are, two at least; of
  /// versions that hardly differ the marks may.
  private static func ends(_ text: ArraySlice<UInt32>, as other: ArraySlice<UInt32>) -> Bool {
    guard let last = text.last, !CharacterClass.isSentenceEnd(last) else { return false }
    let letters = lastLetters(text)
    let others = lastLetters(other)
    guard others.count >= 2, letters.count >= others.count else { return false }
    return letters.prefix(others.count).elementsEqual(others)
  }

  /// The last three characters that are no marks, the last one first.
  private static func lastLetters(_ text: ArraySlice<UInt32>) -> [UInt32] {
    var letters: [UInt32] = []
    for code in text.suffix(6).reversed() where CharacterClass.isHan(code) || CharacterClass.isDigit(code) {
      letters.append(code)
      if letters.count == 3 { break }
    }
    return letters
  }

  /// Whether a stretch begins and ends with fragments.
  private static func isWhole(_ range: Range<Int>, _ starts: [Int], _ count: Int) -> Bool {
    start(at: range.lowerBound, starts) == range.lowerBound
      && (range.upperBound == count || start(at: range.upperBound, starts) == range.upperBound)
  }
}
