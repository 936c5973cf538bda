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

  /// Indexes of text lines.
  var lines: Range<Int>
  var kind: Kind
  /// Of all its lines.
  var traits: CharacterTraits
  /// Marks that are open at the end, and the first closing mark that nothing opened.
  var pairs = OpenPairs()
  /// It says what another place of the page says too, so it is nobody's continuation.
  var isCopy = false
  /// The fragment behind it is the rest of that copy.
  var isCopyCut = false

  var isText: Bool { kind == .text || kind == .listItem }

  /// Adds the line that follows its last.
  mutating func add(_ line: TextLine, at index: Int) {
    lines = lines.lowerBound..<index + 1
    traits.formUnion(line.traits)
  }

  /// Whether a sentence ends in it.
  var hasSentence: Bool { traits.contains(.sentenceEnd) }

  /// Whether a comma or the end of a sentence stands in it.
  var hasMarks: Bool { !traits.isDisjoint(with: .clauseMark) }
}
