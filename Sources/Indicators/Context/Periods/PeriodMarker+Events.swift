import Figures
import Rules

/// Times of what is held and of what befalls a place.
extension PeriodMarker {
  /// Whether a clause ends in what is done where it is held: 增殖放流活动.
  func endsInEvent(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound {
      let start = UTF8Scalar.start(before: end, in: text)
      if (0x4E00...0x9FFF).contains(UTF8Scalar.folded(in: text, at: start).scalar) { break }
      end = start
    }
    return rules.eventEnds.longestMatch(endingAt: end, in: text, start: range.lowerBound) != nil
  }

  /// 秋季公益招聘会 of 秋季公益招聘会将于11月6日举行.
  func isEvent(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    var end = range.upperBound
    // The day itself, and 将于 or the like.
    for _ in 0..<12 where end > range.lowerBound {
      end = UTF8Scalar.start(before: end, in: text)
      if rules.eventEnds.longestMatch(endingAt: end, in: text, start: range.lowerBound) != nil { return true }
    }
    return false
  }

  /// 1月下旬的寒潮使三县受灾: the time of what the sentence tells of.
  func isOfDisaster(_ mention: PeriodMention, _ clause: Range<Int>, _ paragraph: ParagraphShadow) -> Bool {
    let text = paragraph.shadow
    let end = mention.range.upperBound
    guard Self.begins(text, end, Self.of), mention.range.lowerBound - clause.lowerBound <= 3,
      mention.expression.mode == .within
    else { return false }
    let limit = min(clause.upperBound, end + 36)
    guard let place = rules.disasters.firstOccurrence(in: text, end..<limit) else { return false }
    return !paragraph.hasFigure(startingIn: end..<place)
  }
}
