import Layout
import Rules

/// Of whom the paragraphs below a heading are.
extension SubjectFinder {
  /// 新隆高铁带动屋价: a facility of a heading is what the text below is of only where the text names it again.
  func isTold(below index: Int, _ topic: Resolved) -> Bool {
    guard topic.bodyClass == .facility else { return true }
    let name = Array(topic.mention.name.utf8)
    for paragraph in paragraphs[(index + 1)...].prefix(6) {
      let isHeading = paragraph.kind == .heading || paragraph.kind == .title
      if !isHeading, PeriodMarker.contains(paragraph.original, paragraph.original.indices, name) { return true }
    }
    return false
  }

  /// Where the paragraphs between two headings tell of one place or body again and again and never of what their story is
  /// about, what they leave open is of it.
  mutating func settleSections() {
    var start = 0
    while start < paragraphs.count {
      var end = start
      while end < paragraphs.count, paragraphs[end].kind != .heading, paragraphs[end].kind != .title,
        stories.stories[end] == stories.stories[start]
      {
        end += 1
      }
      if end > start, sections[start] == nil, let subject = onlySubject(start..<end) {
        for index in start..<end where paragraphs[index].kind != .furniture { sections[index] = subject }
      }
      start = max(end, start + 1)
    }
  }

  /// The one subject of some paragraphs that is named in two clauses at least, a body without a place in three.
  private func onlySubject(_ range: Range<Int>) -> SubjectMention? {
    var found: SubjectMention?
    var count = 0
    let main = mains[stories.stories[range.lowerBound]]?.name
    for index in range {
      for topic in resolved[index] where !topic.isSetting && !topic.isExample && !topic.isCountry {
        if topic.members.count > 1 || topic.mention.name == main { return nil }
        if topic.bodyClass == .facility || topic.bodyClass == .project { continue }
        guard found.map({ $0.name == topic.mention.name }) ?? true else { return nil }
        found = topic.mention
        count += 1
      }
    }
    guard let found, count >= (found.areaCode != nil ? 2 : 3) else { return nil }
    return SubjectMention(name: found.name, kind: found.kind, range: nil, areaCode: found.areaCode)
  }

  /// 同时，今年还要架设桥梁86座: whom the paragraph before told of last, where one goes on with it.
  func goesOn(_ index: Int) -> SubjectMention? {
    guard index > 0, paragraphs[index - 1].kind == .body, stories.stories[index - 1] == stories.stories[index],
      rules.organizations.continuations.longestMatch(in: paragraphs[index].shadow, at: 0) != nil
    else { return nil }
    let topics = resolved[index - 1]
    let known = max(0, topics.count - 48)..<topics.count
    return mainTopic(
      topics, known, in: paragraphs[index - 1], page: mains[stories.stories[index]], isOutcome: false,
      sentence: paragraphs[index - 1].clauses.sentenceOfClause.last ?? 0
    ).map { SubjectMention(name: $0.name, kind: $0.kind, range: nil, areaCode: $0.areaCode) }
  }
}
