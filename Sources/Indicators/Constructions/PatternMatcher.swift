/// Runs compiled patterns over the pieces of a clause.
///
/// Its memory is reused, so that a run allocates nothing once it has grown. A class, so that the paragraphs of a document
/// share one.
final class PatternMatcher {
  static let slots = Pattern.captureNames.count * 2

  // A run calls nothing that comes back here.

  /// Room for the longest program so far, as `PatternSimulation` lays it out.
  @exclusivity(unchecked) private var memory: [Int32] = []
  @exclusivity(unchecked) private var capacity = 0
  @exclusivity(unchecked) private var generation: Int32 = 0
  /// For each slot where what it captured begins and ends; -1 where it captured nothing.
  @exclusivity(unchecked) private(set) var captures: [Int32] = Array(repeating: -1, count: slots)

  func clearCaptures() {
    for slot in captures.indices { captures[slot] = -1 }
  }

  /// Matches from a figure outwards. The result is the edge of the match, in pieces, and adds to `captures`; `nil` where the program does not match. The preferred match wins, as in backtracking engines.
  func run(_ program: PatternProgram, pieces: [Piece], from start: Int, limit: Int) -> Int? {
    if program.targetCount > capacity {
      capacity = program.targetCount
      memory = Array(repeating: 0, count: PatternSimulation.size(targets: capacity, slots: captures.count))
      generation = 0
    }
    let capacity = self.capacity
    let generation = self.generation
    let simulated = memory.withUnsafeMutableBufferPointer { memory in
      captures.withUnsafeMutableBufferPointer { captures in
        program.targets.withUnsafeBufferPointer { targets in
          program.starts.withUnsafeBufferPointer { starts in
            program.tests.withUnsafeBufferPointer { tests in
              pieces.withUnsafeBufferPointer { pieces in
                var simulation = PatternSimulation(
                  memory, capacity: capacity, slots: program.slots.count, generation: generation, targets: targets,
                  starts: starts, tests: tests, pieces: pieces, limit: limit, isReversed: program.isReversed)
                let matched = simulation.run(from: start, captures, at: program.slots)
                return (matched, simulation.generation)
              }
            }
          }
        }
      }
    }
    self.generation = simulated.1
    return simulated.0
  }
}

/// One run of a program: all its threads side by side, each target at most once for a piece.
private struct PatternSimulation {
  /// The targets that the next piece has passed, each with its slots, and those for the piece behind it.
  private var current: UnsafeMutableBufferPointer<Int32>
  private var next: UnsafeMutableBufferPointer<Int32>
  private var currentSlots: UnsafeMutableBufferPointer<Int32>
  private var nextSlots: UnsafeMutableBufferPointer<Int32>
  private var nextCount = 0
  /// For each target the generation that asked it last.
  private let mark: UnsafeMutableBufferPointer<Int32>
  private let best: UnsafeMutableBufferPointer<Int32>
  private let slots: Int
  private let targets: UnsafeBufferPointer<PatternProgram.Target>
  private let starts: UnsafeBufferPointer<Int32>
  private let tests: UnsafeBufferPointer<PieceTest>
  private let pieces: UnsafeBufferPointer<Piece>
  private let limit: Int
  private let isReversed: Bool
  private(set) var generation: Int32

  /// How many numbers a run of a program of so many targets needs.
  static func size(targets: Int, slots: Int) -> Int { targets * 3 + targets * slots * 2 + slots }

  init(
    _ memory: UnsafeMutableBufferPointer<Int32>, capacity: Int, slots: Int, generation: Int32,
    targets: UnsafeBufferPointer<PatternProgram.Target>, starts: UnsafeBufferPointer<Int32>,
    tests: UnsafeBufferPointer<PieceTest>, pieces: UnsafeBufferPointer<Piece>, limit: Int, isReversed: Bool
  ) {
    precondition(memory.count >= Self.size(targets: capacity, slots: slots) && starts.count - 2 <= capacity)
    var start = 0
    func part(_ count: Int) -> UnsafeMutableBufferPointer<Int32> {
      defer { start += count }
      return UnsafeMutableBufferPointer(rebasing: memory[start..<start + count])
    }
    mark = part(capacity)
    current = part(capacity)
    next = part(capacity)
    currentSlots = part(capacity * slots)
    nextSlots = part(capacity * slots)
    best = part(slots)
    self.slots = slots
    self.generation = generation
    self.targets = targets
    self.starts = starts
    self.tests = tests
    self.pieces = pieces
    self.limit = limit
    self.isReversed = isReversed
  }

  mutating func run(
    from start: Int, _ captures: UnsafeMutableBufferPointer<Int32>, at places: [Int]
  ) -> Int? {
    let direction = isReversed ? -1 : 1
    var position = start
    var matched: Int?
    for slot in 0..<slots { currentSlots[slot] = captures[places[slot]] }
    nextCount = 0
    generation &+= 1
    addThreads(behind: -1, slotsAt: 0, position: position)
    var count = turn()
    while count > 0 {
      nextCount = 0
      generation &+= 1
      let after = position + direction
      for index in 0..<count {
        let step = current[index]
        let base = index * slots
        if step < 0 {
          matched = position
          for slot in 0..<slots { best[slot] = currentSlots[base + slot] }
          break
        }
        addThreads(behind: Int(step), slotsAt: base, position: after)
      }
      count = turn()
      position = after
    }
    guard matched != nil else { return nil }
    for slot in 0..<slots where best[slot] >= 0 { captures[places[slot]] = best[slot] }
    return matched
  }

  /// Goes on to the threads of the next piece; their number.
  private mutating func turn() -> Int {
    swap(&current, &next)
    swap(&currentSlots, &nextSlots)
    return nextCount
  }

  /// Adds the targets behind one, or those of the beginning behind -1, that the piece at a position passes; the end of the
  /// program as -1.
  private mutating func addThreads(behind step: Int, slotsAt base: Int, position: Int) {
    let isAtEdge = position == limit
    let place = isReversed ? position - 1 : position
    for index in Int(starts[step + 1])..<Int(starts[step + 2]) {
      let target = targets[index]
      if target.needsEdge, !isAtEdge { continue }
      guard mark[Int(target.step)] != generation else { continue }
      mark[Int(target.step)] = generation
      if target.test >= 0 {
        guard !isAtEdge, tests[Int(target.test)].accepts(pieces[place]) else { continue }
        next[nextCount] = target.step
      } else {
        next[nextCount] = -1
      }
      let start = nextCount * slots
      for slot in 0..<slots {
        nextSlots[start + slot] =
          target.saves >> UInt32(slot) & 1 != 0 ? Int32(truncatingIfNeeded: position) : currentSlots[base + slot]
      }
      nextCount += 1
    }
  }
}
