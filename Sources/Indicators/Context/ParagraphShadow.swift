import Figures
import Layout
import Rules

/// A paragraph as the context reads it.
struct ParagraphShadow: Sendable {
  let kind: Paragraph.Kind
  let original: [UInt8]
  /// The text in simplified characters, of the same byte offsets.
  let shadow: [UInt8]
  let clauses: ClauseMap
  /// Where each period or date begins and ends.
  let periodEnds: [Int: Int]
  /// The sentences that measure something.
  let sentencesWithFigures: Set<Int>

  /// Where the figures that measure begin, in order.
  private let figureStarts: [Int]

  func hasFigure(startingIn range: Range<Int>) -> Bool {
    let first = figureStarts.firstIndex(notBefore: range.lowerBound) { $0 }
    return first < figureStarts.count && figureStarts[first] < range.upperBound
  }

  init(_ paragraph: Paragraph, figures: [Figure], rules: ContextRules) {
    kind = paragraph.kind
    original = paragraph.text.utf8
    shadow = rules.folding.shadow(of: original)
    clauses = ClauseMap(shadow)
    var ends: [Int: Int] = [:]
    for figure in figures where figure.periodExpression != nil {
      ends[figure.extent.lowerBound] = figure.extent.upperBound
      ends[figure.range.lowerBound] = figure.range.upperBound
    }
    periodEnds = ends
    var measuring: Set<Int> = []
    for figure in figures where figure.amount != nil && figure.periodExpression == nil {
      measuring.insert(clauses.sentence(at: figure.range.lowerBound))
    }
    sentencesWithFigures = measuring
    figureStarts = figures.filter { $0.amount != nil && $0.periodExpression == nil }.map(\.range.lowerBound)
  }
}
