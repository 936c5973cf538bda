/// The order of columns side by side, where some are headlines set down the page: a headline is read before the columns
/// that it belongs to, on whichever side of them it stands.
enum HeadlineColumns {
  /// The headlines of a row: pieces of one size on one line with less than a space between are one, and what stands
  /// above each other.
  static func extents(of row: [LayoutItem]) -> [ClosedRange<Double>] {
    var pieces: [(extent: ClosedRange<Double>, item: LayoutItem)] = []
    for item in row.sorted(by: { $0.x0 < $1.x0 }) {
      let before = pieces.lastIndex {
        abs($0.item.size - item.size) < item.size * 0.02 && abs($0.item.center - item.center) < item.size * 0.3
          && item.x0 - $0.extent.upperBound < item.size * 0.62
      }
      if let before {
        let extent = pieces[before].extent
        pieces[before].extent = extent.lowerBound...max(extent.upperBound, item.x1)
      } else {
        pieces.append((item.x0...max(item.x0, item.x1), item))
      }
    }
    var extents: [ClosedRange<Double>] = []
    for extent in pieces.map(\.extent).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = extents.last, extent.lowerBound < last.upperBound {
        extents[extents.count - 1] = last.lowerBound...max(last.upperBound, extent.upperBound)
      } else {
        extents.append(extent)
      }
    }
    return extents
  }

  /// Columns under one headline put together: those without a headline belong to the one beside them whose text begins
  /// at the height where they begin; between two, to the one that then stands nearer to the middle of its columns.
  /// - Parameter row: The first row of the region.
  static func stories(_ columns: [[LayoutItem]], headlines row: [LayoutItem], unit: Double) -> [[LayoutItem]] {
    guard columns.count > 2, row.allSatisfy({ $0.isAlong && $0.size >= unit * 1.3 }) else { return columns }
    let isHeadline = Set(row.map(\.index))
    struct Story {
      var columns: [[LayoutItem]]
      var headline: ClosedRange<Double>?
      var top: Double
      var extent: ClosedRange<Double>

      /// How far the headline is from the middle, with other columns too.
      func excentricity(with other: Story) -> Double {
        guard let headline else { return .infinity }
        let low = min(extent.lowerBound, other.extent.lowerBound)
        let high = max(extent.upperBound, other.extent.upperBound)
        return abs(headline.lowerBound + headline.upperBound - low - high)
      }
    }
    var stories = columns.map { column in
      let heads = column.filter { isHeadline.contains($0.index) }
      let text = column.filter { !isHeadline.contains($0.index) }
      return Story(
        columns: [column], headline: heads.isEmpty ? nil : extents(of: heads).first,
        top: text.map(\.y0).min() ?? .infinity,
        extent: (column.map(\.x0).min() ?? 0)...(column.map(\.x1).max() ?? 0))
    }
    func belongs(_ index: Int, to other: Int) -> Bool {
      stories.indices.contains(other) && stories[other].headline != nil
        && abs(stories[index].top - stories[other].top) <= unit * 0.7
    }
    while let index = stories.indices.first(where: {
      stories[$0].headline == nil && (belongs($0, to: $0 - 1) || belongs($0, to: $0 + 1))
    }) {
      let isLeft =
        belongs(index, to: index - 1)
        && (!belongs(index, to: index + 1)
          || stories[index - 1].excentricity(with: stories[index])
            <= stories[index + 1].excentricity(with: stories[index]))
      let first = isLeft ? index - 1 : index
      let merged = Story(
        columns: stories[first].columns + stories[first + 1].columns,
        headline: stories[first].headline ?? stories[first + 1].headline,
        top: min(stories[first].top, stories[first + 1].top),
        extent: stories[first].extent.lowerBound...stories[first + 1].extent.upperBound)
      stories.replaceSubrange(first...first + 1, with: [merged])
    }
    return stories.map { Array($0.columns.joined()) }
  }

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
