import Figures

/// A part of a paragraph as the constructions see it: a figure, a word of the lexicon, a run of other text, a mark.
struct Piece: Hashable, Sendable {
  enum Kind: UInt8, CaseIterable, Sendable {
    case text, word, figures, period, bracket, comma, semicolon, stop, enumeration
  }

  // In the order of their sizes, so that one takes up 64 bytes.

  /// The classes of a word as it stands here; 0 for anything else.
  var classes: WordClasses
  /// Bytes of the paragraph's text.
  var range: Range<Int>
  /// The number of a word, or the index of the (first) figure of the paragraph; -1 for anything else.
  var index: Int
  /// How many figures stand side by side: 412亿元、498亿元 are two.
  var count: Int
  let kind: Kind
  /// The kind of the first figure.
  var figureKind: Figure.Kind?
  /// True where the piece may be part of an indicator's name.
  var isNameable: Bool

  init(
    kind: Kind, range: Range<Int>, classes: WordClasses = 0, index: Int = -1, count: Int = 1,
    figureKind: Figure.Kind? = nil, isNameable: Bool = false
  ) {
    self.classes = classes
    self.range = range
    self.index = index
    self.count = count
    self.kind = kind
    self.figureKind = figureKind
    self.isNameable = isNameable
  }
}

/// A stretch of pieces between two marks.
struct Clause: Hashable, Sendable {
  /// The pieces, without the marks around them.
  var pieces: Range<Int>
  /// Bytes of the paragraph's text.
  var range: Range<Int>
  /// Rises by one at 。 and the like.
  var sentence: Int
  /// Rises by one at ； too.
  var segment: Int
  /// True for what stands in brackets.
  var isBracket: Bool
}

/// The pieces and clauses of a paragraph.
struct CutParagraph: Sendable {
  var pieces: [Piece] = []
  var clauses: [Clause] = []
}
