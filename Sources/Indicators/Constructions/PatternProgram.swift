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

  /// A step that asks for a piece, or the end, and what is passed on the way to it without one.
  struct Target: Sendable {
    /// The number of the test, or -1 where the program ends.
    let test: Int32
    /// Numbers the targets of the program: steps that are the same have the same.
    let step: Int32
    /// Bits of the slots that are written on the way.
    var saves: UInt32 = 0
    /// Whether the way leads through an edge of the clause.
    var needsEdge = false
  }

  /// For each target the targets that may follow it, the preferred first, and before all those that the program begins
  /// with.
  let targets: [Target]
  /// Where the targets behind each target begin in `targets`, by its number and one more; first those of the beginning.
  let starts: [Int32]
  /// How many numbers of targets there are.
  var targetCount: Int { starts.count - 2 }
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
    var tests: [PieceTest] = []
    var slots: [Int] = []
    // By step the number of its test or slot, and for those that ask for a piece, or end, their number.
    var numbers = [Int](repeating: -1, count: assembly.steps.count)
    var places: [Int] = []
    for (index, step) in assembly.steps.enumerated() {
      switch step {
      case .test(let test):
        if !tests.contains(test) { tests.append(test) }
        numbers[index] = places.count
        places.append(index)
      case .accept:
        numbers[index] = places.count
        places.append(index)
      case .save(let slot):
        if !slots.contains(slot) { slots.append(slot) }
        numbers[index] = slots.firstIndex(of: slot) ?? 0
      case .split, .jump, .atEdge: break
      }
    }
    var targets: [Target] = []
    var starts: [Int32] = [0]
    // The end is followed by nothing.
    let beginnings: [Int?] = [0] + places.map { assembly.steps[$0] == .accept ? nil : $0 + 1 }
    for beginning in beginnings {
      if let beginning {
        for (step, saves, needsEdge) in assembly.ways(from: beginning, numbers: numbers) {
          var test = -1
          if case .test(let asked) = assembly.steps[step] { test = tests.firstIndex(of: asked) ?? -1 }
          targets.append(
            Target(test: Int32(test), step: Int32(numbers[step]), saves: saves, needsEdge: needsEdge))
        }
      }
      starts.append(Int32(targets.count))
    }
    self.targets = targets
    self.starts = starts
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

  /// The steps that ask for a piece, or end, which a step leads to without one, the preferred first, with the slots that are
  /// written on the way and whether it needs an edge.
  func ways(from first: Int, numbers: [Int]) -> [(step: Int, saves: UInt32, needsEdge: Bool)] {
    var ways: [(step: Int, saves: UInt32, needsEdge: Bool)] = []
    // A way that needs no edge may lead where one before it does that needs one.
    var seen = [Bool](repeating: false, count: steps.count)
    var seenBehindEdge = seen
    var open: [(step: Int, saves: UInt32, needsEdge: Bool)] = [(first, 0, false)]
    while let (step, saves, needsEdge) = open.popLast() {
      if seen[step] || needsEdge && seenBehindEdge[step] { continue }
      if needsEdge { seenBehindEdge[step] = true } else { seen[step] = true }
      switch steps[step] {
      case .test, .accept: ways.append((step, saves, needsEdge))
      case .save: open.append((step + 1, saves | 1 << UInt32(numbers[step]), needsEdge))
      case .atEdge: open.append((step + 1, saves, true))
      case .jump(let target): open.append((target, saves, needsEdge))
      case .split(let one, let other):
        open.append((other, saves, needsEdge))
        open.append((one, saves, needsEdge))
      }
    }
    return ways
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
    var seen = Array(repeating: false, count: steps.count)
    seen[missing] = true
    var open = [0]
    while let step = open.popLast() {
      guard !seen[step] else { continue }
      seen[step] = true
      switch steps[step] {
      case .accept: return true
      case .test, .save, .atEdge: open.append(step + 1)
      case .split(let one, let other):
        open.append(other)
        open.append(one)
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
