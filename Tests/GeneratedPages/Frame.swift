/// A sentence with gaps: `{P}，{S}{M1}完成{m1}` is text, a gap of kind `P`, and so on.
struct Frame: Sendable {
  enum Piece: Sendable {
    case text([UInt8])
    /// A letter that says what goes in, and a digit that says which of several.
    case gap(UInt8, Int)
  }

  let pieces: [Piece]

  init(_ utf8: [UInt8]) {
    var pieces: [Piece] = []
    var start = 0
    var index = 0
    while index < utf8.count {
      guard utf8[index] == UInt8(ascii: "{") else {
        index += 1
        continue
      }
      if index > start { pieces.append(.text(Array(utf8[start..<index]))) }
      let kind = utf8[index + 1]
      let numbered = utf8[index + 2] != UInt8(ascii: "}")
      pieces.append(.gap(kind, numbered ? Int(utf8[index + 2] - UInt8(ascii: "0")) : 0))
      index += numbered ? 4 : 3
      start = index
    }
    if start < utf8.count { pieces.append(.text(Array(utf8[start...]))) }
    self.pieces = pieces
  }
}
