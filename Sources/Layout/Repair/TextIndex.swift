/// Finds where a stretch of a text stands again in it.
struct TextIndex {
  private static let most = 8

  private let text: [UInt32]
  private let span: Int
  /// For each hash of a stretch its first place, and for each place the next with the same hash or -1.
  private var first: KeyTable
  private var next: [Int32] = []

  /// - Parameter span: Stretches shorter than this are not found.
  init(_ text: [UInt32], span: Int) {
    self.text = text
    self.span = span
    first = KeyTable(capacity: text.count)
    guard text.count >= span else { return }
    let hashes = Self.hashes(text, span)
    next = Array(repeating: -1, count: hashes.count)
    for place in hashes.indices.reversed() { next[place] = first.replace(hashes[place], by: Int32(place)) }
  }

  /// The places where the stretch stands, itself included; not more than a few are looked at.
  func occurrences(of range: Range<Int>) -> [Range<Int>] {
    guard range.count >= span else { return [] }
    return occurrences(of: text[range])
  }

  func occurrences(of codes: ArraySlice<UInt32>) -> [Range<Int>] {
    guard codes.count >= span else { return [] }
    let head = codes.prefix(span)
    guard var candidate = first.value(of: Self.hash(head)) else { return [] }
    var found: [Range<Int>] = []
    for _ in 0..<Self.most where candidate >= 0 {
      let range = Int(candidate)..<Int(candidate) + codes.count
      if range.upperBound <= text.count, text[range].elementsEqual(codes) { found.append(range) }
      candidate = next[Int(candidate)]
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
