import Figures
import Layout
import Rules

/// A paragraph as the context reads it.
///
/// A class, so that to look at one copies a reference.
final class ParagraphShadow: Sendable {
  let kind: Paragraph.Kind
  let original: [UInt8]
  /// The text in simplified characters, of the same byte offsets.
  let shadow: [UInt8]
  let isTraditional: Bool
  let clauses: ClauseMap
  /// Where each period or date begins and ends.
  let periods: PeriodPlaces
  /// The sentences that measure something, in order.
  let sentencesWithFigures: [Int]
  /// Where places, words for them, words of sections and conditions may stand, in order.
  let sites: [ContextSite]
  let headWords: HeadWords
  /// Where brackets open, in order.
  let brackets: [Int]
  /// Where words begin that say that something is aimed at, in order; those of headings and furniture are not asked for.
  let aims: [Int32]
  /// Whether any word says that the year is over.
  let tellsPastYear: Bool

  /// Where the figures that measure begin, in order.
  private let figureStarts: [Int]

  func hasFigure(startingIn range: Range<Int>) -> Bool {
    let first = figureStarts.indices.first(notBefore: range.lowerBound) { figureStarts[$0] }
    return first < figureStarts.count && figureStarts[first] < range.upperBound
  }

  /// Which of the figures of a range a figure is, where there are as many as asked.
  func place(of figure: Range<Int>, in range: Range<Int>, count: Int) -> Int? {
    let first = figureStarts.indices.first(notBefore: range.lowerBound) { figureStarts[$0] }
    let end = figureStarts.indices.first(notBefore: range.upperBound) { figureStarts[$0] }
    guard end - first == count else { return nil }
    return (first..<end).first { figure.contains(figureStarts[$0]) }.map { $0 - first }
  }

  /// Whether a sentence measures something.
  func measures(inSentence sentence: Int) -> Bool {
    let first = sentencesWithFigures.indices.first(notBefore: sentence) { sentencesWithFigures[$0] }
    return first < sentencesWithFigures.count && sentencesWithFigures[first] == sentence
  }

  /// Whether a sentence, not the first, begins with 其中.
  func opensWithWhich(inSentence sentence: Int) -> Bool {
    guard sentence > 0, let start = clauses.start(ofSentence: sentence) else { return false }
    return PeriodMarker.begins(shadow, start, SubjectFinder.which)
  }

  /// Where a sentence ends: where the next begins, or with the paragraph.
  func end(ofSentence sentence: Int) -> Int { clauses.start(ofSentence: sentence + 1) ?? shadow.count }

  /// The first clause that 其中 leads, or another word before a list.
  func firstListLead(_ words: WordTable<Bool>) -> Int? {
    clauses.clauses.indices.first {
      PeriodMarker.begins(shadow, clauses.clauses[$0], SubjectFinder.which)
        || words.longestMatch(in: shadow, at: clauses.clauses[$0]) != nil
    }
  }

  /// Where the quotation opens that an offset stands in; `nil` where it stands in none.
  func quoteStart(before offset: Int) -> Int? {
    var position = offset
    let limit = max(0, offset - 300)
    while position > limit {
      position = UTF8Scalar.start(before: position, in: shadow)
      switch UTF8Scalar.folded(in: shadow, at: position).scalar {
      case 0x201C, 0x300C: return position
      case 0x201D, 0x300D: return nil
      default: break
      }
    }
    return nil
  }

  /// Where the bracket closes that an offset stands in; `nil` where it stands in none.
  func bracketEnd(around offset: Int) -> Int? {
    let next = brackets.indices.first(notBefore: offset) { brackets[$0] }
    guard next > 0, offset - brackets[next - 1] <= 300 else { return nil }
    var position = brackets[next - 1] + 1
    while position < min(shadow.count, brackets[next - 1] + 600) {
      let (scalar, size) = UTF8Scalar.folded(in: shadow, at: position)
      if scalar == 0x29 { return position > offset ? position : nil }
      position += size
    }
    return nil
  }

  /// The first site at or behind an offset.
  func firstSite(from offset: Int) -> Int {
    sites.indices.first(notBefore: offset) { Int(sites[$0].offset) }
  }

  /// - Parameter shadow: That of the paragraph's text.
  init(_ paragraph: Paragraph, shadow: [UInt8], figures: [Figure], rules: ContextRules) {
    let original = paragraph.text.utf8
    switch paragraph.kind {
    case .heading, .title: kind = rules.sections.isMasthead(shadow) ? .furniture : paragraph.kind
    default: kind = paragraph.kind
    }
    self.original = original
    self.shadow = shadow
    isTraditional = shadow != original
    var clauses = ClauseMap(length: shadow.count)
    var sites: [ContextSite] = []
    sites.reserveCapacity(shadow.count / 16 + 4)
    var brackets: [Int] = []
    var headWords = HeadWords(room: shadow.count)
    var aims: [Int32] = []
    let isRunning = paragraph.kind == .body || paragraph.kind == .list
    var tellsPastYear = false
    let siteReasons: ContextTriggers.Reasons = [.place, .deictic, .section, .futureCondition, .setting]
    var nextFigure = 0
    rules.triggers.forEach(in: shadow) { offset, scalar, begun in
      var reasons = begun
      // Asked here once for all that look for places.
      if reasons.contains(.place), rules.gazetteer.length(in: shadow, at: offset) == 0 { reasons.remove(.place) }
      if reasons.contains(.mark) { clauses.addMark(at: offset, in: shadow) }
      if reasons.contains(.bracket) { brackets.append(offset) }
      if !reasons.isDisjoint(with: .headWords) { headWords.note(reasons, at: offset, in: shadow, rules.organizations) }
      if isRunning, reasons.contains(.aim), rules.aims.longestMatch(in: shadow, at: offset) != nil {
        aims.append(Int32(offset))
      }
      if !tellsPastYear, reasons.contains(.pastYear),
        rules.sections.pastYear.longestMatch(in: shadow, at: offset) != nil
      {
        tellsPastYear = true
      }
      // What begins in a figure is none: 四成都不到 names no 成都.
      while nextFigure < figures.count, figures[nextFigure].range.upperBound <= offset { nextFigure += 1 }
      let isInFigure = nextFigure < figures.count && figures[nextFigure].range.lowerBound < offset
      if !isInFigure, !reasons.isDisjoint(with: siteReasons) {
        sites.append(ContextSite(offset: Int32(offset), reasons: reasons))
      }
    }
    self.clauses = clauses
    self.sites = sites
    self.brackets = brackets
    self.aims = aims
    self.headWords = headWords
    self.tellsPastYear = tellsPastYear
    var periods = PeriodPlaces()
    var measuring: [Int] = []
    var starts: [Int] = []
    if !figures.isEmpty {
      measuring.reserveCapacity(figures.count)
      starts.reserveCapacity(figures.count)
    }
    for index in figures.indices {
      if figures[index].periodExpression != nil {
        periods.insert(figures[index].extent)
        periods.insert(figures[index].range)
      } else if figures[index].amount != nil {
        let start = figures[index].range.lowerBound
        starts.append(start)
        let sentence = clauses.sentence(at: start)
        if measuring.last != sentence { measuring.append(sentence) }
      }
    }
    self.periods = periods
    sentencesWithFigures = measuring
    figureStarts = starts
  }
}
