import Figures
import Values

/// Finds against what a growth is stated.
struct ComparisonReader {
  enum Finding: Hashable, Sendable {
    case none
    case comparison(Observation.Comparison)
    /// A base that has no word in the records: 比2019年同期.
    case otherBase
  }

  let lexicon: Lexicon
  let shadow: [UInt8]
  let figures: [Figure]

  /// The last word of comparison in these pieces.
  func finding(in range: Range<Int>, of all: [Piece], current: TimePeriod?) -> Finding {
    let pieces = all[range]
    var finding = Finding.none
    var index = pieces.startIndex
    while index < pieces.endIndex {
      let piece = pieces[index]
      if piece.classes & (lexicon.known.yoy | lexicon.known.yoyVerb) != 0 {
        finding = .comparison(.yoy)
      } else if piece.classes & (lexicon.known.mom | lexicon.known.momVerb) != 0 {
        finding = .comparison(.mom)
      } else if piece.classes & lexicon.known.average != 0 {
        finding = .comparison(.averageAnnual)
      } else if piece.classes & lexicon.known.mean != 0, index > 0, all[index - 1].figureKind == .duration {
        finding = .comparison(.averageAnnual)
      } else if piece.classes & lexicon.known.otherBase != 0 {
        finding = .otherBase
      } else if piece.classes & lexicon.known.than != 0
        || index + 1 < pieces.endIndex && pieces[index + 1].kind == .period && tellsDistance(piece)
      {
        // 高出去年同期2.7个百分点: the word of distance leads the base itself.
        let limit = min(index + 4, pieces.endIndex)
        if let base = pieces[index + 1..<limit].firstIndex(where: { $0.kind == .period }) {
          finding = self.finding(base: pieces[base], current: current)
          index = base
        } else if index + 1 < limit, pieces[index + 1].kind == .text,
          lexicon.lastSpan.occurs(in: shadow, pieces[index + 1].range)
        {
          // 较前一日: a day before is a length of time to the recogniser.
          finding = .comparison(.mom)
        } else {
          finding = finding == .none ? .otherBase : finding
        }
      }
      index += 1
    }
    return finding
  }

  /// 高出, 超出: what may stand before its base is a rise too.
  private func tellsDistance(_ piece: Piece) -> Bool {
    piece.kind == .word && piece.index >= 0 && lexicon.entries[piece.index].always & lexicon.known.distance != 0
  }

  private func finding(base piece: Piece, current: TimePeriod?) -> Finding {
    // 与2000年以来同期均值相比, 比近5年平均少两成: an average is neither of the two.
    let after = piece.range.upperBound..<min(piece.range.upperBound + 12, shadow.count)
    if lexicon.means.occurs(in: shadow, after) { return .otherBase }
    if figures[piece.index].periodExpression?.span == .season(-1) { return .comparison(.yoy) }
    let period = figures[piece.index].period
    let textIsLastYear = lexicon.lastYear.occurs(in: shadow, piece.range)
    if let period, let current, let base = year(of: period), let now = year(of: current) {
      if base == now - 1 {
        // 1月份较上月, 一季度较去年四季度: the month or quarter before, which ends a year, is no end of the year.
        let isBefore =
          granularity(period) == granularity(current) && !isSameUnit(period, current)
          && !Self.ends.contains { shadow[piece.range].suffix(3).elementsEqual($0) }
        if granularity(period) == 0 || !isBefore && (isSameUnit(period, current) || isYearEnd(period))
          || textIsLastYear && (granularity(current) == 0 || lastMonth(of: period) == lastMonth(of: current))
        {
          return .comparison(.yoy)
        }
        return .comparison(.mom)
      }
      if base < now - 1 { return textIsLastYear ? .comparison(.yoy) : .otherBase }
      if base == now { return textIsLastYear ? .comparison(.yoy) : .comparison(.mom) }
    }
    if lexicon.earlierYear.occurs(in: shadow, piece.range) { return .otherBase }
    if textIsLastYear { return .comparison(.yoy) }
    if lexicon.lastSpan.occurs(in: shadow, piece.range) { return .comparison(.mom) }
    if let period, granularity(period) != 0 { return .comparison(.mom) }
    return .otherBase
  }

  private static let ends = ["末", "底"].map { Array($0.utf8) }

  private func year(of period: TimePeriod) -> Int? {
    switch period {
    case .single(let unit), .until(let unit), .interval(_, let unit): unit.year
    }
  }

  private func lastMonth(of period: TimePeriod) -> Int? { period.lastUnit.lastDay?.month }

  /// True for the same quarter, month or other part of two years.
  private func isSameUnit(_ one: TimePeriod, _ other: TimePeriod) -> Bool {
    switch (one, other) {
    case (.single(let one), .single(let other)), (.until(let one), .until(let other)):
      one.granularity == other.granularity
    case (.interval(let start, let end), .interval(let otherStart, let otherEnd)):
      start.granularity == otherStart.granularity && end.granularity == otherEnd.granularity
    default: granularity(one) == granularity(other)
    }
  }

  private func granularity(_ period: TimePeriod) -> Int {
    let unit: CalendarUnit
    switch period {
    case .single(let one), .until(let one), .interval(_, let one): unit = one
    }
    return switch unit.granularity {
    case .year: 0
    case .half: 1
    case .quarter: 2
    case .month: 3
    case .day: 4
    }
  }

  private func isYearEnd(_ period: TimePeriod) -> Bool {
    let unit: CalendarUnit
    switch period {
    case .single(let one), .until(let one), .interval(_, let one): unit = one
    }
    return unit.lastDay.map { $0.month == 12 && $0.day == 31 } ?? false
  }
}
