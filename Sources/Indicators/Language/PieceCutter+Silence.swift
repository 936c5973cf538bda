import Figures

/// Sentences that need not be cut, as nothing is made of what they say.
extension PieceCutter {
  /// Bytes before a time to come in which something may be said to be aimed at then: as many as eight pieces take up.
  private static let reachOfAims = 300

  /// What stands before a figure that may measure something: found once for all sentences there, as each of them asks.
  struct Stretch {
    /// The figure; the number of all figures where none follows.
    let next: Int
    /// Where the last of its sentences ends that may be left out; `nil` where none may.
    let end: Int?
    /// Whether a full stop ends it, and not the text.
    let endsWithStop: Bool
    /// Whether it is known to be without 下同 from where it was looked for on.
    var isWithoutSame = false
  }

  /// Where the first sentence begins behind those that say nothing, from the beginning of a sentence on; `nil` where that
  /// one says something.
  mutating func endOfSilence(from offset: Int, in range: Range<Int>) -> Int? {
    guard offset >= spokenUntil else { return nil }
    if offset > stretch.map({ $0.next < spans.count ? spans[$0.next].start : range.upperBound }) ?? -1 {
      stretch = stretch(from: offset, in: range)
    }
    guard let stretch, let end = stretch.end, end > offset else { return nil }
    if !stretch.isWithoutSame {
      if let same = lexicon.sameBelow.firstOccurrence(in: shadow, offset..<end) {
        spokenUntil = same + 1
        return nil
      }
      self.stretch?.isWithoutSame = true
    }
    if stretch.endsWithStop, let bracket = firstBracket(in: offset..<end) {
      spokenUntil = bracket + 1
      return nil
    }
    return end
  }

  private func stretch(from offset: Int, in range: Range<Int>) -> Stretch {
    var next = firstFigure(from: offset)
    while next < spans.count, spans[next].isSilent { next += 1 }
    // Behind the last figure that measures something nothing is asked of times either.
    guard next <= lastMeasured, spans[next].start < range.upperBound else {
      return Stretch(next: spans.count, end: range.upperBound, endsWithStop: false)
    }
    let limit = spans[next].lower - (spans[next].isTime ? Self.reachOfAims : 0)
    let end = lastStop(in: offset, limit).flatMap { opensWithPart($0) ? nil : $0 }
    return Stretch(next: next, end: end, endsWithStop: true)
  }

  /// Where the last full stop between two offsets ends that stands in no figure.
  private func lastStop(in start: Int, _ limit: Int) -> Int? {
    var end = limit
    while end >= start + 3 {
      if shadow[end - 1] == 0x82, shadow[end - 2] == 0x80, shadow[end - 3] == 0xE3 { break }
      end -= 1
    }
    guard end >= start + 3 else { return nil }
    let behind = firstFigure(from: end)
    let isInFigure = [behind - 1, behind].contains {
      spans.indices.contains($0) && spans[$0].lower < end && end <= spans[$0].upper
    }
    return isInFigure ? nil : end
  }

  /// Where a bracket, or a title that may hold a full stop, opens in a stretch.
  private func firstBracket(in range: Range<Int>) -> Int? {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (scalar, length) = UTF8Shadow.scalar(in: shadow, at: offset)
      switch scalar {
      case 0x28, 0x5B, 0xFF08, 0xFF3B, 0x3010, 0x300A: return offset
      default: offset += length
      }
    }
    return nil
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
