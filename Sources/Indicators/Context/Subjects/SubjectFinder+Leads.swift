import Layout
import Rules

/// Whom the text of a page begins with.
extension SubjectFinder {
  /// So many texts with a dateline each are no single story.
  static let severalReports = 3

  /// The body that the first text to name a body or a place begins with.
  /// - Parameter isTold: Whether the text below must go on telling of it.
  func lead(_ topics: [[(topic: Topic, clause: Int)]], isTold mustBeTold: Bool = true) -> String? {
    for index in topics.indices where paragraphs[index].kind == .body {
      // 在营业部坐了八年的股民: where somebody is.
      let first = topics[index].first { !$0.topic.isSource && !isSetting($0.topic, paragraphs[index]) }?.topic
      guard first != nil || visits[index] != nil else { continue }
      guard let first, first.range.lowerBound < asides[index].first?.range.lowerBound ?? .max else {
        return visits[index].flatMap { visit in
          // 走进建宁县第一中学: 学校 is told of as it.
          let visited = asides[index].first { text($0, of: paragraphs[index]) == visit.name }?.bodyClass
          return !mustBeTold || isTold(visit.name, visited ?? .company, topics) ? visit.name : nil
        }
      }
      // 渤海石油装备公司昨日公布，公司…: who tells of itself is told of, too.
      for topic in [first] + topics[index].prefix(2).map(\.topic).filter(\.isSource) {
        guard let bodyClass = topic.bodyClass, Self.canBeMain(bodyClass) else { continue }
        let name = text(topic, of: paragraphs[index])
        if !mustBeTold || isTold(name, bodyClass, topics) { return name }
      }
      return nil
    }
    return nil
  }

  /// Whether two of five paragraphs that measure something have a clause about a body or a word for it.
  func isTold(
    _ name: String, _ bodyClass: OrganizationRules.Class, _ topics: [[(topic: Topic, clause: Int)]]
  ) -> Bool {
    var told = 0
    var all = 0
    for index in topics.indices
    where paragraphs[index].kind == .body && !paragraphs[index].sentencesWithFigures.isEmpty {
      all += 1
      let isNamed = topics[index].contains { topic, _ in
        switch topic.kind {
        case .alias(let other, _): other == name
        case .body(let other):
          if other == bodyClass, case let printed = text(index, topic.range) {
            name.hasSuffix(printed) || printed.hasSuffix(name)
          } else {
            false
          }
        case .deictic(.body(let other)): other == bodyClass
        case .deictic(.named(let ends)): SubjectScores.ends(name, in: ends)
        default: false
        }
      }
      if isNamed || visits[index]?.name == name { told += 1 }
    }
    return told * 5 >= all * 2
  }
}
