import Layout
import Rules

/// Values of others beside those of whom a sentence tells.
extension SubjectFinder {
  /// 增长8.3%，比全省平均水平（6.2%）高2.1个百分点: a value in brackets behind what something is compared with is of that.
  func yardstick(beside figure: Range<Int>, _ index: Int) -> SubjectMention? {
    let paragraph = paragraphs[index]
    let text = paragraph.shadow
    let next = paragraph.brackets.indices.first(notBefore: figure.lowerBound) { paragraph.brackets[$0] }
    guard next > 0, case let opening = paragraph.brackets[next - 1], figure.lowerBound - opening <= Self.bracketReach,
      isPlain(text, opening + UTF8Scalar.folded(in: text, at: opening).length..<figure.lowerBound)
    else { return nil }
    var start = opening
    let limit = max(0, opening - Self.comparedReach)
    while start > limit {
      start = UTF8Scalar.start(before: start, in: text)
      guard (0x4E00...0x9FFF).contains(UTF8Scalar.folded(in: text, at: start).scalar) else { return nil }
      guard rules.sections.baseOpeners.longestMatch(endingAt: start, in: text, start: 0) != nil,
        let topic = rules.topics.topic(in: text, at: start, end: opening)
      else { continue }
      let end = topic.range.upperBound
      guard end == opening || rules.organizations.averages.longestMatch(in: text, at: end, end: opening)?.end == opening
      else { continue }
      return mention(topic, index, NamedBodies(), [], followsZone: false).map {
        SubjectMention(name: $0.name, kind: $0.kind, range: nil, areaCode: $0.areaCode)
      }
    }
    return nil
  }

  /// Whether nothing but ideographs stands in a range.
  private func isPlain(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      guard (0x4E00...0x9FFF).contains(scalar) else { return false }
      offset += size
    }
    return true
  }

  /// 至此，全县程控电话达7000门: whether a sentence tells how things are by now, of the place and not of the project before.
  func isOutcome(_ sentence: Int, in paragraph: ParagraphShadow) -> Bool {
    guard let start = paragraph.clauses.start(ofSentence: sentence) else { return false }
    return rules.organizations.outcomes.longestMatch(in: paragraph.shadow, at: start) != nil
  }

  /// In bytes: 为 and the like may stand before the value.
  private static let bracketReach = 21
  private static let comparedReach = 60

  /// 县城上涨1.1%，农村上涨1.7%: whether the clause of a figure begins with the other half of what the town before it is a part of.
  func isContrast(_ figure: Int, _ town: Resolved, in paragraph: ParagraphShadow) -> Bool {
    guard town.bodyClass == .settlement else { return false }
    let clause = paragraph.clauses.clause(at: figure)
    return clause > town.clause && clause <= town.clause + Self.contrastReach && opensContrast(clause, in: paragraph)
  }

  /// Whether the sentence sets what stands for the other half beside a town, so that the next goes on with the whole.
  func isContrasted(_ town: Resolved, in paragraph: ParagraphShadow) -> Bool {
    guard town.bodyClass == .settlement else { return false }
    let clauses = paragraph.clauses
    var clause = town.clause + 1
    while clause < clauses.clauses.count, clause <= town.clause + Self.contrastReach,
      clauses.sentenceOfClause[clause] == town.sentence
    {
      if opensContrast(clause, in: paragraph) { return true }
      clause += 1
    }
    return false
  }

  private func opensContrast(_ clause: Int, in paragraph: ParagraphShadow) -> Bool {
    let text = paragraph.shadow
    let words = rules.organizations
    guard let half = words.contrasts.longestMatch(in: text, at: paragraph.clauses.clauses[clause]) else { return false }
    return words.contrastVerbs.longestMatch(in: text, at: half.end) != nil
  }

  private static let contrastReach = 3
}
