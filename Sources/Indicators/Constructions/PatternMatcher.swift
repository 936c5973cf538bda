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
  private var best: [Int32] = []

  /// Matches from a figure outwards. The result is the edge of the match, in pieces, and writes the captures into
  /// `captures`; `nil` where the program does not match. The preferred match wins, as in backtracking engines.
  mutating func run(
    _ program: PatternProgram, pieces: [Piece], from start: Int, limit: Int, captures: inout [Int32]
  ) -> Int? {
    let steps = program.steps
    if mark.count < steps.count { mark = Array(repeating: 0, count: steps.count) }
    if best.count < Self.slots { best = Array(repeating: -1, count: Self.slots) }
    let direction = program.isReversed ? -1 : 1
    var position = start
    var matched: Int?
    current.removeAll(keepingCapacity: true)
    currentSlots.removeAll(keepingCapacity: true)
    var scratch = captures
    generation &+= 1
    let isAtEdge = position == limit
    addThread(
      0, steps: steps, position: position, isAtEdge: isAtEdge, slots: &scratch, toNext: false)
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
        if case .accept = steps[step] {
          matched = position
          for slot in 0..<Self.slots { best[slot] = currentSlots[base + slot] }
          break
        }
        guard !isOver, case .test(let test) = steps[step], test.accepts(pieces[pieceIndex]) else { continue }
        for slot in 0..<Self.slots { scratch[slot] = currentSlots[base + slot] }
        addThread(
          step + 1, steps: steps, position: after, isAtEdge: after == limit, slots: &scratch, toNext: true)
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

  private mutating func addThread(
    _ step: Int, steps: [PatternProgram.Step], position: Int, isAtEdge: Bool, slots: inout [Int32], toNext: Bool
  ) {
    stack.removeAll(keepingCapacity: true)
    stack.append((Int32(step), -1, 0))
    while let (entry, restore, value) = stack.popLast() {
      if restore >= 0 {
        slots[Int(restore)] = value
        continue
      }
      let step = Int(entry)
      guard mark[step] != generation else { continue }
      mark[step] = generation
      switch steps[step] {
      case .jump(let target): stack.append((Int32(target), -1, 0))
      case .split(let one, let other):
        stack.append((Int32(other), -1, 0))
        stack.append((Int32(one), -1, 0))
      case .save(let slot):
        stack.append((0, Int32(slot), slots[slot]))
        slots[slot] = Int32(position)
        stack.append((Int32(step + 1), -1, 0))
      case .atEdge:
        if isAtEdge { stack.append((Int32(step + 1), -1, 0)) }
      case .test, .accept:
        if toNext {
          next.append(Int32(step))
          nextSlots += slots
        } else {
          current.append(Int32(step))
          currentSlots += slots
        }
      }
    }
  }
}
