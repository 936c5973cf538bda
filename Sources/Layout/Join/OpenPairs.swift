/// Which opening marks wait for their closing marks.
struct OpenPairs: Sendable {
  /// A mark that is not closed for so long is a misprint.
  private static let patience = 600
  private static let deepest = 16

  /// The closing marks that are waited for, outermost first, and where the marks stand that opened them.
  private var closers = SIMD16<UInt16>()
  private var starts = SIMD16<UInt32>()
  private var depth = 0
  private var asciiQuote: Int?
  /// Characters read.
  private var count = 0
  /// The first closing mark that nothing opened.
  private(set) var unmatched: UInt32?

  var isOpen: Bool {
    if depth == 0, asciiQuote == nil { return false }
    if let asciiQuote, isRecent(asciiQuote) { return true }
    return (0..<depth).contains { isRecent(Int(starts[$0])) }
  }

  /// Whether the closing mark is waited for.
  func awaits(_ closer: UInt32) -> Bool {
    if closer == 0x22 { return asciiQuote.map(isRecent) ?? false }
    return (0..<depth).contains { UInt32(closers[$0]) == closer && isRecent(Int(starts[$0])) }
  }

  private func isRecent(_ start: Int) -> Bool { count - start < Self.patience }

  mutating func read(_ line: TextLine) {
    defer { count += line.dense.count }
    guard !line.traits.isDisjoint(with: .pairMark) else { return }
    for index in line.dense.indices {
      let code = line.dense[index]
      if let closer = CharacterClass.closer(of: code) {
        guard depth < Self.deepest else { continue }
        closers[depth] = UInt16(truncatingIfNeeded: closer)
        starts[depth] = UInt32(truncatingIfNeeded: count + index)
        depth += 1
      } else if code == 0x22 {
        asciiQuote = asciiQuote == nil ? count + index : nil
      } else if CharacterClass.isCloser(code) {
        if let open = (0..<depth).last(where: { UInt32(closers[$0]) == code }) {
          depth = open
        } else if unmatched == nil {
          unmatched = code
        }
      }
    }
  }
}
