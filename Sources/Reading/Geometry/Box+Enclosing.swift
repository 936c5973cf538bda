extension Box {
  /// The smallest box around both, on this one's page.
  func enclosing(_ other: Box) -> Box {
    Box(page: page, x0: min(x0, other.x0), y0: min(y0, other.y0), x1: max(x1, other.x1), y1: max(y1, other.y1))
  }
}
