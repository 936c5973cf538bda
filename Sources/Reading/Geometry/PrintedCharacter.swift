/// A character of a page with its place, as a typeset format gives it.
struct PrintedCharacter {
  var scalar: Unicode.Scalar
  /// Its em box: as wide as it is set (as high, in vertical writing) and as high as its size.
  var x0: Double
  var y0: Double
  var x1: Double
  var y1: Double
  /// Of the type.
  var size: Double
  var isVertical = false
  /// The line of the input file.
  var number = 1

  var isSpace: Bool { scalar.properties.isWhitespace }

  /// How much of the smaller of both boxes the other covers, from 0 to 1.
  func overlap(_ other: PrintedCharacter) -> Double {
    let width = min(x1, other.x1) - max(x0, other.x0)
    let height = min(y1, other.y1) - max(y0, other.y0)
    guard width > 0, height > 0 else { return 0 }
    let area = min((x1 - x0) * (y1 - y0), (other.x1 - other.x0) * (other.y1 - other.y0))
    return area > 0 ? width * height / area : 0
  }
}
