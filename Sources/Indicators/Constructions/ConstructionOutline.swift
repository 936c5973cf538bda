/// What a construction asks of the pieces around a figure, in plain numbers: most constructions are refused by it, and to
/// look at it counts no reference.
struct ConstructionOutline: Sendable {
  let priority: Int
  private let left: Side
  private let right: Side

  init(_ construction: Construction) {
    priority = construction.priority
    left = Side(construction.left)
    right = Side(construction.right)
  }

  /// Whether the construction may fit a figure; `false` is certain.
  /// - Parameters:
  ///   - before: What the pieces before the figure are, taken together; `behind` likewise.
  func mayFit(
    _ anchor: Int, in clause: Range<Int>, of pieces: [Piece], before: PieceUnion, behind: PieceUnion
  ) -> Bool {
    left.mayMatch(pieces, neighbour: anchor > clause.lowerBound ? anchor - 1 : nil, before)
      && right.mayMatch(pieces, neighbour: anchor + 1 < clause.upperBound ? anchor + 1 : nil, behind)
  }

  private struct Side: Sendable {
    /// Whether a piece must stand beside the figure.
    private let needsNeighbour: Bool
    /// Of these it must have one; `nil` where more is asked of it than that.
    private let neighbour: Need?
    /// Of these some piece must have one; `nil` where none need.
    private let first: Need?
    private let second: Need?

    init(_ program: PatternProgram) {
      needsNeighbour = program.first != nil
      neighbour = program.first?.need
      let needs = program.needs.compactMap(Need.init)
      first = needs.first
      second = needs.dropFirst().first
    }

    func mayMatch(_ pieces: [Piece], neighbour place: Int?, _ union: PieceUnion) -> Bool {
      if needsNeighbour {
        guard let place else { return false }
        if let neighbour, !neighbour.mayBeMet(pieces[place].classes, 1 << UInt16(pieces[place].kind.rawValue)) {
          return false
        }
      }
      if let first, !union.mayMeet(first) { return false }
      if let second, !union.mayMeet(second) { return false }
      return true
    }
  }

  /// Classes and kinds of which one is asked for.
  struct Need: Sendable {
    let classes: WordClasses
    /// Bits of `Piece.Kind.rawValue`.
    let kinds: UInt16

    init(classes: WordClasses, kinds: UInt16) {
      self.classes = classes
      self.kinds = kinds
    }

    /// `nil` where a test asks for anything else.
    init?(_ test: PieceTest) {
      if test.isName || test.word >= 0 { return nil }
      self.init(classes: test.classes, kinds: test.kinds)
    }

    @inline(__always)
    func mayBeMet(_ classes: WordClasses, _ kinds: UInt16) -> Bool {
      kinds & self.kinds != 0 || classes & self.classes != 0
    }
  }
}
