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
  case creditAlone = "credit_alone"
  case signed, salutation
}

extension JoinEvidence {
  /// The place of the case in the list.
  @inline(__always)
  var ordinal: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}

/// How much each piece of evidence counts, in hundredths.
struct JoinWeights: Sendable {
  /// In the order of the cases.
  private let values: [Int]

  /// Errors: `RuleError` where a piece of evidence is unknown or has no weight.
  init(_ node: RuleNode) throws(RuleError) {
    let fields = try node.fields(Set(JoinEvidence.allCases.map(\.rawValue)))
    var values: [Int] = []
    for evidence in JoinEvidence.allCases {
      values.append(try node.required(evidence.rawValue, in: fields).integer())
    }
    self.values = values
  }

  subscript(_ evidence: JoinEvidence) -> Int { values[evidence.ordinal] }
}

/// The sum of the evidence for one join.
struct JoinScore: Sendable {
  private(set) var total = 0
  /// One bit for each piece of evidence, in the order of the cases.
  private var found: UInt64 = 0
  /// Where the terms stand in the log of the scorer, where it keeps one.
  fileprivate(set) var terms: Range<Int> = 0..<0

  mutating func add(_ evidence: JoinEvidence, _ weight: Int) {
    total += weight
    found |= 1 << UInt64(evidence.ordinal)
  }

  func contains(_ evidence: JoinEvidence) -> Bool { found & 1 << UInt64(evidence.ordinal) != 0 }

  func containsAny(of evidence: [JoinEvidence]) -> Bool { evidence.contains { contains($0) } }
}

/// The terms of all sums, for people who ask why.
final class JoinLog {
  private var terms: [(evidence: JoinEvidence, weight: Int)] = []

  var count: Int { terms.count }

  func add(_ evidence: JoinEvidence, _ weight: Int) { terms.append((evidence, weight)) }

  /// Tells which terms, from a number of them on, are those of the sum.
  func close(_ score: inout JoinScore, from start: Int) { score.terms = start..<terms.count }

  /// `comma +220, blank_line -100 = +120`, strongest first.
  func explanation(of score: JoinScore) -> String {
    let sorted = terms[score.terms].sorted { abs($0.weight) > abs($1.weight) }
    let list = sorted.map { "\($0.evidence.rawValue) \($0.weight > 0 ? "+" : "")\($0.weight)" }
    return "\(list.joined(separator: ", ")) = \(score.total > 0 ? "+" : "")\(score.total)"
  }
}
