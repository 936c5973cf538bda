/// Finds where a stretch of a text stands again in it.
struct TextIndex {
  private static let most = 8

  private let text: [UInt32]
  private let span: Int
  private var places: [UInt64: [Int32]] = [:]

  /// - Parameter span: Stretches shorter than this are not found.
  init(_ text: [UInt32], span: Int) {
    self.text = text
    self.span = span
    guard text.count >= span else { return }
    for (place, hash) in Self.hashes(text, span).enumerated() {
      places[hash, default: []].append(Int32(place))
    }
  }

  /// The places where the stretch stands, itself included; not more than a few are looked at.
  func occurrences(of range: Range<Int>) -> [Range<Int>] {
    guard range.count >= span else { return [] }
    return occurrences(of: text[range])
  }

  func occurrences(of codes: ArraySlice<UInt32>) -> [Range<Int>] {
    guard codes.count >= span else { return [] }
    let head = codes.prefix(span)
    guard let candidates = places[Self.hash(head)] else { return [] }
    var found: [Range<Int>] = []
    for candidate in candidates.prefix(Self.most) {
      let range = Int(candidate)..<Int(candidate) + codes.count
      if range.upperBound <= text.count, text[range].elementsEqual(codes) { found.append(range) }
    }
    return found
  }

  private static let base: UInt64 = 1_099_511_628_211

  private static func hash(_ codes: ArraySlice<UInt32>) -> UInt64 {
    codes.reduce(0) { $0 &* base &+ UInt64($1) }
  }

  private static func hashes(_ text: [UInt32], _ span: Int) -> [UInt64] {
    var power: UInt64 = 1
    for _ in 1..<span { power = power &* base }
    var hash = Self.hash(text[0..<span])
    var hashes = [hash]
    hashes.reserveCapacity(text.count - span + 1)
    for place in span..<max(span, text.count) {
      hash = (hash &- UInt64(text[place - span]) &* power) &* base &+ UInt64(text[place])
      hashes.append(hash)
    }
    return hashes
  }
}
