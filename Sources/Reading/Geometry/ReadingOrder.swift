/// The order in which the lines of one printed page are read, by recursive cuts.
///
/// A region is cut where a headline begins under white from side to side; else into columns where white runs from top to
/// bottom; else into rows that can be cut into the same columns, so that what spans columns parts what is above it from
/// what is below. What cannot be cut is a column. `ARCHITECTURE.md` says why.
struct ReadingOrder {
  /// Lines that follow each other in one column.
  struct Run {
    /// Of the lines of the page, from the first to the last.
    var lines: [Int]
    /// In vertical writing: its lines run down and follow each other from right to left.
    var isVertical: Bool
  }

  private(set) var runs: [Run] = []
  private let lines: [GeometricLine]
  private let isVertical: Bool
  private let unit: Double
  /// The white between paragraphs, where they are parted by it; else 0.
  private let parting: Double

  /// Deeper nesting than any page has.
  private static let deepest = 40

  /// Many times the lines that a page has: what has more is no page to be cut, and is read in the order of the file.
  private static let most = 15_000

  init(_ lines: [GeometricLine]) {
    if lines.count > Self.most {
      self.init(lines, of: [], depth: 0)
      runs = lines.indices.map { Run(lines: [$0], isVertical: lines[$0].isVertical) }
    } else {
      self.init(lines, of: Array(lines.indices), depth: 0)
    }
  }

  private init(_ lines: [GeometricLine], of members: [Int], depth: Int) {
    self.lines = lines
    let weight = members.reduce(0) { sum, index in
      let count = lines[index].words.reduce(0) { $0 + $1.utf8.count }
      return sum + (lines[index].isVertical ? count : -count)
    }
    let vertical = weight > 0
    isVertical = vertical
    let items = members.map { LayoutItem(lines[$0], index: $0, vertical: vertical, isTrimmed: true) }
    unit = max(LayoutItem.usualSize(items), 0.1)
    parting = Self.parting(items, unit: unit)
    read(Self.together(items, vertical: vertical), depth: depth)
  }

  /// The usual one of the gaps in columns that are wider than those between lines.
  private static func parting(_ items: [LayoutItem], unit: Double) -> Double {
    let lines = items.filter { $0.isAlong && abs($0.size - unit) < unit * 0.1 }.sorted { $0.y0 < $1.y0 }
    var gaps: [Double] = []
    for (index, line) in lines.enumerated() {
      let below = lines[(index + 1)...].prefix(200).first {
        $0.y0 > line.center && min($0.x1, line.x1) - max($0.x0, line.x0) > unit
      }
      if let below, case let gap = below.y0 - line.y1, gap > unit * 1.2, gap < unit * 4 { gaps.append(gap) }
    }
    return gaps.count >= 6 ? gaps.sorted()[gaps.count / 2] : 0
  }

  /// The items with those of the other direction put together to blocks.
  private static func together(_ items: [LayoutItem], vertical: Bool) -> [LayoutItem] {
    let others = items.filter { !$0.isAlong }.sorted { $0.y0 < $1.y0 }
    guard !others.isEmpty, others.count < items.count else { return items }
    // In the other direction lines follow each other along x: neighbours are near in x and beside each other in y.
    var groups: [[LayoutItem]] = []
    for item in others {
      let near = groups.indices.filter { group in
        groups[group].contains { other in
          let gap = max(other.x0, item.x0) - min(other.x1, item.x1)
          let apart = max(other.y0, item.y0) - min(other.y1, item.y1)
          let size = max(other.size, item.size)
          // A headline stands close to its text, and far from that of others.
          let near = min(other.size, item.size) > size * 0.8 ? size * 2.2 : min(other.size, item.size) * 1.6
          return gap < near && apart < -min(other.height, item.height, size * 2) * 0.3
            || gap < -min(other.width, item.width) * 0.5 && apart < size * 1.2
        }
      }
      var merged = [item]
      for group in near.reversed() { merged = groups.remove(at: group) + merged }
      groups.append(merged)
    }
    return items.filter(\.isAlong) + groups.map { LayoutItem(block: $0, vertical: vertical) }
  }

  // MARK: Cuts

  private mutating func read(_ items: [LayoutItem], depth: Int) {
    guard items.count > 1, depth < Self.deepest else {
      leaf(items, depth: depth)
      return
    }
    let rows = rows(of: items)
    let strips = WhiteStrips(items, unit: unit)
    if depth == 0, rows.count > 1, isPageHead(rows) {
      read(rows[0], depth: depth + 1)
      read(Array(rows[1...].joined()), depth: depth + 1)
      return
    }
    if let cut = headlineCut(rows, strips) {
      read(Array(rows[..<cut].joined()), depth: depth + 1)
      read(Array(rows[cut...].joined()), depth: depth + 1)
      return
    }
    if let cut = bandCut(rows) {
      read(Array(rows[..<cut].joined()), depth: depth + 1)
      read(Array(rows[cut...].joined()), depth: depth + 1)
      return
    }
    let columns = columns(of: items, strips.gutters(atLeast: leastGutter(items, rows: rows.count)))
    if columns.count > 1 {
      let stories = HeadlineColumns.stories(columns, headlines: rows[0], unit: unit)
      guard stories.count > 1 else {
        // All columns belong to the headline above them.
        read(rows[0], depth: depth + 1)
        read(Array(rows[1...].joined()), depth: depth + 1)
        return
      }
      for column in HeadlineColumns.ordered(stories, unit: unit) { read(column, depth: depth + 1) }
      return
    }
    let groups = rowGroups(rows, strips)
    if groups.count > 1 {
      for group in groups { read(group, depth: depth + 1) }
    } else {
      leaf(items, depth: depth)
    }
  }

  private mutating func leaf(_ items: [LayoutItem], depth: Int) {
    var run: [Int] = []
    for item in items.sorted(by: { ($0.center, $0.x0, $0.index) < ($1.center, $1.x0, $1.index) }) {
      if item.inner.isEmpty {
        if item.isAlong {
          run.append(item.index)
          continue
        }
        if !run.isEmpty { runs.append(Run(lines: run, isVertical: isVertical)) }
        run = []
        runs.append(Run(lines: [item.index], isVertical: !isVertical))
        continue
      }
      if !run.isEmpty { runs.append(Run(lines: run, isVertical: isVertical)) }
      run = []
      if depth < Self.deepest {
        runs += ReadingOrder(lines, of: item.inner, depth: depth + 1).runs
      } else {
        runs.append(Run(lines: item.inner, isVertical: !isVertical))
      }
    }
    if !run.isEmpty { runs.append(Run(lines: run, isVertical: isVertical)) }
  }

  private func isOneLine(_ items: [LayoutItem]) -> Bool {
    let top = items.map(\.center).min() ?? 0
    let bottom = items.map(\.center).max() ?? 0
    return bottom - top < (items.map(\.size).max() ?? 0) * 0.7
  }

  /// The white that parts columns: in headlines and in a single line spaces are no gutters.
  private func leastGutter(_ items: [LayoutItem], rows: Int) -> Double {
    let size = max(unit, LayoutItem.usualSize(items))
    if size >= unit * 1.25 && rows <= 4 || rows == 1 && isOneLine(items) { return size * 1.9 }
    return rows <= 3 ? unit * 0.9 : unit * 0.6
  }

  /// The parts between white strips along the direction of the columns, from left to right.
  private func columns(of items: [LayoutItem], _ gutters: [Double]) -> [[LayoutItem]] {
    guard !gutters.isEmpty else { return [items] }
    var parts = [[LayoutItem]](repeating: [], count: gutters.count + 1)
    for item in items {
      let middle = (item.x0 + item.x1) / 2
      parts[gutters.count { $0 < middle }].append(item)
    }
    return parts.filter { !$0.isEmpty }
  }

  /// Rows of the region, those together that can be cut into columns together.
  private func rowGroups(_ rows: [[LayoutItem]], _ strips: WhiteStrips) -> [[LayoutItem]] {
    var groups: [[LayoutItem]] = []
    var shared: [ClosedRange<Double>] = []
    for row in rows {
      let gutters = strips.gutters(around: WhiteStrips.Span(of: row), atLeast: unit * 0.6)
      guard !groups.isEmpty else {
        groups.append(row)
        shared = gutters
        continue
      }
      let both = Self.common(shared, gutters, atLeast: unit * 0.5)
      let span = WhiteStrips.Span(of: row)
      if shared.isEmpty && gutters.isEmpty || !both.isEmpty {
        groups[groups.count - 1] += row
        shared = both
      } else if gutters.isEmpty, !isHeadline(row), shared.contains(where: { strips.isWhite($0, in: span) }) {
        // The last lines of columns.
        groups[groups.count - 1] += row
        shared = shared.filter { strips.isWhite($0, in: span) }
      } else {
        groups.append(row)
        shared = gutters
      }
    }
    return groups
  }

  private static func common(
    _ some: [ClosedRange<Double>], _ others: [ClosedRange<Double>], atLeast least: Double
  ) -> [ClosedRange<Double>] {
    var found: [ClosedRange<Double>] = []
    for one in some {
      for other in others {
        let low = max(one.lowerBound, other.lowerBound)
        let high = min(one.upperBound, other.upperBound)
        if high - low >= least { found.append(low...high) }
      }
    }
    return found
  }

  /// The parts between white strips across the direction of the columns. Boxes of tilted lines touch: they are taken a
  /// little smaller.
  private func rows(of items: [LayoutItem]) -> [[LayoutItem]] {
    var parts: [[LayoutItem]] = []
    var reach = -Double.infinity
    func margin(_ item: LayoutItem) -> Double { min(item.size, item.height) * 0.15 }
    for item in items.sorted(by: { ($0.y0 + margin($0), $0.index) < ($1.y0 + margin($1), $1.index) }) {
      if item.y0 + margin(item) >= reach || parts.isEmpty { parts.append([]) }
      parts[parts.count - 1].append(item)
      reach = max(reach, item.y1 - margin(item))
    }
    return withWholeHeadlines(parts)
  }

  /// The rows with those of one headline put together: its kicker and its last line may be too short to reach over a
  /// gutter.
  private func withWholeHeadlines(_ rows: [[LayoutItem]]) -> [[LayoutItem]] {
    var whole: [[LayoutItem]] = []
    for row in rows {
      if let last = whole.last, isHeadline(row) && isHeadline(last) || goesOnWithCaption(row, after: last) {
        let gap = (row.map(\.y0).min() ?? 0) - (last.map(\.y1).max() ?? 0)
        if gap < (row.map(\.size).max() ?? 0) * (Self.isCentered(row, under: last) ? 1.6 : 1) {
          whole[whole.count - 1] += row
          continue
        }
      }
      whole.append(row)
    }
    return whole
  }

  /// Two lines with one middle.
  private static func isCentered(_ row: [LayoutItem], under last: [LayoutItem]) -> Bool {
    guard row.count == 1, let line = row.first, let above = last.last else { return false }
    return abs(line.x0 + line.x1 - above.x0 - above.x1) < line.size
  }

  /// A line of small type that begins where a longer one of its size does: the end of a caption across columns.
  private func goesOnWithCaption(_ row: [LayoutItem], after rows: [LayoutItem]) -> Bool {
    guard row.count == 1, let line = row.first, line.isAlong, line.size <= unit * 0.95 else { return false }
    return rows.contains {
      $0.isAlong && abs($0.size - line.size) < line.size * 0.02 && abs($0.x0 - line.x0) < line.size * 0.3
        && $0.x1 > line.x1 && $0.y1 <= line.y0 + line.size * 0.3
    }
  }

  /// The first line of the page: short pieces far from each other.
  private func isPageHead(_ rows: [[LayoutItem]]) -> Bool {
    let row = rows[0].sorted { $0.x0 < $1.x0 }
    guard isOneLine(row), row.allSatisfy({ $0.isAlong && $0.size < unit * 1.3 && $0.width < unit * 16 }) else {
      return false
    }
    let gap = (rows[1].map(\.y0).min() ?? 0) - (row.map(\.y1).max() ?? 0)
    return gap >= unit * 0.5 && zip(row, row.dropFirst()).contains { $1.x0 - $0.x1 >= unit * 1.5 }
  }

  // MARK: Headlines

  /// The row before which to cut: headlines alone, which stand above several columns that begin below them; the row
  /// behind such a headline where it is the first.
  private func headlineCut(_ rows: [[LayoutItem]], _ strips: WhiteStrips) -> Int? {
    for index in rows.indices where isHeadline(rows[index]) && isAboveColumns(index, rows, strips) {
      return max(index, 1)
    }
    return nil
  }

  private func isAboveColumns(_ index: Int, _ rows: [[LayoutItem]], _ strips: WhiteStrips) -> Bool {
    let headlines = HeadlineColumns.extents(of: rows[index])
    var below: [LayoutItem] = []
    var isOverGutter = false
    for next in rows[(index + 1)...].prefix(Self.headlineReach) {
      if isHeadline(next) { break }
      below += next
      // Pictures and their captions may stand above the columns.
      let gutters = strips.gutters(around: WhiteStrips.Span(of: next), atLeast: unit * 0.6)
      isOverGutter =
        isOverGutter
        || headlines.contains { headline in
          gutters.contains { $0.lowerBound > headline.lowerBound && $0.upperBound < headline.upperBound }
        }
    }
    guard below.count > 1 else { return isOverGutter && index > 0 }
    let gutters = WhiteStrips(below, unit: unit).gutters(atLeast: unit * 0.6)
    // Headlines side by side belong to what is below each of them, which may begin with pictures on one side.
    let all = Array(rows[(index + 1)...].prefix { !isHeadline($0) }.joined())
    let isOne = ![gutters, WhiteStrips(all, unit: unit).gutters(atLeast: unit * 0.6)].joined().contains { gutter in
      headlines.contains { $0.upperBound <= gutter } && headlines.contains { $0.lowerBound >= gutter }
        && !headlines.contains { $0.lowerBound < gutter && $0.upperBound > gutter }
    }
    guard index > 0 || isOne else { return false }
    return isOverGutter || !gutters.isEmpty && beginTogether(below, gutters)
  }

  /// How many rows are looked at below a headline.
  private static let headlineReach = 12

  /// The row before which to cut: wide white from side to side, below which all columns begin anew.
  private func bandCut(_ rows: [[LayoutItem]]) -> Int? {
    var bottom = -Double.infinity
    for (index, row) in rows.enumerated() {
      let top = row.map(\.y0).min() ?? 0
      defer { bottom = max(bottom, row.map(\.y1).max() ?? 0) }
      guard index > 0, top - bottom >= max(unit * Self.band, parting + unit * 0.5) else { continue }
      var slab: [LayoutItem] = []
      for next in rows[index...] {
        guard let first = next.map(\.y0).min(), first < top + unit * 8 else { break }
        slab += next
      }
      let gutters = WhiteStrips(slab, unit: unit).gutters(atLeast: unit * 0.8)
      if !gutters.isEmpty, slab.count > 3, beginTogether(slab, gutters, most: true) { return index }
    }
    return nil
  }

  /// White that is wider than that between paragraphs and around subheadings.
  private static let band = 1.8

  private func isHeadline(_ row: [LayoutItem]) -> Bool {
    row.count <= 6 && row.allSatisfy { $0.isAlong && $0.size >= unit * 1.3 }
  }

  /// All columns begin at the same height.
  /// - Parameter most: Of three and more, some may begin lower, under a picture.
  private func beginTogether(_ items: [LayoutItem], _ gutters: [Double], most: Bool = false) -> Bool {
    var tops = [(y: Double, size: Double)](repeating: (.infinity, 0), count: gutters.count + 1)
    for item in items {
      let column = gutters.count { $0 < (item.x0 + item.x1) / 2 }
      if item.y0 < tops[column].y { tops[column] = (item.y0, item.isAlong ? item.size : unit) }
    }
    guard let least = tops.map(\.y).min() else { return false }
    let level = tops.count { $0.y - least <= max(unit * 0.7, $0.size * 0.4) }
    return level == tops.count || most && level >= 2 && level * 5 >= tops.count * 3
  }
}
