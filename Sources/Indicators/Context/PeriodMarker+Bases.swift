import Figures
import Rules

/// What a period stands for beside its own fact: a base, an earlier value, a cause.
extension PeriodMarker {
  /// 已追上去年全年的九成, 只有2019年的92%: what a share or a multiple is of.
  func isWholeOfShare(_ mention: PeriodMention, _ figures: [Figure], from index: Int, _ text: [UInt8]) -> Bool {
    let offset = mention.range.upperBound
    guard Self.begins(text, offset, Self.of),
      !Self.ends.contains(where: { Self.follows(text, mention.range.lowerBound, $0) }),
      let next = figures[(index + 1)...].prefix(2).first(where: {
        $0.range.lowerBound == offset + 3 && $0.periodExpression == nil
      })
    else { return false }
    return next.kind == .percentage || next.kind == .multiple
  }

  /// 受年初低温影响: the time of a cause.
  func isCause(_ text: [UInt8], _ before: Int, _ clause: Range<Int>) -> Bool {
    guard rules.causeOpeners.longestMatch(endingAt: before, in: text) != nil else { return false }
    return rules.causeClosers.occurs(in: text, before..<min(clause.upperBound, before + 60))
  }

  /// 缅方5月起禁止原木出境: since when something holds that measures nothing.
  func isOnset(_ mention: PeriodMention, _ clause: Range<Int>, _ paragraph: ParagraphShadow) -> Bool {
    let after = mention.range.upperBound
    guard Self.begins(paragraph.shadow, after, Self.onset), clause.upperBound - after >= 15 else { return false }
    return !paragraph.hasFigure(startingIn: after..<clause.upperBound)
  }

  /// 比疫前的2019年, 较同区去年: a word of comparison with up to five characters between, with 的 up to twelve.
  func isCompared(_ text: [UInt8], _ offset: Int, _ limit: Int) -> Bool {
    var position = offset
    var count = 0
    var after: UInt32 = 0
    let most = Self.follows(text, offset, Self.of) ? 13 : 6
    while position > limit, count < most {
      position = UTF8Scalar.start(before: position, in: text)
      let scalar = UTF8Scalar.folded(in: text, at: position).scalar
      if scalar == 0x8F83 || scalar == 0x6BD4 {
        // 比重, 比例 and 同比, 环比, 占比 compare with nothing that follows.
        if [0x91CD, 0x4F8B, 0x503C, 0x7387].contains(after) { return false }
        guard position > limit else { return true }
        let before = UTF8Scalar.folded(in: text, at: UTF8Scalar.start(before: position, in: text)).scalar
        return ![0x540C, 0x73AF, 0x5360, 0x4E4B].contains(before)
      }
      if scalar < 0x3007 || scalar == 0x5230 || scalar == 0x81F3 { return false }
      after = scalar
      count += 1
    }
    return false
  }

  func closesBase(_ text: [UInt8], _ offset: Int, _ end: Int) -> Bool {
    rules.baseClosers.occurs(in: text, offset..<max(offset, min(end, offset + 18)), end: end)
  }

  /// 由一季度同比下降2.3%转为增长: a change to another value follows.
  func hasRise(_ text: [UInt8], _ offset: Int, _ end: Int) -> Bool {
    var position = offset
    while position < min(end, offset + 75) {
      // 降到, 缩短到, 恢复发展到
      if rules.changes.mayBegin(in: text, at: position) {
        var next = position + 3
        for _ in 0..<3 where next < end {
          let (scalar, size) = UTF8Scalar.folded(in: text, at: next)
          if [0x4E3A, 0x81F3, 0x5230, 0x9AD8].contains(scalar) { return true }
          next += size
        }
      }
      position += UTF8Scalar.folded(in: text, at: position).length
    }
    return false
  }

  private static let ends = ["到", "至", "为", "由", "从"].map { Array($0.utf8) }
  private static let onset = Array("起".utf8)
}
