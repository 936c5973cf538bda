/// The order of columns side by side, where some are headlines set down the page: a headline is read before the columns
/// that it belongs to, on whichever side of them it stands.
enum HeadlineColumns {
  static func ordered(_ columns: [[LayoutItem]], unit: Double) -> [[LayoutItem]] {
    var ordered: [[LayoutItem]] = []
    for (index, column) in columns.enumerated() {
      guard isUpright(column, unit: unit) else {
        ordered.append(column)
        continue
      }
      // It belongs to what stands on its right, unless that has a headline of its own or there is nothing.
      if index + 1 < columns.count, !isUpright(columns[index + 1], unit: unit),
        !beginsWithHeadline(columns[index + 1], unit: unit)
      {
        ordered.append(column)
        continue
      }
      var place = ordered.count
      while place > 0, !isUpright(ordered[place - 1], unit: unit) {
        place -= 1
        if beginsWithHeadline(ordered[place], unit: unit) { break }
      }
      ordered.insert(column, at: place)
    }
    return ordered
  }

  private static func isUpright(_ column: [LayoutItem], unit: Double) -> Bool {
    column.allSatisfy { !$0.isAlong && $0.size >= unit * 1.2 }
  }

  private static func beginsWithHeadline(_ column: [LayoutItem], unit: Double) -> Bool {
    guard let first = column.min(by: { $0.y0 < $1.y0 }) else { return false }
    return first.leadSize >= unit * 1.25
  }
}
