/// Lines that certainly belong together, before it is decided what goes on where.
struct Fragment: Sendable {
  enum Kind: Sendable {
    case text, listItem, heading, caption, byline, furniture, table, vertical

    /// For people.
    var name: String {
      switch self {
      case .text: "text"
      case .listItem: "a list item"
      case .heading: "a heading"
      case .caption: "a caption"
      case .byline: "a byline"
      case .furniture: "furniture"
      case .table: "a table"
      case .vertical: "a vertical heading"
      }
    }
  }

  /// Indexes of text lines, in order.
  var lines: [Int]
  var kind: Kind
  /// The joins between the lines; the first belongs to the second line.
  var joins: [JoinScore] = []
  /// Marks that are open at the end, and the first closing mark that nothing opened.
  var pairs = OpenPairs()
  /// It says what another place of the page says too, so it is nobody's continuation.
  var isCopy = false

  var isText: Bool { kind == .text || kind == .listItem }

  /// Whether a sentence ends in it.
  func hasSentence(_ all: [TextLine]) -> Bool { lines.contains { all[$0].hasSentenceEnd } }

  /// Whether a comma or the end of a sentence stands in it.
  func hasMarks(_ all: [TextLine]) -> Bool {
    lines.contains { line in
      all[line].dense.contains {
        CharacterClass.isComma($0) || CharacterClass.isSentenceEnd($0) || CharacterClass.isSemicolon($0)
      }
    }
  }
}
