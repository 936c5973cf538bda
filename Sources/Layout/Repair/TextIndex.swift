/// Finds where stretches of a text stand again in it, for stretches that are known before the text is looked through.
struct TextIndex {
  private static let most = 8

  private let text: [UInt32]
  private let span: Int
  /// For the hash of the first `span` characters of a stretch the index of its places.
  private let heads: KeyTable
  /// Of each head the number of its places, and room for the first of them.
  private let counts: [Int]
  private let places: [Int32]

  /// - Parameters:
  ///   - span: Stretches shorter than this are not found.
  ///   - starts: Where the stretches begin that will be asked for.
  init(_ text: [UInt32], span: Int, starts: [Int]) {
    self.text = text
    self.span = span
    var heads = KeyTable()
    var counts: [Int] = []
    var places: [Int32] = []
    text.withUnsafeBufferPointer { text in
      guard text.count >= span, span >= 2 else { return }
      // Whether a head begins with two characters of that hash.
      var mayBegin = [Bool](repeating: false, count: 1 << 12)
      for start in starts where start + span <= text.count {
        let hash = Self.hash(text, at: start, span)
        guard heads.value(of: hash) == nil else { continue }
        heads.replace(hash, by: Int32(counts.count))
        counts.append(0)
        mayBegin[Self.slot(text[start], text[start + 1])] = true
      }
      guard !counts.isEmpty else { return }
      places = Array(repeating: 0, count: counts.count * Self.most)
      mayBegin.withUnsafeBufferPointer { mayBegin in
        for place in 0...(text.count - span) where mayBegin[Self.slot(text[place], text[place + 1])] {
          guard let head = heads.value(of: Self.hash(text, at: place, span)).map(Int.init), counts[head] < Self.most
          else { continue }
          places[head * Self.most + counts[head]] = Int32(place)
          counts[head] += 1
        }
      }
    }
    self.heads = heads
    self.counts = counts
    self.places = places
  }

  /// The places where the stretch stands, itself included; not more than a few are looked at.
  func occurrences(of range: Range<Int>) -> [Range<Int>] {
    guard range.count >= span,
      let head = heads.value(of: text.withUnsafeBufferPointer { Self.hash($0, at: range.lowerBound, span) })
        .map(Int.init)
    else { return [] }
    return places[head * Self.most..<head * Self.most + counts[head]].compactMap { place in
      let other = Int(place)..<Int(place) + range.count
      return other.upperBound <= text.count && text[other].elementsEqual(text[range]) ? other : nil
    }
  }

  @inline(__always)
  private static func hash(_ text: UnsafeBufferPointer<UInt32>, at place: Int, _ span: Int) -> UInt64 {
    var hash: UInt64 = 0
    for index in place..<place + span { hash = hash &* 1_099_511_628_211 &+ UInt64(text[index]) }
    return hash
  }

  @inline(__always)
  private static func slot(_ first: UInt32, _ second: UInt32) -> Int {
    Int((first &* 0x9E37_79B1 ^ second &* 0x85EB_CA77) >> 16) & 0xFFF
  }
}
