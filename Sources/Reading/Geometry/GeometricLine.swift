/// A line of text as a format with geometry gives it.
struct GeometricLine {
  /// The words and the space before each, from left to right or top to bottom.
  struct Word {
    var utf8: [UInt8]
    /// Along the line; `nil` where the format gives no place.
    var extent: ClosedRange<Double>?
    /// The format says that a space stands before it.
    var followsSpace = false
  }

  var words: [Word] = []
  var box: Box
  /// The block of the format that it belongs to, from 0.
  var block = 0
  /// The line of the input file.
  var number = 1

  /// Of formats that have type.
  struct TypeFace {
    var size: Double
    var isVertical: Bool
  }

  /// `nil` where only the box is known.
  var type: TypeFace?
  /// How much of the box at its ends is the white of full-width marks: of ” behind, of “ before the stroke.
  var whiteHalves = (start: 0.0, end: 0.0)

  /// Vertical writing: higher than two characters are wide.
  var isVertical: Bool { type?.isVertical ?? (box.y1 - box.y0 > 2.5 * (box.x1 - box.x0)) }

  /// The size of its characters, across the line.
  var size: Double { type?.size ?? (isVertical ? box.x1 - box.x0 : box.y1 - box.y0) }

  /// The words put together. Of typeset text the spaces are known. Recognizers part words everywhere: beside a Chinese character a space is one only where
  /// the gap is half a character wide; between letters and digits where it is a fifth.
  var utf8: [UInt8] {
    var text: [UInt8] = []
    for (index, word) in words.enumerated() where !word.utf8.isEmpty {
      if let last = text.last, let next = word.utf8.first, index > 0 {
        let isWide = last >= 0x80 || next >= 0x80
        let space: Bool
        if type != nil {
          space = word.followsSpace
        } else if let before = words[index - 1].extent, let here = word.extent {
          space = here.lowerBound - before.upperBound >= size * (isWide ? 0.5 : 0.2)
        } else {
          space = word.followsSpace && !isWide
        }
        if space { text.append(0x20) }
      }
      text += word.utf8
    }
    return text
  }
}
