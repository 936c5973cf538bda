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
    if program.instructions.count > capacity {
      capacity = program.instructions.count
      memory = Array(repeating: 0, count: PatternSimulation.size(steps: capacity, slots: captures.count))
      generation = 0
    }
    let capacity = self.capacity
    let generation = self.generation
    let simulated = memory.withUnsafeMutableBufferPointer { memory in
      captures.withUnsafeMutableBufferPointer { captures in
        program.instructions.withUnsafeBufferPointer { instructions in
          pieces.withUnsafeBufferPointer { pieces in
            var simulation = PatternSimulation(
              memory, capacity: capacity, slots: program.slots.count, generation: generation,
              instructions: instructions, isReversed: program.isReversed)
            let matched = simulation.run(
              program.tests, pieces: pieces, from: start, limit: limit, captures, at: program.slots)
            return (matched, simulation.generation)
          }
        }
      }
    }
    self.generation = simulated.1
    return simulated.0
  }
}

/// One run of a program: all its threads side by side, each step at most once for a piece.
private struct PatternSimulation {
  /// The steps that the next piece is tried with, each with its slots, and those for the piece behind it.
  private var current: UnsafeMutableBufferPointer<Int32>
  private var next: UnsafeMutableBufferPointer<Int32>
  private var currentSlots: UnsafeMutableBufferPointer<Int32>
  private var nextSlots: UnsafeMutableBufferPointer<Int32>
  private var nextCount = 0
  /// For each step the generation that added it last.
  private let mark: UnsafeMutableBufferPointer<Int32>
  /// Of each entry the step, the slot that is to be put back or -1, and what it held.
  private let stack: UnsafeMutableBufferPointer<Int32>
  private let scratch: UnsafeMutableBufferPointer<Int32>
  private let best: UnsafeMutableBufferPointer<Int32>
  private let slots: Int
  private let instructions: UnsafeBufferPointer<PatternProgram.Instruction>
  private let isReversed: Bool
  private(set) var generation: Int32

  /// How many numbers a run of a program of so many steps needs. Every step is put on the stack at most once, beside the
  /// one it begins with.
  static func size(steps: Int, slots: Int) -> Int { steps * 3 + steps * slots * 2 + (steps + 1) * 3 + slots * 2 }

  init(
    _ memory: UnsafeMutableBufferPointer<Int32>, capacity: Int, slots: Int, generation: Int32,
    instructions: UnsafeBufferPointer<PatternProgram.Instruction>, isReversed: Bool
  ) {
    precondition(memory.count >= Self.size(steps: capacity, slots: slots) && instructions.count <= capacity)
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
    stack = part((capacity + 1) * 3)
    scratch = part(slots)
    best = part(slots)
    self.slots = slots
    self.generation = generation
    self.instructions = instructions
    self.isReversed = isReversed
  }

  mutating func run(
    _ tests: [PieceTest], pieces: UnsafeBufferPointer<Piece>, from start: Int, limit: Int,
    _ captures: UnsafeMutableBufferPointer<Int32>, at places: [Int]
  ) -> Int? {
    let direction = isReversed ? -1 : 1
    var position = start
    var matched: Int?
    nextCount = 0
    for slot in 0..<slots { scratch[slot] = captures[places[slot]] }
    generation &+= 1
    addThread(0, position: position, isAtEdge: position == limit)
    var count = turn()
    while count > 0 {
      nextCount = 0
      generation &+= 1
      let isOver = position == limit
      let pieceIndex = isReversed ? position - 1 : position
      let after = position + direction
      for index in 0..<count {
        let step = Int(current[index])
        let base = index * slots
        if instructions[step].kind == .accept {
          matched = position
          for slot in 0..<slots { best[slot] = currentSlots[base + slot] }
          break
        }
        guard !isOver, tests[Int(instructions[step].first)].accepts(pieces[pieceIndex]) else { continue }
        for slot in 0..<slots { scratch[slot] = currentSlots[base + slot] }
        addThread(step + 1, position: after, isAtEdge: after == limit)
      }
      if isOver { break }
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

  /// Adds a step, and all that follow it without a piece, to those that the next piece is tried with.
  private mutating func addThread(_ first: Int, position: Int, isAtEdge: Bool) {
    var depth = 0
    func push(_ step: Int32, _ restore: Int32, _ value: Int32) {
      stack[depth] = step
      stack[depth + 1] = restore
      stack[depth + 2] = value
      depth += 3
    }
    push(Int32(first), -1, 0)
    while depth > 0 {
      depth -= 3
      if stack[depth + 1] >= 0 {
        scratch[Int(stack[depth + 1])] = stack[depth + 2]
        continue
      }
      var step = Int(stack[depth])
      // What follows a step alone is gone on with at once.
      while mark[step] != generation {
        mark[step] = generation
        let instruction = instructions[step]
        switch instruction.kind {
        case .jump: step = Int(instruction.first)
        case .split:
          push(instruction.second, -1, 0)
          step = Int(instruction.first)
        case .save:
          let slot = Int(instruction.first)
          push(0, instruction.first, scratch[slot])
          scratch[slot] = Int32(position)
          step += 1
        case .atEdge:
          if isAtEdge { step += 1 }
        case .test, .accept:
          next[nextCount] = Int32(step)
          let base = nextCount * slots
          for slot in 0..<slots { nextSlots[base + slot] = scratch[slot] }
          nextCount += 1
        }
      }
    }
  }
}
