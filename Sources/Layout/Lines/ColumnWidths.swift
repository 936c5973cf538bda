/// Finds for each line the width of the column that it stands in, as the cheapest way to explain the widths of all lines.
///
/// The lines are read in order as lines of columns: a line may fill its column, be an indented first line, be the short
/// last line of a paragraph, or be unexplained; changing to a column of another width costs something too.
struct ColumnWidths {
  private static let most = 40

  private var widths: [Int]

  init(_ lines: [TextLine]) {
    var counts: [Int: Int] = [:]
    for line in lines where line.role == .text || line.role == .listItem {
      guard line.high <= 1000, line.high >= 60 else { continue }
      counts[(line.high + 5) / 10 * 10, default: 0] += 1
    }
    let frequent = counts.filter { $0.value >= 2 }.sorted { ($0.value, $0.key) > ($1.value, $1.key) }
    // The last state is text that fills no column: each line is a paragraph.
    widths = Array(frequent.prefix(Self.most).map(\.key).sorted()) + [0]
  }

  /// Sets the `column` of each line.
  func assign(to lines: inout [TextLine]) {
    let indexes = lines.indices.filter { lines[$0].role == .text || lines[$0].role == .listItem }
    guard !indexes.isEmpty else { return }
    let states = widths.count
    var costs = [Int](repeating: 0, count: states)
    var back: [[UInt8]] = []
    back.reserveCapacity(indexes.count)
    for (position, index) in indexes.enumerated() {
      let change = position == 0 ? 0 : lines[index].blanksBefore > 0 ? 160 : 260
      let best = costs.indices.min { costs[$0] < costs[$1] } ?? 0
      var from = [UInt8](repeating: 0, count: states)
      var next = costs
      for state in 0..<states {
        if costs[best] + change < costs[state] {
          from[state] = UInt8(best)
          next[state] = costs[best] + change
        } else {
          from[state] = UInt8(state)
        }
        next[state] += cost(of: lines[index], in: widths[state])
      }
      costs = next
      back.append(from)
    }
    var state = costs.indices.min { costs[$0] < costs[$1] } ?? 0
    for position in indexes.indices.reversed() {
      lines[indexes[position]].column = widths[state]
      state = Int(back[position][state])
    }
  }

  private func cost(of line: TextLine, in width: Int) -> Int {
    if width == 0 { return line.high >= 700 ? 0 : line.ending == .sentence ? 90 : 230 }
    let over = line.low - width
    if over > 12 { return min(700, 200 + over) }
    let missing = width - line.high - line.indent * 10
    if missing <= 22 { return over > 0 ? 20 : 0 }
    if line.ending == .sentence { return 40 }
    if missing <= 55 { return 70 }
    return 260
  }
}
