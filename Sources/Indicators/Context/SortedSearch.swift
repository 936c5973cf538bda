extension RandomAccessCollection where Index == Int {
  /// The first index whose element does not lie before an offset; elements are sorted by `position`.
  func firstIndex(notBefore offset: Int, by position: (Element) -> Int) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if position(self[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
