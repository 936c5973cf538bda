import Figures
import Values

/// What clauses leave for those that follow: frames of status and topics.
extension ParagraphReader {
  mutating func readFrame(_ range: Range<Int>) {
    for index in range {
      let piece = cut.pieces[index]
      if piece.kind == .period {
        // What is over is no aim: 计划投资63亿元，截至6月底完成46.7亿元.
        let isBase = index > 0 && cut.pieces[index - 1].classes & (lexicon.known.than | lexicon.known.from) != 0
        if !isBase, frame != nil, let period = figures[piece.index].period, isOver(period) { frame = nil }
        continue
      }
      guard piece.kind == .word else { continue }
      if piece.classes & lexicon.known.target != 0 {
        frame = .target
      } else if piece.classes & lexicon.known.will != 0 {
        if leadsVerb(index) { frame = .target }
      } else if piece.classes & lexicon.known.forecast != 0 {
        frame = .forecast
      } else if piece.classes & (lexicon.known.actual | lexicon.known.attainPast) != 0 {
        frame = .actual
      }
      if piece.classes & lexicon.known.breakdown != 0 { breakdown = true }
    }
  }

  /// 将 before a verb says what will be; before a noun it only marks the object.
  func leadsVerb(_ index: Int) -> Bool {
    guard index + 1 < cut.pieces.count else { return false }
    let next = cut.pieces[index + 1]
    let verbs =
      lexicon.flow | lexicon.known.verb | lexicon.known.attain | lexicon.known.rise | lexicon.known.fall
      | lexicon.known.predicate
      | lexicon.known.plan | lexicon.known.thanNow | lexicon.known.copula | lexicon.known.share | lexicon.known.adverb
    if next.classes & verbs != 0 || next.kind == .period { return true }
    return index + 2 < cut.pieces.count && cut.pieces[index + 2].kind == .figures
  }

  /// True for a period that ends by the end of the month of publication.
  func isOver(_ period: TimePeriod) -> Bool {
    guard let published, let last = lastDay(of: period) else { return false }
    return (last.year, last.month) <= (published.year, published.month)
  }

  func lastDay(of period: TimePeriod) -> CalendarDate? {
    switch period {
    case .single(let unit), .until(let unit), .interval(_, let unit): unit.lastDay
    }
  }

  /// A clause without figures may name what the next ones measure: 煤炭及制品受库存拖累，下降6.7%.
  mutating func readTopic(_ clause: Clause) {
    let pieces = cut.pieces
    let comparison = ComparisonReader(lexicon: lexicon, shadow: shadow, figures: figures)
      .finding(in: clause.pieces, of: pieces, current: nil)
    if comparison != .none { sentenceComparison = comparison }
    guard !clause.isBracket else { return }
    var start = clause.pieces.lowerBound
    while start < clause.pieces.upperBound, !pieces[start].isNameable { start += 1 }
    var end = start
    let predicate = lexicon.known.predicate
    while end < clause.pieces.upperBound, pieces[end].isNameable, pieces[end].classes & predicate == 0 || end == start {
      end += 1
    }
    guard start < end else { return }
    let isStrong =
      end < clause.pieces.upperBound && pieces[end].classes & predicate != 0
      || pieces[start].classes & lexicon.known.topicLead != 0
    guard pieces[end - 1].range.upperBound - pieces[start].range.lowerBound <= 90 else { return }
    let mention = context.subject(
      paragraph: paragraph, clause: clause.range, figure: clause.range.upperBound..<clause.range.upperBound,
      nameStart: pieces[start].range.lowerBound)
    let from = cutStart(mention, in: start..<end)
    guard let name = edges.name(start..<end, of: pieces, from: from) else { return }
    let isLead = pieces[start].classes & lexicon.known.topicLead != 0
    if isStrong || pending?.isStrong != true { pending = (name, isStrong, isLead) }
  }
}
