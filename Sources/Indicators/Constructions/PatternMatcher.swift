/// Runs compiled patterns over the pieces of a clause.
///
/// Its buffers are reused, so that a run allocates nothing once they have grown.
struct PatternMatcher {
  static let slots = Pattern.captureNames.count * 2

  private var current: [Int32] = []
  private var next: [Int32] = []
  private var currentSlots: [Int32] = []
  private var nextSlots: [Int32] = []
  private var mark: [Int32] = []
  private var generation: Int32 = 0
  private var stack: [(step: Int32, restore: Int32, value: Int32)] = []
  private var scratch: [Int32] = Array(repeating: -1, count: slots)
  private var best: [Int32] = Array(repeating: -1, count: slots)
  /// For each slot where what it captured begins and ends; -1 where it captured nothing.
  private(set) var captures: [Int32] = Array(repeating: -1, count: slots)

  mutating func clearCaptures() {
    for slot in 0..<Self.slots { captures[slot] = -1 }
  }

  /// Matches from a figure outwards. The result is the edge of the match, in pieces, and adds to `captures`; `nil` where the program does not match. The preferred match wins, as in backtracking engines.
  mutating func run(_ program: PatternProgram, pieces: [Piece], from start: Int, limit: Int) -> Int? {
    if mark.count < program.instructions.count { mark = Array(repeating: 0, count: program.instructions.count) }
    let direction = program.isReversed ? -1 : 1
    var position = start
    var matched: Int?
    next.removeAll(keepingCapacity: true)
    nextSlots.removeAll(keepingCapacity: true)
    for slot in 0..<Self.slots { scratch[slot] = captures[slot] }
    generation &+= 1
    addThread(0, of: program, position: position, isAtEdge: position == limit)
    swap(&current, &next)
    swap(&currentSlots, &nextSlots)
    while !current.isEmpty {
      next.removeAll(keepingCapacity: true)
      nextSlots.removeAll(keepingCapacity: true)
      generation &+= 1
      let isOver = position == limit
      let pieceIndex = program.isReversed ? position - 1 : position
      let after = position + direction
      var index = 0
      while index < current.count {
        let step = Int(current[index])
        let base = index * Self.slots
        index += 1
        let instruction = program.instructions[step]
        if instruction.kind == .accept {
          matched = position
          for slot in 0..<Self.slots { best[slot] = currentSlots[base + slot] }
          break
        }
        guard !isOver, program.tests[Int(instruction.first)].accepts(pieces[pieceIndex]) else { continue }
        for slot in 0..<Self.slots { scratch[slot] = currentSlots[base + slot] }
        addThread(step + 1, of: program, position: after, isAtEdge: after == limit)
      }
      if isOver { break }
      swap(&current, &next)
      swap(&currentSlots, &nextSlots)
      position = after
    }
    guard let matched else { return nil }
    for slot in 0..<Self.slots where best[slot] >= 0 { captures[slot] = best[slot] }
    return matched
  }

  /// Adds a step, and all that follow it without a piece, to those that the next piece is tried with.
  private mutating func addThread(_ step: Int, of program: PatternProgram, position: Int, isAtEdge: Bool) {
    stack.removeAll(keepingCapacity: true)
    stack.append((Int32(step), -1, 0))
    while let (entry, restore, value) = stack.popLast() {
      if restore >= 0 {
        scratch[Int(restore)] = value
        continue
      }
      var step = Int(entry)
      // What follows a step alone is gone on with at once.
      while mark[step] != generation {
        mark[step] = generation
        let instruction = program.instructions[step]
        switch instruction.kind {
        case .jump: step = Int(instruction.first)
        case .split:
          stack.append((instruction.second, -1, 0))
          step = Int(instruction.first)
        case .save:
          let slot = Int(instruction.first)
          stack.append((0, instruction.first, scratch[slot]))
          scratch[slot] = Int32(position)
          step += 1
        case .atEdge:
          if isAtEdge { step += 1 }
        case .test, .accept:
          next.append(Int32(step))
          nextSlots.append(contentsOf: scratch)
        }
      }
    }
  }
}
