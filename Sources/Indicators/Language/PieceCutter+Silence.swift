import Figures

/// Sentences that need not be cut, as nothing is made of what they say.
extension PieceCutter {
  /// Bytes before a time to come in which something may be said to be aimed at then: as many as eight pieces take up.
  private static let reachOfAims = 300

  /// Where the first sentence begins behind those that say nothing, from the beginning of a sentence on; `nil` where that
  /// one says something.
  func endOfSilence(from offset: Int, in range: Range<Int>) -> Int? {
    guard let end = endOfStatementless(from: offset, in: range), end > offset,
      !lexicon.sameBelow.occurs(in: shadow, offset..<end)
    else { return nil }
    return end
  }

  private func endOfStatementless(from offset: Int, in range: Range<Int>) -> Int? {
    var next = firstFigure(from: offset)
    while next < spans.count, spans[next].isSilent { next += 1 }
    // Behind the last figure that measures something nothing is asked of times either.
    guard next <= lastMeasured, spans[next].start < range.upperBound else { return range.upperBound }
    let limit = spans[next].lower - (spans[next].isTime ? Self.reachOfAims : 0)
    guard let end = lastStop(in: offset, limit), !opensWithPart(end) else { return nil }
    return end
  }

  /// Where the last full stop between two offsets ends, where nothing before it holds marks of its own.
  private func lastStop(in start: Int, _ limit: Int) -> Int? {
    var end = limit
    while end >= start + 3 {
      if shadow[end - 1] == 0x82, shadow[end - 2] == 0x80, shadow[end - 3] == 0xE3 { break }
      end -= 1
    }
    guard end >= start + 3, !opensBracket(start..<end) else { return nil }
    let isInFigure = spans[firstFigure(from: start)...].contains { $0.lower < end && end <= $0.upper }
    return isInFigure ? nil : end
  }

  /// Whether a bracket, or a title that may hold a full stop, opens in a stretch.
  private func opensBracket(_ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (scalar, length) = UTF8Shadow.scalar(in: shadow, at: offset)
      switch scalar {
      case 0x28, 0x5B, 0xFF08, 0xFF3B, 0x3010, 0x300A: return true
      default: offset += length
      }
    }
    return false
  }

  /// Whether a sentence begins with 其中: what the one before aims at, it aims at too.
  private func opensWithPart(_ start: Int) -> Bool {
    var offset = start
    while offset < shadow.count {
      let (scalar, length) = UTF8Shadow.scalar(in: shadow, at: offset)
      if Self.isLetter(scalar) { break }
      offset += length
    }
    let figure = firstFigure(from: offset)
    let end = figure < spans.count ? spans[figure].start : shadow.count
    guard offset < end, let match = lexicon.longestMatch(in: shadow, at: offset, end: end) else { return false }
    let entry = lexicon.entries[match.word]
    return (entry.always | entry.beforeFigure) & lexicon.known.breakdown != 0
  }
}
