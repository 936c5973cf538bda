/// Where the periods and dates of a text begin and how far they go.
struct PeriodPlaces: Sendable {
  private var starts: [Int32] = []
  private var ends: [Int32] = []

  init() {}

  /// Adds a period; of two that begin at one place the later one counts. Most come in order.
  mutating func insert(_ range: Range<Int>) {
    let start = Int32(range.lowerBound)
    var index = starts.count
    while index > 0, starts[index - 1] > start { index -= 1 }
    if index > 0, starts[index - 1] == start {
      ends[index - 1] = Int32(range.upperBound)
    } else {
      starts.insert(start, at: index)
      ends.insert(Int32(range.upperBound), at: index)
    }
  }

  /// The end of the period that begins at an offset; `nil` where none does.
  subscript(offset: Int) -> Int? {
    let index = first(from: offset)
    return index < starts.count && starts[index] == offset ? Int(ends[index]) : nil
  }

  /// Where the first period at or behind an offset begins; `Int.max` where there is none.
  func start(from offset: Int) -> Int {
    let index = first(from: offset)
    return index < starts.count ? Int(starts[index]) : .max
  }

  private func first(from offset: Int) -> Int {
    starts.indices.first(notBefore: offset) { Int(starts[$0]) }
  }
}
