/// A pattern compiled to a table of steps: a nondeterministic automaton that is run by simulation, so that its cost is
/// the number of pieces times the number of steps, whatever the pattern says.
///
/// A class, so that to run one copies a reference.
final class PatternProgram: Sendable {
  enum Step: Hashable, Sendable {
    case test(PieceTest)
    case save(Int)
    /// The first branch is preferred.
    case split(Int, Int)
    case jump(Int)
    case atEdge
    case accept
  }

  /// A step in few bytes: what it does and the numbers it needs.
  struct Instruction: Sendable {
    enum Kind: UInt8, Sendable { case test, save, split, jump, atEdge, accept }
    let kind: Kind
    /// The number of a test or slot, or the step to go on with; of a split the preferred one.
    var first: Int32 = 0
    var second: Int32 = 0
  }

  let instructions: [Instruction]
  let tests: [PieceTest]
  /// What must hold of the first piece; `nil` where the program may match nothing at all.
  let first: NeighbourTest?
  /// The tests that every match passes with some piece.
  let needs: [PieceTest]
  /// The slots that it writes, each once: its steps number them by their places here, because a thread carries what it has
  /// captured along, and few programs capture more than one or two things of all that patterns may.
  let slots: [Int]
  let isReversed: Bool

  /// - Parameter isReversed: True for what stands before the figure: it is read from right to left.
  init(_ items: [Pattern], isReversed: Bool) {
    self.isReversed = isReversed
    var assembly = Assembly(isReversed: isReversed)
    assembly.emit(.sequence(items))
    assembly.steps.append(.accept)
    first = assembly.firstTests().map(NeighbourTest.init)
    needs = assembly.neededTests()
    var instructions: [Instruction] = []
    var tests: [PieceTest] = []
    var slots: [Int] = []
    for step in assembly.steps {
      switch step {
      case .test(let test):
        let known = tests.firstIndex(of: test)
        if known == nil { tests.append(test) }
        instructions.append(Instruction(kind: .test, first: Int32(known ?? tests.count - 1)))
      case .save(let slot):
        let known = slots.firstIndex(of: slot)
        if known == nil { slots.append(slot) }
        instructions.append(Instruction(kind: .save, first: Int32(known ?? slots.count - 1)))
      case .split(let one, let other):
        instructions.append(Instruction(kind: .split, first: Int32(one), second: Int32(other)))
      case .jump(let target): instructions.append(Instruction(kind: .jump, first: Int32(target)))
      case .atEdge: instructions.append(Instruction(kind: .atEdge))
      case .accept: instructions.append(Instruction(kind: .accept))
      }
    }
    self.instructions = instructions
    self.tests = tests
    self.slots = slots
  }
}

/// The steps of a program while it is put together.
private struct Assembly {
  let isReversed: Bool
  var steps: [PatternProgram.Step] = []

  mutating func emit(_ pattern: Pattern) {
    switch pattern {
    case .test(let test): steps.append(.test(test))
    case .sequence(let items):
      for item in isReversed ? items.reversed() : items { emit(item) }
    case .choice(let branches):
      var jumps: [Int] = []
      for (index, branch) in branches.enumerated() {
        guard index < branches.count - 1 else {
          emit(branch)
          break
        }
        let split = steps.count
        steps.append(.accept)
        emit(branch)
        jumps.append(steps.count)
        steps.append(.accept)
        steps[split] = .split(split + 1, steps.count)
      }
      for jump in jumps { steps[jump] = .jump(steps.count) }
    case .repetition(let inner, let minimum, let maximum):
      for _ in 0..<minimum { emit(inner) }
      if let maximum {
        var splits: [Int] = []
        for _ in minimum..<maximum {
          splits.append(steps.count)
          steps.append(.accept)
          emit(inner)
        }
        for split in splits { steps[split] = .split(split + 1, steps.count) }
      } else {
        let split = steps.count
        steps.append(.accept)
        emit(inner)
        steps.append(.jump(split))
        steps[split] = .split(split + 1, steps.count)
      }
    case .capture(let slot, let inner):
      steps.append(.save(2 * slot + (isReversed ? 1 : 0)))
      emit(inner)
      steps.append(.save(2 * slot + (isReversed ? 0 : 1)))
    case .clauseStart, .clauseEnd: steps.append(.atEdge)
    case .anchor: break
    }
  }

  /// The tests without which no way leads to the end.
  func neededTests() -> [PieceTest] {
    var needed: [PieceTest] = []
    for (index, step) in steps.enumerated() {
      if case .test(let test) = step, !needed.contains(test), !canEnd(without: index) { needed.append(test) }
    }
    return needed
  }

  private func canEnd(without missing: Int) -> Bool {
    var seen = Set<Int>()
    var open = [0]
    while let step = open.popLast() {
      guard step != missing, seen.insert(step).inserted else { continue }
      switch steps[step] {
      case .accept: return true
      case .test, .save, .atEdge: open.append(step + 1)
      case .split(let one, let other): open += [other, one]
      case .jump(let target): open.append(target)
      }
    }
    return false
  }

  func firstTests() -> [PieceTest]? {
    var tests: [PieceTest] = []
    var seen = Set<Int>()
    var open = [0]
    while let step = open.popLast() {
      guard seen.insert(step).inserted else { continue }
      switch steps[step] {
      case .test(let test): tests.append(test)
      case .save: open.append(step + 1)
      case .split(let one, let other): open += [other, one]
      case .jump(let target): open.append(target)
      case .atEdge, .accept: return nil
      }
    }
    return tests
  }
}
