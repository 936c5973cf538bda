import Rules

/// How far what a text tells of a body in its course goes on.
extension SubjectFinder {
  /// Whether a sentence that names nobody returns to the place that its story is about from a part of it told of before.
  func returns(_ sentence: Int, from last: Resolved, page: SubjectMention?, in paragraph: ParagraphShadow) -> Bool {
    guard sentence > last.sentence, let page, page.kind == .place || page.kind == .unresolved,
      page.name != last.mention.name, let start = paragraph.clauses.start(ofSentence: sentence)
    else { return false }
    let text = paragraph.shadow
    if last.isPerson {
      return sentence > last.sentence + 1 && rules.organizations.personPointers.longestMatch(in: text, at: start) == nil
    }
    guard last.bodyClass == .settlement,
      let opener = rules.organizations.returnOpeners.longestMatch(in: text, at: start), opener.end < text.count
    else { return false }
    return UTF8Scalar.folded(in: text, at: opener.end).scalar == 0x2C
  }

  /// 来自珠三角的占52%，长三角占31%: the places that the parts of a whole are from, or go to.
  func isShareKey(_ topic: Topic, _ clause: Int, in paragraph: ParagraphShadow) -> Bool {
    switch topic.kind {
    case .place, .several, .body(.region), .body(.settlement): break
    default: return false
    }
    let text = paragraph.shadow
    let clauses = paragraph.clauses
    let range = clauses.range(ofClause: clause)
    let words = rules.organizations
    let start = topic.range.lowerBound
    let isLed = [0, 3, 6].contains { length in
      length < topic.range.count
        && words.shareLeads.longestMatch(endingAt: start + length, in: text, start: range.lowerBound)
          .map { $0.start <= start && (length == 0 || $0.start == start) } ?? false
    }
    if isLed {
      return words.shareMarks.occurs(in: text, topic.range.upperBound..<range.upperBound, end: range.upperBound)
    }
    guard let share = words.shares.longestMatch(in: text, at: topic.range.upperBound), clause > 0 else { return false }
    // 订单增两成，华东地区占了六成: of a whole that is told before, where none is named behind.
    if topic.bodyClass == .region, paragraph.hasFigure(startingIn: share.end..<share.end + 1) { return true }
    guard clauses.sentenceOfClause[clause - 1] == clauses.sentenceOfClause[clause] else { return false }
    let before = clauses.range(ofClause: clause - 1)
    return words.shareMarks.occurs(in: text, before, end: before.upperBound)
  }

  /// 县总工会门口的用工信息栏: where something is seen, and not who it is told of.
  func isPremises(_ topic: Topic, _ paragraph: ParagraphShadow) -> Bool {
    guard topic.isBody || topic.bodyClass == nil else { return false }
    return rules.organizations.premises.longestMatch(in: paragraph.shadow, at: topic.range.upperBound) != nil
  }
}
