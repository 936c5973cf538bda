/// Several tests of one piece of which one must hold, with those that ask for classes or kinds alone made one.
struct NeighbourTest: Sendable {
  private var classes: WordClasses = 0
  private var kinds: UInt16 = 0
  private var others: [PieceTest] = []

  init(_ tests: [PieceTest]) {
    for test in tests {
      if test.isName || test.word >= 0 || test.figureKinds != 0 {
        others.append(test)
      } else {
        classes |= test.classes
        kinds |= test.kinds
      }
    }
  }

  /// What it asks for where that is classes and kinds alone.
  var need: ConstructionOutline.Need? {
    others.isEmpty ? ConstructionOutline.Need(classes: classes, kinds: kinds) : nil
  }

  func accepts(_ piece: Piece) -> Bool {
    if classes & piece.classes != 0 || kinds & (1 << UInt16(piece.kind.rawValue)) != 0 { return true }
    for index in others.indices where others[index].accepts(piece) { return true }
    return false
  }
}
