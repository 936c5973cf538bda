/// Finds for each line the width of the column that it stands in, as the cheapest way to explain the widths of all lines.
///
/// The lines are read in order as lines of columns: a line may fill its column, be an indented first line, be the short
/// last line of a paragraph, or be unexplained; changing to a column of another width costs something too.
struct ColumnWidths {
  private static let most = 40

  private var widths: [Int]

  init(_ lines: [TextLine]) {
    // Each line votes for the widths that it may have.
    var votes = [Int](repeating: 0, count: 102)
    for line in lines where line.role == .text || line.role == .listItem {
      guard line.low >= 50, line.high <= 1000 else { continue }
      for width in stride(from: (line.low + 9) / 10, through: min((line.high + 9) / 10, line.low / 10 + 8), by: 1) {
        votes[width] += 1
      }
    }
    let frequent = votes.indices.filter { votes[$0] >= 2 }.sorted { (votes[$0], $0) > (votes[$1], $1) }
    // The last state is text that fills no column: each line is a paragraph.
    widths = frequent.prefix(Self.most).map { $0 * 10 }.sorted() + [0]
  }

  /// Sets the `column` of each line.
  func assign(to lines: inout [TextLine]) {
    let indexes = lines.indices.filter { lines[$0].role == .text || lines[$0].role == .listItem }
    guard !indexes.isEmpty else { return }
    let blocks = Self.blocks(of: widths)
    var costs = [Lanes](repeating: Lanes(), count: blocks.count)
    // For each line and state whether it was changed to here, and for each line the state that was changed from.
    var isChange = [SIMDMask<Lanes.MaskStorage>](
      repeating: SIMDMask(repeating: false), count: indexes.count * blocks.count)
    var from: [Int] = []
    from.reserveCapacity(indexes.count)
    for (position, index) in indexes.enumerated() {
      let change = Lanes(repeating: position == 0 ? 0 : lines[index].blanksBefore > 0 ? 260 : 400)
      let hasBlankAfter = index + 1 == lines.count || lines[index + 1].blanksBefore > 0
      let isApart = lines[index].blanksBefore > 0 || hasBlankAfter
      let isStart = lines[index].blanksBefore > 0 || position > 0 && lines[indexes[position - 1]].ending == .sentence
      let best = Self.leastIndex(costs)
      // Only differences count: the least is kept at zero, so that pages of any length fit.
      let least = Lanes(repeating: best.cost)
      let measure = Measure(lines[index], isApart: isApart, isStart: isStart)
      let row = position * blocks.count
      costs.withUnsafeMutableBufferPointer { costs in
        blocks.withUnsafeBufferPointer { blocks in
          isChange.withUnsafeMutableBufferPointer { isChange in
            for block in blocks.indices {
              let stay = costs[block] &- least
              let isCheaper = stay .> change
              isChange[row + block] = isCheaper
              costs[block] = stay.replacing(with: change, where: isCheaper) &+ measure.cost(in: blocks[block])
            }
          }
        }
      }
      from.append(best.state)
    }
    var state = Self.leastIndex(costs).state
    for position in indexes.indices.reversed() {
      lines[indexes[position]].column = widths[state]
      if isChange[position * blocks.count + state / Lanes.scalarCount][state % Lanes.scalarCount] {
        state = from[position]
      }
    }
    dropUnproven(&lines, indexes)
  }

  /// States are measured four at a time: the one size of vector that the compiler makes instructions of in all operations.
  private typealias Lanes = SIMD4<Int32>

  /// The widths by fours; behind the last stand copies of it, which are never cheaper.
  private static func blocks(of widths: [Int]) -> [Lanes] {
    stride(from: 0, to: widths.count, by: Lanes.scalarCount).map { start in
      var block = Lanes()
      for lane in block.indices { block[lane] = Int32(widths[min(start + lane, widths.count - 1)]) }
      return block
    }
  }

  /// The first of the cheapest states.
  private static func leastIndex(_ costs: [Lanes]) -> (state: Int, cost: Int32) {
    var least = Lanes(repeating: .max)
    for block in costs { least.replace(with: block, where: block .< least) }
    let cost = least.min()
    for block in costs.indices {
      for lane in least.indices where costs[block][lane] == cost {
        return (block * Lanes.scalarCount + lane, cost)
      }
    }
    return (0, cost)
  }

  /// One line fills any column: it takes three lines, two of them full, to show one.
  private func dropUnproven(_ lines: inout [TextLine], _ indexes: [Int]) {
    var start = 0
    while start < indexes.count {
      var end = start
      let width = lines[indexes[start]].column
      while end < indexes.count, lines[indexes[end]].column == width { end += 1 }
      var full = indexes[start..<end].count {
        let indent = lines[$0].indent * 10
        return lines[$0].low + indent - width <= 12 && width - lines[$0].high - indent <= 22
      }
      if full == 1, end - start >= 3, Self.isSetIn(lines, indexes[start], indexes[start + 1], width) { full += 1 }
      if width > 0, end - start < 3 || full < 2 {
        for index in indexes[start..<end] { lines[index].column = 0 }
      } else if width > 0 {
        Self.refine(&lines, indexes[start..<end], width)
      }
      start = end
    }
  }

  /// The first line of a paragraph of three: two characters narrower than the next, which fills the column.
  private static func isSetIn(_ lines: [TextLine], _ first: Int, _ second: Int, _ width: Int) -> Bool {
    let missing = width - lines[first].middle
    return second == first + 1 && lines[second].blanksBefore == 0 && lines[first].ending != .sentence
      && (30...50).contains(missing) && abs(width - lines[second].middle) <= 12
      && (first == 0 || lines[first].blanksBefore > 0 || lines[first - 1].ending == .sentence)
  }

  /// Lines on either side by which the width of a column is told.
  private static let window = 10

  /// Takes for each line the median width of the full lines around it, which is surer than any line's own.
  private static func refine(_ lines: inout [TextLine], _ members: ArraySlice<Int>, _ width: Int) {
    let full = members.filter { abs(lines[$0].middle - width) <= 32 }
    guard full.count >= 3 else { return }
    // The widths of the lines around, in order.
    var near: [Int] = []
    near.reserveCapacity(2 * window + 1)
    var place = 0
    var low = 0
    var high = 0
    for index in members {
      while place < full.count - 1, full[place] < index { place += 1 }
      while high < min(full.count, place + window) {
        let width = lines[full[high]].middle
        near.insert(width, at: near.firstIndex { $0 > width } ?? near.count)
        high += 1
      }
      while low < max(0, place - window) {
        let width = lines[full[low]].middle
        if let position = near.firstIndex(of: width) { near.remove(at: position) }
        low += 1
      }
      lines[index].column = near[near.count * 5 / 10]
    }
  }

  /// What a line costs in a column of a width.
  private struct Measure {
    private static let widest = 4096

    let low: Int32
    /// With the indent.
    let right: Int32
    /// Where the line is shorter than the column by more than its first word, by less, and where no width holds it.
    let short: Int32
    let nearlyFull: Int32
    /// Where it is shorter by two characters.
    let setIn: Int32
    let free: Int32

    init(_ line: TextLine, isApart: Bool, isStart: Bool) {
      // No column is so wide; what is wider costs the same.
      low = Int32(min(line.low, Self.widest))
      right = Int32(min(line.high + line.indent * 10, Self.widest))
      let isSentence = line.ending == .sentence
      short = isSentence ? 10 : isApart ? 170 : 260
      nearlyFull = isSentence ? 10 : isStart ? 15 : 70
      setIn = isStart && !isSentence ? 4 : nearlyFull
      free = line.high >= 1000 ? 0 : line.high >= 700 ? 60 : isSentence ? 90 : 230
    }

    @inline(__always)
    func cost(in width: Lanes) -> Lanes {
      let over = Lanes(repeating: low) &- width
      let missing = width &- Lanes(repeating: right)
      var cost = Lanes(repeating: short).replacing(with: Lanes(repeating: nearlyFull), where: missing .<= 58)
      cost.replace(with: Lanes(repeating: setIn), where: (missing .>= 30) .& (missing .<= 48))
      cost.replace(with: Lanes(), where: missing .<= 22)
      // The line needs its marks set closer, or narrow digits, to fit.
      let tight = Lanes(repeating: 25).replacing(with: Lanes(repeating: 45), where: over .> 0)
      cost.replace(with: tight, where: missing .< -12)
      let far = over &+ over &+ Lanes(repeating: 300)
      cost.replace(with: far.replacing(with: Lanes(repeating: 900), where: far .> 900), where: over .> 12)
      cost.replace(with: Lanes(repeating: free), where: width .== 0)
      return cost
    }
  }
}
