/// What the pieces of a stretch are, taken together: what none of them is, no test finds in it.
struct PieceUnion {
  private var classes: WordClasses = 0
  /// Bits of `Piece.Kind.rawValue`.
  private var kinds: UInt16 = 0

  init(_ pieces: ArraySlice<Piece>) {
    for index in pieces.indices {
      classes |= pieces[index].classes
      kinds |= 1 << UInt16(pieces[index].kind.rawValue)
    }
  }

  /// Whether some piece may pass a test; `false` is certain.
  func mayPass(_ test: PieceTest) -> Bool {
    test.isName || test.word >= 0 || classes & test.classes != 0 || kinds & test.kinds != 0
  }

  /// Whether some piece may be what is asked for.
  func mayMeet(_ need: ConstructionOutline.Need) -> Bool { need.mayBeMet(classes, kinds) }

  /// Whether a program may find here all that it needs.
  func mayMatch(_ program: PatternProgram) -> Bool { program.needs.allSatisfy(mayPass) }
}
