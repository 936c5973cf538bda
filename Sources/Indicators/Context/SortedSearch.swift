extension Range<Int> {
  /// The first index whose element does not lie before an offset; elements are sorted by `position`, which is asked by
  /// index, so that none is copied.
  func first(notBefore offset: Int, by position: (Int) -> Int) -> Int {
    var low = lowerBound
    var high = upperBound
    while low < high {
      let middle = (low + high) / 2
      if position(middle) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
