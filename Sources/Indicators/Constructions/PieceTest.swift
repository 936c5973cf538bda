import Figures

/// What one step of a pattern asks of one piece.
struct PieceTest: Hashable, Sendable {
  /// Bits of `Piece.Kind.rawValue`.
  var kinds: UInt16 = 0
  /// Any of these classes will do, whatever the kind.
  var classes: WordClasses = 0
  /// Bits of `Figure.Kind`, in the order of `allCases`, for pieces of kind `figures`; 0 for all.
  var figureKinds: UInt16 = 0
  /// A word by its number; -1 for none.
  var word = -1
  /// True for any piece that may be part of a name.
  var isName = false
  /// Classes that the piece must not have.
  var not: WordClasses = 0
  /// Bits of `Piece.Kind.rawValue` that the piece must not be.
  var notKinds: UInt16 = 0

  func accepts(_ piece: Piece) -> Bool {
    if isName {
      return piece.isNameable && piece.classes & not == 0 && notKinds & (1 << UInt16(piece.kind.rawValue)) == 0
    }
    if classes & piece.classes != 0 { return true }
    if word >= 0, piece.kind == .word, piece.index == word { return true }
    guard kinds & (1 << UInt16(piece.kind.rawValue)) != 0 else { return false }
    guard piece.kind == .figures, figureKinds != 0, let kind = piece.figureKind else { return true }
    return figureKinds & Self.bit(of: kind) != 0
  }

  static func bit(of kind: Figure.Kind) -> UInt16 {
    switch kind {
    case .number: 1
    case .ordinal: 1 << 1
    case .percentage: 1 << 2
    case .points: 1 << 3
    case .money: 1 << 4
    case .count: 1 << 5
    case .quantity: 1 << 6
    case .multiple: 1 << 7
    case .ratio: 1 << 8
    case .period: 1 << 9
    case .date: 1 << 10
    case .duration: 1 << 11
    case .age: 1 << 12
    case .name: 1 << 13
    }
  }
}
