import Rules

/// What can speak for or against one line going on where another ends: the keys of `join` in `layout.yaml`.
enum JoinEvidence: String, CaseIterable, Sendable {
  case sentenceEnd = "sentence_end"
  case semicolon, colon, dash, comma
  case noMark = "no_mark"
  case openPair = "open_pair"
  case cannotEnd = "cannot_end"
  case itemMayEnd = "item_may_end"
  case longUnfinished = "long_unfinished"
  case cannotBeginLine = "cannot_begin_line"
  case cannotBegin = "cannot_begin"
  case closesOpenPair = "closes_open_pair"
  case closesNothing = "closes_nothing"
  case startMark = "start_mark"
  case indent
  case leadingSpace = "leading_space"
  case sameBlock = "same_block"
  case blankLine = "blank_line"
  case explainedBlank = "explained_blank"
  case blankRun = "blank_run"
  case interposed
  case interposedBody = "interposed_body"
  case backward
  case finishesNothing = "finishes_nothing"
  case beginsNothing = "begins_nothing"
  case fullLine = "full_line"
  case shortLine = "short_line"
  case veryShortLine = "very_short_line"
  case shortUnfinishedLine = "short_unfinished_line"
  case indentedByWidth = "indented_by_width"
  case flush
  case otherWidth = "other_width"
  case narrowIntro = "narrow_intro"
  case wholeLineEnds = "whole_line_ends"
  case numeralCut = "numeral_cut"
  case numeralAndUnit = "numeral_and_unit"
  case numeralAfterWord = "numeral_after_word"
  case strongPair = "strong_pair"
  case weakPair = "weak_pair"
  case unseenPair = "unseen_pair"
  case pairOnPage = "pair_on_page"
  case phraseOnPage = "phrase_on_page"
  case witness
  case spacedAlike = "spaced_alike"
  case neitherEnds = "neither_ends"
  case oneOfItems = "one_of_items"
  case headingBefore = "heading_before"
  case headingAfter = "heading_after"
  case otherKind = "other_kind"
}

/// How much each piece of evidence counts, in hundredths.
struct JoinWeights: Sendable {
  private let values: [JoinEvidence: Int]

  /// Errors: `RuleError` where a piece of evidence is unknown or has no weight.
  init(_ node: RuleNode) throws(RuleError) {
    let fields = try node.fields(Set(JoinEvidence.allCases.map(\.rawValue)))
    var values: [JoinEvidence: Int] = [:]
    for evidence in JoinEvidence.allCases {
      values[evidence] = try node.required(evidence.rawValue, in: fields).integer()
    }
    self.values = values
  }

  subscript(_ evidence: JoinEvidence) -> Int { values[evidence] ?? 0 }
}

/// The sum of the evidence for one join, with its terms for people.
struct JoinScore: Sendable {
  private(set) var total = 0
  private(set) var terms: [(evidence: JoinEvidence, weight: Int)] = []

  mutating func add(_ evidence: JoinEvidence, _ weight: Int) {
    guard weight != 0 else { return }
    total += weight
    terms.append((evidence, weight))
  }

  /// `comma +220, blank_line -100 = +120`, strongest first.
  var explanation: String {
    let sorted = terms.sorted { abs($0.weight) > abs($1.weight) }
    let list = sorted.map { "\($0.evidence.rawValue) \($0.weight > 0 ? "+" : "")\($0.weight)" }
    return "\(list.joined(separator: ", ")) = \(total > 0 ? "+" : "")\(total)"
  }
}
